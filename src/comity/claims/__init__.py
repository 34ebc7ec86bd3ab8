"""Passages become claims.

In: a document and its passages. Out: claims and issues, in order of place. Never: I/O, a word of a language (the packs
hold them), knowledge of the world beyond the ids of what is named.
Read first: `extract.py`, then `sentences/chart.py`, then one folder of `frames/`. `docs/map.md` draws the floors.
"""

from comity.claims.extract import extract_claims
from comity.claims.watch import Watch, Watched

__all__ = ["Watch", "Watched", "extract_claims"]
