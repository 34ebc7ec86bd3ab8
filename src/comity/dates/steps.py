"""Steps from one date to another: so many days, weeks, months, years or decades on, no finer than what is counted."""

from __future__ import annotations

from datetime import date, timedelta

from comity.errors import ModelError
from comity.model.when import Point, When


def when_of(year: str, month: int | None, day: int | None) -> When | None:
    try:
        return When.parse(str(Point(year, month, day)))
    except ModelError:
        return None


def ordinal(side: Point) -> date | None:
    if side.day is None or side.month is None:
        return None
    return date(int(side.year), side.month, side.day)


def _day_on(side: Point, offset: int, counted: bool) -> When | None:
    day = ordinal(side)
    return of_date(day + timedelta(days=offset)) if day else None


def _week_on(side: Point, offset: int, counted: bool) -> When | None:
    """A counted week is about that many days on; "last week" is that week, Monday to Sunday."""
    day = ordinal(side)
    if day is None:
        return None
    if counted:
        return of_date(day + timedelta(weeks=offset)).marked("~")
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    return When.between(of_date(monday), of_date(monday + timedelta(days=6)))


def _month_on(side: Point, offset: int, counted: bool) -> When | None:
    if side.month is None or side.month > 12:
        return None
    count = int(side.year) * 12 + side.month - 1 + offset
    return when_of(f"{count // 12:04d}", count % 12 + 1, None)


def _year_on(side: Point, offset: int, counted: bool) -> When | None:
    if not side.year.isdecimal():
        return None
    year = int(side.year) + offset
    return when_of(f"{year:04d}", None, None) if year > 0 else None


def _decade_on(side: Point, offset: int, counted: bool) -> When | None:
    return _year_on(side, 10 * offset, counted)


def _up_to(side: Point, offset: int, counted: bool) -> When:
    """All the time up to another date: "The embassy opened in 1998. | Until then | …"."""
    return When(None, side, True)


STEPS = {"until": _up_to, "day": _day_on, "week": _week_on, "month": _month_on, "year": _year_on, "decade": _decade_on}


def of_date(day: date) -> When:
    return When.day(day.year, day.month, day.day)
