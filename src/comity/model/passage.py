"""A stretch of a document as a reader sees it, every character tied to its place in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from comity.model.selector import Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedText:
    """Plain text whose character *i* stands at ``offsets[i]`` of the source.

    Markup is gone, entities are resolved, blanks are folded; ``offsets`` is as long as ``text`` and never falls.
    ``ends[i]`` is where the source of character *i* ends (an entity is longer than its character).
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int) -> MappedText:
        """The same for ``text[start:end]``."""
        return MappedText(text=self.text[start:end], offsets=self.offsets[start:end], ends=self.ends[start:end])

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the source, as (start, end); refuses an empty stretch."""
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"no stretch {start}..{end} in a text of {len(self.text)}")
        return self.offsets[start], self.ends[end - 1]


class PassageKind(StrEnum):
    """What a passage is on its page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading that a passage stands under; ``level`` 1 is the highest."""

    text: str
    level: int
    selector: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a row: what it says, what its column is called, what its links point to.

    ``names`` holds what the visible text does not: the argument of a flag template, a link's target, an image's
    alternative text, each with its place. An empty cell has an empty ``body``.
    """

    body: MappedText
    header: str
    names: tuple[MappedText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where a row stands: the document's table and the table's body row, both from 1, and the heading over it."""

    table: int
    row: int
    heading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document: a title, heading, paragraph, list item, row or caption.

    ``start`` and ``end`` are the whole stretch in the source, markup included (a row's quote is ``source[start:end]``).
    ``body`` is its plain text (a row's cells joined by " | "). ``language`` is this passage's own.
    ``lead`` is the item or line a nested item hangs under. ``head`` is a row's table head.
    """

    document: str
    kind: PassageKind
    start: int
    end: int
    body: MappedText
    language: str
    headings: tuple[Heading, ...] = ()
    cells: tuple[Cell, ...] = ()
    place: RowPlace | None = None
    head: Selector | None = None
    lead: Selector | None = None
    names: tuple[MappedText, ...] = ()
