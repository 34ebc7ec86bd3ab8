"""Deeds that a sentence tells of nobody: "severing relations is a grave step", «سحب السفراء وقطع العلاقات»."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.model.roles import Appointment, Relations

_BREAKS = frozenset({"severed", "suspended"})
_MEANT = ("deixis.pair", "deixis.it", "deixis.we", "deixis.partner", "deixis.other", "deixis.thing", "deixis.things")
_SENT_HOME = frozenset({"recalled", "expelled"})


def is_nobodys(chart: Chart, draft: Draft) -> bool:
    """Whether a break of relations or a recall is only spoken of: the sentence names no state, nobody, and no time.

    Those that the sentence before told of are then no doers. Refuses a sentence with a pronoun for them ("their").
    """
    roles = draft.roles
    broken = isinstance(roles, Relations) and roles.event in _BREAKS
    called = isinstance(roles, Appointment) and roles.event in _SENT_HOME and not roles.person
    if not (broken or called) or chart.dates or chart.has(*_MEANT):
        return False
    people = [one for one in chart.actors if one.ids or (one.actor is not None and one.actor.person)]
    return not any((*chart.parties, *people, *chart.kind("city"), *chart.kind("organization")))
