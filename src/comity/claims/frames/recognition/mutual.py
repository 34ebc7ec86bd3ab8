"""Two who recognise each other: "the two countries recognised each other", «تبادل البلدان الاعتراف»."""

from __future__ import annotations

from comity.claims.context.discourse import Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BETWEEN, _PAIR = 6, 2


def both_ways(chart: Chart, verb: Mention) -> Found | None:
    """The two who recognise each other: a pair before the verb and the same pair behind it, or before a last verb.

    "A und B hatten | einander anerkannt".
    """
    if any(one.start == verb.start for one in chart.cues("mark.mutual")):  # «تبادل | البلدان | الاعتراف»
        acting = [one for one in chart.parties if one.start >= verb.end and one.role == ""]
        doers = found(chart.group_of(acting[0])) if acting else Found()
        return doers if len(doers.ids) == _PAIR else None
    pairs = [one for one in chart.parties if one.deictic and len(one.ids) == 2]
    other = chart.nearest(verb, [one for one in pairs if one.start >= verb.end], limit=6)
    first = [one for one in chart.parties if one.end <= verb.start]
    inner = [one for one in pairs if one.end <= verb.start and one is not first[0]] if chart.pack.inverts else []
    if inner and set(found(one for one in first if one is not inner[-1]).ids) <= set(inner[-1].ids):
        return Found(ids=inner[-1].ids, context=inner[-1].context)
    between = [one for one in chart.parties if one.role == "between" and 0 < one.start - verb.end <= _BETWEEN]
    two = found(chart.group_of(between[0])) if between else Found()
    if len(two.ids) == _PAIR:
        return two  # "recognition | between A and B"
    both = [one for one in pairs if one.start == verb.start]
    if both and (not first or set(found(chart.group_of(first[-1])).ids) == set(both[0].ids)):
        return Found(ids=both[0].ids, context=both[0].context)  # "Mutual Recognition, 1854"
    if other is not None and first and set(found(chart.group_of(first[-1])).ids) == set(other.ids):
        return Found(ids=other.ids, context=other.context)
    return None
