"""Deeds said as nouns."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def is_verbal_noun(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is said as a noun, by its ending: "the | opening of | an embassy", "die | Aufnahme |".

    Where verbs come first the noun leads its phrase: «| إقامة علاقات |».
    """
    said = chart.text[anchor.start : anchor.end].lower()
    said = said.split()[0] if chart.pack.order == "vso" and said else said
    return said.endswith(chart.pack.verbal_nouns)
