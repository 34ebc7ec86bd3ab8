"""The last of several meetings or sittings, told by none having been held since."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.when import When


def not_since(chart: Chart, verb: Mention) -> Dated | None:
    """The day of the last meeting, where none was held since: "ne s'étaient plus parlé depuis le 4 février 2023"."""
    start, end = chart.clause(verb.start)
    for one in chart.within(chart.dates, start, end):
        hit = one.date
        if hit is not None and hit.kind == "since" and hit.when.start is not None and hit.when.start.month is not None:
            return Dated(when=When(hit.when.start, None), context=one.context)
    return None
