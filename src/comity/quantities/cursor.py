"""A stretch cut into pieces, and what of a language's phrases begins at a piece."""

from __future__ import annotations

from collections.abc import Iterator

from comity.packs.pieces import MARKS, Piece
from comity.quantities.lexicon import Lexicon, Word

APOSTROPHES = frozenset("'’ʼ‘`")
DASHES = frozenset("-–—‐‑−")


class Cursor:
    """A run of pieces of a text, and the place in it that is read next."""

    def __init__(self, text: str, pieces: list[Piece], lexicon: Lexicon) -> None:
        self.text, self.pieces, self.lexicon, self.words = text, pieces, lexicon, lexicon.words
        self.at = 0

    def piece(self, place: int) -> Piece:
        """The piece at this place; an empty one behind the last."""
        return self.pieces[place] if place < len(self.pieces) else (len(self.text), len(self.text), "")

    def phrases(self, place: int) -> Iterator[Word]:
        """The phrases that begin at this piece, the longest first."""
        first, second = bare(self.piece(place)[2]), bare(self.piece(place + 1)[2])
        for word in self.lexicon.longer.get((first, second), ()):
            if self._follows(place, word.rest):
                yield word
        if first in self.lexicon.entries:
            yield self.lexicon.entries[first]

    def match(self, place: int, letters: str) -> Word | None:
        """The longest phrase at this piece that may be one of these letters."""
        return next((word for word in self.phrases(place) if not set(word.letters).isdisjoint(letters)), None)

    def take(self, word: Word) -> int:
        """Step over a phrase; its end, without a dot that ends the text."""
        self.at += 1 + len(word.rest)
        begin, end, last = self.pieces[self.at - 1]
        return begin if last == "." and end == len(self.text) and word.rest else end

    def skip_to(self, end: int) -> None:
        """Step over all pieces that begin before this character."""
        while self.at < len(self.pieces) and self.pieces[self.at][0] < end:
            self.at += 1

    def split(self, place: int, particle: str) -> bool:
        """Cut a particle off the piece it is written onto, where a phrase is left; whether that was so."""
        start, end, piece = self.piece(place)
        rest = bare(piece)[len(particle) :]
        if not bare(piece).startswith(particle) or rest not in self.lexicon.starts:
            return False
        self.pieces[place] = (end - len(piece) + piece.find(rest[0], len(particle)), end, rest)
        return start < end

    def _follows(self, place: int, rest: tuple[str, ...]) -> bool:
        some = self.pieces[place + 1 : place + 1 + len(rest)]
        return len(some) == len(rest) and all(
            bare(piece) == want for (_, _, piece), want in zip(some, rest, strict=True)
        )


def bare(piece: str) -> str:
    """The piece without vowel marks."""
    return piece if piece.isascii() else MARKS.sub("", piece)
