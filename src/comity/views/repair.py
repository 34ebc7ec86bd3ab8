"""A document's tables that lost their parties, written out again: each name back in its row, marked by certainty."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.claims.context.theme import columns
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import MissingRow
from comity.model.passage import Heading, Passage, PassageKind
from comity.model.roles import JSON, Relations
from comity.packs.reading import load_party_head
from comity.passages import read_passages

LIKELY = 0.5  # below it a name is not written as the row's, only counted as a candidate
Namer = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """Who a row is: parties (several where rows of one day are not told apart), how sure, and how that is known.

    ``state``: ``named`` by the row's own words, ``settled``, ``together``, ``likely`` or ``open``.
    ``lost``: the row says no party where it says its parties; else its cell may be empty and its note name it.
    """

    parties: tuple[str, ...]
    names: tuple[str, ...]
    share: float
    state: str
    reason: str
    lost: bool = True

    def text(self) -> str:
        """The cell: ``Türkiye (98 %)``, ``Azerbaijan / Armenia (97 %)``, ``Mongolia? (62 %)``, ``?``; named: ✓."""
        names = " / ".join(self.names)
        if self.state == "named":
            return f"{names} ✓"
        if self.state == "open":
            return "?"
        doubt = "?" if self.state == "likely" else ""
        return f"{names}{doubt} ({100 * self.share:.0f} %)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairedRow:
    """One row or item: its cells, the restored name in its place, and what is known of it (None: it lost nothing)."""

    cells: tuple[str, ...]
    restored: Restored | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairedTable:
    """One table (or list: no heads) with the headings over it, all rows in their order."""

    headings: tuple[Heading, ...]
    heads: tuple[str, ...]
    rows: tuple[RepairedRow, ...]

    def to_json(self) -> dict[str, JSON]:
        """The table with, for each restored row, its parties, share, state and reason."""
        return {
            "headings": [one.text for one in self.headings],
            "heads": list(self.heads),
            "rows": [{"cells": list(row.cells), "restored": _restored_json(row.restored)} for row in self.rows],
        }


def _restored_json(restored: Restored | None) -> JSON:
    if restored is None:
        return None
    return {
        "parties": list(restored.parties),
        "names": list(restored.names),
        "share": restored.share,
        "state": restored.state,
        "reason": restored.reason,
    }


def repair_document(
    document: Document, claims: Iterable[Claim], missing: Mapping[str, MissingRow], name: Namer
) -> Iterator[RepairedTable]:
    """The tables and lists of the document that have rows without a party, with the names restored.

    ``claims`` are the document's, ``missing`` its rows by claim, ``name`` gives a party's name in its language. Tables
    that lost nothing are left out; links and marks of emphasis are not written again.
    """
    found = _restore(claims, missing, name)
    group: list[Passage] = []
    for passage in _rows_of(document):
        if group and _list_of(passage) != _list_of(group[0]):
            yield from _table(group, found)
            group = []
        group.append(passage)
    yield from _table(group, found)


def _rows_of(document: Document) -> Iterator[Passage]:
    for one in read_passages(document):
        if isinstance(one, Passage) and one.kind in (PassageKind.ROW, PassageKind.ITEM):
            yield one


def _list_of(passage: Passage) -> tuple[int, tuple[str, ...]]:
    """What rows of one table have in common: its number and the headings over it."""
    return (passage.place.table if passage.place else 0, tuple(one.text for one in passage.headings))


def _restore(claims: Iterable[Claim], missing: Mapping[str, MissingRow], name: Namer) -> Mapping[int, Restored]:
    """What is known of each row of relations, by where it begins."""
    rows = [one for one in claims if one.rule == "row.relations" and isinstance(one.roles, Relations)]
    seen = Counter(party for one in rows for party in one.parties())
    found: dict[int, Restored] = {}
    beside: defaultdict[int, list[str]] = defaultdict(list)
    for one in rows:
        if not one.missing and len(one.parties()) == 2:
            beside[one.evidence.start].append(min(one.parties(), key=lambda party: (seen[party], party)))
        elif one.id in missing:
            found[one.evidence.start] = _of_row(missing[one.id], missing, name)
    for start, parties in beside.items():
        names = tuple(name(party) for party in parties)
        found.setdefault(
            start, Restored(parties=tuple(parties), names=names, share=1.0, state="named", reason="", lost=False)
        )
    return found


def _of_row(row: MissingRow, missing: Mapping[str, MissingRow], name: Namer) -> Restored:
    shares = {one.party: one.score for one in row.candidates}
    if row.settled and row.together:
        ids = (row.settled, *(other.settled for key in row.together if (other := missing.get(key)) and other.settled))
        share = sum(shares.get(party, 0.0) for party in ids)
        return _made(tuple(sorted(set(ids))), min(share, 1.0), "together", row, name)
    if row.settled:
        state = "named" if row.rule == "by_remark" else "settled"
        return _made((row.settled,), shares.get(row.settled, 1.0), state, row, name)
    if row.candidates and row.candidates[0].score >= LIKELY:
        return _made((row.candidates[0].party,), row.candidates[0].score, "likely", row, name)
    return _made((), row.candidates[0].score if row.candidates else 0.0, "open", row, name)


def _made(parties: tuple[str, ...], share: float, state: str, row: MissingRow, name: Namer) -> Restored:
    names = tuple(name(party) for party in parties)
    return Restored(parties=parties, names=names, share=share, state=state, reason=row.reason or "")


def _table(rows: Sequence[Passage], found: Mapping[int, Restored]) -> Iterator[RepairedTable]:
    """The table of these rows, where any of them lost its party."""
    restored = [_restored_in(one, found) for one in rows]
    lost = [row for row, one in zip(rows, restored, strict=True) if one is not None]
    if not lost:
        return
    heads = tuple(cell.header for cell in lost[0].cells)
    at, fresh = _place(heads, lost)
    if fresh and heads:
        heads = (*heads[:at], load_party_head(lost[0].language), *heads[at:])
    yield RepairedTable(
        headings=rows[0].headings,
        heads=heads,
        rows=tuple(_row(row, one, at, fresh) for row, one in zip(rows, restored, strict=True)),
    )


def _restored_in(passage: Passage, found: Mapping[int, Restored]) -> Restored | None:
    """What is known of the party that this row or item does not show; ``None`` where it shows it, or is no such row."""
    inside = [found[start] for start in range(passage.start, passage.end) if start in found]
    if not inside or not (inside[0].lost or (passage.cells and _is_bare(passage))):
        return None
    return inside[0]


def _is_bare(passage: Passage) -> bool:
    """Whether a row's own cell for the party holds nothing that is read."""
    heads = columns([cell.header for cell in passage.cells], passage.language)
    cells = [cell for name, cell in zip(heads, passage.cells, strict=True) if name == "party"]
    return not any(any(letter.isalpha() for letter in cell.body.text) for cell in cells)


def _place(heads: Sequence[str], rows: Sequence[Passage]) -> tuple[int, bool]:
    """Which column takes the names, and whether it is a new one: behind a column of numbers, else the first."""
    names = columns(heads, rows[0].language)
    if "party" in names:
        return names.index("party"), False
    empty = [at for at in range(len(heads)) if not any(len(row.cells) > at and len(row.cells[at].body) for row in rows)]
    if empty and not heads[empty[0]].strip():
        return empty[0], False
    return (1 if names[:1] == ("number",) else 0), True


def _row(passage: Passage, restored: Restored | None, at: int, fresh: bool) -> RepairedRow:
    cells = [" ".join(cell.body.text.split()) for cell in passage.cells] or [" ".join(passage.body.text.split())]
    text = restored.text() if restored is not None else ""
    if fresh:
        cells.insert(min(at, len(cells)), text)
    elif restored is not None and at < len(cells):
        cells[at] = f"{cells[at]} {text}".strip()
    return RepairedRow(cells=tuple(cells), restored=restored)
