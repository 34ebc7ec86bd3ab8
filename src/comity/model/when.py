"""When: a date with its doubt, EDTF (ISO 8601-2) level 1 and open intervals, as precise as its words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from comity.errors import ModelError

_POINT = re.compile(r"^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class Point:
    """One side of a when: year (or decade, century), month or season, day, and its doubt."""

    year: str
    month: int | None = None
    day: int | None = None
    mark: str = ""

    def __str__(self) -> str:
        text = self.year
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text + self.mark

    def bounds(self) -> tuple[int, int]:
        """The first and last day it may be, as proleptic Gregorian ordinals (`datetime.date.toordinal`)."""
        return _bounds(self)

    def _find_bounds(self) -> tuple[int, int]:
        if self.year.endswith("XX"):
            first = int(self.year[:2]) * 100
            return date(max(first, 1), 1, 1).toordinal(), date(first + 99, 12, 31).toordinal()
        if self.year.endswith("X"):
            first = int(self.year[:3]) * 10
            return date(max(first, 1), 1, 1).toordinal(), date(first + 9, 12, 31).toordinal()
        year = int(self.year)
        if self.month is None:
            return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        if self.month in _SEASONS:
            begin, end = _SEASONS[self.month]
            last_year = year + (end < begin)
            return date(year, begin, 1).toordinal(), date(last_year, end, monthrange(last_year, end)[1]).toordinal()
        if self.day is None:
            return (
                date(year, self.month, 1).toordinal(),
                date(year, self.month, monthrange(year, self.month)[1]).toordinal(),
            )
        day = date(year, self.month, self.day).toordinal()
        return day, day

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``season``, ``year``, ``decade`` or ``century``."""
        if self.year.endswith("XX"):
            return "century"
        if self.year.endswith("X"):
            return "decade"
        if self.day is not None:
            return "day"
        if self.month is None:
            return "year"
        return "season" if self.month in _SEASONS else "month"


@lru_cache(maxsize=65536)
def _bounds(point: Point) -> tuple[int, int]:
    """The bounds of a point, remembered: dates are compared again and again."""
    return point._find_bounds()


@dataclass(frozen=True, slots=True)
class When:
    """A point or an interval in time; ``..`` on a side is open.

    >>> str(When.parse("2010-10-06/2010-10-07"))
    '2010-10-06/2010-10-07'
    >>> When.parse("1992").contains(When.parse("1992-07-22"))
    True
    """

    start: Point | None
    end: Point | None
    interval: bool = False

    @classmethod
    def parse(cls, text: str) -> When:
        """The when that this EDTF text writes; `ModelError` where it is none."""
        return _parse(text)

    @classmethod
    def day(cls, year: int, month: int | None = None, day: int | None = None, mark: str = "") -> When:
        """The point of this year, month and day; refuses a day that no calendar has."""
        return cls.parse(str(Point(f"{year:04d}", month, day, mark)))

    @classmethod
    def between(cls, start: When | None, end: When | None) -> When:
        """The interval from the start of one to the end of the other; ``None`` leaves the side open."""
        return cls(start.start if start else None, (end.end if end.interval else end.start) if end else None, True)

    def __str__(self) -> str:
        if not self.interval:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"

    @property
    def first(self) -> int | None:
        """The first day it may be, as an ordinal; ``None`` where it is open."""
        return self.start.bounds()[0] if self.start else None

    @property
    def last(self) -> int | None:
        """The last day it may be, as an ordinal; ``None`` where it is open."""
        if not self.interval:
            assert self.start is not None
            return self.start.bounds()[1]
        return self.end.bounds()[1] if self.end else None

    @property
    def closed(self) -> bool:
        """Whether it is an interval with both its ends known: 1924/1939."""
        return self.interval and self.start is not None and self.end is not None

    @property
    def to_the_day(self) -> bool:
        """Whether its beginning is told to the day: 1924-02-01, 1924-02-01/1924-02-03."""
        return self.start is not None and self.start.day is not None

    @property
    def open_ended(self) -> bool:
        """Whether it is an interval that begins and goes on: 1949/.."""
        return self.interval and self.start is not None and self.end is None

    @property
    def over_years(self) -> bool:
        """Whether it is an interval from one year to another, both known: 1951/1954."""
        return self.interval and self.start is not None and self.end is not None and self.start.year != self.end.year

    @property
    def precision(self) -> str:
        """The precision of its finer side, or ``open``."""
        order = ("day", "month", "season", "year", "decade", "century")
        sides = [side.precision for side in (self.start, self.end) if side is not None]
        return min(sides, key=order.index) if sides else "open"

    @property
    def approximate(self) -> bool:
        """Whether a side is marked about (``~``)."""
        return any(side is not None and side.mark in "~%" and side.mark != "" for side in (self.start, self.end))

    @property
    def uncertain(self) -> bool:
        """Whether a side is marked uncertain (``?``)."""
        return any(side is not None and side.mark in "?%" and side.mark != "" for side in (self.start, self.end))

    def contains(self, other: When) -> bool:
        """Whether the other lies within this one (a year contains its days; an open side contains all)."""
        if self.first is not None and (other.first is None or other.first < self.first):
            return False
        return self.last is None or (other.last is not None and other.last <= self.last)

    def overlaps(self, other: When) -> bool:
        """Whether some day may be in both."""
        return not (
            (self.last is not None and other.first is not None and self.last < other.first)
            or (other.last is not None and self.first is not None and other.last < self.first)
        )

    def marked(self, mark: str) -> When:
        """The same with this mark (``~`` or ``?``) on each side that has none."""

        def put(side: Point | None) -> Point | None:
            return side if side is None or side.mark else Point(side.year, side.month, side.day, mark)

        return When(put(self.start), put(self.end), self.interval)


def _point(text: str) -> Point:
    found = _POINT.match(text)
    if not found:
        raise ModelError(f"{text!r} is not EDTF level 1")
    year, month, day, mark = found.groups()
    if month and (year.endswith("X") or (day and int(month) in _SEASONS)):
        raise ModelError(f"{text!r}: a decade has no month, a season no day")
    point = Point(year, int(month) if month else None, int(day) if day else None, mark or "")
    try:
        point.bounds()
    except ValueError as fault:
        raise ModelError(f"{text!r}: {fault}") from None
    return point


@lru_cache(maxsize=65536)
def _parse(text: str) -> When:
    if "/" not in text:
        if text == "..":
            raise ModelError("'..' alone is no date")
        return When(_point(text), None)
    left, _, right = text.partition("/")
    start = None if left in ("..", "") else _point(left)
    end = None if right in ("..", "") else _point(right)
    when = When(start, end, True)
    if when.first is not None and when.last is not None and when.first > when.last:
        raise ModelError(f"{text!r} ends before it begins")
    return when
