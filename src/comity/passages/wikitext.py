"""Wikitext → blocks and tables: headings, paragraphs, lists, tables; templates and links by what they show."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from comity.model.passage import PassageKind
from comity.passages.block import Block, Piece, RawCell
from comity.passages.plain import LOST_LEVEL
from comity.passages.residue import LeftOut, clean, is_residue_line
from comity.passages.weave import Weave, reads_on
from comity.passages.wikitext_inline import Inline
from comity.passages.wikitext_marks import find_marks, outermost
from comity.passages.wikitext_tables import TableReader

_HEADING = re.compile(r"[ \t]*(={1,6})[ \t]*([^=\s].*?)[ \t]*\1[ \t]*(?:<!--.*|\[[^\[\]\n]*\][ \t]*)*$")
_ITEM = re.compile(r"([*#:;]+)[ \t]*")
_OPTION = re.compile(
    r"(?:thumb|thumbnail|frame|frameless|border|left|right|center|centre|none|upright\S*|\d*x?\d+ ?px)$"
    r"|(?:alt|link|lang|page)=.*$"
)
_BOLD_LINE = re.compile(r"[ \t]*'''[^'\\n]{1,80}[^'\\n.:;,!?]'''[ \\t]*$")
_RULE = re.compile(r"-{4,}[ \t]*$")


def read_wikitext(source: str, start: int, end: int, left_out: LeftOut) -> Iterator[Piece]:
    """The blocks and tables of source[start:end] read as wikitext, in order.

    "*{{flag|Peru}} [[Lima]]" gives an item "Peru Lima" with the name Peru. Templates that show nothing known, notes,
    comments, categories are left out, and noted by name.
    """
    return _Wikitext(source, start, end, left_out).pieces()


class _Wikitext:
    """Walks the lines of a page; a line break inside a template, note or comment ends no line."""

    def __init__(self, source: str, start: int, end: int, left_out: LeftOut) -> None:
        self.source, self.left_out = source, left_out
        self.marks = find_marks(source, start, end)
        self.inline = Inline(source, self.marks, left_out)
        self.held = [(mark.start, mark.end) for mark in outermost(self.marks)]
        self.held_starts = [begin for begin, _ in self.held]
        self.lines = list(_lines(source, start, end, self.held))
        self.paragraph: list[tuple[int, int]] = []

    def pieces(self) -> Iterator[Piece]:
        """All pieces, in order."""
        index = 0
        while index < len(self.lines):
            start, end = self.lines[index]
            text = self.source[start:end]
            stripped = text.lstrip(" \t:")
            if stripped.startswith("{|"):
                yield from self._flush()
                table = TableReader(self.source, self.marks, self.cell)
                index = table.read(self.lines, index)
                yield from sorted(table.done, key=lambda one: one.start)
                yield from self._captions()
                continue
            yield from self._line(start, end, text)
            index += 1
        yield from self._flush()

    def _line(self, start: int, end: int, text: str) -> Iterator[Piece]:
        heading = _HEADING.match(text) if text.lstrip().startswith("=") else None
        item = _ITEM.match(text)
        if not text.strip() or is_residue_line(text) or _RULE.match(text):
            if text.strip():
                self.left_out.note("navigation line", start, end)
            yield from self._flush()
        elif heading is not None:
            yield from self._flush()
            span = (start + heading.start(2), start + heading.end(2))
            yield from self._block(PassageKind.HEADING, start, end, [span], len(heading.group(1)))
        elif item is not None:
            yield from self._flush()
            titled = item.group(1) == ";" and ":" not in text
            kind, level = (PassageKind.HEADING, LOST_LEVEL) if titled else (PassageKind.ITEM, len(item.group(1)) - 1)
            yield from self._block(kind, start, end, [(start + item.end(), end)], level)
        else:
            self.paragraph.append((start, end))

    def _flush(self) -> Iterator[Piece]:
        if self.paragraph:
            spans, self.paragraph = self.paragraph, []
            titled = len(spans) == 1 and _BOLD_LINE.match(self.source, *spans[0]) is not None
            kind, level = (PassageKind.HEADING, LOST_LEVEL) if titled else (PassageKind.PARAGRAPH, 0)
            yield from self._block(kind, spans[0][0], spans[-1][1], spans, level)

    def _block(
        self, kind: PassageKind, start: int, end: int, spans: Sequence[tuple[int, int]], level: int
    ) -> Iterator[Piece]:
        weave = Weave(self.source)
        for index, (first, last) in enumerate(spans):
            if index and not reads_on(self.source[spans[index - 1][1] - 1], self.source[first]):
                weave.put(" ", spans[index - 1][1], first)
            self.inline.take(first, last, weave)
        body = clean(weave.text(), self.left_out)
        if body.text or weave.names:
            while self.source[end - 1].isspace():
                end -= 1
            while self.source[start].isspace():
                start += 1
            yield Block(kind=kind, start=start, end=end, body=body, level=level, names=tuple(weave.names))
        yield from self._captions()

    def cell(self, start: int, end: int) -> RawCell:
        """A table's cell of source[start:end]: its lists and paragraphs on lines of their own."""
        weave = Weave(self.source)
        at = start
        held = self.held[bisect_left(self.held_starts, start) : bisect_left(self.held_starts, end)]
        for first, last in _lines(self.source, start, end, held):
            item = _ITEM.match(self.source, first, last)
            if at < first:
                if item is not None or not self.source[first:last].strip():
                    weave.line_break(at, first)
                else:
                    weave.put(" ", at, first)
            self.inline.take(item.end() if item is not None and first > start else first, last, weave)
            at = last
        return RawCell(body=clean(weave.text(), self.left_out), names=tuple(weave.names))

    def _captions(self) -> Iterator[Piece]:
        """The captions of the pictures met since the last time."""
        waiting, self.inline.captions = self.inline.captions, []
        for mark, start, end in waiting:
            if _OPTION.match(self.source[start:end].strip()):
                continue
            weave = Weave(self.source)
            self.inline.take(start, end, weave)
            body = clean(weave.text(), self.left_out)
            if body.text:
                names = tuple(weave.names)
                yield Block(kind=PassageKind.CAPTION, start=mark.start, end=mark.end, body=body, names=names)


def _lines(source: str, start: int, end: int, held: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a stretch; a line break inside a held stretch ends none."""
    line_start = at = start
    index = 0
    while (stop := source.find("\n", at, end)) >= 0:
        while index < len(held) and held[index][1] <= stop:
            index += 1
        if index < len(held) and held[index][0] < stop:
            at = held[index][1]
            continue
        yield line_start, stop - (stop > line_start and source[stop - 1] == "\r")
        line_start = at = stop + 1
    if line_start < end:
        yield line_start, end
