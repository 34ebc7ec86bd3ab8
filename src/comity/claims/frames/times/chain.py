"""Verbs told one after the other where verbs come last: whose a date before two of them is, and what they share."""

from __future__ import annotations

from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS
from comity.claims.sentences.mention import Mention

_OCCASIONS = frozenset({"verb.visit", "verb.meet", "verb.receive", "verb.convene"})
_ON_IT = frozenset(
    {
        *("verb.meet", "verb.receive", "noun.meeting", "verb.sign", "verb.award", "verb.upgrade", "verb.inaugurate"),
        *("verb.credentials", "verb.convene", "verb.open", "verb.establish", "verb.restore"),
    }
)
_RIGHT_BEHIND = 1
_SEVERAL = 2
_POSTED = {"verb.appoint", "verb.end", "verb.recall", "verb.expel"}  # what no visit is the occasion of


def of_earlier(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date tells when that was after which the rest came: "8 Nisan'da | tanınmasının ardından … kuruldu".

    Only where verbs come last: the date, its verb and the word for "after" stand before what is told.
    """
    if chart.pack.order != "sov":
        return False
    if anchor.end <= one.start:
        return _of_a_later(chart, one, anchor)
    if anchor.start <= one.start:
        return False
    for mark in chart.within(chart.cues("mark.after_verb"), one.end, anchor.start):
        verbs = [
            verb
            for verb in chart.cues("verb", "noun.visit")
            if one.end <= verb.start and 0 <= mark.start - verb.end <= _RIGHT_BEHIND
        ]
        visited = bool(verbs) and bool(verbs[0].classes & (_OCCASIONS | {"noun.visit"}))
        on_it = visited and not anchor.classes & _POSTED
        if verbs and not chart.within(chart.dates, one.end, verbs[0].start) and not on_it:
            return True
    return False


def _of_a_later(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date behind a conceding verb is that of the next verb: "kesintiye uğrasa da | 1959'da | kuruldu"."""
    told = chart.text[anchor.start : anchor.end].lower().endswith(chart.pack.conceding)
    return told and any(one.end <= verb.start for verb in chart.cues("verb"))


def on_the_way(chart: Chart, anchor: Mention) -> Mention | None:
    """The day of the visit or meeting that the clause before tells of, on which this was, too; None where none is.

    "1983'te Ankara'ya gelmiş, … ile görüşmüş, anlaşma | imzalamıştı". Refuses an anchor whose own clause has a date,
    and more than one date before it.
    """
    if chart.pack.order != "sov" or not anchor.classes & _ON_IT:
        return None
    low, high = stretch(chart, anchor.start)
    before = [one for one in chart.dates if one.end <= low and not chart.compared(one)]
    if len(before) != 1 or chart.within(chart.dates, low, high) or ";" in chart.text[before[0].end : anchor.start]:
        return None
    first = [verb for verb in chart.cues("verb") if before[0].end <= verb.start < low]
    return before[0] if first and first[0].classes & _OCCASIONS else None


def each_on_its_day(chart: Chart, place: int) -> list[tuple[Mention, Mention]]:
    """Those of a list before a verb that each did it on a day of their own: "A 1947'de, B 1949'da, C 1955'te … kurdu".

    Each with the day; empty but where verbs come last, for two or more with nothing besides a comma or a joiner.
    """
    if chart.pack.order != "sov" or len(chart.dates) < _SEVERAL:
        return []
    start, _ = chart.clause(place)
    doers = [one for one in chart.within(chart.parties, start, place) if one.role == "" and one.form != "adjective"]
    out: list[tuple[Mention, Mention]] = []
    for one in doers:
        day = next((day for day in chart.dates if 0 <= day.start - one.end <= _RIGHT_BEHIND), None)
        if day is None or day.end > place:
            return []
        if out and not _joined(chart, out[-1][1].end, one.start):
            return []
        out.append((one, day))
    return out if len(out) >= _SEVERAL else []


def _joined(chart: Chart, start: int, end: int) -> bool:
    words = chart.text[start:end].replace(",", " , ").lower().split()
    return bool(words) and all(
        word in COMMAS or word in chart.pack.joiners or word in chart.pack.light for word in words
    )
