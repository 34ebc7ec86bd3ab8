"""Missions that cover a state from elsewhere: "an embassy in Lima which also looks after Bolivia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse
from comity.claims.draft import Draft
from comity.claims.factuality import modality_of
from comity.claims.frames.attach import standing_date
from comity.claims.frames.sides import found, owner_of, subject_of
from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.model.claim import Mission

_SEAT_REACH = 120


def read_accredited(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Iterator[Draft]:
    """The states a mission covers from its seat: "an embassy in Lima which also looks after Bolivia"."""
    cities = [one for one in chart.kind("city") if one.country and one.distance(cue) <= _SEAT_REACH]
    seat = chart.nearest(cue, [one for one in cities if one.end <= cue.start] or cities)
    if seat is None:
        return
    covered = [
        one
        for one in chart.parties
        if seat.country not in one.ids and one.form != "adjective" and one.role in ("to", "in", "for", "object", "")
    ]
    behind = [one for one in covered if one.start >= cue.end]
    target = chart.nearest(cue, behind or covered, limit=_SEAT_REACH)
    if target is None:
        return
    noun = chart.nearest(seat, nouns)
    sender = _sender_of_seat(chart, discourse, noun=noun, cue=cue, seat=seat, target=target)
    name, number = city_roles(seat)
    kind = noun.kind_in("mission") if noun is not None else ""
    for party in found(chart.group_of(target)).ids:
        if sender and party not in (sender, seat.country):
            yield Draft(
                roles=Mission(
                    sender=sender,
                    receiver=party,
                    kind=kind or "embassy",
                    event="exists",
                    city=name,
                    city_id=number,
                    via=seat.country,
                ),
                rule="mission.accredited",
                dated=standing_date(chart, discourse, cue),
                modality=modality_of(chart, cue),
            )


def _sender_of_seat(
    chart: Chart, discourse: Discourse, *, noun: Mention | None, cue: Mention, seat: Mention, target: Mention
) -> str:
    """Whose mission sits there: its owner or the subject, in a list the list's owner; never the host or the covered."""
    owner = owner_of(chart, noun) if noun is not None else None
    ids = owner.ids if owner is not None else subject_of(chart, discourse, cue).ids
    ids = tuple(one for one in ids if one not in target.ids and one != seat.country)
    if not ids and discourse.row is not None:
        ids = discourse.row[:1]
    if not ids and discourse.topic is not None and len(discourse.topic.ids) <= 2:
        ids = tuple(one for one in discourse.topic.ids if one != seat.country and one not in target.ids)
    return ids[0] if len(ids) == 1 else ""
