"""Lines of a table whose columns ran together when it was converted: "#CountryDate" over "1Australia10 October 1970".

A column begins where two things touch that never touch within one: a small letter and a capital, a letter and a digit.
No word of a language decides here, only shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.passages.lines import Line

_FEWEST = 3  # rows of a table
_MOST = 6  # columns
_DATED = 2  # a name and a day: what comes behind them are notes
_LONGEST_HEAD = 90
_NUMBER = re.compile(r"(?:\d{1,3}|[—–-])(?=[^\W\d_])")
_DAY = re.compile(r"(?:[^\W\d_]{3,12}\.?[ \t])?\d")
_HEAD = re.compile(r"#?[^\W\d_#][^\d\n|\t\[]*(?:\[\w{1,3}\][^\d\n|\t\[]*)*$")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glued:
    """A table in a block of lines: the lines it stands on, and the stretches of its cells, the head's first."""

    first: int
    after: int
    rows: tuple[tuple[Span, ...], ...]


def find_glued(lines: Sequence[Line]) -> Glued | None:
    """The first table of a block whose columns ran together.

    Where it has a column of notes, lines that are cut otherwise go on with those of the row before, else they end it.
    ``None`` where no head is glued, or fewer than three rows stand under it: prose holds a "McDonald" or a "G20" here
    and there, no table does so in every line.
    """
    for index, line in enumerate(lines[:-_FEWEST]):
        text = line.text.strip()
        if len(text) > _LONGEST_HEAD or not _HEAD.match(text):
            continue
        head, numbered = _head(line), text.startswith("#")
        if not 2 <= len(head) <= _MOST or not _row(lines[index + 1], len(head), numbered=numbered):
            continue
        rows = list(_rows(lines[index + 1 :], len(head), numbered=numbered))
        if len(rows) >= _FEWEST:
            taken = sum(count for _, count in rows)
            cells = tuple(row for row, _ in rows)
            return Glued(first=index, after=index + 1 + taken, rows=(head, *cells))
    return None


def _rows(lines: Sequence[Line], width: int, *, numbered: bool) -> Iterator[tuple[tuple[Span, ...], int]]:
    """The rows of a table, each with the number of its lines, up to a line that is none of it."""
    noted = width - numbered > _DATED
    last: tuple[Span, ...] = ()
    count = 0
    for line in lines:
        row = _row(line, width, numbered=numbered)
        if row:
            if last:
                yield last, count
            last, count = row, 1
        elif noted:
            last, count = (*last[:-1], (last[-1][0], line.start + len(line.text.rstrip()))), count + 1
        else:
            break
    if last:
        yield last, count


def _head(line: Line) -> tuple[Span, ...]:
    """The names of the columns: "#CountryDate[1]" has three."""
    start, end = line.start + line.indent, line.start + len(line.text.rstrip())
    first = [start + 1] if line.text[line.indent] == "#" else []
    return _between([start, *first, *_seams(line, start + len(first)), end])


def _row(line: Line, width: int, *, numbered: bool) -> tuple[Span, ...]:
    """The cells of a row, as many as the head has; none where the row is not cut so.

    A row without a day has an empty one: "CubaSee Cuba–Fiji relations" is a name and a note.
    """
    start, end = line.start + line.indent, line.start + len(line.text.rstrip())
    cells: list[Span] = []
    if numbered:
        mark = _NUMBER.match(line.text, line.indent)
        if mark is None:
            return ()
        cells, start, width = [(start, line.start + mark.end())], line.start + mark.end(), width - 1
    seams = list(_seams(line, start))
    if not seams:
        return ()
    dated = _DAY.match(line.text, seams[0] - line.start) is not None
    if width > _DATED and not dated:
        return (*cells, (start, seams[0]), (seams[0], seams[0]), (seams[0], end))
    return (*cells, *_between([start, *seams[: width - 1], end])) if dated else ()


def _seams(line: Line, start: int) -> Iterator[int]:
    """Where two things touch behind a place that no column holds side by side: "Fiji|10", "Fiji|May", "1970|See"."""
    text, low = line.text, line.start
    for at in range(start - low + 1, len(text)):
        before, behind = text[at - 1], text[at]
        closed = before.isalpha() or before in ")]"
        capital = behind.isupper() and (before.islower() or before in ")]")
        if (closed and behind.isdigit()) or capital or (before.isdigit() and behind.isalpha()):
            yield low + at


def _between(places: Sequence[int]) -> tuple[Span, ...]:
    return tuple(pairwise(places))
