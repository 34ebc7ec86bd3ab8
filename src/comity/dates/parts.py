"""What a date's words say, before anything completes it: parts, references to other dates, atoms with their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Ref(NamedTuple):
    """A year, month or day counted from another date: ``("previous", "year", 1)`` is the following year."""

    base: str
    unit: str
    offset: int


class Part(NamedTuple):
    """What a date's words say of it; a year may be a decade (``199X``), a month a season (21–24), any a `Ref`."""

    year: str | Ref | None = None
    month: int | Ref | None = None
    day: int | None = None


NOTHING = Part()


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One date's tokens ``first``..``last``, its own characters ``start``..``end``, and what they say.

    ``form``: ``date``, ``weekday``, ``near`` ("last March"), ``shift`` (counted from another date) or ``anniversary``.
    ``until`` is a range's other side; ``count`` the weekday or the number counted; ``others`` other readings of the
    same digits; ``numeric``: it is digits alone; ``about``: the far side of a stretch, in the middle of the year.
    """

    first: int
    last: int
    start: int
    end: int
    form: str = "date"
    part: Part = NOTHING
    until: Part | None = None
    count: int = 0
    ref: Ref | None = None
    others: tuple[tuple[Part, Part | None], ...] = ()
    numeric: bool = False
    about: bool = False
