"""Blocks and tables → passages: each under its headings, with its language, its row's place, its lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from comity.model.passage import Cell, Heading, MappedText, Passage, PassageKind, RowPlace
from comity.model.selector import Selector
from comity.passages.block import Block, Piece, RawTable
from comity.passages.language import guess_language
from comity.passages.table import Grid, Row, lay_out


class Assembly:
    """Places the pieces of one document; holds the headings and leads that are open, and counts its tables."""

    def __init__(self, document: str, source: str, language: str) -> None:
        self.document, self.source, self.language = document, source, language
        self.headings: list[Heading] = []
        self.leads: list[tuple[int, Selector]] = []
        self.tables = 0
        self.pairs = 0
        self.title_start = -1

    def passages(self, pieces: Iterable[Piece]) -> Iterator[Passage]:
        """The passages of the pieces, in order."""
        for number, piece in enumerate(pieces):
            if number == 0 and isinstance(piece, Block) and piece.level == 1:
                self.title_start = piece.start
            if isinstance(piece, RawTable):
                self.leads, self.pairs = [], 0
                yield from self._table(piece)
            else:
                yield self._block(piece)

    def _block(self, block: Block) -> Passage:
        if block.kind is PassageKind.HEADING:
            return self._heading(block)
        place = None
        if block.cells:
            self.tables += self.pairs == 0
            self.pairs += 1
            place = self._place(self.pairs)
        elif block.kind is not PassageKind.ITEM:
            self.pairs = 0
        lead = self._lead(block)
        cells = tuple(Cell(body=body, header="") for body in block.cells)
        return self._passage(
            block.kind, block.start, block.end, block.body, names=block.names, cells=cells, place=place, lead=lead
        )

    def _heading(self, block: Block) -> Passage:
        self.leads, self.pairs = [], 0
        self._leave(block.level)
        passage = self._passage(block.kind, block.start, block.end, block.body, names=block.names)
        self._enter(block.level, block.start, block.end, block.body)
        return passage

    def _enter(self, level: int, start: int, end: int, body: MappedText) -> None:
        self.headings.append(Heading(text=body.text, level=level, selector=Selector.of(self.source, start, end)))

    def _leave(self, level: int) -> None:
        while self.headings and self.headings[-1].level >= level:
            self.headings.pop()

    def _lead(self, block: Block) -> Selector | None:
        """The item that this one hangs under; a paragraph that opens a list leads its outermost items."""
        level = block.level if block.kind is PassageKind.ITEM else -1
        opens = level >= 0 or block.body.text.endswith((":", "："))
        if not opens:
            self.leads = []
            return None
        while self.leads and self.leads[-1][0] >= level:
            self.leads.pop()
        lead = self.leads[-1][1] if self.leads and level >= 0 else None
        self.leads.append((level, Selector.of(self.source, block.start, block.end)))
        return lead

    def _table(self, table: RawTable) -> Iterator[Passage]:
        self.tables += 1
        if table.caption is not None:
            caption = table.caption
            yield self._passage(PassageKind.CAPTION, caption.start, caption.end, caption.body, names=caption.names)
        grid = lay_out(table)
        head = None if grid.head is None else Selector.of(self.source, *grid.head)
        group = max((heading.level for heading in self.headings), default=0) + 1
        for row in grid.rows:
            if row.number == 0:
                yield from self._group(row, group)
            elif row.body.text or any(cell.names for cell in row.cells):
                yield self._row(row, head)
        self._leave(group)
        yield from self._bare_head(grid)

    def _group(self, row: Row, level: int) -> Iterator[Passage]:
        """A row that names the rows after it: a heading."""
        self._leave(level)
        if row.body.text:
            yield self._passage(PassageKind.HEADING, row.start, row.end, row.body)
            self._enter(level, row.start, row.end, row.body)

    def _row(self, row: Row, head: Selector | None) -> Passage:
        return self._passage(
            PassageKind.ROW, row.start, row.end, row.body, cells=row.cells, place=self._place(row.number), head=head
        )

    def _bare_head(self, grid: Grid) -> Iterator[Passage]:
        """A head with no row under it is still text: a caption."""
        if grid.head is not None and grid.head_body is not None and grid.head_body.text and not grid.rows:
            yield self._passage(PassageKind.CAPTION, *grid.head, grid.head_body)

    def _place(self, row: int) -> RowPlace:
        """Where a row stands; the document's own title is no heading over a table."""
        near = self.headings[-1] if self.headings else None
        heading = None if near is None or near.selector.start == self.title_start else near.text
        return RowPlace(table=self.tables, row=row, heading=heading)

    def _passage(
        self,
        kind: PassageKind,
        start: int,
        end: int,
        body: MappedText,
        *,
        names: Sequence[MappedText] = (),
        cells: tuple[Cell, ...] = (),
        place: RowPlace | None = None,
        head: Selector | None = None,
        lead: Selector | None = None,
    ) -> Passage:
        return Passage(
            document=self.document,
            kind=kind,
            start=start,
            end=end,
            body=body,
            language=guess_language(body.text, self.language),
            headings=tuple(self.headings),
            cells=cells,
            place=place,
            head=head,
            lead=lead,
            names=tuple(names),
        )
