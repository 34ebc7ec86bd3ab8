"""Marks of punctuation, of every script that is read, by what they divide."""

from __future__ import annotations

import re

COMMAS = ",，、،"
CLAUSE_COMMAS = ",，،"  # those that may begin another clause: the one between members of a list does not
SPACED_COMMAS = (",", "،")  # those behind which a blank stands
QUESTIONS = ("?", "？", "؟")
SEMICOLONS = ";；؛"
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
PARTING = ",;.:()，。；、،؛"  # none stands between words that belong together: a title and its state


def count_commas(text: str) -> int:
    """How many commas of any script a stretch has, those within a number left out: "17,4 %"."""
    return sum(text.count(mark) for mark in COMMAS) - len(_DECIMAL.findall(text))


def has_any(text: str, marks: str) -> bool:
    """Whether a stretch has one of these marks."""
    return any(mark in text for mark in marks)
