"""Opening a register: a file locked, made or brought up to this version's schema; faults said with their mend."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import QueuePool

from comity.errors import ComityError, RegisterError
from comity.register import migrations
from comity.register.lock import hold_lock
from comity.register.store import Register

_WAIT = 10  # seconds a reader or writer waits for another's commit: a commit takes milliseconds


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
