"""On which side of its number a thing counted stands, and what parts them: "exports were | 30 million and imports"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, has_any
from comity.claims.sentences.mention import Mention

_PART = 16  # "dont plus de | 20 millions"
_NEAR_BEFORE = 14
_BESIDE = 6


def is_part(chart: Chart, number: Mention, cue: Mention) -> bool:
    """Whether a figure is but part of the one before: "exports of 80 million, | dont | 20 millions de X"."""
    parts = [one for one in chart.cues("mark.part") if cue.end <= one.start and one.end <= number.start]
    others = [one for one in chart.kind("quantity") if parts and parts[-1].end <= one.start < number.start]
    return bool(parts) and not others and number.start - parts[-1].end <= _PART


def far_before(chart: Chart, number: Mention, cue: Mention) -> bool:
    """Whether a count stands far behind what might be counted: "papers of a | company | led to the arrest of two …"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or cue.end > number.start:
        return False
    gap = chart.text[cue.end : number.start]
    told = any(cue.end <= one.start < number.start for one in chart.cues("verb.reach", "verb.grow", "verb.fall"))
    return len(gap) > _NEAR_BEFORE and not told and not any(mark in gap for mark in ":(–—")


def goes_on(chart: Chart, number: Mention, cue: Mention, marks: str) -> bool:
    """Whether a mark, or an "and" written onto the next word, parts a figure from a cue: «30 مليونا | والواردات»."""
    gap = chart.between(number, cue)
    word = next(iter(gap.split()), "")
    return has_any(gap, marks) or (word[:1] in chart.pack.glued_joiners and word not in chart.pack.before)


def leads_number(chart: Chart, cue: Mention, number: Mention) -> bool:
    """Whether the thing stands before its number with no other number between: "exports to Vietnam were 2.9 bn"."""
    between = [one for one in chart.kind("quantity") if cue.end <= one.start < number.start]
    behind = [one for one in chart.cues("indicator") if 0 <= one.start - number.end <= _BESIDE]
    behind = [one for one in behind if not goes_on(chart, number, one, COMMAS)]
    behind = [one for one in behind if not chart.pack.joiners & set(chart.between(number, one).lower().split())]
    start, _ = chart.clause(number.start)
    return chart.pack.spaced and cue.end <= number.start and start <= cue.start and not between and not behind


def nearest_first(chart: Chart, cue: Mention, number: Mention, named: list[Mention]) -> list[Mention]:
    """Those named, the nearest to a figure first; whose adjective stands right behind what is counted leads them.

    «في الجامعات الجورجية نحو 200 طالب | عراقي».
    """
    near = sorted(named, key=lambda one: min(one.distance(cue), one.distance(number)))
    own = [one for one in near if chart.pack.order == "vso" and one.form == "adjective" and one.start - cue.end == 1]
    return own + near
