"""Envoys told behind the first of a list by state and name alone: «посол Украины A, | Чехии – B, | Италии – C»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.model.roles import Appointment

_DASH = re.compile(r"\s*[-–—]\s*")
_GAP = re.compile(r"[,;]?\s+(?:([^\W\d_]{1,2})\s+)?")
_NAMED = 2


def read_chained(chart: Chart, draft: Draft) -> Iterator[Draft]:
    """The drafts of the envoys behind the one of a draft, each with the state in the case of an owner before a dash.

    Refuses a name of one word, and a state that is the receiver. Said of languages of cases.
    """
    roles = draft.roles
    if not isinstance(roles, Appointment) or not roles.person or not chart.pack.cases or chart.pack.order != "svo":
        return
    place = next((one.actor.person_end for one in chart.actors if one.actor and one.actor.person == roles.person), 0)
    while place:
        state = _state_behind(chart, place)
        place, name = _name_behind(chart, state) if state is not None else (0, "")
        if state is not None and name and roles.receiver not in state.ids:
            yield replace(draft, roles=replace(roles, sender=state.ids[0], person=name), rule="appointment.chained")


def _state_behind(chart: Chart, place: int) -> Mention | None:
    """The state that follows a comma and at most a joiner."""
    gap = _GAP.match(chart.text, place)
    if gap is None or (gap.group(1) or "").lower() not in {"", *chart.pack.joiners}:
        return None
    here = [one for one in chart.parties if one.start == gap.end() and len(one.ids) == 1 and not one.deictic]
    owners = (
        one for one in here if one.form != "adjective" and (one.role == "of" or not one.case or "gen" in one.case)
    )
    return next(owners, None)


def _name_behind(chart: Chart, state: Mention) -> tuple[int, str]:
    """Where the full name behind a state and a dash ends, and the name; (0, "") where none stands there."""
    dash = _DASH.match(chart.text, state.end)
    end = capital_run(chart.text, dash.end(), chart.pack, limit=8) if dash is not None else 0
    name = chart.text[dash.end() : end].strip() if dash is not None and end > dash.end() else ""
    return (end, name) if len(name.split()) >= _NAMED else (0, "")
