"""Where a document comes from, as far as facts depend on it: language, day, the kind of source that it seems to be."""

from __future__ import annotations

from dataclasses import dataclass

from comity.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGuess:
    """What a document seems to be: its kind, whose ministry if it is one, and the words that show it."""

    kind: str
    party: str | None = None
    how: str = ""


UNKNOWN = SourceGuess(kind="unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A document without its text: what a claim of it weighs, and when it was said."""

    document: str
    language: str
    date: When | None = None
    source: SourceGuess = UNKNOWN
