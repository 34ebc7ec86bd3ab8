"""A document → its passages: the format's reader, then the assembly; what was left out is said at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.model.document import Document, Source
from comity.model.issue import Issue, Severity
from comity.model.passage import Passage, PassageKind
from comity.passages.assemble import Assembly
from comity.passages.block import Block, Piece
from comity.passages.html import read_html
from comity.passages.markdown import read_markdown
from comity.passages.plain import LOST_LEVEL, read_plain
from comity.passages.residue import LeftOut
from comity.passages.wikitext import read_wikitext

_WORD = re.compile(r"[^\W\d_]+")
READERS = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "text/x-wiki": read_wikitext,
}


def read_passages(document: Document) -> Iterator[Passage | Issue]:
    """The passages of a document in its source's order, then a note for each kind of thing left out.

    Nothing is guessed about what a passage means; a format unknown here is read as plain text.
    """
    source = document.source
    left_out = LeftOut()
    assembly = Assembly(document.id, source.text, document.language.value)
    yield from assembly.passages(read_pieces(source, 0, len(source.text), left_out))
    yield from _notes(document.id, left_out)


def _notes(document: str, left_out: LeftOut) -> Iterator[Issue]:
    """One issue for each kind of thing left out of the text."""
    for kind, count in sorted(left_out.counts.items()):
        start, end = left_out.first[kind]
        yield Issue(
            code="left-out",
            severity=Severity.WARNING if kind.endswith("without an end") else Severity.NOTE,
            place=document,
            message=f"{kind} × {count}, the first at {start}",
            start=start,
            end=end,
        )


def read_pieces(source: Source, start: int, end: int, left_out: LeftOut) -> Iterator[Piece]:
    """The blocks and tables of a stretch of a source by its format; a first line without marks is a title."""
    reader = READERS.get(source.media_type, read_plain)
    first = True
    for piece in reader(source.text, start, end, left_out):
        if first and isinstance(piece, Block) and _is_title(piece):
            piece = replace(piece, kind=PassageKind.TITLE)  # noqa: PLW2901
        first = False
        yield piece


def _is_title(block: Block) -> bool:
    """Whether a document's first block is its title: a heading that lost its marks, or words with a year among them."""
    if block.kind is PassageKind.HEADING:
        return block.level == LOST_LEVEL
    words = sum(len(word) > 2 for word in _WORD.findall(block.body.text))
    return block.kind is PassageKind.ITEM and not block.cells and words > 1 and block.body.offsets[0] == block.start
