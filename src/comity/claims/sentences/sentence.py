"""A sentence of a passage: the unit that is evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.model.passage import MappedText, Passage
from comity.model.selector import Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, item or row: its plain text, its place, and the passage it stands in."""

    passage: Passage
    body: MappedText
    source: str = field(repr=False)
    number: int = 0

    @property
    def text(self) -> str:
        """The plain text that frames read."""
        return self.body.text

    @property
    def language(self) -> str:
        """The language of the passage."""
        return self.passage.language

    def selector(self, start: int = 0, end: int | None = None) -> Selector:
        """Where ``text[start:end]`` stands in the source, markup between included; by default the whole sentence."""
        first, last = self.body.source_span(start, len(self.body) if end is None else end)
        return Selector.of(self.source, first, last)
