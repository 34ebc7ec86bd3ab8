"""Missions told of by a phrase that hides their word: "represented in Greece | through its embassy in | Athens"."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.times.standing import standing_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.cues import load_cues
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Mission


def in_its_host(chart: Chart, discourse: Discourse, seated: Mention | None, seat: Mention) -> Draft | None:
    """The mission by which a state is represented in the very state it sits in: "in Greece by its embassy in Athens".

    Refuses one whose clause does not begin with whose it is.
    """
    if seated is None or seat.kind != "city" or not chart.pack.spaced:
        return None
    start, _ = chart.clause(seated.start)
    hosts = [one for one in chart.within(chart.parties, start, seated.start) if one.role in ("in", "to")]
    doers = [one for one in chart.within(chart.parties, start, seated.start) if one.role == "" and not one.deictic]
    if not hosts or hosts[-1].ids != (seat.country,) or len(doers) != 1 or len(doers[0].ids) != 1:
        return None
    name, number = city_roles(seat)
    roles = Mission(
        sender=doers[0].ids[0],
        receiver=seat.country,
        kind=kind_in(chart, seated) or "embassy",
        event="exists",
        city=name,
        city_id=number,
    )
    day, modality = standing_date(chart, discourse, seated), modality_of(chart, seated)
    return (
        Draft(roles=roles, rule="mission.exists", dated=day, modality=modality)
        if doers[0].ids != hosts[-1].ids
        else None
    )


def kind_in(chart: Chart, seated: Mention | None) -> str:
    """The class of mission that a cue names inside: "from its | high commission | in"."""
    text = chart.text[seated.start : seated.end] if seated is not None else ""
    wanted = frozenset(label for label in chart.pack.cues if label.startswith("mission."))
    told = load_cues(chart.pack.code).find_heads(text, wanted) if text else []
    kinds = [label.partition(".")[2] for _, labels in told for label in sorted(labels)]
    return kinds[0] if len(set(kinds)) == 1 else ""
