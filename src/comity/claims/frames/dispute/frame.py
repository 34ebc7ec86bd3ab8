"""Disputes: a disagreement of parties is open, raised or settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.days.stretch import stretch
from comity.claims.factuality.aims import only_aimed
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.frames.times.attach import date_of, event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import CLAUSE_COMMAS
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import left_words
from comity.claims.states.institutions import is_of_institution
from comity.claims.titles.ends import without_other
from comity.claims.titles.reach import title_at
from comity.model.roles import Dispute

_REACH = 140
_RIGHT_BEFORE = 2
_BODY_REACH = 34
_RIGHT_BEHIND = 5  # "diferendo por | Belice"
_BESIDE = 28
_PAIR = 2
_OVER = ("for", "via")  # "a dispute over Belize", "Streit um Abyei": what it is about, nobody who quarrels


_DEEDS = tuple(f"verb.{one}" for one in ("sever", "suspend", "downgrade", "recall", "close", "expel"))


def read_disputes(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which parties quarrel, take a quarrel to court or settle it.

    "Kenya and Somalia have quarrelled for years about their sea border." → open, about the sea border.
    """
    yield from _moot(chart, discourse)
    cues = chart.cues("noun.dispute", "verb.claim", "verb.settle", "verb.refer")
    if not cues or not chart.has("noun.border", "noun.dispute"):
        return
    told = list(_told(chart, discourse, chart.cues("verb.settle", "verb.refer")))
    if told or any(_meant_only(chart, one) for one in chart.cues("verb.settle")):
        yield from told
        return
    cues = _but_denied(chart, cues)
    if any("noun.dispute" in one.classes and _none_before(chart, one) for one in cues):
        return  # «отсутствие | территориальных претензий»
    sought = [one for one in cues if "verb.settle" in one.classes and _only_spoken_of(chart, one)]
    anchor = next((one for one in cues if "verb.settle" in one.classes), cues[0])
    if sought:  # "ways | to settle | the dispute": it is open, and no day is told on which it is
        anchor = next((one for one in cues if one not in sought), sought[0])
    if _there_is_none(chart, anchor) or _only_named(chart, anchor) or _only_why(chart, anchor):
        return
    told_open = _draft(chart, discourse, anchor, "open")
    yield from (replace(one, dated=Dated()) for one in told_open) if sought else told_open


def _but_denied(chart: Chart, cues: Sequence[Mention]) -> list[Mention]:
    """The cues without those of a clause that says there is none, others being there: «споров нет; | спор с B …»."""
    denied = {chart.clause(one.start) for one in chart.cues("noun.dispute") if _none_told(chart, one)}
    kept = [one for one in cues if chart.clause(one.start) not in denied]
    return kept if any("noun.dispute" in one.classes for one in kept) else [*cues]


def _none_told(chart: Chart, quarrel: Mention) -> bool:
    """Whether a "there is no" stands behind a quarrel in its clause, or a "no" right before it."""
    _, end = chart.clause(quarrel.start)
    behind = chart.within(chart.cues("fact.not"), quarrel.end, end)
    return any("verb.have" in one.classes for one in behind) or _none_before(chart, quarrel)


def _none_before(chart: Chart, quarrel: Mention) -> bool:
    """Whether a "no" stands right before a quarrel, in its clause: «отсутствие | территориальных претензий»."""
    start, _ = chart.clause(quarrel.start)
    return any(start <= one.start and 0 <= quarrel.start - one.end <= _RIGHT_BEFORE for one in chart.cues("fact.not"))


def _only_named(chart: Chart, quarrel: Mention) -> bool:
    """Whether "their dispute" is but what somebody else does something about: "巴黎不介入 | 两国争端"."""
    start, end = chart.clause(quarrel.start)
    kept = ("verb.have", "verb.maintain", "verb.claim", "verb.hold", "verb.settle", "verb.refer", "fact.yet")
    told = [one for one in chart.within(chart.cues(*kept), start, end) if one is not quarrel]
    named = [one for one in chart.within(chart.parties, start, end) if not one.deictic]
    return not chart.pack.spaced and "noun.dispute" in quarrel.classes and not told and not named


def _only_why(chart: Chart, quarrel: Mention) -> bool:
    """Whether a quarrel is but why something else was done: «Из-за | спора | о долгах уровень отношений понизили»."""
    word = next((word.lower() for _, word in left_words(chart.text, quarrel.start, 1)), "")
    deeds = chart.within(chart.cues(*_DEEDS), *chart.clause(quarrel.start))
    return "noun.dispute" in quarrel.classes and chart.pack.before.get(word) == "from" and bool(deeds)


def _meant_only(chart: Chart, verb: Mention) -> bool:
    """Whether a settlement is but wished for, which says nothing new."""
    return modality_of(chart, verb) == "planned" and not chart.has("verb.claim", "fact.yet")


def _told(chart: Chart, discourse: Discourse, verbs: Iterable[Mention]) -> Iterator[Draft]:
    """What happened to a dispute, each thing once: of several verbs for one, that which is dated."""
    best: dict[tuple[str, ...], Draft] = {}
    for verb in verbs:
        event = "settled" if "verb.settle" in verb.classes else "raised"
        unsettled = event == "settled" and (_left_open(chart, verb) or _only_spoken_of(chart, verb))
        if modality_of(chart, verb) in ("planned", "alleged") or negated(chart, [verb]) or unsettled:
            continue
        for draft in _draft(chart, discourse, verb, event):
            assert isinstance(draft.roles, Dispute)
            key = (event, *draft.roles.parties)
            if key not in best or (best[key].dated.when is None and draft.dated.when is not None):
                best[key] = draft
    yield from best.values()


def _of_others(chart: Chart, subject: Mention, pair: Found) -> bool:
    """Whether a quarrel has a name of its own and those at it are only "both countries": "Keşmir anlaşmazlığı"."""
    called = [one for one in chart.parties if not one.role and 0 <= subject.start - one.end <= 1]  # "| Kıbrıs | sorunu"
    told = [one for one in chart.parties if not one.deictic and one not in called]
    named = {party for one in told for party in one.ids}
    word = next(iter(left_words(chart.text, subject.start, 1)), (0, ""))[1]
    return chart.pack.order == "sov" and word[:1].isupper() and not set(pair.ids) <= named


def _there_is_none(chart: Chart, quarrel: Mention) -> bool:
    """Whether a "there is no" stands right behind a quarrel, where verbs come last: "sınır sorunu | yoktur"."""
    behind = (one.start - quarrel.end for one in chart.cues("fact.not"))
    return chart.pack.order == "sov" and "noun.dispute" in quarrel.classes and any(0 <= gap <= 1 for gap in behind)


def _left_open(chart: Chart, verb: Mention) -> bool:
    """Whether the clause of a settlement says that it has not come yet: "noch ungelöst", "still to be resolved".

    Or another clause that the rest stands open, or that a judgment is not accepted: "…; 450 km remain disputed".
    """
    start, end = chart.clause(verb.start)
    open_still = chart.cues("fact.yet")
    return bool(chart.within(open_still, start, end)) or any("verb.claim" in one.classes for one in open_still)


def _only_spoken_of(chart: Chart, verb: Mention) -> bool:
    """Whether a settlement is only what is sought or in question: "ways | to settle | it", "on the | delimitation".

    Also one that a clause behind "when" only dates, a quarrel being told of before it.
    """
    if not chart.pack.spaced or chart.pack.order == "sov":
        return False
    low, high = stretch(chart, verb.start)
    closed = chart.text[: verb.start].rstrip()[-1:] in CLAUSE_COMMAS  # "the dispute, which …, | was settled"
    whens = [one for one in chart.cues("mark.when", "mark.relative") if one.end <= verb.start and not closed]
    quarrel = any(whens and one.end <= whens[-1].start for one in chart.cues("verb.claim"))
    noun = is_verbal_noun(chart, verb)
    dated = bool(chart.within(chart.dates, low, high))
    meant = chart.text[: verb.start].lower().split()[-2:]
    held = {chart.text[one.start : one.end].lower() for one in chart.cues("verb.hold", "verb.reach")}
    if len(meant) == _PAIR and meant[1] in chart.pack.infinitives and meant[0] in held:
        return True  # "a team that was to | settle | it left in June 2017"
    return only_aimed(chart, verb) or quarrel or (noun and not dated and not chart.within(events(chart), low, high))


def _draft(chart: Chart, discourse: Discourse, anchor: Mention, event: str) -> Iterator[Draft]:
    quarrels = [*chart.cues("noun.border"), *chart.cues("noun.dispute")]
    subject = chart.nearest(anchor, quarrels, limit=_REACH) or anchor
    if is_of_institution(chart, subject, _BODY_REACH) or _in_title(chart, subject):
        return
    pair = _pair(chart, discourse, anchor)
    if pair is not None and _by_adjective(chart, pair, subject):
        return
    if pair is None or len(pair.ids) < 2 or not _known(chart, discourse, pair):
        return
    start, end = title_at(chart, subject)
    end = without_other(chart, start, end)
    if event == "open" and _of_others(chart, subject, pair):
        return
    yield Draft(
        roles=Dispute(parties=tuple(sorted(pair.ids)), event=event, subject=chart.text[start:end].strip() or None),
        rule=f"dispute.{event}",
        dated=_open_since(chart, anchor) if event == "open" else event_date(chart, discourse, anchor),
        context=pair.context,
    )


def _pair(chart: Chart, discourse: Discourse, anchor: Mention) -> Found | None:
    """Who quarrels: a list of three or more, the two that a clause or the sentence names, else the pair it is about."""
    over = [quarrel.end for quarrel in chart.cues("noun.dispute")]
    own = [one for one in chart.parties if one.form != "adjective" and one.role not in _OVER]
    own = [one for one in own if one.role != "by" or not any(0 <= one.start - end <= _RIGHT_BEHIND for end in over)]
    lists = [found(chart.group_of(one)) for one in own if one.group >= 0]
    longest = max(lists, key=lambda one: len(one.ids), default=None)
    if longest is not None and len(longest.ids) > 2:
        opposed = [one for one in own if one.role == "with" and set(one.ids) <= set(longest.ids)]
        return None if opposed else longest  # "its disputes | with A, B and C" are three
    seats = [one for one in chart.kind("city") if one.role == "between" and one.country]
    seats += _opposed(chart, seats)
    start, end = chart.clause(anchor.start)
    named = sorted([*own, *seats], key=lambda one: one.start)
    for near in (seats, chart.within(named, start, end), named):
        two = found(near)
        if len(two.ids) == 2:
            return two if _at_odds(chart, near) else None
    if discourse.row is not None and len(discourse.row) == 2 and not found(named).ids:
        return Found(ids=discourse.row)
    other = _of_whole_text(discourse, [one for one in own if one.role == "with"])
    if other is not None:
        return other
    return next(iter(pair_of(chart, discourse, anchor)), None)


def _opposed(chart: Chart, seats: Sequence[Mention]) -> list[Mention]:
    """The capital right behind the only one at odds: "le différend qui opposait Skopje | à Athènes |"."""
    cities = [one for one in chart.kind("city") if one.country and one not in seats]
    beside = [one for one in cities if len(seats) == 1 and 0 < one.start - seats[0].end <= _RIGHT_BEHIND]
    return beside[:1]


def _at_odds(chart: Chart, two: Sequence[Mention]) -> bool:
    """Whether two who are named are joined as sides: by a verb of quarrelling, "between", "with", one list, "their".

    «Вануату поддерживает целостность Грузии, включая спорные территории» tells no quarrel of theirs.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.has("verb.claim", "verb.settle", "verb.refer"):
        return True
    joined = any(one.role in ("between", "with", "by") or one.form in ("adjective", "pair") for one in two)
    return joined or len({one.group for one in two if one.group >= 0}) > 0 or chart.has("deixis.pair")


def _in_title(chart: Chart, subject: Mention) -> bool:
    """Whether a border only tells what a text is on: «اتفاقية | ترسيم الحدود», "the boundary | treaty"."""
    alone = "noun.border" in subject.classes and not chart.has("noun.dispute", "verb.claim")
    return alone and any(
        0 <= max(subject.start - one.end, one.start - subject.end) <= 1 for one in chart.cues("agreement")
    )


def _of_whole_text(discourse: Discourse, partners: Iterable[Mention]) -> Found | None:
    """The text's own party and the only one that a quarrel is "with", under a heading that names a third.

    Under «Граница с Киргизией», «Спор с Узбекистаном» is one of Tajikistan: the heading's state is no side in it.
    """
    heading, pair, partner = discourse.heading, discourse.the_pair(), found(partners)
    if heading is None or pair is None or len(heading.ids) != 1 or len(partner.ids) != 1:
        return None
    host = tuple(one for one in pair.ids if one not in heading.ids)
    own = len(host) == 1 and len(pair.ids) == 2 and not {*host, *heading.ids} & set(partner.ids)
    return Found(ids=(*host, *partner.ids), context=pair.context()) if own else None


def _by_adjective(chart: Chart, pair: Found, subject: Mention) -> bool:
    """Whether one of the two is only named by an adjective of something else: "an effort by a | Canadian | company"."""
    if not chart.pack.spaced:
        return False
    for party in pair.ids:
        told = [one for one in (*chart.parties, *chart.actors) if party in one.ids]
        far = [one for one in told if one.form == "adjective" and one.distance(subject) > _BESIDE]
        if told and len(far) == len(told) and not chart.has("deixis.pair"):
            return True
    return False


def _moot(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """ "Strittig ist, ob …": a question that is open between the two whom the document is about, whoever it is on."""
    pair = discourse.the_pair()
    for cue in chart.cues("noun.moot"):
        if pair is not None and len(pair.ids) == 2:
            yield Draft(
                roles=Dispute(
                    parties=tuple(sorted(pair.ids)), event="open", subject=chart.text[cue.end :].strip(" .") or None
                ),
                rule="dispute.moot",
                context=pair.context(),
            )


def _known(chart: Chart, discourse: Discourse, pair: Found) -> bool:
    """Whether the sentence names those who quarrel, or says what came of it, or the document is about them.

    "A controversy" alone is nobody's, and on a page about Mauritius whoever was told of last is no side of "Mauritius
    claims the archipelago".
    """
    named = {party for one in (*chart.parties, *chart.actors, *chart.kind("city")) for party in (*one.ids, one.country)}
    two = discourse.topic.ids if discourse.topic is not None else ()
    over = discourse.heading.ids if discourse.heading is not None else ()
    known = set(pair.ids) <= named | set(two) | set(over)
    if chart.has("verb.claim", "verb.settle", "verb.refer"):
        alone = chart.pack.order == "sov" and not chart.has("noun.dispute", "deixis.pair")
        lone = bool(two) and named & set(pair.ids) == set(two) and not any(one.deictic for one in chart.parties)
        told = not alone or bool(chart.parties)  # "Sınırları 1913'te belirlendi": with whom, nobody says
        return told and (known or not lone)
    return known


def _open_since(chart: Chart, anchor: Mention) -> Dated:
    """The date of a quarrel that is still open; where verbs come first, one of its own clause."""
    day = date_of(chart, anchor) or Dated()
    here = chart.within(chart.dates, *chart.clause(anchor.start))
    return day if chart.pack.order != "vso" or any(one.date and one.date.when == day.when for one in here) else Dated()
