"""The senders of a list that brackets break: «послы Аргентины, Норвегии (резиденция в Лондоне) и | Чили»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined
from comity.model.roles import Appointment

_LONGEST = 60
_FEWEST = 3


def senders_of(chart: Chart, one: Mention) -> tuple[str, ...]:
    """Whose envoys they are: the states of a title for several, and those that go on behind a bracket.

    Refuses one who is named: what stands behind is of another.
    """
    inside = [it for it in chart.kind("party") if one.start <= it.start < one.end and it.ids and it.form != "adjective"]
    if not inside or not one.ids or (one.actor is not None and one.actor.person):
        return one.ids
    last, out = chart.group_of(inside[-1])[-1], one.ids
    while True:
        aside = next((span for span in chart.asides if 0 <= span[0] - last.end <= 1), None)
        if aside is None or aside[1] - aside[0] > _LONGEST:
            return out
        behind = [it for it in chart.kind("party") if it.start >= aside[1] and it.form == "short" and len(it.ids) == 1]
        if not behind or not joined(chart.text[aside[1] : behind[0].start].strip(") "), chart.pack):
            return out
        group = chart.group_of(behind[0])
        last, out = group[-1], (*out, *(party for it in group for party in it.ids if party not in out))


def as_a_list(told: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of three envoys or more without names who presented credentials together told as a list."""
    many = {
        one.roles.sender
        for one in told
        if isinstance(one.roles, Appointment) and one.rule == "appointment.credentials" and not one.roles.person
    }
    if len(many) < _FEWEST:
        return list(told)
    return [
        replace(one, rule="appointment.listed") if one.rule == "appointment.credentials" and _is_bare(one) else one
        for one in told
    ]


def _is_bare(draft: Draft) -> bool:
    return isinstance(draft.roles, Appointment) and not draft.roles.person
