"""One writer at a time: a lock that a killed process cannot leave behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.errors import RegisterError


@contextmanager
def hold_lock(register: Path) -> Iterator[None]:
    """The right to write to this register file, until the ``with`` ends or the process does.

    The lock is SQLite's own, on a small file beside the register: it works on every system SQLite works on, and the
    operating system takes it back however the holder ends. Readers are not held up.
    """
    beside = register.with_name(register.name + "-lock")
    try:
        connection = sqlite3.connect(beside, timeout=0, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            connection.close()
    except sqlite3.OperationalError as fault:
        raise RegisterError(_explain(register, fault)) from None


def _explain(register: Path, fault: sqlite3.OperationalError) -> str:
    if getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
        return f"another comity is writing to {register}: wait until it is done, or name another file with --register"
    return f"{register} cannot be locked for writing ({fault}): is its folder there, and may you write in it?"
