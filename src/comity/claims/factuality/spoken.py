"""Deeds said as nouns that somebody but speaks of: "the opening of an embassy was discussed", hoped for, in a book."""

from __future__ import annotations

import re

from comity.claims.days.calls_off import LIGHT
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun

_REACH = 150
_CONSIDERED = ("fact.consider", "fact.scheduled")
_ENDING = 3
_PASSIVE_REACH = 110
_LEADING = 3  # small words between a word for talking and its object: "discutent du | rétablissement"
_SMALL = 3
_WALLS = CLAUSE_COMMAS + ":"
_WORDS = re.compile(r"[^\W\d_]+")


def only_spoken_of(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is but what a talk was about: "the | opening of | an embassy was discussed on 3 May".

    Only deeds said as nouns; no other verb, no comma stands between. The day is that of the talk.
    """
    if chart.pack.order == "sov":
        return _is_topic(chart, anchor)
    words = chart.text[anchor.start : anchor.end].lower().split()
    if "fact.talked" in anchor.classes and "verb.open" not in anchor.classes and len(words) > 1:
        return words[-1].endswith(chart.pack.verbal_nouns or ("\n",))  # «о | процессе нормализации | отношений»
    if not is_verbal_noun(chart, anchor):
        return False
    clause = chart.clause(anchor.start)
    if any("fact.talked" not in one.classes for one in chart.within(chart.cues(*_CONSIDERED), *clause)):
        return False  # «рассматривает | возможность | открытия»
    told = [one for one in chart.within(chart.cues("fact.talked"), *chart.clause(anchor.start)) if one is not anchor]
    return any(_takes(chart, one, anchor) for one in told)


def _takes(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    low, high = (cue.end, anchor.start) if cue.end <= anchor.start else (anchor.end, cue.start)
    if cue.distance(anchor) > _REACH or has_any(chart.text[low:high], CLAUSE_COMMAS + SEMICOLONS + ":"):
        return False
    deeds = [one for one in chart.within(chart.cues("verb"), low, high) if not is_verbal_noun(chart, one)]
    return all(one.classes <= LIGHT for one in deeds)


def _is_topic(chart: Chart, anchor: Mention) -> bool:
    """Whether what is talked of stands right before the talk, verbs last: "kurulması | 1957'de Londra'da | ele alındı".

    Only days, places and one more word may stand between; refuses what was a day's occasion ("açılmasının ardından …
    görüşüldü"), and what is planned or asked for behind the talk.
    """
    nouns = (*chart.pack.nominals, *chart.pack.verbal_nouns)
    words = chart.text[anchor.start : anchor.end].lower().split()
    if not nouns or "fact.plan" in anchor.classes or not any(word.endswith(nouns) for word in words):
        return False
    _, end = chart.clause(anchor.start)
    behind = [one for one in chart.cues("fact.talked") if anchor.start <= one.start < end and one.end > anchor.end]
    if not behind or not _right_before(chart, anchor, behind[0]):
        return False
    intents = chart.cues("fact.plan", "fact.consider", "fact.request")
    return not any(behind[0].start <= one.start < end for one in intents)


def _right_before(chart: Chart, anchor: Mention, talk: Mention) -> bool:
    known = [one for one in chart.mentions if one.kind != "cue"]
    after = {one.start for one in chart.cues("mark.after_verb", "deixis.occasion", "noun.anniversary", "verb")}
    bare = 0
    for found in _WORDS.finditer(chart.text, anchor.end, max(anchor.end, talk.start)):
        if found.start() in after:
            return False
        inside = any(one.start <= found.start() < one.end for one in known)
        bare += not inside and found.group().lower() not in chart.pack.light and len(found.group()) > _ENDING
    return bare <= 1 and not has_any(chart.text[anchor.end : max(anchor.end, talk.start)], CLAUSE_COMMAS)


def only_talked_about(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is a noun that somebody only talks about: "discutent du | rétablissement |", "se debatió | la
    apertura |", "l'ouverture d'une ambassade | a été évoquée".

    The word for talking stands right before the noun, small words between, or behind it in the passive with no verb, no
    day and no comma between. Refuses a finite verb, and languages whose verbs come last.
    """
    noun = chart.text[anchor.start : anchor.end].lower().split()[0]
    if not chart.pack.verbal_nouns or not noun.endswith(chart.pack.verbal_nouns) or not _leads(chart):
        return False
    return any(_talks_of(chart, one, anchor) for one in chart.cues("mark.talking", "mark.spoken"))


def _leads(chart: Chart) -> bool:
    return chart.pack.order != "sov" and chart.pack.spaced


def _talks_of(chart: Chart, topic: Mention, anchor: Mention) -> bool:
    if topic.end <= anchor.start:
        words = chart.text[topic.end : anchor.start].lower().replace("'", " ").replace("’", " ").split()
        small = all(word in chart.pack.skip or word in chart.pack.before or len(word) <= _SMALL for word in words)
        return len(words) <= _LEADING and small
    gap = chart.text[anchor.end : topic.start]
    told = [*chart.cues("verb"), *chart.dates]
    passive = "mark.spoken" in topic.classes and len(gap) <= _PASSIVE_REACH and not has_any(gap, _WALLS)
    return passive and not chart.within(told, anchor.end, topic.start)
