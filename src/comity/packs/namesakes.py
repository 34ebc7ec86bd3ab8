"""Parties that share a name in time, and the sentences in which a linked party is explained."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from comity.errors import ModelError, PackError
from comity.model.when import When

_COLUMNS = ["party", "other", "start", "end", "share", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """A party whose name stood for another one too, in ``span``; ``share`` is how often, from 0 to 1, as we judge."""

    party: str
    other: str
    span: When
    share: float
    note: str


@lru_cache(maxsize=1)
def load_namesakes() -> Mapping[str, tuple[Namesake, ...]]:
    """The parties each party's name may stand for at a time; raises `PackError` with every fault of the file."""
    place = "namesakes.csv"
    reader = csv.DictReader(io.StringIO(_read(place)))
    if reader.fieldnames != _COLUMNS:
        raise PackError(place, [f"line 1: the columns are {','.join(_COLUMNS)}"])
    faults: list[str] = []
    found: dict[str, list[Namesake]] = {}
    for row in reader:
        try:
            found.setdefault(row["party"], []).append(_namesake(row))
        except (ModelError, ValueError) as fault:
            faults.append(f"line {reader.line_num}: {fault}")
    if faults:
        raise PackError(place, faults)
    return MappingProxyType({party: tuple(rows) for party, rows in found.items()})


def _namesake(row: Mapping[str, str]) -> Namesake:
    share = float(row["share"])
    if not 0 < share < 1 or not row["party"] or not row["other"]:
        raise ValueError("two parties and a share between 0 and 1 are wanted")
    span = When.parse(f"{row['start'] or '..'}/{row['end'] or '..'}")
    return Namesake(party=row["party"], other=row["other"], span=span, share=share, note=row["note"])


@lru_cache(maxsize=1)
def load_link_reasons() -> Mapping[str, str]:
    """The sentence of every reason, with ``{places}`` for what it names."""
    return MappingProxyType({key: str(value) for key, value in tomllib.loads(_read("link_reasons.toml")).items()})


def _read(name: str) -> str:
    return (files("comity") / "data" / "parties" / name).read_text(encoding="utf-8")
