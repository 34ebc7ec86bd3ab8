"""HOW MUCH: the numbers a text gives, with their unit, their bounds and whether they are about.

In: a text, its language, stretches to leave out (dates). Out: `QuantityHit`.
Never: a conversion, a guess of a unit that is not said.
Read first: `hit.py`, then `find.py`.
"""

from comity.quantities.find import find_quantities, has_number
from comity.quantities.hit import QuantityHit

__all__ = ["QuantityHit", "find_quantities", "has_number"]
