"""The rows of the polity files, each checked by itself: records, columns, and what each column may hold.

A state that goes on under another name or regime keeps one id (the contract's) and has several phases, one spell each.
In `start` and `end` two dots mean open: there before the register begins, still there. Ends are the last day.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from comity.errors import ModelError, PackError
from comity.model.when import When

KINDS = (
    "state",
    "limited-recognition",
    "associated",
    "subject",
    "territory",
    "former-state",
    "former-limited",
    "former-dependency",
)
STATUSES = ("independent", "limited", "dependent", "un-member")
SCHEMES = ("iso2", "iso3", "numeric", "iso3166_3", "m49", "cow", "gw", "wikidata")
SUCCESSION_KINDS = ("continues", "succeeds", "splits-off", "merges-into", "absorbed-by", "restores")
CONTINENTS = (
    "africa",
    "asia",
    "europe",
    "oceania",
    "north-america",
    "central-america",
    "caribbean",
    "south-america",
)
_ID = re.compile(r"[A-Z]{3,6}")
_PHASE = re.compile(r"[A-Z]{3,6}(-[A-Z]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolityRow:
    """One polity as its file has it; ``life`` runs from its first day to its last, gaps included."""

    id: str
    kind: str
    name: str
    official_name: str
    life: When
    un_entry: When | None
    un_gap: When | None
    continent: str
    continent_wide: str
    note: str
    source: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One phase of a party: its own id and name, its days, and its status in them.

    ``independent``; ``limited`` in recognition; ``dependent`` on another, if with a name in treaties and lists;
    ``un-member`` with a seat in the United Nations before its independence. ``checked`` tells which of its ends agrees
    with ``source``: ``yes`` (both, or the only one), ``start``, ``end`` or ``no``.
    """

    party: str
    phase: str
    name: str
    when: When
    status: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSpell:
    """A code that a party held in a scheme, with the days it held it: an attribute, never a key."""

    party: str
    scheme: str
    code: str
    when: When
    source: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalSpell:
    """A party's capital with its days: its name as in GeoNames, and the GeoNames id."""

    party: str
    city: str
    city_id: int
    when: When
    source: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionEdge:
    """What became of a party: kind and day, and in ``contested`` who sees it otherwise (empty where nobody does)."""

    predecessor: str
    successor: str
    kind: str
    when: When
    predecessor_phase: str
    successor_phase: str
    contested: str
    source: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PolityTables:
    """The five files, read and found sound."""

    polities: tuple[PolityRow, ...]
    spells: tuple[Spell, ...]
    codes: tuple[CodeSpell, ...]
    capitals: tuple[CapitalSpell, ...]
    successions: tuple[SuccessionEdge, ...]


Row = Mapping[str, str]
T = TypeVar("T")

_POLITIES = (
    "id kind name_en official_name_en start end un_entry un_gap continent_m49 continent_europe_wide note source checked"
)
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "polities.csv": tuple(_POLITIES.split()),
    "spells.csv": ("party", "phase", "name_en", "start", "end", "status", "source", "checked"),
    "codes.csv": ("party", "scheme", "code", "start", "end", "source", "checked"),
    "capitals.csv": ("party", "city", "city_id", "start", "end", "source", "checked"),
    "successions.csv": (
        "predecessor",
        "predecessor_phase",
        "successor",
        "successor_phase",
        "kind",
        "date",
        "contested",
        "source",
        "checked",
    ),
}


def parse_tables(texts: Mapping[str, str]) -> PolityTables:
    """The tables in these files' texts, by file name; refuses a file with all its faults, each with its line."""
    return PolityTables(
        polities=_parse(texts, "polities.csv", _polity),
        spells=_parse(texts, "spells.csv", _spell),
        codes=_parse(texts, "codes.csv", _code),
        capitals=_parse(texts, "capitals.csv", _capital),
        successions=_parse(texts, "successions.csv", _succession),
    )


def _parse(texts: Mapping[str, str], place: str, make: Callable[[Row], T]) -> tuple[T, ...]:
    reader = csv.DictReader(io.StringIO(texts[place]))
    if tuple(reader.fieldnames or ()) != COLUMNS[place]:
        raise PackError(place, [f"line 1: the columns are {','.join(COLUMNS[place])}"])
    records: list[T] = []
    faults: list[str] = []
    for row in reader:
        wrong = list(_iter_row_faults(row, place))
        if not wrong:
            try:
                records.append(make(row))
            except ModelError as fault:
                wrong.append(str(fault))
        faults += [f"line {reader.line_num}: {fault}" for fault in wrong]
    if faults:
        raise PackError(place, faults)
    return tuple(records)


_CHOICES: Mapping[tuple[str, str], Sequence[str]] = {
    ("polities.csv", "kind"): KINDS,
    ("polities.csv", "continent_m49"): CONTINENTS,
    ("polities.csv", "continent_europe_wide"): CONTINENTS,
    ("spells.csv", "status"): STATUSES,
    ("codes.csv", "scheme"): SCHEMES,
    ("successions.csv", "kind"): SUCCESSION_KINDS,
}
_CHECKED = {"spells.csv": ("yes", "start", "end", "no")}
_IDS = {"id", "party", "predecessor", "successor"}
_NEEDED = {"name_en", "official_name_en", "code", "city", "city_id", "date", "start", "end"}


def _iter_row_faults(row: Mapping[str | None, str | None], place: str) -> Iterator[str]:
    if None in row or None in row.values():
        yield f"has not {len(COLUMNS[place])} columns"
        return
    for column in COLUMNS[place]:
        value = row[column] or ""
        if value != " ".join(value.split()):
            yield f"{column}: loose blanks in {value!r}"
        if column in _IDS and not _ID.fullmatch(value):
            yield f"{column}: {value!r} is not three to six capital letters"
        if column == "phase" and not _PHASE.fullmatch(value):
            yield f"phase: {value!r} is not an id, or an id and a word in capitals"
        if column in _NEEDED and not value:
            yield f"{column} is empty"
        if column == "city_id" and not value.isdecimal():
            yield f"city_id: {value!r} is not a GeoNames number"
        if column == "checked" and value not in _CHECKED.get(place, ("yes", "no")):
            yield f"checked: no {value!r}"
        choice = _CHOICES.get((place, column))
        if choice and value not in choice:
            yield f"{column}: no {value!r}, one of {', '.join(choice)}"


def _life(row: Row) -> When:
    return When.parse(f"{row['start']}/{row['end']}")


def _optional(text: str) -> When | None:
    return When.parse(text) if text else None


def _polity(row: Row) -> PolityRow:
    return PolityRow(
        id=row["id"],
        kind=row["kind"],
        name=row["name_en"],
        official_name=row["official_name_en"],
        life=_life(row),
        un_entry=_optional(row["un_entry"]),
        un_gap=_optional(row["un_gap"]),
        continent=row["continent_m49"],
        continent_wide=row["continent_europe_wide"],
        note=row["note"],
        source=row["source"],
        checked=row["checked"] == "yes",
    )


def _spell(row: Row) -> Spell:
    return Spell(
        party=row["party"],
        phase=row["phase"],
        name=row["name_en"],
        when=_life(row),
        status=row["status"],
        source=row["source"],
        checked=row["checked"],
    )


def _code(row: Row) -> CodeSpell:
    return CodeSpell(
        party=row["party"],
        scheme=row["scheme"],
        code=row["code"],
        when=_life(row),
        source=row["source"],
        checked=row["checked"] == "yes",
    )


def _capital(row: Row) -> CapitalSpell:
    return CapitalSpell(
        party=row["party"],
        city=row["city"],
        city_id=int(row["city_id"]),
        when=_life(row),
        source=row["source"],
        checked=row["checked"] == "yes",
    )


def _succession(row: Row) -> SuccessionEdge:
    return SuccessionEdge(
        predecessor=row["predecessor"],
        successor=row["successor"],
        kind=row["kind"],
        when=When.parse(row["date"]),
        predecessor_phase=row["predecessor_phase"],
        successor_phase=row["successor_phase"],
        contested=row["contested"],
        source=row["source"],
        checked=row["checked"] == "yes",
    )
