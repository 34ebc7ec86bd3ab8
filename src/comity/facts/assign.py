"""Rows and parties, with how well each fits each → who is who, all rows at once, and how sure that is.

Each row is one party or one that nobody thought of; each party stands on one row or on none. The shares are the
marginals of that model, by belief propagation between groups of rows that nothing tells apart and parties (exact on
trees, close elsewhere); the choice is the assignment of the highest sum of shares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

ROUNDS = 100
STILL = 1e-5  # shares are told to four digits
DAMPING = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """``shares[row][party]`` is how likely the row is the party; ``chosen[row]`` the party's number, -1 for none."""

    shares: Sequence[Sequence[float]]
    chosen: Sequence[int]


def assign(weights: Sequence[Sequence[float]], absent: Sequence[float], stranger: float) -> Assignment:
    """The shares and the choice for rows × parties of these weights.

    ``weights[r][p]`` weighs that row r is party p (0: cannot be), ``absent[p]`` that p has no row, ``stranger`` that a
    row is a party outside. Rows of the same weights have the same shares. Without rows or parties nothing is chosen.
    """
    if not weights or not absent:
        return Assignment(shares=[[] for _ in weights], chosen=[-1 for _ in weights])
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    groups: dict[tuple[float, ...], int] = {}
    member = [groups.setdefault(tuple(row), len(groups)) for row in weights]
    sizes = np.bincount(member, minlength=len(groups))
    table = np.asarray(list(groups), dtype=float)
    belief = _propagate(table, sizes.tolist(), np.asarray(absent, dtype=float), stranger)
    shares = (belief / sizes[:, None])[member]
    rows, parties = linear_sum_assignment(shares, maximize=True)
    chosen = [-1] * len(weights)
    for row, party in zip(rows.tolist(), parties.tolist(), strict=True):
        chosen[row] = party if shares[row, party] > 0 else -1
    return Assignment(shares=shares.tolist(), chosen=chosen)


def _propagate(
    table: NDArray[float64], sizes: Sequence[int], absent: NDArray[float64], stranger: float
) -> NDArray[float64]:
    """How likely each party is on one of the rows of each group: messages to and fro until they stand still."""
    import numpy as np

    free = np.ones_like(table)  # what each party tells each group of its being free
    for _ in range(ROUNDS):
        offers = _offers(table, free, sizes, stranger)
        heard = 1.0 / (absent[None, :] + np.maximum(offers.sum(axis=0, keepdims=True) - offers, 0.0))
        step = DAMPING * heard + (1 - DAMPING) * free
        moved = float(np.max(np.abs(step - free) / (free + 1.0)))
        free = step
        if moved < STILL:
            break
    odds = _offers(table, free, sizes, stranger) * free
    result: NDArray[float64] = odds / (1.0 + odds)
    return result


def _offers(table: NDArray[float64], free: NDArray[float64], sizes: Sequence[int], stranger: float) -> NDArray[float64]:
    """What each group tells each party: how much more its rows weigh with the party on one of them than without.

    A group of k rows holds j parties in k!/(k-j)! ways, and k-j strangers.
    """
    import numpy as np

    value = table * free
    offers: NDArray[float64] = table / (stranger + np.maximum(value.sum(axis=1, keepdims=True) - value, 0.0))
    for size in sorted(set(sizes) - {1}):
        mine = [at for at, one in enumerate(sizes) if one == size]
        without = _sums_without(value[mine], size)
        ways = [float(factorial(size) // factorial(size - j)) for j in range(size + 1)]
        bare = sum(ways[j] * without[j] * stranger ** (size - j) for j in range(size + 1))
        held = sum(ways[j] * without[j - 1] * stranger ** (size - j) for j in range(1, size + 1))
        offers[mine] = table[mine] * held / bare
    return offers


def _sums_without(values: NDArray[float64], size: int) -> NDArray[float64]:
    """For j up to ``size``: the sum over all sets of j other parties of the product of their values, for each party.

    From the parties before it and those after it, never by taking away: what is left would be lost in rounding.
    """
    import numpy as np

    before, after = _sums_before(values, size), _sums_before(values[:, ::-1], size)[:, :, ::-1]
    return np.asarray([sum(before[i] * after[j - i] for i in range(j + 1)) for j in range(size + 1)])


def _sums_before(values: NDArray[float64], size: int) -> NDArray[float64]:
    """The same of the parties that stand before each."""
    import numpy as np

    sums = np.zeros((size + 1, *values.shape))
    sums[0] = 1.0
    for j in range(1, size + 1):
        sums[j, :, 1:] = np.cumsum(values * sums[j - 1], axis=1)[:, :-1]
    return sums
