"""Digits of a date: read in whatever script, told from amounts of money, and the gap that parts them."""

from __future__ import annotations

from collections.abc import Sequence


def plain(digits: str) -> str:
    """Digits in the signs 0 to 9, whatever script they were in: ٢٠٢٢ is 2022."""
    return digits if digits.isascii() else "".join(str(int(one)) if one.isdecimal() else one for one in digits)


def is_gap(between: str) -> bool:
    return between.count("\n") > 1 or "\t" in between or len(between) > 3


def is_amount_before(text: str, begin: int) -> bool:
    return begin > 1 and text[begin - 1] in "$€£¥₺₸₽"


def han_value(run: Sequence[int]) -> int:
    total, current = 0, 0
    for value in run:
        if value in (10, 100, 1000):
            total += (current or 1) * value
            current = 0
        else:
            current = value
    return total + current
