"""Which town a thing stands in, by what stands beside it: "a bust in A, | in B a street"."""

from __future__ import annotations

from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_ARTICLE = 4


def towns_beside(chart: Chart, head: Mention, cities: list[Mention]) -> list[Mention]:
    """The cities told between the same commas as a thing, where its clause names some elsewhere: "in A X, | in B Y"."""
    low, high = stretch(chart, head.start)
    near = chart.within(cities, low, high) if chart.pack.order == "svo" and chart.pack.spaced else []
    return near or cities


def town_right_behind(chart: Chart, head: Mention) -> Mention | None:
    """The town that owns a street or park, where the verb says its name: "una plaza | de Montevideo | se llama"."""
    named = any(head.end <= one.start for one in chart.cues("verb.dedicate"))
    towns = [one for one in chart.kind("city") if one.role == "of" and 0 < one.start - head.end <= _ARTICLE]
    return towns[0] if named and towns and chart.pack.order == "svo" and not chart.pack.cases else None


def towns_of(chart: Chart, head: Mention) -> list[Mention]:
    """The towns behind "of" in a thing's clause, where none is said with "in": "devant la mairie d'| Addis-Abeba"."""
    towns = [one for one in chart.kind("city") if one.role == "of" and one.start > head.end]
    return chart.within(towns, *chart.clause(head.start)) if chart.pack.order == "svo" and chart.pack.spaced else []
