"""The tokens of a stretch: amounts already put together, and the letters of the words around them."""

from __future__ import annotations

from typing import NamedTuple

from comity.packs.pieces import Piece
from comity.quantities.amounts import LITERAL, Term, put_together, read_literal, tidy
from comity.quantities.cursor import APOSTROPHES, DASHES, Cursor, bare
from comity.quantities.lexicon import Lexicon
from comity.quantities.spelled import read_spelled

_BRACKETS = ("(", ")")
_LEAST_MAGNITUDE = 1000


class Token(NamedTuple):
    """A stretch and what it may be.

    ``letters``: ``#`` an amount (``#~`` about one), ``r`` an ordinal, ``u`` a unit, ``x`` nothing, else those of
    `lexicon.LETTERS`. ``scale`` is the largest magnitude in an amount, ``worded`` whether it is in words.
    """

    letters: str
    start: int
    end: int
    value: float | int = 0
    unit: str = ""
    scale: int = 1
    worded: bool = False


def read_tokens(text: str, pieces: list[Piece], lexicon: Lexicon) -> list[Token]:
    """The tokens of these pieces of the text, in order."""
    return _Reader(Cursor(text, pieces, lexicon)).read()


class _Reader:
    """Reads one stretch from left to right; every step goes on by at least one piece."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor, self.text, self.words = cursor, cursor.text, cursor.words
        self.tokens: list[Token] = []

    def read(self) -> list[Token]:
        cursor = self.cursor
        while cursor.at < len(cursor.pieces):
            begin, end, piece = cursor.pieces[cursor.at]
            if piece[0].isdecimal():
                self._digits(begin)
            else:
                self._word(begin, end, piece)
        return self.tokens

    def _put(self, token: Token) -> None:
        if token.letters != "x" or not self.tokens or self.tokens[-1].letters != "x":
            self.tokens.append(token)

    # amounts in digits

    def _digits(self, begin: int) -> None:
        """Digits, the magnitudes behind them, and what goes on below: "5 milyar 400 milyon", "13 bin 971"."""
        cursor = self.cursor
        found = LITERAL.match(self.text, begin)
        end = found.end() if found else cursor.piece(cursor.at)[1]
        if found is None or self._excluded(begin, end) or read_literal(found.group(), self.words.decimal) is None:
            cursor.skip_to(max(end, begin + 1))
            counted = cursor.match(cursor.at, "g")  # the billion of "2ر1 | مليار" is none by itself
            self._put(Token("x", begin, cursor.take(counted) if counted else end))
            return
        terms, scale = [self._literal()], 1
        end = cursor.piece(cursor.at - 1)[1]
        begin = self._unbracketed(begin, end)
        suffix = self._suffix(end)
        while not suffix:
            step = self._glued_magnitude(terms, end) or self._step(terms, scale) or self._added(terms, scale)
            if step is None:
                break
            end, scale = step[0], max(scale, step[1])
            suffix = self._suffix(end)
        self._put_amount(begin, suffix or end, put_together(terms), scale, worded=False)

    def _excluded(self, begin: int, end: int) -> bool:
        """Whether these digits are part of a name (G20, COVID-19), a time or a date of bare numbers."""
        before, after = self.text[begin - 1 : begin], self.text[end : end + 2]
        named = before.isalpha() and (before.isascii() or self.cursor.lexicon.spaced) and not self._unit_before(begin)
        joined = before in DASHES and begin > 1 and self.text[begin - 2].isalpha()
        coded = len(after) == 2 and after[0] in ":/" and after[1].isdecimal()
        behind = before != "" and before in ":/" and self.text[begin - 2 : begin - 1].isdecimal()
        return named or joined or coded or behind

    def _unit_before(self, begin: int) -> bool:
        """Whether the letters just before a number are a particle or a unit written onto it."""
        start = begin
        while start > 0 and self.text[start - 1].isalpha():
            start -= 1
        word = bare(self.text[start:begin])
        return word in self.words.proclitics or word.casefold() in self.words.units

    def _literal(self) -> Term:
        cursor = self.cursor
        begin, _, piece = cursor.piece(cursor.at)
        found = LITERAL.match(self.text, begin)
        stretch = found.group() if found else piece
        cursor.skip_to(begin + len(stretch))
        return Term(self._value(stretch, begin + len(stretch)) or 0, False)

    def _value(self, stretch: str, end: int) -> float | int | None:
        """The value of digits; three behind the decimal sign are none where the language writes both signs.

        "2,300 millones" as "2.300 millones"; refuses a share ("12,345 %"), which has decimals.
        """
        shares = "%" in self.text[end : end + 2] or any(unit == "percent" for unit in self._units_behind())
        grouped = self.words.either and not shares
        decimal = self.words.decimal
        other = "." if decimal == "," else ","
        return read_literal(stretch, other if grouped and stretch.count(decimal) == 1 else decimal)

    def _units_behind(self) -> list[str]:
        return [word.unit for word in self.cursor.phrases(self.cursor.at)]

    def _step(self, terms: list[Term], scale: int) -> tuple[int, int] | None:
        """The next part of a number in digits, put to its terms: a magnitude, a half, or digits below the last."""
        cursor = self.cursor
        word = cursor.match(cursor.at, "g")
        if word:
            terms.append(Term(word.magnitude, True))
            return cursor.take(word), word.magnitude
        half = cursor.match(cursor.at, "h")
        if half and len(terms) == 1:
            terms[0] = Term(tidy(terms[0].value + 0.5), False)
            return cursor.take(half), 1
        if scale > 1 and self._goes_on(terms[-1]):
            terms.append(self._literal())
            return cursor.piece(cursor.at - 1)[1], 1
        return None

    def _glued_magnitude(self, terms: list[Term], end: int) -> tuple[int, int] | None:
        """The magnitude in one letter that only stands on a sum of money: $3m."""
        place, close, piece = self.cursor.piece(self.cursor.at)
        magnitude = self.words.glued_magnitudes.get(piece)
        if magnitude is None or place != end or not self.tokens or "u" not in self.tokens[-1].letters:
            return None
        self.cursor.at += 1
        terms.append(Term(magnitude, True))
        return close, magnitude

    def _unbracketed(self, begin: int, end: int) -> int:
        """Where a number in brackets of its own begins, its closing bracket stepped over: "(48.5) مليار دولار".

        Only where a magnitude or a unit stands behind the bracket: else the bracket is an aside.
        """
        cursor = self.cursor
        place, _, piece = cursor.piece(cursor.at)
        opened = bool(self.tokens) and self.tokens[-1].letters in _BRACKETS and self.tokens[-1].end == begin
        if not opened or place != end or piece not in _BRACKETS:
            return begin
        cursor.at += 1
        if cursor.match(cursor.at, "gu") is None:
            cursor.at -= 1
            return begin
        return self.tokens.pop().start

    def _added(self, terms: list[Term], scale: int) -> tuple[int, int] | None:
        """Digits put to a number by "and", with a lower magnitude of their own: "مليار و200 مليون"."""
        cursor = self.cursor
        joint = cursor.match(cursor.at, "&") if scale >= _LEAST_MAGNITUDE and self.words.adds else None
        if joint is None or not cursor.piece(cursor.at + 1)[2][:1].isdecimal():
            return None
        cursor.at += 1
        magnitude = self._goes_on(terms[-1])
        value = terms[-1].value
        if not magnitude or value == _LEAST_MAGNITUDE:
            cursor.at -= 1
            return None
        terms.append(self._literal())
        return cursor.piece(cursor.at - 1)[1], 1

    def _goes_on(self, last: Term) -> bool:
        """Whether digits behind a magnitude go on with the number: with a lower magnitude, or after a thousand."""
        cursor = self.cursor
        begin, _, piece = cursor.piece(cursor.at)
        found = LITERAL.match(self.text, begin) if piece[:1].isdecimal() else None
        value = read_literal(found.group(), self.words.decimal) if found else None
        if found is None or value is None or not last.magnitude or value >= last.value:
            return False
        place = cursor.at
        while cursor.piece(place)[2] and cursor.piece(place)[0] < found.end():
            place += 1
        follows = cursor.match(place, "g")
        if follows:
            return follows.magnitude < last.value
        return last.value == 1000 and value < 1000 and isinstance(value, int)

    def _suffix(self, end: int) -> int:
        """The end of an ending glued on by an apostrophe or hyphen ("70'ten", "20-дан"), stepped over; else 0."""
        cursor = self.cursor
        place, close, piece = cursor.piece(cursor.at)
        begin, finish, ending = cursor.piece(cursor.at + 1)
        glued = place == end and (piece in APOSTROPHES or piece in DASHES) and begin == close
        if glued and ending in self.words.suffixes and ending not in self.words.ordinal_glued:
            cursor.at += 2
            return finish
        return 0

    def _put_amount(self, begin: int, end: int, value: float | int, scale: int, *, worded: bool) -> None:
        letters = "#"
        close = self._ordinal_sign(begin, end)
        if close:
            letters, end = "r", close
            if self.tokens and "o" in self.tokens[-1].letters:
                begin = self.tokens.pop().start
        self._put(Token(letters, begin, end, tidy(value), "", scale, worded))

    def _ordinal_sign(self, begin: int, end: int) -> int:
        """The end of what makes a number a place in a row ("13th", "4'üncü", "183-е", "5."), stepped over; else 0."""
        cursor, words = self.cursor, self.words
        place, close, piece = cursor.piece(cursor.at)
        if place == end and piece in words.ordinal_glued:
            cursor.at += 1
            return close
        after, finish, ending = cursor.piece(cursor.at + 1)
        glued = place == end and (piece in APOSTROPHES or piece in DASHES) and after == close
        if glued and ending in words.ordinal_glued:
            cursor.at += 2
            return finish
        follows = self.text[close : close + 2]
        if place == end and piece == "." and words.ordinal_dot and len(follows) == 2 and follows[1].isalpha():
            cursor.at += 1
            return close
        before = self.tokens[-1] if self.tokens else None
        return end if before is not None and "o" in before.letters and before.end == begin else 0

    # words

    def _word(self, begin: int, end: int, piece: str) -> None:
        cursor = self.cursor
        if self._part(begin):
            return
        word = next(cursor.phrases(cursor.at), None)
        number = cursor.match(cursor.at, "wgrz")
        if number is not None and word is not None and (number is word or not len(word.rest) > len(number.rest)):
            self._spelled(begin)
            return
        if word is not None:
            self._put(Token(word.letters, begin, cursor.take(word), unit=word.unit))
            return
        if self._particle(begin, piece):
            return
        cursor.at += 1
        letters = "-" if piece in DASHES else piece if piece in "(),;" else "x"
        self._put(Token(letters, begin, end))

    def _spelled(self, begin: int) -> None:
        found = read_spelled(self.cursor)
        if found is None:
            return
        if found.ordinal:
            self._put(Token("r", begin, found.end, found.value, worded=True))
        elif found.about:
            self._put(Token("#~", begin, found.end, found.value, worded=True))
        else:
            terms, end = [Term(found.value, True)], found.end
            while (step := self._added(terms, found.scale) or self._lower(terms)) is not None:
                end = step[0]
            suffix = self._suffix(end)
            self._put_amount(begin, suffix or end, put_together(terms), found.scale, worded=True)

    def _lower(self, terms: list[Term]) -> tuple[int, int] | None:
        """The magnitude of digits that go on a number in words: "مليار و200 | مليون"."""
        return self._step(terms, 1) if not terms[-1].magnitude else None

    def _part(self, begin: int) -> bool:
        """Half a million, a quarter of a million: part of a magnitude, put as an amount; whether it was one."""
        cursor = self.cursor
        part = cursor.match(cursor.at, "q")
        whole = cursor.match(cursor.at + 1 + len(part.rest), "g") if part is not None else None
        if part is None or whole is None or whole.magnitude < _LEAST_MAGNITUDE:
            return False
        cursor.take(part)
        end = cursor.take(whole)
        value = tidy(part.hundredths / 100 * whole.magnitude)
        self._put_amount(begin, end, value, whole.magnitude, worded=True)
        return True

    def _particle(self, begin: int, piece: str) -> bool:
        """A particle written onto a word, or onto a number behind it: its own token first."""
        cursor = self.cursor
        for particle in self.words.proclitics:
            alone = cursor.lexicon.entries.get(particle)
            letters = alone.letters if alone else "l"
            if bare(piece) == particle:
                cursor.at += 1
                self._put(Token(letters, begin, begin + len(piece)))
                return True
            if cursor.split(cursor.at, particle):
                self._put(Token(letters, begin, cursor.piece(cursor.at)[0]))
                return True
        return False
