"""Cities of a list with a date of their own put before them: "in Casablanca and, since 5 April 2021, in Dakhla"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Mission


def inserted_cities(chart: Chart) -> list[tuple[Mention, Mention]]:
    """The cities, each with the date that stands between it and the joiner behind another city of its state."""
    cities = [one for one in chart.kind("city") if one.role == "in" and one.country]
    out = []
    for day in chart.dates:
        before = [one for one in cities if one.end <= day.start]
        behind = [one for one in cities if one.start >= day.end]
        if before and behind and before[-1].country == behind[0].country and _joins(chart, before[-1], day, behind[0]):
            out.append((day, behind[0]))
    return out


def without_inserted(chart: Chart, pairs: Sequence[tuple[Mention, Mention]]) -> Chart:
    """The sentence without these cities and their dates, which are no others'."""
    gone = [one for pair in pairs for one in pair]
    return replace(chart, mentions=tuple(one for one in chart.mentions if one not in gone)) if gone else chart


def read_inserted(pairs: Sequence[tuple[Mention, Mention]], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What was told of the mission in the city before, of each such city with its own date."""
    for day, city in pairs:
        told = [one for one in drafts if isinstance(one.roles, Mission) and one.roles.receiver == city.country]
        if told and isinstance(told[-1].roles, Mission):
            name, number = city_roles(city)
            yield replace(told[-1], roles=replace(told[-1].roles, city=name, city_id=number), dated=dated(day))


def _joins(chart: Chart, before: Mention, day: Mention, city: Mention) -> bool:
    """Whether nothing but a joiner and commas stand around the date."""
    first = chart.text[before.end : day.start].replace(",", " ").lower().split()
    _, begin = role_before(chart.text, city.start, chart.pack)
    second = chart.text[day.end : begin].replace(",", " ").strip()
    return bool(first) and all(word in chart.pack.joiners for word in first) and not second
