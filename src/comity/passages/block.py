"""What every format's reader hands over: blocks and tables in the order of the source, not yet under headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from comity.model.passage import MappedText, PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCell:
    """One cell as it is written: its text, the names it hides, how many columns and rows it covers."""

    body: MappedText
    names: tuple[MappedText, ...] = ()
    is_header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row as it is written, from ``start`` to ``end`` in the source; ``in_head`` where the format says so."""

    start: int
    end: int
    cells: tuple[RawCell, ...]
    in_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as it is written, its caption first where it has one."""

    start: int
    end: int
    rows: tuple[RawRow, ...]
    caption: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A title, heading, paragraph or list item as it is written.

    ``level`` is a heading's level (1 the highest) or an item's depth (0 the outermost). ``cells`` are the lines of an
    item that is a name and a date, each on a line of its own.
    """

    kind: PassageKind
    start: int
    end: int
    body: MappedText
    level: int = 0
    names: tuple[MappedText, ...] = ()
    cells: tuple[MappedText, ...] = ()


Piece: TypeAlias = Block | RawTable
