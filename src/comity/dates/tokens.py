"""The tokens of a stretch of text: numbers by what they may be, words by what they are to a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from comity.dates.digits import han_value, is_gap
from comity.dates.eras import counted_day, era_before, is_counted
from comity.dates.in_digits import DAY_MONTH, date_in_digits
from comity.dates.lexicon import LETTERS, ROMANS, Entry, Lexicon, Value, standing_for
from comity.dates.parted_words import bracketed_word, counts, goes_on
from comity.packs.pieces import MARKS, Piece

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MORE = re.compile(r"[\s,&–-]*(?:[^\W\d_]{1,3}\s)?\d")
_DAY_AND_YEAR = r"(?!\d{1,2},(?:1[5-9]|20)\d\d(?![\d.,]\d|\d))"  # "Dec. 11,1944": the blank is lost
_AMOUNT = re.compile(_DAY_AND_YEAR + r"(?:\d+(?:[.,’']\d+)+|\d{1,3}(?:[\u00a0\u202f \u2009]\d{3})+(?!\d)|\d+[.,]\d+)")
_APOSTROPHES = frozenset("'’ʼ‘`")
_DAY_JOINTS = _APOSTROPHES | frozenset("-‑–")
_TWINS = ("/", "(")
_CASES = {"ablative": "a", "dative": "e", "other": "s", "decade": "z"}


_MONTHS = standing_for("M")
_DAY_WORD = LETTERS["day_word"]
_BEFORE_MONTH = frozenset("NYyas") | standing_for("TH")
_YEARS = standing_for("y")


class Token(NamedTuple):
    """A stretch and the letter of what it may be to a date; ``x`` is nothing to one."""

    letter: str
    start: int
    end: int
    number: int = 0
    name: str = ""
    pair: tuple[int, int] = (0, 0)
    ref: tuple[str, str, int] | None = None
    digits: tuple[str, ...] = ()


def read_tokens(text: str, pieces: list[Piece], lexicon: Lexicon, era: int = 0) -> list[Token]:
    """The tokens of these pieces of the text, in order; a gap of an empty line or a column is an ``x`` of its own.

    ``era``: the year before the first of the era that short years are counted by (`document_era`).
    """
    return _Reader(text, pieces, lexicon, era).read()


class _Reader:
    """Reads one run of pieces from left to right; every step goes on by at least one piece."""

    def __init__(self, text: str, pieces: list[Piece], lexicon: Lexicon, era: int) -> None:
        self.text, self.pieces, self.lexicon, self.words, self.era = text, pieces, lexicon, lexicon.words, era
        self.tokens: list[Token] = []
        self.at = 0

    def read(self) -> list[Token]:
        pieces = self.pieces
        last = pieces[0][0] if pieces else 0
        while self.at < len(pieces):
            begin, _, piece = pieces[self.at]
            if begin - last > 1 and is_gap(self.text[last:begin]):
                self._put("x", last, last)
            if piece[0].isdecimal():
                self._number(begin)
            else:
                self._word(begin, piece)
            last = pieces[self.at - 1][1]
        return self.tokens

    def _put(self, letter: str, start: int, end: int, value: Value = 0, digits: tuple[str, ...] = ()) -> None:
        if letter == "x" and self.tokens and self.tokens[-1].letter == "x":
            return
        if isinstance(value, int):
            self.tokens.append(Token(letter, start, end, value, digits=digits))
        elif isinstance(value, str):
            self.tokens.append(Token(letter, start, end, name=value))
        elif len(value) == 2:
            self.tokens.append(Token(letter, start, end, pair=value))
        else:
            self.tokens.append(Token(letter, start, end, ref=value))

    def _skip_to(self, end: int) -> None:
        while self.at < len(self.pieces) and self.pieces[self.at][0] < end:
            self.at += 1

    def _peek(self, ahead: int = 0) -> tuple[int, int, str]:
        place = self.at + ahead
        return self.pieces[place] if place < len(self.pieces) else (len(self.text), len(self.text), "")

    # numbers

    def _number(self, begin: int) -> None:
        before = self.text[begin - 1] if begin else " "
        joined = before in "./-" and begin > 1 and self.text[begin - 2].isdecimal()
        if not joined and (self._counted_day(begin) or self._numeric(begin) or self._day_and_month(begin)):
            return
        amount = _AMOUNT.match(self.text, begin)
        if amount:
            self._skip_to(amount.end())
            self._put("x", begin, amount.end())
            return
        _, end, piece = self.pieces[self.at]
        self.at += 1
        self._plain_number(begin, end, int(piece) if len(piece) < 9 else 10**9, len(piece))

    def _numeric(self, begin: int) -> bool:
        found = date_in_digits(self.text, begin)
        if found is None:
            return False
        letter, end, digits = found
        self._skip_to(end)
        self._put(letter, begin, end, digits=digits)
        return True

    def _counted_day(self, begin: int) -> bool:
        """Step over a day in digits whose year is counted by the document's era: 112/08/15."""
        found = counted_day(self.text, begin, self.era) if self.era else None
        if found is None:
            return False
        end, (year, month, day) = found
        self._skip_to(end)
        self._put("F", begin, end, digits=(year, "/", month, day, "", "", "", "", ""))
        return True

    def _day_and_month(self, begin: int) -> bool:
        """Step over a day and a month in digits without a year: "am | 24.08.", behind a word of dates or a bracket."""
        found = DAY_MONTH.match(self.text, begin) if self.words.ordinal_dot else None
        led = self.text[begin - 1 : begin] == "(" or bool(self.tokens and self.tokens[-1].letter != "x")
        if found is None or not led or not int(found["d"]):
            return False
        self._skip_to(found.end())
        self._put("N", begin, found.end("d") + 1, int(found["d"]))
        self._put("M", found.start("m"), found.end(), int(found["m"]))
        return True

    def _plain_number(self, begin: int, end: int, value: int, length: int) -> None:
        mark = self._peek()
        roles = self._roles_at(mark) if mark[0] <= end + 1 else ""
        if "1" in roles and 1 <= value <= 12:
            self.at += 1
            self._put("M", begin, mark[1], value)
        elif "2" in roles and 1 <= value <= 31:
            self.at += 1
            self._put("D", begin, mark[1], value)
        elif length <= 2 and 1 <= value <= 31 and self._day_of_month(end):
            self.at += 2
            self._put("D", begin, self._peek(-1)[1], value)
        else:
            last = end
            end, decade = self._glued(end)
            era = self._era_of(begin, value, length) if roles in _YEARS and length <= 3 else 0
            value += era
            letter = "Y" if (length == 4 or era) and _FIRST_YEAR <= value <= _LAST_YEAR else "n"
            if length <= 2 and 1 <= value <= 31:
                letter = "D" if last < end and self._led(begin, end) else "N"
            self._put(letter, begin, end, value)
            if letter == "Y" and self.words.year_dot and self._dotted_year(end):
                self._put("y", end, end + 1)
            if decade:
                self._put("z", end, end)
            self._suffix(end)

    def _day_of_month(self, end: int) -> bool:
        """Whether an ending makes the number a day of the month named before it: "наурыздың 2-сі", "martın 15'inde"."""
        if not (self.words.day_glued and self.tokens and self.tokens[-1].letter in _MONTHS):
            return False
        place, close, sign = self._peek()
        begin, _, ending = self._peek(1)
        return place == end and begin == close and sign in _DAY_JOINTS and ending in self.words.day_glued

    def _led(self, begin: int, end: int) -> bool:
        """Whether words stand before a number that lead to a day of a month: "on the | 17th"; not to one of several."""
        leads = self.words.day_leads
        if not leads or _MORE.match(self.text, end):
            return False
        return self.text[:begin].lower().endswith(tuple(f"{one} " for one in leads))

    def _era_of(self, begin: int, value: int, length: int) -> int:
        """The year before the first of the era that a short year is counted by: its own, or the document's; 0: none."""
        dated = bool(self._peek(1)[2]) and "1" in self._roles_at(self._peek(2))
        before = self.tokens[-1].letter if self.tokens and self.tokens[-1].end == begin else ""
        counted = self.era and is_counted(value, length, before, dated=dated)
        return era_before(self.text, begin, self.words, dated=dated) or (self.era if counted else 0)

    def _dotted_year(self, end: int) -> bool:
        """Whether a dot behind a year makes it an ordinal and ends no sentence: "2019. износила"."""
        return self.text[end : end + 2] == ". " and self.text[end + 2 : end + 3].islower()

    def _roles_at(self, piece: tuple[int, int, str]) -> str:
        entry = self.lexicon.entries.get(piece[2])
        return entry[1] if entry else ""

    def _glued(self, end: int) -> tuple[int, bool]:
        """The end of a number with its ordinal sign ("1st", "7.", "2007-го"), and whether that makes it a decade."""
        place, close, piece = self._peek()
        if place == end and piece in self.words.decade_glued:
            self.at += 1
            return close, True
        if place == end and piece in self.words.glued:
            self.at += 1
            return close, False
        if place == end and piece in ("-", "‑", "–") and self._peek(1)[0] == close:
            hyphened = self._peek(1)[2]
            if hyphened in self.words.glued or hyphened in self.words.decade_glued:
                self.at += 2
                return self._peek(-1)[1], hyphened in self.words.decade_glued
        if place == end and piece == "." and self.words.ordinal_dot and self._peek(1)[2] != "":
            self.at += 1
        return end, False

    def _suffix(self, end: int) -> None:
        """The ending cut off by an apostrophe, as a token of its case."""
        place, close, piece = self._peek()
        if place != end or piece not in _APOSTROPHES or not self.words.suffixes:
            return
        begin, finish, ending = self._peek(1)
        case = self.words.suffixes.get(ending)
        if begin == close and case:
            self.at += 2
            self._put(_CASES[case], place, finish)

    # words

    def _word(self, begin: int, piece: str) -> None:
        bare = MARKS.sub("", piece) if not piece.isascii() else piece
        if self._bracketed(begin) or self._phrase(begin, bare) or self._numeral(begin):
            return
        if self._proclitic(begin, bare) or self._roman(begin, bare):
            return
        end = self.pieces[self.at][1]
        self.at += 1
        if piece in "-–—‐‑~～〜―−－":
            self._put("-", begin, end)
        elif piece in ",،，":
            self._put(",", begin, end)
        elif piece == "/":
            self._put("/", begin, end)
        elif piece in "?؟？":
            self._put("!", begin, end)
        else:
            self._put("x", begin, end)

    def _bracketed(self, begin: int) -> bool:
        found = bracketed_word(self.pieces, self.at, self.lexicon.longer) if not self.lexicon.spaced else None
        if found is not None:
            self.at += found[2]
            self._put(found[0][1], begin, found[1], found[0][2])
        return found is not None

    def _phrase(self, begin: int, first: str) -> bool:
        """Step over the longest phrase that begins here and may stand here."""
        second = self._peek(1)[2]
        bare = second if second.isascii() else MARKS.sub("", second)
        for entry in self.lexicon.longer.get((first, bare), ()):
            if self._follows(entry[0]) and self._take(begin, entry):
                return True
        single = self.lexicon.entries.get(first)
        return single is not None and self._take(begin, single)

    def _take(self, begin: int, entry: Entry) -> bool:
        rest, letter, value = entry
        if letter in "MW" and not self._capital_enough(letter, begin):
            return False
        if letter == "w" and not self.lexicon.spaced:
            return False
        end = self.pieces[self.at + len(rest)][1]
        self.at += 1 + len(rest)
        end = self._twin(value, self._abbreviated(letter, end)) if letter in _MONTHS else end
        self._put(letter, begin, end, value)
        self._suffix(end)
        return True

    def _follows(self, rest: Sequence[str]) -> bool:
        some = self.pieces[self.at + 1 : self.at + 1 + len(rest)]
        if len(some) < len(rest):
            return False
        return all(piece == want or (not piece.isascii() and MARKS.sub("", piece) == want)
                   for (_, _, piece), want in zip(some, rest, strict=True))  # fmt: skip

    def _twin(self, value: Value, end: int) -> int:
        """The end of a month with its other name behind a stroke or in brackets: آب/أغسطس, كانون الثاني (يناير)."""
        stroke = self._peek()[2]
        if stroke not in _TWINS or self._peek()[0] > end + 1:
            return end
        first, second = self._peek(1)[2], self._peek(2)[2]
        some = (*self.lexicon.longer.get((first, second), ()), self.lexicon.entries.get(first))
        for twin in some:
            after = 2 + len(twin[0]) if twin is not None else 0
            closed = stroke == "/" or self._peek(after)[2] == ")"
            if twin is not None and twin[1] in _MONTHS and twin[2] == value and closed:
                self.at += after + (stroke == "(")
                return self.pieces[self.at - 1][1]
        return end

    def _abbreviated(self, letter: str, end: int) -> int:
        """The end of a month with the dot that shortens it ("Jan. 1977"), which must not end the sentence."""
        place, close, piece = self._peek()
        short = letter in _MONTHS and end - self.tokens_start(end) <= 5
        if piece == "." and place == end and short and self._peek(1)[2][:1].isdecimal():
            self.at += 1
            return close
        return end

    def tokens_start(self, end: int) -> int:
        """Where the piece that ends here begins."""
        return self.pieces[self.at - 1][0] if self.at else end

    def _capital_enough(self, letter: str, begin: int) -> bool:
        rule = self.words.capitals
        if not rule or (letter == "W" and rule != "strict") or self.text[begin].isupper() == (rule != "never"):
            return True
        near = self._peek(1)[2][:1].isdecimal() or (bool(self.tokens) and self.tokens[-1].letter in _BEFORE_MONTH)
        near = near or self.pieces[self.at][2] in self.words.bare_forms
        near = near or (rule == "number" and _DAY_WORD in self._roles_at(self._peek(1)))
        return rule != "strict" and near

    def _numeral(self, begin: int) -> bool:
        """A run of Han numerals as a number: 二〇〇五 by its digits, 二十七 by its value."""
        digits = self.lexicon.digits
        place = self.at
        while place < len(self.pieces) and self.pieces[place][2] in digits and place - self.at < 12:
            place += 1
        run = [digits[piece] for _, _, piece in self.pieces[self.at : place]]
        if not run:
            return False
        end = self.pieces[place - 1][1]
        by_digits = len(run) > 1 and all(value < 10 for value in run)
        value = int("".join(map(str, run))) if by_digits else han_value(run)
        self.at = place
        behind = self.pieces[place] if place < len(self.pieces) else None
        if counts(behind, end, self.lexicon.entries) if behind else value <= 31 and goes_on(self.text, end):
            self._put("n", begin, end, value)
            return True
        self._plain_number(begin, end, value, len(run) if by_digits else len(str(value)) if value < 1000 else 0)
        return True

    def _proclitic(self, begin: int, bare: str) -> bool:
        """A word with a particle written onto it (و, في, ل): the particle's token, then the word's own."""
        for particle in self.words.proclitics:
            if bare.startswith(particle) and len(bare) > len(particle):
                rest = bare[len(particle) :].lstrip("\u0640")
                if not rest or rest in self.lexicon.starts:
                    place, end, _ = self.pieces[self.at]
                    cut = place + len(particle) if rest else end
                    alone = self.lexicon.entries.get(particle)
                    self._put(alone[1] if alone else "l", place, cut)
                    if not rest:
                        self.at += 1
                        return True
                    self.pieces[self.at] = (end - len(rest), end, rest)
                    self._word(end - len(rest), rest)
                    return True
        return False

    def _roman(self, begin: int, bare: str) -> bool:
        value = ROMANS.get(bare) or ROMANS.get(bare.rstrip("eèmr"))
        if value is None:
            return False
        self._put("r", begin, self.pieces[self.at][1], value)
        self.at += 1
        return True
