"""Numbers put together: digits with their separators, words and magnitudes into one value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_GROUPS = " \u00a0\u202f\u2009'’٬"
# Digits with separators: "1 234 567,8", "5.4", "895,000", "1٬000٫5"; at most 15 digits before the decimal sign.
LITERAL = re.compile(rf"\d{{1,3}}(?:[{_GROUPS}]\d{{3}}(?!\d))+(?:[.,٫]\d+)?|\d{{1,15}}(?:[.,٬٫]\d+)*(?![\d])")


def read_literal(text: str, decimal: str) -> float | int | None:
    """The value of digits with separators, by the sign that the language writes before decimals.

    >>> read_literal("1.124", ","), read_literal("5.4", "."), read_literal("895,000", "."), read_literal("98,3", ",")
    (1124, 5.4, 895000, 98.3)

    None where the separators fit no number ("1.2.3").
    """
    bare = "".join(sign for sign in text if sign not in _GROUPS).replace("٫", decimal)
    marks = [sign for sign in bare if sign in ".,"]
    if not marks:
        return int(bare)
    if len(set(marks)) == 2:
        last = marks[-1]
        if marks.count(last) > 1:
            return None
        return _grouped(bare, "," if last == "." else ".", last)
    mark = marks[0]
    tails = bare.split(mark)[1:]
    if len(marks) > 1:
        return _grouped(bare, mark, "") if all(len(tail) == 3 for tail in tails) else None
    if mark != decimal and len(tails[0]) == 3 and bare[0] != "0":
        return _grouped(bare, mark, "")
    return float(bare.replace(",", "."))


def _grouped(bare: str, group: str, decimal: str) -> float | int | None:
    whole, _, fraction = bare.partition(decimal) if decimal else (bare, "", "")
    heads = whole.split(group)
    if any(len(head) != 3 for head in heads[1:]) or not 1 <= len(heads[0]) <= 3:
        return None
    number = int("".join(heads))
    return float(f"{number}.{fraction}") if fraction else number


class Term(NamedTuple):
    """A step of a number: a value (digits or a word), or a magnitude that multiplies what is below it."""

    value: float | int
    magnitude: bool
    digits: bool = False


def put_together(terms: Sequence[Term]) -> float | int:
    """The value of the steps: each magnitude multiplies the parts before it that are smaller.

    >>> put_together([Term(13, False), Term(1000, True), Term(971, False)])
    13971
    """
    parts: list[float | int] = []
    for term in terms:
        if not term.magnitude:
            parts.append(term.value)
            continue
        below: float | int = 0
        while parts and parts[-1] < term.value:
            below += parts.pop()
        parts.append(tidy((below or 1) * term.value))
    return tidy(sum(parts))


def tidy(value: float | int) -> float | int:
    """The value as a whole number where it is one, else without the dust of binary fractions."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
