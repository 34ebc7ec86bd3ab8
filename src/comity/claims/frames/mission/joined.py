"""Two missions joined, each with a verb of its own: "la de A se abrió en 1995 y la de B funciona desde 1999"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def of_the_first(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb is that of the mission before it, the one joined behind it having its own.

    Refuses languages whose verbs close their clauses.
    """
    if chart.pack.order != "svo" or chart.pack.inverts or verb.end > noun.start:
        return False
    joined = [word for word in chart.text[verb.end : noun.start].lower().split()[-2:] if word in chart.pack.joiners]
    missions, (start, end) = chart.cues("mission"), chart.clause(noun.start)
    end = min([end, *(one.start for one in missions if one.start > noun.start)])
    first = any(start <= one.start and one.end <= verb.start for one in missions)
    return first and bool(joined) and bool(chart.within(chart.cues("verb.have"), noun.end, end))
