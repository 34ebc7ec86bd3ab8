"""Envoys told behind the first of a list by state and name alone: «посол Украины A, | Чехии – B, | Италии – C».

Or by name and where they are sent: «назначен послом в Литве A, | в Японии – B», «A назначен …, | B – в Японии».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment

_DASH = re.compile(r"\s*[-–—]\s*")
_BLANK = re.compile(r" ")
_GAP = re.compile(r"[,;]?\s+(?:([^\W\d_]{1,2})\s+)?")
_NAMED = 2
_NEXT = 40


def read_chained(chart: Chart, draft: Draft) -> Iterator[Draft]:
    """The drafts of the envoys behind the one of a draft, each with the state in the case of an owner before a dash.

    Refuses a name of one word, and a state that is the receiver. Said of languages of cases.
    """
    roles = draft.roles
    if not isinstance(roles, Appointment) or not roles.person or not chart.pack.cases or chart.pack.order != "svo":
        return
    place = next((one.actor.person_end for one in chart.actors if one.actor and one.actor.person == roles.person), 0)
    place = place or chart.text.find(roles.person) + len(roles.person)
    yield from _sent_elsewhere(chart, draft, roles)
    bare = any(
        chart.text.startswith(roles.person, one.end + 1) for one in chart.kind("party") if roles.sender in one.ids
    )
    while place:
        state = _state_behind(chart, place)
        place, name = _name_behind(chart, state, bare) if state is not None else (0, "")
        if state is not None and not name:  # a name that is none of ours: the next comma goes on
            place = max(chart.text.find(",", state.end, state.end + _NEXT), 0)
        if state is not None and name and roles.receiver not in state.ids:
            yield replace(draft, roles=replace(roles, sender=state.ids[0], person=name), rule="appointment.chained")


def _sent_elsewhere(chart: Chart, draft: Draft, roles: Appointment) -> Iterator[Draft]:
    """The same deed of others, each in a stretch of his own name and where he is sent, a dash between."""
    told = [one for one in (*chart.parties, *chart.kind("city")) if one.role == "in" and len(party_ids(one)) == 1]
    known = chart.text.find(roles.person or "")
    first = next((one.start for one in told if party_ids(one) == (roles.receiver,)), len(chart.text))
    for place in told:
        low, high = stretch(chart, place.start)
        if low <= min(first, known) or party_ids(place)[0] in (roles.sender, roles.receiver):
            continue
        name = _alone_with(chart, place, low, high)
        if name:
            city, number = city_roles(place) if place.kind == "city" else (None, None)
            other = replace(roles, receiver=party_ids(place)[0], person=name, city=city, city_id=number)
            yield replace(draft, roles=other, rule="appointment.chained")


def _alone_with(chart: Chart, place: Mention, low: int, high: int) -> str:
    """The full name that a stretch holds beside a place, a dash and small words between the two and nothing else."""
    behind = _DASH.match(chart.text, place.end)
    before = chart.text[low : place.start].strip(" ,;")
    if behind is not None and all(word.lower() in _small(chart) for word in before.split()):
        end = capital_run(chart.text, behind.end(), chart.pack, limit=8)
        name = chart.text[behind.end() : end].strip()
        return name if len(name.split()) >= _NAMED and not chart.text[end:high].strip(" .;,") else ""
    start = low + len(chart.text[low:high]) - len(chart.text[low:high].lstrip(" ,;"))
    end = capital_run(chart.text, start, chart.pack, limit=8)
    dash = _DASH.match(chart.text, end)
    words = chart.text[dash.end() : place.start].split() if dash is not None else [""]
    name = chart.text[start:end].strip()
    whole = all(word.lower() in _small(chart) for word in words) and not chart.text[place.end : high].strip(" .;,")
    return name if dash is not None and whole and len(name.split()) >= _NAMED else ""


def _small(chart: Chart) -> set[str]:
    return {*chart.pack.joiners, *chart.pack.before}


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


def _name_behind(chart: Chart, state: Mention, bare: bool) -> tuple[int, str]:
    """Where the full name behind a state and a dash ends, and the name; (0, "") where none stands there.

    Without a dash where the first of them has none: «послов Индии Смиты Пант, | Монголии Д. Батбаатара».
    """
    dash = (_BLANK if bare else _DASH).match(chart.text, state.end)
    end = capital_run(chart.text, dash.end(), chart.pack, limit=8) if dash is not None else 0
    name = chart.text[dash.end() : end].strip() if dash is not None and end > dash.end() else ""
    return (end, name) if len(name.split()) >= _NAMED else (0, "")
