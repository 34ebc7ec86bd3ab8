"""What a mission does to something else, by the form of the verb behind it: «посольство | открыло | выставку»."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_DOORS, _DOER = 30, 4


def does_itself(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a mission before a verb opens something else: «посольство Японии в Минске | открыло | выставку».

    Refuses its own doors, and a sentence in which a state that does it stands between: «посольство A | открыла |».
    """
    doing = any(one.start < verb.end and verb.start < one.end for one in chart.cues("mark.doing"))
    if not doing or noun.end > verb.start or chart.clause(noun.start) != chart.clause(verb.start):
        return False
    if chart.within(chart.cues("mark.relative"), noun.end, verb.start):
        return False  # «посольство, | которое | открыло правительство»
    if any(one.role == "" and 0 <= one.start - verb.end <= _DOER for one in chart.parties):
        return False  # «амбасаду у Београду | отворила је | Нигерија»
    doors = any(0 <= one.start - verb.end <= _DOORS for one in chart.cues("mark.doors"))
    between = chart.within((*chart.parties, *chart.kind("city"), *chart.actors), noun.end, verb.start)
    return not doors and not any(one.role == "" and one.form != "adjective" for one in between)
