"""Rows whose party is missing, list by list: what stands on them, and who is known or named around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.facts.said import Said
from comity.model.roles import Relations
from comity.packs.continents import find_continents, load_continents

TELLING = ("mission", "visit", "agreement", "appointment", "body")  # who does such things with each other has relations
LINKING = ("relations", *TELLING)  # what bears on who stands in a party's list


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listing:
    """One list of one party's relations: its rows without a party, and those that name theirs, by place.

    Tables of one document under the same head are one list, in which a state stands once: continent by continent.
    ``named`` holds (place, party, heading); ``days`` the days and years of all its dated rows.
    """

    document: str
    known: str
    rows: tuple[Said, ...]
    named: tuple[tuple[int, str, str], ...]
    days: tuple[int, ...]
    years: tuple[int, ...]

    def taken(self) -> frozenset[str]:
        """The parties that the list names."""
        return frozenset(party for _, party, _ in self.named)


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


def heading_of(said: Said) -> str:
    """The heading over a row, "" where it has none."""
    return said.claim.place.heading or "" if said.claim.place else ""


def date_of(said: Said) -> str:
    """The row's date as it is written in the register, "" where it has none."""
    return str(said.claim.when or "")


def find_listings(said: Iterable[Said]) -> tuple[Listing, ...]:
    """The lists that have rows without a party, sorted; lists that lost nothing are left out."""
    lost: defaultdict[tuple[str, str, str], list[Said]] = defaultdict(list)
    named: defaultdict[tuple[str, str, str], list[tuple[Said, str]]] = defaultdict(list)
    for one in said:
        roles = one.claim.roles
        if not isinstance(roles, Relations) or roles.event != "established":
            continue
        if is_lost(one):
            lost[(one.document, roles.parties[0], _head(one))].append(one)
        elif _is_row(one) and len(roles.parties) == 2:
            for known, party in (roles.parties, roles.parties[::-1]):
                named[(one.document, known, _head(one))].append((one, party))
    return tuple(_listing(key, lost[key], named.get(key, [])) for key in sorted(lost))


def _is_row(said: Said) -> bool:
    """Whether a claim is a row of a list by its columns, not a sentence beside it."""
    return said.claim.rule == "row.relations" or (not said.claim.rule and said.claim.place is not None)


def _head(said: Said) -> str:
    """The words of the table's head: what stands last over the row."""
    return said.claim.context[-1].quote if said.claim.context else ""


def _listing(key: tuple[str, str, str], lost: list[Said], named: list[tuple[Said, str]]) -> Listing:
    whens = [one.claim.when for one in (*lost, *(one for one, _ in named))]
    days = sorted(when.first for when in whens if when is not None and when.first is not None)
    years = sorted(int(str(when)[:4]) for when in whens if when is not None and str(when)[:4].isdecimal())
    return Listing(
        document=key[0],
        known=key[1],
        rows=by_place(lost),
        named=tuple(sorted((one.claim.evidence.start, party, heading_of(one)) for one, party in named)),
        days=tuple(days),
        years=tuple(years),
    )


def by_place(rows: Iterable[Said]) -> tuple[Said, ...]:
    """The rows in the order of their document."""
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


def find_linked(said: Iterable[Said]) -> Mapping[str, frozenset[str]]:
    """For each party those with whom it is told to have a mission, a visit, an agreement: who have relations, then."""
    return _partners(one for one in said if one.claim.type in TELLING and one.claim.modality == "asserted")


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


def twins(rows: Sequence[Said]) -> tuple[tuple[Said, ...], ...]:
    """The rows of one list by heading and date: those of one group nothing but their place tells apart."""
    found: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for row in rows:
        found[(heading_of(row), date_of(row))].append(row)
    return tuple(by_place(found[key]) for key in sorted(found))


def heading_continents(heading: str | None) -> frozenset[str]:
    """The continents that a heading means in any language (``亚洲`` → asia, ``States of Africa`` → africa).

    Several where it names several, none where it names none.
    """
    words = load_continents()
    return frozenset(continent for word in find_continents(heading or "") for continent in words[word])


def stands_under(continents: Iterable[str], heading: frozenset[str]) -> bool:
    """Whether a party of these continents can stand under this heading; under no heading all can."""
    return not heading or bool(heading & {name.lower().replace(" ", "-") for name in continents})
