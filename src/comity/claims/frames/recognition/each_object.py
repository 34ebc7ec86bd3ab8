"""Several whom one verb behind them takes, each on a day of its own: "A B'yi 1991'de, | C'yi 1992'de | tanıdı"."""

from __future__ import annotations

import re

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention

_COMMA = re.compile(r",\s")


def objects_by_day(chart: Chart, verb: Mention) -> dict[str, Dated]:
    """Whom a verb that comes last takes, each with the day that stands in its own stretch between commas.

    Empty where fewer than two stretches tell one object and one day each.
    """
    if chart.pack.order != "sov":
        return {}
    start, _ = chart.clause(verb.start)
    commas = [found.end() for found in _COMMA.finditer(chart.text, start, verb.start)]
    out: dict[str, Dated] = {}
    for low, high in zip([start, *commas], [*commas, verb.start], strict=True):
        days = chart.within(chart.dates, low, high)
        objects = [one for one in chart.within(chart.parties, low, high) if _is_taken(chart, one, high)]
        if len(days) == 1 and len(objects) == 1 and len(objects[0].ids) == 1 and objects[0].end <= days[0].start:
            out[objects[0].ids[0]] = dated(days[0])
        elif days or objects:
            return {}
    return out if len(out) > 1 else {}


def _is_taken(chart: Chart, one: Mention, stop: int) -> bool:
    """Whether a state is the verb's object, or its independence is."""
    owned = one.role == "of" and any(one.end <= cue.start < stop for cue in chart.cues("noun.independence"))
    return one.role == "object" or owned
