"""Frames: for each type of claim, what must stand in a sentence, and which role each thing fills.

In: a chart and the discourse. Out: drafts. Never: a word of a language.
Read first: `times/attach.py`, then `relations/frame.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from comity.claims.context.discourse import Discourse
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft

Frame = Callable[[Chart, Discourse], Iterator[Draft]]
