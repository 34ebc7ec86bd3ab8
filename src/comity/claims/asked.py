"""Sentences that ask: they say nothing, but where they only doubt a day."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.marks import QUESTIONS
from comity.claims.mention import Mention

_DOUBTED = 6
_MONTH = 2  # letters: "11.12.2003 г." is no day told in words


def is_asked(chart: Chart) -> bool:
    """Whether a sentence is a question, which says nothing, or leaves one open: "tanıdı | mı, tanımadı mı, bilinmiyor".

    "signed 11.12.2003?" only doubts its day.
    """
    if chart.has("mark.asked"):
        return True
    text = chart.text.rstrip(' »”"*')
    doubted = any(len(text) - one.end <= _DOUBTED and not _in_words(chart.text, one) for one in chart.dates)
    return text.endswith(QUESTIONS) and (not doubted or chart.has("mark.inverted"))  # "ouvrira-t-elle … en 2025 ?"


def _in_words(text: str, date: Mention) -> bool:
    """Whether a date is a day told in words, behind which a question mark asks: "… | on 16 and 17 June 2014?"."""
    day = date.date is not None and date.date.when.start is not None and date.date.when.start.day is not None
    return day and sum(char.isalpha() for char in text[date.start : date.end]) > _MONTH
