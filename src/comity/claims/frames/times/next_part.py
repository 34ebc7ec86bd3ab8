"""Days that open what somebody else did: "A visited Russia, and | in November 2004 | President B visited Chile"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def opens_next(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether a day behind a joiner is that of the next deed, whose own doer and verb stand behind it.

    Refuses a day behind which nobody does anything: "visited Russia in 2002 and | in 2004 | Chile".
    """
    if not leads(chart.pack) or one.start < anchor.end:
        return False
    before = (chart.text[: one.start].rstrip(" ,").lower().split() or [""])[-1]
    behind = next((verb for verb in verbs if verb.start >= one.end and verb is not anchor), None)
    if before not in chart.pack.joiners or behind is None or ";" in chart.text[one.end : behind.start]:
        return False
    doers = [*chart.actors, *(it for it in chart.parties if it.form != "adjective")]
    done_to = chart.within(chart.cues("mission"), one.end, behind.start)  # "and, in 1900, | a Greek embassy | opened"
    return bool(done_to) or any(it.role == "" for it in chart.within(doers, one.end, behind.start))
