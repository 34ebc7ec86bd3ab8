"""Deeds that a sentence only supposes: possible ones, those under an "if", those that nearly happened."""

from __future__ import annotations

from collections.abc import Iterable

from comity.claims.chart import Chart
from comity.claims.marks import CLAUSE_COMMAS, has_any
from comity.claims.mention import Mention

_REACH = 110
_BEHIND = 40
_LED_BY = 2
_SMALL = 3
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
    told = chart.within(chart.cues("fact.condition"), start, end)
    told += [one for one in chart.within(chart.cues("fact.possible"), start, end) if not _is_over(chart, anchor)]
    if not chart.pack.spaced or chart.pack.order == "sov" or chart.pack.inverts:
        told += chart.within(chart.cues("fact.unreal"), start, end)
    return any(_reaches(chart, one, anchor) for one in told if one is not anchor and _is_word(chart, one))


def only_talked_about(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is a noun that somebody only talks about: "discutent du | rétablissement |", "se debatió | la
    apertura |", "l'ouverture d'une ambassade | a été évoquée".

    The word for talking stands right before the noun, small words between, or behind it in the passive with no verb, no
    day and no comma between. Refuses a finite verb, and languages whose verbs come last.
    """
    noun = chart.text[anchor.start : anchor.end].lower().split()[0]
    if not chart.pack.verbal_nouns or not noun.endswith(chart.pack.verbal_nouns) or not _leads(chart):
        return False
    return any(_talks_of(chart, one, anchor) for one in chart.cues("mark.topic", "mark.spoken"))


def _leads(chart: Chart) -> bool:
    return chart.pack.order == "svo" and chart.pack.spaced


def _talks_of(chart: Chart, topic: Mention, anchor: Mention) -> bool:
    if topic.end <= anchor.start:
        words = chart.text[topic.end : anchor.start].lower().replace("'", " ").replace("’", " ").split()
        small = all(word in chart.pack.skip or word in chart.pack.before or len(word) <= _SMALL for word in words)
        return len(words) <= _LED_BY + 1 and small
    gap = chart.text[anchor.end : topic.start]
    told = [*chart.cues("verb"), *chart.dates]
    passive = "mark.spoken" in topic.classes and len(gap) <= _REACH and not has_any(gap, _WALLS)
    return passive and not chart.within(told, anchor.end, topic.start)


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
