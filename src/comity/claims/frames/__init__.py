"""Frames: for each type of claim, what must stand in a sentence, and which role each thing fills.

In: a chart and the discourse. Out: drafts. Never: a word of a language.
Read first: `attach.py`, then `relations.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse
from comity.claims.draft import Draft

Frame = Callable[[Chart, Discourse], Iterator[Draft]]
