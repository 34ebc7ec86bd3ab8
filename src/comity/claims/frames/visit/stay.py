"""How long a visit was: "arrived on Monday for a two-day visit" takes in the day after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.when import When

_REACH = 120
_FINISHED = ("fact.cancel", "fact.postpone")


def stayed(chart: Chart, told: Dated, anchor: Mention, *, coming: bool = False) -> Dated:
    """The time of a visit that a word gives its days ("a two-day visit"): from its day to its last.

    "On Wednesday he concluded his three-day visit": up to its day. Refuses a time that is no single day. Only one that
    is ``coming`` keeps the other reading of its day: "is expected on | Wednesday | for a two-day visit".
    """
    when = told.when
    start = when.start if when is not None and not when.interval else None
    cue = anchor if anchor.kind_in("stay") else chart.nearest(anchor, chart.cues("stay"), limit=_REACH)
    if start is None or start.day is None or start.month is None or start.mark or cue is None or chart.has(*_FINISHED):
        return told
    another = cue.end <= anchor.start and "noun.visit" not in anchor.classes
    if chart.pack.order == "svo" and another and chart.within(chart.cues("fact.over"), 0, cue.start):
        return Dated()  # "a achevé mercredi sa visite de trois jours en Namibie et | s'est envolé | pour le Botswana"
    days, over = int(cue.kind_in("stay")), chart.has("fact.over", "verb.end")
    others = (_stretched(one, days, over) for one in told.alternatives)
    kept = tuple(one for one in others if one is not None)
    return replace(told, when=_stretched(when, days, over), alternatives=kept if coming else ())


def _stretched(when: When | None, days: int, over: bool) -> When | None:
    """The time of that many days from a single day, or up to it where they are ``over``; none of what is no day."""
    side = when.start if when is not None and not when.interval else None
    if side is None or side.day is None or side.month is None or side.mark:
        return None
    first, more = date(int(side.year), side.month, side.day), timedelta(days=days - 1)
    begin, end = (first - more, first) if over else (first, first + more)
    return When.between(*(When.day(one.year, one.month, one.day) for one in (begin, end)))
