"""Parties that share a name in time, and the sentences in which a linked party is explained."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from comity.errors import PackError
from comity.model.when import When
from comity.packs.tables import Row, load_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """A party that a name stands for in ``span``, though it is another's too; ``share`` is how often, as we judge.

    ``note`` says why, as the end of a sentence.
    """

    other: str
    span: When
    share: float
    note: str


@lru_cache(maxsize=1)
def load_namesakes() -> Mapping[tuple[str, ...], tuple[Namesake, ...]]:
    """By the parties that have a name, sorted: whom it stands for at a time, or rather than the others.

    ``load_namesakes()[("RUS",)]`` holds the Soviet Union, called Russia in common speech from 1922 to 1991.
    Raises `PackError` with every fault of the file.
    """
    faults: list[str] = []
    found: dict[tuple[str, ...], list[Namesake]] = {}
    for row in load_rows("namesakes.csv", ("party", "other", "start", "end", "share", "note")):
        found.setdefault(tuple(row["party"].split()), []).append(_namesake(row, faults))
    faults += [f"{' '.join(parties)}: not sorted" for parties in found if list(parties) != sorted(parties)]
    if faults:
        raise PackError("namesakes.csv", faults)
    return MappingProxyType({parties: tuple(rows) for parties, rows in found.items()})


def _namesake(row: Row, faults: list[str]) -> Namesake:
    share = row["share"]
    if not (share.startswith("0.") and share[2:].isdigit() and float(share)):
        faults.append(f"line {row.line}: the share {share!r} is not between 0 and 1")
        share = "0.5"
    if not row["other"] or not row["party"]:
        faults.append(f"line {row.line}: two parties are wanted")
    span = When.between(*row.span(faults))
    return Namesake(other=row["other"], span=span, share=float(share), note=row["note"])


@lru_cache(maxsize=1)
def load_link_reasons() -> Mapping[str, str]:
    """The sentence of every reason, with ``{places}`` for what it names."""
    text = (files("comity") / "data" / "parties" / "link_reasons.toml").read_text(encoding="utf-8")
    return MappingProxyType({key: str(value) for key, value in tomllib.loads(text).items()})
