"""Which office a title is in a state at a time, where that differs from what the word usually means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from comity.model.when import When
from comity.packs.offices import ORGANIZATION, OfficeRow, load_offices
from comity.packs.organizations import load_organizations


def office_of(title: str, party: str, when: When | None = None) -> OfficeRow | None:
    """The exception that holds for a class of title in a party then; ``None`` where the usual meaning stands.

    A chancellor of Switzerland is ``other``, a secretary of state of the United States ``foreign-minister``. A time
    that reaches over two exceptions, or beyond the one, has none; without a time only what still holds is asked.

    >>> office_of("president", "IRN", When.parse("2019")).office
    'head-of-government'
    """
    found = [row for row in _by_title().get((title, party), ()) if _holds(row, when)]
    if not found and party in load_organizations():
        found = [row for row in _by_title().get((title, ORGANIZATION), ()) if _holds(row, when)]
    return found[0] if len(found) == 1 else None


def offices_of(party: str) -> tuple[OfficeRow, ...]:
    """The exceptions of a party, in the order of the file; those of all organizations for an organization."""
    every = ORGANIZATION if party in load_organizations() else party
    return tuple(row for row in load_offices() if row.party in (party, every))


def _holds(row: OfficeRow, when: When | None) -> bool:
    if when is None:
        return row.when.last is None
    return row.when.contains(when) or (when.last is None and row.when.overlaps(when))


@lru_cache(maxsize=1)
def _by_title() -> Mapping[tuple[str, str], tuple[OfficeRow, ...]]:
    found: dict[tuple[str, str], tuple[OfficeRow, ...]] = defaultdict(tuple)
    for row in load_offices():
        found[row.title, row.party] += (row,)
    return MappingProxyType(dict(found))
