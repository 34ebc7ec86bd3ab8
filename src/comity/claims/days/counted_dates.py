"""Dates that something else is counted from or summed up for: "six days after the coup of | 1 September 1969"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_SPANS = frozenset({"day", "week", "month", "year"})
_RIGHT_AT = 2


def counted_from(chart: Chart, one: Mention) -> bool:
    """Whether a date is but what a stretch of days is counted from: "six days after the coup of | 1 September 1969"."""
    for mark in chart.cues("mark.before_verb"):
        spans = [span for span in chart.kind("quantity") if 0 <= mark.start - span.end <= 1]
        told = any(span.quantity is not None and span.quantity.unit in _SPANS for span in spans)
        if told and mark.end <= one.start and not has_any(chart.between(mark, one), CLAUSE_COMMAS):
            return next(other for other in chart.dates if other.start >= mark.end) is one
    return False


def behind_after(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether an "after" between a deed and a date rules another deed, whose day it may be, where verbs come first.

    «أعادت فتح سفارتها بعد 33 عاما من إغلاقها في | 1991»: not the day of the opening. Refuses "after" right before the
    date, and words that are but part of a marker («من قبل الوزير»).
    """
    if chart.pack.order != "vso" or one.start < anchor.end:
        return False
    for mark in chart.within(chart.cues("mark.before_verb"), anchor.end, one.start):
        word = chart.text[mark.start : mark.end]
        before = next((word for _, word in left_words(chart.text, mark.start, 1)), "")
        marker = word in chart.pack.before or f"{before} {word}" in chart.pack.before
        if not marker and one.start - mark.end > 1 and not has_any(chart.between(mark, one), CLAUSE_COMMAS):
            return True
    return False


def of_a_sum(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is written onto the sum before it with "for the": «بقيمة 483 مليون يورو | لعام 2021»."""
    led = tuple(mark for mark in chart.pack.proclitics if chart.pack.before.get(mark) == "to")
    money = [it for it in chart.kind("quantity") if it.quantity is not None and it.quantity.unit not in (None, "count")]
    beside = any(0 < one.start - it.end <= _RIGHT_AT for it in money)
    figure = any(label.startswith("indicator.") for label in anchor.classes)
    return chart.pack.order == "vso" and beside and not figure and chart.text[one.start : one.end].startswith(led)


def after_what(chart: Chart, one: Mention) -> bool:
    """Whether a stretch of time counts from something that a word behind it names: "two years after | recognition"."""
    relative = one.date is not None and one.date.kind == "relative" and "previous" in one.date.needs
    places = (*chart.parties, *chart.kind("city"))
    marks = [mark for mark in chart.cues("mark.before_verb") if 0 <= mark.start - one.end <= 1]
    behind = chart.text[one.end :].split(maxsplit=1)[:1]
    told = one.date is not None and one.date.kind == "relative"
    if told and chart.pack.order == "vso" and behind and chart.pack.before.get(behind[0]) == "from":
        return True  # «بعد ثلاثة أشهر | من | الاتفاق»
    return relative and any(  # but "reiste im selben Jahr nach | Bissau"
        not any(place.role == "to" and 0 <= place.start - mark.end <= 1 for place in places) for mark in marks
    )
