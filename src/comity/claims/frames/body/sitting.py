"""Sittings told by their number alone: "the eighth is planned for 2021" is of the commission told of before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from comity.claims.context.discourse import Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words
from comity.model.roles import Body

_TELLS = ("verb.convene", "fact.plan", "fact.scheduled", "fact.cancel", "fact.postpone")
_AHEAD = {"fact.plan": "planned", "fact.scheduled": "planned", "fact.cancel": "cancelled", "fact.postpone": "cancelled"}
_NUMBERED = re.compile(r"(?:\d{1,3}|\b[IVX]{1,6})(?:-?[^\W\d_]{1,4})?[.)]?[\s-]*(?:[^\W\d_]+\s){0,2}$")
_NUMBER_REACH = 24
_MARKS = " ,–—-:"
_SOON = 18
_OF_BODY = 90


def read_sittings(chart: Chart, known: Body, heads: list[Mention], context: Found) -> Iterator[Draft]:
    """The drafts of the sittings of a body that a sentence tells of by their number, each with its own day.

    "The seventh met in Bogotá in 2019; the eighth is planned for 2021." → met 2019, met 2021, planned. Refuses a
    sitting that has neither a day nor a plan, and one whose body stands beside it.
    """
    told = list(_numbered(chart))
    for one, (start, end) in zip(told, _stretches(chart, told, heads), strict=True):
        if chart.within(heads, start, min(end, one.end + _OF_BODY)):
            continue
        tells = chart.within(chart.cues(*_TELLS), start, end)
        days = [day for day in chart.within(chart.dates, start, end) if not chart.compared(day)]
        if not days and _of_named(chart, one, told, heads):
            continue
        modality = _modality(chart, one, tells)
        if negated(chart, tells) or modality == "alleged" or not (days or modality == "planned"):
            continue
        yield Draft(
            roles=Body(parties=known.parties, name=known.name, event="met"),
            rule="body.sitting",
            dated=dated(days[0]) if days else Dated(),
            modality=modality,
            context=context.context,
        )


def _numbered(chart: Chart) -> Iterator[Mention]:
    """The sittings with a number: an ordinal before the noun ("the third session", "III. toplantı"), or alone."""
    nouns, ordinals = chart.cues("noun.sitting"), chart.cues("noun.nth")
    last = 0
    for one in sorted((*nouns, *ordinals), key=lambda one: one.start):
        if one.start < last:
            continue
        if "noun.nth" in one.classes:
            noun = next((other for other in nouns if 0 <= other.start - one.end <= _NUMBER_REACH), None)
            if noun is not None or _alone(chart, one):
                last = noun.end if noun is not None else one.end
                yield one
        elif _NUMBERED.search(chart.text[max(0, one.start - _NUMBER_REACH) : one.start]):
            yield one


def _alone(chart: Chart, one: Mention) -> bool:
    """Whether what is told stands right behind an ordinal: "la octava está prevista" counts nothing else."""
    begin = one.start
    while begin > 0 and chart.text[begin - 1].isalpha():  # «…، وال | ثامنة»: the letters written onto it
        begin -= 1
    word = next(iter(left_words(chart.text, begin, 1)), None)
    sits = chart.cues("noun.sitting", "verb.convene", "noun.meeting")
    held = word is None or any(word[0] <= cue.end and cue.start < word[0] + len(word[1]) for cue in sits)
    if chart.pack.order == "vso" and not held:
        return False  # «وسام مكاريوس | الثالث»: the number is that of the word before it
    behind = (*chart.cues("verb", "fact.plan", "fact.scheduled"), *chart.dates, *chart.kind("city"))
    near = min((other.start for other in behind if other.start >= one.end), default=-1)
    known = (chart.pack.light, chart.pack.joiners, chart.pack.skip, chart.pack.before)
    words = chart.text[one.end : max(near, one.end)].lower().split()
    return 0 <= near - one.end <= _SOON and all(
        any(word.strip(_MARKS) in some for some in known) for word in words if word.strip(_MARKS)
    )


def _stretches(chart: Chart, told: list[Mention], heads: list[Mention]) -> Iterator[tuple[int, int]]:
    """What is said of each sitting: from its number to the next one's; one alone in its clause has all of it.

    Where verbs come last, that is all up to its verb: "| 2009'da üçüncü kez toplanmış |, 2018'de lağvedilmiştir".
    """
    starts = [one.start for one in told]
    for start, stop in pairwise([*starts, len(chart.text)]):
        low, high = chart.clause(start)
        sat = [cue.end for cue in chart.within(chart.cues("verb.convene"), start, min(high, stop))]
        if chart.pack.order == "sov" and sat and chart.within(chart.dates, low, sat[0]):
            yield low, sat[0]
            continue
        alone = len([other for other in starts if low <= other < high]) == 1 and not chart.within(heads, low, start)
        yield (low, high) if alone else (start, min(high, stop))


def _of_named(chart: Chart, one: Mention, told: list[Mention], heads: list[Mention]) -> bool:
    """Whether a sitting is the first behind its body in a clause: "the Council holds its | third session"."""
    low, _ = chart.clause(one.start)
    before = chart.within(heads, low, one.start)
    return bool(before) and not chart.within(told, before[-1].end, one.start)


def _modality(chart: Chart, one: Mention, tells: list[Mention]) -> str:
    """What the verb says of it; planned or called off where a word in its stretch says so."""
    told = modality_of(chart, next((cue for cue in tells if "verb.convene" in cue.classes), one))
    ahead = (said for label, said in reversed(_AHEAD.items()) if any(label in cue.classes for cue in tells))
    return next(ahead, told) if told == "asserted" else told
