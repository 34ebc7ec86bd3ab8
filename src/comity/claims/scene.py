"""Where a report was written: the town or state of its dateline, in which who receives credentials receives them."""

from __future__ import annotations

import re

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found, Spoken

_OPENING = 4
_TOWN = re.compile(r",?\s+(?:[^\W\d_]{1,3}\.?\s)?\d|\s*[.,]{0,2}\s*[-–—]\s|,?\s*[(/][^()/]{2,25}[)/]")  # "Lima, 8 de …"
_STATE = re.compile(r",\s+(?:[^\W\d_]{1,3}\.?\s)?\d|,?\s*[(/][^()/]{2,25}[)/]\s*[-–—.:]")


def scene(chart: Chart) -> tuple[str, ...]:
    """The state in which a report was written that this sentence opens: "| Montevideo |, 22 de agosto de 2019".

    Refuses a place that leads a sentence of which no day, agency or dash stands right behind it.
    """
    for one in chart.mentions:
        if one.kind not in ("city", "party") or chart.text[: one.start].strip(" *_\u00a0"):
            continue
        line = _TOWN if one.kind == "city" else _STATE
        state = (one.country,) if one.kind == "city" and one.country else one.ids if one.kind == "party" else ()
        return state if len(state) == 1 and line.match(chart.text, one.end) else ()
    return ()


def remember_scene(discourse: Discourse, chart: Chart) -> None:
    """Keep in mind where the report was written, as its first lines tell."""
    if discourse.sentence <= _OPENING and discourse.scene is None:
        ids = scene(chart)
        discourse.scene = Spoken(ids=ids, place=chart.sentence.selector()) if ids else None


def receiving(chart: Chart, discourse: Discourse, senders: set[str]) -> Found:
    """Who receives envoys that come to somebody of whom no state is told: the state the report was written in.

    Else the one state that the text is about. Nobody where that sends one of them.
    """
    here = scene(chart) if discourse.sentence <= _OPENING else ()
    spoken = Spoken(ids=here) if here else discourse.scene
    if spoken is None or set(spoken.ids) & senders:
        spoken = discourse.topic if discourse.topic is not None and len(discourse.topic.ids) == 1 else None
    if spoken is None or set(spoken.ids) & senders:
        return Found()
    return Found(ids=spoken.ids, context=spoken.context())
