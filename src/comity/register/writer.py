"""Writing: what a transaction does, each function inside one that its caller holds."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, bindparam, delete, insert, select, update

from comity.model.change import Seat
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import Fact, MissingRow
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling, quote_of
from comity.model.origin import Origin
from comity.model.when import When
from comity.register import schema
from comity.register.records import (
    fact_parties,
    write_claim,
    write_document,
    write_fact,
    write_inference,
    write_json,
    write_judgement,
    write_missing,
    write_origin,
    write_ruling,
    write_seat,
)

_NOWHERE = (None, None)
_BATCH = 500  # SQLite takes 32,766 bound values a statement, PostgreSQL 65,535: room to spare for both


def put_document(connection: Connection, document: Document, origin: Origin | None, *, engine: str, run: int) -> bool:
    """Whether facts ask something of the document that is another than before; it stands in place of the one before."""
    source, table = document.source, schema.documents
    row = {
        "place": source.place,
        "digest": source.digest,
        "media_type": source.media_type,
        "language": document.language.value,
        "date": None if document.date is None else str(document.date.value),
        "text": source.text,
        "body": write_document(document),
        "engine": engine,
        "current": True,
        "recorded": run,
        "origin": None if origin is None else write_origin(origin),
        "touched": True,
    }
    before = connection.execute(select(table).where(table.c.id == source.id)).mappings().one_or_none()
    if before is None:
        connection.execute(insert(table).values(id=source.id, **row))
        return True
    if any(before[name] != row[name] for name in ("digest", "body", "place", "media_type", "current")):
        _retire(connection, "document", [_past_document(before)], run)
    else:
        del row["recorded"]  # only the engine is another: nothing new was learned of the document
    row["touched"] = before["touched"]
    connection.execute(update(table).where(table.c.id == source.id).values(**row))
    return bool(before["origin"] != row["origin"])


def _past_document(row: RowMapping) -> tuple[str, int, str]:
    kept = {name: str(row[name]) for name in ("place", "digest", "media_type", "text", "body", "engine")}
    return str(row["id"]), int(str(row["recorded"])), write_json(dict(kept))


def put_claims(connection: Connection, document: str, claims: Sequence[Claim], *, run: int) -> bool:
    """Whether these claims of the document are others than before, which now stand in place of those."""
    table = schema.claims
    new = {claim.id: (position, claim) for position, claim in reversed(list(enumerate(claims)))}
    query = select(table.c.id, table.c.position, table.c.current).where(table.c.document == document)
    old = {row.id: row for row in connection.execute(query)}
    added = [_claim_row(key, *new[key], run) for key in new if key not in old]
    gone = [key for key, row in old.items() if row.current and key not in new]
    back = [key for key, row in old.items() if not row.current and key in new]
    moved = [key for key, row in old.items() if key in new and row.position != new[key][0]]
    put_rows(connection, table, added)
    pairs = [{"party": party, "claim": row["id"]} for row in added for party in new[str(row["id"])][1].parties()]
    put_rows(connection, schema.claim_parties, pairs)
    _set_current(connection, gone, False)
    _set_current(connection, back, True)
    _move(connection, {key: new[key][0] for key in moved})
    return bool(added or gone or back or moved)


def _claim_row(key: str, position: int, claim: Claim, run: int) -> dict[str, object]:
    first, last = _days(claim.when)
    return {
        "id": key,
        "document": claim.document,
        "position": position,
        "type": claim.type,
        "first_day": first,
        "last_day": last,
        "current": True,
        "body": write_claim(claim),
        "recorded": run,
        "start": claim.evidence.start,
        "quote": sum_quote(quote_of(claim)),
        "lost": claim.missing is not None,
        "touched": True,
    }


def sum_quote(quote: str) -> int:
    """The checksum under which a claim is found by its quote."""
    return zlib.crc32(quote.encode())


def _set_current(connection: Connection, keys: Sequence[str], value: bool) -> None:
    table = schema.claims
    for batch in in_batches(keys):
        connection.execute(update(table).where(table.c.id.in_(batch)).values(current=value, touched=True))


def _move(connection: Connection, positions: Mapping[str, int]) -> None:
    if positions:
        table = schema.claims
        statement = update(table).where(table.c.id == bindparam("key")).values(position=bindparam("place"))
        connection.execute(statement, [{"key": key, "place": place} for key, place in positions.items()])


def put_issues(connection: Connection, stage: str, owner: str, issues: Iterable[Issue]) -> bool:
    """Whether these issues of the owner are others than before, which now stand in place of those."""
    table = schema.issues
    mine = (table.c.stage == stage) & (table.c.owner == owner)
    new = [_issue_row(stage, owner, position, issue) for position, issue in enumerate(issues)]
    old = [dict(row) for row in connection.execute(select(table).where(mine).order_by(table.c.position)).mappings()]
    if new == old:
        return False
    connection.execute(delete(table).where(mine))
    put_rows(connection, table, new)
    return True


def _issue_row(stage: str, owner: str, position: int, issue: Issue) -> dict[str, object]:
    return {
        "stage": stage,
        "owner": owner,
        "position": position,
        "code": issue.code,
        "severity": issue.severity.value,
        "place": issue.place,
        "message": issue.message,
        "start": issue.start,
        "end": issue.end,
    }


def drop_documents(connection: Connection, keys: Sequence[str], *, run: int) -> None:
    """These documents without claims or issues: `purge` takes them out when no fact needs them."""
    table = schema.claims
    for batch in in_batches(keys):
        gone = update(table).where(table.c.document.in_(batch), table.c.current)
        connection.execute(gone.values(current=False, touched=True))
        for sketched in (schema.sketches, schema.sketch_keys):
            connection.execute(delete(sketched).where(sketched.c.document.in_(batch)))
        connection.execute(
            delete(schema.issues).where(schema.issues.c.stage == "read", schema.issues.c.owner.in_(batch))
        )
        rows = connection.execute(select(schema.documents).where(schema.documents.c.id.in_(batch))).mappings().all()
        _retire(connection, "document", [_past_document(row) for row in rows], run)
        connection.execute(
            update(schema.documents).where(schema.documents.c.id.in_(batch)).values(current=False, touched=True)
        )


def put_facts(
    connection: Connection,
    facts: Iterable[Fact],
    *,
    run: int,
    homes: Mapping[str, tuple[str, str]] | None = None,
    cells: Collection[str] | None = None,
) -> None:
    """These facts in place of all before in these cells (``None``: in all).

    Those that did not change are left as they are, the others go to the past.
    """
    table, homes = schema.facts, homes or {}
    old = {row.id: row for row in _facts_before(connection, cells)}
    new = {fact.id: fact for fact in facts}
    changed = [
        key
        for key, fact in new.items()
        if key not in old
        or old[key].body != write_fact(fact)
        or (old[key].cell, old[key].pair) != homes.get(key, (None, None))
    ]
    gone = [key for key in old if key not in new] + [key for key in changed if key in old]
    _retire(connection, "fact", [(key, old[key].recorded, old[key].body) for key in gone], run)
    for batch in in_batches(gone):
        connection.execute(delete(table).where(table.c.id.in_(batch)))
    put_rows(connection, table, [_fact_row(new[key], homes.get(key, _NOWHERE), run) for key in changed])
    parties = [{"party": party, "fact": key} for key in changed for party in fact_parties(new[key])]
    put_rows(connection, schema.fact_parties, parties)
    put_rows(
        connection, schema.fact_claims, [{"fact": key, "claim": one} for key in changed for one in new[key].claims()]
    )


def _facts_before(connection: Connection, cells: Collection[str] | None) -> Iterator[Any]:
    table = schema.facts
    query = select(table.c.id, table.c.recorded, table.c.body, table.c.cell, table.c.pair)
    if cells is None:
        yield from connection.execute(query)
        return
    for batch in in_batches(sorted(cells)):
        yield from connection.execute(query.where(table.c.cell.in_(batch)))


def _fact_row(fact: Fact, home: tuple[str | None, str | None], run: int) -> dict[str, object]:
    first, last = _days(fact.when)
    claims = fact.claims()
    return {
        "id": fact.id,
        "type": fact.type,
        "standing": fact.standing.value,
        "modality": fact.modality,
        "first_day": first,
        "last_day": last,
        "claim": claims[0] if claims else None,
        "inference": write_inference(fact.inference),
        "body": write_fact(fact),
        "recorded": run,
        "cell": home[0],
        "pair": home[1],
    }


def put_missing(connection: Connection, rows: Iterable[MissingRow], *, run: int) -> None:
    """These rows in place of all before; those that did not change are left as they are, the others go to the past."""
    table = schema.missing_rows
    old = {row.claim: row for row in connection.execute(select(table.c.claim, table.c.recorded, table.c.body))}
    new = {row.claim: (row, write_missing(row)) for row in sorted(rows, key=lambda row: row.claim)}
    changed = [key for key, (_, body) in new.items() if key not in old or old[key].body != body]
    gone = [key for key in old if key not in new] + [key for key in changed if key in old]
    _retire(connection, "missing", [(key, old[key].recorded, old[key].body) for key in gone], run)
    for batch in in_batches(gone):
        connection.execute(delete(table).where(table.c.claim.in_(batch)))
    fresh = ((key, *new[key]) for key in changed)
    put_rows(
        connection,
        table,
        [
            {"claim": key, "known": row.known, "settled": row.settled, "body": body, "recorded": run}
            for key, row, body in fresh
        ],
    )


def find_new_judgements(connection: Connection, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that are not kept yet, each once, in their order."""
    known = set(connection.execute(select(schema.judgements.c.id)).scalars())
    found = {one.id: one for one in judgements if one.id not in known}
    return tuple(sorted(found.values(), key=lambda one: one.order))


def put_judgements(connection: Connection, judgements: Iterable[Judgement], *, run: int) -> None:
    """These judgements beside those that are kept."""
    put_rows(
        connection,
        schema.judgements,
        [
            {"id": one.id, "verdict": one.verdict.value, "body": write_judgement(one), "recorded": run}
            for one in judgements
        ],
    )


def put_rulings(connection: Connection, rulings: Iterable[Ruling]) -> None:
    """These rulings in place of all before."""
    table = schema.rulings
    new = [{"judgement": one.judgement, "state": one.state, "body": write_ruling(one)} for one in rulings]
    old = [dict(row) for row in connection.execute(select(table).order_by(table.c.judgement)).mappings()]
    if new != old:
        connection.execute(delete(table))
        put_rows(connection, table, new)


def put_seats(connection: Connection, seats: Mapping[str, Seat]) -> None:
    """Nothing; these claims are used there, and facts follow all."""
    table = schema.claims
    rows = [{"key": key, "a": seat.cell, "b": seat.pair, "c": write_seat(seat)} for key, seat in sorted(seats.items())]
    if rows:
        mine = update(table).where(table.c.id == bindparam("key"))
        connection.execute(mine.values(cell=bindparam("a"), pair=bindparam("b"), seat=bindparam("c")), rows)
    connection.execute(update(table).where(table.c.touched, table.c.current).values(touched=False))


def put_checked(connection: Connection, scopes: Mapping[str, Sequence[Issue]], *, whole: bool) -> None:
    """Nothing; the issues of each scope stand in place of those before, where ``whole`` in place of all."""
    table = schema.issues
    if whole:
        owners = connection.execute(select(table.c.owner).where(table.c.stage == "reconcile").distinct()).scalars()
        scopes = dict.fromkeys(owners, ()) | dict(scopes)
    for scope, issues in sorted(scopes.items()):
        put_issues(connection, "reconcile", scope, issues)


def purge(connection: Connection, *, run: int) -> None:
    """What no document says any more, moved to the past: called when no fact rests on it any more."""
    claims, documents = schema.claims, schema.documents
    query = select(claims.c.id, claims.c.recorded, claims.c.body).where(claims.c.touched, claims.c.current.is_(False))
    gone = [(row.id, row.recorded, row.body) for row in connection.execute(query)]
    _retire(connection, "claim", gone, run)
    for batch in in_batches([key for key, _, _ in gone]):
        connection.execute(delete(claims).where(claims.c.id.in_(batch)))
    connection.execute(delete(documents).where(documents.c.current.is_(False)))


def _retire(connection: Connection, kind: str, rows: Iterable[tuple[str, int, str]], run: int) -> None:
    """These records in the past; one that came and went within one run was never known to anybody."""
    past = [
        {"kind": kind, "id": key, "recorded": since, "retired": run, "body": body}
        for key, since, body in rows
        if since != run
    ]
    put_rows(connection, schema.past, past)


def _days(when: When | None) -> tuple[int | None, int | None]:
    return (None, None) if when is None else (when.first, when.last)


def put_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Nothing; these rows stand in the table; without any nothing is asked."""
    if rows:
        connection.execute(insert(table), rows)


def in_batches(keys: Sequence[object]) -> Iterable[Sequence[object]]:
    """The keys, so many at a time as a statement takes."""
    return (keys[begin : begin + _BATCH] for begin in range(0, len(keys), _BATCH))
