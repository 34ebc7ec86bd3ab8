"""The order in which a document writes dates of bare numbers, by those that only one order fits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.dates.hit import Order

# Worded dates tell the habit of a document that has no bare date to tell it: "27 June 2011", "June 27, 2011".
# Each begins with what it is about, the look behind it comes second: so the search leaps from digit to digit.
_DAY_WORD = re.compile(r"\d(?<!\d\d)\d?\.?\s(?:[^\W\d_]{2}\s)?[^\W\d_]{3,20}\s(?:[^\W\d_]{2}\s)?\d{4}(?!\d)")
_WORD_DAY = re.compile(r"\d(?<=[^\W\d_]{3}\s\d)\d?,\s\d{4}(?!\d)")
_YEAR = re.compile(r"\d{4}")  # all of them hold one
_NUMBERS = re.compile(r"(\d(?<![\d./-]\d)\d?)([./-])(\d{1,2})\2(\d{4})(?![\d/])")


def date_order(texts: Iterable[str]) -> Order | None:
    """``dmy`` or ``mdy`` where the document's other dates decide it, else none.

    >>> date_order(["12/11/2013", "13/02/1978"])
    'dmy'

    Dates of bare numbers that only one order fits decide; where there are none, the order of those with a month's name.
    Where a document writes both ways the commoner wins, and of two alike the day first.
    """
    days = months = day_words = word_days = 0
    for text in texts:
        if not _YEAR.search(text):
            continue
        for found in _NUMBERS.finditer(text):
            first, second = int(found.group(1)), int(found.group(3))
            days += 12 < first <= 31 and 1 <= second <= 12
            months += 12 < second <= 31 and 1 <= first <= 12
        day_words += len(_DAY_WORD.findall(text))
        word_days += len(_WORD_DAY.findall(text))
    if not days and not months:
        days, months = day_words, word_days
    if not days and not months:
        return None
    return "dmy" if days >= months else "mdy"
