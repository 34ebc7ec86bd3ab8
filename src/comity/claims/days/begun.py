"""Times that only begin, beside the day of something that happened."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BECOMES = frozenset({"verb.open", "verb.close", "verb.move", "verb.raise", "verb.lower"})


def only_begins(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a time that goes on stands beside the day of what became of a mission: "nach … | ab 1953 | … im März"."""
    if one.date is None or one.date.kind != "since" or not anchor.classes & _BECOMES:
        return False
    beside = chart.within(chart.dates, *chart.clause(anchor.start))
    return any(other.date is not None and not other.date.when.interval for other in beside if other is not one)
