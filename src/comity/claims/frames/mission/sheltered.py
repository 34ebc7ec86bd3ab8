"""Under whose protection a mission sits that has no embassy of its own state over it."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BEHIND = 16
_BETWEEN = 40


def protector_of(chart: Chart, noun: Mention) -> str | None:
    """The state under whose protection an interests section works: "… opened | under the protection of | Sweden".

    "Under Swiss protection" too. None for another kind of mission, and where nobody is said to protect it.
    """
    if "mission.interests-section" not in noun.classes:
        return None
    start, end = chart.clause(noun.start)
    for cue in chart.within(chart.cues("mark.shelter"), start, end):
        behind = [one for one in chart.parties if 0 <= one.start - cue.end <= _BEHIND]
        inside = [one for one in chart.parties if cue.start <= one.start and one.end <= cue.end + _BETWEEN]
        named = [one for one in (*behind, *inside) if len(one.ids) == 1 and not one.deictic]
        if named:
            return named[0].ids[0]
    return None
