"""Missions of two in each other's country, told by state and town: "embassies: Cuba in Luanda, Angola in Havana"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import dated
from comity.claims.frames.times.standing import till_published
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Mission

_NEAR, _FAR, _DATE_REACH, _TWO = 4, 48, 4, 2
_HELD = frozenset({"verb.have", "verb.maintain", "verb.open", "verb.establish", "verb.be_in", "verb.represent"})
_APART = ";."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seat:
    """A state and the town its mission is in, and the day right behind the town."""

    owner: Mention
    city: Mention
    day: Mention | None


def read_each_other(chart: Chart, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The missions of a sentence that pairs two states with a town in the other each, those told already left out.

    "Both keep embassies: Cuba in Luanda, Angola in Havana"; "Peru has an embassy in Rabat, and Morocco one in Lima".
    Refuses towns that are not each in the other's country, and more than one class of mission.
    """
    seats = _seats(chart)
    if len(seats) != _TWO or chart.pack.order != "svo":
        return
    first, second = seats
    if first.city.country not in second.owner.ids or second.city.country not in first.owner.ids:
        return
    told = [one for one in drafts if isinstance(one.roles, Mission)]
    said = {(one.roles.sender, one.roles.receiver) for one in told if isinstance(one.roles, Mission)}
    base = told[0] if told else _base(chart, first)
    if base is None or base.modality != "asserted" or len({_kind(one) for one in (*told, base)}) != 1:
        return
    for seat in seats:
        assert isinstance(base.roles, Mission)
        ends = (seat.owner.ids[0], seat.city.country)
        name, number = city_roles(seat.city)
        roles = replace(base.roles, sender=ends[0], receiver=ends[1], city=name, city_id=number, via=None)
        if ends not in said:
            yield replace(
                base, roles=roles, dated=_day(chart, discourse, seats, seat), context=(), rule="mission.each_other"
            )


def _kind(draft: Draft) -> tuple[str, str]:
    return (draft.roles.kind, draft.roles.event) if isinstance(draft.roles, Mission) else ("", "")


def _seats(chart: Chart) -> list[_Seat]:
    """The states that stand before a town with nothing of weight between: "Cuba in Luanda", "Peru has one in Lima"."""
    out = []
    for city in chart.kind("city"):
        before = [one for one in chart.kind("party") if one.end <= city.start]
        owner = before[-1] if before else None
        begin = role_before(chart.text, city.start, chart.pack)[1]
        if owner is None or owner.deictic or len(owner.ids) != 1 or city.role not in ("in", "") or not city.country:
            continue
        gap = chart.text[owner.end : begin]
        heavy = [cue for cue in chart.within(chart.cues("verb"), owner.end, begin) if not cue.classes & _HELD]
        if len(gap) > _FAR or heavy or any(mark in gap for mark in _APART) or chart.text[begin : city.start] == "":
            continue
        said = chart.within(chart.cues("mission", "deixis.one", *_HELD), owner.end, begin) or owner.role == "of"
        if (len(gap) > _NEAR and not said) or chart.within(chart.cues("noun.mission"), owner.end, begin):
            continue
        out.append(_Seat(owner=owner, city=city, day=chart.day_behind(city.end, _DATE_REACH)))
    return out


def _base(chart: Chart, first: _Seat) -> Draft | None:
    """What a sentence says of the missions it tells in the plural; None where it denies or plans, or names two."""
    nouns = chart.cues("mission")
    kinds = {noun.kind_in("mission") for noun in nouns}
    words = [word for one in nouns for word in re.split(r"[\s-]", chart.text[one.start : one.end].lower())]
    plural = any(word.endswith(chart.pack.plurals) for word in words)
    verbs = [one for one in chart.cues("verb") if one.classes & _HELD]
    told = {one for verb in chart.cues("verb") for one in verb.classes} - _HELD
    colon = ":" in chart.text[nouns[0].end : first.owner.start] if nouns else False
    if len(kinds) != 1 or not plural or not (verbs or colon) or negated(chart, [*verbs, nouns[0]]):
        return None
    if chart.has("fact.plan", "fact.request", "fact.cancel") or told & {"verb.close", "verb.raise", "verb.move"}:
        return None
    opened = any(verb.classes & {"verb.open"} and "verb.have" not in verb.classes for verb in verbs)
    roles = Mission(sender="", receiver="", kind=kinds.pop(), event="opened" if opened else "exists", city=None)
    return Draft(roles=roles, rule="mission.each_other")


def _day(chart: Chart, discourse: Discourse, seats: Sequence[_Seat], seat: _Seat) -> Dated:
    """The day behind a seat's own town; what leads or ends the sentence, where no day stands behind either."""
    if seat.day is not None:
        return dated(seat.day)
    low, high = seats[0].owner.start, seats[-1].city.end
    shared = [one for one in chart.dates if one.end <= low or one.start >= high]
    if len(shared) == 1 and not any(one.day is not None for one in seats) and len(chart.dates) == 1:
        return dated(shared[0])
    return Dated() if chart.dates else till_published(discourse)
