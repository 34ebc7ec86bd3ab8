"""Journeys of several people on as many days, told in one order: "2008年3月和11月，A、B | 分别 | 访问阿尔及利亚"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.frames.times.attach import dated
from comity.claims.frames.visit.hosts import host_of
from comity.claims.frames.visit.one_visit import draft_visit
from comity.claims.frames.visit.whose_guest import with_party
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft

_FEWEST = 2


def read_visits_severally(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The visit of each of several named people, the days before them told in the same order and number.

    Refuses a list that a verb stands in, and one whose days are fewer or more than the people.
    """
    if chart.pack.spaced:
        return
    for cue in chart.cues("mark.severally"):
        _, end = chart.clause(cue.start)
        verb = next(iter(chart.within(chart.cues("verb.visit"), cue.end, end)), None)
        people = [one for one in chart.actors if one.end <= cue.start and one.actor and one.actor.person]
        people = [one for one in people if one.role == "" and one.form != "pronoun"]
        days = [one for one in chart.dates if people and one.end <= people[0].start]
        told = chart.cues("verb") if people else []
        if verb is None or len(people) < _FEWEST or len(days) != len(people):
            continue
        if chart.within([one for one in told if one.end - one.start > 1], days[0].start, cue.start):
            continue
        for one, day in zip(people, days, strict=True):
            host = host_of(chart, discourse, verb, one.ids[0] if one.ids else "")
            visitor = with_party(one, discourse, host.ids[0], chart.pack.home) if host is not None else one
            draft = draft_visit(chart, discourse, verb, visitor, host) if host is not None and visitor.ids else None
            if draft is not None and host is not None and visitor.ids != host.ids:
                yield replace(draft, dated=dated(day))
