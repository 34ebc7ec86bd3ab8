"""Arrivals and the words that only name the visit they began: one journey, told once."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.mention import Mention

_WITH = 45


def arrived_for(chart: Chart, noun: Mention) -> Mention | None:
    """The arrival whose visit the next clause names, nobody and no other place in it: "抵达上海，开始 | 国事访问 |"."""
    start, end = chart.clause(noun.start)
    goings = [one for one in chart.cues("verb.visit") if one.end <= start and "noun.visit" not in one.classes]
    named = (*chart.actors, *chart.parties, *chart.kind("city"))
    if "noun.visit" not in noun.classes or not goings or chart.clause(goings[-1].start)[1] != start:
        return None
    reached = {one.country for one in chart.kind("city") if goings[-1].end <= one.start < start}
    others = [one for one in chart.within((*named, *chart.dates), start, end) if set(party_ids(one)) != reached]
    return None if others else goings[-1]


def only_describes(chart: Chart, anchor: Mention) -> bool:
    """Whether a visit only says who is meant, without a day: "| 正在索马里访问的 | 外交部副部长张明出席了 …"."""
    owning = chart.pack.after.get(chart.text[anchor.end : anchor.end + 1]) == "of"
    start, _ = chart.clause(anchor.start)
    behind = any(one.start == anchor.end + 1 and one.actor and one.actor.office for one in chart.actors)
    return not chart.pack.spaced and owning and behind and not chart.within(chart.dates, start, anchor.start)


def told_with(chart: Chart, noun: Mention) -> bool:
    """Whether a word for a visit says no other than the one told of: «прибыл с | визитом», "after a | visit to"."""
    named = (*chart.actors, *chart.parties, *chart.kind("city"))
    if not chart.pack.spaced:
        return arrived_for(chart, noun) is not None
    if "noun.visit" not in noun.classes or "verb.visit" in noun.classes or not chart.pack.cases:
        return False
    goings = [one for one in chart.cues("verb.visit") if one.end <= noun.start and "noun.visit" not in one.classes]
    beside = bool(goings) and noun.start - goings[-1].end <= _WITH
    alone = beside and not any(goings[-1].end <= one.start < noun.start for one in named)
    return alone or any(0 <= noun.start - one.end <= 1 for one in chart.cues("mark.before_verb"))
