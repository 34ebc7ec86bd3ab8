"""Keeping: the register file, with the history of what was recorded.

In: documents, claims, issues, facts, missing rows. Out: the same, later and elsewhere.
Never: a word of any language, a choice between claims; SQL outside this room.
Read first: `schema.py` (what is kept), then `store.py` (`Register`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comity.register.records import Counts, State

if TYPE_CHECKING:
    from comity.register.store import Register

__all__ = ["Counts", "Register", "State", "open_register"]


def open_register(place: str | Path, *, write: bool = False) -> Register:
    """The register at this path (or SQLAlchemy URL), to be used in a ``with``.

    >>> with open_register("demo/demo.comity.db") as register:  # doctest: +SKIP
    ...     register.counts().facts
    421

    With ``write`` it is made where there is none, brought to this version's schema, and locked against a second writer;
    without, it must exist and is only read. `RegisterError` says which of these does not hold, and the mend.
    """
    from comity.register.opening import open_store  # SQLAlchemy takes 0.2 s to import: only who opens a register waits

    return open_store(place, write=write)


def __getattr__(name: str) -> type[Register]:
    if name == "Register":
        from comity.register.store import Register

        return Register
    raise AttributeError(name)
