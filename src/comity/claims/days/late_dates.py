"""Dates behind a deed where verbs come last, and dates before them: they are of what is told next."""

from __future__ import annotations

from comity.claims.days.calls_off import LIGHT
from comity.claims.days.happenings import EVENTS, events
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention

_RIGHT_AT = 2
_AFTER_REACH = 24
_LATER_REACH = 12
_SINCE_REACH = 30
_GOINGS = frozenset({"verb.visit", "verb.meet", "verb.convene"})


def of_a_later_deed(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is another deed's: one told before "later" ("1993年设馆，| 后 | 迁至"), or, verbs last, one
    behind a deed.

    "İlişkilerin kurulmasının ardından | 1964'te |", "1996'da A … açmasıyla ve | 1997'de | B'nin … açmasıyla".
    """
    later = told_later(chart, one, anchor) or _without_since(chart, one) or _of_office(chart, one, anchor)
    return later or _behind_its_after(chart, one, anchor) or _of_next_deed(chart, one, anchor)


def _of_office(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that of taking office, after which something was done: "| 2021年 | 就任后首度来访"."""
    if chart.pack.spaced or not anchor.classes & _GOINGS:
        return False
    taken = [cue for cue in chart.cues("verb.appoint", "verb.take_over") if 0 <= cue.start - one.end <= _RIGHT_AT]
    return any(cue is not anchor and cue.end <= anchor.start for cue in taken)


def _before_which(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is of the main clause, and what "which" opens has none: «5 мая … связи, | которые порвали»."""
    if not chart.pack.cases or chart.pack.order != "svo" or chart.pack.inverts:
        return False
    whiches = [cue for cue in chart.cues("mark.relative") if one.end <= cue.start and cue.end <= anchor.start]
    whiches = [cue for cue in whiches if "mark.where" not in cue.classes]  # «посетил Рабат 14 мая, | где | встретился»
    led = bool(whiches) and chart.text[whiches[-1].start - 2 : whiches[-1].start] == ", "
    if not led or has_any(chart.text[whiches[-1].end : anchor.start], CLAUSE_COMMAS + SEMICOLONS):
        return False
    return any(cue.start < whiches[-1].start and not cue.classes <= LIGHT for cue in chart.cues("verb"))


def _without_since(chart: Chart, one: Mention) -> bool:
    """Whether a "since" only tells how long nobody did it: "| 2016年以来 | 澳大利亚总理首次访华"."""
    since = one.date is not None and one.date.kind == "since" and not chart.pack.spaced
    first = chart.cues("mark.since_first") if since else []
    return any(one.end <= cue.start <= one.end + _SINCE_REACH for cue in first)


def told_later(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a clause begins with "later" and a date stands before it: "1993年设馆，| 后 | 迁至阿斯塔纳".

    Or "which" opens it, and the date is of what is told before that.
    """
    if _before_which(chart, one, anchor):
        return True
    low, _ = chart.clause(anchor.start)
    lead = next((word for word in chart.pack.later if chart.text.startswith(word, low)), "")
    taken = any(low <= cue.start < low + len(lead) for cue in chart.cues("deixis"))
    return bool(lead) and not taken and one.end <= low and anchor.start - low <= _LATER_REACH


def _behind_its_after(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date stands behind "after" and an anchor before it, where verbs come last: it is of what came later.

    "İlişkilerin kurulmasının | ardından | 1964'te … açıldı", «орнатылғаннан | кейін | 2013 жылы …». A stretch counted
    from a deed of no day ("kurulmasından | altı yıl sonra") dates nothing.
    """
    if chart.pack.order != "sov" or not chart.pack.nominals or one.date is None:
        return False
    if one.date.kind == "relative" and "previous" in one.date.needs:
        deeds = [cue for cue in chart.cues("verb") if 0 <= one.start - cue.end <= _RIGHT_AT]
        return any(cue is anchor or not any(day.end <= cue.start for day in chart.dates) for cue in deeds)
    marks = [mark for mark in chart.cues("mark.after_verb") if anchor.end <= mark.start and mark.end <= one.start]
    led = [mark for mark in marks if mark.start - anchor.end <= _AFTER_REACH]
    return any(not chart.within(chart.cues("verb"), anchor.end, mark.start) for mark in led)


def _of_next_deed(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date behind a deed is of the next one, where verbs come last and dates before them.

    So it is behind a deed that has its own day before it ("1996'da A … açmasıyla ve | 1997'de | B'nin …"), and behind a
    participle ("atanan X, Macron'un | 2002-2004 yıllarındaki | sınıf arkadaşı").
    """
    if chart.pack.order != "sov" or not chart.pack.nominals or one.start < anchor.end or chart.aside(one.start):
        return False
    start, end = chart.clause(anchor.start)
    if not start <= one.start < end or not anchor.classes & set(EVENTS):
        return False
    word, gap = chart.text[anchor.start : anchor.end].lower(), chart.between(anchor, one).strip()
    participle = word.endswith((*chart.pack.participles, *chart.pack.relatives)) and not anchor.classes & _GOINGS
    before = [day for day in chart.dates if start <= day.start and day.end <= anchor.start]
    if ":" in gap or (participle and gap):
        return ":" not in gap
    led = bool(before) and not chart.within(events(chart), before[-1].end, anchor.start)
    return led and not has_any(chart.between(before[-1], anchor), CLAUSE_COMMAS)
