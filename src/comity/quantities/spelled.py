"""Numbers in words: the run of number words at a piece, put together as their language does."""

from __future__ import annotations

from typing import NamedTuple

from comity.quantities.amounts import Term, put_together, tidy
from comity.quantities.cursor import Cursor
from comity.quantities.lexicon import Word

_LEAST_MAGNITUDE = 1000
_TENS = frozenset(range(10, 100, 10))


class Spelled(NamedTuple):
    """A number in words: its value, the largest magnitude in it, whether it tells a place in a row, about how many."""

    value: float | int
    scale: int
    end: int
    ordinal: bool = False
    about: bool = False


def read_spelled(cursor: Cursor) -> Spelled | None:
    """The number in words at the cursor, which steps over it; none where no number word stands."""
    whole = next(cursor.phrases(cursor.at), None)
    if whole is not None and not set(whole.letters).isdisjoint("rz") and _is_longest(cursor, whole):
        ordinal, end = "r" in whole.letters, cursor.take(whole)
        half, end = (0, end) if ordinal else _half_more(cursor, whole.number // 2, end)
        return Spelled(tidy(whole.number + half), 1, end, ordinal=ordinal, about="z" in whole.letters)
    terms: list[Term] = []
    scale, end = 1, 0
    joined = False
    while True:
        word = cursor.match(cursor.at, "wg")
        if word is None or (terms and not _fits(cursor, terms, word, joined=joined)):
            if joined or not terms or not _joint(cursor, terms):
                break
            joined = True
            continue
        term = _term(terms, word)
        terms.append(term)
        scale = max(scale, int(term.value) if term.magnitude else 1)
        end = cursor.take(word)
        joined = False
    return _finished(cursor, terms, scale, end) if terms else None


def _is_longest(cursor: Cursor, whole: Word) -> bool:
    number = cursor.match(cursor.at, "wg")
    return number is None or len(whole.rest) > len(number.rest)


def _term(terms: list[Term], word: Word) -> Term:
    """A word that is number and magnitude (十) is a number at the start and behind a magnitude."""
    number = "g" not in word.letters or ("w" in word.letters and (not terms or terms[-1].magnitude))
    return Term(word.number, False) if number else Term(word.magnitude, True)


def _fits(cursor: Cursor, terms: list[Term], word: Word, *, joined: bool) -> bool:
    """Whether a word may continue the number: a magnitude, or a part smaller than the last one's last place."""
    if "g" in word.letters and ("w" not in word.letters or not cursor.lexicon.spaced):
        return True
    last = terms[-1]
    if not cursor.lexicon.spaced:
        return last.magnitude or last.value in (0, 10)
    if joined and last.value < 10 and not last.magnitude:
        return word.number in _TENS and word.number > 10
    below = word.number < last.value
    return below and (last.magnitude or last.value >= 100 or (last.value in _TENS and 0 < word.number < 10))


def _joint(cursor: Cursor, terms: list[Term]) -> bool:
    """Step over what stands between two parts of one number: a hyphen, or an "and" where the language puts one."""
    if not cursor.lexicon.spaced or cursor.match(cursor.at, "h") is not None:
        return False
    piece = cursor.piece(cursor.at)[2]
    last = terms[-1]
    for particle in cursor.words.proclitics:
        single = cursor.lexicon.entries.get(particle)
        if single is not None and "&" in single.letters and cursor.split(cursor.at, particle):
            return _follows_joint(cursor, cursor.at, terms)
    single = cursor.lexicon.entries.get(piece)
    joins = single is not None and "&" in single.letters and (cursor.words.adds or last.magnitude or last.value >= 100)
    if (piece == "-" or joins) and _follows_joint(cursor, cursor.at + 1, terms):
        cursor.at += 1
        return True
    return False


def _follows_joint(cursor: Cursor, place: int, terms: list[Term]) -> bool:
    word = cursor.match(place, "wg")
    return word is not None and "w" in word.letters and _fits(cursor, terms, word, joined=True)


def _finished(cursor: Cursor, terms: list[Term], scale: int, end: int) -> Spelled:
    """The number with its decimal digits, its half, or the ordinal that ends it ("twenty-first")."""
    value = put_together(terms)
    digits, end = _digits(cursor, end)
    if digits:
        return Spelled(float(f"{value}.{digits}"), scale, end)
    place = cursor.at + (cursor.piece(cursor.at)[2] == "-")
    ordinal = cursor.match(place, "r")
    if ordinal is not None and ordinal.number < 10 and terms[-1].value in _TENS and not terms[-1].magnitude:
        cursor.at = place
        return Spelled(value + ordinal.number, scale, cursor.take(ordinal), ordinal=True)
    more, end = _half_more(cursor, int(terms[-1].value), end) if terms[-1].magnitude else (0, end)
    half = cursor.match(cursor.at, "h")
    if half is None or more:
        return Spelled(tidy(value + more), scale, end)
    end = cursor.take(half)
    magnitude = cursor.match(cursor.at, "g")
    if magnitude is None:
        return Spelled(value + 0.5, scale, end)
    return Spelled((value + 0.5) * magnitude.magnitude, magnitude.magnitude, cursor.take(magnitude))


def _half_more(cursor: Cursor, magnitude: int, end: int) -> tuple[float, int]:
    """Half of the magnitude before, where "and a half" stands behind it, said again or not ("ونصف المليار")."""
    half = cursor.match(cursor.at, "h") if magnitude >= _LEAST_MAGNITUDE else None
    if half is None:
        return 0, end
    end = cursor.take(half)
    again = cursor.match(cursor.at, "g")
    return magnitude * 0.5, cursor.take(again) if again is not None and again.magnitude == magnitude else end


def _digits(cursor: Cursor, end: int) -> tuple[str, int]:
    """The digits behind a spoken decimal point (八点九), stepped over."""
    if cursor.lexicon.spaced or cursor.match(cursor.at, ".") is None:
        return "", end
    digits, place = "", cursor.at + 1
    while (word := cursor.match(place, "w")) is not None and word.number < 10:
        digits += str(word.number)
        place += 1
    if digits:
        cursor.at = place
        end = cursor.piece(place - 1)[1]
    return digits, end
