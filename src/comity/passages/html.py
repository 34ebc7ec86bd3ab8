"""HTML → blocks and tables, offsets kept; what a page hides is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.passage import PassageKind
from comity.passages.block import Block, Piece, RawCell, RawRow, RawTable
from comity.passages.html_attributes import page_name, picture_name
from comity.passages.html_tokens import VOID, Token, TokenKind, attributes, tokens
from comity.passages.residue import LeftOut, clean
from comity.passages.weave import Weave

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = ("ul", "ol", "dl", "menu")
_BLOCK_NAMES = """p div section article main header footer aside blockquote dl dt dd ul ol li pre address figure
figcaption form fieldset table caption thead tbody tfoot tr td th body html hr details summary center head option"""
_BLOCKS = frozenset(_BLOCK_NAMES.split()) | frozenset(_HEADINGS)
_DROPPED_NAMES = "nav script style noscript template svg textarea select button iframe object"
_DROPPED = frozenset(_DROPPED_NAMES.split())
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_COLUMNS, _MOST_ROWS = 200, 5000


def read_html(source: str, start: int, end: int, left_out: LeftOut) -> Iterator[Piece]:
    """The blocks and tables of source[start:end], in order.

    "<h2>Peru</h2><p>Open since 1991.</p>" gives a heading and a paragraph. A table that holds tables or headings is
    layout, and its cells are read as blocks. Hidden elements, navigation, scripts are left out, and noted.
    """
    items = list(tokens(source, start, end))
    reader = _Reader(source, left_out, _layout_tables(items))
    for token in items:
        reader.take(token)
        yield from reader.ready()
    reader.finish(end)
    yield from reader.ready()


def read_inline(source: str, start: int, end: int, weave: Weave) -> None:
    """Take the visible text of source[start:end], which holds no blocks, into the weave."""
    reader = _Reader(source, LeftOut(), frozenset(), weave)
    for token in tokens(source, start, end):
        reader.take_inline(token)


def _layout_tables(items: list[Token]) -> frozenset[int]:
    """Where the tables begin that hold a table or a heading."""
    stack: list[int] = []
    layout: set[int] = set()
    for token in items:
        if token.kind is TokenKind.OPEN and (token.name == "table" or token.name in _HEADINGS):
            if stack:
                layout.add(stack[-1])
            if token.name == "table":
                stack.append(token.start)
        elif token.kind is TokenKind.CLOSE and token.name == "table" and stack:
            stack.pop()
    return frozenset(layout)


class _Table:
    """A table while it is read."""

    __slots__ = ("caption", "cell_open", "cells", "in_head", "row_start", "rows", "spans", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.rows: list[RawRow] = []
        self.cells: list[RawCell] = []
        self.row_start = -1
        self.in_head = False
        self.cell_open = False
        self.spans = (False, 1, 1)
        self.caption: Block | None = None


class _Reader:
    """Turns tokens into blocks; holds what is open."""

    def __init__(self, source: str, left_out: LeftOut, layout: frozenset[int], weave: Weave | None = None) -> None:
        self.source, self.left_out, self.layout = source, left_out, layout
        self.weave = Weave(source) if weave is None else weave
        self.kind, self.begin, self.level = PassageKind.PARAGRAPH, -1, 0
        self.depth = 0
        self.table: _Table | None = None
        self.layouts = 0
        self.hidden: tuple[str, int, int] | None = None
        self.out: list[Piece] = []
        self.last = 0

    def ready(self) -> Iterator[Piece]:
        """What has been read to its end, once each."""
        while self.out:
            yield self.out.pop(0)

    def take(self, token: Token) -> None:
        """Take one token of a page."""
        if self._hides(token):
            return
        if token.kind in (TokenKind.OPEN, TokenKind.CLOSE) and token.name in _BLOCKS:
            self._block_tag(token)
        elif token.kind is TokenKind.OPEN and token.name == "title":
            self._flush(token.start, PassageKind.TITLE, token.start)
        elif token.kind is TokenKind.CLOSE and token.name == "title":
            self._flush(token.end, PassageKind.PARAGRAPH, -1)
        else:
            self.take_inline(token)

    def take_inline(self, token: Token) -> None:
        """Take one token that opens and closes no block."""
        if token.kind is TokenKind.TEXT:
            if self.begin < 0:
                self.begin = token.start
            self.weave.keep(token.start, token.end)
            self.last = token.end
        elif token.kind is TokenKind.ENTITY:
            if self.begin < 0:
                self.begin = token.start
            self.weave.put(token.name, token.start, token.end)
            self.last = token.end
        elif token.kind is TokenKind.OPEN:
            self._inline_tag(token)

    def _inline_tag(self, token: Token) -> None:
        if token.name == "br":
            self.weave.line_break(token.start, token.end)
        elif token.name == "img":
            self._picture(token)
        elif token.name == "a":
            self._link(token)
        elif token.name == "abbr":
            self._name(token, "title")

    def _name(self, token: Token, attribute: str) -> None:
        value = attributes(self.source, token).get(attribute)
        if value is not None:
            self.weave.name(*value)

    def _picture(self, token: Token) -> None:
        """Note what a picture shows: its alternative text, else the words of its file's name."""
        given = attributes(self.source, token)
        alt, src = given.get("alt"), given.get("src")
        if alt is not None and alt[0].strip():
            self.weave.name(*alt)
        elif src is not None:
            self.weave.name(picture_name(src[0]), src[1], src[2])

    def _link(self, token: Token) -> None:
        """Note what a link points to: its title, or the page's name in its address."""
        given = attributes(self.source, token)
        title, href = given.get("title"), given.get("href")
        if title is not None and title[0] not in ("wikilink", ""):
            self.weave.name(*title)
        elif href is not None:
            page = page_name(href[0])
            if page:
                self.weave.name(page, href[1], href[2])

    def _hides(self, token: Token) -> bool:
        """Whether the token is inside an element that the page does not show."""
        if self.hidden is not None:
            name, depth, start = self.hidden
            if token.name == name and token.kind is TokenKind.OPEN and not self.source.endswith("/>", 0, token.end):
                self.hidden = (name, depth + 1, start)
            elif token.name == name and token.kind is TokenKind.CLOSE:
                self.hidden = (name, depth - 1, start) if depth > 1 else None
                if self.hidden is None:
                    self.left_out.note("hidden element", start, token.end)
            return True
        if token.kind is TokenKind.OPEN and token.name not in VOID and self._is_hidden(token):
            self.hidden = (token.name, 1, token.start)
            return True
        return token.kind is TokenKind.SKIPPED

    def _is_hidden(self, token: Token) -> bool:
        if token.name in _DROPPED:
            return True
        if token.end - token.start < len(token.name) + 8:
            return False
        given = attributes(self.source, token)
        return "hidden" in given or ("style" in given and _HIDDEN_STYLE.search(given["style"][0]) is not None)

    def _block_tag(self, token: Token) -> None:
        if token.name in _TABLE_PARTS and (self.table is not None or token.name == "table"):
            self._table_tag(token)
        elif self.table is not None:
            if self.weave and token.name != "hr":
                self.weave.line_break(token.start, token.end)
        elif token.kind is TokenKind.OPEN:
            self._open_block(token)
        else:
            self._close_block(token)

    def _open_block(self, token: Token) -> None:
        if token.name in _LISTS:
            self._flush(token.start, PassageKind.PARAGRAPH, -1)
            self.depth += 1
        elif token.name in ("li", "dd", "dt"):
            self._flush(token.start, PassageKind.ITEM, token.start)
            self.level = max(self.depth - 1, 0) + (token.name == "dd")
        elif token.name in _HEADINGS:
            self._flush(token.start, PassageKind.HEADING, token.start)
            self.level = _HEADINGS[token.name]
        elif self.kind is PassageKind.ITEM and not self.weave and self.begin >= 0:
            return  # <li><p>text: still the item
        else:
            kind = PassageKind.CAPTION if token.name == "figcaption" else PassageKind.PARAGRAPH
            self._flush(token.start, kind, token.start)

    def _close_block(self, token: Token) -> None:
        self._flush(token.end, PassageKind.PARAGRAPH, -1)
        if token.name in _LISTS:
            self.depth = max(self.depth - 1, 0)

    def _flush(self, end: int, kind: PassageKind, begin: int) -> None:
        """Hand over what is open as a block that ends at ``end``, and begin another."""
        if self.weave:
            closing = self.source[self.last : end]
            stop = end if closing.lstrip().startswith("</") else self.last
            block = self._block(self.begin, stop)
            if block is not None:
                self.out.append(block)
        self.weave = Weave(self.source)
        self.kind, self.begin, self.level = kind, begin, 0

    def _block(self, begin: int, end: int) -> Block | None:
        body = clean(self.weave.text(), self.left_out)
        if not body.text:
            return None
        while end > begin and self.source[end - 1].isspace():
            end -= 1
        while self.source[begin].isspace():
            begin += 1
        return Block(kind=self.kind, start=begin, end=end, body=body, level=self.level, names=tuple(self.weave.names))

    def _table_tag(self, token: Token) -> None:
        if token.name == "table":
            self._table_edge(token)
            return
        table = self.table
        assert table is not None
        if token.name == "caption":
            self._caption(table, token)
        elif token.name in ("td", "th"):
            self._close_cell(table)
            if token.kind is TokenKind.OPEN:
                self._open_cell(table, token)
        else:
            self._close_cell(table)
            self._close_row(table, token.end if token.kind is TokenKind.CLOSE and token.name == "tr" else token.start)
            if token.name == "tr" and token.kind is TokenKind.OPEN:
                table.row_start = token.start
            elif token.name != "tr":
                table.in_head = token.name == "thead" and token.kind is TokenKind.OPEN

    def _table_edge(self, token: Token) -> None:
        if token.kind is TokenKind.OPEN:
            self._flush(token.start, PassageKind.PARAGRAPH, -1)
            if token.start not in self.layout:
                self.table = _Table(token.start)
        elif self.table is not None:
            self._close_table(token.start, token.end)

    def _close_table(self, inner_end: int, end: int) -> None:
        table = self.table
        assert table is not None
        self._close_cell(table)
        self._close_row(table, inner_end)
        self.table = None
        self.out.append(RawTable(start=table.start, end=end, rows=tuple(table.rows), caption=table.caption))
        self._flush(end, PassageKind.PARAGRAPH, -1)

    def _caption(self, table: _Table, token: Token) -> None:
        if token.kind is TokenKind.OPEN:
            self.weave, self.begin, self.kind = Weave(self.source), token.start, PassageKind.CAPTION
        elif self.kind is PassageKind.CAPTION:
            table.caption = self._block(self.begin, token.end)
            self.weave, self.kind = Weave(self.source), PassageKind.PARAGRAPH

    def _open_cell(self, table: _Table, token: Token) -> None:
        if table.row_start < 0:
            table.row_start = token.start
        given = attributes(self.source, token)
        columns = _span(given.get("colspan"), _MOST_COLUMNS)
        rows = _span(given.get("rowspan"), _MOST_ROWS)
        table.cell_open, table.spans = True, (token.name == "th", columns, rows)
        self.weave, self.begin = Weave(self.source), token.end

    def _close_cell(self, table: _Table) -> None:
        if self.weave and not table.cell_open:
            self._stray_text(table)
        if not table.cell_open:
            return
        is_header, columns, rows = table.spans
        body = clean(self.weave.text(), self.left_out)
        names = tuple(self.weave.names)
        if not body.text:
            body = body.slice(0, 0)
        table.cells.append(RawCell(body=body, names=names, is_header=is_header, columns=columns, rows=rows))
        table.cell_open = False
        self.weave = Weave(self.source)

    def _stray_text(self, table: _Table) -> None:
        """Text of a table that is in no cell: kept, as a paragraph before it."""
        self.kind, self.level = PassageKind.PARAGRAPH, 0
        block = self._block(max(self.begin, 0), max(self.last, 0))
        if block is not None:
            self.out.append(block)
        self.weave, self.begin = Weave(self.source), -1

    def _close_row(self, table: _Table, end: int) -> None:
        if table.row_start < 0:
            return
        if table.cells:
            while self.source[end - 1].isspace():
                end -= 1
            table.rows.append(RawRow(start=table.row_start, end=end, cells=tuple(table.cells), in_head=table.in_head))
        table.cells, table.row_start = [], -1

    def finish(self, end: int) -> None:
        """Close all that is still open at the end of the source."""
        if self.hidden is not None:
            self.left_out.note("hidden element without an end", self.hidden[2], end)
            self.hidden = None
        if self.table is not None:
            self._close_table(end, end)
        self._flush(end, PassageKind.PARAGRAPH, -1)


def _span(value: tuple[str, int, int] | None, most: int) -> int:
    digits = value[0].strip() if value is not None else ""
    return min(max(int(digits), 1), most) if digits.isdecimal() and len(digits) < 6 else 1
