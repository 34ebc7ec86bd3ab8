"""Deeds that a sentence only talks about, said as a noun: discussed, hoped for, the subject of a book."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.marks import CLAUSE_COMMAS, has_any
from comity.claims.mention import Mention

_REACH = 110
_WORDS = 3  # small words between a word for talking and its object: "discutent du | rétablissement"
_SMALL = 3
_WALLS = CLAUSE_COMMAS + ":"


def only_talked_about(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is a noun that somebody only talks about: "discutent du | rétablissement |", "se debatió | la
    apertura |", "l'ouverture d'une ambassade | a été évoquée".

    The word for talking stands right before the noun, small words between, or behind it in the passive with no verb, no
    day and no comma between. Refuses a finite verb, and languages whose verbs come last.
    """
    noun = chart.text[anchor.start : anchor.end].lower().split()[0]
    if not chart.pack.verbal_nouns or not noun.endswith(chart.pack.verbal_nouns) or not _leads(chart):
        return False
    return any(_talks_of(chart, one, anchor) for one in chart.cues("mark.talking", "mark.spoken"))


def _leads(chart: Chart) -> bool:
    return chart.pack.order == "svo" and chart.pack.spaced


def _talks_of(chart: Chart, topic: Mention, anchor: Mention) -> bool:
    if topic.end <= anchor.start:
        words = chart.text[topic.end : anchor.start].lower().replace("'", " ").replace("’", " ").split()
        small = all(word in chart.pack.skip or word in chart.pack.before or len(word) <= _SMALL for word in words)
        return len(words) <= _WORDS and small
    gap = chart.text[anchor.end : topic.start]
    told = [*chart.cues("verb"), *chart.dates]
    passive = "mark.spoken" in topic.classes and len(gap) <= _REACH and not has_any(gap, _WALLS)
    return passive and not chart.within(told, anchor.end, topic.start)
