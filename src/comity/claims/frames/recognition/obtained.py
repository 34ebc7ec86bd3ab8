"""How somebody came by a recognition: "won the recognition of France"."""

from __future__ import annotations

from comity.claims.context.discourse import Found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_REACH = 60


def given(chart: Chart, verb: Mention, objects: Found) -> str:
    """How somebody came by, or lost, the recognition that others give: "won the | recognition of France"; "" for none.

    Refuses what somebody is said to do ("the recognition of Peru by Chile"), and what is no state's ("of its rights").
    """
    start, end = chart.clause(verb.start)
    marks = [one for one in chart.cues("mark.obtained", "mark.forfeited") if start <= one.start < verb.start]
    near = [one for one in marks if verb.start - one.end <= _REACH]
    givers = [
        one for one in chart.parties if verb.end <= one.start < end and one.ids and set(one.ids) <= set(objects.ids)
    ]
    said = any(one.role == "by" for one in chart.within(chart.parties, verb.end, end))
    if (
        not near
        or not givers
        or givers[0].role != "of"
        or said
        or chart.within(chart.cues("noun.independence"), start, end)
    ):
        return ""
    return "forfeited" if "mark.forfeited" in near[-1].classes else "obtained"
