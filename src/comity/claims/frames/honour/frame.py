"""Honours: an award one party gives to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.honour.awards import award_name, award_span, own_name, without_recipient
from comity.claims.frames.honour.bracketed_takers import bracketed_giver, find_bracketed
from comity.claims.frames.honour.gained import gained
from comity.claims.frames.honour.given_him import told_him
from comity.claims.frames.honour.givers import active_giver, giver_of
from comity.claims.frames.honour.laureates import find_gainers, find_listed, find_recipient, find_taker, further_takers
from comity.claims.frames.honour.second_awards import second_awards
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Honour

_OPENING_QUOTES = "「『“‘《"
_BARE = 2  # letters of an award that is called by nothing else: 勋章
_ARTICLE = 4  # a blank, and "ال" written onto the noun
_REACH = 140


def read_honours(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which somebody is decorated.

    "Vučić was awarded the Order of Friendship 1st class by President Nazarbayev." Refuses an award whose giver or
    recipient is not known.
    """
    seen: set[int] = set()
    told: list[tuple[Draft, str]] = []
    for verb in chart.cues("verb.award"):
        awards = [one for one in chart.cues("award.award") if one.start not in seen and one.distance(verb) <= _REACH]
        award = own_name(chart, chart.nearest(verb, awards), awards)
        if award is None or negated(chart, [verb]) or _of_a_later(chart, verb, award) or _held(chart, verb):
            continue
        if _by_a_body(chart, verb) or _was_got(chart, verb, award):
            continue
        for draft, home in _given(chart, discourse, verb, award):
            seen.add(award.start)
            told.append((draft, home))
    yield from (draft for draft, _ in told)
    yield from second_awards(chart, discourse, told)


def _given(chart: Chart, discourse: Discourse, verb: Mention, award: Mention) -> Iterator[tuple[Draft, str]]:
    """The drafts of one verb and one award, each with the party that its recipient is of, where it is known."""
    bracketed = find_bracketed(chart, verb, award)
    giver = bracketed_giver(chart, discourse, verb) if bracketed else None
    for name, home in bracketed:
        draft = _draft(chart, discourse, verb, award, (name, giver)) if giver is not None else None
        if draft is not None:
            yield draft, home
    if bracketed:
        return
    got = gained(chart, discourse, verb, award)
    if got is not None and len(got.giver.ids) == 1 and got.giver.ids[0] != got.home:
        roles = Honour(giver=got.giver.ids[0], recipient=got.recipient, award=got.award)
        told, modality = _day(chart, discourse, verb), modality_of(chart, verb)
        told = dated(chart.dates[0]) if told.when is None and len(chart.dates) == 1 else told
        yield Draft(roles=roles, rule="honour", dated=told, modality=modality, context=got.giver.context), got.home
        return
    taker = find_taker(chart, discourse, verb, award) if "verb.gain" not in verb.classes else None
    giver = active_giver(chart, discourse, verb, award, taker) if taker is not None else None
    if taker is not None and taker.actor is not None and giver is not None:
        first = _draft(chart, discourse, verb, award, (taker.actor.person, giver))
        if first is not None:
            yield first, "".join(taker.ids[:1])
            for other, own, day in further_takers(chart, verb, taker, award):
                further = _draft(chart, discourse, verb, own, (other.actor.person if other.actor else "", giver))
                if further is not None:
                    yield further if day is None else replace(further, dated=day), "".join(other.ids[:1])
        return
    if "verb.bestow" in verb.classes:
        return  # whom it is given is not known: never who gives
    listed = find_listed(chart, verb) or find_gainers(chart, verb, award)
    people = listed or dict([find_recipient(chart, verb, award)])
    apart = any(_own_day(chart, one) is not None for one in listed)
    for recipient, home in people.items():
        found = giver_of(chart, discourse, verb, award, home)
        draft = _draft(chart, discourse, verb, award, (recipient, found))
        if draft is None or found.ids[0] in listed.values():
            continue
        day = _own_day(chart, recipient) or (Dated() if apart else None)
        yield draft if day is None else replace(draft, dated=day), home


def _draft(chart: Chart, discourse: Discourse, verb: Mention, award: Mention, given: tuple[str, Found]) -> Draft | None:
    """The draft of an award to somebody; None where who gives is not known, or the award is only named after them."""
    recipient, giver = given
    name = without_recipient(chart, award_name(chart, award), recipient) if recipient else ""
    if not recipient or len(giver.ids) != 1 or not name or recipient in name or _of_a_body(chart, award):
        return None
    if _glued(chart, award, recipient, name):
        return None
    return Draft(
        roles=Honour(giver=giver.ids[0], recipient=recipient, award=name),
        rule="honour",
        dated=_day(chart, discourse, verb),
        modality=modality_of(chart, verb),
        context=giver.context,
    )


def _was_got(chart: Chart, verb: Mention, award: Mention) -> bool:
    """Whether a verb only says of an award whose it is, and another that somebody got it: "接受X頒贈 | 的「Y勳章」"."""
    behind = any(chart.text.startswith(one, verb.end) for one in chart.pack.owning)
    return not chart.pack.spaced and behind and award.start > verb.end


def _glued(chart: Chart, award: Mention, recipient: str, name: str) -> bool:
    """Whether nothing tells where a name ends and the award's begins: "授予秘鲁总统 | 藤森白象勋章"."""
    quoted = recipient[:1] in _OPENING_QUOTES
    return not chart.pack.spaced and (quoted or (len(name) <= _BARE and chart.text[: award.start].endswith(recipient)))


def _of_a_body(chart: Chart, award: Mention) -> bool:
    """Whether an award is that of a body and no state's: "le prix Olof Palme d'une | fondation | suédoise"."""
    start, end = award_span(chart, award)
    return chart.pack.spaced and bool(chart.within(chart.cues("noun.institution"), start, end))


def _by_a_body(chart: Chart, verb: Mention) -> bool:
    """Whether a university or the like gives, named right behind its verb: «ومنحت | الجامعة الملكية | الباحثة»."""
    behind = [one.start - verb.end for one in chart.cues("noun.institution")]
    return chart.pack.order == "vso" and any(0 < gap <= _ARTICLE for gap in behind)


def _held(chart: Chart, verb: Mention) -> bool:
    """Whether a ceremony is held and another verb tells who got the award: "| 颁授 | 仪式举行，习近平向普京颁授"."""
    ceremony = any(cue.start == verb.end for cue in chart.cues("mark.ceremony"))
    return ceremony and any(one.start != verb.start for one in chart.cues("verb.award"))


def _of_a_later(chart: Chart, verb: Mention, award: Mention) -> bool:
    """Whether a nearer verb gives an award: "did they honour A? No, | A decorated B with the Order …"."""
    return chart.pack.order != "sov" and any(verb.end <= one.start < award.start for one in chart.cues("verb.award"))


def _day(chart: Chart, discourse: Discourse, verb: Mention) -> Dated:
    """When it was given; "… came from 20 to 24 September; the President awarded | him" was then, too."""
    own = event_date(chart, discourse, verb)
    him = told_him(chart, verb) is not None
    return dated(chart.dates[0]) if own.when is None and him and len(chart.dates) == 1 else own


def _own_day(chart: Chart, recipient: str) -> Dated | None:
    """The day in a bracket right behind a recipient: "the presidents X (2011) and Y (2017)"."""
    for one in chart.dates:
        aside = chart.aside(one.start)
        if aside is not None and chart.text[: aside[0]].rstrip().endswith(recipient):
            return dated(one)
    return None
