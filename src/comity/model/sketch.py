"""What of a text is kept to know a copy of it by, when the text itself is not at hand."""

from __future__ import annotations

from dataclasses import dataclass

WHOLE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A stretch of a source as a few hashes, none of a short one; for a whole document both places are `WHOLE`."""

    start: int
    end: int
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One sketch that has copies, and the first of those that are one voice with it (the first itself included)."""

    document: str
    start: int
    end: int
    first: str
    first_start: int
