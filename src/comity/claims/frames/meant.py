"""Whether a verb beside relations is said of them: not of a mission, of years that end, of none."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.mention import Mention

_BESIDE = 12


def of_a_mission(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether the verb opens a mission named between: "relations have developed since the | embassy | was opened"."""
    if not {"verb.establish", "verb.open"} <= verb.classes or not chart.pack.spaced or noun.end > verb.start:
        return False
    between = [one for one in chart.cues("mission") if noun.end <= one.start < verb.start]
    return bool(between)


def of_years(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a time of relations is what ends, not they: "ended | 25 years | of hostile ties"."""
    spans = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.unit == "year"]
    return "verb.sever" in verb.classes and any(verb.end <= one.start < noun.start for one in spans)


def none_of(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether the noun itself is denied behind the verb: "severed | no | relations"."""
    return any(verb.end <= one.start and 0 <= noun.start - one.end <= _BESIDE for one in chart.cues("fact.not"))
