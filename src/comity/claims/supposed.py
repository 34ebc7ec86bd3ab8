"""Deeds that a sentence only supposes or talks of: possible ones, those under an "if", those that nearly happened."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.claims.chart import Chart
from comity.claims.marks import CLAUSE_COMMAS, has_any
from comity.claims.mention import Mention

_REACH = 110
_BEHIND = 40
_LED_BY = 2
_ENDING = 3
_WORDS = re.compile(r"[^\W\d_]+")
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


def only_discussed(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed said as a noun is but what is talked of behind it: "kurulması | 1957'de Londra'da | ele alındı".

    Only days, places and one more word may stand between; refuses what was a day's occasion ("açılmasının ardından …
    görüşüldü"), and what is planned or asked for behind the talk.
    """
    nouns = (*chart.pack.nominals, *chart.pack.verbal_nouns)
    words = chart.text[anchor.start : anchor.end].lower().split()
    if chart.pack.order != "sov" or not nouns or "fact.plan" in anchor.classes:
        return False
    if not any(word.endswith(nouns) for word in words):
        return False
    _, end = chart.clause(anchor.start)
    behind = [one for one in chart.cues("fact.talked") if anchor.start <= one.start < end and one.end > anchor.end]
    if not behind or not _is_topic(chart, anchor, behind[0]):
        return False
    intents = chart.cues("fact.plan", "fact.consider", "fact.request")
    return not any(behind[0].start <= one.start < end for one in intents)


def _is_topic(chart: Chart, anchor: Mention, talk: Mention) -> bool:
    known = [one for one in chart.mentions if one.kind != "cue"]
    after = {one.start for one in chart.cues("mark.after_verb", "deixis.occasion", "noun.anniversary")}
    bare = 0
    for found in _WORDS.finditer(chart.text, anchor.end, max(anchor.end, talk.start)):
        place, word = found.start(), found.group().lower()
        if place in after or _verb_at(chart, place):
            return False
        inside = any(one.start <= place < one.end for one in known) or word in chart.pack.light
        bare += not inside and len(word) > _ENDING
    return bare <= 1 and not has_any(chart.text[anchor.end : max(anchor.end, talk.start)], CLAUSE_COMMAS)


def _verb_at(chart: Chart, place: int) -> bool:
    return any(one.start == place and _is_verb(one) for one in chart.cues("verb"))


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
