"""Dates that share a month, a year or an end: what one of a list or range lends the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from comity.dates.lexicon import grammar, standing_for
from comity.dates.parts import Atom, Part
from comity.dates.tokens import Token

_JOINT = re.compile(grammar("[sejy]{0,2}(?:a?[-tu/]|,?&|a)[lofijyW,tP7]{0,5}") + "$")
_SHARED = re.compile(grammar("[sejy]{0,2}(?:,|,?&|/)[liyof]{0,3}") + "$")

_PART = standing_for("P")  # "from 1993 to | mid | 2023"
_APART = _PART | standing_for("i")  # "in 1934 and | in | 1935" tells of two things
_AND, _TO = standing_for("&"), standing_for("-t/")
_UNTIL, _FROM = standing_for("u"), standing_for("fV")
_MOST_YEARS = 30  # that share one word behind them
_LISTING = standing_for(",&l")
_YEAR_WORDS = standing_for("y")


def letters_of(tokens: Sequence[Token], start: int, end: int) -> str:
    """The letters of the tokens from ``start`` up to ``end``, one each."""
    return "".join(token.letter for token in tokens[start:end])


def shared(atoms: list[Atom], tokens: Sequence[Token]) -> list[Atom]:
    """The atoms, each that lacks a year taking it from one it is listed with: "3 March and 5 April 2010"."""
    for place in range(len(atoms) - 2, -1, -1):
        one, other = atoms[place], atoms[place + 1]
        between_them = letters_of(tokens, one.last + 1, other.first)
        lacks = one.form == "date" and one.part.year is None and one.part.month is not None
        has = other.form == "date" and other.part.year is not None and other.part.month is not None
        alike = (one.part.day is None) == (other.part.day is None)
        if lacks and has and alike and (_SHARED.match(between_them) or _JOINT.match(between_them)):
            part = one.part._replace(year=other.part.year)
            until = one.until._replace(year=other.part.year) if one.until else None
            atoms[place] = replace(one, part=part, until=until)
    return atoms


def joined_with(atoms: Sequence[Atom], place: int, tokens: Sequence[Token]) -> Atom | None:
    """The atom that ends the range this one begins, with what it lacks filled in; none where they are two dates."""
    if place + 1 >= len(atoms):
        return None
    one, other = atoms[place], atoms[place + 1]
    if one.form != "date" or other.form != "date" or one.until or other.until:
        return None
    letters = letters_of(tokens, one.last + 1, other.first)
    if not _JOINT.match(letters) or (letters == "a" and not _ends_range(tokens, other)):
        return None
    if (
        _AND & set(letters)
        and not _TO & set(letters)
        and not (_is_between(tokens, one, other) or (_next_to(one.part, other.part) and _APART.isdisjoint(letters)))
    ):
        return None
    if not (_AND | _TO) & set(letters) and _UNTIL & set(letters) and not _opened(tokens, one):
        return None
    filled = _filled(one.part, other.part)
    if filled is None or _later(one.part, filled) is False:
        return None
    return replace(other, part=filled, about=not _PART.isdisjoint(letters))


def _opened(tokens: Sequence[Token], one: Atom) -> bool:
    """Whether a "from" or "since" stands before the first side, which makes an "until" its other side."""
    return bool(_FROM & set(letters_of(tokens, max(one.first - 3, 0), one.first)))


def _ends_range(tokens: Sequence[Token], other: Atom) -> bool:
    """Whether an ending or word after the second date closes what an ablative opened: "1993'ten 2023'e kadar"."""
    return any(letter in "em:" for letter in letters_of(tokens, other.last + 1, other.last + 5))


def _is_between(tokens: Sequence[Token], one: Atom, other: Atom) -> bool:
    before = letters_of(tokens, max(one.first - 3, 0), one.first)
    return not standing_for("B").isdisjoint(before) or ":" in letters_of(tokens, other.last + 1, other.last + 4)


def _next_to(one: Part, other: Part) -> bool:
    """Two years, or two days of a month, that follow each other: one stretch."""
    if one.month is None and other.month is None and isinstance(one.year, str) and isinstance(other.year, str):
        return one.year.isdecimal() and other.year.isdecimal() and int(other.year) == int(one.year) + 1
    return False


def _filled(one: Part, other: Part) -> Part | None:
    """The second side with the year it takes from the first; none for two sides that cannot make a range."""
    if one.year is None and one.month is None:
        return None
    if other.year is None and other.month is not None:
        if one.month is None:  # "1994 – 30 April": the year over an entry of a chronicle, no range
            return None
        if isinstance(other.month, int) and isinstance(one.month, int) and one.month > 12 >= other.month:
            return None
        return other._replace(year=one.year)
    if one.year is None and other.year is not None:
        return None
    return other


def _later(one: Part, other: Part) -> bool | None:
    if isinstance(one.year, str) and isinstance(other.year, str):
        return one.year <= other.year
    return None


def is_listed(atoms: Sequence[Atom], place: int, tokens: Sequence[Token]) -> bool:
    """Whether a date with a year stands just before this one in a list: "in 1992, 1993 and 1995"."""
    if not place or atoms[place - 1].part.year is None:
        return False
    between_them = set(letters_of(tokens, atoms[place - 1].last + 1, atoms[place].first))
    return bool(between_them) and between_them <= _LISTING


def opens_list(atoms: Sequence[Atom], place: int, tokens: Sequence[Token]) -> bool:
    """Whether the years behind a year share a word that says so with it: "2010 ve 2012 yıllarında"."""
    for one, other in pairwise(atoms[place : place + _MOST_YEARS]):
        if any(atom.part.month is not None or not isinstance(atom.part.year, str) for atom in (one, other)):
            return False
        between_them = set(letters_of(tokens, one.last + 1, other.first))
        if not between_them or not between_them <= _LISTING:
            return False
        if other.last + 1 < len(tokens) and tokens[other.last + 1].letter in _YEAR_WORDS:
            return True
    return False
