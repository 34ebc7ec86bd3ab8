"""Travellers told behind the first, each with a day of his own: "A was in Zagreb on 2 December 2004 | and President B
on 7 December 2009 |"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Visit

_BESIDE = 3  # ", ", " (", " el "
_MARKS = " ,;()"


def went_too(chart: Chart, told: Draft, anchor: Mention) -> Iterator[Draft]:
    """The same journey of each in office who is named behind its day, with a day right behind and no verb between.

    Refuses one of the host's, languages whose verbs come last or first, and a first journey told on no day.
    """
    roles = told.roles
    assert isinstance(roles, Visit)
    plain = chart.pack.order == "svo" and chart.pack.spaced and told.dated.when is not None
    place = next((day.end for day in chart.dates if day.date and day.date.when == told.dated.when), 0) if plain else 0
    while place > anchor.end:
        day = _next_day(chart, place)
        who = _next_traveller(chart, place, day) if day is not None else None
        if day is None or who is None or who.actor is None or roles.host in who.ids:
            return
        sender = who.ids[0] if len(who.ids) == 1 else roles.visitor
        yield replace(
            told,
            roles=replace(roles, visitor=sender, person=who.actor.person, office=who.actor.office),
            dated=dated(day),
        )
        place = day.end


def _next_day(chart: Chart, place: int) -> Mention | None:
    return next((day for day in chart.dates if day.start >= place), None)


def _next_traveller(chart: Chart, place: int, day: Mention) -> Mention | None:
    """The one in office between two days, joined to what stands before and with the day right behind."""
    between = [one for one in chart.actors if place <= one.start and one.end <= day.start]
    if len(between) != 1 or between[0].actor is None or not (between[0].actor.office and between[0].actor.person):
        return None
    one, actor = between[0], between[0].actor
    others = chart.within(chart.cues("verb", "fact"), place, day.start)
    others += [it for it in chart.kind("city", "party") if place <= it.start < day.start and it.end > one.end]
    words = chart.text[place : one.start].strip(_MARKS).lower().split()
    joined = all(word in chart.pack.joiners or word in chart.pack.skip for word in words)
    beside = day.start - max(one.end, actor.person_end) <= _BESIDE
    return one if joined and beside and not others else None
