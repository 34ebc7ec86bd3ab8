"""Markdown → blocks and tables: headings, lists, emphasis, links, and every way pandoc writes a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.model.passage import PassageKind
from comity.passages.block import Block, Piece, RawCell, RawRow, RawTable
from comity.passages.html import read_html
from comity.passages.lines import Line, Shape, split_lines
from comity.passages.markdown_inline import take_markdown
from comity.passages.markdown_tables import is_dashes, is_grid_line, read_grid_table, read_simple_table
from comity.passages.plain import read_lines
from comity.passages.residue import LeftOut, clean, leading_date_end
from comity.passages.weave import Weave

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?(?:[ \t]*\{[^{}]*\})?[ \t]*$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_HTML_BLOCK = re.compile(r"\s{0,3}<(table|ul|ol|dl|h[1-6])[\s>]", re.IGNORECASE)
_REFERENCE = re.compile(r" {0,3}\[[^\[\]\n]+\]:[ \t]*\S")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n){0,60}?(?:---|\.\.\.)[ \t]*\r?\n")
_BAR = re.compile(r"(?<!\\)\|")
_TORN = 60  # lines that one row may be torn over


def read_markdown(source: str, start: int, end: int, left_out: LeftOut) -> Iterator[Piece]:
    """The blocks and tables of source[start:end] read as Markdown, in order.

    Pipe tables, pandoc's grid, simple and multi-line tables and HTML tables give rows; a table's row is its whole
    line or lines. What has no marks is read as plain text is.
    """
    start = _body_start(source, start, end, left_out)
    return _Markdown(source, split_lines(source, start, end), end, left_out).pieces()


def _body_start(source: str, start: int, end: int, left_out: LeftOut) -> int:
    matter = _FRONT_MATTER.match(source, start, end) if source.startswith("---", start) else None
    if matter is not None:
        left_out.note("front matter", matter.start(), matter.end())
        return matter.end()
    return leading_date_end(source, start)


class _Markdown:
    """Walks the lines of a document; what is no structure waits to be read as lines."""

    def __init__(self, source: str, lines: Sequence[Line], end: int, left_out: LeftOut) -> None:
        self.source, self.lines, self.end, self.left_out = source, lines, end, left_out
        self.waiting: list[Line] = []
        self.html_closed_at = -1

    def pieces(self) -> Iterator[Piece]:
        """All pieces, in order."""
        index = 0
        while index < len(self.lines):
            taken, found = self._structure(index)
            if taken == 0:
                self.waiting.append(self.lines[index])
                index += 1
                continue
            yield from self._flush(over=bool(found) and isinstance(found[0], RawTable))
            yield from found
            index += taken
        yield from self._flush()

    def _flush(self, *, over: bool = False) -> Iterator[Piece]:
        """The pieces of the lines that wait; ``over``: a table follows, which the last of them may head."""
        waiting, self.waiting = self.waiting, []
        yield from read_lines(self.source, waiting, self.left_out, take_markdown, over=over)

    def _structure(self, index: int) -> tuple[int, list[Piece]]:
        """How many lines from ``index`` on are one structure, and its pieces; 0 where none begins."""
        line = self.lines[index]
        text = line.text
        if line.shape is Shape.BLANK:
            return 0, []
        if "#" in text and (heading := _ATX.match(text)) and not self._heads_table(index):
            return 1, self._heading(line, line, heading.span(2), len(heading.group(1)))
        if "<" in text and _HTML_BLOCK.match(text):
            return self._html(index)
        if text.lstrip().startswith("+") and is_grid_line(text):
            return self._table(index, read_grid_table(self.source, self.lines, index, self.left_out))
        if "|" in text:
            return self._pipe_table(index)
        if ("--" in text and is_dashes(text)) or self._dashes_below(index):
            return self._table(index, read_simple_table(self.source, self.lines, index, self.left_out))
        if self._is_setext(index):
            level = 1 if self.lines[index + 1].text.lstrip().startswith("=") else 2
            span = (line.indent, len(text.rstrip()))
            return 2, self._heading(line, self.lines[index + 1], span, level)
        if "]:" in text and _REFERENCE.match(text):
            self.left_out.note("link reference", line.start, line.end)
            return 1, []
        return 0, []

    def _dashes_below(self, index: int) -> bool:
        after = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return after.lstrip().startswith("--") and is_dashes(after) and " " in after.strip()

    def _is_setext(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or self.lines[index].shape in (Shape.BULLET, Shape.RULE):
            return False
        alone = not self.waiting or self.waiting[-1].shape is Shape.BLANK
        return alone and _SETEXT.match(self.lines[index + 1].text) is not None

    def _heading(self, line: Line, last: Line, span: tuple[int, int], level: int) -> list[Piece]:
        weave = Weave(self.source)
        take_markdown(self.source, line.start + span[0], line.start + span[1], weave)
        body = clean(weave.text(), self.left_out)
        if not body.text:
            return []
        end = last.start + len(last.text.rstrip())
        start = line.start + line.indent
        names = tuple(weave.names)
        return [Block(kind=PassageKind.HEADING, start=start, end=end, body=body, level=level, names=names)]

    def _html(self, index: int) -> tuple[int, list[Piece]]:
        """An HTML block up to the tag that closes it, else up to the next blank line."""
        found = _HTML_BLOCK.match(self.lines[index].text)
        assert found is not None
        start = self.lines[index].start
        end = self._closing(start, found.group(1).lower())
        taken = index + 1
        while taken < len(self.lines) and (
            self.lines[taken].start < end if end >= 0 else self.lines[taken].shape is not Shape.BLANK
        ):
            taken += 1
        stop = self.lines[taken - 1].end
        return taken - index, list(read_html(self.source, start, stop, self.left_out))

    def _closing(self, start: int, name: str) -> int:
        """Where the element that begins at ``start`` ends, or -1."""
        depth = 0
        for found in re.compile(rf"<(/?){name}[\s>]", re.IGNORECASE).finditer(self.source, start, self.end):
            depth += -1 if found.group(1) else 1
            if depth == 0:
                return found.end()
        return -1

    def _table(self, index: int, table: tuple[int, RawTable] | None) -> tuple[int, list[Piece]]:
        return (table[0], [table[1]]) if table is not None else (0, [])

    def _heads_table(self, index: int) -> bool:
        """Whether a line with bars stands over a line of dashes with bars: "# | Country | Date |" is no heading."""
        after = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return "|" in self.lines[index].text and "|" in after and _DELIMITERS.match(after) is not None

    def _pipe_table(self, index: int) -> tuple[int, list[Piece]]:
        """A table of lines with bars: a head over a line of dashes, or bare rows that begin and end with a bar."""
        after = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        headed = "-" in after and ("|" in after or self.lines[index].text.count("|") == 1) and _DELIMITERS.match(after)
        first = index + 2 if headed else index
        spans = list(self._row_spans(index, first) if headed else self._bare_spans(first))
        if not headed and len(spans) < 2:
            return 0, []
        last = spans[-1][1] if spans else first
        head = [self._row(index, index + 1, in_head=True)] if headed else []
        rows = [
            self._row(low, high, in_head=False, head=index if headed else -1)
            for low, high in spans
            if not _DELIMITERS.match(self.lines[low].text)
        ]
        named = [row for row in head if any(cell.body.text for cell in row.cells)]
        start, end = self.lines[index].start, self.lines[last - 1].end
        return last - index, [RawTable(start=start, end=end, rows=(*named, *rows))]

    def _bare_spans(self, first: int) -> Iterator[tuple[int, int]]:
        """The rows of a table without a head, a line each."""
        while first < len(self.lines) and self._is_row(self.lines[first], bare=True):
            yield first, first + 1
            first += 1

    def _row_spans(self, head: int, first: int) -> Iterator[tuple[int, int]]:
        """The rows below a head: a line each, or the lines over which a row of as many bars as the head was torn.

        "Kenya |⏎21 August 1975 | See … |" is one row below "Country | Formal Relations Began | Notes |".
        """
        bars = self._bars(head)
        while first < len(self.lines):
            torn = self._torn(first, bars)
            if torn is None and not self._is_row(self.lines[first], bare=False):
                return
            last = self._noted(first, bars) if torn is None else torn
            yield first, last
            first = last

    def _noted(self, first: int, bars: int) -> int:
        """Where a row ends whose last cell goes on over lines without bars, up to the next row of the table.

        "Togo | 6 June 1960 | See …" over "Togo has an embassy in Accra." over "Cuba | 1959 | …".
        """
        last = first + 1
        while last < min(len(self.lines), first + _TORN) and self.lines[last].shape is not Shape.BLANK:
            if self._bars(last):
                return last if self._bars(last) == bars == self._bars(first) else first + 1
            last += 1
        return first + 1

    def _torn(self, first: int, bars: int) -> int | None:
        """Where a row ends that was torn over several lines, or None: its lines have as many bars as the head."""
        count = self._bars(first)
        if not 0 < count < bars:
            return None
        last = first + 1
        while last < min(len(self.lines), first + _TORN) and self.lines[last].shape is not Shape.BLANK:
            more = self._bars(last)
            opens = self.lines[last].text.lstrip().startswith("|") and self.lines[last].text.strip() != "|"
            if count + more > bars or (opens and self.lines[first].text.lstrip().startswith("|")):
                return None
            count, last = count + more, last + 1
            if count == bars or (self._is_bar(last - 1) and not (count < bars and self._is_bar(last))):
                return last
        return None

    def _is_bar(self, index: int) -> bool:
        """Whether a line is nothing but a bar."""
        return index < len(self.lines) and self.lines[index].text.strip() == "|"

    def _bars(self, index: int) -> int:
        return len(_BAR.findall(self.lines[index].text))

    def _is_row(self, line: Line, *, bare: bool) -> bool:
        text = line.text.strip()
        return "|" in text and (not bare or (text.startswith("|") and text.endswith("|") and len(text) > 1))

    def _row(self, first: int, last: int, *, in_head: bool, head: int = -1) -> RawRow:
        """The row that the lines from ``first`` up to ``last`` make.

        A bar at an edge is the frame; below a ``head`` that has none there, of as many bars, it parts an empty cell.
        """
        line, final = self.lines[first], self.lines[last - 1]
        begin, end = line.start + line.indent, final.start + len(final.text.rstrip())
        over = self.lines[head].text.strip() if head >= 0 else "||"
        more = head >= 0 and sum(map(self._bars, range(first, last))) > self._bars(head)
        inner_begin = begin + (self.source[begin] == "|" and (more or over.startswith("|")))
        closed = self.source[end - 1] == "|" and end - 1 > begin and self.source[end - 2] != "\\"
        inner_end = end - (closed and (more or over.endswith("|")))
        cells: list[RawCell] = []
        at = inner_begin
        for found in _BAR.finditer(self.source, inner_begin, inner_end):
            cells.append(self._cell(at, found.start()))
            at = found.end()
        cells.append(self._cell(at, max(at, inner_end)))
        return RawRow(start=begin, end=end, cells=tuple(cells), in_head=in_head)

    def _cell(self, start: int, end: int) -> RawCell:
        weave = Weave(self.source)
        take_markdown(self.source, start, end, weave)
        return RawCell(body=clean(weave.text(), self.left_out), names=tuple(weave.names))
