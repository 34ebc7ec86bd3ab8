"""Deeds that a sentence only supposes: possible ones, those under an "if", those that nearly happened."""

from __future__ import annotations

from collections.abc import Iterable

from comity.claims.chart import Chart
from comity.claims.marks import CLAUSE_COMMAS, has_any
from comity.claims.mention import Mention

_REACH = 110
_BEHIND = 40
_LED_BY = 2
_TALKED = 30  # "talks on | the possible | opening"
_WALLS = CLAUSE_COMMAS + ":"


def is_supposed(chart: Chart, anchor: Mention) -> bool:
    """Whether what an anchor tells is only thought of: "may | open", "if it is | signed", "險些 | 關閉".

    The word for it stands in the anchor's clause with no other verb and no comma between, before it or – where verbs
    come last, and of a deed said as a noun ("the visit | could take place") – behind. What is possible of a day that
    is over was done ("could at last open in 1950").
    """
    start, end = chart.clause(anchor.start)
    if "fact.possible" in anchor.classes and not _is_over(chart, anchor):
        return True
    if _only_talked_of(chart, anchor):
        return True
    told = chart.within(chart.cues("fact.condition"), start, end)
    told += [one for one in chart.within(chart.cues("fact.possible"), start, end) if not _is_over(chart, anchor)]
    if not chart.pack.spaced or chart.pack.order == "sov" or chart.pack.inverts:
        told += chart.within(chart.cues("fact.unreal"), start, end)
    return any(_reaches(chart, one, anchor) for one in told if one is not anchor and _is_word(chart, one))


def _only_talked_of(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed's noun is but what somebody talks of: "the | opening of | an embassy was discussed", "talks on".

    The word for talking stands in its clause, no other verb and no comma between.
    """
    nouns = chart.pack.verbal_nouns
    if not nouns or not chart.text[anchor.start : anchor.end].lower().endswith(nouns):
        return False
    start, end = chart.clause(anchor.start)
    for cue in chart.within(chart.cues("fact.talked"), start, end):
        near = cue.end > anchor.start or anchor.start - cue.end <= _TALKED
        gap = chart.between(cue, anchor)
        if cue is not anchor and near and not _verbs_between(chart, cue, anchor) and not has_any(gap, _WALLS):
            return True
    return False


def _is_word(chart: Chart, cue: Mention) -> bool:
    """Whether a word within a sentence is in small letters: "in | May |" is no "may"."""
    return cue.start == 0 or not chart.pack.capitals or not chart.text[cue.start].isupper()


def _is_over(chart: Chart, anchor: Mention) -> bool:
    """Whether the day nearest to a deed lies before the document's own."""
    near = chart.nearest(anchor, chart.dates)
    last = near.date.when.last if near is not None and near.date is not None else None
    known = chart.published.last if chart.published is not None else None
    return last is not None and known is not None and last < known


def _reaches(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    if cue.distance(anchor) > _REACH or _verbs_between(chart, cue, anchor):
        return False
    if cue.end <= anchor.start:
        opens = cue.start - chart.clause(anchor.start)[0] <= _LED_BY
        return opens or not has_any(chart.between(cue, anchor), _WALLS)
    behind = chart.pack.order == "sov" or any(label.startswith("noun.") for label in anchor.classes)
    near = cue.start - anchor.end <= _BEHIND and not has_any(chart.between(anchor, cue), CLAUSE_COMMAS)
    return behind and near and "fact.condition" not in cue.classes


def _verbs_between(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    low, high = (cue.end, anchor.start) if cue.end <= anchor.start else (anchor.end, cue.start)
    return any(_is_verb(one) for one in chart.within(chart.cues("verb"), low, high))


def _is_verb(cue: Mention) -> bool:
    return any(label.startswith("verb.") for label in _alone(cue.classes))


def _alone(classes: Iterable[str]) -> Iterable[str]:
    return (label for label in classes if label not in ("verb.have", "verb.hold", "verb.reach"))
