"""Wikitext's tables: ``{|`` to ``|}``, with their rows, head cells, attributes and tables inside tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from comity.model.passage import PassageKind
from comity.passages.block import Block, RawCell, RawRow, RawTable
from comity.passages.wikitext_marks import CELLS, HEADER_CELLS, PIPES, Mark, split_at

_ATTRIBUTES = re.compile(r"[^\[\]{}\n]*$")
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,4})", re.IGNORECASE)
_MOST_COLUMNS, _MOST_ROWS = 200, 5000


class _Open:
    """A table while it is read: its rows, the cells of the row that is open, the cell that may go on."""

    __slots__ = ("broken", "caption", "cells", "rows", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.rows: list[RawRow] = []
        self.cells: list[tuple[int, int, int, bool]] = []  # line's start, content's start and end, head?
        self.caption: tuple[int, int, int] | None = None
        self.broken = False  # a table stood inside the last cell: what follows is no part of its stretch


class TableReader:
    """Reads one table and those inside it; what is read to its end is in ``done``, inner tables first."""

    def __init__(self, source: str, marks: Mapping[int, Mark], cell: Callable[[int, int], RawCell]) -> None:
        self.source, self.marks, self.cell = source, marks, cell
        self.open: list[_Open] = []
        self.done: list[RawTable] = []

    def read(self, lines: Sequence[tuple[int, int]], index: int) -> int:
        """Read the table that begins on this line; gives the line after it. Without an end it ends with the page."""
        while index < len(lines):
            self._line(*lines[index])
            index += 1
            if not self.open:
                return index
        while self.open:
            self._close(lines[-1][1])
        return index

    def _line(self, start: int, end: int) -> None:
        text = self.source[start:end]
        bare = text.lstrip(" \t:")
        begin = start + len(text) - len(bare)
        if bare.startswith("{|"):
            self.open.append(_Open(begin))
            return
        table = self.open[-1]
        if bare.startswith("|}") and not bare.startswith("|}}"):
            self._close(begin + 2)
        elif bare.startswith("|-"):
            self._end_row(table)
        elif bare.startswith("|+"):
            table.caption = (begin, begin + 2, end)
        elif bare.startswith(("|", "!")):
            self._cells(table, begin, end, bare.startswith("!"))
        elif table.cells and table.broken and bare:
            table.cells.append((begin, begin, end, False))
            table.broken = False
        elif table.cells and bare:
            first, content, _, head = table.cells[-1]
            table.cells[-1] = (first, content, end, head)
        elif table.caption is not None and not table.rows and bare:
            table.caption = (*table.caption[:2], end)

    def _cells(self, table: _Open, begin: int, end: int, head: bool) -> None:
        for first, last in split_at(self.source, begin + 1, end, self.marks, HEADER_CELLS if head else CELLS):
            table.cells.append((begin, first, last, head))
        table.broken = False

    def _end_row(self, table: _Open) -> None:
        if not table.cells:
            return
        cells = tuple(self._cell(start, end, head) for _, start, end, head in table.cells)
        start, end = table.cells[0][0], table.cells[-1][2]
        while self.source[end - 1].isspace():
            end -= 1
        table.rows.append(RawRow(start=start, end=end, cells=cells))
        table.cells = []

    def _cell(self, start: int, end: int, head: bool) -> RawCell:
        """A cell; what stands before its single bar is attributes."""
        parts = split_at(self.source, start, end, self.marks, PIPES)
        attributes = ""
        if len(parts) > 1 and _ATTRIBUTES.match(self.source[parts[0][0] : parts[0][1]]):
            attributes = self.source[parts[0][0] : parts[0][1]]
            start = parts[1][0]
        spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(attributes)}
        return replace(
            self.cell(start, end),
            is_header=head,
            columns=min(max(spans.get("col", 1), 1), _MOST_COLUMNS),
            rows=min(max(spans.get("row", 1), 1), _MOST_ROWS),
        )

    def _close(self, end: int) -> None:
        table = self.open.pop()
        self._end_row(table)
        caption = None
        if table.caption is not None:
            begin, start, stop = table.caption
            read = self._cell(start, stop, False)
            if read.body.text:
                caption = Block(kind=PassageKind.CAPTION, start=begin, end=stop, body=read.body, names=read.names)
        if self.open:
            self.open[-1].broken = True
        if table.rows or caption is not None:
            self.done.append(RawTable(start=table.start, end=end, rows=tuple(table.rows), caption=caption))
