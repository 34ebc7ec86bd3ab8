"""The numbers of a sentence: no list's mark, no day's, none that only a bracket sets against another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.sentences.mention import Mention
from comity.dates import find_open_dates
from comity.packs.language import LanguagePack
from comity.quantities import find_quantities

_LIST_MARK = re.compile(r"\s*[(（]?\d{1,3}[.．、)）](?!\d)")  # "2. Agreement on …": the number counts the list
_COMPOUND = re.compile(r"[-‑][^\W\d_]{4,}")


def _first_told(text: str, quantities: list[Mention]) -> list[Mention]:
    """The numbers, without one that only a bracket behind another sets against it: "196 (der | 206 |) Staaten"."""
    out: list[Mention] = []
    for one in quantities:
        gap = text[out[-1].end : one.start] if out else ""
        against = gap.startswith(" (") and gap[2:].replace(" ", "").isalpha() and text[one.end : one.end + 1] == ")"
        if not against:
            out.append(one)
    return out


def find_counts(text: str, language: str, dates: Sequence[Mention]) -> list[Mention]:
    """The numbers of a sentence as mentions, but those that number a list or are part of a date."""
    skip = [(one.date.start, one.date.end) for one in dates if one.date is not None]
    mark = _LIST_MARK.match(text)
    found = [
        Mention(kind="quantity", start=hit.start, end=hit.end, quantity=hit)
        for hit in find_quantities(text, language, skip=skip)
        if mark is None or hit.number_start >= mark.end()
    ]
    days = find_open_dates(text, language) if found else []
    days = [day for day in days if "previous" in day.needs]  # "on 9 October", of no year known: it counts nothing
    counted = [one for one in found if not any(day.start <= one.start and one.end <= day.end for day in days)]
    return _first_told(text, counted)


def compounded(text: str, one: Mention) -> bool:
    """Whether a bare number is but part of a word: «40-летие посольства» counts no embassies."""
    bare = one.quantity is not None and one.quantity.unit == "count"
    return bare and _COMPOUND.match(text, one.end) is not None


def of_people(text: str, end: int, pack: LanguagePack) -> bool:
    """Whether a number that ends here counts those who came, not their visits: "两位 | 最高领导人访问"."""
    return text.endswith(pack.people, 0, end) or text.startswith(pack.people, end)
