"""Where a report was written: the town or state of its dateline, where envoys come to who receives them."""

from __future__ import annotations

import re

from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.sentences.chart import Chart

_OPENING = 4
_BULLETS = " *_\u00a0"
# "Lima, 8 de …", "New Delhi: …"
_TOWN = re.compile(r",?\s+(?:[^\W\d_]{1,3}\.?\s)?\d|\s*[.,]{0,2}\s*[-–—]\s|,?\s*[(/][^()/]{2,25}[)/]|\s?:\s|/")
_STATE = re.compile(r",\s+(?:[^\W\d_]{1,3}\.?\s)?\d|,?\s*[(/][^()/]{2,25}[)/]\s*[-–—.:]")


def scene(chart: Chart) -> str:
    """The state in which a report was written that this sentence opens: "| Montevideo |, 22 de agosto de 2019".

    Refuses a place that leads a sentence where no day, agency or dash stands right behind it.
    """
    for one in chart.mentions:
        if one.kind not in ("city", "party") or chart.text[: one.start].strip(_BULLETS):
            continue
        line = _TOWN if one.kind == "city" else _STATE
        states = (one.country,) if one.kind == "city" else one.ids
        return states[0] if len(states) == 1 and line.match(chart.text, one.end) else ""
    return ""


def remember_scene(discourse: Discourse, chart: Chart) -> None:
    """Keep in mind where the report was written, as its first lines tell."""
    if discourse.sentence <= _OPENING and discourse.scene is None and (state := scene(chart)):
        discourse.scene = Spoken(ids=(state,), place=chart.sentence.selector())


def written_in(chart: Chart, discourse: Discourse) -> str:
    """The state in which the report was written, as this sentence or one before it tells; "" where none does."""
    here = scene(chart) if discourse.sentence <= _OPENING else ""
    return here or (discourse.scene.ids[0] if discourse.scene is not None else "")
