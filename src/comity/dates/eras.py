"""Years counted from the first of an era: by its name before them, or by the document's habit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.dates.lexicon import LETTERS, load_lexicon, standing_for
from comity.packs.dates import DateWords

_REACH = 60
_SHORT = 3  # the digits of a count of years
_LONG = 50  # no document of today that counts by an era is of its first years
_LAST = 150
_NUMBER = re.compile(r"\d{2,3}(?<!\d\d\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?P<a>\d{2,3})(?<!\d\d\d\d)(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<c>\d{1,2})(?![\d/]|[.-]\d)")
_LEADING = standing_for("".join(LETTERS[role] for role in ("in", "since", "from", "until", "to")))


def document_era(texts: Iterable[str], language: str) -> int:
    """The year before the first of the era that a document counts its years by; 0 where it counts by none.

    >>> document_era(["更新日期：民國112年8月15日", "109年9月30日簽署"], "zh")
    1911

    The era's name before a late year of it tells, or a count of three digits before a month: no state's year 112.
    """
    words = load_lexicon(language).words
    if not words.eras:
        return 0
    marks = {one.text for one in words.phrases if one.role == "month_mark"}
    years = {one.text for one in words.phrases if one.role == "year"}
    for text in texts:
        for found in _NUMBER.finditer(text):
            count, behind = int(found.group()), text[found.end() : found.end() + 6].lstrip()
            if not _LONG <= count <= _LAST or not behind.startswith(tuple(years)):
                continue
            before = next((words.eras[era] for era in words.eras if text.endswith(era, 0, found.start())), 0)
            if before:
                return before
            month = re.match(r"\D\s?\d{1,2}\s?(\D)", behind)
            if count >= 10 ** (_SHORT - 1) and month and month.group(1) in marks:
                return next(iter(words.eras.values()))
    return 0


def era_before(text: str, begin: int, words: DateWords, *, dated: bool) -> int:
    """The year before the first of the era that a count of years belongs to: said right before it, or shortly
    before where a month follows (民國92年8月 … 97年8月); 0 where none is."""
    for era, before in words.eras.items():
        if text.endswith(era, 0, begin) or (dated and era in text[max(0, begin - _REACH) : begin]):
            return before
    return 0


def is_counted(value: int, length: int, before: str, *, dated: bool) -> bool:
    """Whether a document that counts by an era means a year of it: 109年9月, 於79年; no 建交30年.

    ``before`` is the letter of the word before it, ``dated`` whether a month follows.
    """
    if not 10 < value <= _LAST or length > _SHORT:
        return False
    return dated or before in _LEADING or (length == _SHORT and value % 100 != 0)


def counted_day(text: str, begin: int, era: int) -> tuple[int, tuple[str, str, str]] | None:
    """The end and the year, month and day of a date in digits whose year an era counts: 112/08/15, 79.10.13."""
    found = _NUMERIC.match(text, begin)
    if found is None or not 31 < int(found["a"]) <= _LAST:
        return None
    return found.end(), (str(int(found["a"]) + era), found["b"], found["c"])
