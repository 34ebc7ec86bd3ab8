"""Visits told as a list behind one word: who came, each with the dates in a bracket."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Visit
from comity.model.selector import Selector

_OPENS = 12
_COLONS = ":："


def listed_visits(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a list of visits: "中方重要往访有：周恩来总理（1964年1月）、唐家璇外长（1998年6月）".

    Refuses a person without an office or a bracket with dates right behind the name, and a list whose two sides are
    not known.
    """
    told = [(one, _days(chart, one)) for one in chart.actors if one.actor is not None and one.actor.office]
    people = [(one, days) for one, days in told if days]
    if not people:
        return
    anchor = next((cue for cue in (_opening(chart, one) for one, _ in told) if cue is not None), None)
    if anchor is None:
        return
    visitor, host = _said_sides(chart, anchor, told[0][0]) or _sides(chart, discourse, anchor)
    for one, days in people:
        home = one.ids or visitor.ids
        if one.start < anchor.end or len(home) != 1 or len(host.ids) != 1 or home == host.ids:
            continue
        for day in days:
            yield _visit(one, home[0], host, day, (*visitor.context, *host.context))


def _visit(one: Mention, visitor: str, host: Found, day: Dated, context: tuple[Selector, ...]) -> Draft:
    assert one.actor is not None
    roles = Visit(visitor=visitor, host=host.ids[0], office=one.actor.office, person=one.actor.person or None)
    return Draft(roles=roles, rule="visit.listed", dated=day, context=context)


def _days(chart: Chart, one: Mention) -> list[Dated]:
    """The dates in the bracket that opens right behind a person."""
    aside = next((span for span in chart.asides if 0 <= span[0] - one.end <= 1), None)
    if aside is not None and chart.within(chart.cues("fact.cancel"), *aside):
        return []  # "（2021年1月，未成行）"
    return [dated(date) for date in chart.dates if aside is not None and aside[0] <= date.start < aside[1]]


def _opening(chart: Chart, first: Mention) -> Mention | None:
    """The word for visits that opens the list: a colon or a word of having stands between it and the first."""
    before = [one for one in chart.cues("noun.visit", "verb.visit") if one.end <= first.start]
    if not before:
        return None
    gap = chart.text[before[-1].end : first.start]
    had = any(before[-1].end <= one.start < first.start for one in chart.cues("verb.have", "verb.hold"))
    where = chart.within(chart.parties, before[-1].end, first.start) if leads(chart.pack) else []
    named = sum(one.end - one.start for one in where)  # "visits | to Hungary |: Foreign Minister …"
    near = len(gap.rpartition("：")[0] or gap) - named <= _OPENS
    return before[-1] if near and (had or any(mark in gap for mark in _COLONS)) else None


def _said_sides(chart: Chart, anchor: Mention, first: Mention) -> tuple[Found, Found] | None:
    """Who goes and where, both said before the first of a list: "Hungarian leaders' visits | to Vietnam |: …"."""
    stop = max(anchor.end, first.start)
    said = [one for one in chart.within(chart.parties, 0, stop) if len(one.ids) == 1 and one.start < first.start]
    hosts = [one for one in said if one.role in ("to", "in") and one.start >= anchor.end]
    goes = [one for one in said if one not in hosts and one.ids != (hosts[0].ids if hosts else ())]
    if not leads(chart.pack) or len(hosts) != 1 or len({one.ids for one in goes}) != 1:
        return None
    return Found(ids=goes[0].ids, context=goes[0].context), Found(ids=hosts[0].ids, context=hosts[0].context)


def _sides(chart: Chart, discourse: Discourse, anchor: Mention) -> tuple[Found, Found]:
    """Who goes and where: the first party before the word goes, another is the host, else the word's own direction."""
    named = [one for one in chart.parties if one.end <= anchor.start and len(one.ids) == 1]
    home = _home(discourse)
    if not named:
        outward, inward = "deixis.outward" in anchor.classes, "deixis.inward" in anchor.classes
        other = discourse.other_than(home.ids[0]) if home.ids else None
        if other is None or outward == inward:
            return Found(), Found()
        away = Found(ids=other.ids, context=other.context())
        return (home, away) if outward else (away, home)
    visitor = Found(ids=named[0].ids, context=named[0].context)
    hosts = [one for one in named if one.ids != named[0].ids]
    if hosts:
        return visitor, Found(ids=hosts[0].ids, context=hosts[0].context)
    other = discourse.other_than(named[0].ids[0])
    return visitor, Found(ids=other.ids, context=other.context()) if other is not None else Found()


def _home(discourse: Discourse) -> Found:
    """The state a list of visits is told from: the one at home, else the first of the two in question."""
    pair = discourse.the_pair()
    if pair is None:
        return Found()
    one = discourse.home if discourse.home in pair.ids else pair.ids[0]
    return Found(ids=(one,), context=pair.context())
