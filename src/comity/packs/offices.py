"""``data/parties/offices.csv`` → which office a title is in one state at one time, where the word alone does not tell.

What a title usually is stands in the language packs (``cues.office``), its class beside it (``cues.title``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from comity.errors import PackError
from comity.model.roles import OFFICES
from comity.model.when import When
from comity.packs.organizations import load_organizations
from comity.packs.polities import load_polities
from comity.packs.sections import load_cue_classes
from comity.packs.tables import Row, read_rows

COLUMNS = ("party", "title", "office", "start", "end", "note", "source", "checked")
ORGANIZATION = "organization"
CHECKED = ("yes", "year", "no")
_PLACE = "offices.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """A title's office in one party (``organization``: in any) over a time; ``note`` says how it is called there.

    ``checked`` is ``yes`` where ``source`` bears the office and its days, ``year`` where it bears the office and the
    years or only that it is so at present, ``no`` where nothing was compared yet.
    """

    party: str
    title: str
    office: str
    when: When
    note: str = ""
    source: str = ""
    checked: str = "no"


@lru_cache(maxsize=1)
def load_offices() -> tuple[OfficeRow, ...]:
    """The exceptions in the order of the file; `PackError` with every fault of the file.

    >>> [row.office for row in load_offices() if (row.party, row.title) == ("USA", "secretary-of-state")]
    ['foreign-minister']
    """
    return parse_offices((files("comity") / "data" / "parties" / _PLACE).read_text(encoding="utf-8"))


def parse_offices(text: str) -> tuple[OfficeRow, ...]:
    """The rows of such a file's text; refuses it with all its faults at once.

    Two rows of one party and title may not hold at the same time: the answer would hang on their order.
    """
    faults: list[str] = []
    found: list[tuple[int, OfficeRow]] = []
    for row in read_rows(text, _PLACE, COLUMNS):
        faults += [f"line {row.line}: {fault}" for fault in _iter_faults(row)]
        when = When.between(*row.span(faults))
        found.append((row.line, _office(row, when)))
    faults += _iter_clashes(found)
    if faults:
        raise PackError(_PLACE, faults)
    return tuple(row for _, row in found)


def _office(row: Row, when: When) -> OfficeRow:
    return OfficeRow(
        party=row["party"],
        title=row["title"],
        office=row["office"],
        when=when,
        note=row["note"],
        source=row["source"],
        checked=row["checked"],
    )


def _iter_faults(row: Row) -> Iterator[str]:
    if row["party"] != ORGANIZATION and row["party"] not in _parties():
        yield f"no party {row['party']!r}"
    if f"title.{row['title']}" not in load_cue_classes():
        yield f"no class of title {row['title']!r} in data/cues.toml"
    if row["office"] not in OFFICES:
        yield f"no office {row['office']!r}: one of {', '.join(OFFICES)}"
    if row["checked"] not in CHECKED:
        yield f"checked: {row['checked']!r} is none of {', '.join(CHECKED)}"
    elif row["checked"] != "no" and not row["source"]:
        yield "checked, but against no source"


def _iter_clashes(found: list[tuple[int, OfficeRow]]) -> Iterator[str]:
    for number, (line, one) in enumerate(found):
        for before, other in found[:number]:
            if (one.party, one.title) == (other.party, other.title) and one.when.overlaps(other.when):
                yield f"line {line}: {one.party} {one.title} is already told for that time in line {before}"


@lru_cache(maxsize=1)
def _parties() -> frozenset[str]:
    return frozenset(row.id for row in load_polities().polities) | frozenset(load_organizations())
