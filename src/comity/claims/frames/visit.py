"""Visits: somebody in office of one party goes to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.chart import Chart, party_ids
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.frames.arrivals import only_describes, told_with
from comity.claims.frames.attach import date_of, dated
from comity.claims.frames.by_member import dates_by_member
from comity.claims.frames.date_owners import events
from comity.claims.frames.first_of_all import by_rank, host_instead
from comity.claims.frames.guests import find_guest
from comity.claims.frames.hosts import host_of
from comity.claims.frames.invited import find_addressee, find_bidden, find_invited
from comity.claims.frames.listed import listed_visits
from comity.claims.frames.returned import returned
from comity.claims.frames.shared_titles import each_of
from comity.claims.frames.travellers import (
    find_traveller,
    only_says,
    owned,
    still_going,
    with_party,
    without_hosts,
)
from comity.claims.frames.visit_days import at_host, bracket_day, each_date
from comity.claims.frames.visit_draft import draft_visit
from comity.claims.frames.visit_of_that import read_visits_in_turn, read_visits_of_that
from comity.claims.mention import Mention
from comity.claims.places import place_names
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
    for draft in (*listed_visits(chart, discourse), *_several(chart, discourse), *apart):
        roles = draft.roles
        assert isinstance(roles, Visit)
        seen.add((roles.visitor, roles.host, roles.person or ""))
        yield draft
    for anchor in chart.cues("verb.visit", "verb.be_in", "noun.visit"):
        if (
            ("fact.ever" in anchor.classes or only_describes(chart, anchor))
            or _told_before(chart, discourse, anchor)
            or (seen and told_with(chart, anchor))
        ):
            continue
        stay = not anchor.classes & {"verb.visit", "noun.visit"}
        counted = "indicator.visits" in anchor.classes and any(_counts(one, anchor) for one in chart.kind("quantity"))
        if counted or (stay and date_of(chart, anchor) is None):
            continue
        visitor, inviter = _guest(chart, discourse, anchor)
        if visitor is None or visitor.actor is None:
            continue
        host = inviter or host_of(chart, discourse, anchor, visitor.ids[0] if visitor.ids else "")
        if "mark.returned" in anchor.classes:
            visitor, host = returned(chart, discourse, anchor, (visitor, host), last)
        if host is None or len(host.ids) != 1 or (stay and not _stays(chart, anchor)):
            continue
        if ((not visitor.ids or not _is_named(chart, host)) and _shown_something(chart, anchor)) or _of_no_one(
            chart, anchor, visitor
        ):
            continue
        ranked = with_party(by_rank(chart, visitor, anchor), discourse, host.ids[0], chart.pack.home)
        visitor = without_hosts(chart, discourse, ranked, host=host, before=visitor)
        host = host_instead(chart, discourse, visitor, host)
        if visitor.actor is None or len(visitor.ids) != 1 or visitor.ids == host.ids:
            continue
        key = (visitor.ids[0], host.ids[0], visitor.actor.person)
        told_of = any(one[:2] == key[:2] and one[2] for one in seen)
        again = key in seen or (told_of and not key[2] and date_of(chart, anchor) is None)
        if again or _calls_off(chart, anchor, [one[0] for one in seen], visitor.ids[0]):
            continue
        seen.add(key)
        told = draft_visit(chart, discourse, anchor, visitor, host)
        if told is not None:
            told = at_host(chart, _onward(told, went))
            assert isinstance(told.roles, Visit)
            went, last = told, told.roles
            yield from each_of(chart, told, visitor) or each_date(chart, told, anchor)
            yield from (*_further(chart, told, anchor), *_next_leg(chart, told, anchor))
    yield from _invited(chart, discourse)
    for verb in chart.cues("verb.receive"):
        guest, home = find_guest(chart, verb)
        if guest is None or guest.actor is None or any(one[:2] == (guest.ids[0], home.ids[0]) for one in seen):
            continue
        told = draft_visit(chart, discourse, verb, guest, home)
        if told is not None:
            yield told


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
    return taken and discourse.recent_visitor() is not None and not chart.dates and not places


def _guest(chart: Chart, discourse: Discourse, anchor: Mention) -> tuple[Mention | None, Found | None]:
    """Who goes, and whose guest where an invitation tells it."""
    bidden = find_bidden(chart, anchor)
    if bidden[0] is not None:
        return bidden
    going = find_traveller(chart, discourse, anchor) or still_going(chart, discourse, anchor)
    return (owned(chart, discourse, going), None) if going is not None else find_addressee(chart, anchor)


def _onward(told: Draft, before: Draft | None) -> Draft:
    """The visit with the month or year of the one before it, which it went on from: "in May 1982, then went to B"."""
    when = before.dated.when if before is not None else None
    if before is None or told.dated.when is not None or when is None or when.interval or when.start is None:
        return told
    same = (
        isinstance(before.roles, Visit)
        and isinstance(told.roles, Visit)
        and (before.roles.visitor, before.roles.person, before.modality)
        == (told.roles.visitor, told.roles.person, told.modality)
    )
    return replace(told, dated=before.dated) if same and when.start.day is None else told


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


def _one_between(left: Mention, right: Mention, places: list[Mention]) -> bool:
    return any(left.end <= one.start < right.start for one in places)


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


def _further(chart: Chart, told: Draft, anchor: Mention) -> Iterator[Draft]:
    """The visit to the other states of its host's list: "visitará Ecuador y Perú", "对哈萨克斯坦、俄罗斯进行访问"."""
    roles = told.roles
    assert isinstance(roles, Visit)
    near = chart.nearest(anchor, [one for one in chart.parties if one.ids == (roles.host,) and not one.deictic])
    late = chart.pack.order == "sov"  # "Angola, Togo ve Nijerya'ya | gitti"
    taken = near is not None and (
        near.start >= anchor.end and near.role in ("to", "in", "object", "")
        if chart.pack.spaced and not late
        else near.role in ("to", "object")
    )
    group = chart.group_of(near) if near is not None and (taken or _before_last(chart, near, anchor)) else []
    bracketed = any(bracket_day(chart, one) is not None for one in group)
    for one in group:
        if len(one.ids) == 1 and one.ids[0] not in (roles.host, roles.visitor):
            day = (bracket_day(chart, one) or Dated()) if bracketed else told.dated
            yield replace(told, roles=replace(roles, host=one.ids[0], places=()), dated=day)
    if near is None:
        yield from _to_capitals(chart, told, anchor)


def _before_last(chart: Chart, near: Mention, anchor: Mention) -> bool:
    """Whether a host stands before a verb that may close its clause: "wird Gabun und | Togo | besuchen"."""
    return chart.pack.inverts and near.end <= anchor.start and near.role in ("to", "in", "object", "")


def _to_capitals(chart: Chart, told: Draft, anchor: Mention) -> Iterator[Draft]:
    """The visit to the states of the other cities of a list: "visited Moscow, Ankara and Tehran"."""
    roles = told.roles
    assert isinstance(roles, Visit)
    seats = [one for one in chart.kind("city") if one.country == roles.host and one.form != "title"]
    near = chart.nearest(anchor, seats)
    ahead = near is not None and (near.start >= anchor.end or chart.pack.order == "sov")
    others = (
        [one for one in chart.group_of(near) if near is not None and one.country] if near is not None and ahead else []
    )
    for state in dict.fromkeys(one.country for one in others):
        if state not in (roles.host, roles.visitor):
            places = place_names([one for one in others if one.country == state])
            yield replace(told, roles=replace(roles, host=state, places=places))


def _next_leg(chart: Chart, told: Draft, anchor: Mention) -> Iterator[Draft]:
    """The visit that the next clause tells by a day and a place alone: «…, а на следующий день | – Тбилиси»."""
    roles = told.roles
    assert isinstance(roles, Visit)
    start, end = next((one for one in chart.clauses if one[0] >= anchor.end), (0, 0))
    days = chart.within(chart.dates, start, end)
    places = chart.within([*chart.parties, *chart.kind("city")], start, end)
    others = chart.within([*chart.actors, *events(chart)], start, end)
    if len(days) != 1 or len(places) != 1 or others or chart.pack.order == "sov" or not chart.pack.spaced:
        return
    place, host = places[0], party_ids(places[0])
    bare = not place.deictic and place.form != "adjective" and place.role in ("", "in", "to", "object")
    if bare and len(host) == 1 and host[0] not in (roles.host, roles.visitor):
        cities = place_names([place] if place.kind == "city" else [])
        yield replace(told, roles=replace(roles, host=host[0], places=cities), dated=dated(days[0]))


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
            or chart.within(events(chart), who.end, stop)
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
