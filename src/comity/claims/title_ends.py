"""Where a title is over or begins: small words behind a name in capitals, and whom it was made with, are none of it."""

from __future__ import annotations

import re

from comity.claims.chart import Chart
from comity.claims.mention import Mention

_CAPITAL_THEN_SMALL = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+)\s(?=([a-z][^\W\d_]{3,}))")
_DASHES = "–—"
_MARKER = 2


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


def past_partner(chart: Chart, start: int, head: int) -> int:
    """Where a title begins behind the words that only say with whom or about what: "同新加坡的 | 自由贸易协定".

    Said of languages whose words are written together; never past the head.
    """
    on = next((one for one in chart.cues("mark.on") if one.start == start), None)
    start = on.end if on is not None and on.end < head else start
    partner = next((one for one in chart.parties if one.role == "with" and start < one.start <= start + _MARKER), None)
    if partner is None or chart.pack.before.get(chart.text[start : partner.start]) != "with":
        return start
    owning = chart.pack.after.get(chart.text[partner.end : partner.end + 1]) == "of"
    return partner.end + 1 if owning and partner.end < head else start
