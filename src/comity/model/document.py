"""A document: where it came from, its source characters, and what it says of itself, each with how that was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from comity.model.when import When

T = TypeVar("T")
BY_FILE_NAME = "the file's name"  # how a title was found that is none of the text's


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A value and how it was found (``how``: "a leading date line", "the title in [[ ]]", "letters", "told").

    ``start`` and ``end`` are the code points that show it, where it stands in the source.
    """

    value: T
    how: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of one document as they were loaded: decoded, otherwise untouched."""

    id: str
    place: str
    digest: str
    media_type: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source with what it tells of itself.

    ``language`` is the main one (a passage may differ); ``date`` is when it was published or said;
    ``title`` is its own; ``topic`` the parties it is about, as ids, in the order of the title.
    """

    source: Source
    language: Found[str]
    date: Found[When] | None = None
    title: Found[str] | None = None
    topic: Found[tuple[str, ...]] | None = None

    @property
    def id(self) -> str:
        """The document's id: the file's stem unless the reader was told another."""
        return self.source.id
