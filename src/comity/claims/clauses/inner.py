"""Clauses within clauses, and what a verb takes: whether a noun is the one a verb is said of."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_DATED = 12
_OPENERS = ("mark.subordinate", "mark.relative", "mark.when", "mark.before_verb")
_OBJECT_REACH = 60
_SUBJECT = ("party", "actor", "city", "organization")
_RIGHT_BEHIND = 1
_AUXILIARY = frozenset({"verb.have", "verb.maintain", "verb.hold", "verb.reach", "verb.serve", "verb.be_in"})


def told_inside(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether one of the two stands in a clause of its own that a word between them opens, and the other does not.

    "the embassy was moved after the government | had moved there": the second verb is the government's. "the capital
    was established at Cairo, where A maintained | its embassy": the noun has a verb of its own.
    """
    if chart.pack.order == "sov":
        return _ended_before(chart, noun, verb)
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.pack.inverts:
        return False
    if noun.end <= verb.start:
        return any(_leads_to(chart, one, verb) for one in chart.within(chart.cues(*_OPENERS), noun.end, verb.start))
    between = chart.within(chart.cues(*_OPENERS), verb.end, noun.start)
    return any(_has_own(chart, one, noun) for one in between)


def _ended_before(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether what is there, or is not, was told of another before a mark, where verbs come last.

    "A'da büyükelçiliği | yoktur; | ülkeye B'deki | büyükelçilik bakar".
    """
    if _of_who_follows(chart, verb) and verb.end <= noun.start:
        return True
    end = max((one.end for one in chart.cues("fact.not") if 0 <= one.start - verb.end <= 1), default=verb.end)
    told = ("verb.have" in verb.classes or end > verb.end) and end <= noun.start
    if not told or not has_any(chart.text[end : end + 2].strip(), CLAUSE_COMMAS + SEMICOLONS + ":"):
        return False
    return any(one.end <= verb.start for one in chart.cues("mission"))


def _of_who_follows(chart: Chart, verb: Mention) -> bool:
    """Whether a participle is said of the state right behind it: "ülkeler arasında yer | alan | Türkiye"."""
    told = "verb.have" in verb.classes and chart.text[verb.start : verb.end].lower().endswith(chart.pack.participles)
    return told and any(0 < one.start - verb.end <= _RIGHT_BEHIND and not one.role for one in chart.parties)


def _leads_to(chart: Chart, opener: Mention, verb: Mention) -> bool:
    """Whether a subject stands right behind the opener, and the verb is the first behind it that could be its own."""
    gap = chart.text[opener.end : verb.start]
    words = gap.lower().split()
    if not words or "mark.relative" in opener.classes or has_any(gap, CLAUSE_COMMAS + SEMICOLONS):
        return False
    told = chart.within(chart.cues("verb"), opener.end, verb.start)
    if any(not one.classes <= _AUXILIARY for one in told) or set(words) & _and(chart):
        return False
    named = (*chart.kind(*_SUBJECT), *chart.cues("noun"))
    led = any(0 <= one.start - opener.end <= _RIGHT_BEHIND for one in named)
    return led or words[0] in chart.pack.skip


def _and(chart: Chart) -> frozenset[str]:
    return frozenset(word for word in chart.pack.joiners if word.isalpha())


def _has_own(chart: Chart, opener: Mention, noun: Mention) -> bool:
    """Whether a verb stands between the opener and the noun, with somebody who does it before it."""
    told = chart.within(chart.cues("verb"), opener.end, noun.start)
    if not told:
        return False
    who = chart.within(chart.kind(*_SUBJECT), opener.end, told[0].start)
    return bool(who) or opener.end + _RIGHT_BEHIND >= told[0].start


def of_something_else(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a verbal noun owns something other than this: "pending the | establishment of | a government".

    What it owns stands right behind its "of", with no verb and no comma between. Its own pronoun means what was told
    of before it: «قنصلية في أربيل تم | افتتاحها | عام 2013، وقنصلا فخريا في البصرة».
    """
    if _of_one_before(chart, verb, noun):
        return True
    last = next(left_words(chart.text, verb.end, 1), None)
    if not chart.pack.spaced or last is None or chart.pack.before.get(last[1].lower()) != "of":
        return False
    if last[0] <= verb.start or verb.start <= noun.start < verb.end:
        return False
    if any(one.start <= last[0] < one.end for one in chart.dates):
        return False  # "las relaciones | datan | del 15 de agosto"
    gap = chart.text[verb.end : noun.start]
    far = noun.start < verb.end or len(gap) > _OBJECT_REACH or has_any(gap, SEMICOLONS)
    return far or bool(chart.within(chart.cues("verb", *_OPENERS), verb.end, noun.start))


def _of_one_before(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a verb with a pronoun written onto it has a mission before it, and this one stands behind."""
    owned = chart.pack.order == "vso" and chart.text[verb.start : verb.end].endswith(chart.pack.possessives)
    start, _ = chart.clause(verb.start)
    if owned and chart.near_cue(verb, "mark.before_verb", 1) and chart.day_behind(verb.end, _DATED) is None:
        return True  # «افتتحت سفارتها في 2015 بعد 25 عاما على | إغلاقها»: when, is not said
    return owned and verb.end <= noun.start and bool(chart.within(chart.cues("mission"), start, verb.start))


def takes_relations(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a verb has relations for its object, and the mission is not joined to them.

    Another verb or a semicolon parts it, or nothing couples it: "| established | relations in 2002, and in 2019 Cuba
    opened its embassy", "… with Peru at the embassy of Oman in Washington".
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.pack.inverts or noun.start < verb.end:
        return False
    ties = [one for one in chart.cues("noun.relations", "noun.bare_relations") if object_of(chart, verb, one)]
    later = chart.within(chart.cues("verb.open", "verb.have"), ties[0].end, noun.start) if ties else []
    apart = bool(ties) and has_any(chart.text[ties[0].end : noun.start], SEMICOLONS)
    gap = chart.text[ties[0].end : noun.start].lower().rstrip() if ties else ","
    alone = not gap.endswith(",") and not any(word.strip(",") in chart.pack.joiners for word in gap.split())
    return apart or alone or any(not {"verb.have", "verb.hold"} <= one.classes for one in later)


def object_of(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a noun is what a verb takes, with nothing but its article and owner between: "kept | its Legation"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or not verb.end < noun.start:
        return False
    taken = [one for one in chart.kind("party") if verb.end <= one.start and one.end <= noun.start]
    words = chart.text[verb.end : noun.start]
    for one in reversed(taken):
        words = words[: one.start - verb.end] + words[one.end - verb.end :]
    return not has_any(words, CLAUSE_COMMAS + SEMICOLONS) and all(
        word in chart.pack.skip for word in words.lower().replace("'s", " ").replace("’s", " ").split()
    )
