"""Plain text → blocks: paragraphs, lists in any layout, headings that lost their marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from comity.model.passage import PassageKind
from comity.passages.block import Block, Piece, RawCell, RawRow, RawTable
from comity.passages.glued import Glued, find_glued
from comity.passages.line_lists import count_heads
from comity.passages.lines import (
    BULLET,
    Line,
    Shape,
    columns,
    ends_sentence,
    is_broken_by_width,
    is_prose,
    is_wrapped,
    is_year_line,
    split_lines,
)
from comity.passages.pairs import HEADING, PAIR, alternating, is_alone, paired_blocks, scattered_pairs
from comity.passages.plain_headings import (
    DEEPEST_NUMBER,
    depth_of,
    is_heading,
    is_lead,
    is_numbered_heading,
    opens_with_day,
)
from comity.passages.records import Records, find_records
from comity.passages.residue import LeftOut, clean, is_residue_line, leading_date_end
from comity.passages.table import join_with_bars
from comity.passages.weave import Weave, join

# Levels of headings without marks: below any that have them, so that they never swallow those.
LOST_LEVEL = 5
# "2.1 Visits" hangs under "2. Contacts"; "1992:" and "From Korea:" hang under either.
_LEAD_LEVEL = LOST_LEVEL + DEEPEST_NUMBER
_WIKI_HEADING = re.compile(r"[ \t]*(={1,6})[ \t]*([^=\n].*?)[ \t]*\1[ \t]*(?P<rest>(?:\[[^\[\]\n]*\][ \t]*)*)$")
_TITLE_LINK = re.compile(r"[ \t]*\[\[([^\[\]\n|]+)\]\][ \t]*$")
_DEBRIS = re.compile(r"[ \t]*(?:\|[ \t]*[\w-]+[ \t]*=.*|\}\}[ \t]*)$")
_LONGEST_RESIDUE = 400

Inline = Callable[[str, int, int, Weave], None]


def read_plain(source: str, start: int, end: int, left_out: LeftOut) -> Iterator[Piece]:
    """The blocks of source[start:end] read as plain text, in order.

    A line "Peru" over a line "12 August 1975", again and again, gives one item a pair; lines with tabs give rows; a
    short line without an end mark before prose gives a heading, and so does a "== wiki heading ==" left in the text.
    """
    start = leading_date_end(source, start)
    waiting: list[Line] = []
    for line in split_lines(source, start, end):
        text = line.text  # one character is looked for fifty times as fast as two
        marked = _marked(source, line, left_out) if "=" in text or "[" in text or "}" in text else None
        if marked is None:
            waiting.append(line)
            continue
        yield from read_lines(source, waiting, left_out, keep)
        waiting = []
        yield from marked
    yield from read_lines(source, waiting, left_out, keep)


def _marked(source: str, line: Line, left_out: LeftOut) -> list[Piece] | None:
    """The pieces of a line that has kept its wiki marks; ``None`` where it has none."""
    heading = _WIKI_HEADING.match(line.text)
    title = _TITLE_LINK.match(line.text)
    if heading is not None:
        kind, span, level = PassageKind.HEADING, heading.span(2), len(heading.group(1))
    elif title is not None:
        kind, span, level = PassageKind.TITLE, title.span(1), 1
    elif _DEBRIS.match(line.text):
        left_out.note("template parameter", line.start, line.end)
        return []
    else:
        return None
    weave = Weave(source)
    weave.keep(line.start + span[0], line.start + span[1])
    start = line.start + line.indent
    end = start + len(line.text.strip())
    return [Block(kind=kind, start=start, end=end, body=clean(weave.text(), left_out), level=level)]


def keep(source: str, start: int, end: int, weave: Weave) -> None:
    """Take the stretch as it stands: plain text has no markup."""
    weave.keep(start, end)


def read_lines(
    source: str, lines: Sequence[Line], left_out: LeftOut, inline: Inline, *, over: bool = False
) -> Iterator[Piece]:
    """The blocks of these lines; ``inline`` takes a stretch's visible text into a weave.

    ``over``: a table follows the last of them, which is its heading where it is a short line alone.
    """
    reader = _Lines(source, left_out, inline)
    blocks = _blocks(lines, left_out)
    paired = paired_blocks(blocks)
    scattered = scattered_pairs(blocks)
    fallen = find_records(blocks)
    after = 0
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else []
        if index in fallen:
            yield reader.fallen(fallen[index])
            after = index + fallen[index].blocks
        elif index < after:
            continue
        elif index in scattered:
            yield from reader.scattered(block, scattered[index])
        elif index in paired:
            yield from reader.pair(block)
        elif over and not following and is_alone(block):
            yield from reader.titled(block)
        else:
            yield from reader.block(block, following)


def _blocks(lines: Sequence[Line], left_out: LeftOut) -> list[list[Line]]:
    """The lines between blank ones, without those that are navigation."""
    blocks: list[list[Line]] = []
    open_ = False
    for line in lines:
        if not line.text or line.text.isspace():
            open_ = False
        elif len(line.text) < _LONGEST_RESIDUE and is_residue_line(line.text):
            left_out.note("navigation line", line.start, line.end)
            open_ = False
        elif open_:
            blocks[-1].append(line)
        else:
            blocks.append([line])
            open_ = True
    return blocks


class _Lines:
    """Reads blocks of lines that no blank line parts."""

    def __init__(self, source: str, left_out: LeftOut, inline: Inline) -> None:
        self.source, self.left_out, self.inline = source, left_out, inline

    def block(self, lines: Sequence[Line], following: Sequence[Line]) -> Iterator[Piece]:
        """The pieces of one block; ``following`` is the block after it."""
        if (glued := find_glued(lines)) is not None:
            yield from self._around(lines, glued, following)
            return
        if (len(lines) == 1 and len(lines[0].text) > _LONGEST_RESIDUE and not BULLET.match(lines[0].text)) or is_prose(
            lines
        ):
            yield from self._text(PassageKind.PARAGRAPH, lines)
            return
        shapes = {line.shape for line in lines}
        pairs = 0 if all("\t" in line.text for line in lines) else alternating(lines)
        if pairs:
            yield from self._alternate(lines, pairs)
        elif Shape.BULLET not in shapes and (table := self._table(lines)) is not None:
            yield table
        elif lines[0].shape is Shape.SHORT and len(lines) > 2 and (table := self._table(lines[1:])) is not None:
            yield from self._text(PassageKind.HEADING, lines[:1], level=LOST_LEVEL)
            yield table
        elif shapes <= {Shape.SHORT, Shape.DATE, Shape.PROSE} and is_wrapped(lines):
            yield from self._text(PassageKind.PARAGRAPH, lines)
        elif (heads := count_heads(lines)) is not None:
            yield from self._list(lines, heads)
        else:
            yield from self._mixed(lines, following)

    def _around(self, lines: Sequence[Line], glued: Glued, following: Sequence[Line]) -> Iterator[Piece]:
        """A table whose columns ran together, and what stands before and behind it in its block."""
        if glued.first:
            yield from self.block(lines[: glued.first], [])
        yield self._cut(glued.rows)
        if glued.after < len(lines):
            yield from self.block(lines[glued.after :], following)

    def pair(self, lines: Sequence[Line]) -> Iterator[Piece]:
        """One item of a name line and a date line, each a cell."""
        cells = [self._woven(line.start, line.end) for line in lines]
        texts = tuple(clean(weave.text(), self.left_out) for weave in cells)
        body = join(join_with_bars(texts))
        if body.text:
            start = lines[0].start + lines[0].indent
            names = tuple(name for weave in cells for name in weave.names)
            yield Block(
                kind=PassageKind.ITEM, start=start, end=self._end(lines[-1]), body=body, cells=texts, names=names
            )

    def scattered(self, lines: Sequence[Line], role: str) -> Iterator[Piece]:
        """One block of a list whose every line stands between blank ones: a heading, a pair, or a lone date."""
        if role == HEADING:
            yield from self.titled(lines)
        elif role == PAIR:
            yield from self.pair(lines)

    def fallen(self, records: Records) -> RawTable:
        """The table whose cells fell on lines of their own."""
        rows = [self._fallen_row([(line,) for line in records.head], in_head=True)]
        rows += [
            self._fallen_row([tuple(filter(None, (one,))) for one in (row.name, row.date)] + [row.notes])
            for row in records.rows
        ]
        return RawTable(start=rows[0].start, end=rows[-1].end, rows=tuple(rows))

    def _fallen_row(self, cells: Sequence[Sequence[Line]], *, in_head: bool = False) -> RawRow:
        lines = [line for cell in cells for line in cell]
        bodies = tuple(self._stacked(cell) for cell in cells)
        start, end = lines[0].start + lines[0].indent, self._end(lines[-1])
        return RawRow(start=start, end=end, cells=bodies, in_head=in_head)

    def _stacked(self, lines: Sequence[Line]) -> RawCell:
        """The lines of a cell, without the marks of a list before them."""
        weave = Weave(self.source)
        for number, line in enumerate(lines):
            mark = BULLET.match(line.text)
            start = line.start + (mark.end() if mark else line.indent)
            if number:
                weave.line_break(start - 1, start)
            self.inline(self.source, start, self._end(line), weave)
        return RawCell(body=clean(weave.text(), self.left_out), names=tuple(weave.names))

    def titled(self, lines: Sequence[Line]) -> Iterator[Piece]:
        """A heading without marks."""
        yield from self._text(PassageKind.HEADING, lines, level=LOST_LEVEL)

    def _alternate(self, lines: Sequence[Line], pairs: int) -> Iterator[Piece]:
        first = len(lines) - 2 * pairs
        for line in lines[:first]:
            yield from self._text(PassageKind.HEADING, [line], level=LOST_LEVEL)
        for index in range(first, len(lines), 2):
            yield from self.pair(lines[index : index + 2])

    def _list(self, lines: Sequence[Line], heads: int) -> Iterator[Piece]:
        """A block of short lines: an item each, the first of them headings."""
        for line in lines[:heads]:
            yield from self._text(PassageKind.HEADING, [line], level=LOST_LEVEL)
        for line in lines[heads:]:
            yield from self._text(PassageKind.ITEM, [line])

    def _mixed(self, lines: Sequence[Line], following: Sequence[Line]) -> Iterator[Piece]:
        index = 0
        wrapped = is_broken_by_width(lines)
        while index < len(lines):
            line = lines[index]
            after = lines[index + 1] if index + 1 < len(lines) else following[0] if following and not index else None
            if line.shape is Shape.BULLET and is_numbered_heading(line, after):
                yield from self._numbered(line)
                index += 1
                continue
            if line.shape is Shape.BULLET:
                run = self._bullet_run(lines, index)
                yield from self._bullet(lines[index:run])
                index = run
                continue
            if line.shape is Shape.RULE:
                self.left_out.note("ruled line", line.start, line.end)
            elif is_lead(line, after):
                yield from self._text(PassageKind.HEADING, [line], level=_LEAD_LEVEL)
            elif is_heading(line, after, alone=len(lines) == 1):
                yield from self._text(PassageKind.HEADING, [line], level=LOST_LEVEL + depth_of(line))
            elif after is not None and after.shape in (Shape.PROSE, Shape.BULLET) and is_year_line(line):
                yield from self._text(PassageKind.HEADING, [line], level=_LEAD_LEVEL)
            else:
                run = self._wrap_run(lines, index, wrapped=wrapped)
                dated = line.shape is Shape.DATE or opens_with_day(line)
                kind = PassageKind.ITEM if dated else PassageKind.PARAGRAPH
                yield from self._text(kind, lines[index:run])
                index = run
                continue
            index += 1

    def _numbered(self, line: Line) -> Iterator[Piece]:
        mark = BULLET.match(line.text)
        assert mark is not None
        yield from self._text(PassageKind.HEADING, [line], level=LOST_LEVEL, skip=mark.end())

    def _wrap_run(self, lines: Sequence[Line], index: int, *, wrapped: bool) -> int:
        """Where the lines end that go on with the sentence begun at ``index``."""
        run = index + 1
        while run < len(lines) and lines[run].shape in (Shape.PROSE, Shape.SHORT, Shape.DATE):
            before, line = lines[run - 1], lines[run]
            goes_on = line.text.lstrip()[:1].islower() and not ends_sentence(before.text)
            if not (wrapped or (goes_on and len(before.text) > 40)):
                break
            run += 1
        return run

    def _bullet_run(self, lines: Sequence[Line], index: int) -> int:
        """Where the lines end that belong to the item begun at ``index``: those indented deeper, or wrapped."""
        run = index + 1
        mark = BULLET.match(lines[index].text)
        hang = mark.end() if mark else 0
        while run < len(lines) and lines[run].shape in (Shape.PROSE, Shape.SHORT, Shape.DATE):
            line = lines[run]
            goes_on = line.text.lstrip()[:1].islower() and not ends_sentence(lines[run - 1].text)
            if not (0 < hang <= line.indent or goes_on):
                break
            run += 1
        return run

    def _bullet(self, lines: Sequence[Line]) -> Iterator[Piece]:
        mark = BULLET.match(lines[0].text)
        assert mark is not None
        yield from self._text(PassageKind.ITEM, lines, level=lines[0].indent // 2, skip=mark.end())

    def _table(self, lines: Sequence[Line]) -> RawTable | None:
        """The block as a table, where tabs or wide gaps cut all its lines into as many columns."""
        cut = [columns(line) for line in lines]
        if len(lines) < 2 or min(map(len, cut)) < 2 or len(set(map(len, cut))) > 2:
            return None
        return self._cut(cut)

    def _cut(self, rows: Sequence[Sequence[tuple[int, int]]]) -> RawTable:
        """The table of these rows, each the stretches of its cells."""
        cut = [
            RawRow(start=row[0][0], end=row[-1][1], cells=tuple(self._cell(start, end) for start, end in row))
            for row in rows
        ]
        return RawTable(start=cut[0].start, end=cut[-1].end, rows=tuple(cut))

    def _cell(self, start: int, end: int) -> RawCell:
        weave = self._woven(start, end)
        return RawCell(body=clean(weave.text(), self.left_out), names=tuple(weave.names))

    def _text(self, kind: PassageKind, lines: Sequence[Line], *, level: int = 0, skip: int = 0) -> Iterator[Piece]:
        start, end = lines[0].start + lines[0].indent, self._end(lines[-1])
        weave = self._woven(lines[0].start + skip, end)
        body = clean(weave.text(), self.left_out)
        if body.text:
            yield Block(kind=kind, start=start, end=end, body=body, level=level, names=tuple(weave.names))

    def _woven(self, start: int, end: int) -> Weave:
        weave = Weave(self.source)
        self.inline(self.source, start, end, weave)
        return weave

    def _end(self, line: Line) -> int:
        return line.start + len(line.text.rstrip())
