"""How much likelier a clue makes a party than one of which nothing is known: likelihood ratios, each with its source.

All are ratios against the chance of the row's own date in its own list: a day in 1992 says little in a list that has
half its rows there, and much in one that is spread over a century. `benchmarks/rows.py` measures what they give.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from comity.facts.relate import relate_dates
from comity.model.fact import Link
from comity.model.when import Point, When

YEAR = 366
# How often another document gives the very day of the list, and what is left for its misprints and for anything else.
# Declared: of two publications of one event one in ten differs; each further document that agrees halves the rest.
SAME, NEXT, SWAPPED, NEAR, ELSE = 0.9, 0.015, 0.01, 0.025, 0.05
NEAR_DAYS = 100.0  # ways in which a date goes wrong otherwise: a digit, another month, the day of another act
# Of the states younger than the list's party, about every twelfth has relations dated to its first day, every third to
# its first year.
FIRST_DAY, FIRST_YEAR = 0.08, 0.35
MIRROR = 0.8  # how often the other side's list has a row of the same day
WHOLE = 30  # a list of fewer rows is a selection: what it lacks says nothing
# What a word on the row makes of the party it names, where it is the only one named; each further one takes its part.
CLUES = {"link": 1200.0, "note": 1200.0, "city": 1200.0, "office": 600.0, "people": 600.0}
MEMBER = (
    0.97  # how often one that a note calls a member of an organization is held to be one by the list of its members
)
MOST = 4000.0  # several clues of one row are told by one hand


def background(years: Sequence[int], when: When) -> float:
    """The chance that a row of a list with these years bears this very date, of which nothing else is known."""
    return _near(years, when) / (len(years) + 10) / (YEAR if when.precision == "day" else 1)


def _near(years: Sequence[int], when: When) -> int:
    """How many of the years are the date's, and two more: a year without a row may have had one."""
    year = int(str(when)[:4]) if str(when)[:4].isdecimal() else 0
    return bisect_right(years, year) - bisect_left(years, year) + 2


def same_party(when: When, dates: Iterable[tuple[str, int]], rate: float) -> float:
    """The ratio for a party to which documents give these dates, each with how many do.

    1992-03-02 against ``1992-03-02`` is far above 1, against ``1992`` a little, against ``1995-07-01`` far below.
    """
    known = list(dates)
    total = sum(count for _, count in known)
    return sum(count / total * _chance(when, date, count, rate) for date, count in known) / rate


def _chance(when: When, date: str, voices: int, rate: float) -> float:
    other = When.parse(date)
    wrong: float = (1 - SAME) / (1 << min(voices - 1, 3))
    link = relate_dates(when, other)
    if link is Link.DUPLICATES:
        return 1 - wrong
    if link is Link.REFINES:
        return (1 - wrong) / max(_length(other) / _length(when), 1.0)
    return wrong / (1 - SAME) * _fault(when, other, rate)


def _length(when: When) -> float:
    first, last = when.first, when.last
    return float(last - first + 1) if first is not None and last is not None else 100.0 * YEAR


def _fault(one: When, other: When, rate: float) -> float:
    """How often a date is this one by a fault where it should be the other: a day off, swapped, a number wrong."""
    left, right = one.start, other.start
    if not isinstance(left, Point) or not isinstance(right, Point) or one.interval or other.interval:
        return ELSE * rate
    apart = abs((one.first or 0) - (other.first or 0))
    if apart == 1:
        return NEXT / 2
    ours, theirs = (left.year, left.month, left.day), (right.year, right.month, right.day)
    if ours[0] == theirs[0] and ours[1] == theirs[2] and ours[2] == theirs[1]:
        return SWAPPED
    alike = sum(a == b for a, b in zip(ours, theirs, strict=True))
    return NEAR / NEAR_DAYS if apart <= 62 or alike == 2 else ELSE * rate


def young_party(when: When, since: int | None, days: Sequence[int], rate: float) -> float:
    """The ratio for a party that is there since that day, of a list with rows of these days.

    A row of 2011 is likelier South Sudan's than France's: most of the rows of France's like are older.
    """
    first = when.first
    if since is None or first is None or not days or since <= days[0]:
        return 1.0
    later = (len(days) - bisect_left(days, since) + 0.5) / (len(days) + 1)
    chance = (1 - FIRST_YEAR - FIRST_DAY) * rate / later
    chance += FIRST_YEAR / YEAR if first - since < YEAR else 0.0
    chance += FIRST_DAY if first == since and when.precision == "day" else 0.0
    return chance / rate


def mirrored(days: Sequence[int], years: Sequence[int], when: When) -> float:
    """The ratio for a party whose own list, of these days, has a row without a party of this very day, or has none."""
    first = when.first
    few = 0.02 * max(0.0, 1 - len(days) / WHOLE)
    chance = min(_near(years, when) / YEAR + few, 0.9)
    if first is not None and first in days:
        return MIRROR / chance
    return (1 - MIRROR) / (1 - chance) if len(days) >= WHOLE else 1.0


def told(kinds: Iterable[str], named: int) -> float:
    """The ratio for a party that clues of these kinds on the row point to, of so many parties that its clues name."""
    ratio = 1.0
    for kind in sorted(set(kinds)):
        ratio *= max(CLUES[kind] / named**2, 1.0)
    return min(ratio, MOST)


def belongs(is_member: bool, members: int, others: int) -> float:
    """The ratio for a party of a row whose note says that both are members, where so many of those that fit are.

    A note of the Visegrád Group's members leaves three, one of the Council of Europe's forty-five.
    """
    if not members:
        return 1.0
    share = members / (members + others)
    return MEMBER / share if is_member else (1 - MEMBER) / max(1 - share, 1 - MEMBER)
