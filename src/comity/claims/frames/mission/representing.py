"""Permanent missions told of by who stands for them: an ambassador who is also representative at organizations."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse
from comity.claims.frames.mission.guarded import read_guarded
from comity.claims.frames.sides.posting import ends_of
from comity.claims.frames.times.standing import standing_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.states.places import city_roles
from comity.model.roles import Mission


def also_represents(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The permanent missions of an envoy who is at the same time representative at organizations in his city.

    "The Slovene ambassador in Vienna is also permanent representative at the United Nations and the OSCE."
    """
    yield from read_guarded(chart, discourse)
    for one in chart.actors:
        if one.actor is None or one.actor.post != "permanent-representative" or one.actor.person:
            continue
        start, end = chart.clause(one.start)
        envoys = [who for who in chart.within(chart.actors, start, one.start) if who.actor and who.actor.post]
        ties = chart.cues("verb.hold", "verb.serve", "verb.accredit")
        tied = envoys and chart.within(ties, envoys[-1].end, one.start)
        bodies = chart.within(chart.kind("organization"), one.start, end)
        bodies = [body for body in bodies if body.role in ("in", "to")]
        if not tied or not bodies or envoys[-1].actor is None or envoys[-1].actor.post != "ambassador":
            continue
        seats = [city for city in chart.within(chart.kind("city"), start, end) if city.country]
        seat = chart.nearest(envoys[-1], seats) if len({city.ids for city in seats}) == 1 else None
        ends = ends_of(chart, discourse, envoys[-1], seat, event="holds")
        name, number = city_roles(seat)
        for body in dict.fromkeys(party for mention in bodies for party in mention.ids) if ends.ids else ():
            yield Draft(
                roles=Mission(
                    sender=ends.ids[0],
                    receiver=body,
                    kind="permanent-mission",
                    event="exists",
                    city=name,
                    city_id=number,
                ),
                rule="mission.representative",
                dated=standing_date(chart, discourse, one),
                context=ends.context,
            )
