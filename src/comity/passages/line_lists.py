"""Blocks of short lines that are lists without marks: names with days, states with cities, states alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.passages.lines import Line, Shape

_LABEL = re.compile(r"[^:：\n]{1,40}?(?:[ \t]+[–—-][ \t]+|[ \t]*[:：][ \t]*)\S")
_BRACKET = re.compile(r"[^()（）\n]{1,40}[(（][^()（）\n]{1,60}[)）][ \t]*$")
_FEWEST = 3
_LONGEST_NAME, _LONGEST_LINE = 40, 60


def count_heads(lines: Sequence[Line]) -> int | None:
    """How many lines of a block head the list that it is, 0 or 1; ``None`` where it is no list.

    "Embassies" over "Kenya – Nairobi" and "Belgium – Brussels" heads it. Refuses lines that are sentences.
    """
    if len(lines) < 2 or not all(line.shape in (Shape.SHORT, Shape.DATE) or _is_stopped(line) for line in lines):
        return None
    told = [_tells(line) for line in lines]
    headed = lines[0].shape is Shape.SHORT and not told[0] and all(told[1:])
    if headed:
        return 1 if len(lines) >= _FEWEST or _is_labelled(lines[1]) else None
    if len(lines) < _FEWEST:
        return 0 if all(map(_is_labelled, lines)) else None
    return 0 if any(map(has_digit, lines)) or all(told) or all(map(_is_name, lines)) else None


def _tells(line: Line) -> bool:
    """Whether a line says something of a name: a day, what stands behind a dash or a colon, or in a bracket."""
    return has_digit(line) or _is_labelled(line) or _BRACKET.match(line.text.strip()) is not None


def _is_labelled(line: Line) -> bool:
    return _LABEL.match(line.text.strip()) is not None


def _is_stopped(line: Line) -> bool:
    """Whether a line only ends like a sentence: "Савет Европе – од 27. априла 1999."."""
    bare = line.bare
    return line.shape is Shape.PROSE and len(bare) <= _LONGEST_LINE and _is_labelled(line) and bare[-2:-1].isdigit()


def _is_name(line: Line) -> bool:
    return len(line.bare) <= _LONGEST_NAME


def has_digit(line: Line) -> bool:
    """Whether a digit of any script stands in a line."""
    return any(letter.isdigit() for letter in line.text)
