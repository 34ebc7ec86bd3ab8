"""Meetings: people of two or more parties meet."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.clauses.led import is_aim
from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.meeting.hosts import (
    each_of,
    each_once,
    host_of,
    met_elsewhere,
    receiving,
    visited,
    with_visitor,
)
from comity.claims.frames.meeting.last_met import not_since
from comity.claims.frames.meeting.met_by_name import read_named_meetings
from comity.claims.frames.meeting.talked_of import only_told_about, told_later
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.frames.visit.stay import stayed
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.states.institutions import acts_for_itself
from comity.claims.states.places import city_roles
from comity.claims.titles.reach import title_at
from comity.model.roles import Meeting
from comity.parties.registry import load_registry

_REACH = 220


def read_meetings(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which people of different parties meet.

    "Foreign Minister Idrisov met with Ukrainian Foreign Minister Kozhara." Of two clauses each may tell of one. Refuses
    a meeting of one side only.
    """
    told: list[tuple[int, int]] = []
    titles = [title_at(chart, head) for head in chart.cues("agreement")] if chart.has("agreement") else []
    for verb in chart.cues("verb.meet", "noun.meeting", "verb.receive"):
        clause = chart.clause(verb.start)
        if any(low <= verb.start < high for low, high in titles) and "verb.meet" not in verb.classes:
            continue  # «подписали план | консультаций»
        again = _is_next(verb) and clause in told
        if not again and (clause in told or (told and not _stands_alone(chart, verb)) or _only_when(chart, verb)):
            continue
        aside = _of_award(chart, verb) or only_told_about(chart, verb)
        if aside or is_aim(chart, verb) or acts_for_itself(chart, verb):
            continue
        drafts = list(_meeting(chart, discourse, verb))
        if drafts:
            told.append(clause)
            yield from drafts
    if not told:
        yield from read_named_meetings(chart, discourse)


def _of_award(chart: Chart, verb: Mention) -> bool:
    """Whether what somebody received is an award, and no guest: "recibió de manos del presidente X | la Orden"."""
    start, end = chart.clause(verb.start)
    return "verb.award" in verb.classes and bool(chart.within(chart.cues("award.award"), start, end))


def _is_next(verb: Mention) -> bool:
    """Whether people only agreed on a meeting that is still to be: "talked and | agreed to meet | in Hanoi in May"."""
    return "noun.next_meeting" in verb.classes


def _part_of(chart: Chart, verb: Mention) -> tuple[int, int]:
    """The stretch that tells of a meeting alone: up to where the next one is agreed on, or from there."""
    start, end = chart.clause(verb.start)
    coming = chart.within(chart.cues("noun.next_meeting"), start, end)
    if not coming:
        return 0, len(chart.text)
    return (verb.start, end) if _is_next(verb) else (start, coming[0].start)


def _day(chart: Chart, discourse: Discourse, verb: Mention) -> Dated:
    """When they met: no day that only another meeting of the clause is told with."""
    low, high = _part_of(chart, verb)
    if (low, high) == (0, len(chart.text)):
        return event_date(chart, discourse, verb)
    near = chart.nearest(verb, chart.within(chart.dates, low, high))
    return dated(near) if near is not None else Dated()


def _only_when(chart: Chart, verb: Mention) -> bool:
    """Whether a noun only says when, a verb of its clause what happened: "during the meeting they will | discuss"."""
    start, end = chart.clause(verb.start)
    others = [one for one in chart.within(chart.cues("verb.meet"), start, end) if one.start != verb.start]
    return "deixis.occasion" in verb.classes and bool(others)


def _stands_alone(chart: Chart, verb: Mention) -> bool:
    """Whether the clause of a verb behind a meeting names somebody itself, so that it tells of another."""
    start, end = chart.clause(verb.start)
    people = [one for one in chart.within(chart.actors, start, end) if one.actor and one.actor.office]
    return bool(people) and has_any(chart.text[max(0, start - 1) : start + 1], SEMICOLONS)


def _meeting(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """The drafts of the meeting that one verb or noun tells of."""
    people = receiving(chart, discourse, _actors(chart, verb), verb)
    actors = each_once(with_visitor(chart, discourse, people, verb))
    if _one_sided(chart, actors, verb):
        return
    met = _parties(chart, discourse, verb, actors)
    modality = "planned" if _is_next(verb) else modality_of(chart, verb)
    last = not_since(chart, verb) if modality == "asserted" and negated(chart, [verb]) else None
    if len(met.ids) < 2 or (last is None and modality == "asserted" and negated(chart, [verb])):
        return
    when = last or _dated(chart, discourse, verb)
    if when.when is None and modality in ("asserted", "planned"):
        return  # who met on no day told is none of a register's business
    for some in each_of(chart, actors, verb):
        ids = {party for one in some for party in one.ids} if len(some) < len(actors) else set(met.ids)
        yield Draft(
            roles=Meeting(
                parties=tuple(sorted(ids)),
                persons=tuple(one.actor.person for one in some if one.actor and one.actor.person),
                offices=tuple(
                    one.actor.office or "other"
                    for one in some
                    if one.actor
                    for _ in range(max(len(one.ids), len(met.ids) if len(some) == 1 else 1))
                ),
                place=_place(chart, verb) or _place_of_stay(chart, verb),
            ),
            rule="meeting",
            dated=when,
            modality=modality,
            context=met.context,
        )


def _one_sided(chart: Chart, people: list[Mention], verb: Mention) -> bool:
    """Whether only those who were met are named, not who met them: "he | met with the ministers of A and B"."""
    behind = [one for one in people if one.start >= verb.end and one.role == "with"]
    whole = len(behind) == len(people) > 0 and "verb.meet" in verb.classes
    return whole and chart.pack.order == "svo" and bool(chart.pack.cases) and not chart.has("deixis.people")


def _parties(chart: Chart, discourse: Discourse, verb: Mention, actors: list[Mention]) -> Found:
    """Whose people met: the actors' own parties, the other of the two in question, or the two themselves."""
    ids = tuple(dict.fromkeys(party for one in actors for party in one.ids))
    context = tuple(selector for one in actors for selector in one.context)
    if len(ids) == 1 and len(actors) >= 2 and any(not one.ids and _of_state(one) for one in actors):
        seat = visited(chart, discourse, actors, ids[0]) or host_of(chart, discourse, ids[0])
        if seat:
            return Found(ids=(*ids, seat), context=context)
        other = discourse.other_than(ids[0])
        elsewhere = met_elsewhere(chart, verb, (*ids, *(other.ids if other is not None else ())))
        if elsewhere:
            return Found(ids=(*ids, *elsewhere), context=context) if len(elsewhere) == 1 else Found()
        if other is not None and all(one in load_registry() for one in other.ids):
            return Found(ids=(*ids, *other.ids), context=(*context, *other.context()))
        return Found(ids=(*ids, *discourse.at_home(chart.pack.home, ids[0]).ids), context=context)
    if len(ids) > 1 and _led_by_stranger(chart, verb, actors):
        return Found()
    named = [one for one in actors if one.actor is not None and one.actor.person]
    people = [one for one in chart.cues("deixis.people") if any(one.start == who.start for who in actors)]
    people = people if chart.dates or chart.has("deixis.same_day", "deixis.occasion") else []
    both = discourse.the_pair() if not ids and (len(named) == 2 or (people and not named)) else None
    if both is not None and len(both.ids) == 2:
        return Found(ids=both.ids, context=both.context())
    if not ids and not named and chart.dates:
        pairs = [one for one in chart.parties if one.deictic and len(one.ids) == 2 and one.role in ("", "of")]
        near = chart.nearest(verb, pairs, limit=_REACH)
        return Found(ids=near.ids, context=near.context) if near is not None else Found()
    return Found(ids=ids, context=context)


def _dated(chart: Chart, discourse: Discourse, verb: Mention) -> Dated:
    """When people met: its own date, else that of the journey told before it in the sentence, with its days.

    "arrived in Riyadh on Sunday, and | met", "a two-day visit, during which he will | meet": over the two days.
    """
    trip = _journey(chart, verb)
    start, end = chart.clause(verb.start)
    alone = trip is None or chart.within(chart.dates, max(start, trip.end), end)
    if trip is None or alone or chart.has("deixis.same_day"):
        return _day(chart, discourse, verb)
    told = _day(chart, discourse, verb)
    shared = told if told.when is not None else event_date(chart, discourse, trip)
    during = any(start <= one.start < end for one in chart.cues("deixis.occasion"))
    return stayed(chart, shared, trip) if during else shared


def _journey(chart: Chart, verb: Mention) -> Mention | None:
    """The journey told of last before a meeting in its sentence, nobody named between them but whom they met."""
    trips = [one for one in chart.cues("verb.visit") if one.end <= verb.start]
    if not trips or "noun.meeting" in verb.classes:
        return None
    start, end = chart.clause(verb.start)
    own = [one for one in chart.within(chart.actors, start, end) if one.role == "" and one.end <= verb.start]
    beside = chart.clause(trips[-1].start) == (start, end)
    parted = not beside and has_any(chart.text[max(0, start - 1) : start + 1], SEMICOLONS)
    return None if (own and not beside) or parted else trips[-1]


def _place_of_stay(chart: Chart, verb: Mention) -> str | None:
    """Where people met on a journey "during which" they did: the one city that it goes to."""
    start, end = chart.clause(verb.start)
    if _journey(chart, verb) is None or not chart.within(chart.cues("deixis.occasion"), start, end):
        return None
    goals = [one for one in chart.kind("city") if one.role == "to" and one.end <= verb.start]
    return city_roles(goals[0])[0] if len(goals) == 1 else None


def _led_by_stranger(chart: Chart, verb: Mention, actors: list[Mention]) -> bool:
    """Whether who met the others leads the verb and is of no state told: "The president had received A and B"."""
    led = [one for one in actors if one.end <= verb.start and one.role == ""]
    behind = [one for one in actors if one.start >= verb.end]
    plain = chart.pack.order == "svo" and "verb." in "".join(verb.classes)
    return plain and len(led) == 1 and not led[0].ids and _of_state(led[0]) and len(behind) == len(actors) - 1


def _of_state(one: Mention) -> bool:
    """Whether an office is one that each state has: no secretary-general, who may be an organization's."""
    return one.actor is not None and (one.actor.office != "other" or "office.counterpart" in one.classes)


def _actors(chart: Chart, verb: Mention) -> list[Mention]:
    start, end = chart.clause(verb.start)
    stop = min((one.start for one in events(chart) if one.start > verb.end), default=len(chart.text))
    people = [
        one
        for one in chart.actors
        if one.actor and one.actor.office and one.distance(verb) <= _REACH and one.start < max(stop, verb.end)
    ]
    if "noun.meeting" in verb.classes and not verb.classes & {"verb.meet", "verb.receive"}:
        nouns = chart.cues("noun.visit", "verb.visit")
        bound = [one for one in people if one.role in ("with", "between", "of", "by")]
        own = [one for one in bound if all(verb.distance(one) <= noun.distance(one) for noun in nouns)]
        people = people if own or not bound else []
    people = [one for one in people if not _spoken_of(chart, one, verb) and not told_later(chart, one, verb)]
    inside = [one for one in people if start <= one.start < end]
    bare = [one for one in chart.within(chart.cues("deixis.people"), start, end) if start]
    if inside and (bare or _tells_apart(chart, start, end)):
        return inside
    pairs = [one for one in chart.parties if one.deictic and len(one.ids) == 2 and start <= one.start < end]
    return inside if len(inside) >= 2 or (pairs and not inside) else people


def _tells_apart(chart: Chart, start: int, end: int) -> bool:
    """Whether a semicolon parts a clause from another that tells of a meeting of its own."""
    others = [one for one in chart.cues("verb.meet", "noun.meeting", "verb.receive") if not start <= one.start < end]
    low, high = (chart.text[max(0, start - 1) : start + 1], chart.text[max(0, end - 1) : end + 1])
    return any(has_any(low, SEMICOLONS) if one.start < start else has_any(high, SEMICOLONS) for one in others)


def _place(chart: Chart, verb: Mention) -> str | None:
    cities = [one for one in chart.kind("city") if one.role == "in"]
    near = chart.nearest(verb, chart.within(cities, *_part_of(chart, verb)), limit=150)
    if near is not None and _left_behind(chart, near, verb):
        return None
    return city_roles(near)[0]


def _left_behind(chart: Chart, city: Mention, verb: Mention) -> bool:
    """Whether people met where they came from, not in this city: "flew to Mbabane from Pretoria, | where he met …"."""
    where = [one for one in chart.cues("mark.relative") if city.end <= one.start < verb.start]
    places = [one for one in chart.parties if where and city.end <= one.start < where[0].start]
    return bool(places) and places[-1].role == "from"


def _spoken_of(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether somebody behind a meeting is but what was talked about: "spoke with A | on the election of …, who …"."""
    if not chart.pack.cases or chart.pack.order != "svo" or one.start < verb.end or one.role == "with":
        return False
    which = any(verb.end <= cue.start < one.start for cue in chart.cues("mark.relative"))
    words = set(chart.text[verb.end : one.start].lower().split())
    return which or bool(words & chart.pack.about)
