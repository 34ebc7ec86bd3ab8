"""Writing what facts ask of documents, what copies are known by, and whose copy each is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, select, tuple_, update

from comity.model.origin import Origin
from comity.model.sketch import Sketch, Voice
from comity.register import schema
from comity.register.records import write_origin, write_pieces
from comity.register.writer import in_batches, put_rows
from comity.text.sketch import keys_of


def touch_claims(connection: Connection, documents: Sequence[str]) -> None:
    """Nothing; facts do not follow the claims of these documents."""
    table = schema.claims
    for batch in in_batches(documents):
        connection.execute(update(table).where(table.c.document.in_(batch)).values(touched=True))


def put_sketches(connection: Connection, document: str, sketches: Sequence[Sketch]) -> bool:
    """Whether these sketches of the document are others than before, which now stand in place of those."""
    table, keys = schema.sketches, schema.sketch_keys
    query = select(table.c.start, table.c.end, table.c.pieces).where(table.c.document == document)
    new = {(one.start, one.end, write_pieces(one.pieces)) for one in sketches}
    if {tuple(row) for row in connection.execute(query)} == new:
        return False
    connection.execute(delete(keys).where(keys.c.document == document))
    connection.execute(delete(table).where(table.c.document == document))
    rows = [{"document": document, "start": start, "end": end, "pieces": text} for start, end, text in sorted(new)]
    put_rows(connection, table, rows)
    found = {(key, one.start) for one in sketches for key in keys_of(one.pieces)}
    put_rows(connection, keys, [{"key": key, "document": document, "start": start} for key, start in sorted(found)])
    documents = schema.documents
    connection.execute(update(documents).where(documents.c.id == document).values(touched=True))
    return True


def put_origin(connection: Connection, origin: Origin) -> None:
    """Nothing; this is what facts ask of the document."""
    table = schema.documents
    connection.execute(update(table).where(table.c.id == origin.document).values(origin=write_origin(origin)))


def put_voices(
    connection: Connection, spots: Collection[tuple[str, int]] | None, voices: Iterable[Voice]
) -> tuple[str, ...]:
    """The documents whose voices are others than before; these stand in place of all of these spots (``None``: all)."""
    table = schema.voices
    query, spot = select(table), tuple_(table.c.document, table.c.start)
    asked = [query] if spots is None else [query.where(spot.in_(batch)) for batch in in_batches(sorted(spots))]
    old = {(row.document, row.start): tuple(row) for one in asked for row in connection.execute(one)}
    new = {(one.document, one.start): (one.document, one.start, one.end, one.first, one.first_start) for one in voices}
    changed = sorted(key for key in set(old) | set(new) if old.get(key) != new.get(key))
    for some in in_batches(changed):
        connection.execute(delete(table).where(spot.in_(some)))
    fields = ("document", "start", "end", "first", "first_start")
    put_rows(connection, table, [dict(zip(fields, new[key], strict=True)) for key in changed if key in new])
    documents = schema.documents
    connection.execute(update(documents).where(documents.c.touched).values(touched=False))
    return tuple(sorted({document for document, _ in changed}))
