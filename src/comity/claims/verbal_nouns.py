"""Deeds said as nouns."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.mention import Mention


def is_verbal_noun(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is said as a noun, by its ending: "the | opening of | an embassy", "die | Aufnahme |"."""
    return chart.text[anchor.start : anchor.end].lower().endswith(chart.pack.verbal_nouns)
