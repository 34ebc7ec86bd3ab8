"""Rows and parties, with how well each fits each → who is who, all rows at once, and how sure that is.

Each row is one party or one that nobody thought of; each party stands on one row or on none. The shares are the
marginals of that model, by belief propagation on the bipartite graph (exact on trees, close elsewhere); the choice is
the assignment of the highest sum of shares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ROUNDS = 200
STILL = 1e-7
DAMPING = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """``shares[row][party]`` is how likely the row is the party; ``chosen[row]`` the party's number, -1 for none."""

    shares: Sequence[Sequence[float]]
    chosen: Sequence[int]


def assign(weights: Sequence[Sequence[float]], absent: Sequence[float], stranger: float) -> Assignment:
    """The shares and the choice for rows × parties of these weights.

    ``weights[r][p]`` weighs that row r is party p (0: cannot be), ``absent[p]`` that p has no row, ``stranger`` that a
    row is a party outside. Refuses nothing; without rows or parties nothing is chosen.
    """
    if not weights or not absent:
        return Assignment(shares=[[] for _ in weights], chosen=[-1 for _ in weights])
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table, none = np.asarray(weights, dtype=float), np.asarray(absent, dtype=float)
    to_row = np.ones_like(table)  # what each party tells each row of its being free
    for _ in range(ROUNDS):
        offered = table * to_row
        to_party = table / (stranger + offered.sum(axis=1, keepdims=True) - offered)
        heard = 1.0 / (none[None, :] + to_party.sum(axis=0, keepdims=True) - to_party)
        step = DAMPING * heard + (1 - DAMPING) * to_row
        moved = float(np.max(np.abs(step - to_row) / (to_row + 1.0)))
        to_row = step
        if moved < STILL:
            break
    offered = table * to_row
    to_party = table / (stranger + offered.sum(axis=1, keepdims=True) - offered)
    odds = to_party * to_row
    shares = odds / (1.0 + odds)
    rows, parties = linear_sum_assignment(shares, maximize=True)
    chosen = [-1] * len(weights)
    for row, party in zip(rows.tolist(), parties.tolist(), strict=True):
        chosen[row] = party if shares[row, party] > 0 else -1
    return Assignment(shares=shares.tolist(), chosen=chosen)
