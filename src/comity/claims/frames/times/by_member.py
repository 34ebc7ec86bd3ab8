"""The date of each of several members: one beside each, or a list of dates paired with a list of names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined

_RIGHT_BEHIND = 10
_BEHIND = 4
_LISTED = 3


def dates_by_member(chart: Chart, members: Sequence[Mention]) -> dict[int, Dated]:
    """The date of each of several members, where each has one of its own: "with A on 1 May, with B on 2 May".

    Keyed by where the member begins; empty unless every member has exactly one date on the same side, in its clause.
    """
    if len(members) < 2 or len(chart.dates) < len(members):
        return {}
    starts = [one.start for one in members]
    low, high = _bounds(chart, members)
    for bounds in (
        zip(starts, [*starts[1:], high], strict=True),
        zip([low, *starts[:-1]], starts, strict=True),
    ):
        spans = list(bounds)
        owned = [[date for date in chart.dates if low <= date.start < high] for low, high in spans]
        apart = chart.pack.spaced and any(
            chart.clause(dates[0].start) != chart.clause(start)
            for dates, start in zip(owned, starts, strict=True)
            if dates
        )
        if all(len(dates) == 1 for dates in owned) and not apart:
            return {start: dated(dates[0]) for start, dates in zip(starts, owned, strict=True)}
    return _right_behind(chart, members)


def dates_beside(chart: Chart, members: Sequence[Mention]) -> dict[int, Dated]:
    """The dates of a list whose members each have theirs right behind, or none: "A on 7 May, B, and C | on 12 May |".

    Empty unless there are three members of one kind and two of them have a date of their own, none having two, in one
    clause.
    """
    few = len(members) < _LISTED or chart.pack.order != "svo" or not chart.pack.spaced
    few = few or len({one.kind_in("mission") for one in members}) > 1
    if few or len({chart.clause(one.start) for one in members}) > 1:
        return {}
    starts = [one.start for one in members]
    ends = [*starts[1:], chart.clause(starts[-1])[1]]
    owned = [chart.within(chart.dates, low, high) for low, high in zip(starts, ends, strict=True)]
    if any(len(days) > 1 for days in owned) or sum(map(len, owned)) < _LISTED - 1:
        return {}
    return {start: dated(days[0]) if days else Dated() for start, days in zip(starts, owned, strict=True)}


def _right_behind(chart: Chart, members: Sequence[Mention]) -> dict[int, Dated]:
    """The date right behind each of several members, others farther on: "joined A | in 1993 | and B | in 2024 |, …"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or len({chart.clause(one.start) for one in members}) > 1:
        return {}
    days = [next((date for date in chart.dates if 0 < date.start - one.end <= _BEHIND), None) for one in members]
    told = [day for day in days if day is not None]
    return {one.start: dated(day) for one, day in zip(members, told, strict=True)} if len(told) == len(days) else {}


def _bounds(chart: Chart, members: Sequence[Mention]) -> tuple[int, int]:
    """Where the dates of members may stand: in their clause where verbs come last, else in the sentence."""
    low, high = chart.clause(members[0].start)
    whole = chart.pack.order == "sov" and all(low <= one.start < high for one in members)
    return (low, high) if whole else (0, len(chart.text))


def respectively(chart: Chart, members: Sequence[Mention], anchor: Mention) -> dict[int, Dated]:
    """The date of each of several members that one list of dates is paired with: "A、B、C分别于1991年、1992年和1993年".

    Keyed by where the member begins; empty unless the text says so and there are as many dates as members.
    """
    if len(members) < 2 or not chart.has("mark.severally"):
        return {}
    start, end = members[0].start, max(anchor.end, chart.clause(anchor.start)[1])
    dates = [one for one in chart.dates if start <= one.start < end]
    chained = all(joined(chart.between(left, right), chart.pack) for left, right in pairwise(dates))
    if not dates:
        start = chart.clause(anchor.start)[0]
        dates = [one for one in chart.dates if start <= one.start < members[0].start]
        chained = all(joined(chart.between(left, right), chart.pack) for left, right in pairwise(dates))
    if len(dates) != len(members) or not chained:
        return {}
    return {one.start: dated(date) for one, date in zip(members, dates, strict=True)}


def of_the_next(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a role is another organization's, right behind it: "ties with the EU and the chair | of the OSCE"."""
    behind = [body for body in chart.kind("organization") if 0 < body.start - anchor.end <= _RIGHT_BEHIND]
    own = chart.pack.spaced and bool(anchor.kind_in("role")) and one.end <= anchor.start
    return own and any(body.role == "of" for body in behind)
