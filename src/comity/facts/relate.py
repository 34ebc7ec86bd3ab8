"""Two claims on one thing: duplicates, refines or contradicts, and the kind of disagreement where it has a name."""

from __future__ import annotations

import math
from enum import StrEnum
from functools import lru_cache

from comity.facts.shapes import Shape, Time
from comity.model.claim import Claim
from comity.model.fact import Link
from comity.model.roles import Quantity, Roles
from comity.model.when import Point, When

# "About June 2015" may be a little outside June: the leeway of ~ in days by the precision of its words
LEEWAY = {"day": 5, "month": 31, "season": 46, "year": 366, "decade": 3653, "century": 36525, "open": 0}


class Disagreement(StrEnum):
    """How two dates or numbers clash, where it can be named; the value is how a reader sees it."""

    NEIGHBOURING_DAY = "neighbouring day"
    SWAPPED = "day and month swapped"
    JULIAN = "Julian calendar"
    ONE_DIGIT = "one digit"
    OTHER_ACT = "another act of the pair"
    BEFORE_PARTY = "before a party was there"
    OTHER_TIME = "a count at another time"
    PLAIN = "another value"


def relate(one: Claim, other: Claim, shape: Shape) -> Link:
    """How the first claim stands to the second on the same thing.

    ``1992-07-22`` refines ``1992``; ``1992-07-22`` contradicts ``1992-07-23`` of a thing that happens once; where
    something merely holds, dates never contradict.
    """
    links = (_relate_dates_of(one, other, shape), relate_values(one.roles, other.roles))
    if Link.CONTRADICTS in links:
        return Link.CONTRADICTS
    return Link.REFINES if Link.REFINES in links else Link.DUPLICATES


def _relate_dates_of(one: Claim, other: Claim, shape: Shape) -> Link:
    link = relate_dates(one.when, other.when)
    if link is Link.CONTRADICTS and shape.time in (Time.STATE, Time.TERM):
        return Link.REFINES
    if link is Link.CONTRADICTS and _an_alternative_fits(one, other):
        return Link.REFINES
    return link


def _an_alternative_fits(one: Claim, other: Claim) -> bool:
    readings = [(left, other.when) for left in one.alternatives] + [(one.when, right) for right in other.alternatives]
    return any(relate_dates(left, right) is not Link.CONTRADICTS for left, right in readings)


def relate_dates(one: When | None, other: When | None) -> Link:
    """How two dates stand to each other; no date is contained in every date, ``~`` gives a date leeway."""
    if one is None or other is None:
        return Link.DUPLICATES if one is other else Link.REFINES
    if one == other:
        return Link.DUPLICATES
    left, right = days_of(one), days_of(other)
    if _within(left, right) or _within(right, left):
        return Link.REFINES
    apart = _apart(left, right)
    if apart == 0 and not all(math.isfinite(day) for day in (*left, *right)):
        return Link.REFINES
    leeway = max(_leeway(one), _leeway(other))
    return Link.REFINES if apart <= leeway else Link.CONTRADICTS


Days = tuple[float, float]


@lru_cache(maxsize=65536)
def days_of(when: When) -> Days:
    """The first and last day that a date may be, as ordinals; an open side is infinite."""
    first, last = when.first, when.last
    return -math.inf if first is None else first, math.inf if last is None else last


def _within(inner: Days, outer: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _apart(left: Days, right: Days) -> float:
    return max(left[0] - right[1], right[0] - left[1], 0.0)


def _leeway(when: When) -> int:
    return LEEWAY[when.precision] if when.approximate else -1


def days_apart(one: When, other: When) -> float:
    """How many days lie between two dates at least; 0 where they share a day."""
    return _apart(days_of(one), days_of(other))


def relate_values(one: Roles, other: Roles) -> Link:
    """How two numbers stand to each other; roles without a number always duplicate.

    ``5.4 billion`` is refined by 5,412,000,000; ``more than 4,000`` by 4,200.
    """
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return Link.DUPLICATES
    if (one.value, one.min, one.max) == (other.value, other.min, other.max):
        return Link.DUPLICATES if one.change == other.change else Link.REFINES
    return Link.REFINES if values_fit(one, other) else Link.CONTRADICTS


def values_fit(one: Roles, other: Roles) -> bool:
    """Whether two quantities can be one number told more and less exactly."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return True
    if _numberless(one) or _numberless(other):
        return True
    if one.value is not None and other.value is not None:
        if is_tally(one):
            return one.value == other.value
        return _rounds_to(one.value, other.value) or _rounds_to(other.value, one.value)
    left, right = _range(one), _range(other)
    return left[0] <= right[1] and right[0] <= left[1]


def flow_of(roles: Roles) -> tuple[str, str] | None:
    """The way goods went, seller and buyer, exports of one being imports of the other; ``None`` of anything else."""
    if not isinstance(roles, Quantity) or roles.indicator not in ("exports", "imports"):
        return None
    if not roles.from_ or not roles.to:
        return None
    return (roles.from_, roles.to) if roles.indicator == "exports" else (roles.to, roles.from_)


def is_tally(roles: Roles) -> bool:
    """Whether these roles are a count of relations, missions or members: it changes one by one, and is not rounded."""
    return isinstance(roles, Quantity) and roles.indicator.endswith("-count")


def _numberless(roles: Quantity) -> bool:
    return roles.value is None and roles.min is None and roles.max is None


def _range(roles: Quantity) -> tuple[float, float]:
    if roles.value is not None:
        return roles.value, roles.value
    return (-math.inf if roles.min is None else roles.min), (math.inf if roles.max is None else roles.max)


def _rounds_to(coarse: float, fine: float) -> bool:
    """Whether the fine number, rounded to as many digits as the coarse one shows (at least two), is the coarse one."""
    if coarse == fine:
        return True
    digits = len(f"{coarse:.15g}".replace(".", "").lstrip("-0").rstrip("0"))
    if coarse == 0 or fine == 0 or digits < 2:
        return False
    return math.isclose(round(fine, digits - 1 - math.floor(math.log10(abs(fine)))), coarse, rel_tol=1e-12)


def name_disagreement(one: When, other: When) -> Disagreement:
    """The kind of disagreement of two contradicting dates, as far as the dates alone show it."""
    left, right = _single_day(one), _single_day(other)
    if left is None or right is None:
        return Disagreement.PLAIN
    apart = days_apart(one, other)
    if apart == 1:
        return Disagreement.NEIGHBOURING_DAY
    if left.year == right.year and (left.month, left.day) == (right.day, right.month):
        return Disagreement.SWAPPED
    if apart == _julian_gap(min(left.year, right.year)):
        return Disagreement.JULIAN
    if sum(a != b for a, b in zip(str(one), str(other), strict=False)) == 1:
        return Disagreement.ONE_DIGIT
    return Disagreement.PLAIN


def _single_day(when: When) -> Point | None:
    if when.interval or when.start is None or when.start.day is None or when.start.mark:
        return None
    return when.start


def _julian_gap(year: str) -> int:
    """Days between the Julian and the Gregorian calendar; only until 1923, when the last states changed."""
    number = int(year)
    if number > 1923:
        return -1
    return 13 if number >= 1900 else 12 if number >= 1800 else 11
