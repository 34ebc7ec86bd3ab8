"""The pieces that texts and the packs' phrases are cut into alike: numbers, Han characters, words, signs."""

from __future__ import annotations

import re

from comity.text import fold

# A piece is a number, one Han character, a run of letters with their vowel marks, or one sign; marks of direction are
# none.
PIECE = re.compile(
    r"\d+|[\u3005-\u3007\u3400-\u9fff]"
    r"|(?:[^\W\d_\u3005-\u3007\u3400-\u9fff]|[\u0640\u064b-\u0652])+|[^\w\s\u061c\u200b\u200e\u200f\u2066-\u2069\ufeff]|_"
)
MARKS = re.compile("[\u0640\u064b-\u0652]")


_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")


def fold_words(text: str, *, turkish: bool) -> str:
    """The text folded for words, as long as it was: small letters, one apostrophe.

    >>> fold_words("Aralık’ta", turkish=True)
    "aralık'ta"
    """
    folded = fold(text, turkish=turkish)
    return folded if folded.isascii() else folded.translate(_APOSTROPHES)


def pieces_of(phrase: str, *, turkish: bool) -> tuple[str, ...]:
    """The folded pieces of a phrase, Arabic vowel marks left off.

    >>> pieces_of("Aralık 1991'de", turkish=True)
    ('aralık', '1991', "'", 'de')
    """
    return tuple(MARKS.sub("", piece) for piece in PIECE.findall(fold_words(phrase, turkish=turkish)))
