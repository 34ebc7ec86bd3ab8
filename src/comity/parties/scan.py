"""Where forms may stand in a text, at the speed of bytes: each letter one byte, all between words a blank.

A form that begins or ends with a letter is looked for with a blank there, so that the automaton itself passes over what
lies inside words. Hyphens and stops within a form are blanks too, and so are letters beyond the 256 bytes: what is found
*may* stand there, and who asks compares it with the text.
"""

from __future__ import annotations

import codecs
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from daachorse import CharwiseDoubleArrayAhoCorasick, DoubleArrayAhoCorasick

from comity.parties.words import is_word, script_of

_ASCII = [chr(code) for code in range(128)]
_FROM_ASCII = bytes(ord(one.lower()) if is_word(one) else 32 for one in _ASCII).ljust(256, b" ")
_FREE = frozenset(one for one in _ASCII[1:] if one.isupper() or (not one.isprintable() and one not in "\t\n\r"))
_UNMAPPED = "\ufffe"  # how a charmap leaves a byte out


class Alphabet:
    """The letters that have a byte of their own: a text is spelled in as many bytes as it has characters."""

    __slots__ = ("_blanks", "_charmap", "letters")

    def __init__(self, letters: str) -> None:
        """The alphabet of these 256 characters, each at the place of its byte."""
        self.letters = letters
        self._charmap = codecs.charmap_build(letters)
        self._blanks = bytes(code if is_word(letter) else 32 for code, letter in enumerate(letters))

    @classmethod
    def of_forms(cls, forms: Iterable[str]) -> Alphabet:
        """The alphabet of the letters that these forms use most; capitals leave their bytes to them."""
        counts = Counter(letter for form in forms if not form.isascii() for letter in form)
        used = [one for one in counts if "\x80" <= one < _UNMAPPED and is_word(one)]
        more = iter(sorted(used, key=lambda one: (-counts[one], one)))
        places = (chr(code) for code in range(256))
        return cls("".join(next(more, _UNMAPPED) if one in _FREE or one > "\x7f" else one for one in places))

    def spell(self, folded: str) -> bytes:
        """A folded text as its letters and blanks, a byte for each character."""
        if folded.isascii():
            return folded.encode().translate(_FROM_ASCII)
        return codecs.charmap_encode(folded, "replace", self._charmap)[0].translate(self._blanks)


class Scanner:
    """All forms behind two automata: one over bytes for words, one over characters for what begins without a letter.

    Forms may share a spelling (``guinea bissau``, ``guinea-bissau``); `spots` gives them back by their numbers.
    """

    __slots__ = ("_alphabet", "_characters", "_firsts", "_numbers", "_shifts", "_spelled", "_words")

    def __init__(
        self, alphabet: Alphabet, automata: tuple[bytes, bytes], spots: tuple[array[int], array[int], array[int]]
    ) -> None:
        self._alphabet = alphabet
        self._words = DoubleArrayAhoCorasick.deserialize(automata[0]) if automata[0] else None
        self._characters = CharwiseDoubleArrayAhoCorasick.deserialize(automata[1]) if automata[1] else None
        self._firsts, self._numbers, self._shifts = spots

    @classmethod
    def build(cls, forms: Sequence[str], bare: frozenset[str]) -> Scanner:
        """The scanner of these folded forms; those in ``bare`` scripts are found inside words too."""
