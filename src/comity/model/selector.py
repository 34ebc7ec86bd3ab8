"""Where in a text: Web Annotation's position and quote selectors, in Unicode code points of the untouched source."""

from __future__ import annotations

from dataclasses import dataclass

from comity.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A stretch of a source: ``source[start:end] == quote``, to the letter.

    >>> Selector.of("Kazakhstan has an embassy in Baku.", 18, 25).quote
    'embassy'
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.quote) or not self.quote:
            raise ModelError(f"a selector {self.start}..{self.end} cannot hold {self.quote!r}")

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Selector:
        """The selector of ``source[start:end]``, blanks at its edges left off; refuses an empty stretch."""
        quote = source[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return cls(start=start, end=start + len(quote), quote=quote)

    def overlaps(self, other: Selector) -> bool:
        """Whether the two stretches share a character."""
        return self.start < other.end and other.start < self.end

    def holds_in(self, source: str) -> bool:
        """Whether the quote stands at its place in this source."""
        return source[self.start : self.end] == self.quote
