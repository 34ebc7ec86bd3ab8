"""A language's words for numbers by their first piece, each with the letter the grammar knows it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import daachorse

from comity.packs.numbers import NumberWords, load_number_words
from comity.packs.pieces import fold_words, pieces_of

LETTERS = {
    "min": "m",
    "max": "y",
    "about": "~",
    "between": "B",
    "from": "f",
    "to": "t",
    "and": "&",
    "of": "d",
    "ordinal_pre": "o",
    "point": ".",
    "min_post": "M",
    "max_post": "Y",
    "about_post": "A",
    "between_post": "b",
    "ordinal_post": "O",
    "counter": "c",
    "half": "h",
    "percent_pre": "p",
    "not_before": "N",
    "not_after": "n",
    "article": "l",
    "about_glued": "A",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A phrase's later pieces, and all that it may be: letters, number, magnitude, part of a magnitude, unit."""

    rest: tuple[str, ...]
    letters: str
    number: int = 0
    magnitude: int = 0
    hundredths: int = 0
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """One language's words: ``entries`` of one piece, ``longer`` by their first two pieces, longest first;
    ``finder`` over those that open an amount.
    """

    words: NumberWords
    entries: Mapping[str, Word]
    longer: Mapping[tuple[str, str], tuple[Word, ...]]
    starts: frozenset[str]
    vocabulary: frozenset[str]
    finder: daachorse.CharwiseDoubleArrayAhoCorasick | None
    spaced: bool


@cache
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language.

    Its letters beside those of the roles: ``w`` number, ``r`` ordinal, ``g`` magnitude, ``z`` round count,
    ``q`` part of a magnitude, ``u`` unit.
    """
    words = load_number_words(code)
    found: dict[tuple[str, ...], dict[str, int | str]] = defaultdict(dict)
    tables: tuple[tuple[str, Mapping[str, int] | Mapping[str, str]], ...] = (
        ("w", words.cardinals),
        ("r", words.ordinals),
        ("g", words.magnitudes),
        ("z", words.dozens),
        ("q", words.fractions),
        ("u", words.units),
    )
    for letter, table in tables:
        for form, value in table.items():
            found[pieces_of(form, turkish=words.turkish)].setdefault(letter, value)
    for form, some in words.roles.items():
        for role in some:
            found[pieces_of(form, turkish=words.turkish)].setdefault(LETTERS[role], 0)
    entries = {pieces[0]: _word((), letters) for pieces, letters in found.items() if len(pieces) == 1}
    longer: dict[tuple[str, str], list[Word]] = defaultdict(list)
    for pieces, letters in found.items():
        if len(pieces) > 1:
            longer[pieces[0], pieces[1]].append(_word(pieces[1:], letters))
    return Lexicon(
        words=words,
        entries=entries,
        longer={first: tuple(sorted(some, key=lambda one: -len(one.rest))) for first, some in longer.items()},
        vocabulary=frozenset({piece for pieces in found for piece in pieces} | _endings(words)),
        starts=frozenset(entries) | {first for first, _ in longer},
        finder=_finder(words),
        spaced=words.spelled,
    )


def _word(rest: tuple[str, ...], letters: Mapping[str, int | str]) -> Word:
    number = next((int(letters[letter]) for letter in "wrz" if letter in letters), 0)
    return Word(
        rest=rest,
        letters="".join(sorted(letters)),
        number=number,
        magnitude=int(letters.get("g", 0)),
        hundredths=int(letters.get("q", 0)),
        unit=str(letters.get("u", "")),
    )


def _endings(words: NumberWords) -> set[str]:
    return {*words.suffixes, *words.ordinal_glued, *words.glued_magnitudes, *words.proclitics}


def _finder(words: NumberWords) -> daachorse.CharwiseDoubleArrayAhoCorasick | None:
    forms = {*words.cardinals, *words.ordinals, *words.dozens, *words.magnitudes}
    anchors = sorted({fold_words(form, turkish=words.turkish) for form in forms})
    if not anchors:
        return None
    return daachorse.CharwiseDoubleArrayAhoCorasick(anchors, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
