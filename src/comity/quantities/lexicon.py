"""A language's words for numbers by their first piece, each with the letter the grammar knows it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import daachorse

from comity.packs.numbers import NumberWords, load_number_words
from comity.packs.pieces import pieces_of

LETTERS = {
    **{"min": "m", "max": "y", "about": "~", "between": "B", "from": "f", "to": "t", "and": "&", "of": "d"},
    **{"ordinal_pre": "o", "point": ".", "min_post": "M", "max_post": "Y", "about_post": "A", "between_post": "b"},
    **{"ordinal_post": "O", "counter": "c", "half": "h", "percent_pre": "p", "not_before": "N", "not_after": "n"},
    **{"article": "l", "about_glued": "A"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A phrase's later pieces, and all that it may be: letters, number, magnitude, unit."""

    rest: tuple[str, ...]
    letters: str
    number: int = 0
    magnitude: int = 0
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """One language's words: ``entries`` by first piece, longest first; ``finder`` over those that open an amount."""

    words: NumberWords
    entries: Mapping[str, tuple[Word, ...]]
    finder: daachorse.CharwiseDoubleArrayAhoCorasick | None
    spaced: bool


@lru_cache(maxsize=None)
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language; letters: ``w`` number, ``r`` ordinal, ``g`` magnitude, ``z`` round count, ``u`` unit."""
    words = load_number_words(code)
    found: dict[tuple[str, ...], dict[str, int | str]] = defaultdict(dict)
    tables: tuple[tuple[str, Mapping[str, int] | Mapping[str, str]], ...] = (
        ("w", words.cardinals),
        ("r", words.ordinals),
        ("g", words.magnitudes),
        ("z", words.dozens),
        ("u", words.units),
    )
    for letter, table in tables:
        for form, value in table.items():
            found[pieces_of(form, turkish=words.turkish)].setdefault(letter, value)
    for form, role in words.roles.items():
        found[pieces_of(form, turkish=words.turkish)].setdefault(LETTERS[role], 0)
    entries: dict[str, list[Word]] = defaultdict(list)
    for pieces, letters in found.items():
        entries[pieces[0]].append(_word(pieces[1:], letters))
    spaced = words.spelled
    return Lexicon(
        words=words,
        entries={first: tuple(sorted(some, key=lambda one: -len(one.rest))) for first, some in entries.items()},
        finder=_finder(entries, spaced),
        spaced=spaced,
    )


def _word(rest: tuple[str, ...], letters: Mapping[str, int | str]) -> Word:
    number = next((int(letters[letter]) for letter in "wrz" if letter in letters), 0)
    return Word(
        rest=rest,
        letters="".join(sorted(letters)),
        number=number,
        magnitude=int(letters.get("g", 0)),
        unit=str(letters.get("u", "")),
    )


def _finder(entries: Mapping[str, list[Word]], spaced: bool) -> daachorse.CharwiseDoubleArrayAhoCorasick | None:
    anchors = {
        first if spaced else first + "".join(word.rest)
        for first, some in entries.items()
        for word in some
        if set(word.letters) & set("wrgz") and (spaced or "g" in word.letters or "r" in word.letters)
    }
    if not spaced:
        anchors |= {first for first, some in entries.items() for word in some if "w" in word.letters and not word.rest}
    return daachorse.CharwiseDoubleArrayAhoCorasick(sorted(anchors)) if anchors else None
