"""Deeds and journeys that a later clause calls off: "was to come in 2016, but the trip was cancelled"."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.mention import Mention

LIGHT = frozenset({"verb.invite", "verb.have", "verb.hold", "verb.reach", "verb.be_in", "verb.maintain", "verb.serve"})
"""Verbs too small to tell of a deed."""
JOURNEYS = frozenset({"verb.visit", "noun.visit", "verb.be_in", "indicator.visits", "kind.official", "kind.state"})
"""What tells of a journey."""


def undone(chart: Chart, anchor: Mention) -> bool:
    """Whether a later clause calls off what was planned: "was to come in 2016, but | the trip was called off"."""
    named = (*chart.parties, *chart.actors, *chart.kind("city"))
    own = chart.clause(anchor.start)
    if any(one.start >= anchor.end for one in chart.cues("fact.replaced")):
        return True
    for one in chart.cues("fact.cancel", "fact.postpone"):
        clause = chart.clause(one.start)
        if one.start < anchor.end or clause == own:
            continue
        others = chart.within(
            (*named, *chart.cues("verb", "mission", "agreement")), max(clause[0], anchor.end), one.start
        )
        if all(other.deictic or other.classes <= LIGHT for other in others):
            return True
    return False


def called_off(chart: Chart, anchor: Mention) -> bool:
    """Whether the next clause calls a journey off: "was to visit A on the 15th, but the trip was postponed"."""
    if not anchor.classes & JOURNEYS:
        return False
    start, end = chart.clause(anchor.start)
    if not anchor.classes & {"verb.visit", "noun.visit"} and not chart.within(chart.cues("fact.plan"), start, end):
        return False  # "was there on 18 May; a visit by Y did not come about"
    for cue in chart.cues("fact.cancel", "fact.postpone"):
        opened, _ = chart.clause(cue.start)
        told = chart.within([*chart.cues("verb"), *chart.actors], opened, cue.start)
        others = [one for one in told if one.kind == "actor" or not one.classes <= LIGHT | JOURNEYS]
        if opened == end and not others:
            return True
    return False
