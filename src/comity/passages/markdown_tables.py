"""Pandoc's tables drawn with lines: grids whose cells hold several lines, and tables of dashes and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import combining, east_asian_width

from comity.model.passage import MappedText
from comity.passages.block import RawCell, RawRow, RawTable
from comity.passages.lines import BULLET, Line, Shape
from comity.passages.markdown_inline import take_markdown
from comity.passages.residue import LeftOut, clean
from comity.passages.weave import Weave, reads_on

_GRID_LINE = re.compile(r"[ \t]*\+(?:[-=:]+\+)+[ \t]*$")
_PARTIAL = re.compile(r"\+[-=:]{2,}\+|\+[-=:]{2,}[|]|[|][-=:]{2,}\+")
_DASHES = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})*[ \t]*$")
_GROUP = re.compile(r"-+")


def is_grid_line(text: str) -> bool:
    """Whether a line is a grid's border from edge to edge: ``+-----+:---:+``."""
    return _GRID_LINE.match(text) is not None


def is_dashes(text: str) -> bool:
    """Whether a line is groups of dashes, which mark columns."""
    return _DASHES.match(text) is not None and len(text.strip()) >= 3


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line with the place of each column on the screen: a wide character takes two, a combining one none."""

    line: Line
    wide: bool

    @classmethod
    def of(cls, line: Line) -> _Drawn:
        return cls(line, not line.text.isascii())

    def index(self, column: int) -> int:
        """Which character of the line stands at a screen column."""
        if not self.wide:
            return min(column, len(self.line.text))
        at = 0
        for index, letter in enumerate(self.line.text):
            if at >= column:
                return index
            at += _width(letter)
        return len(self.line.text)

    def at(self, column: int) -> str:
        """The character at a screen column, "" beyond the end."""
        index = self.index(column)
        return self.line.text[index] if index < len(self.line.text) else ""


def _width(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def read_grid_table(source: str, lines: Sequence[Line], index: int, left_out: LeftOut) -> tuple[int, RawTable] | None:
    """How many lines the grid at ``index`` takes, and its table; ``None`` where it has no second border."""
    last = index
    while last < len(lines) and lines[last].text.lstrip().startswith(("+", "|")):
        last += 1
    borders = [at for at in range(index, last) if is_grid_line(lines[at].text)]
    if len(borders) < 2:
        return None
    edges = sorted({column for at in borders for column, letter in enumerate(lines[at].text) if letter == "+"})
    head_end = next((at for at in borders if "=" in lines[at].text), -1)
    rows: list[RawRow] = []
    for above, below in pairwise(borders):
        body = [_Drawn.of(line) for line in lines[above + 1 : below]]
        if body:
            rows.extend(_grid_rows(source, body, edges, left_out, in_head=below <= head_end))
    taken = borders[-1] - index + 1
    return taken, RawTable(start=lines[index].start, end=lines[borders[-1]].end, rows=tuple(rows))


def _grid_rows(
    source: str, body: Sequence[_Drawn], edges: Sequence[int], left_out: LeftOut, *, in_head: bool
) -> Iterator[RawRow]:
    """The rows between two borders: one, or more where borders inside them stop short of an edge."""
    cuts = [at for at, drawn in enumerate(body) if _PARTIAL.search(drawn.line.text)]
    starts = [0, *(cut + 1 for cut in cuts)]
    stops = [*cuts, len(body)]
    for number, (start, stop) in enumerate(zip(starts, stops, strict=True)):
        cells: list[RawCell] = []
        for left, right in _spans(body[start:stop] or [body[start - 1]], edges):
            if number and not _is_cut(body[cuts[number - 1]], edges[left]):
                continue
            covered = _rows_down(body, cuts, number, edges[left])
            inner = body[start : stops[number + covered - 1]]
            raw = _cell_text(
                inner, edges[left] + 1, edges[right], [cuts[at] - start for at in range(number, number + covered - 1)]
            )
            cells.append(_cell(source, raw, right - left, covered, left_out))
        first, last = body[start], body[max(stop - 1, start)]
        if cells:
            begin = first.line.start + first.line.indent
            yield RawRow(
                start=begin, end=last.line.start + len(last.line.text.rstrip()), cells=tuple(cells), in_head=in_head
            )


def _spans(body: Sequence[_Drawn], edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The cells of a row as (left edge, right edge), an edge counted only where every line has it drawn."""
    left = 0
    for right in range(1, len(edges)):
        if right == len(edges) - 1 or all(drawn.at(edges[right]) in ("|", "+") for drawn in body):
            yield left, right
            left = right


def _is_cut(drawn: _Drawn, edge: int) -> bool:
    """Whether a border inside the row is drawn just right of this edge."""
    return drawn.at(edge + 1) in ("-", "=", ":")


def _rows_down(body: Sequence[_Drawn], cuts: Sequence[int], number: int, edge: int) -> int:
    covered = 1
    while number + covered - 1 < len(cuts) and not _is_cut(body[cuts[number + covered - 1]], edge):
        covered += 1
    return covered


def _cell_text(body: Sequence[_Drawn], left: int, right: int, skip: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of source, line by line, that one cell covers."""
    out = []
    for at, drawn in enumerate(body):
        first, last = drawn.index(left), drawn.index(right)
        if at in skip and drawn.line.text[first:last].strip("-=: +"):
            continue
        out.append((drawn.line.start + first, drawn.line.start + last))
    return out


def _cell(source: str, stretches: Sequence[tuple[int, int]], columns: int, rows: int, left_out: LeftOut) -> RawCell:
    """A cell of several lines: wrapped lines joined, list items and paragraphs on lines of their own."""
    raw = _raw(source, stretches)
    weave = Weave(raw.text)
    at = 0
    for line in raw.text.split("\n"):
        mark = BULLET.match(line)
        if mark is not None:
            weave.line_break(at, at + mark.end())
        elif at:
            weave.line_break(at - 1, at)
        take_markdown(raw.text, at + (mark.end() if mark else 0), at + len(line), weave)
        at += len(line) + 1
    names = tuple(_through(name, raw) for name in weave.names)
    return RawCell(body=clean(_through(weave.text(), raw), left_out), names=names, columns=columns, rows=rows)


def _raw(source: str, stretches: Sequence[tuple[int, int]]) -> MappedText:
    """The cell's source: lines that go on joined by a blank, others by a line break."""
    texts: list[str] = []
    offsets: list[int] = []
    broken = False
    for start, end in stretches:
        text = source[start:end].rstrip()
        start += len(text) - len(text.lstrip())  # noqa: PLW2901
        text = text.lstrip()
        if not text or not text.strip("\\"):
            broken = True
            continue
        hard = text.endswith("\\")  # a line break that is written
        text = text.removesuffix("\\")
        if texts:
            own_line = broken or BULLET.match(text + " x") is not None
            if own_line or not reads_on(texts[-1][-1], text[0]):
                texts.append("\n" if own_line else " ")
                offsets.append(start - 1)
        texts.append(text)
        offsets.extend(range(start, start + len(text)))
        broken = hard
    return MappedText(text="".join(texts), offsets=offsets, ends=[at + 1 for at in offsets])


def _through(text: MappedText, raw: MappedText) -> MappedText:
    """Text whose places are in ``raw``, with its places in the source instead."""
    size = len(raw.text)
    offsets = [raw.offsets[min(at, size - 1)] for at in text.offsets]
    ends = [raw.ends[min(max(at, 1), size) - 1] for at in text.ends]
    return MappedText(text=text.text, offsets=offsets, ends=ends)


def read_simple_table(source: str, lines: Sequence[Line], index: int, left_out: LeftOut) -> tuple[int, RawTable] | None:
    """How many lines the table of dashes at ``index`` takes, and its table; ``None`` where there is none.

    Simple tables have a head over groups of dashes and a row a line, up to a blank line; multi-line ones stand between
    two full lines of dashes, their rows parted by blank lines.
    """
    ruler = _ruler(lines, index)
    if ruler is None:
        return None
    columns = _columns(lines[ruler].text)
    framed = is_dashes(lines[index].text) and ruler > index
    headless = ruler == index
    last, bodies = _bodies(lines, ruler + 1, framed=framed, headless=headless)
    if not bodies:
        return None
    rows = []
    head = lines[index + framed : ruler]
    if head:
        rows.append(_drawn_row(source, head, columns, left_out, in_head=True))
    rows.extend(_drawn_row(source, body, columns, left_out, in_head=False) for body in bodies)
    return last - index, RawTable(start=lines[index].start, end=lines[last - 1].end, rows=tuple(rows))


def _ruler(lines: Sequence[Line], index: int) -> int | None:
    """Which line parts the columns by groups of dashes: this one, the next, or the one under a framed head."""
    for at in range(index, min(index + 12, len(lines))):
        text = lines[at].text
        if is_dashes(text) and len(_GROUP.findall(text)) > 1:
            return at
        if lines[at].shape is Shape.BLANK or (at > index and not is_dashes(lines[index].text)):
            return None
    return None


def _columns(text: str) -> list[int]:
    return [found.start() for found in _GROUP.finditer(text)]


def _bodies(lines: Sequence[Line], first: int, *, framed: bool, headless: bool) -> tuple[int, list[list[Line]]]:
    """Where the table ends and the lines of each of its rows."""
    bodies: list[list[Line]] = [[]]
    at = first
    while at < len(lines):
        line = lines[at]
        if is_dashes(line.text):
            return at + 1, [body for body in bodies if body]
        if line.shape is Shape.BLANK:
            if not framed and not headless:
                break
            bodies.append([])
        elif framed:
            bodies[-1].append(line)
        else:
            bodies.append([line])
        at += 1
    return (at, [body for body in bodies if body]) if not framed and not headless else (first, [])


def _drawn_row(
    source: str, body: Sequence[Line], columns: Sequence[int], left_out: LeftOut, *, in_head: bool
) -> RawRow:
    drawn = [_Drawn.of(line) for line in body]
    bounds = [*columns[1:], 100_000]
    left = [0, *columns[1:]]
    cells = []
    for first, last in zip(left, bounds, strict=True):
        stretches = [(one.line.start + one.index(first), one.line.start + one.index(last)) for one in drawn]
        cells.append(_cell(source, stretches, 1, 1, left_out))
    start = body[0].start + body[0].indent
    return RawRow(start=start, end=body[-1].start + len(body[-1].text.rstrip()), cells=tuple(cells), in_head=in_head)
