"""The words around a date and what they make of it: since, until, about, between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.dates.hit import DateKind
from comity.dates.lexicon import standing_for
from comity.dates.tokens import Token
from comity.model.when import When

_BEFORE = standing_for("fVuqgbB~diPloty0,W67j!") - standing_for("&")
_AFTER = standing_for("asejyplvmkK:;=8%!") | standing_for("U") & standing_for("y")
_FARTHEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The letters of the words before and after a date, and the stretch that takes them in."""

    before: str
    after: str
    start: int
    end: int

    def opens_a_stretch(self) -> bool:
        """Whether the date is only the far side of a long stretch, which no later date leans on."""
        return self.says("V") or self.says_after("v")

    def says(self, letters: str) -> bool:
        """Whether a word before the date may be one of these."""
        return bool(self.before) and not standing_for(letters).isdisjoint(self.before)

    def says_after(self, letters: str) -> bool:
        """Whether a word after the date may be one of these."""
        return bool(self.after) and not standing_for(letters).isdisjoint(self.after)


def look_around(text: str, tokens: Sequence[Token], left: tuple[int, int], right: tuple[int, int]) -> Around:
    """What stands around the tokens between ``left``'s end and ``right``'s start, not reaching into other dates."""
    first = left[1]
    while first > max(left[0], left[1] - _FARTHEST) and _belongs_before(tokens, first):
        first -= 1
    while first < left[1] and (tokens[first].letter in ",oyj" or _opens_relative(text, tokens, first, left[1])):
        first += 1
    last = right[0]
    while last < min(right[1], right[0] + _FARTHEST) and tokens[last].letter in _AFTER:
        if tokens[last].letter in _THEN and not _after_fits(tokens, right[0], last):
            break
        last += 1
    while last > right[0] and tokens[last - 1].letter == "l":
        last -= 1
    start = tokens[first].start if first < len(tokens) else len(text)
    before = "".join(token.letter for token in tokens[first : left[1]])
    after = "".join(token.letter for token in tokens[right[0] : last])
    return Around(before=before, after=after, start=start, end=tokens[last - 1].end)


def _belongs_before(tokens: Sequence[Token], first: int) -> bool:
    letter = tokens[first - 1].letter
    if letter not in _BEFORE:
        return False
    if letter == ",":
        return first >= 2 and tokens[first - 2].letter == "W"
    return True


def _opens_relative(text: str, tokens: Sequence[Token], place: int, date: int) -> bool:
    """Whether what may be an article is a clause's own word: "Länder, | die | im Februar 2008 Kosovo anerkannten"."""
    if tokens[place].letter != "l" or not text[: tokens[place].start].rstrip().endswith(","):
        return False
    return place + 1 < date or tokens[date].letter == "Y"


_THEN = standing_for("kK")


def _after_fits(tokens: Sequence[Token], right: int, place: int) -> bool:
    """Whether "before" or "after" written behind a date governs it: not where the date has a case of its own."""
    return not any(token.letter in "se" for token in tokens[right:place])


def _is_day(when: When) -> bool:
    """Whether a time is a single day, which is early or late in nothing: «беруть початок | 13 травня 1995 року»."""
    return when.start is not None and when.start.day is not None and not when.interval


def modified(when: When, around: Around, *, ranged: bool) -> tuple[When, DateKind]:
    """The when that these words make of a date, and its kind; the narrower reading where two would fit."""
    says, after = around.says, around.says_after
    ended = (says("7") or after("8")) and not (says("6ub") or after("m%;"))
    if ranged and not says("~P"):
        when = end_marked(when) if after("=p") else when
    elif says("~") or after("=") or ((says("P") or after("p") or ended) and not _is_day(when)):
        when = when.marked("~")
    if says("d"):
        when = when.marked("?")
    if ranged:
        return when, "between" if says("B") or after(":") else "period"
    if after("K") and after("v"):
        return When(when.end or when.start, None, True), "after"
    if says("V") or after("v") or ("f" in around.before and not after("m")):
        return When(when.start, None, True), "since"
    if says("u") or after("m"):
        return _until(when), "until"
    if says("q") or after("k"):
        return _until(when), "before"
    if says("g") or after("K"):
        return When(when.end or when.start, None, True), "after"
    if says("b") or after(";"):
        return _until(when), "by"
    return when, "absolute" if not when.interval else "period"


def end_marked(when: When) -> When:
    """The stretch with "about" on its end, which the word stands beside."""
    end = When(when.end, None).marked("~").start if when.end else None
    return When(when.start, end, when.interval)


def _until(when: When) -> When:
    return When(None, when.end if when.interval else when.start, True)
