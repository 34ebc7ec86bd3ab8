"""Days without their month: whether they tell on from a day before them, or go back to the week of writing."""

from __future__ import annotations

from comity.dates.parts import Part
from comity.model.when import Point, When

_TOLD_ON = 62  # days
_WEEK = 7


def goes_back(named: When | None, document: When | None, part: Part) -> bool:
    """Whether a bare day, earlier than that named before it, is one of the week of writing: "3月10日…，6日会晤"."""
    day, written = side_of(named), side_of(document)
    if day is None or written is None or day.day is None or written.day is None or part.day is None:
        return False
    return part.day < day.day and 0 <= written.day - part.day <= _WEEK and day.month != written.month


def tells_on(previous: When | None, document: When | None, part: Part) -> bool:
    """Whether a bare day goes on from the day named before it, in a month not long before that of the document."""
    side = side_of(previous)
    if previous is None or document is None or side is None or side.day is None or part.day is None:
        return False
    return 0 <= bounds(document)[0] - bounds(previous)[1] <= _TOLD_ON and part.day >= side.day


def side_of(when: When | None) -> Point | None:
    """The later side of a date, which a bare day leans on."""
    return (when.end or when.start) if when else None


def bounds(when: When) -> tuple[int, int]:
    """The first and the last day of a date, counted."""
    return when.first or 0, when.last or 0
