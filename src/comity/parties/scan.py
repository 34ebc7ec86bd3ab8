"""Where forms may stand in a text, at the speed of bytes: each letter one byte, all between words a blank.

A form that begins or ends in a letter is looked for with a blank there, so that the automaton itself passes over what
lies inside words. Letters beyond the 255 most used become blanks too, and so do hyphens and stops within a form: what is
found may stand there, and who asks compares it with the text.
"""

from __future__ import annotations

import codecs
import json
import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daachorse import CharwiseDoubleArrayAhoCorasick, DoubleArrayAhoCorasick

from comity.parties.words import is_word, script_of

_ASCII = 128
_KEPT = frozenset("\0\t\n\r") | {chr(code) for code in range(32, _ASCII) if not chr(code).isupper()}
_FROM_ASCII = bytes(ord(chr(code).lower()) if is_word(chr(code)) else 32 for code in range(_ASCII)).ljust(256)
_UNMAPPED = "\ufffe"  # what a charmap leaves out
_SHIFT = -1  # a text has a blank put before it


@dataclass(frozen=True, slots=True)
class Spot:
    """One form that a spelling may stand for: its number, and where it begins, counted from the spelling's place."""

    number: int
    shift: int


class Alphabet:
    """The letters that have a byte of their own; a text is as many bytes as it has characters."""

    __slots__ = ("_between", "_charmap", "letters")

    def __init__(self, letters: str) -> None:
        """An alphabet of these 256 characters, each at the place of its byte."""
        self.letters = letters
        self._charmap = codecs.charmap_build(letters)
        self._between = bytes(code if is_word(letter) else 32 for code, letter in enumerate(letters))

    @classmethod
    def of(cls, forms: Iterable[str]) -> Alphabet:
        """The alphabet of the letters that these forms use most."""
        counts = Counter(letter for form in forms if not form.isascii() for letter in form)
        used = sorted((letter for letter in counts if letter >= "\x80" and is_word(letter)), key=lambda one: -counts[one])
        used.sort(key=lambda one: (-counts[one], one))
        more = iter([one for one in used if one < _UNMAPPED])
        chosen = (chr(code) if chr(code) in _KEPT else next(more, _UNMAPPED) for code in range(256))
        return cls("".join(chosen))

    def spell(self, folded: str) -> bytes:
        """A folded text, a byte for each character: its letters, and blanks."""
        if folded.isascii():
            return folded.encode().translate(_FROM_ASCII)
        return codecs.charmap_encode(folded, "replace", self._charmap)[0].translate(self._between)


