"""Writing: what a transaction does, each function inside one that its caller holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, Table, bindparam, delete, insert, select, update

from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import Fact, MissingRow
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling
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
    write_ruling,
)

_BATCH = 500  # SQLite takes 32,766 bound values a statement, PostgreSQL 65,535: room to spare for both


def put_document(connection: Connection, document: Document, *, engine: str, run: int) -> None:
    """The document in place of what was recorded under its id, which goes to the past."""
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
    }
    before = connection.execute(select(table).where(table.c.id == source.id)).mappings().one_or_none()
    if before is None:
        connection.execute(insert(table).values(id=source.id, **row))
        return
    if any(before[name] != row[name] for name in ("digest", "body", "place", "media_type", "current")):
        _retire(connection, "document", [_past_document(before)], run)
    else:
        del row["recorded"]  # only the engine is another: nothing new was learned of the document
    connection.execute(update(table).where(table.c.id == source.id).values(**row))


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
    _insert(connection, table, added)
    pairs = [{"party": party, "claim": row["id"]} for row in added for party in new[str(row["id"])][1].parties()]
    _insert(connection, schema.claim_parties, pairs)
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
    }


def _set_current(connection: Connection, keys: Sequence[str], value: bool) -> None:
    table = schema.claims
    for batch in _batches(keys):
        connection.execute(update(table).where(table.c.id.in_(batch)).values(current=value))


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
    _insert(connection, table, new)
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
    for batch in _batches(keys):
        connection.execute(update(table).where(table.c.document.in_(batch)).values(current=False))
        connection.execute(
            delete(schema.issues).where(schema.issues.c.stage == "read", schema.issues.c.owner.in_(batch))
        )
        rows = connection.execute(select(schema.documents).where(schema.documents.c.id.in_(batch))).mappings().all()
        _retire(connection, "document", [_past_document(row) for row in rows], run)
        connection.execute(update(schema.documents).where(schema.documents.c.id.in_(batch)).values(current=False))


def put_facts(connection: Connection, facts: Iterable[Fact], *, run: int) -> None:
    """These facts in place of all before; those that did not change are left as they are, the others go to the past."""
    table = schema.facts
    old = {row.id: row for row in connection.execute(select(table.c.id, table.c.recorded, table.c.body))}
    new = {fact.id: fact for fact in facts}
    changed = [key for key, fact in new.items() if key not in old or old[key].body != write_fact(fact)]
    gone = [key for key in old if key not in new] + [key for key in changed if key in old]
    _retire(connection, "fact", [(key, old[key].recorded, old[key].body) for key in gone], run)
    for batch in _batches(gone):
        connection.execute(delete(table).where(table.c.id.in_(batch)))
    _insert(connection, table, [_fact_row(new[key], run) for key in changed])
    parties = [{"party": party, "fact": key} for key in changed for party in fact_parties(new[key])]
    _insert(connection, schema.fact_parties, parties)
    _insert(
        connection, schema.fact_claims, [{"fact": key, "claim": one} for key in changed for one in new[key].claims()]
    )


def _fact_row(fact: Fact, run: int) -> dict[str, object]:
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
    }


def put_missing(connection: Connection, rows: Iterable[MissingRow], *, run: int) -> None:
    """These rows in place of all before; those that did not change are left as they are, the others go to the past."""
    table = schema.missing_rows
    old = {row.claim: row for row in connection.execute(select(table.c.claim, table.c.recorded, table.c.body))}
    new = {row.claim: (row, write_missing(row)) for row in sorted(rows, key=lambda row: row.claim)}
    changed = [key for key, (_, body) in new.items() if key not in old or old[key].body != body]
    gone = [key for key in old if key not in new] + [key for key in changed if key in old]
    _retire(connection, "missing", [(key, old[key].recorded, old[key].body) for key in gone], run)
    for batch in _batches(gone):
        connection.execute(delete(table).where(table.c.claim.in_(batch)))
    fresh = ((key, *new[key]) for key in changed)
    _insert(
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
    _insert(
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
        _insert(connection, table, new)


def purge(connection: Connection, *, run: int) -> None:
    """What no document says any more, moved to the past: called when no fact rests on it any more."""
    claims, documents = schema.claims, schema.documents
    query = select(claims.c.id, claims.c.recorded, claims.c.body).where(claims.c.current.is_(False))
    gone = [(row.id, row.recorded, row.body) for row in connection.execute(query)]
    _retire(connection, "claim", gone, run)
    for batch in _batches([key for key, _, _ in gone]):
        connection.execute(delete(claims).where(claims.c.id.in_(batch)))
    connection.execute(delete(documents).where(documents.c.current.is_(False)))


def _retire(connection: Connection, kind: str, rows: Iterable[tuple[str, int, str]], run: int) -> None:
    """These records in the past; one that came and went within one run was never known to anybody."""
    past = [
        {"kind": kind, "id": key, "recorded": since, "retired": run, "body": body}
        for key, since, body in rows
        if since != run
    ]
    _insert(connection, schema.past, past)


def _days(when: When | None) -> tuple[int | None, int | None]:
    return (None, None) if when is None else (when.first, when.last)


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _batches(keys: Sequence[object]) -> Iterable[Sequence[object]]:
    return (keys[begin : begin + _BATCH] for begin in range(0, len(keys), _BATCH))
