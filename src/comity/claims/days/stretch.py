"""The stretch of a clause between two commas, and the day that one stretch gives to another."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention

_QUOTED = re.compile("«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]")
_COMMA = re.compile(rf"[{CLAUSE_COMMAS}](?!\d)")  # none within a number


def stretch(chart: Chart, place: int) -> tuple[int, int]:
    """The part of a clause between two commas that a place stands in; one in a bracket or a number divides nothing."""
    start, end = chart.clause(place)
    commas = [
        found.start() for found in _COMMA.finditer(chart.text[start:end]) if chart.aside(start + found.start()) is None
    ]
    before = [start + one + 1 for one in commas if start + one < place]
    behind = [start + one for one in commas if start + one >= place]
    return max(before, default=start), min(behind, default=end)


def day_of_part(chart: Chart, noun: Mention, verb: Mention) -> dict[int, Mention]:
    """The one day before a mission in its own part of a list that shares its verb: "1993'te A'da elçilik, 1997'de …".

    By the place of the mission; nothing where there is none. Only where verbs come last; the parts behind it up to the
    verb tell of missions, too.
    """
    low, high = stretch(chart, noun.start)
    days = chart.within(chart.dates, low, high)
    led = chart.pack.order == "sov" and verb.start >= high and len(days) == 1 and days[0].end <= noun.start
    others = [one for one in chart.cues("mission") if high <= one.start < verb.start]
    return {noun.start: days[0]} if led and others and not chart.within(chart.cues("verb"), low, high) else {}


def sets_the_time(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether the date stands in a clause that leads the sentence and says when all of it was: "When X fell on …, …".

    The only date of the sentence, and a comma between it and what is told.
    """
    first = next((cue for cue in chart.cues("mark.when", "mark.before_verb")), None)
    if first is None or chart.text[: first.start].strip(" *•-–\t") or len(chart.dates) != 1 or not chart.pack.spaced:
        return False
    low, high = stretch(chart, one.start)
    return low <= first.start and high <= anchor.start and chart.clause(one.start) == chart.clause(anchor.start)


def told_by_when(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether what is told has no day but that of the clause behind it: "recognized it when the two met on | …"."""
    low, high = chart.clause(anchor.start)
    whens = [cue for cue in chart.within(chart.cues("mark.when"), anchor.end, one.start) if cue.start < high]
    if len(whens) != 1 or not low <= one.start < high or has_any(chart.text[whens[0].end : one.start], CLAUSE_COMMAS):
        return False
    return not chart.within(chart.dates, low, whens[0].start) and not has_any(
        chart.text[anchor.end : whens[0].start], SEMICOLONS
    )


def quoted_day(chart: Chart, anchor: Mention) -> Mention | None:
    """The one date of the quotation that an anchor stands in: "in 1960 it was said: «they | began | in 1959»"."""
    for low, high in _quotations(chart.text):
        if low <= anchor.start < high:
            inside = chart.within(chart.dates, low, high)
            return inside[0] if len(inside) == 1 and len(chart.dates) > 1 else None
    return None


def _quotations(text: str) -> list[tuple[int, int]]:
    """The quotations of a text, in the marks of several scripts."""
    return [found.span() for found in _QUOTED.finditer(text)]
