"""Where forms may stand in a text, at the speed of bytes: each letter one byte, all between words a blank.

A form that begins or ends with a letter is looked for with a blank there, so that the automaton itself passes over what
lies inside words. Hyphens and stops within a form are blanks too, and so are letters beyond the 256 bytes: what is
found *may* stand there, and who asks compares it with the text.
"""

from __future__ import annotations

import codecs
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

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
        counts = Counter("".join(form for form in forms if not form.isascii()))
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
    """All forms behind two automata: over bytes those of words, over characters those that begin with Han.

    Forms may share a spelling (``guinea bissau`` and ``guinea-bissau``): `spots` gives them back.
    """

    __slots__ = ("_alphabet", "_count", "_firsts", "_han", "_numbers", "_shifts", "_words")

    def __init__(
        self, alphabet: Alphabet, words: DoubleArrayAhoCorasick, han: CharwiseDoubleArrayAhoCorasick, *spots: array[int]
    ) -> None:
        self._alphabet = alphabet
        self._words = words
        self._han = han
        self._count, self._firsts, self._numbers, self._shifts = spots

    @classmethod
    def build(cls, forms: Sequence[str], bare: frozenset[str]) -> Scanner:
        """The scanner of these different folded forms; those in a ``bare`` script are found inside words too."""
        alphabet = Alphabet.of_forms(forms)
        letters = {one for one in {form[at] for form in forms for at in (0, -1)} if is_word(one)}
        leading = {one for one in letters if script_of(one) not in bare}
        words: dict[bytes, list[tuple[int, int]]] = {}
        han: dict[str, list[tuple[int, int]]] = {}
        for number, form in enumerate(forms):
            if form[0] > "\x7f" and form[0] not in letters:
                han[form] = [(number, 0)]
            else:
                led = form[0] in leading
                spelling = b" " * led + alphabet.spell(form) + b" " * (form[-1] in letters)
                words.setdefault(spelling, []).append((number, 0 if led else -1))
        firsts, numbers, shifts = array("i"), array("i"), array("i")
        for spots in (*words.values(), *han.values()):
            firsts.append(len(numbers))
            numbers.extend(number for number, _ in spots)
            shifts.extend(shift for _, shift in spots)
        firsts.append(len(numbers))
        one, other = DoubleArrayAhoCorasick(list(words)), CharwiseDoubleArrayAhoCorasick(list(han))
        return cls(alphabet, one, other, array("i", [len(words)]), firsts, numbers, shifts)

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """Where a folded text may hold a form: place, end and spelling, by end; the end is that of the spelling."""
        found = self._words.find_overlapping(b" " + self._alphabet.spell(folded) + b" ")
        if folded.isascii():
            return found
        count = self._count[0]
        return found + [(place, end, count + number) for place, end, number in self._han.find_overlapping(folded)]

    def spots(self, spelling: int) -> list[tuple[int, int]]:
        """The numbers of the forms of a spelling, each with its start counted from the spelling's place."""
        within = slice(self._firsts[spelling], self._firsts[spelling + 1])
        return list(zip(self._numbers[within], self._shifts[within], strict=True))

    def dump(self) -> list[bytes]:
        """The scanner as stretches of bytes, for `load`."""
        spots = (self._count, self._firsts, self._numbers, self._shifts)
        automata = (self._words.serialize(), self._han.serialize())
        return [self._alphabet.letters.encode(), *automata, *(one.tobytes() for one in spots)]

    @classmethod
    def load(cls, parts: Sequence[bytes]) -> Scanner:
        """The scanner that `dump` wrote."""
        letters, words, han, *rest = parts
        spots = [array("i") for _ in rest]
        for one, content in zip(spots, rest, strict=True):
            one.frombytes(content)
        automata = DoubleArrayAhoCorasick.deserialize(words), CharwiseDoubleArrayAhoCorasick.deserialize(han)
        return cls(Alphabet(letters.decode()), *automata, *spots)
