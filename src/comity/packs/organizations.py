"""Organizations: what they are called in each language, when they stood, what followed them, who belongs to them.

The files are ``organizations.csv``, ``organization_names.csv`` and ``memberships.csv`` of `data/parties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from comity.errors import PackError
from comity.model.when import When
from comity.packs.places import LANGUAGES
from comity.packs.tables import load_rows

NAME_KINDS = ("official", "short", "abbreviation", "former")
CASES = ("", "nom", "gen", "dat", "acc", "ins", "loc", "abl", "obl")
ROLES = ("member", "founder", "observer", "partner", "candidate")
_ID = re.compile(r"[A-Z][A-Za-z0-9]{1,11}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRecord:
    """One organization: its id, its kind in words, its English name, its time and what followed it.

    ``successor`` is the id of another organization or empty. ``checked`` tells which of ``founded`` and ``ended`` were
    compared with ``source``; a date that was not is the draft's word alone.
    """

    id: str
    kind: str
    name: str
    founded: When | None = None
    ended: When | None = None
    successor: str = ""
    wikidata: str = ""
    source: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationName:
    """One name of an organization in one language, in one grammatical case (empty for the dictionary form).

    ``kind`` is ``official``, ``short``, ``abbreviation`` (to be read with exactly its capitals) or ``former``.
    ``ambiguous`` are the other organizations that the same letters mean in this language; ``weak`` says that an
    abbreviation of one or two letters is too short to be believed where the text does not explain it.
    """

    organization: str
    language: str
    name: str
    kind: str
    case: str = ""
    start: When | None = None
    end: When | None = None
    ambiguous: tuple[str, ...] = ()
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRecord:
    """A party's role in an organization, from ``start`` to ``end`` (open where ``None``), and whose word it is."""

    organization: str
    member: str
    role: str
    start: When | None = None
    end: When | None = None
    source: str = ""
    checked: str = ""


@lru_cache(maxsize=1)
def load_organizations() -> Mapping[str, OrganizationRecord]:
    """All organizations by id, in the order of the file; refuses the file with all its faults at once."""
    place = "organizations.csv"
    columns = ("id", "kind", "name_en", "founded", "ended", "successor", "wikidata", "source", "checked")
    faults: list[str] = []
    found: dict[str, OrganizationRecord] = {}
    for row in load_rows(place, columns):
        founded, ended = row.when("founded", faults), row.when("ended", faults)
        if not _ID.fullmatch(row["id"]) or row["id"] in found or not row["name_en"]:
            faults.append(f"line {row.line}: {row['id']!r} is no id, stands twice or has no name")
        found[row["id"]] = OrganizationRecord(
            id=row["id"],
            kind=row["kind"],
            name=row["name_en"],
            founded=founded,
            ended=ended,
            successor=row["successor"],
            wikidata=row["wikidata"],
            source=row["source"],
            checked=row["checked"],
        )
    faults += [f"{one.id}: no successor {one.successor}" for one in found.values() if one.successor not in {"", *found}]
    if faults:
        raise PackError(place, faults)
    return found


def iter_organization_names() -> Iterator[OrganizationName]:
    """All names of all organizations, in the order of the file; refuses the file with all its faults at once."""
    return iter(_load_organization_names())


@lru_cache(maxsize=1)
def _load_organization_names() -> tuple[OrganizationName, ...]:
    known = load_organizations()
    faults: list[str] = []
    found: list[OrganizationName] = []
    columns = ("organization", "language", "name", "kind", "case", "start", "end", "note")
    for row in load_rows("organization_names.csv", columns):
        start, end = row.span(faults)
        others = _ambiguous(row["note"])
        if row["organization"] not in known or not known.keys() >= set(others):
            faults.append(f"line {row.line}: no organization {row['organization']} {' '.join(others)}")
        if row["language"] not in LANGUAGES or row["kind"] not in NAME_KINDS or row["case"] not in CASES:
            faults.append(f"line {row.line}: no such language, kind or case")
        found.append(
            OrganizationName(
                organization=row["organization"],
                language=row["language"],
                name=row["name"],
                kind=row["kind"],
                case=row["case"],
                start=start,
                end=end,
                ambiguous=others,
                weak="weak" in row["note"].split("; "),
            )
        )
    if faults:
        raise PackError("organization_names.csv", faults)
    return tuple(found)


def _ambiguous(note: str) -> tuple[str, ...]:
    for part in note.split("; "):
        if part.startswith("ambiguous:"):
            return tuple(part.removeprefix("ambiguous:").split())
    return ()


@lru_cache(maxsize=1)
def load_memberships() -> tuple[MembershipRecord, ...]:
    """All memberships, in the order of the file; refuses the file with all its faults at once."""
    known = load_organizations()
    faults: list[str] = []
    found: list[MembershipRecord] = []
    columns = ("organization", "member", "role", "start", "end", "source", "checked")
    for row in load_rows("memberships.csv", columns):
        start, end = row.span(faults)
        if row["organization"] not in known or row["role"] not in ROLES or not row["member"]:
            faults.append(f"line {row.line}: no such organization or role, or no member")
        found.append(
            MembershipRecord(
                organization=row["organization"],
                member=row["member"],
                role=row["role"],
                start=start,
                end=end,
                source=row["source"],
                checked=row["checked"],
            )
        )
    if faults:
        raise PackError("memberships.csv", faults)
    return tuple(found)
