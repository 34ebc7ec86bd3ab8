"""Lines that begin with a date: the year a line tells of, and the year of a line that gives only month and day."""

from __future__ import annotations

from comity.claims.context.discourse import Spoken
from comity.dates import DateContext, DateHit, find_dates
from comity.model.passage import Passage
from comity.model.selector import Selector

_YEAR_ENDS = tuple("–—-:.")
_HEAD = 40


def opens_line(passage: Passage, start: int) -> bool:
    """Whether a place in a passage is where a line begins."""
    return start == 0 or "\n" in passage.body.text[max(0, start - 1) : start + 1]


def led_by_year(passage: Passage, start: int, end: int, source: str) -> Spoken | None:
    """The year that a line begins with and tells of to its end: "1993 – …", "1993 жыл. …"; None for others."""
    text = passage.body.text
    hit = _first(passage, start, end) if text[start : start + 4].isdecimal() else None
    if hit is None or hit.when.precision != "year":
        return None
    if text[start + hit.end_full : start + hit.end_full + 3].lstrip()[:1] not in _YEAR_ENDS:
        return None
    return _spoken(passage, start, hit, source)


def led_by_day(passage: Passage, start: int, end: int, source: str) -> Spoken | None:
    """The date that is all of a line's first sentence: "9–12 April 1991. | President Fujimori visits China."

    None where the line ends with it, or where something else is said beside it.
    """
    text = passage.body.text
    hit = _first(passage, start, end) if end - start <= _HEAD else None
    if hit is None or hit.when.start is None or text[start + hit.end_full : end].strip(" .\n"):
        return None
    return _spoken(passage, start, hit, source) if text[end : end + 1] == " " else None


def line_date(passage: Passage, start: int, end: int, source: str, before: Spoken | None) -> Spoken | None:
    """The date that a line of a chronicle begins with; the line before's where it gives only a month and a day.

    "1952年9月28日　…" over "10月4日　…" gives the second its year. None for a line that begins otherwise.
    """
    if not passage.body.text[start : start + 1].isdecimal():
        return None
    hit = _first(passage, start, min(end, start + _HEAD))
    if hit is None:
        return before
    year = hit.when.start.year if hit.when.start is not None else ""
    return _spoken(passage, start, hit, source) if year in passage.body.text[start : start + hit.end_full] else before


def _first(passage: Passage, start: int, end: int) -> DateHit | None:
    """The date that stands at the very beginning of a stretch."""
    hit = next(iter(find_dates(passage.body.text[start:end], passage.language, DateContext())), None)
    return hit if hit is not None and hit.start == 0 else None


def _spoken(passage: Passage, start: int, hit: DateHit, source: str) -> Spoken:
    span = passage.body.source_span(start, start + hit.end_full)
    return Spoken(when=hit.when, place=Selector.of(source, *span))
