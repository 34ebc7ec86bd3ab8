"""The days of a visit: each of a list of its own, none that is another visit's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.days.date_owners import events
from comity.claims.frames.times.attach import dated
from comity.claims.frames.times.next_part import opens_next
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined
from comity.model.roles import Visit

_NEXT_DEED = 12
_LATEST = 12
_SINCE = frozenset({"verb.serve", "verb.have"})  # "eight times | since | 2001"


def each_date(chart: Chart, draft: Draft, anchor: Mention) -> Iterator[Draft]:
    """The visit once for each of a list of dates that its own stands in: "in 1994, 1999, 2008 and 2016"."""
    own = next((one for one in chart.dates if one.date is not None and one.date.when == draft.dated.when), None)
    chain = [own] if own is not None else []
    for one in chart.dates:
        told = chain and one.start > chain[-1].start and joined(chart.between(chain[-1], one), chart.pack)
        if told and _within_year(chain[-1], one):
            chain[-1] = one
        elif told and not _opens_another(chart, one, anchor):
            chain.append(one)
    for one in reversed(chart.dates):
        told = chain and one.end <= chain[0].start and joined(chart.between(one, chain[0]), chart.pack)
        told = told and not any(opens_next(chart, chain[0], verb, events(chart)) for verb in events(chart))
        since = one.date is not None and one.date.kind == "since"
        if told and not since and not _within_year(one, chain[0]):
            chain.insert(0, one)
    if not chain:
        yield draft
    for one in chain:
        yield replace(draft, dated=dated(one))


def bracket_day(chart: Chart, host: Mention) -> Dated | None:
    """The day in the bracket right behind a host: "visited Morocco (| 22 May |), Ethiopia (23–24 May) and Nigeria"."""
    aside = chart.aside(host.end + 1)
    days = [one for one in chart.dates if aside is not None and aside[0] < one.start < aside[1]]
    return dated(days[0]) if aside is not None and len(days) == 1 and aside[0] - host.end <= 1 else None


def at_host(chart: Chart, told: Draft) -> Draft:
    """The visit on the day that a bracket behind its host gives, where each of a list of hosts has its own."""
    roles = told.roles
    hosts = [one for one in chart.parties if isinstance(roles, Visit) and one.ids == (roles.host,) and not one.deictic]
    day = bracket_day(chart, hosts[0]) if hosts and hosts[0].group >= 0 else None
    return replace(told, dated=day) if day is not None else told


def _within_year(year: Mention, day: Mention) -> bool:
    """Whether a year stands over a day of its own: "2017 – on 10 September the minister visited"."""
    if year.date is None or day.date is None or year.date.when.start is None or day.date.when.start is None:
        return False
    return (
        year.date.when.start.month is None
        and day.date.when.start.month is not None
        and year.date.when.start.year == day.date.when.start.year
    )


def _opens_another(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a day begins what is told next: "visited in January 1998, in May 2002 a consulate was opened"."""
    verbs = [verb for verb in events(chart) if not verb.classes & {"verb.visit", "verb.be_in"}]
    if opens_next(chart, one, anchor, events(chart)):
        return True
    return one.start > anchor.end and any(0 <= verb.start - one.end <= _NEXT_DEED for verb in verbs)


def since_another(chart: Chart, then: Dated) -> bool:
    """Whether a year is that of the visit before: "the first visit by a foreign minister since 2018"."""
    if then.when is None or then.when.start is None or then.when.start.month is not None:
        return False
    return any(one.date.when.start == then.when.start for one in chart.dates if one.date and one.date.kind == "since")


def latest_day(chart: Chart, anchor: Mention) -> Dated | None:
    """The day told of the last of several visits: "went to A eight times since 2001, | the last | on 6 May 2016"."""
    for cue in chart.within(chart.cues("mark.latest"), anchor.end, len(chart.text)):
        days = [one for one in chart.dates if 0 <= one.start - cue.end <= _LATEST]
        deeds = [one for one in chart.within(chart.cues("verb"), anchor.end, cue.start) if not one.classes & _SINCE]
        if days and not deeds:
            return dated(days[0])
    return None
