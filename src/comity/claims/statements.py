"""What all frames read in a sentence that is a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from comity.claims.clauses.unnamed import tells_of_nobody
from comity.claims.context.discourse import Discourse
from comity.claims.each_day import each_on_its_day
from comity.claims.factuality.modality import UNREAL
from comity.claims.factuality.nobody import is_nobodys
from comity.claims.frames import Frame
from comity.claims.frames.agreement.frame import read_agreements
from comity.claims.frames.appointment.frame import read_appointments
from comity.claims.frames.appointment.heads import read_heads
from comity.claims.frames.appointment.named_to import read_named_to
from comity.claims.frames.body.frame import read_bodies
from comity.claims.frames.dispute.frame import read_disputes
from comity.claims.frames.honour.frame import read_honours
from comity.claims.frames.landmark.frame import read_landmarks
from comity.claims.frames.meeting.frame import read_meetings
from comity.claims.frames.membership.frame import read_memberships
from comity.claims.frames.mission.frame import read_missions
from comity.claims.frames.quantity.frame import read_quantities
from comity.claims.frames.recognition.frame import read_recognitions
from comity.claims.frames.relations.frame import read_relations
from comity.claims.frames.relations.switched import read_switches
from comity.claims.frames.succession.frame import read_successions
from comity.claims.frames.visit.frame import read_visits
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.watch import Watch
from comity.model.roles import Visit

FRAMES: tuple[Frame, ...] = (
    read_visits,
    read_relations,
    read_recognitions,
    read_switches,
    read_missions,
    read_meetings,
    read_agreements,
    read_memberships,
    read_quantities,
    read_honours,
    read_bodies,
    read_appointments,
    read_named_to,
    read_heads,
    read_landmarks,
    read_disputes,
    read_successions,
)


def read_frames(chart: Chart, discourse: Discourse, *, watch: Watch | None = None) -> list[Draft]:
    """What all frames read in a sentence; a visit tells the later ones whose its people are."""
    drafts: list[Draft] = []
    for frame in FRAMES:
        told = frame(chart, discourse) if watch is None else watch.read(frame, chart, discourse)
        kept = [one for one in told if one.modality != UNREAL and not tells_of_nobody(one.roles)]
        drafts += [one for one in kept if not is_nobodys(chart, one)]
        if frame is read_visits:
            chart = _informed(chart, drafts)
    if watch is not None:
        watch.end((("", chart),), discourse)
    return each_on_its_day(chart, drafts)


def _informed(chart: Chart, drafts: Iterable[Draft]) -> Chart:
    """The chart, its people given the party that a visit of theirs has just told."""
    homes = {one.roles.person: one.roles.visitor for one in drafts if isinstance(one.roles, Visit) and one.roles.person}
    if not homes:
        return chart
    mentions = tuple(
        replace(one, ids=(homes[one.actor.person],))
        if one.actor is not None and not one.ids and one.actor.person in homes
        else one
        for one in chart.mentions
    )
    return replace(chart, mentions=mentions)
