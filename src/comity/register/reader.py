"""Reading: what is asked of a register, each function inside a connection that its caller holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, Connection, Executable, RowMapping, Table, func, select

from comity.errors import NotRecorded
from comity.model.claim import Claim
from comity.model.document import Document, Source
from comity.model.fact import Fact, MissingRow, Standing
from comity.model.issue import Issue, Severity
from comity.model.judgement import Judgement, Ruling
from comity.register import schema
from comity.register.records import (
    Counts,
    State,
    parse_claim,
    parse_document,
    parse_fact,
    parse_judgement,
    parse_missing,
    parse_ruling,
)

_BATCH = 500
_CHUNK = 1000  # rows fetched at a time: a register need not fit into memory to be read through


def read_meta(connection: Connection, key: str) -> str:
    """The value kept under this key, empty where there is none."""
    query = select(schema.meta.c.value).where(schema.meta.c.key == key)
    return connection.execute(query).scalar_one_or_none() or ""


def read_states(connection: Connection) -> Mapping[str, State]:
    """Every document's place, digest and engine, by its id."""
    table = schema.documents
    query = select(table.c.id, table.c.place, table.c.digest, table.c.engine).where(table.c.current)
    return {row.id: State(place=row.place, digest=row.digest, engine=row.engine) for row in connection.execute(query)}


def get_document(connection: Connection, key: str) -> Document:
    """The document of this id, with its source; `NotRecorded` where there is none."""
    query = select(schema.documents).where(schema.documents.c.id == key)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise NotRecorded(f"the register holds no document {key!r}")
    return _document(row)


def get_claim(connection: Connection, key: str) -> Claim:
    """The claim of this id, or the one claim whose id begins so; `NotRecorded` where there is none or several."""
    return parse_claim(_get_body(connection, schema.claims, "claim", key))


def _get_body(connection: Connection, table: Table, kind: str, key: str) -> str:
    exact = connection.execute(select(table.c.body).where(table.c.id == key)).scalar_one_or_none()
    if exact is not None:
        return str(exact)
    begins = func.substr(table.c.id, 1, len(key)) == key
    rows = connection.execute(select(table.c.id, table.c.body).where(begins).order_by(table.c.id).limit(6)).all()
    if len(rows) != 1 or not key:
        known = f"; several begin so: {', '.join(row.id for row in rows)}" if rows and key else ""
        raise NotRecorded(f"the register holds no {kind} {key!r}{known}")
    return str(rows[0].body)


def get_claims(connection: Connection, keys: Collection[str]) -> Mapping[str, Claim]:
    """The claims of these ids, by id; `NotRecorded` names those that are not there."""
    ordered, found = sorted(set(keys)), {}
    for begin in range(0, len(ordered), _BATCH):
        query = select(schema.claims.c.id, schema.claims.c.body)
        for row in connection.execute(query.where(schema.claims.c.id.in_(ordered[begin : begin + _BATCH]))):
            found[row.id] = parse_claim(row.body)
    if lost := [key for key in ordered if key not in found]:
        raise NotRecorded(f"the register holds no claim {', '.join(lost)}")
    return found


def get_fact(connection: Connection, key: str) -> Fact:
    """The fact of this id, or the one fact whose id begins so; `NotRecorded` where there is none or several."""
    return parse_fact(_get_body(connection, schema.facts, "fact", key))


def iter_documents(connection: Connection) -> Iterator[Document]:
    """All documents, by id."""
    table = schema.documents
    for row in _stream(connection, select(table).where(table.c.current).order_by(table.c.id)):
        yield _document(row)


def iter_claims(
    connection: Connection, *, document: str | None, parties: Iterable[str], kind: str | None
) -> Iterator[Claim]:
    """The claims of this document that name all these parties and are of this type, in order of place."""
    table, pairs = schema.claims, schema.claim_parties
    query = select(table.c.body).where(table.c.current).order_by(table.c.document, table.c.position)
    if document is not None:
        query = query.where(table.c.document == document)
    if kind is not None:
        query = query.where(table.c.type == kind)
    for party in parties:
        query = query.where(table.c.id.in_(select(pairs.c.claim).where(pairs.c.party == party)))
    for row in _stream(connection, query):
        yield parse_claim(row["body"])


def iter_facts(
    connection: Connection,
    *,
    parties: Iterable[str],
    kind: str | None,
    standing: Standing | None,
    document: str | None,
) -> Iterator[Fact]:
    """The facts that name all these parties, of this type and standing, that this document tells; by type and day."""
    table, pairs = schema.facts, schema.fact_parties
    query = select(table.c.body).order_by(table.c.type, func.coalesce(table.c.first_day, 0), table.c.id)
    if kind is not None:
        query = query.where(table.c.type == kind)
    if standing is not None:
        query = query.where(table.c.standing == standing.value)
    if document is not None:
        behind = select(schema.fact_claims.c.fact).join(schema.claims, schema.claims.c.id == schema.fact_claims.c.claim)
        query = query.where(table.c.id.in_(behind.where(schema.claims.c.document == document)))
    for party in parties:
        query = query.where(table.c.id.in_(select(pairs.c.fact).where(pairs.c.party == party)))
    for row in _stream(connection, query):
        yield parse_fact(row["body"])


def iter_missing(connection: Connection, *, known: str | None) -> Iterator[MissingRow]:
    """The rows whose party is missing, of this known party if one is given, in order of document and place."""
    table, claims = schema.missing_rows, schema.claims
    query = select(table.c.body).join(claims, claims.c.id == table.c.claim)
    if known is not None:
        query = query.where(table.c.known == known)
    for row in _stream(connection, query.order_by(claims.c.document, claims.c.position)):
        yield parse_missing(row["body"])


def find_missing(connection: Connection, keys: Collection[str]) -> Mapping[str, MissingRow]:
    """Those of these claims whose party is missing, by claim."""
    table, ordered = schema.missing_rows, sorted(set(keys))
    found: dict[str, MissingRow] = {}
    for begin in range(0, len(ordered), _BATCH):
        query = select(table.c.claim, table.c.body).where(table.c.claim.in_(ordered[begin : begin + _BATCH]))
        found |= {row.claim: parse_missing(row.body) for row in connection.execute(query)}
    return found


def iter_issues(connection: Connection, *, place: str | None) -> Iterator[Issue]:
    """All issues, or those of one document or file, in order of stage, owner and position."""
    table = schema.issues
    query = select(table).order_by(table.c.stage, table.c.owner, table.c.position)
    if place is not None:
        query = query.where((table.c.place == place) | (table.c.owner == place))
    for row in _stream(connection, query):
        yield Issue(
            code=row["code"],
            severity=Severity(row["severity"]),
            place=row["place"],
            message=row["message"],
            start=row["start"],
            end=row["end"],
        )


def read_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements ever made, in the order they were made."""
    bodies = connection.execute(select(schema.judgements.c.body)).scalars()
    return tuple(sorted(map(parse_judgement, bodies), key=lambda one: one.order))


def read_rulings(connection: Connection) -> Mapping[str, Ruling]:
    """What became of each judgement when the facts were made, by its id; none for one made since."""
    return {
        row.judgement: parse_ruling(row.judgement, row.state, row.body)
        for row in connection.execute(select(schema.rulings))
    }


def read_issue_owners(connection: Connection, stage: str) -> tuple[str, ...]:
    """Whose issues of this stage are kept: document ids, or the places of files that gave no document."""
    table = schema.issues
    query = select(table.c.owner).where(table.c.stage == stage).distinct().order_by(table.c.owner)
    return tuple(connection.execute(query).scalars())


def count_parties(connection: Connection) -> Mapping[str, int]:
    """How many facts name each party, for every party that one names."""
    table = schema.fact_parties
    query = select(table.c.party, func.count().label("facts")).group_by(table.c.party).order_by(table.c.party)
    return {row.party: row.facts for row in connection.execute(query)}


def count_party_documents(connection: Connection) -> Mapping[str, int]:
    """In how many documents a claim names each party, for every party that one names."""
    pairs, claims = schema.claim_parties, schema.claims
    number = func.count(claims.c.document.distinct()).label("documents")
    query = select(pairs.c.party, number).join(claims, claims.c.id == pairs.c.claim).where(claims.c.current)
    return {row.party: row.documents for row in connection.execute(query.group_by(pairs.c.party))}


def count(connection: Connection) -> Counts:
    """How much the register holds."""

    def rows(table: Table, *where: ColumnElement[bool]) -> int:
        return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()

    facts, missing = schema.facts, schema.missing_rows
    return Counts(
        documents=rows(schema.documents, schema.documents.c.current),
        claims=rows(schema.claims, schema.claims.c.current),
        facts=rows(facts),
        conflicts=rows(facts, facts.c.standing == Standing.DISPUTED.value),
        missing_rows=rows(missing),
        open_rows=rows(missing, missing.c.settled.is_(None)),
        issues=rows(schema.issues),
    )


def _document(row: RowMapping) -> Document:
    source = Source(
        id=row["id"], place=row["place"], digest=row["digest"], media_type=row["media_type"], text=row["text"]
    )
    return parse_document(source, row["body"])


def _stream(connection: Connection, query: Executable) -> Iterator[RowMapping]:
    yield from connection.execution_options(yield_per=_CHUNK).execute(query).mappings()
