"""The days of missions that a sentence tells of together: each sender's own, and none that is a "since" of another."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.discourse import Found
from comity.claims.draft import Dated
from comity.claims.frames.attach import dated
from comity.claims.frames.by_member import respectively
from comity.claims.mention import Mention


def day_of_each(chart: Chart, verb: Mention, sender: Found) -> dict[str, Dated]:
    """The day of each of several senders, as a list of days tells them: "A et B … respectivement en juin et en mai"."""
    members = [one for one in chart.parties if one.role == "" and set(one.ids) & set(sender.ids) and not one.deictic]
    days = respectively(chart, members, verb)
    return {one.ids[0]: days[one.start] for one in members if one.start in days}


def on_its_own_day(chart: Chart, verb: Mention, told: Dated) -> Dated:
    """The day of an opening, never a "since" of something else: "opened on Tuesday, shut | since 2002"."""
    when = told.when
    if when is None or not when.interval or when.end is not None or chart.pack.order != "svo":
        return told
    days = [one for one in chart.dates if one.date is not None and not one.date.when.interval]
    near = chart.nearest(verb, days)
    return dated(near) if near is not None else told
