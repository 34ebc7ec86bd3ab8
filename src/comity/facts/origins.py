"""What the facts ask of a document: its language, its day, whose it is – so little that a register keeps it ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from comity.facts.sources import find_source
from comity.model.document import Document
from comity.model.origin import Origin
from comity.model.passage import Passage, PassageKind
from comity.model.sketch import WHOLE, Sketch
from comity.packs.sources import SourceRules
from comity.text.sketch import sketch_text

Origins = Mapping[str, Origin]


def describe(document: Document, rules: SourceRules) -> Origin:
    """What the facts ask of this document; its text is needed no more."""
    return Origin(
        document=document.source.id,
        language=document.language.value,
        date=None if document.date is None else document.date.value,
        source=find_source(document, rules),
    )


def sketch_document(document: Document, passages: Sequence[Passage] = (), places: Iterable[int] = ()) -> list[Sketch]:
    """The sketches of a document: of the whole, then of the passages in which something stands at these places.

    Without passages the whole is sketched as it is written, markup included. Rows, which say little, are not sketched
    alone.
    """
    text = " ".join(one.body.text for one in passages) if passages else document.source.text
    sketches = [Sketch(start=WHOLE, end=WHOLE, pieces=sketch_text(text))]
    wanted = sorted(set(places))
    for one in passages:
        if one.kind is PassageKind.ROW or not any(one.start <= place < one.end for place in wanted):
            continue
        pieces = sketch_text(one.body.text)
        if pieces:
            sketches.append(Sketch(start=one.start, end=one.end, pieces=pieces))
    return sketches
