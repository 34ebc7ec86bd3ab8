"""States that are told of as many or as others, by no name: nobody spoken of before stands for them."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.marks import SEMICOLONS, has_any
from comity.claims.mention import Mention

_WITH = 12
_SUBJECT = 60
_NAMING = ":：("


def with_vague(chart: Chart, anchor: Mention) -> bool:
    """Whether relations are those with states of no name, or of such: "with | neighbouring states", "many nations | …".

    Refuses a sentence that names who they are: "with several countries: A, B", "many states (A, B)".
    """
    if not chart.pack.spaced or chart.pack.order == "sov":
        return False
    start, end = chart.clause(anchor.start)
    for some in chart.within(chart.cues("mark.vague_states"), start, end):
        if has_any(chart.text[some.end : end], _NAMING) or chart.within(chart.cues("mark.including"), some.end, end):
            continue
        words = chart.text[anchor.start : max(anchor.end, some.start)].lower().split()[-1:]
        near = 0 <= some.start - anchor.end <= _WITH
        partner = near and bool(words) and chart.pack.before.get(words[0]) == "with"
        leads = (
            some.end <= anchor.start and len(chart.text[some.end : anchor.start]) <= _SUBJECT and _leads(chart, some)
        )
        if partner or leads:
            return True
    return False


def vague_sides(chart: Chart, anchor: Mention) -> bool:
    """Whether those who quarrel are of no name: "| Two neighbours | have longstanding disputes with Guyana"."""
    if not chart.pack.spaced or chart.pack.order == "sov":
        return False
    start, _ = chart.clause(anchor.start)
    before = chart.within(chart.cues("mark.vague_states"), start, anchor.start)
    return any(_leads(chart, one) and not has_any(chart.text[one.end :], _NAMING) for one in before)


def _leads(chart: Chart, some: Mention) -> bool:
    """Whether they are the subject of their clause: nobody stands before them, no marker puts them anywhere."""
    start, _ = chart.clause(some.start)
    words = chart.text[start : some.start].lower().split()[-1:]
    marked = bool(words) and words[0] in chart.pack.before
    others = [one for one in chart.within(chart.parties, start, some.start) if one.role == ""]
    return not marked and not others and not has_any(chart.text[start : some.start], SEMICOLONS)
