"""Where a name in capitals is over, small words behind it being none of it."""

from __future__ import annotations

import re

from comity.claims.chart import Chart
from comity.claims.mention import Mention

_CAPITAL_THEN_SMALL = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+)\s(?=([a-z][^\W\d_]{3,}))")
_DASHES = "–—"


def named_until(chart: Chart, head: Mention, end: int) -> int:
    """Where a name in capitals is over: "Treaty of Friendship and Cooperation | further solidifying relations".

    At a small word right behind a capitalised one that is none of those which join or lead.
    """
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    if not plain or not chart.pack.capitals or chart.pack.inverts or not chart.text[head.start].isupper():
        return end
    known = chart.pack.joiners | chart.pack.skip | chart.pack.light | set(chart.pack.before) | set(chart.pack.about)
    for found in _CAPITAL_THEN_SMALL.finditer(chart.text, head.end, end):
        if found.group(2) not in known:
            return found.end(1)
    return end


def goes_on(chart: Chart, place: int) -> bool:
    """Whether a mark is within a name: behind a hanging word, between two states written as one.

    "im Rohstoff-| , | Industrie- und Technologiebereich", "Wirtschaftskommission Schweiz | – | Aserbaidschan".
    """
    if chart.text[place] == ",":
        return chart.text[place - 1] == "-"
    ends, starts = {one.end for one in chart.parties}, {one.start for one in chart.parties}
    return chart.text[place] in _DASHES and place in ends and place + 1 in starts


def without_other(chart: Chart, start: int, end: int) -> int:
    """Where the name of a thing is over, a state right behind it none of it: "die Halbinsel Bakassi | Kamerun | zu"."""
    last = next((one for one in chart.parties if start < one.start and one.end == end), None)
    bare = last is not None and chart.pack.inverts and not last.role and last.form == "short" and last.group < 0
    return len(chart.text[: last.start].rstrip()) if bare and last is not None else end
