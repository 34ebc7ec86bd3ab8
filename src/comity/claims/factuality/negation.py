"""Whether what a sentence tells of is denied by a negation beside it: "did not open", "ne … pas", "açılmadı"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.claims.clauses.led import (
    denies_next,
    none_of_it,
)
from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.walls import answered_no

_NOUN_REACH = 110

_NEGATION = 28

_ANSWER = 12

_BESIDE = 3

_PARTS = re.compile(r"\s+|(?<=['’])")

_HALF_REACH, _SMALL = 14, 4
_ASIDE = 2  # the commas round it
_BRACKETED = 60  # a verb in second place: "erkennt das Ergebnis der Wahl vom Mai nicht an"

_JOINING = frozenset({"verb.join", "noun.recognising", "noun.recognition"})


def negated(chart: Chart, anchors: Iterable[Mention]) -> bool:
    """Whether one of the anchors is denied: by itself, or by a negation right beside it."""
    anchors = tuple(anchors)
    late = [chart.clause(one.start) for one in chart.dates if one.form == "not-until"]
    if late and (not leads(chart.pack) or any(chart.clause(one.start) in late for one in anchors)):
        return False
    if _idle(chart, anchors):
        return True
    for anchor in anchors:
        if "fact.ever" in anchor.classes and anchor.classes & _JOINING and not _granted(chart, anchor):
            return True  # "votó | a favor del ingreso | de China"
        if "fact.not" in anchor.classes or ("verb.have" in anchor.classes and answered_no(chart, anchor.start)):
            return True
        for one in chart.cues("fact.not"):
            if one.start in chart.contrasted or _set_right(chart, one) or _aside_alone(chart, one, anchor):
                continue
            if "verb.have" in anchor.classes and _closes_late(chart, one, anchor):
                return True
            gap = chart.between(one, anchor)
            opening = not chart.text[: one.start].strip(' -–—"„«“')  # "No: it was in 1992", „Није тачно: …“
            if one.end <= anchor.start and has_any(gap[: _ANSWER if opening else 1], ":："):
                continue
            reach = _BRACKETED if chart.pack.inverts and one.start > anchor.start else _NEGATION
            held = chart.within(chart.cues("mission"), anchor.end, one.start) if reach == _BRACKETED else []
            reach = _BRACKETED if none_of_it(chart, one, anchor) else reach
            near = one.distance(anchor) <= reach and not held and not has_any(gap, CLAUSE_COMMAS + SEMICOLONS)
            if near and one.start > anchor.start and (_of_next(chart, one) or denies_next(chart, one, anchor)):
                continue
            if near and (one.start < anchor.start or chart.pack.order == "sov" or chart.pack.inverts):
                return True
            if near and (_halved(chart, anchor) or _unbeen(chart, one, anchor) or _of_none(chart, one, anchor)):
                return True
    return False


def _closes_late(chart: Chart, negation: Mention, anchor: Mention) -> bool:
    """Whether a "not" closes a sentence behind an aside: "hat Peru anders als X, A und B, | nicht |"."""
    last = not chart.text[negation.end :].strip(" .!") and negation.start > anchor.end
    others = [cue for cue in chart.cues("verb") if anchor.end <= cue.start < negation.start]
    commas = chart.text.count(",", anchor.end, negation.start)
    return chart.pack.inverts and last and not others and commas == _ASIDE and chart.text[negation.start - 2] == ","


def _of_none(chart: Chart, negation: Mention, anchor: Mention) -> bool:
    """Whether a negation behind an anchor is of those it is said of: "recognised by | neither | Spain nor Cyprus"."""
    if not leads(chart.pack) or negation.start < anchor.end:
        return False
    words = chart.text[anchor.end : negation.start].lower().split()
    named = any(0 < one.start - negation.end <= 1 for one in (*chart.parties, *chart.kind("city")))
    return named and all(word in chart.pack.before for word in words)


def _granted(chart: Chart, anchor: Mention) -> bool:
    """Whether the day stands right behind on which what is only backed was granted: "…, aprobado en diciembre"."""
    return any(0 <= one.start - anchor.end <= _NOUN_REACH // 2 for one in chart.dates)


def _unbeen(chart: Chart, negation: Mention, anchor: Mention) -> bool:
    """Whether a "was not", "will not be" stands right behind a participle: «посол | отозван | не был».

    Behind what somebody is, who it is may stand between: «членом НАТО Австрия | не является».
    """
    holds = [one for one in chart.cues("verb.hold", "fact.plan") if negation.start <= one.start <= negation.end + 1]
    been = bool(holds) and bool(chart.pack.cases) and chart.pack.order == "svo" and not chart.pack.inverts
    gap = chart.text[anchor.end : negation.start]
    is_what = "verb.continue" in anchor.classes or bool(anchor.kind_in("role"))
    beside = len(gap) <= 1 or (is_what and not has_any(gap, SEMICOLONS + ",:"))
    return been and negation.start >= anchor.end and beside


def _halved(chart: Chart, verb: Mention) -> bool:
    """Whether the first half of a negation stands before a verb, its other half behind: "ne | rompit | jamais".

    Only small words may stand between: "ne s'y rendit pas".
    """
    words = [word for word in _PARTS.split(chart.text[max(0, verb.start - _HALF_REACH) : verb.start].lower()) if word]
    last = next((place for place, word in enumerate(reversed(words)) if word in chart.pack.halves), None)
    return last is not None and all(len(word) <= _SMALL for word in words[len(words) - last :])


def _set_right(chart: Chart, negation: Mention) -> bool:
    """Whether a "but" sets right what a "not" denies, no verb between: "nicht im Mai, | sondern | im Juli"."""
    rights = [one for one in chart.cues("mark.rather") if one.start >= negation.end]
    if any(0 <= one.start - negation.end <= 1 for one in chart.cues("post", "mission", "agreement", "noun.visit")):
        return False  # "entsandte | keinen | Botschafter, sondern …": what is denied is the thing itself
    return bool(rights) and not chart.within(chart.cues("verb"), negation.end, rights[0].start)


def _aside_alone(chart: Chart, negation: Mention, anchor: Mention) -> bool:
    """Whether a negation stands in a bracket that the anchor is not in: "50 consulates (| no | other has more)"."""
    aside = chart.aside(negation.start)
    return aside is not None and aside != chart.aside(anchor.start)


def _of_next(chart: Chart, negation: Mention) -> bool:
    """Whether a negation behind a verb is that of the next one, where verbs come last: "… | hiç kopmadı"."""
    behind = (*chart.cues("verb"), *chart.cues("fact.not"))
    beside = any(0 < one.start - negation.end <= _BESIDE for one in behind if one is not negation)
    return chart.pack.order == "sov" and beside


def _idle(chart: Chart, anchors: Iterable[Mention]) -> bool:
    """Whether a clause says on either side that there is no talk of it: "of leaving the CIS there is no question"."""
    told = chart.cues("fact.idle")
    return bool(told) and any(chart.clause(one.start) == chart.clause(cue.start) for one in anchors for cue in told)
