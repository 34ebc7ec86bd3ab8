"""The days of missions that a sentence tells of together: each sender's own, and none that is a "since" of another."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.discourse import Found
from comity.claims.draft import Dated
from comity.claims.frames.attach import dated
from comity.claims.frames.by_member import respectively
from comity.claims.marks import CLAUSE_COMMAS, has_any
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


def since_beside(chart: Chart, noun: Mention) -> Mention | None:
    """The beginning told right behind a mission, where others have theirs: "a consul from 1871, a | post from 1906"."""
    begun = [one for one in chart.dates if one.date is not None and one.date.kind == "since"]
    near = [one for one in begun if 0 <= one.start - noun.end <= 1]
    return near[0] if near and len(begun) > 1 else None


def of_what_is_there(chart: Chart, noun: Mention, told: Dated) -> bool:
    """Whether a day is another mission's or deed's: "hat keine Botschaft, nur ein Büro, | seit 2013"."""
    day = next((one for one in chart.dates if one.date is not None and one.date.when == told.when), None)
    if day is None or day.start < noun.end or not has_any(chart.text[noun.end : day.start], CLAUSE_COMMAS + ":"):
        return False
    return bool(chart.within(chart.cues("mission", "verb.open", "verb.close", "deixis.one"), noun.end, day.start))
