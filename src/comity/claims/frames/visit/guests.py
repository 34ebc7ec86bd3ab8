"""Who is the guest where two in office receive one another: the place tells."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.mention import Mention

_GAP = 40
_RIGHT_THERE = 8
_ARTICLE = 5
_NEXT = 8  # "la Tunisie | avait | accueilli"
_HIGH = ("head-of-state", "head-of-government", "foreign-minister", "speaker")


def find_guest(chart: Chart, verb: Mention) -> tuple[Mention | None, Found]:
    """Who was received, and where: the one of two in office whom the city named does not belong to.

    "In Sambia wurde Steinmeier von Hichilema empfangen", "استقبل أمير قطر في الدوحة رئيسة وزراء إيطاليا".
    """
    start, end = chart.clause(verb.start)
    if not chart.pack.spaced and chart.within(chart.cues("verb.meet"), start, end):
        return None, Found()  # "与 | 到访的 | 总统会谈": since when he is there, is not said
    people = [
        one
        for one in chart.within(chart.actors, start, end)
        if one.actor is not None and one.actor.office and one.role not in ("with", "to", "from")
    ]
    alone = _received_in_town(chart, verb, people) or _received_there(chart, verb, people)
    alone = alone or _received_on_visit(chart, verb, people) or _received_by_state(chart, verb, people)
    if alone is not None:
        return alone
    seats = [one for one in chart.within(chart.kind("city"), start, end) if one.role == "in" and one.country]
    seats = seats or [one for one in chart.within(chart.parties, start, end) if one.role == "in" and len(one.ids) == 1]
    if len(people) != 2 or len(seats) != 1:
        return None, Found()
    home = party_ids(seats[0])
    guests = [one for one in people if one.ids and not set(home) & set(one.ids)]
    hosts = [one for one in people if not one.ids or set(home) & set(one.ids)]
    named = len(guests) == len(hosts) == 1 and guests[0].actor is not None and guests[0].actor.person
    return (guests[0], found(seats)) if named and len(guests[0].ids) == 1 else (None, Found())


def _received_in_town(chart: Chart, verb: Mention, people: list[Mention]) -> tuple[Mention, Found] | None:
    """The one in office right behind a verb of receiving, and the town it is in: "M. X recevra à Accra | le président".

    Only with a day, and where somebody stands before the verb.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or len(people) != 1 or people[0].start < verb.end:
        return None
    start, _ = chart.clause(verb.start)
    guest = people[0]
    gap = chart.text[verb.end : guest.start]
    towns = [one for one in chart.within(chart.kind("city"), start, guest.start) if one.role == "in" and one.country]
    led = any(word[:1].isupper() for word in chart.text[start : verb.start].split()[-2:])
    plain = guest.role in ("", "object") and len(guest.ids) == 1 and len(gap) <= _GAP and led and bool(chart.dates)
    told = (
        len(towns) == 1
        and towns[0].country not in guest.ids
        and not chart.within(chart.cues("verb"), verb.end, guest.start)
    )
    return (guest, found(towns)) if plain and told else None


def _received_there(chart: Chart, verb: Mention, people: list[Mention]) -> tuple[Mention, Found] | None:
    """The one who was received, and the town it was in, nobody named who received: "X | was welcomed | in Helsinki".

    Only with a day.
    """
    start, end = chart.clause(verb.start)
    passive = set(chart.text[start:end].lower().split()) & chart.pack.voice.passives
    if len(people) != 1 or not (passive or "verb.be_received" in verb.classes):
        return None
    guest = people[0]
    towns = [one for one in chart.within(chart.kind("city"), start, end) if one.role == "in" and one.country]
    told = len(towns) == 1 and len(guest.ids) == 1 and towns[0].country not in guest.ids and bool(chart.dates)
    if chart.pack.order == "vso" and told:  # «استُقبلت | الوزيرة | في هلسنكي»: else she may receive somebody there
        told = 0 < towns[0].start - guest.end <= _RIGHT_THERE and guest.start - verb.end <= _RIGHT_THERE
    return (guest, found(towns)) if told and guest.role == "" else None


def _received_on_visit(chart: Chart, verb: Mention, people: list[Mention]) -> tuple[Mention, Found] | None:
    """The one in office whom a state, or who leads one, receives: "La Tunisie a reçu | en visite d'État | X".

    The word for the visit stands right behind the verb, and the guest right behind it.
    """
    start, _ = chart.clause(verb.start)
    told = [one for one in chart.cues("noun.visit") if 0 < one.start - verb.end <= 1]
    if not told or not leads(chart.pack):
        return None
    guests = [one for one in people if 0 < one.start - told[0].end <= _ARTICLE and len(one.ids) == 1]
    named = [one for one in (*people, *chart.parties) if start <= one.start and one.end <= verb.start]
    hosts = [one for one in named if one.role == "" and len(one.ids) == 1 and one.form != "adjective"]
    hosts = [one for one in hosts if _auxiliary(chart, one, verb)]
    apart = bool(guests and hosts) and guests[0].ids != hosts[0].ids
    return (guests[0], found(hosts[:1])) if apart else None


def _auxiliary(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether nothing but a small word stands between who does it and a verb: "la Tunisie | a | accueilli"."""
    return all(word in chart.pack.skip for word in chart.text[one.end : verb.start].lower().split())


def _received_by_state(chart: Chart, verb: Mention, people: list[Mention]) -> tuple[Mention, Found] | None:
    """The one in office right behind a verb of receiving that a state leads: «| Непал | принимал президента X 5 мая».

    Only with a day.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or len(people) != 1 or not chart.dates:
        return None
    guest = people[0]
    hosts = [
        one for one in chart.parties if 0 <= verb.start - one.end <= _NEXT and one.role == "" and len(one.ids) == 1
    ]
    hosts = [one for one in hosts if verb.start - one.end <= 1 or (leads(chart.pack) and _auxiliary(chart, one, verb))]
    hosts = [one for one in hosts if one.form not in ("adjective", "deixis") and not set(one.ids) & set(guest.ids)]
    behind = 0 <= guest.start - verb.end <= _ARTICLE and guest.role in ("", "object") and len(guest.ids) == 1
    named = guest.actor is not None and bool(guest.actor.person) and guest.actor.office in _HIGH
    return (guest, found(hosts)) if behind and named and hosts else None
