"""Somebody whose state is told by a rank: "Shinzō Abe became the first | Japanese | head of government to visit …"."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def by_rank(chart: Chart, visitor: Mention, anchor: Mention) -> Mention:
    """The visitor with the state whose first of a rank they are said to be; unchanged where that is not said."""
    firsts = [one for one in chart.cues("mark.foremost", "fact.first") if visitor.end <= one.start < anchor.start]
    if visitor.ids or not firsts or chart.pack.order != "svo":
        return visitor
    ranks = [*chart.actors, *(one for one in chart.parties if one.form == "adjective")]
    behind = [one for one in ranks if firsts[0].start <= one.start < anchor.start and len(one.ids) == 1]
    return replace(visitor, ids=behind[0].ids) if behind else visitor


def host_instead(chart: Chart, discourse: Discourse, visitor: Mention, host: Found) -> Found:
    """The other of the two in question, where "the country" would be the visitor's own."""
    if visitor.ids != host.ids or not chart.has("deixis.it") or len(visitor.ids) != 1:
        return host
    other = discourse.other_than(visitor.ids[0])
    return Found(ids=other.ids, context=other.context()) if other is not None else host
