"""Honours: an award one party gives to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import dated, event_date
from comity.claims.frames.sides import found
from comity.claims.marks import has_any
from comity.claims.mention import Mention
from comity.claims.titles import bare_person, person_behind, quotation_at, title_at
from comity.model.claim import Honour

_REACH = 140
_CLASS_REACH = 20
_BESIDE = 3


def read_honours(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which somebody is decorated.

    "Vučić was awarded the Order of Friendship 1st class by President Nazarbayev." Refuses an award whose giver or
    recipient is not known.
    """
    seen: set[int] = set()
    for verb in chart.cues("verb.award"):
        awards = [one for one in chart.cues("award.award") if one.start not in seen and one.distance(verb) <= _REACH]
        award = _own_name(chart, chart.nearest(verb, awards), awards)
        if award is None or negated(chart, [verb]):
            continue
        active = _active(chart, discourse, verb)
        listed = _listed(chart, verb) if active is None else {}
        people = listed or dict([_recipient(chart, verb, award) if active is None else (active[0], "")])
        apart = any(_own_day(chart, one) is not None for one in listed)
        for recipient, home in people.items():
            giver = active[1] if active is not None else _giver(chart, discourse, verb, award, home)
            if not recipient or len(giver.ids) != 1 or giver.ids[0] in listed.values():
                continue
            seen.add(award.start)
            yield Draft(
                roles=Honour(
                    giver=giver.ids[0],
                    recipient=recipient,
                    award=award_name(chart, award).removeprefix(recipient).strip(),
                ),
                rule="honour",
                dated=_own_day(chart, recipient) or (Dated() if apart else event_date(chart, discourse, verb)),
                modality=modality_of(chart, verb),
                context=giver.context,
            )


def _own_name(chart: Chart, award: Mention | None, awards: Sequence[Mention]) -> Mention | None:
    """The award by its own name, where a dash gives it: "the republic's highest award – the Order of Manas"."""
    if award is None:
        return None
    named = [one for one in awards if 0 < one.start - award.end <= _CLASS_REACH * 2]
    return next((one for one in named if has_any(chart.between(award, one), "—–")), award)


def _listed(chart: Chart, verb: Mention) -> dict[str, str]:
    """Those of a list behind the verb who got the same award, each with their party; empty where it is no list."""
    behind = [one for one in chart.actors if one.start >= verb.end and one.role == "" and one.group >= 0]
    if not behind:
        return {}
    group = [one for one in chart.group_of(behind[0]) if one.actor is not None and one.actor.person]
    return {one.actor.person: "".join(one.ids[:1]) for one in group if one.actor} if len(group) > 1 else {}


def _own_day(chart: Chart, recipient: str) -> Dated | None:
    """The day in a bracket right behind a recipient: "the presidents X (2011) and Y (2017)"."""
    for one in chart.dates:
        aside = chart.aside(one.start)
        if aside is not None and chart.text[: aside[0]].rstrip().endswith(recipient):
            return dated(one)
    return None


def _active(chart: Chart, discourse: Discourse, verb: Mention) -> tuple[str, Found] | None:
    """Recipient and giver where the verb is active: "the President of A gave X the Order …"; None where it is not."""
    people = [one for one in chart.actors if one.actor is not None]
    taking = [one for one in people if one.role in ("to", "object") and one.actor and one.actor.person]
    giving = [one for one in people if one.role == "" and one.ids and one not in taking]
    taker, maker = chart.nearest(verb, taking), chart.nearest(verb, giving)
    guest, host = discourse.recent_visitor(), discourse.recent_host()
    him = any(one.distance(verb) <= _BESIDE for one in chart.cues("deixis.him"))
    if taker is None and him and guest is not None and host is not None and guest.actor is not None:
        return guest.actor.person, found([maker]) if maker is not None else Found(ids=host.ids, context=host.context())
    if taker is None or maker is None or taker.actor is None or not chart.pack.cases:
        return None
    return taker.actor.person, found([maker])


def award_name(chart: Chart, award: Mention) -> str:
    """The award as the text names it, its class included."""
    start, end = title_at(chart, award)
    quoted = quotation_at(chart.text, award)
    if quoted is not None:
        start, end = min(quoted[0] - 1, award.start), max(quoted[1] + 1, award.end)
    for one in chart.cues("award.class"):
        if 0 <= one.start - end <= _CLASS_REACH:
            end = one.end
    return chart.text[start:end].strip(" ,")


def _recipient(chart: Chart, verb: Mention, award: Mention) -> tuple[str, str]:
    """Who gets it, and whose they are: the nearest person before a passive verb or after it, who is not the giver."""
    people = [one for one in chart.actors if one.actor and one.actor.person and one.role not in ("by", "of", "from")]
    before = [one for one in people if one.end <= verb.start]
    near = before[-1] if before else chart.nearest(verb, people)
    if near is not None and near.actor is not None:
        return near.actor.person, near.ids[0] if len(near.ids) == 1 else ""
    return bare_person(chart, verb) or person_behind(chart, verb), ""


def _giver(chart: Chart, discourse: Discourse, verb: Mention, award: Mention, home: str) -> Found:
    """Whose award it is: the one it comes from or that is named beside it, not the recipient's own."""
    by = [one for one in (*chart.actors, *chart.parties) if one.role in ("by", "from") and one.ids]
    behind = [one for one in by if one.start >= verb.end] if chart.pack.order == "svo" else by
    near = chart.nearest(verb, behind) or chart.nearest(verb, by)
    if near is not None:
        return found([near])
    beside = [one for one in chart.parties if len(one.ids) == 1 and one.distance(award) <= 30 and one.ids[0] != home]
    near = chart.nearest(award, beside)
    if near is not None:
        return found([near])
    agents = [one for one in chart.actors if one.ids and one.end <= verb.start and one.ids[0] != home]
    if agents:
        return found(agents[-1:])
    other = discourse.other_than(home) if home else None
    topic = discourse.topic
    if other is None and home and topic is not None and len(topic.ids) == 1 and topic.ids[0] != home:
        other = topic
    return Found(ids=other.ids, context=other.context()) if other is not None else Found()
