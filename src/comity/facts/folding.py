"""Names compared loosely: spelling, case, marks and endings aside, so that one thing said twice is found once."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ASCII_WORD = re.compile(r"[a-z0-9]+")
ALIKE = 0.6  # share of words two titles have in common to be one title; lower joins "agreement on X" with "on Y"


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, without marks and punctuation: ``"Vučić, A."`` → ``("vucic", "a")``."""
    if text.isascii():
        return tuple(_ASCII_WORD.findall(text.lower()))
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    return tuple("".join(letter if letter.isalnum() else " " for letter in bare).split())


@lru_cache(maxsize=65536)
def fold_words(name: str) -> tuple[str, ...]:
    """The words of a name as `split_words` gives them, remembered: names come again and again."""
    return split_words(name)


def same_name(one: str, other: str) -> bool:
    """Whether two names in one script can be one thing: equal words, all words of the shorter, or most of both.

    ``Order of Friendship`` is ``Order of Friendship 1st class``; a name of one word (``agreement``) is only itself.
    """
    left, right = fold_words(one), fold_words(other)
    if left == right:
        return True
    shared = len(set(left) & set(right))
    if min(len(left), len(right)) >= 2 and shared == min(len(set(left)), len(set(right))):
        return True
    return shared >= 2 and shared / len(set(left) | set(right)) > ALIKE


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person: ``Vučić``, ``Aleksandar Vučić``; not ``Ana Karić``, ``Dragan Karić``."""
    left, right = fold_words(one), fold_words(other)
    return left == right or set(left) <= set(right) or set(right) <= set(left)
