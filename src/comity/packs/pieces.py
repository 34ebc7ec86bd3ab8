"""The pieces that texts and the packs' phrases are cut into alike: numbers, Han characters, words, signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from comity.text import fold

# A piece is a number, one Han character, a run of letters with their vowel marks, or one sign; marks of direction are
# none.
PIECE = re.compile(
    r"\d+|[\u3005-\u3007\u3400-\u9fff]"
    r"|(?:[^\W\d_\u3005-\u3007\u3400-\u9fff]|[\u0640\u064b-\u0652])+|[^\w\s\u061c\u200b\u200e\u200f\u2066-\u2069\ufeff]|_"
)
MARKS = re.compile("[\u0640\u064b-\u0652]")


def fold_words(text: str, *, turkish: bool) -> str:
    """The text folded for words, as long as it was: small letters, one apostrophe.

    >>> fold_words("Aralık’ta", turkish=True)
    "aralık'ta"
    """
    folded = fold(text, turkish=turkish)
    if folded.isascii():
        return folded
    # One replacement after another is ten times as fast as a table for text that is not ASCII.
    return folded.replace("’", "'").replace("ʼ", "'").replace("‘", "'").replace("`", "'")


def pieces_of(phrase: str, *, turkish: bool) -> tuple[str, ...]:
    """The folded pieces of a phrase, Arabic vowel marks left off.

    >>> pieces_of("Aralık 1991'de", turkish=True)
    ('aralık', '1991', "'", 'de')
    """
    return tuple(MARKS.sub("", piece) for piece in PIECE.findall(fold_words(phrase, turkish=turkish)))


Piece = tuple[int, int, str]
_REACH = 48  # what belongs to a date or an amount stands no farther from its number or month


def runs_around(
    folded: str, places: Sequence[tuple[int, int]], vocabulary: frozenset[str], proclitics: Sequence[str] = ()
) -> Iterator[list[Piece]]:
    """The runs of pieces around these places, each (start, end, piece), as far as the vocabulary knows them.

    Numbers and signs are always known; a run ends before the first word that is not.
    """
    for start, end, inside in _windows(folded, places):
        pieces = [(found.start(), found.end(), found.group()) for found in PIECE.finditer(folded, start, end)]
        last = -1
        for begin in _indices(pieces, inside):
            if begin <= last:
                continue
            first = begin
            while first - 1 > last and _knows(pieces[first - 1][2], vocabulary, proclitics):
                first -= 1
            last = begin
            while last + 1 < len(pieces) and _knows(pieces[last + 1][2], vocabulary, proclitics):
                last += 1
            yield pieces[first : last + 1]


def _windows(folded: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Sequence[tuple[int, int]]]]:
    """The stretches that reach around the places, whole words only, and the places in each."""
    first = 0
    for number, (_, end) in enumerate(places, 1):
        if number == len(places) or places[number][0] - _REACH > end + _REACH:
            start, stop = max(places[first][0] - _REACH, 0), min(end + _REACH, len(folded))
            while 0 < start < places[first][0] and folded[start - 1].isalnum() and folded[start].isalnum():
                start += 1
            while end < stop < len(folded) and folded[stop - 1].isalnum() and folded[stop].isalnum():
                stop -= 1
            yield start, stop, places[first:number]
            first = number


def _indices(pieces: Sequence[Piece], places: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The index of the piece that each place begins in."""
    index = 0
    for start, _ in places:
        while index < len(pieces) and pieces[index][1] <= start:
            index += 1
        if index < len(pieces):
            yield index


def _knows(piece: str, vocabulary: frozenset[str], proclitics: Sequence[str]) -> bool:
    if piece in vocabulary or not piece[0].isalpha():
        return True
    if piece.isascii():
        return False
    plain = MARKS.sub("", piece)
    return plain in vocabulary or any(
        plain.startswith(one) and (plain[len(one) :] in vocabulary or plain == one) for one in proclitics
    )
