"""The tokens of a stretch: amounts already put together, and the letters of the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.packs.pieces import MARKS, PIECE
from comity.quantities.amounts import LITERAL, Term, put_together, read_literal
from comity.quantities.lexicon import Lexicon, Word

_APOSTROPHES = frozenset("'’ʼ‘`")
_DASHES = frozenset("-–—‐‑−")
_SIGNS = frozenset("+-−–")


class Token(NamedTuple):
    """A stretch and what it may be: ``#`` an amount, ``r`` an ordinal, ``u`` a unit, ``x`` nothing, else the letters of
    `LETTERS` it may stand for; ``scale`` is the largest magnitude in an amount, ``worded`` whether it is words alone.
    """

    letters: str
    start: int
    end: int
    value: float | int = 0
    unit: str = ""
    scale: int = 1
    worded: bool = False
    suffixed: bool = False


def read_tokens(text: str, folded: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of ``text[start:end]``, in order."""
    return _Reader(text, folded, start, end, lexicon).read()


class _Reader:
    """Reads one stretch from left to right; every step goes on by at least one piece."""

    def __init__(self, text: str, folded: str, start: int, end: int, lexicon: Lexicon) -> None:
        self.text, self.folded, self.lexicon = text, folded, lexicon
        self.pieces = [(found.start(), found.end(), found.group()) for found in PIECE.finditer(folded, start, end)]
        self.tokens: list[Token] = []
        self.at = 0

    def read(self) -> list[Token]:
        pieces, starts, plain = self.pieces, self.lexicon.starts, not self.lexicon.words.proclitics
        while self.at < len(pieces):
            begin, end, piece = pieces[self.at]
            if piece[0].isdigit():
                if not self._excluded(begin):
                    self._amount()
            elif plain and piece not in starts and piece[0].isalpha() and piece.isascii():
                self._put(Token("x", begin, end))
                self.at += 1
            elif self._longer_word() or not self._word_amount(piece):
                self._word(begin, piece)
        return self.tokens

    def _piece(self, place: int) -> tuple[int, int, str]:
        return self.pieces[place] if place < len(self.pieces) else (len(self.text), len(self.text), "")

    def _put(self, token: Token) -> None:
        if token.letters != "x" or not self.tokens or self.tokens[-1].letters != "x":
            self.tokens.append(token)

    # amounts

    def _excluded(self, begin: int) -> bool:
        """Whether these digits are part of a name, a time, a date of bare numbers or a longer code; then they are left."""
        before = self.text[begin - 1 : begin]
        found = LITERAL.match(self.text, begin)
        end = found.end() if found else self.pieces[self.at][1]
        named = before.isalpha() and self.lexicon.spaced and not self._proclitic_before(begin)
        joined = before in _DASHES and begin > 1 and self.text[begin - 2].isalpha()
        after, next_one = self.text[end : end + 1], self.text[end + 1 : end + 2]
        coded = bool(after) and after in ":/" and next_one.isdigit() or bool(before) and before in ":/" and begin > 1
        if found and not (named or joined or coded) and read_literal(found.group(), self._decimal()) is not None:
            return False
        while self.at < len(self.pieces) and self.pieces[self.at][0] < max(end, begin + 1):
            self.at += 1
        self._put(Token("x", begin, end))
        return True

    def _proclitic_before(self, begin: int) -> bool:
        start = begin
        while start > 0 and self.text[start - 1].isalpha():
            start -= 1
        word = self.text[start:begin].replace("\u0640", "")
        return word in self.lexicon.words.proclitics or word.casefold() in self.lexicon.words.units

    def _decimal(self) -> str:
        return self.lexicon.words.decimal

    def _amount(self) -> None:
        """Digits, the magnitudes behind them, and what goes on below those: "5 milyar 400 milyon", "13 bin 971"."""
        begin = self.pieces[self.at][0]
        terms, end, scale = [self._literal()], self._piece(self.at - 1)[1], 1
        suffixed = self._suffix(end)
        while not suffixed:
            word = self._match(self.at, "g")
            if word:
                terms.append(Term(word.magnitude, True))
                scale = max(scale, word.magnitude)
                end = self._take(word)
                suffixed = self._suffix(end)
                continue
            half = self._match(self.at, "h")
            if half and len(terms) == 1:
                terms.append(Term(0.5, False))
                end = self._take(half)
                continue
            if scale > 1 and self._goes_on(terms, scale):
                terms.append(self._literal())
                end = self._piece(self.at - 1)[1]
                suffixed = self._suffix(end)
                continue
            break
        end = self._piece(self.at - 1)[1] if suffixed else end
        self._put_amount(begin, end, terms, scale, suffixed, worded=False)

    def _put_amount(
        self, begin: int, end: int, terms: list[Term], scale: int, suffixed: bool, *, worded: bool
    ) -> None:
        letters = "#"
        if self._ordinal_here(begin, end):
            letters, end = "r", self._piece(self.at - 1)[1]
            begin = self.tokens.pop().start if self.tokens and "o" in self.tokens[-1].letters else begin
        value = put_together(_halved(terms))
        self._put(Token(letters, begin, end, value, "", scale, worded, suffixed))

    def _literal(self) -> Term:
        found = LITERAL.match(self.text, self.pieces[self.at][0])
        stretch = found.group() if found else self.pieces[self.at][2]
        end = self.pieces[self.at][0] + len(stretch)
        while self.at < len(self.pieces) and self.pieces[self.at][0] < end:
            self.at += 1
        return Term(read_literal(stretch, self._decimal()) or 0, False, True)

    def _goes_on(self, terms: list[Term], scale: int) -> bool:
        """Whether digits behind a magnitude continue the number: below it, and with one of its own or after a thousand."""
        begin, _, piece = self._piece(self.at)
        found = LITERAL.match(self.text, begin) if piece[:1].isdigit() else None
        value = read_literal(found.group(), self._decimal()) if found else None
        if found is None or value is None or not terms[-1].magnitude or value >= terms[-1].value:
            return False
        place = self.at
        while place < len(self.pieces) and self.pieces[place][0] < found.end():
            place += 1
        follows = self._match(place, "g")
        if follows:
            return follows.magnitude < terms[-1].value
        return terms[-1].value == 1000 and value < 1000 and isinstance(value, int)

    def _suffix(self, end: int) -> bool:
        """Step over an ending glued on by an apostrophe or hyphen ("70'ten", "20-дан"); an ordinal one is left."""
        place, close, piece = self._piece(self.at)
        words = self.lexicon.words
        if place != end or (piece not in _APOSTROPHES and piece not in _DASHES):
            return False
        begin, _, ending = self._piece(self.at + 1)
        if begin == close and ending in words.suffixes and ending not in words.ordinal_glued:
            self.at += 2
            return True
        return False

    def _ordinal_here(self, begin: int, end: int) -> bool:
        """Step over the sign that makes a number a place in a row: "13th", "4'üncü", "183-е", "5." before a small word."""
        place, close, piece = self._piece(self.at)
        words = self.lexicon.words
        if place == end and piece in words.ordinal_glued:
            self.at += 1
            return True
        glued = place == end and (piece in _APOSTROPHES or piece in _DASHES)
        after, _, ending = self._piece(self.at + 1)
        if glued and after == close and ending in words.ordinal_glued:
            self.at += 2
            return True
        if place == end and piece == "." and words.ordinal_dot and self._starts_word(close):
            self.at += 1
            return True
        if self.tokens and "o" in self.tokens[-1].letters and self.tokens[-1].end == begin:
            return True
        post = self._match(self.at, "O")
        if post:
            self._take(post)
            return True
        return False

    def _starts_word(self, close: int) -> bool:
        after = self.text[close : close + 2]
        return len(after) == 2 and after[0] == " " and after[1].isalpha()

    def _word_amount(self, piece: str) -> bool:
        """Number words put together ("two hundred and fifty", 三百五十万, مئتان وخمسون); none for a lone "one"."""
        begin = self.pieces[self.at][0]
        place, terms, scale, end = self.at, [], 1, begin
        while place < len(self.pieces):
            word = self._match(place, "wg")
            if word is None or (terms and not self._fits(terms, word)):
                joint = self._joint(place, terms)
                if not joint:
                    break
                place += joint
                continue
            magnitude = "g" in word.letters and not ("w" in word.letters and self._as_number(terms, word))
            terms.append(Term(word.magnitude if magnitude else word.number, magnitude))
            scale = max(scale, word.magnitude if magnitude else 1)
            place += 1 + len(word.rest)
            end = self.pieces[place - 1][1]
        if not terms:
            return self._worded_ordinal()
        fraction = self._fraction(place, terms)
        if fraction:
            place, digits = fraction
            end = self.pieces[place - 1][1]
            self.at = place
            self._put_amount(begin, end, [Term(float(f"{put_together(terms)}.{digits}"), False)], scale, False, worded=True)
            return True
        place += self._piece(place)[2] == "-" and self._match(place + 1, "r") is not None
        ordinal = self._match(place, "r")
        if ordinal and ordinal.number < 10 and end < len(self.text) and len(terms) == 1 and terms[0].value in _TENS:
            place += 1 + len(ordinal.rest)
            end = self.pieces[place - 1][1]
            self.at = place
            self._put(Token("r", begin, end, put_together(terms) + ordinal.number, worded=True))
            return True
        self.at = place
        half = self._match(self.at, "h")
        if half and not terms[-1].magnitude:
            terms.append(Term(0.5, False))
            end = self._take(half)
            later = self._match(self.at, "g")
            if later:
                terms.append(Term(later.magnitude, True))
                scale = max(scale, later.magnitude)
                end = self._take(later)
        suffixed = self._suffix(end)
        end = self._piece(self.at - 1)[1] if suffixed else end
        self._put_amount(begin, end, terms, scale, suffixed, worded=True)
        return True

    def _longer_word(self) -> bool:
        """Whether a phrase that is no number (百分之) begins here and is longer than the number that does."""
        number, other = self._match(self.at, "wgrz"), self._any(self.at)
        return number is None or (other is not None and len(other.rest) > len(number.rest))

    def _as_number(self, terms: list[Term], word: Word) -> bool:
        """Whether a word that is both (十) stands as a number: at the start, or after a magnitude."""
        return not terms or terms[-1].magnitude

    def _fits(self, terms: list[Term], word: Word) -> bool:
        """Whether a word may continue the number: a magnitude, or a part smaller than the last one's last place."""
        if "g" in word.letters:
            return True
        last = terms[-1]
        if not self.lexicon.spaced:
            return last.magnitude or last.value in (0, 10)
        return word.number < last.value and (last.magnitude or (last.value in _TENS and word.number < 10))

    def _joint(self, place: int, terms: list[Term]) -> int:
        """How many pieces stand between two parts of one number: a hyphen, or an "and" that the language puts there."""
        if not terms or not self.lexicon.spaced:
            return 0
        begin, _, piece = self._piece(place)
        follows = self._match(place + 1, "wg")
        if follows is None or not terms:
            return 0
        value = follows.number if "w" in follows.letters else follows.magnitude
        if piece == "-" and terms[-1].value in _TENS and value < 10:
            return 1
        single = self.lexicon.entries.get(piece)
        joins = single is not None and "&" in single.letters
        last = terms[-1].value
        below = value < last and (terms[-1].magnitude or (last in _TENS and value < 10 and self._adds()))
        reversed_tens = last < 10 and value in _TENS and value >= 20 and self._adds() and not terms[-1].magnitude
        if joins and (below or reversed_tens):
            if reversed_tens:
                terms[-1] = Term(last, False)
            return 1
        return 0

    def _adds(self) -> bool:
        """Whether the language says "thirty and five"."""
        return self.lexicon.words.adds

    def _fraction(self, place: int, terms: list[Term]) -> tuple[int, str] | None:
        """The digits behind a spoken decimal point (八点九)."""
        if self.lexicon.spaced or self._match(place, ".") is None:
            return None
        digits = ""
        place += 1
        while place < len(self.pieces):
            word = self._match(place, "w")
            if word is None or word.number > 9:
                break
            digits += str(word.number)
            place += 1
        return (place, digits) if digits else None

    def _worded_ordinal(self) -> bool:
        for letter in "rz":
            word = self._match(self.at, letter)
            if word:
                begin = self.pieces[self.at][0]
                end = self._take(word)
                letters = "r" if letter == "r" else "#~"
                self._put(Token(letters, begin, end, word.number, worded=True))
                return True
        return False

    # words

    def _match(self, place: int, letters: str) -> Word | None:
        """The longest phrase at this piece that may be one of these letters."""
        return next((word for word in self._phrases(place) if not set(word.letters).isdisjoint(letters)), None)

    def _any(self, place: int) -> Word | None:
        """The longest phrase at this piece, whatever it may be."""
        return next(iter(self._phrases(place)), None)

    def _phrases(self, place: int) -> Iterator[Word]:
        first, second = _bare(self._piece(place)[2]), _bare(self._piece(place + 1)[2])
        for word in self.lexicon.longer.get((first, second), ()):
            if self._follows(place, word.rest):
                yield word
        if first in self.lexicon.entries:
            yield self.lexicon.entries[first]

    def _follows(self, place: int, rest: tuple[str, ...]) -> bool:
        if not rest:
            return True
        some = self.pieces[place + 1 : place + 1 + len(rest)]
        return len(some) == len(rest) and all(
            _bare(piece) == want for (_, _, piece), want in zip(some, rest, strict=True)
        )

    def _take(self, word: Word) -> int:
        """Step over a phrase; its end."""
        self.at += 1 + len(word.rest)
        return self.pieces[self.at - 1][1]

    def _word(self, begin: int, piece: str) -> None:
        bare = _bare(piece)
        word = self._any(self.at)
        if word is None and self._proclitic(begin, bare):
            return
        if word is not None:
            self._put(Token(word.letters, begin, self._take(word), unit=word.unit))
            return
        end = self.pieces[self.at][1]
        self.at += 1
        letters = "-" if piece in _DASHES else piece if piece in "(),;" else "x"
        self._put(Token(letters, begin, end))

    def _proclitic(self, begin: int, bare: str) -> bool:
        for particle in self.lexicon.words.proclitics:
            rest = bare[len(particle) :].lstrip("\u0640")
            if bare.startswith(particle) and len(bare) > len(particle) and (not rest or rest in self.lexicon.starts):
                place, end, _ = self.pieces[self.at]
                alone = self.lexicon.entries.get(particle)
                self._put(Token(alone.letters if alone else "l", place, place + len(particle)))
                if not rest:
                    self.at += 1
                else:
                    self.pieces[self.at] = (end - len(rest), end, rest)
                return True
        return False


def _bare(piece: str) -> str:
    return piece if piece.isascii() else MARKS.sub("", piece)


_TENS = frozenset(range(10, 100, 10))


def _halved(terms: list[Term]) -> list[Term]:
    """The terms with a half added to the number before it: one and a half million."""
    out: list[Term] = []
    for term in terms:
        if term.value == 0.5 and not term.digits and out and not out[-1].magnitude:
            out[-1] = Term(out[-1].value + 0.5, False, True)
        elif term.value == 0.5 and not term.digits and len(out) > 1:
            out.append(Term(out[-1].value * 0.5, False))
        else:
            out.append(term)
    return out
