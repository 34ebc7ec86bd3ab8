"""Rows of tables whose party is missing: settled with the reason, or open with candidates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from comity.model.claim import Claim
from comity.model.fact import Candidate, MissingRow
from comity.model.roles import JSON
from comity.views.reads import Reads
from comity.views.sentences import Speech

_BATCH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class LostRow:
    """A row without a party: where it stands, what it says, who it is or may be.

    ``state`` is ``settled``, ``placed`` (a state is known to be one of several rows, not which) or ``open``.
    """

    claim: str
    document: str
    table: int | None
    row: int | None
    heading: str | None
    known: str
    date: str | None
    quote: str
    state: str
    settled: str | None
    name: str | None
    rule: str | None
    reason: str | None
    candidates: tuple[Candidate, ...]
    names: tuple[str, ...]
    together: tuple[str, ...]

    def to_json(self) -> dict[str, JSON]:
        """The row with its candidates, best first."""
        return {
            "claim": self.claim,
            "document": self.document,
            "table": self.table,
            "row": self.row,
            "heading": self.heading,
            "known": self.known,
            "date": self.date,
            "quote": self.quote,
            "state": self.state,
            "settled": self.settled,
            "name": self.name,
            "rule": self.rule,
            "reason": self.reason,
            "candidates": [
                {"party": one.party, "name": name, "score": one.score, "reasons": list(one.reasons)}
                for one, name in zip(self.candidates, self.names, strict=True)
            ],
            "together": list(self.together),
        }


def iter_rows(register: Reads, speech: Speech, *, known: str | None = None) -> Iterator[LostRow]:
    """The rows whose party is missing, of one known party if it is given, in order of document and place."""
    rows = register.iter_missing(known=known)
    while some := list(islice(rows, _BATCH)):  # who asks for the first rows does not wait for all
        claims = register.get_claims([row.claim for row in some])
        for row in some:
            yield _row(row, claims, speech)


def _reason(row: MissingRow, speech: Speech) -> str | None:
    """Why a row is settled or left open, in the language of the answer; what settles it by clues names them in it."""
    if not row.reason:
        return row.reason
    said, language = speech.reason(row.rule or "", row.reason)
    clues = row.candidates[0].reasons if row.rule == "by_clues" and row.candidates and language != "en" else ()
    for text, own in zip(clues, speech.clues(clues), strict=True):
        said = said.replace(text, own)
    return said


def _row(row: MissingRow, claims: Mapping[str, Claim], speech: Speech) -> LostRow:
    claim = claims[row.claim]
    place = claim.place
    return LostRow(
        claim=row.claim,
        document=claim.document,
        table=place.table if place else None,
        row=place.row if place else None,
        heading=place.heading if place else None,
        known=row.known,
        date=None if row.when is None else str(row.when),
        quote=claim.evidence.quote,
        state="settled" if row.settled else "placed" if row.rule == "placed" else "open",
        settled=row.settled,
        name=speech.name(row.settled) if row.settled else None,
        rule=row.rule,
        reason=_reason(row, speech),
        candidates=tuple(replace(one, reasons=speech.clues(one.reasons)) for one in row.candidates),
        names=tuple(speech.name(one.party) for one in row.candidates),
        together=row.together,
    )
