"""The mark of who read a document: a digest of the code and data that turn its characters into claims.

A version number would miss a new word in a pack; the digest does not, so a register is never older than its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from comity.packs.sources import own_source_text

READING = ("claims", "data", "dates", "documents", "model", "packs", "parties", "passages", "quantities", "text")
RECONCILING = (*READING, "facts")
_SUFFIXES = (".py", ".toml", ".csv")


@cache
def reading_engine() -> str:
    """The digest (16 hex digits) of all that reading a document depends on."""
    return _digest(READING)


@cache
def reconciling_engine() -> str:
    """The digest of all that facts depend on besides the claims."""
    return _digest(RECONCILING, own_source_text())


def _digest(rooms: tuple[str, ...], own: str = "") -> str:
    total = hashlib.sha256(own.encode())
    for name, content in _iter_files(rooms):
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()[:16]


def _iter_files(rooms: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    home = files("comity")
    for room in sorted(rooms):
        yield from _walk(home / room, room)


def _walk(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, path)
        elif entry.name.endswith(_SUFFIXES):
            yield path, entry.read_bytes()
