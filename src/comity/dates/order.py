"""The order in which a document writes dates of bare numbers, by those that only one order fits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.dates.hit import Order

_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/])")


def date_order(texts: Iterable[str]) -> Order | None:
    """``dmy`` or ``mdy`` where a date of bare numbers decides it, else none.

    >>> date_order(["12/11/2013", "13/02/1978"])
    'dmy'

    Where a document writes both ways the commoner wins, and of two alike the day first.
    """
    days = months = 0
    for text in texts:
        for found in _NUMBERS.finditer(text):
            first, second = int(found.group(1)), int(found.group(3))
            days += 12 < first <= 31 and 1 <= second <= 12
            months += 12 < second <= 31 and 1 <= first <= 12
    if not days and not months:
        return None
    return "dmy" if days >= months else "mdy"
