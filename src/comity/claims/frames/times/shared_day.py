"""The day of a deed told as a noun "with" another: "was closed in November 1973 | with the rupture of relations"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_NEAR = 3  # words between the day and the noun: "with", an article, an adjective


def shared_with(chart: Chart, anchor: Mention) -> Mention | None:
    """The day right before such a noun, of the verb before that; None where the noun has no "with" before it.

    Only where a word for "with" stands right behind the day, and a verb before it in the same clause.
    """
    if not chart.pack.spaced or chart.pack.order != "svo":
        return None
    start, _ = chart.clause(anchor.start)
    before = [one for one in chart.dates if start <= one.start and one.end <= anchor.start]
    words = list(left_words(chart.text, anchor.start, _NEAR))
    led = [at for at, word in words if chart.pack.before.get(word.lower()) == "with"]
    if not before or not led or chart.text[before[-1].end : led[0]].strip():
        return None
    verbs = chart.within(chart.cues("verb"), start, before[-1].start)
    return before[-1] if verbs else None
