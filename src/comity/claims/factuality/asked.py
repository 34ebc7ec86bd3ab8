"""Sentences that ask: they say nothing, but where they only doubt a day."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.cues import load_cues
from comity.claims.sentences.marks import QUESTIONS
from comity.claims.sentences.mention import Mention

_DOUBTED = 6
_ANSWER = 12  # letters of an answer's first words
_MONTH = 2  # letters: "11.12.2003 г." is no day told in words


def is_asked(chart: Chart) -> bool:
    """Whether a sentence is a question, which says nothing, or leaves one open: "tanıdı | mı, tanımadı mı, bilinmiyor".

    "signed 11.12.2003?" only doubts its day.
    """
    if chart.has("mark.asked"):
        return True
    text = chart.text.rstrip(' »”"*')
    doubted = any(len(text) - one.end <= _DOUBTED and not _in_words(chart.text, one) for one in chart.dates)
    first = text.lower().split(maxsplit=1)[:1]  # "| Did | A recognise B in 1840?"
    turned = bool(first) and first[0] in chart.pack.finals and not chart.pack.inverts
    told = doubted and not turned and not chart.has("mark.inverted")  # "ouvrira-t-elle … en 2025 ?"
    return text.endswith(QUESTIONS) and (not told or _denied(chart))


def _denied(chart: Chart) -> bool:
    """Whether the next sentence begins with a "no": "Were relations broken off in 1979? | No, that never happened"."""
    whole = chart.sentence.passage.body.text
    at = whole.find(chart.text)
    behind = whole[at + len(chart.text) :].lstrip(' »”"—–-')[:_ANSWER] if at >= 0 else ""
    hits = load_cues(chart.pack.code).find_cues(behind) if behind else []
    return bool(hits) and hits[0].start == 0 and "fact.not" in hits[0].classes


def _in_words(text: str, date: Mention) -> bool:
    """Whether a date is a day told in words, behind which a question mark asks: "… | on 16 and 17 June 2014?"."""
    day = date.date is not None and date.date.when.to_the_day
    return day and sum(char.isalpha() for char in text[date.start : date.end]) > _MONTH
