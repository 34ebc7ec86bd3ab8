"""Days in brackets that lean on the bracket before them: "Rabat (22 May), Addis Ababa (23–24) and Kigali (25)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from comity.dates.hit import DateHit, DateKind
from comity.model.when import When

_DAYS = re.compile(r"\((\d{1,2})(?:\s?(?:[-–—]|[^\W\d_]{1,3})\s?(\d{1,2}))?\)")
_NEAR = 90  # letters between two such brackets: a name or two
_MOST_DAYS = 31
_LONGEST = 12  # "(13 and 14)"


def with_bracket_days(text: str, hits: Sequence[DateHit]) -> list[DateHit]:
    """The dates, and the days alone in brackets behind one that stands in a bracket with its month and year.

    Each goes on from the bracket before it: refuses a number that is no later day of the month ("(3)" behind "(14)"),
    and one behind another date.
    """
    out = list(hits)
    starts = sorted(hit.start for hit in hits)
    for hit in hits:
        if _in_bracket(text, hit):
            out += _behind(text, hit, starts)
    return sorted(out, key=lambda one: one.start) if len(out) > len(hits) else out


def _in_bracket(text: str, hit: DateHit) -> bool:
    last = hit.when.end or hit.when.start
    inside = text[hit.start_full - 1 : hit.start_full] == "(" and text[hit.end_full : hit.end_full + 1] == ")"
    return inside and last is not None and last.day is not None and last.mark == ""


def _behind(text: str, hit: DateHit, starts: Sequence[int]) -> list[DateHit]:
    side = hit.when.end or hit.when.start
    out: list[DateHit] = []
    if side is None or side.day is None or side.month is None:
        return out
    at, day = hit.end_full, side.day
    while (found := _DAYS.search(text, at, at + _NEAR + _LONGEST)) is not None:
        low, high = int(found.group(1)), int(found.group(2) or found.group(1))
        behind = bisect_right(starts, at)
        other = behind < len(starts) and starts[behind] < found.end()
        if found.start() - at > _NEAR or other or not day <= low <= high <= _MOST_DAYS:
            break
        start, end = found.start() + 1, found.end() - 1
        first, last = When.day(int(side.year), side.month, low), When.day(int(side.year), side.month, high)
        when = first if low == high else When.between(first, last)
        kind: DateKind = "absolute" if low == high else "period"
        out.append(DateHit(start=start, end=end, start_full=start, end_full=end, when=when, kind=kind, needs=hit.needs))
        at, day = found.end(), high
    return out
