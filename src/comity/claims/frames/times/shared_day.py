"""The day of a deed told as a noun "with" another: "was closed in November 1973 | with the rupture of relations"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_OPENS = 4
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


def told_by_which(chart: Chart, anchor: Mention) -> Mention | None:
    """The one day of what relations were made by: "on 1 June 1926 notes were exchanged, by which they | established".

    «1 июня 1926 года стороны обменялись нотами, которыми были | установлены | дипломатические отношения».
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or not {"verb.establish", "verb.restore"} & anchor.classes:
        return None
    which = [one for one in chart.cues("mark.relative") if one.end <= anchor.start and chart.has("noun.relations")]
    comma = chart.text.rfind(",", 0, which[-1].end) if which else -1
    if comma < 0 or which[-1].start - comma > _OPENS or "," in chart.text[which[-1].end : anchor.start]:
        return None
    if chart.within(chart.dates, comma, len(chart.text)):
        return None
    start, _ = chart.clause(comma - 1)
    before = chart.within(chart.dates, start, comma)
    return before[0] if len(before) == 1 else None
