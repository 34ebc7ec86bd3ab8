"""The register as others see it: what to ask, what to put, each in a transaction of its own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, func, insert, select, update
from sqlalchemy.pool import QueuePool

from comity import __version__
from comity.errors import ComityError, RegisterError
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import Fact, MissingRow, Standing
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling
from comity.model.when import When
from comity.register import migrations, reader, schema, writer
from comity.register.known import Known, find_run
from comity.register.lock import hold_lock
from comity.register.records import Counts, State

P = ParamSpec("P")
T = TypeVar("T")
_WAIT = 10  # seconds a reader or writer waits for another's commit: a commit takes milliseconds


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

    def put_document(self, document: Document, claims: Sequence[Claim], issues: Sequence[Issue], engine: str) -> None:
        """Nothing; the document, its claims and its issues stand in place of what was recorded under its id."""

        def put(connection: Connection, run: int) -> None:
            writer.put_document(connection, document, engine=engine, run=run)
            if writer.put_claims(connection, document.id, claims, run=run):
                _set_meta(connection, "facts", "")
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
            _set_meta(connection, "facts", "")

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

        def put(connection: Connection, run: int) -> None:
            writer.put_facts(connection, facts, run=run)
            writer.put_missing(connection, missing, run=run)
            writer.put_rulings(connection, rulings)
            writer.put_issues(connection, "reconcile", "", issues)
            writer.purge(connection, run=run)
            _set_meta(connection, "facts", engine)
            finished = update(schema.runs).where(schema.runs.c.id == run).values(finished=_now())
            connection.execute(finished)

        self._in_run(put)

    def drop_documents(self, keys: Sequence[str], load_places: Sequence[str] = ()) -> None:
        """Nothing; these documents, and the issues of these places, are taken out (facts follow with `put_facts`)."""

        def put(connection: Connection, run: int) -> None:
            writer.drop_documents(connection, keys, run=run)
            for place in load_places:
                writer.put_issues(connection, "load", place, ())
            _set_meta(connection, "facts", "")

        if keys or load_places:
            self._in_run(put)

    # asking

    def states(self) -> Mapping[str, State]:
        """Every document's place, digest and engine, by id: what tells whether it must be read again."""
        return self._ask(reader.read_states)

    def facts_engine(self) -> str:
        """The engine that made the facts from the claims as they stand; empty where the facts are behind."""
        return self._ask(reader.read_meta, "facts")

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


def open_store(place: str | Path, *, write: bool) -> Register:
    """The register that `comity.register.open_register` describes."""
    with ExitStack() as held:
        if "://" in str(place):
            name, engine, path = str(place), create_engine(str(place)), None
        else:
            path = Path(place)
            name = str(path)
            engine = _file_engine(path, write=write, held=held)
        held.callback(engine.dispose)
        event.listen(engine, "handle_error", _translate(name))
        _ready(engine, name, path, write=write)
        return Register(engine, name, write=write, held=held.pop_all())


def _file_engine(path: Path, *, write: bool, held: ExitStack) -> Engine:
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        held.enter_context(hold_lock(path))
    elif not path.is_file():
        raise RegisterError(f"there is no register at {path}: make one with `comity build PATH… --register {path}`")
    engine = create_engine("sqlite://", creator=_connector(path, write=write), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")  # Python's sqlite3 begins none for a change of schema


def _connector(path: Path, *, write: bool) -> Callable[[], sqlite3.Connection]:
    # a register in a folder that cannot be written (a CD, an archive) has no room for SQLite's shared-memory file
    mode = "rwc" if write else "ro" if os.access(path.parent, os.W_OK) else "ro&immutable=1"
    address = f"{path.resolve().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            connection.execute("PRAGMA journal_mode = WAL")  # readers go on reading while a build writes
            connection.execute("PRAGMA synchronous = FULL")  # what is recorded survives a power cut too
        return connection

    return connect


def _ready(engine: Engine, name: str, path: Path | None, *, write: bool) -> None:
    with engine.connect() as connection:
        found = migrations.read_version(connection, name)
    migrations.check_version(found, name)
    if found == migrations.VERSION:
        return
    if not write:
        mend = "build it again" if found == 0 else "let `comity build` bring it up to date (a copy is kept)"
        raise RegisterError(f"{name} is {'empty' if found == 0 else 'of an older comity'}: {mend}")
    if found == 0:
        migrations.create_schema(engine)
        return
    if path is not None:
        _back_up(path, found)
    migrations.migrate(engine, found)


def _back_up(path: Path, version: int) -> None:
    copy = path.with_name(f"{path.name}.schema-{version}.bak")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _translate(place: str) -> Callable[[ExceptionContext], None]:
    def translate(context: ExceptionContext) -> None:
        fault = context.original_exception
        if context.sqlalchemy_exception is not None and not isinstance(fault, ComityError):
            raise RegisterError(_explain(place, fault)) from fault

    return translate


def _explain(place: str, fault: BaseException) -> str:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return f"{place} is not a comity register, or is damaged ({fault}): restore a copy, or build it again elsewhere"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{place} is being written to by another program: try again when it is done"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        return f"{place} cannot be opened as asked ({fault}): is it there, and may you read and write it?"
    if code == sqlite3.SQLITE_FULL:
        return f"{place} cannot grow: the disk is full; what was recorded before is there"
    return f"{place}: {fault}"
