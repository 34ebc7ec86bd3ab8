"""A list in the order of its names → where in it a party without a row of its own would stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb

ENOUGH = 5  # names in order by chance: one in 120
IN_ORDER = 0.9
LOOSE = 0.1  # a list may sort a name where we do not: "Korea, South"
OUTSIDE = 0.002


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A row between two whose names are known: their keys, its number among the rows between, how many those are."""

    after: str
    before: str | None
    number: int
    count: int


def is_sorted(keys: Sequence[str]) -> bool:
    """Whether these names, in the order of their rows, are in the order of the alphabet but for a few."""
    if len(keys) < ENOUGH:
        return False
    return _longest_run(keys) >= IN_ORDER * len(keys)


def _longest_run(keys: Sequence[str]) -> int:
    """How many of the keys rise, the others left out."""
    ends: list[str] = []
    for key in keys:
        at = bisect_left(ends, key)
        ends[at : at + 1] = [key]
    return len(ends)


def find_spots(rows: Sequence[int], anchors: Sequence[tuple[int, str]]) -> Mapping[int, Spot]:
    """For each row (by its place) where it stands between the anchors, which are (place, key)."""
    spots: dict[int, Spot] = {}
    risen = _rising(sorted(anchors))
    places = [place for place, _ in risen]
    between: dict[int, list[int]] = {}
    for row in sorted(rows):
        between.setdefault(bisect_left(places, row), []).append(row)
    for at, some in between.items():
        for number, row in enumerate(some):
            spots[row] = Spot(
                after=risen[at - 1][1] if at else "",
                before=risen[at][1] if at < len(risen) else None,
                number=number,
                count=len(some),
            )
    return spots


def _rising(anchors: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The longest stretch of anchors that rise: one that stands out of order is no anchor."""
    best: list[int] = []
    back: list[int] = []
    length: list[int] = []
    for at, (_, key) in enumerate(anchors):
        before = [one for one in range(at) if anchors[one][1] <= key]
        last = max(before, key=lambda one: (length[one], one), default=-1)
        back.append(last)
        length.append(length[last] + 1 if last >= 0 else 1)
    at = max(range(len(anchors)), key=lambda one: (length[one], one), default=-1)
    while at >= 0:
        best.append(at)
        at = back[at]
    return [anchors[one] for one in reversed(best)]


def weigh_spot(spot: Spot, keys: Mapping[str, str]) -> Mapping[str, float]:
    """For each party (with its key) the ratio that its name gives it for this row; 1 is the mean of those that fit.

    With as many fitting names as rows between two anchors, the first name is the first row's.
    """
    fit = sorted(
        (key, party) for party, key in keys.items() if key > spot.after and (spot.before is None or key < spot.before)
    )
    ratios = dict.fromkeys(keys, OUTSIDE)
    for at, (_, party) in enumerate(fit):
        ratios[party] = LOOSE + (1 - LOOSE) * _rank(at, len(fit), spot) * len(fit)
    return ratios


def _rank(at: int, names: int, spot: Spot) -> float:
    """The chance that of these names, so many of them chosen, the one at this place is the row's."""
    if names < spot.count:
        return 1.0 / names
    left, right = spot.number, spot.count - 1 - spot.number
    return comb(at, left) * comb(names - 1 - at, right) / comb(names, spot.count)
