"""To whom an honour goes where verbs come last: a name without an office, by its own ending."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Actor, Mention
from comity.claims.sentences.words import capital_run, role_after

_NAMED = 2
_HOME_REACH = 40
_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_]")


def late_taker(chart: Chart, verb: Mention) -> Mention | None:
    """Somebody of two names or more before the verb whose ending says "to": "yazar Cengiz Aytmatov'a … nişanı verildi".

    Refuses what is a place, a date, an award, and a language whose verbs come first.
    """
    if chart.pack.order != "sov" or not chart.pack.capitals:
        return None
    low, _ = chart.clause(verb.start)
    taken = [(one.start, one.end) for one in chart.mentions if one.kind in ("date", "city", "organization", "party")]
    taken += [(one.start, one.end) for one in chart.cues("award")]
    place = low
    while (start := _CAPITAL.search(chart.text, place, verb.start)) is not None:
        end = capital_run(chart.text, start.start(), chart.pack)
        place = max(end, start.end())
        free = not any(a < end and start.start() < b for a, b in taken)
        if free and len(chart.text[start.start() : end].split()) >= _NAMED and _goes_to(chart, end):
            return _taker(chart, start.start(), end)
    return None


def _goes_to(chart: Chart, end: int) -> bool:
    """Whether a name ends as those do to whom something goes, by a marker behind it or by its own ending."""
    if role_after(chart.text, end, chart.pack)[0] == "to":
        return True
    word = re.split(r"[\W\d_]+", chart.text[:end])[-1].lower()
    fitting = [one for one in chart.pack.endings if word.endswith(one) and len(word) - len(one) > _NAMED]
    return bool(fitting) and chart.pack.endings[max(fitting, key=len)] == "to"


def _taker(chart: Chart, start: int, end: int) -> Mention:
    homes = [one for one in chart.parties if one.form == "adjective" and 0 < start - one.end <= _HOME_REACH]
    actor = Actor(person=chart.text[start:end], person_start=start, person_end=end)
    return Mention(kind="actor", start=start, end=end, ids=homes[-1].ids if homes else (), actor=actor)
