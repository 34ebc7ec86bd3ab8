"""Rows whose party is missing, side by side: which list and day they stand on, and who is known or named there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from comity.facts.said import Said
from comity.model.claim import Relations
from comity.packs.continents import load_continents
from comity.text.fold import fold

CHARACTERS = "\u2e80"  # scripts from here on are written without blanks between words


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slot:
    """The rows of one list that nothing tells apart: one document, one known party, one heading, one date."""

    document: str
    known: str
    heading: str | None
    date: str
    rows: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The dates that documents give for relations of one party: partner → date → the claims that give it."""

    partners: Mapping[str, Mapping[str, tuple[Said, ...]]]


def is_lost(said: Said) -> bool:
    """Whether this is a row of established relations with one party left."""
    roles = said.claim.roles
    return (
        said.claim.missing == "party"
        and isinstance(roles, Relations)
        and roles.event == "established"
        and len(roles.parties) == 1
    )


def find_slots(said: Iterable[Said]) -> tuple[Slot, ...]:
    """The rows without a party, those of one heading and date together, sorted."""
    found: defaultdict[tuple[str, str, str, str], list[Said]] = defaultdict(list)
    for one in said:
        if is_lost(one):
            heading = one.claim.place.heading if one.claim.place else None
            key = (one.document, _known(one), heading or "", str(one.claim.when or ""))
            found[key].append(one)
    return tuple(
        Slot(document=key[0], known=key[1], heading=key[2] or None, date=key[3], rows=_by_place(found[key]))
        for key in sorted(found)
    )


def _known(said: Said) -> str:
    assert isinstance(said.claim.roles, Relations)
    return said.claim.roles.parties[0]


def _by_place(rows: Sequence[Said]) -> tuple[Said, ...]:
    return tuple(sorted(rows, key=lambda row: (row.claim.evidence.start, row.id)))


def find_dated(said: Iterable[Said]) -> Mapping[str, Dated]:
    """For each party the dates that documents give for establishing relations with each partner."""
    found: defaultdict[str, defaultdict[str, defaultdict[str, list[Said]]]]
    found = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for one in said:
        roles, when = one.claim.roles, one.claim.when
        if not isinstance(roles, Relations) or roles.event != "established" or len(roles.parties) != 2:
            continue
        if when is None or one.claim.modality != "asserted" or one.claim.missing:
            continue
        for known, partner in (roles.parties, roles.parties[::-1]):
            found[known][partner][str(when)].append(one)
    return {
        known: Dated(
            partners={
                partner: {date: tuple(claims) for date, claims in dates.items()} for partner, dates in partners.items()
            }
        )
        for known, partners in found.items()
    }


def find_named(said: Iterable[Said]) -> Mapping[str, frozenset[str]]:
    """For each document the parties that its rows name: a list has each state once."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in said:
        if one.claim.place is not None and isinstance(one.claim.roles, Relations) and not is_lost(one):
            found[one.document].update(one.claim.roles.parties)
    return {document: frozenset(parties) for document, parties in found.items()}


def find_linked(said: Iterable[Said]) -> Mapping[str, frozenset[str]]:
    """For each party those with whom it is told to have a mission, a visit, an agreement: who have relations, then."""
    types = ("mission", "visit", "agreement", "appointment", "body")
    return _partners(one for one in said if one.claim.type in types and one.claim.modality == "asserted")


def find_absent(said: Iterable[Said]) -> Mapping[str, frozenset[str]]:
    """For each party those with whom a document says it has no relations."""
    return _partners(
        one for one in said if isinstance(one.claim.roles, Relations) and one.claim.roles.event == "absent"
    )


def _partners(said: Iterable[Said]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in said:
        parties = one.claim.parties()
        for party in parties if len(parties) == 2 else ():
            found[party].update(set(parties) - {party})
    return {party: frozenset(partners) for party, partners in found.items()}


def heading_continents(heading: str | None) -> frozenset[str]:
    """The continents that a heading means in any language (``亚洲`` → asia, ``States of Africa`` → africa).

    Several where it names several, none where it names none.
    """
    words = load_continents()
    found = _continent_pattern().findall(fold(heading or ""))
    return frozenset(continent for word in found for continent in words[word])


@lru_cache(maxsize=1)
def _continent_pattern() -> re.Pattern[str]:
    """Every continent word, the longest first; one in letters stands between blanks, one in characters anywhere."""
    words = sorted(load_continents(), key=lambda word: (-len(word), word))
    parts = (rf"(?<!\w){re.escape(word)}(?!\w)" if word[0] < CHARACTERS else re.escape(word) for word in words)
    return re.compile("|".join(parts))


def stands_under(continents: Iterable[str], heading: frozenset[str]) -> bool:
    """Whether a party of these continents can stand under this heading; under no heading all can."""
    return not heading or bool(heading & {name.lower().replace(" ", "-") for name in continents})
