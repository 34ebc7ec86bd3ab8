"""Cities of a list of missions of which one's fate stands in a bracket of its own: "Tabriz (closed 1979), Isfahan"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def bracketed_seats(chart: Chart, noun: Mention, verb: Mention, cities: Sequence[Mention]) -> tuple[Mention, ...]:
    """The cities that a verb is said of: where it stands in a bracket behind one of several, that one alone."""
    own = _before(chart, noun, verb, cities)
    return own or tuple(cities)


def unbracketed_seats(
    chart: Chart, noun: Mention, told: Sequence[Mention], cities: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The cities of a list that no bracket tells more of, where only brackets tell what became of any."""
    owned = [_before(chart, noun, verb, cities) for verb in told]
    if not owned or not all(owned):
        return ()
    taken = {city.start for own in owned for city in own}
    return tuple(city for city in cities if city.start not in taken)


def _before(chart: Chart, noun: Mention, verb: Mention, cities: Sequence[Mention]) -> tuple[Mention, ...]:
    aside = chart.aside(verb.start)
    if aside is None or len(cities) < 2 or chart.aside(noun.start) is not None:
        return ()
    return tuple(city for city in cities if 0 <= aside[0] - city.end <= 1)
