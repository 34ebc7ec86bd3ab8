"""Meetings and people that somebody but talks of: "told of the past meeting with X", "spoke of the visit of Y"."""

from __future__ import annotations

from comity.claims.frames.visit.visit_of_that import received_in_turn
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_LED = 2
_OWNED = 12


def only_told_about(chart: Chart, verb: Mention) -> bool:
    """Whether a meeting is but what somebody spoke of: «рассказал | о прошедшей | встрече с президентом»."""
    if not chart.pack.spaced and "noun.gathering" in verb.classes and not chart.has("verb.meet"):
        return True  # "访华并出席北京 | 峰会 |": who was there met, with whom is not said
    if "verb.receive" in verb.classes and any(received_in_turn(chart, one) for one in chart.cues("noun.visit")):
        return True  # "Perú recibió | las visitas de A y de B"
    slavic = bool(chart.pack.cases) and chart.pack.order == "svo" and not chart.pack.inverts
    if not slavic or "noun.meeting" not in verb.classes or "verb.meet" in verb.classes:
        return False
    words = [word.lower() for _, word in left_words(chart.text, verb.start, _LED)]
    return any(chart.pack.before.get(word) == "for" for word in words)


def told_later(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether somebody stands in a relative clause behind, in which another speaks of him: ", in which A told of B"."""
    visits = [cue for cue in chart.cues("noun.visit") if verb.end <= cue.start and 0 <= one.start - cue.end <= _OWNED]
    if visits and "verb.meet" in verb.classes and one.role not in ("with", "by"):
        return True  # "they spoke of the visit | of President Putin"
    opened = [cue for cue in chart.cues("mark.relative") if verb.end <= cue.start < one.start]
    return any(opened[0].end <= cue.start < one.start for cue in chart.cues("fact.said")) if opened else False
