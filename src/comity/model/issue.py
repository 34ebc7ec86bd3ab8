"""What was wrong with an input: a value that is counted, kept and shown as a work list, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much was lost: ``note`` nothing, ``warning`` something, ``error`` the whole thing named by the place."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One problem in one place.

    ``code`` is in words with hyphens (``not-utf-8``, ``row-without-party``); ``place`` is a file, or a document id;
    ``start`` and ``end`` are code points of the source where they are known.
    """

    code: str
    severity: Severity
    place: str
    message: str
    start: int | None = None
    end: int | None = None
