"""The days that the first pieces of a document name, from which its own is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.dates import DateContext, DateHit, at_its_end, date_order, document_era, find_dates
from comity.model.passage import MappedText
from comity.passages.block import Piece
from comity.passages.language import guess_language
from comity.passages.topic import iter_texts


class DayHits:
    """The dates of a document's first pieces, its bare numbers read in the order its other dates decide."""

    def __init__(self, pieces: Sequence[Piece], language: str) -> None:
        self.language = language
        era = document_era(iter_texts(pieces), language)
        self.context = DateContext(order=date_order(iter_texts(pieces)), era=era)

    def of(self, body: MappedText, upto: int, *, ended: bool = False) -> Iterator[DateHit]:
        """The days and months named in the first characters of a body, those that need nothing else to be read.

        With ``ended`` also a day that something is true until: «(محدثة حتى | 1 أبريل 2022 |)».
        """
        hits = find_dates(body.text[:upto], guess_language(body.text, self.language), self.context)
        for hit in map(at_its_end, hits) if ended else hits:
            if hit.kind == "absolute" and not hit.when.interval and hit.when.precision in ("day", "month"):
                yield hit
