"""Visits told as a list behind one word: who came, each with the dates in a bracket."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Visit
from comity.model.selector import Selector

_OPENS, _LED = 12, 80
_FEWEST = 2
_COLONS = ":："


def listed_visits(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a list of visits: "中方重要往访有：周恩来总理（1964年1月）、唐家璇外长（1998年6月）".

    Refuses a person without an office or a bracket with dates right behind the name, and a list whose two sides are
    not known.
    """
    told = [(one, _days(chart, one)) for one in chart.actors if one.actor is not None and one.actor.office]
    people = [(one, days) for one, days in told if days] or _respective(chart, [one for one, _ in told])
    if not people:
        return
    anchor = next((cue for cue in (_opening(chart, one) for one, _ in told) if cue is not None), None)
    if anchor is None:
        yield from _by_verb(chart, discourse, people)
        return
    visitor, host = (
        _said_sides(chart, anchor, told[0][0])
        or _sides_behind(chart, discourse, anchor, told[0][0])
        or _sides(chart, discourse, anchor)
    )
    for one, days in people:
        home = one.ids or visitor.ids
        if one.start < anchor.end or len(home) != 1 or len(host.ids) != 1 or home == host.ids:
            continue
        for day in days:
            yield _visit(chart, one, (home[0], host.ids[0]), day, context=(*visitor.context, *host.context))


def _visit(
    chart: Chart, one: Mention, ends: tuple[str, str], day: Dated, *, context: tuple[Selector, ...], town: str = ""
) -> Draft:
    """The visit of one of a list, of the kind and to the towns that the bracket tells."""
    assert one.actor is not None
    aside = _of_day(chart, _bracket(chart, one) or (one.end, one.end), day)
    kinds = [cue.kind_in("kind") for cue in chart.within(chart.cues("kind"), *aside)]
    towns = [city for city in chart.within(chart.kind("city"), *aside) if city.country == ends[1]]
    names = list(dict.fromkeys(name for city in towns if (name := city_roles(city)[0]))) or ([town] if town else [])
    roles = Visit(
        visitor=ends[0],
        host=ends[1],
        office=one.actor.office,
        person=one.actor.person or None,
        kind=kinds[0] if kinds else None,
        places=tuple(names),
    )
    return Draft(roles=roles, rule="visit.listed", dated=day, context=context)


def _of_day(chart: Chart, aside: tuple[int, int], day: Dated) -> tuple[int, int]:
    """The part of a bracket of several days that is one day's: up to the next, "（1982年；| 2006年来京 |；2008年）"."""
    days = chart.within(chart.dates, *aside)
    own = next((n for n, one in enumerate(days) if one.date is not None and one.date.when == day.when), None)
    if len(days) < _FEWEST or own is None:
        return aside
    low = days[own].start if own else aside[0]
    return low, days[own + 1].start if own + 1 < len(days) else aside[1]


def _by_verb(chart: Chart, discourse: Discourse, people: Sequence[tuple[Mention, list[Dated]]]) -> Iterator[Draft]:
    """The visits of two or more who went by one verb, a bracket with the days behind each: "A (1991) und B (1993)".

    Refuses those of whom the sentence tells no one goal.
    """
    start, end = chart.clause(people[0][0].start)
    verbs = chart.within(chart.cues("verb.visit"), start, end) or chart.within(chart.cues("noun.visit"), start, end)
    if len(people) < _FEWEST or len(verbs) != 1 or not chart.pack.spaced or negated(chart, verbs):
        return
    inside = [one for one in (*chart.parties, *chart.kind("city")) if start <= one.start < end and party_ids(one)]
    inside = [one for one in inside if not any(who.start <= one.start < who.end for who, _ in people)]
    goals = [one for one in inside if one.role in ("to", "in", "object") and one.form != "adjective"]
    goals = goals or [one for one in inside if one.role == "" and one.form not in ("adjective", "demonym")]
    if len({party_ids(one) for one in goals}) != 1:
        return
    host = party_ids(goals[0])[0]
    owners = [one for one in inside if one not in goals and party_ids(one) != (host,) and one.role in ("of", "", "by")]
    other = discourse.other_than(host)
    visitor = party_ids(owners[0]) if owners else (other.ids if other is not None else ())
    town = (city_roles(goals[0])[0] or "") if goals[0].kind == "city" else ""
    for one, days in people:
        home = one.ids or visitor
        if len(home) == 1 and home[0] != host:
            yield from (_visit(chart, one, (home[0], host), day, context=(), town=town) for day in days)


def _respective(chart: Chart, people: Sequence[Mention]) -> list[tuple[Mention, list[Dated]]]:
    """Each of several with the day that stands at his place: "Herzog und Köhler kamen 1998 | bzw. | 2008"."""
    named = [one for one in people if one.actor is not None and one.actor.person and one.form != "pronoun"]
    words = chart.cues("mark.respectively")
    days = [day for day in chart.dates if named and chart.clause(day.start) == chart.clause(named[0].start)]
    if len(named) < _FEWEST or len(days) != len(named) or not any(one.start > days[0].start for one in words):
        return []
    return [(one, [dated(day)]) for one, day in zip(named, days, strict=True)]


def _bracket(chart: Chart, one: Mention) -> tuple[int, int] | None:
    return next((span for span in chart.asides if 0 <= span[0] - one.end <= 1), None)


def _days(chart: Chart, one: Mention) -> list[Dated]:
    """The dates in the bracket that opens right behind a person."""
    aside = _bracket(chart, one)
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
    if chart.pack.spaced and gap.rstrip().endswith(":") and len(gap) <= _LED and "noun.visit" in before[-1].classes:
        return before[-1]  # "Besuche | der ghanaischen Seite |: Präsident …"
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


def _sides_behind(chart: Chart, discourse: Discourse, anchor: Mention, first: Mention) -> tuple[Found, Found] | None:
    """Who goes or where, said behind the word for visits: "Besuche | der Schweizer Seite |:", "Besuche in Peru"."""
    said = [one for one in chart.within(chart.parties, anchor.end, first.start) if len(one.ids) == 1]
    hosts = [one for one in said if one.role in ("to", "in") and one.form not in ("adjective", "demonym")]
    goes = [one for one in said if one not in hosts]
    if not chart.pack.spaced or len({one.ids for one in hosts}) > 1 or len({one.ids for one in goes}) > 1 or not said:
        return None
    known = (goes or hosts)[0]
    other = discourse.other_than(known.ids[0])
    away = Found(ids=other.ids, context=other.context()) if other is not None else Found()
    visitor = Found(ids=goes[0].ids, context=goes[0].context) if goes else away
    host = Found(ids=hosts[0].ids, context=hosts[0].context) if hosts else away
    return visitor, host


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
