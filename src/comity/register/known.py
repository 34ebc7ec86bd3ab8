"""What the register held on a day: recorded time, read from what stands now and from the past.

Answers what a register answers (`comity.views.reads.Reads`), record by record from the bodies that are kept. Issues,
and what became of judgements, have no history: of those there are none here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, Engine, Table, func, literal, select, union_all

from comity.errors import NotRecorded
from comity.model.claim import Claim
from comity.model.document import Document, Source
from comity.model.fact import Fact, MissingRow, Standing
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling
from comity.model.when import When
from comity.register import schema
from comity.register.records import (
    Counts,
    fact_parties,
    parse_claim,
    parse_document,
    parse_fact,
    parse_judgement,
    parse_missing,
    parse_past_document,
)

_TABLES: Mapping[str, Table] = {"claim": schema.claims, "fact": schema.facts, "missing": schema.missing_rows}
_KEYS = {"claim": schema.claims.c.id, "fact": schema.facts.c.id, "missing": schema.missing_rows.c.claim}
_MANY = 50  # of more records than this, all are read and sorted out here


def find_run(connection: Connection, day: When) -> int:
    """The last run that was done by the end of this day (UTC); `NotRecorded` where there is none."""
    runs = schema.runs
    end = "" if day.last is None else date.fromordinal(day.last).isoformat()
    done = func.substr(func.coalesce(runs.c.finished, runs.c.started), 1, 10)
    query = select(func.max(runs.c.id))
    found = connection.execute(query.where(done <= end) if end else query).scalar_one()
    if found is None:
        first = connection.execute(select(func.min(runs.c.started))).scalar_one()
        since = f"it begins on {first[:10]}" if first else "it is empty"
        raise NotRecorded(f"the register held nothing on {day}: {since}")
    return int(found)


class Known:
    """The register as it stood when one of its runs was done; made by `Register.as_known_on`."""

    def __init__(self, engine: Engine, run: int) -> None:
        self.run = run
        self._engine = engine

    def counts(self) -> Counts:
        """How much the register held; issues have no history and are not counted."""
        facts, rows = list(self.iter_facts()), list(self.iter_missing())
        return Counts(
            documents=sum(1 for _ in self.iter_documents()),
            claims=sum(1 for _ in self.iter_claims()),
            facts=len(facts),
            conflicts=sum(fact.standing is Standing.DISPUTED for fact in facts),
            missing_rows=len(rows),
            open_rows=sum(row.settled is None for row in rows),
            issues=0,
        )

    def parties(self) -> Mapping[str, int]:
        """How many facts named each party."""
        return Counter(party for fact in self.iter_facts() for party in fact_parties(fact))

    def party_documents(self) -> Mapping[str, int]:
        """In how many documents a claim named each party."""
        pairs = {(party, claim.document) for claim in self.iter_claims() for party in claim.parties()}
        return Counter(party for party, _ in pairs)

    def copies(self) -> Mapping[str, str]:
        """None: whose copy a text is, is kept as it is now."""
        return {}

    def get_document(self, key: str) -> Document:
        """The document of this id as it was then; `NotRecorded` where there was none."""
        for document in self._documents(schema.documents.c.id == key, schema.past.c.id == key):
            return document
        raise NotRecorded(f"the register held no document {key!r} then")

    def get_claim(self, key: str) -> Claim:
        """The claim of this id; `NotRecorded` where there was none."""
        return self.get_claims([key])[key]

    def get_claims(self, keys: Collection[str]) -> Mapping[str, Claim]:
        """The claims of these ids, by id; `NotRecorded` names those that were not there."""
        found = {key: parse_claim(body) for key, body in self._bodies("claim", keys=keys)}
        if lost := sorted(set(keys) - set(found)):
            raise NotRecorded(f"the register held no claim {', '.join(lost)} then")
        return {key: found[key] for key in sorted(found)}

    def get_fact(self, key: str) -> Fact:
        """The fact of this id, or the one whose id begins so; `NotRecorded` where there was none or several."""
        found = dict(self._bodies("fact", begins=key)) if key else {}
        if key in found:
            return parse_fact(found[key])
        if len(found) != 1:
            known = f"; several begin so: {', '.join(sorted(found)[:6])}" if found else ""
            raise NotRecorded(f"the register held no fact {key!r} then{known}")
        return parse_fact(next(iter(found.values())))

    def iter_documents(self) -> Iterator[Document]:
        """All documents, by id."""
        yield from sorted(self._documents(), key=lambda document: document.id)

    def iter_claims(
        self, *, document: str | None = None, parties: Iterable[str] = (), type: str | None = None
    ) -> Iterator[Claim]:
        """The claims of this document that name all these parties and are of this type, in order of place."""
        wanted = set(parties)
        claims = (parse_claim(body) for _, body in self._bodies("claim", words=[*wanted, document, type]))
        kept = [
            claim
            for claim in claims
            if document in (None, claim.document) and type in (None, claim.type) and wanted <= set(claim.parties())
        ]
        yield from sorted(kept, key=lambda claim: (claim.document, claim.evidence.start, claim.evidence.end, claim.id))

    def iter_facts(
        self,
        *,
        parties: Iterable[str] = (),
        type: str | None = None,
        standing: Standing | None = None,
        document: str | None = None,
    ) -> Iterator[Fact]:
        """The facts that named all these parties, of this type and standing, and spoken of in this document, by day."""
        wanted = set(parties)
        words = [*wanted, type, document, standing.value if standing else None]
        facts = (parse_fact(body) for _, body in self._bodies("fact", words=words))
        kept = [
            fact
            for fact in facts
            if type in (None, fact.type)
            and standing in (None, fact.standing)
            and (document is None or any(document in reading.documents for reading in fact.readings))
            and wanted <= set(fact_parties(fact))
        ]
        yield from sorted(kept, key=lambda fact: (fact.type, (fact.when.first if fact.when else 0) or 0, fact.id))

    def iter_missing(self, *, known: str | None = None) -> Iterator[MissingRow]:
        """The rows whose party was missing, of this known party if one is given, in order of document and place."""
        rows = [parse_missing(body) for _, body in self._bodies("missing", words=[known])]
        kept = [row for row in rows if known in (None, row.known)]
        claims = self.get_claims([row.claim for row in kept])

        def place(row: MissingRow) -> tuple[str, int, str]:
            return claims[row.claim].document, claims[row.claim].evidence.start, row.claim

        yield from sorted(kept, key=place)

    def find_missing(self, keys: Collection[str]) -> Mapping[str, MissingRow]:
        """Those of these claims whose party was missing, by claim."""
        return {key: parse_missing(body) for key, body in self._bodies("missing", keys=keys)}

    def iter_issues(self, *, place: str | None = None) -> Iterator[Issue]:
        """None: issues are kept as they are now."""
        yield from ()

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements made by then, in the order they were made."""
        table = schema.judgements
        with self._engine.connect() as connection:
            bodies = connection.execute(select(table.c.body).where(table.c.recorded <= self.run)).scalars().all()
        return tuple(sorted(map(parse_judgement, bodies), key=lambda one: one.order))

    def rulings(self) -> Mapping[str, Ruling]:
        """None: what became of judgements is kept as it is now."""
        return {}

    # how

    def _bodies(
        self, kind: str, *, keys: Collection[str] | None = None, words: Iterable[str | None] = (), begins: str = ""
    ) -> Iterator[tuple[str, str]]:
        """The ids and bodies of this kind that stood then; ``words`` all stand in the body, in quotes.

        Nothing is sorted out by ``keys`` in SQL where they are many.
        """
        table, key, past = _TABLES[kind], _KEYS[kind], schema.past
        now = select(key.label("key"), table.c.body).where(table.c.recorded <= self.run)
        then = select(past.c.id.label("key"), past.c.body).where(past.c.kind == kind, *self._stood())
        if keys is not None and len(keys) <= _MANY:
            now, then = now.where(key.in_(keys)), then.where(past.c.id.in_(keys))
        if begins:
            now = now.where(func.substr(key, 1, len(begins)) == begins)
            then = then.where(func.substr(past.c.id, 1, len(begins)) == begins)
        for word in words:
            if word and word.isascii() and word.isalnum():  # else the body may hold it in another form
                now, then = (one.where(_holds(one.selected_columns.body, word)) for one in (now, then))
        wanted = None if keys is None else set(keys)
        with self._engine.connect() as connection:
            for row in connection.execute(union_all(now, then)):
                if wanted is None or row.key in wanted:
                    yield row.key, row.body

    def _stood(self) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return schema.past.c.recorded <= self.run, schema.past.c.retired > self.run

    def _documents(self, *where: ColumnElement[bool]) -> Iterator[Document]:
        """The documents that stood then, those that satisfy the condition on what stands now, or on the past."""
        table, past = schema.documents, schema.past
        now = select(table).where(table.c.recorded <= self.run, table.c.current, *where[:1])
        then = select(past).where(past.c.kind == "document", *self._stood(), *where[1:])
        found: dict[str, Document] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(then).mappings():
                found[row["id"]] = parse_past_document(row["id"], row["body"])
            for row in connection.execute(now).mappings():
                source = Source(
                    id=row["id"],
                    place=row["place"],
                    digest=row["digest"],
                    media_type=row["media_type"],
                    text=row["text"],
                )
                found[row["id"]] = parse_document(source, row["body"])
        yield from found.values()


def _holds(body: ColumnElement[str], word: str) -> ColumnElement[bool]:
    return body.contains(literal(f'"{word}"'))
