"""Whether a verb only tells when something else was: "after relations were restored"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS
from comity.claims.sentences.mention import Mention

_RIGHT_AT = 5
_MANY = 1  # a letter that rounds a number: "7年 | 多 | 后"
_SPANS = frozenset({"year", "month", "week", "day"})


def background(chart: Chart, verb: Mention) -> bool:
    """Whether a verb only says when something else was: "after relations were restored", "复交后"."""
    before = chart.cues("mark.before_verb")
    return (
        any(0 <= one.start - verb.end <= 0 for one in chart.cues("mark.after_verb"))
        or any(0 <= verb.start - one.end <= 2 for one in before)
        or any(_behind_party(chart, one, verb) for one in before)
    )


def lasted(chart: Chart, verb: Mention) -> bool:
    """Whether a verb only says how long something had been so: "在 | 关闭 | 近7年后，重新开放"."""
    spans = [one for one in chart.kind("quantity") if one.quantity and one.quantity.unit in _SPANS]
    spans = [one for one in spans if 0 <= one.start - verb.end <= _MANY]
    behind = chart.cues("mark.after_verb")
    return any(0 <= mark.start - one.end <= _MANY for one in spans for mark in behind)


def _behind_party(chart: Chart, mark: Mention, verb: Mention) -> bool:
    """Whether only who did it stands between the mark and the verb, and no date behind: "after Prague | broke off"."""
    doers = [one for one in chart.parties if mark.end < one.start and one.end < verb.start]
    if len(doers) != 1 or doers[0].start - mark.end > _RIGHT_AT or verb.start - doers[0].end > _RIGHT_AT:
        return False
    stop = next((at for at in range(verb.end, len(chart.text)) if chart.text[at] in CLAUSE_COMMAS), len(chart.text))
    return not any(verb.end <= one.start < stop for one in chart.dates)
