"""What a reconciliation changes in a register: the facts of some cells, or of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from comity.model.claim import Claim
from comity.model.fact import Fact, MissingRow
from comity.model.issue import Issue
from comity.model.judgement import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a claim is used among facts: its ``cell`` and its ``pair`` of parties; both empty for one that is not.

    A row that lost its party has the ``party`` that something gave it, by which ``rule``, and the other rows that it
    may be instead (``either``).
    """

    cell: str
    pair: str
    party: str | None = None
    rule: str | None = None
    either: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A claim as a register has it: whether a document still says it, and where it was used (``None``: nowhere yet)."""

    id: str
    claim: Claim
    current: bool = True
    seat: Seat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What stands in place of what stood in ``cells`` (``None``: in all of them).

    ``homes`` gives each fact its cell and the pair whose issues it bears on. ``issues`` stand in place of those of the
    same scope (of all, where all cells are meant); ``missing`` in place of all rows, ``None`` where none changed.
    ``seats`` are those of the claims that were looked at; of all claims, where all cells are meant.
    """

    facts: tuple[Fact, ...]
    homes: Mapping[str, tuple[str, str]]
    issues: Mapping[str, tuple[Issue, ...]]
    cells: frozenset[str] | None = None
    missing: tuple[MissingRow, ...] | None = None
    rulings: tuple[Ruling, ...] = ()
    seats: Mapping[str, Seat] = field(default_factory=dict)
