"""Deeds said as nouns that somebody but speaks of: "the opening of an embassy was discussed"."""

from __future__ import annotations

from comity.claims.calls_off import LIGHT
from comity.claims.chart import Chart
from comity.claims.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.mention import Mention

_REACH = 150


def is_verbal_noun(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is said as a noun, by its ending: "the | opening of | an embassy", "die | Aufnahme |"."""
    nouns = chart.pack.verbal_nouns
    return bool(nouns) and chart.text[anchor.start : anchor.end].lower().endswith(nouns)


def only_spoken_of(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is but what a talk was about: "the | opening of | an embassy was discussed on 3 May".

    Only deeds said as nouns; no other verb, no comma stands between. The day is that of the talk.
    """
    if not is_verbal_noun(chart, anchor):
        return False
    told = [one for one in chart.within(chart.cues("fact.talked"), *chart.clause(anchor.start)) if one is not anchor]
    return any(_takes(chart, one, anchor) for one in told)


def _takes(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    low, high = (cue.end, anchor.start) if cue.end <= anchor.start else (anchor.end, cue.start)
    if cue.distance(anchor) > _REACH or has_any(chart.text[low:high], CLAUSE_COMMAS + SEMICOLONS + ":"):
        return False
    deeds = [one for one in chart.within(chart.cues("verb"), low, high) if not is_verbal_noun(chart, one)]
    return all(one.classes <= LIGHT for one in deeds)


__all__ = ["is_verbal_noun", "only_spoken_of"]
