"""What was made of the claims: where each is used, whose copy a text is – to be asked for what a change touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Engine, Row, Select, func, select, tuple_

from comity.model.change import Kept
from comity.model.document import Document, Source
from comity.model.fact import Fact
from comity.model.origin import Origin
from comity.model.sketch import Sketch, Voice
from comity.register import schema
from comity.register.records import parse_claim, parse_document, parse_fact, parse_origin, parse_pieces, parse_seat
from comity.register.writer import sum_quote

_BATCH = 400

Spot = tuple[str, int]
T = TypeVar("T")


class Ledger:
    """The reading side of a reconciliation; answers `comity.facts.part.Ledger`. Made by `Register.ledger`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    # claims

    def touched(self) -> Iterator[Kept]:
        """The claims that facts do not follow yet: new ones, those that are gone, those told by another voice."""
        yield from self._kept(schema.claims.c.touched)

    def count_touched(self) -> int:
        """How many those are."""
        with self._engine.connect() as connection:
            query = select(func.count()).select_from(schema.claims).where(schema.claims.c.touched)
            return connection.execute(query).scalar_one()

    def every(self) -> Iterator[Kept]:
        """All claims that documents say now."""
        yield from self._kept(schema.claims.c.current)

    def claims(self, ids: Collection[str]) -> Iterator[Kept]:
        """The claims of these ids."""
        yield from self._current(schema.claims.c.id, ids)

    def quoted(self, quotes: Collection[str]) -> Iterator[Kept]:
        """The claims that may have these quotes: all that do, and those whose checksum is the same."""
        yield from self._current(schema.claims.c.quote, {sum_quote(quote) for quote in quotes})

    def in_cells(self, cells: Collection[str]) -> Iterator[Kept]:
        """The claims that are used in these cells."""
        yield from self._current(schema.claims.c.cell, cells)

    def in_documents(self, documents: Collection[str], *, types: Collection[str] = ()) -> Iterator[Kept]:
        """The claims of these documents, of these types."""
        # sorted out here: an index by type would be taken for the better one, and is the worse
        for kept in self._current(schema.claims.c.document, documents):
            if not types or kept.claim.type in types:
                yield kept

    def told_at(self, places: Collection[tuple[str, int, int]]) -> Iterator[Kept]:
        """The claims that stand in these places to the letter."""
        table, starts = schema.claims, defaultdict[str, set[int]](set)
        for document, start, _ in places:
            starts[document].add(start)
        for document in sorted(starts):
            for kept in self._current(table.c.start, starts[document], table.c.document == document):
                if (document, kept.claim.evidence.start, kept.claim.evidence.end) in places:
                    yield kept

    def of_pairs(self, pairs: Collection[str], types: Collection[str]) -> Iterator[Kept]:
        """The claims of these types that are used for these pairs of parties."""
        for kept in self._current(schema.claims.c.pair, pairs):
            if kept.claim.type in types:
                yield kept

    def naming(self, parties: Collection[str], types: Collection[str]) -> Iterator[Kept]:
        """The claims of these types that name one of these parties as they were read, or as facts use them."""
        table, pairs = schema.claims, schema.claim_parties
        for batch in _batches(sorted(parties)):
            named = table.c.id.in_(select(pairs.c.claim).where(pairs.c.party.in_(batch)))
            yield from self._kept(table.c.current, table.c.type.in_(sorted(types)), named)

    def lost(self) -> Iterator[Kept]:
        """The claims whose party is missing."""
        yield from self._kept(schema.claims.c.current, schema.claims.c.lost)

    # facts

    def facts_in(self, cells: Collection[str]) -> Iterator[Fact]:
        """The facts of these cells."""
        yield from self._facts(schema.facts.c.cell, cells)

    def facts_of_pairs(self, pairs: Collection[str]) -> Iterator[Fact]:
        """The facts that bear on the issues of these pairs."""
        yield from self._facts(schema.facts.c.pair, pairs)

    def facts_telling(self, claims: Collection[str]) -> Iterator[Fact]:
        """The facts that rest on one of these claims, each once."""
        told, found = schema.fact_claims, set()
        with self._engine.connect() as connection:
            for batch in _batches(sorted(claims)):
                found |= set(connection.execute(select(told.c.fact).where(told.c.claim.in_(batch))).scalars())
        yield from self._facts(schema.facts.c.id, found)

    def visits_of(self, parties: Collection[str]) -> Iterator[Fact]:
        """The facts of visits that name one of these parties."""
        table, pairs = schema.facts, schema.fact_parties
        for batch in _batches(sorted(parties)):
            named = table.c.id.in_(select(pairs.c.fact).where(pairs.c.party.in_(batch)))
            # as an expression, so that not all visits are gone through by the index of types
            is_visit = func.coalesce(table.c.type, "") == "visit"
            for row in self._rows(select(table.c.body).where(is_visit, named)):
                yield parse_fact(row.body)

    def cells_of_facts(self, ids: Collection[str]) -> frozenset[str]:
        """The cells of the facts of these ids, of those that there are."""
        table, found = schema.facts, set()
        for batch in _batches(sorted(ids)):
            found |= {row.cell for row in self._rows(select(table.c.cell).where(table.c.id.in_(batch)))}
        return frozenset(found - {None})

    # documents

    def origins(self, documents: Collection[str] | None = None) -> Mapping[str, Origin]:
        """What facts ask of these documents, of all where none are named; those that nobody asked of are left out."""
        table = schema.documents
        query = select(table.c.id, table.c.origin).where(table.c.origin.is_not(None))
        some = [query.where(table.c.current)] if documents is None else _each(query, table.c.id, documents)
        return {row.id: parse_origin(row.id, row.origin) for one in some for row in self._rows(one)}

    def undescribed(self) -> Iterator[Document]:
        """The documents of which it is not kept what facts ask: an older comity recorded them."""
        table = schema.documents
        for row in self._rows(select(table).where(table.c.current, table.c.origin.is_(None))):
            source = Source(id=row.id, place=row.place, digest=row.digest, media_type=row.media_type, text=row.text)
            yield parse_document(source, row.body)

    def voices(self, documents: Collection[str] | None = None) -> tuple[Voice, ...]:
        """The voices of these documents and their passages, of all where none are named."""
        table = schema.voices
        query = select(table)
        some = [query] if documents is None else _each(query, table.c.document, documents)
        return tuple(_voice(row) for one in some for row in self._rows(one))

    def unheard(self) -> tuple[str, ...]:
        """The documents whose voices are not known yet, or that are gone."""
        table = schema.documents
        return tuple(row.id for row in self._rows(select(table.c.id).where(table.c.touched).order_by(table.c.id)))

    def sketches(self) -> Mapping[str, Sequence[Sketch]]:
        """All sketches, by document."""
        return _by_document(self._rows(select(schema.sketches)))

    def sketches_at(self, spots: Collection[Spot]) -> Mapping[str, Sequence[Sketch]]:
        """The sketches of these spots, by document; of those that are gone none."""
        table = schema.sketches
        batches = _batches(sorted(spots))
        spot = tuple_(table.c.document, table.c.start)
        return _by_document(row for one in batches for row in self._rows(select(table).where(spot.in_(one))))

    def near(self, documents: Collection[str]) -> frozenset[Spot]:
        """The spots whose voice hangs on these documents: their own now and before, and all that may be alike."""
        keys, table, sketches = schema.sketch_keys, schema.voices, schema.sketches
        found: set[Spot] = set()
        for batch in _batches(sorted(documents)):
            mine = select(keys.c.key).where(keys.c.document.in_(batch))
            for query in (
                select(keys.c.document, keys.c.start).where(keys.c.key.in_(mine)),
                select(sketches.c.document, sketches.c.start).where(sketches.c.document.in_(batch)),
                select(table.c.document, table.c.start).where(table.c.document.in_(batch)),
            ):
                found |= {(row.document, row.start) for row in self._rows(query)}
        firsts = set()
        for some in _batches(sorted(found)):
            spot = tuple_(table.c.document, table.c.start)
            query = select(table.c.first, table.c.first_start).where(spot.in_(some))
            firsts |= {(row.first, row.first_start) for row in self._rows(query)}
        for some in _batches(sorted(firsts)):
            first = tuple_(table.c.first, table.c.first_start)
            query = select(table.c.document, table.c.start).where(first.in_(some))
            found |= {(row.document, row.start) for row in self._rows(query)}
        return frozenset(found)

    # how

    def _current(
        self, column: ColumnElement[Any], keys: Iterable[str] | Iterable[int], *where: ColumnElement[bool]
    ) -> Iterator[Kept]:
        for batch in _batches(_in_order(keys)):
            yield from self._kept(schema.claims.c.current, column.in_(batch), *where)

    def _kept(self, *where: ColumnElement[bool]) -> Iterator[Kept]:
        table = schema.claims
        query = select(table.c.id, table.c.body, table.c.current, table.c.cell, table.c.pair, table.c.seat)
        for row in self._rows(query.where(*where)):
            seat = parse_seat(row.cell, row.pair, row.seat)
            yield Kept(id=row.id, claim=parse_claim(row.body), current=row.current, seat=seat)

    def _facts(self, column: ColumnElement[str], keys: Iterable[str]) -> Iterator[Fact]:
        for query in _each(select(schema.facts.c.body), column, keys):
            for row in self._rows(query):
                yield parse_fact(row.body)

    def _rows(self, query: Select[Any]) -> Iterator[Row[Any]]:
        with self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=1000).execute(query)


def _each(query: Select[Any], column: ColumnElement[Any], keys: Iterable[str] | Iterable[int]) -> Iterator[Select[Any]]:
    for batch in _batches(_in_order(keys)):
        yield query.where(column.in_(batch))


def _in_order(keys: Iterable[Any]) -> list[Any]:
    return sorted(set(keys))


def _batches(keys: Sequence[T]) -> Iterator[Sequence[T]]:
    return (keys[begin : begin + _BATCH] for begin in range(0, len(keys), _BATCH))


def _by_document(rows: Iterable[Row[Any]]) -> Mapping[str, Sequence[Sketch]]:
    found: dict[str, list[Sketch]] = {}
    for row in rows:
        sketch = Sketch(start=row.start, end=row.end, pieces=parse_pieces(row.pieces))
        found.setdefault(row.document, []).append(sketch)
    return found


def _voice(row: Row[Any]) -> Voice:
    return Voice(document=row.document, start=row.start, end=row.end, first=row.first, first_start=row.first_start)
