"""Words that hang on a title's first or last by a dash or a hyphen."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart

_HUNG_BEFORE = re.compile(r"(?:[^\W\d_]+-,\s){0,3}[^\W\d_]+-\s(?P<joiner>[^\W\d_]+)\s$")
_HUNG_BEHIND = re.compile(r"[^.;:,!?()]{0,60}?(?:[^\W\d_]+-,\s){1,3}[^\W\d_]+-\s(?P<joiner>[^\W\d_]+)\s[^\W\d_]+")
_LONGEST = 110


def coupled(chart: Chart, start: int) -> int:
    """Where a title begins whose first name a dash couples with another: "the | Peru–Thailand | Friendship League"."""
    dashed = chart.pack.spaced and chart.text[start - 1 : start] in ("–", "-") and start > 1
    return next((one.start for one in chart.parties if dashed and one.end == start - 1), start)


def hung_left(chart: Chart, start: int) -> int:
    """Where a title begins, words that hang on it by their hyphen included: "Handels- und | Freundschaftsvertrag"."""
    hung = _HUNG_BEFORE.search(chart.text, 0, start)
    if hung is None or hung.group("joiner").lower() not in chart.pack.joiners:
        return start
    return hung.start()


def hung_right(chart: Chart, end: int, wall: int) -> int:
    """Where a title goes on behind words that hang on its last: "im Rohstoff-, Industrie- und | Technologiebereich"."""
    hung = _HUNG_BEHIND.match(chart.text, end, min(wall, end + _LONGEST))
    return hung.end() if hung is not None and hung.group("joiner").lower() in chart.pack.joiners else end
