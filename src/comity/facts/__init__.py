"""Claims → facts: what all documents say together, which value is chosen and why, and what stays open.

In: claims, their documents, the register of parties. Out: `Reconciled` (facts, rows without a party, issues).
Never: I/O, a clock, a word of any language, a guess that does not say so; any order of the claims gives the same facts.
Read first: `reconcile.py`, then `shapes.py`.
"""

from comity.facts.reconcile import Reconciled, Told, reconcile, reconcile_told

__all__ = ["Reconciled", "Told", "reconcile", "reconcile_told"]
