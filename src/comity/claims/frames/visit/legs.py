"""Where a journey goes on to: the other stops of a visit that a sentence tells, each a visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.days.date_owners import events
from comity.claims.frames.times.attach import dated
from comity.claims.frames.visit.days import bracket_day
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import place_names
from comity.model.roles import Visit


def onward(told: Draft, before: Draft | None) -> Draft:
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


def _one_between(left: Mention, right: Mention, places: list[Mention]) -> bool:
    return any(left.end <= one.start < right.start for one in places)


def further(chart: Chart, told: Draft, anchor: Mention) -> Iterator[Draft]:
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


def next_leg(chart: Chart, told: Draft, anchor: Mention) -> Iterator[Draft]:
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
