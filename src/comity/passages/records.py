"""A table whose cells fell on lines of their own, its head first: which lines are its rows.

"Country", "Formal relations began", "Notes" on three lines, then for each row the partner (or nothing, where it was
lost), the date, and the notes, each on a line. Shapes of lines decide, no word of a language does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.passages.lines import Line, Shape

WIDTH = 3  # a partner, a date, notes
_LONGEST_HEAD = 60
_ROWS_WANTED = 2
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row: the line of the partner, where it was not lost, that of the date, and the lines of the notes."""

    name: Line | None
    date: Line | None
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A fallen table: the lines of its head, its rows, and how many blocks it takes."""

    head: tuple[Line, ...]
    rows: tuple[Record, ...]
    blocks: int


def find_records(blocks: Sequence[Sequence[Line]]) -> Mapping[int, Records]:
    """The fallen tables by the block that each begins with.

    Where rows have no blank lines between them, either all name their partner above the date and their notes are
    marked as a list, or none does: else a note would be taken for the next row's name.
    """
    found: dict[int, Records] = {}
    index = 0
    while index < len(blocks):
        begins = blocks[index][0].shape is Shape.SHORT
        table = _table(blocks, index) or _spread(blocks, index) if begins else None
        if table is not None:
            found[index] = table
        index += table.blocks if table is not None else 1
    return found


def _table(blocks: Sequence[Sequence[Line]], index: int) -> Records | None:
    head = tuple(blocks[index][:WIDTH])
    if len(head) < WIDTH or not all(_is_name(line) for line in head):
        return None
    rest = list(blocks[index][WIDTH:])
    rows = list(_rows_glued(rest) or ()) if rest else []
    if rest and not rows:
        return None
    taken = 1
    while index + taken < len(blocks):
        more = _rows_of(blocks[index + taken])
        if not more:
            break
        rows += more
        taken += 1
    return Records(head=head, rows=tuple(rows), blocks=taken) if len(rows) >= _ROWS_WANTED else None


def _spread(blocks: Sequence[Sequence[Line]], index: int) -> Records | None:
    """The table at a block whose cells all stand between blank lines: head, names, dates, and paragraphs of notes.

    "Country", "Formal relations began", "Notes", "Algeria", "25 June 1975", "Algeria has an embassy in …". It ends
    where its head comes again, whose section's heading stands before that, or at the last row's first notes.
    """
    first = index + WIDTH
    head = [line for block in blocks[index:first] for line in block]
    if not len(head) == WIDTH == len(blocks[index:first]) or not all(_is_name(line) for line in head):
        return None
    last = next((at - 1 for at in range(first, len(blocks)) if blocks[at][0].bare == head[0].bare), len(blocks))
    starts = [at for at in range(first, last) if _is_date_cell(blocks[at])]
    if len(starts) < _ROWS_WANTED or starts[0] > first + 1:
        return None
    if last == len(blocks):
        last = next((at for at in range(starts[-1] + 1, last) if _names(blocks[at])), last)
    rows: list[Record] = []
    low = first
    for start, after in zip(starts, [*starts[1:], last], strict=True):
        named = low < start and _names(blocks[start - 1])
        low = after - (after < last and _names(blocks[after - 1]) and after - 1 > start)
        name = blocks[start - 1][0] if named else None
        rows += _parted(name, blocks[start][0], blocks[start + 1 : low])
    return Records(head=tuple(head), rows=tuple(rows), blocks=last - index)


def _parted(name: Line | None, date: Line, notes: Sequence[Sequence[Line]]) -> Iterator[Record]:
    """A row, and those without a date behind it: a name alone behind the first of its notes begins one."""
    cuts = [at for at, block in enumerate(notes) if at and _names(block)]
    for low, high in zip([0, *cuts], [*cuts, len(notes)], strict=True):
        lead = notes[low][0] if low else name
        own = [line for block in notes[low + bool(low) : high] for line in block]
        yield Record(name=lead, date=None if low else date, notes=tuple(own))


def _is_date_cell(block: Sequence[Line]) -> bool:
    """Whether a block is a date alone, or the dash that stands for one."""
    line = block[0]
    return len(block) == 1 and (line.shape is Shape.DATE or not any(map(str.isalnum, line.text)))


def _names(block: Sequence[Line]) -> bool:
    """Whether a block is a short line like a name of few words; refuses one that pairs two: "See A–B relations"."""
    text = block[0].bare
    return len(block) == 1 and _is_name(block[0]) and "–" not in text and len(text.split()) <= _MOST_WORDS


def _rows_of(block: Sequence[Line]) -> list[Record]:
    """The rows of a block: one, or several that are glued; none where it is no row."""
    dates = sum(line.shape is Shape.DATE for line in block)
    return _rows_glued(block) if dates > 1 else _row(block)


def _row(block: Sequence[Line]) -> list[Record]:
    named = len(block) > 1 and _is_name(block[0]) and block[1].shape is Shape.DATE
    if not named and block[0].shape is not Shape.DATE:
        return []
    return [Record(name=block[0] if named else None, date=block[named], notes=tuple(block[1 + named :]))]


def _rows_glued(lines: Sequence[Line]) -> list[Record]:
    """Rows without blank lines between them: all with a name, or all without; none where it cannot be told."""
    starts = [at for at, line in enumerate(lines) if line.shape is Shape.DATE]
    if not starts:
        return []
    named = starts[0] == 1 and all(_is_name(lines[at - 1]) for at in starts)
    if not named and starts[0] != 0:
        return []
    rows = list(_cut(lines, starts, named=named))
    if named and any(line.shape is Shape.SHORT for row in rows for line in row.notes):
        return []
    return rows


def _cut(lines: Sequence[Line], starts: Sequence[int], *, named: bool) -> Iterator[Record]:
    ends = [*(at - named for at in starts[1:]), len(lines)]
    for at, end in zip(starts, ends, strict=True):
        yield Record(name=lines[at - 1] if named else None, date=lines[at], notes=tuple(lines[at + 1 : end]))


def _is_name(line: Line) -> bool:
    bare = line.bare
    return line.shape is Shape.SHORT and len(bare) <= _LONGEST_HEAD and not any(map(str.isdigit, bare))
