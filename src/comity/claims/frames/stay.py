"""How long a visit was: "arrived on Monday for a two-day visit" takes in the day after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from comity.claims.chart import Chart
from comity.claims.draft import Dated
from comity.claims.mention import Mention
from comity.model.when import When

_REACH = 120
_FINISHED = ("fact.cancel", "fact.postpone")


def stayed(chart: Chart, told: Dated, anchor: Mention) -> Dated:
    """The time of a visit that a word gives its days ("a two-day visit"): from its day to its last.

    "On Wednesday he concluded his three-day visit": up to its day. Refuses a time that is no single day.
    """
    when = told.when
    start = when.start if when is not None and not when.interval else None
    cue = anchor if anchor.kind_in("stay") else chart.nearest(anchor, chart.cues("stay"), limit=_REACH)
    if start is None or start.day is None or start.month is None or start.mark or cue is None or chart.has(*_FINISHED):
        return told
    first = date(int(start.year), start.month, start.day)
    more = timedelta(days=int(cue.kind_in("stay")) - 1)
    over = chart.has("fact.over", "verb.end")
    begin, end = (first - more, first) if over else (first, first + more)
    days = (When.day(one.year, one.month, one.day) for one in (begin, end))
    return replace(told, when=When.between(*days), alternatives=())
