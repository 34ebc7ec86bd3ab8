"""The days of missions that a sentence tells of together: each sender's own, and none that is a "since" of another."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated
from comity.claims.frames.attach import dated, event_date, since, standing_date
from comity.claims.frames.by_member import respectively
from comity.claims.frames.posts import Post
from comity.claims.frames.seats import kept_until
from comity.claims.frames.strung import begun
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


def date_of_post(chart: Chart, discourse: Discourse, post: Post, event: str) -> Dated:
    """When what is told of a mission happened, or over which time it is there; what is lacking has no later day."""
    if post.dateless:
        return Dated()
    if event not in ("exists", "absent"):
        told = dated(post.day) if post.day is not None else event_date(chart, discourse, post.verb)
        return begun(chart, on_its_own_day(chart, post.verb, told)) if event == "opened" else told
    own = _since_beside(chart, post.noun) if event == "exists" else None
    if own is not None:
        return dated(own)
    said = post.noun if event == "absent" else post.verb  # "has no embassy, | but an office opened in 2015"
    held = standing_date(chart, discourse, said)
    if event == "absent" and _behind_colon(chart, post.noun, held):
        return Dated()
    when = kept_until(held, post.day) if post.day is not None else held
    if when.when is not None and not when.when.interval and event == "exists":
        return Dated(when=since(when.when), alternatives=(), context=when.context)
    return when


def _behind_colon(chart: Chart, noun: Mention, held: Dated) -> bool:
    """Whether a day is of what a colon leads to: "there is no consulate in A: | its opening was asked for in 2017"."""
    day = next((one for one in chart.dates if one.date is not None and one.date.when == held.when), None)
    return day is not None and noun.end <= day.start and ": " in chart.text[noun.end : day.start]


def _since_beside(chart: Chart, noun: Mention) -> Mention | None:
    """The beginning told right behind a mission, where others have theirs: "a consul from 1871, a | post from 1906"."""
    told = [one for one in chart.dates if one.date is not None and one.date.kind == "since"]
    near = [one for one in told if 0 <= one.start - noun.end <= 1]
    return near[0] if near and len(told) > 1 else None
