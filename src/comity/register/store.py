"""The register as others see it: what to ask, what to put, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, func, insert, select, update

from comity import __version__
from comity.errors import RegisterError
from comity.model.change import Change
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import Fact, MissingRow, Standing
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling
from comity.model.origin import Origin
from comity.model.sketch import WHOLE, Sketch, Voice
from comity.model.when import When
from comity.register import hearing, reader, schema, writer
from comity.register.known import Known, find_run
from comity.register.ledger import Ledger
from comity.register.records import Counts, State

P = ParamSpec("P")
T = TypeVar("T")


class Register:
    """Documents, claims, facts and what was wrong with them, kept in one place; made by `open_register`.

    Each ``put_`` is one transaction: after a kill at any moment, what was put before is there, and nothing by half.
    """

    def __init__(self, engine: Engine, place: str, *, write: bool, held: ExitStack) -> None:
        self.place = place
        self._engine = engine
        self._write = write
        self._held = held
        self._run: int | None = None

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the file is closed and another may write to it."""
        self._engine.dispose()
        self._held.close()

    # putting

    def put_document(
        self,
        document: Document,
        claims: Sequence[Claim],
        issues: Sequence[Issue],
        engine: str,
        *,
        origin: Origin | None = None,
        sketches: Sequence[Sketch] = (),
    ) -> None:
        """Nothing; the document, its claims and its issues stand in place of what was recorded under its id."""

        def put(connection: Connection, run: int) -> None:
            if writer.put_document(connection, document, origin, engine=engine, run=run):
                hearing.touch_claims(connection, [document.id])
                _set_meta(connection, "behind", "1")
            changed = writer.put_claims(connection, document.id, claims, run=run)
            if hearing.put_sketches(connection, document.id, sketches) or changed:
                _set_meta(connection, "behind", "1")
            writer.put_issues(connection, "read", document.id, issues)

        self._in_run(put)

    def put_load_issues(self, place: str, issues: Sequence[Issue]) -> None:
        """Nothing; these issues of a file that gave no document stand in place of those recorded before."""
        self._check_writable()
        with self._engine.begin() as connection:
            writer.put_issues(connection, "load", place, issues)

    def put_judgements(self, judgements: Iterable[Judgement]) -> int:
        """How many of these judgements are new: those stand beside all before, and the facts are behind them."""
        with self._engine.connect() as connection:
            new = writer.find_new_judgements(connection, judgements)

        def put(connection: Connection, run: int) -> None:
            writer.put_judgements(connection, new, run=run)
            _set_meta(connection, "behind", "1")

        if new:
            self._in_run(put)
        return len(new)

    def put_facts(
        self,
        facts: Iterable[Fact],
        missing: Iterable[MissingRow],
        issues: Iterable[Issue],
        engine: str,
        rulings: Iterable[Ruling] = (),
    ) -> None:
        """Nothing; these facts stand in place of all before, and what no document says any more goes to the past."""

        change = Change(
            facts=tuple(facts), homes={}, issues={"": tuple(issues)}, missing=tuple(missing), rulings=tuple(rulings)
        )
        self.put_change(change, engine)

    def put_change(self, change: Change, engine: str) -> None:
        """Nothing; the facts follow all claims, and what no document says any more goes to the past."""
        whole = change.cells is None

        def put(connection: Connection, run: int) -> None:
            writer.put_facts(connection, change.facts, run=run, homes=change.homes, cells=change.cells)
            if change.missing is not None:
                writer.put_missing(connection, change.missing, run=run)
            writer.put_rulings(connection, change.rulings)
            writer.put_checked(connection, change.issues, whole=whole)
            writer.put_seats(connection, change.seats)
            writer.purge(connection, run=run)
            for key, value in (("facts", engine), ("behind", "")):
                _set_meta(connection, key, value)
            finished = update(schema.runs).where(schema.runs.c.id == run).values(finished=_now())
            connection.execute(finished)

        self._in_run(put)

    def put_described(self, origin: Origin, sketches: Sequence[Sketch]) -> None:
        """Nothing; this is what facts ask of a document that is kept already, and what copies of it are known by."""

        def put(connection: Connection, run: int) -> None:
            hearing.put_origin(connection, origin)
            hearing.put_sketches(connection, origin.document, sketches)

        self._in_run(put)

    def put_voices(self, spots: Collection[tuple[str, int]] | None, voices: Iterable[Voice]) -> None:
        """Nothing; these are the voices of these spots (``None``: of all); facts are behind where one changed."""

        def put(connection: Connection, run: int) -> None:
            hearing.touch_claims(connection, hearing.put_voices(connection, spots, voices))

        self._in_run(put)

    def drop_documents(self, keys: Sequence[str], load_places: Sequence[str] = ()) -> None:
        """Nothing; these documents, and the issues of these places, are taken out (facts follow with `put_facts`)."""

        def put(connection: Connection, run: int) -> None:
            writer.drop_documents(connection, keys, run=run)
            for place in load_places:
                writer.put_issues(connection, "load", place, ())
            _set_meta(connection, "behind", "1")

        if keys or load_places:
            self._in_run(put)

    # asking

    def states(self) -> Mapping[str, State]:
        """Every document's place, digest and engine, by id: what tells whether it must be read again."""
        return self._ask(reader.read_states)

    def facts_engine(self) -> str:
        """The engine that made the facts from the claims as they stand; empty where the facts are behind."""
        return "" if self._ask(reader.read_meta, "behind") else self.last_engine()

    def last_engine(self) -> str:
        """The engine that made the facts that are there, be they behind or not; empty where there are none."""
        return self._ask(reader.read_meta, "facts")

    def ledger(self) -> Ledger:
        """What was made of the claims, to be asked for what a change touches."""
        return Ledger(self._engine)

    def copies(self) -> Mapping[str, str]:
        """For each document that has copies the first of them."""
        return {one.document: one.first for one in self.ledger().voices() if one.start == WHOLE}

    def load_places(self) -> tuple[str, ...]:
        """The places of files that gave no document, for which an issue is kept."""
        return self._ask(reader.read_issue_owners, "load")

    def counts(self) -> Counts:
        """How much the register holds."""
        return self._ask(reader.count)

    def parties(self) -> Mapping[str, int]:
        """How many facts name each party, for every party that one names."""
        return self._ask(reader.count_parties)

    def party_documents(self) -> Mapping[str, int]:
        """In how many documents a claim names each party, for every party that one names."""
        return self._ask(reader.count_party_documents)

    def get_document(self, key: str) -> Document:
        """The document of this id, with its source; `NotRecorded` where there is none."""
        return self._ask(reader.get_document, key)

    def get_claim(self, key: str) -> Claim:
        """The claim of this id, or the one whose id begins so; `NotRecorded` where there is none or several."""
        return self._ask(reader.get_claim, key)

    def get_claims(self, keys: Collection[str]) -> Mapping[str, Claim]:
        """The claims of these ids, by id; `NotRecorded` names those that are not there."""
        return self._ask(reader.get_claims, keys)

    def get_fact(self, key: str) -> Fact:
        """The fact of this id, or the one whose id begins so; `NotRecorded` where there is none or several."""
        return self._ask(reader.get_fact, key)

    def iter_documents(self) -> Iterator[Document]:
        """All documents, by id."""
        return self._stream(reader.iter_documents)

    def iter_claims(
        self, *, document: str | None = None, parties: Iterable[str] = (), type: str | None = None
    ) -> Iterator[Claim]:
        """The claims of this document that name all these parties and are of this type, in order of place."""
        return self._stream(reader.iter_claims, document=document, parties=parties, kind=type)

    def iter_facts(
        self,
        *,
        parties: Iterable[str] = (),
        type: str | None = None,
        standing: Standing | None = None,
        document: str | None = None,
    ) -> Iterator[Fact]:
        """The facts that name all these parties, of this type and standing, and spoken of in this document, by day."""
        return self._stream(reader.iter_facts, parties=parties, kind=type, standing=standing, document=document)

    def iter_missing(self, *, known: str | None = None) -> Iterator[MissingRow]:
        """The rows whose party is missing, of this known party if one is given, in order of document and place."""
        return self._stream(reader.iter_missing, known=known)

    def find_missing(self, keys: Collection[str]) -> Mapping[str, MissingRow]:
        """Those of these claims whose party is missing, by claim."""
        return self._ask(reader.find_missing, keys)

    def iter_issues(self, *, place: str | None = None) -> Iterator[Issue]:
        """All issues, or those of one document or file: the work list."""
        return self._stream(reader.iter_issues, place=place)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements ever made, in the order they were made."""
        return self._ask(reader.read_judgements)

    def rulings(self) -> Mapping[str, Ruling]:
        """What became of each judgement when the facts were made, by its id."""
        return self._ask(reader.read_rulings)

    def as_known_on(self, day: When) -> Known:
        """What the register held at the end of this day; `NotRecorded` where it held nothing yet."""
        return Known(self._engine, self._ask(find_run, day))

    # how

    def _ask(self, question: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._engine.connect() as connection:
            return question(connection, *args, **kwargs)

    def _stream(
        self, question: Callable[Concatenate[Connection, P], Iterator[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Iterator[T]:
        with self._engine.connect() as connection:
            yield from question(connection, *args, **kwargs)

    def _check_writable(self) -> None:
        if not self._write:
            raise RegisterError(f"{self.place} was opened to be read only")

    def _in_run(self, put: Callable[[Connection, int], None]) -> None:
        self._check_writable()
        with self._engine.begin() as connection:
            run = self._run or _next_run(connection)
            put(connection, run)
        self._run = run


def _next_run(connection: Connection) -> int:
    run = (connection.execute(select(func.max(schema.runs.c.id))).scalar_one() or 0) + 1
    connection.execute(insert(schema.runs).values(id=run, started=_now(), version=__version__))
    return run


def _set_meta(connection: Connection, key: str, value: str) -> None:
    table = schema.meta
    if connection.execute(update(table).where(table.c.key == key).values(value=value)).rowcount == 0:
        connection.execute(insert(table).values(key=key, value=value))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
