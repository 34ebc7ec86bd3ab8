"""Rows and cells as written → rows as a reader sees them: spans filled, columns named, rows numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.model.passage import Cell, MappedText
from comity.passages.block import RawCell, RawRow, RawTable
from comity.passages.weave import Offsets, empty, join

_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row below the head: its stretch, its cells (one a column, those covered from above included), its plain text.

    ``number`` counts from 1 within the table; a row with one cell over all columns names a group: ``number`` is 0.
    """

    start: int
    end: int
    cells: tuple[Cell, ...]
    body: MappedText
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as a reader sees it; ``head`` is the stretch of its header rows."""

    head: tuple[int, int] | None
    head_body: MappedText | None
    rows: tuple[Row, ...]


def lay_out(table: RawTable) -> Grid:
    """The table with its columns named by its head, its spans filled and its rows numbered.

    A head is what the format marks as one, else a first row whose cells hold no digit above rows that do. A row counts
    although its first cell is empty: its party is missing, not the row.
    """
    laid = list(_filled(table.rows))
    width = max(map(len, laid), default=0)
    heads = _head_size(table.rows, width)
    headers = _headers(laid[:heads])
    rows: list[Row] = []
    number = 0
    for raw, cells in list(zip(table.rows, laid, strict=True))[heads:]:
        group = _is_group(raw, len(headers) or width)
        number += not group
        rows.append(_row(raw, cells, headers, 0 if group else number))
    if heads == 0:
        return Grid(head=None, head_body=None, rows=tuple(rows))
    body = join(_with_bars([cell.body for raw in table.rows[:heads] for cell in raw.cells]))
    return Grid(head=(table.rows[0].start, table.rows[heads - 1].end), head_body=body, rows=tuple(rows))


def _row(raw: RawRow, cells: Sequence[RawCell], headers: Sequence[str], number: int) -> Row:
    named = tuple(
        Cell(body=cell.body, header=headers[column] if column < len(headers) else "", names=cell.names)
        for column, cell in enumerate(cells)
    )
    body = join(_with_bars([cell.body for cell in raw.cells]))
    return Row(start=raw.start, end=raw.end, cells=named, body=body if body.text else empty(raw.start), number=number)


def _filled(rows: Sequence[RawRow]) -> Iterator[list[RawCell]]:
    """Each row's cells, one a column: those that reach down from above, too; empty ones where one reaches over."""
    hanging: dict[int, tuple[RawCell, int]] = {}
    for row in rows:
        cells: list[RawCell] = []
        following: dict[int, tuple[RawCell, int]] = {}
        fresh = iter(row.cells)
        cell = next(fresh, None)
        while len(cells) < _MOST_COLUMNS and (cell is not None or len(cells) in hanging):
            above = hanging.get(len(cells))
            if above is not None:
                _place(cells, following, above[0], above[1])
                continue
            assert cell is not None
            _place(cells, following, cell, cell.rows)
            if cell.columns > 1:
                over = replace(cell, body=empty(row.start), names=())
                for _ in range(min(cell.columns - 1, _MOST_COLUMNS - len(cells))):
                    _place(cells, following, over, cell.rows)
            cell = next(fresh, None)
        hanging = following
        yield cells


def _place(cells: list[RawCell], following: dict[int, tuple[RawCell, int]], cell: RawCell, left: int) -> None:
    """Put a cell in the next column; it hangs into the next row while rows are left to it."""
    if left > 1:
        following[len(cells)] = (cell, left - 1)
    cells.append(cell)


def _head_size(rows: Sequence[RawRow], width: int) -> int:
    """How many of the first rows are the table's head."""
    size = 0
    while size < len(rows) and (rows[size].in_head or all(cell.is_header for cell in rows[size].cells)):
        if size > 0 and not rows[size].in_head and _is_group(rows[size], width):
            break
        size += 1
    if size or len(rows) < 3 or any(cell.is_header for row in rows for cell in row.cells):
        return size if size < len(rows) else 0
    return int(_looks_like_head(rows))


def _looks_like_head(rows: Sequence[RawRow]) -> bool:
    first = rows[0].cells
    if len(first) < 2 or any(_has_digit(cell) or not cell.body.text for cell in first):
        return False
    below = [any(_has_digit(cell) for cell in row.cells) for row in rows[1:]]
    return sum(below) * 2 > len(below)


def _has_digit(cell: RawCell) -> bool:
    return any(letter.isdigit() for letter in cell.body.text)


def _is_group(row: RawRow, width: int) -> bool:
    """Whether the row is one cell across the table, the name of the rows that follow."""
    filled = [cell for cell in row.cells if cell.body.text]
    return (
        width > 1 and len(filled) == 1 and len(row.cells) == 1 and (filled[0].columns >= width or filled[0].is_header)
    )


def _headers(rows: Sequence[Sequence[RawCell]]) -> list[str]:
    """Each column's name, of several header rows from the top down."""
    width = max((len(cells) for cells in rows), default=0)
    names: list[str] = []
    for column in range(width):
        parts: list[str] = []
        for cells in rows:
            text = cells[column].body.text if column < len(cells) else ""
            if text and text not in parts:
                parts.append(text)
        names.append(" ".join(parts).replace("\n", " "))
    return names


def _with_bars(bodies: Sequence[MappedText]) -> list[MappedText]:
    """The bodies with " | " between them."""
    out: list[MappedText] = []
    for body in bodies:
        if not body.text:
            continue
        if out:
            start, end = out[-1].ends[-1], body.offsets[0]
            out.append(MappedText(text=" | ", offsets=_held(start), ends=_held(max(start, end))))
        out.append(replace(body, text=body.text))
    return out


def _held(position: int) -> Offsets:
    return Offsets([0], [position], [0], 3)


join_with_bars = _with_bars
