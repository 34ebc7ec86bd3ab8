"""Visits: somebody in office of one party goes to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.frames.times.attach import date_of, dated
from comity.claims.frames.times.by_member import dates_by_member
from comity.claims.frames.visit.arrivals import only_describes, told_with
from comity.claims.frames.visit.days import at_host, each_date
from comity.claims.frames.visit.first_of_all import by_rank, host_instead
from comity.claims.frames.visit.guests import find_guest
from comity.claims.frames.visit.hostless import without_hosts
from comity.claims.frames.visit.hosts import host_of
from comity.claims.frames.visit.invited import find_addressee, find_bidden, find_invited
from comity.claims.frames.visit.legs import _one_between, further, next_leg, onward
from comity.claims.frames.visit.listed import listed_visits
from comity.claims.frames.visit.one_visit import draft_visit
from comity.claims.frames.visit.returned import returned
from comity.claims.frames.visit.severally import read_visits_severally
from comity.claims.frames.visit.shared_titles import each_of
from comity.claims.frames.visit.travellers import (
    find_traveller,
    only_says,
    still_going,
)
from comity.claims.frames.visit.visit_of_that import read_visits_in_turn, read_visits_of_that
from comity.claims.frames.visit.went_too import went_too
from comity.claims.frames.visit.whose_guest import owned, with_party
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import place_names
from comity.model.roles import Visit

_COUNTED = 14
_STAY_REACH = 40
_SEGMENT = 8
_SITE_REACH = 40
_SEVERAL = 2


def read_visits(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which somebody in office goes to another party.

    "From 27 to 29 August 2015, Serbian President Tomislav Nikolić visited Kazakhstan." Refuses visits of people without
    an office, and stays ("was in") without a date.
    """
    seen: set[tuple[str, str, str]] = set()
    went: Draft | None = None
    last: Visit | None = None
    apart = (*read_visits_of_that(chart, discourse), *read_visits_in_turn(chart, discourse))
    apart = (*apart, *read_visits_severally(chart, discourse))
    for draft in (*listed_visits(chart, discourse), *_several(chart, discourse), *apart):
        roles = draft.roles
        assert isinstance(roles, Visit)
        seen.add((roles.visitor, roles.host, roles.person or ""))
        yield draft
    for anchor in chart.cues("verb.visit", "verb.be_in", "noun.visit"):
        if _tells_none(chart, discourse, anchor) or (seen and told_with(chart, anchor)):
            continue
        if not chart.pack.spaced and ("verb.receive" in anchor.classes or (seen and _aside_of_list(chart, anchor))):
            continue  # "同 | 来访的 | 总理举行会谈": since when he is there, is not said
        pair = _guest_and_host(chart, discourse, anchor, last)
        if pair is None or pair[0].actor is None:
            continue
        visitor, host = pair
        key = (visitor.ids[0], host.ids[0], pair[0].actor.person)
        told_of = any(one[:2] == key[:2] and one[2] for one in seen)
        again = key in seen or (told_of and not key[2] and date_of(chart, anchor) is None)
        if again or _calls_off(chart, anchor, [one[0] for one in seen], visitor.ids[0]):
            continue
        seen.add(key)
        told = draft_visit(chart, discourse, anchor, visitor, host)
        if told is not None:
            told = at_host(chart, onward(told, went))
            assert isinstance(told.roles, Visit)
            went, last = told, told.roles
            yield from each_of(chart, told, visitor) or each_date(chart, told, anchor)
            yield from (*further(chart, told, anchor), *next_leg(chart, told, anchor), *went_too(chart, told, anchor))
    yield from _invited(chart, discourse)
    for verb in chart.cues("verb.receive"):
        guest, home = find_guest(chart, verb)
        if guest is None or guest.actor is None or any(one[:2] == (guest.ids[0], home.ids[0]) for one in seen):
            continue
        told = draft_visit(chart, discourse, verb, guest, home)
        if told is not None:
            yield told


def _aside_of_list(chart: Chart, anchor: Mention) -> bool:
    """Whether a word for a visit only tells, in a bracket, what one of a list came for: "X（2000年 | 来京 | …）"."""
    return chart.aside(anchor.start) is not None and chart.pack.order == "svo"


def _tells_none(chart: Chart, discourse: Discourse, anchor: Mention) -> bool:
    """Whether a word for visits tells of none: it only describes, counts them, was told before; a stay of no day."""
    if "fact.ever" in anchor.classes or only_describes(chart, anchor) or _told_before(chart, discourse, anchor):
        return True
    counted = "indicator.visits" in anchor.classes and any(_counts(one, anchor) for one in chart.kind("quantity"))
    return counted or (_is_stay(anchor) and date_of(chart, anchor) is None)


def _is_stay(anchor: Mention) -> bool:
    return not anchor.classes & {"verb.visit", "noun.visit"}


def _guest_and_host(
    chart: Chart, discourse: Discourse, anchor: Mention, last: Visit | None
) -> tuple[Mention, Found] | None:
    """Who visits whom, each one party; ``None`` where one of them is not told, or both are the same."""
    visitor, inviter = _guest(chart, discourse, anchor)
    if visitor is None or visitor.actor is None:
        return None
    host = inviter or host_of(chart, discourse, anchor, visitor.ids[0] if visitor.ids else "")
    if "mark.returned" in anchor.classes:
        visitor, host = returned(chart, discourse, anchor, (visitor, host), last)
    if host is None or len(host.ids) != 1 or (_is_stay(anchor) and not _stays(chart, anchor)):
        return None
    unnamed = not visitor.ids or not _is_named(chart, host)
    if (unnamed and _shown_something(chart, anchor)) or _of_no_one(chart, anchor, visitor):
        return None
    ranked = with_party(by_rank(chart, visitor, anchor), discourse, host.ids[0], chart.pack.home)
    visitor = without_hosts(chart, discourse, ranked, host=host, before=visitor)
    host = host_instead(chart, discourse, visitor, host)
    return None if len(visitor.ids) != 1 or visitor.ids == host.ids else (visitor, host)


def _calls_off(chart: Chart, noun: Mention, gone: Sequence[str], visitor: str) -> bool:
    """Whether a later clause only calls off the visit told of before it: "sollte kommen; die Reise | fiel aus"."""
    if "noun.visit" not in noun.classes:
        return False
    start, end = chart.clause(noun.start)
    called = chart.within(chart.cues("fact.cancel", "fact.postpone"), start, end)
    return start > 0 and visitor in gone and bool(called) and not chart.within(chart.actors, start, end)


def _told_before(chart: Chart, discourse: Discourse, anchor: Mention) -> bool:
    """Whether "during the visit" only takes up the journey that the sentence before told of, without day or place."""
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.role in ("in", "to") and not one.deictic]
    taken = "deixis.occasion" in anchor.classes and bool(chart.pack.cases)
    last = chart.pack.order == "sov" or not places  # "ziyaret kapsamında … toplantı | Ankara'da | yapılacak"
    return taken and discourse.recent_visitor() is not None and not chart.dates and last


def _guest(chart: Chart, discourse: Discourse, anchor: Mention) -> tuple[Mention | None, Found | None]:
    """Who goes, and whose guest where an invitation tells it."""
    bidden = find_bidden(chart, anchor)
    if bidden[0] is not None:
        return bidden
    going = find_traveller(chart, discourse, anchor) or still_going(chart, discourse, anchor)
    return (owned(chart, discourse, going), None) if going is not None else find_addressee(chart, anchor)


def _is_named(chart: Chart, host: Found) -> bool:
    """Whether a host is named in the sentence, itself or by a city of its."""
    return any(set(host.ids) & {*one.ids, one.country} for one in (*chart.parties, *chart.kind("city")))


def _of_no_one(chart: Chart, anchor: Mention, visitor: Mention) -> bool:
    """Whether several visits of somebody unnamed are told without a day: "state visits of the president abroad"."""
    named = visitor.actor is not None and visitor.actor.person
    return "indicator.visits" in anchor.classes and not chart.dates and not named


def _shown_something(chart: Chart, anchor: Mention) -> bool:
    """Whether the verb takes a thing and no country: "visited | a factory near Novi Sad": whose guest, is open."""
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.form != "adjective"]
    sites = [one for one in chart.cues("noun.site") if one.distance(anchor) <= _SITE_REACH]
    before = any(one.end <= anchor.start and not _one_between(one, anchor, places) for one in sites)
    behind = any(one.start >= anchor.end and not _one_between(anchor, one, places) for one in sites)
    return before if chart.pack.order == "sov" else behind or (chart.pack.inverts and before)


def _invited(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The visits that somebody in office is invited to, told without a word for the visit."""
    for cue, invited, host in find_invited(chart, discourse):
        if len(host.ids) != 1:
            continue
        guest = with_party(invited, discourse, host.ids[0], chart.pack.home)
        goes = len(guest.ids) == 1 and guest.ids != host.ids
        told = draft_visit(chart, discourse, cue, guest, host) if goes else None
        if told is not None:
            yield replace(told, modality="requested" if told.modality == "asserted" else told.modality)


def _stays(chart: Chart, anchor: Mention) -> bool:
    """Whether a place to be in stands right before a verb of being, where verbs come last: "Астанада | болды"."""
    if chart.pack.order != "sov":
        return True
    word = chart.text[anchor.start : anchor.end].lower()
    led_on = bool(chart.pack.converbs) and word.endswith(chart.pack.converbs) and " " not in word
    if led_on and chart.text[anchor.end : anchor.end + 1] != ",":
        return False
    places = [
        one for one in (*chart.parties, *chart.kind("city")) if one.role in ("in", "to") and one.end <= anchor.start
    ]
    return any(anchor.start - one.end <= _STAY_REACH for one in places)


def _several(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The visits of several people told by one verb, each with a date: "X came in 1995, Y in 2004 and Z in 2007"."""
    people = [
        one
        for one in chart.actors
        if one.actor is not None and one.actor.office and one.actor.person and one.role == "" and one.form != "pronoun"
    ]
    people = [one for one in people if chart.pack.spaced or not only_says(chart, one)]
    apart = list(_gapped(chart, discourse, people))
    yield from apart
    gone = {one.roles.person for one in apart if isinstance(one.roles, Visit)}
    verbs = chart.cues("verb.visit")
    nouns = chart.cues("noun.visit") if chart.pack.order == "svo" and chart.pack.spaced else []
    told = {chart.clause(one.start) for one in nouns} - {chart.clause(one.start) for one in verbs}
    people = [one for one in people if chart.clause(one.start) not in told]  # "; la reine fit seule | le voyage"
    if people and not chart.pack.spaced:
        verbs = [one for one in verbs if one.start >= people[-1].end][:1]
    dates = dates_by_member(chart, people)
    if len(verbs) != 1 or not dates:
        return
    for one in people:
        if one.actor is not None and one.actor.person in gone:
            continue
        host = host_of(chart, discourse, verbs[0], one.ids[0] if one.ids else "")
        visitor = (
            with_party(one, discourse, host.ids[0], chart.pack.home) if host is not None and len(host.ids) == 1 else one
        )
        if host is None or len(host.ids) != 1 or len(visitor.ids) != 1 or visitor.ids == host.ids:
            continue
        draft = draft_visit(chart, discourse, verbs[0], visitor, host)
        if draft is not None:
            yield replace(draft, dated=dates[one.start])


def _gapped(chart: Chart, discourse: Discourse, people: Sequence[Mention]) -> Iterator[Draft]:
    """The visits that leave the verb out: "A s'est rendu à Astana en 2014 | et le président B à Paris en 2015"."""
    verbs = chart.cues("verb.visit")
    if chart.pack.order == "sov":
        yield from _each_led(chart, discourse, people)
        return
    if len(verbs) != 1 or chart.pack.order != "svo" or "noun.visit" in verbs[0].classes:
        return
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.role in ("in", "to", "object")]
    for one in people:
        stop = min((other.start for other in chart.actors if other.start > one.start), default=len(chart.text))
        place = next((at for at in places if 0 <= at.start - one.end <= _SEGMENT), None)
        days = [day for day in chart.dates if one.end < day.start < stop]
        ids = party_ids(place) if place is not None and place.start < stop else ()
        if one.start < verbs[0].end or len(ids) != 1 or not days or chart.within(events(chart), one.end, stop):
            continue
        visitor = with_party(one, discourse, ids[0], chart.pack.home)
        if len(visitor.ids) == 1 and visitor.ids != ids:
            draft = draft_visit(chart, discourse, verbs[0], visitor, Found(ids=ids))
            if draft is not None:
                yield replace(draft, dated=dated(days[0]))


def _each_led(chart: Chart, discourse: Discourse, people: Sequence[Mention]) -> Iterator[Draft]:
    """The visits of a list that one word behind it tells: "Gül'ün Akra'ya 23 Mart'ta, Mahama'nın da … ziyareti"."""
    people = [one for one in chart.actors if one.actor is not None and one.actor.office and one.actor.person]
    told = [one for one in chart.cues("noun.visit", "verb.visit") if people and one.start >= people[-1].end]
    if len(people) < _SEVERAL or not told:
        return
    ours = {cue.start for cue in chart.cues("deixis.we")}  # "ülkemize": its own ending has told the case
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.role in ("to", "object") or one.start in ours]
    ends = [*(one.start for one in people[1:]), told[0].start]
    legs = []
    for who, stop in zip(people, ends, strict=True):
        where, when = chart.within(places, who.end, stop), chart.within(chart.dates, who.end, stop)
        if (
            len(where) != 1
            or len(when) != 1
            or len(party_ids(where[0])) != 1
            or any("noun.visit" not in one.classes for one in chart.within(events(chart), who.end, stop))
        ):
            return
        legs.append((who, where[0], when[0]))
    for who, place, day in legs:
        visitor = with_party(who, discourse, party_ids(place)[0], chart.pack.home)
        if len(visitor.ids) == 1 and visitor.ids != party_ids(place):
            draft = draft_visit(chart, discourse, told[0], visitor, Found(ids=party_ids(place), context=place.context))
            cities = place_names([place] if place.kind == "city" else [])
            if draft is not None and isinstance(draft.roles, Visit):
                yield replace(draft, roles=replace(draft.roles, places=cities), dated=dated(day))


def _counts(number: Mention, anchor: Mention) -> bool:
    """Whether a number counts visits: right beside the noun, or before it and an adjective ("two official visits")."""
    hit = number.quantity
    if hit is None or hit.ordinal or hit.unit in ("year", "month", "week", "day"):
        return False
    return number.distance(anchor) <= 3 or (hit.unit == "count" and 0 <= anchor.start - number.end <= _COUNTED)
