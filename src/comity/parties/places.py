"""Where and with whom: cities with the country they were in on a day, organizations with their time and members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from comity.errors import UsageError
from comity.model.when import When
from comity.packs.organizations import (
    MembershipRecord,
    OrganizationName,
    OrganizationRecord,
    iter_organization_names,
    load_memberships,
    load_organizations,
)
from comity.packs.places import (
    CityName,
    CityRecord,
    CountrySpell,
    iter_city_names,
    load_cities,
    load_city_history,
    load_country_history,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city: its English name as GeoNames has it, the parties it belonged to in order of time, its names.

    The last of ``country`` is the one it belongs to today; ``names`` are in the order of the languages.
    """

    id: int
    name: str
    country: tuple[CountrySpell, ...]
    population: int
    latitude: float
    longitude: float
    names: tuple[CityName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organization: when it stood, what followed it, what it is called.

    ``successor`` is another organization's id, empty where none followed.
    """

    id: str
    kind: str
    name: str
    founded: When | None = None
    ended: When | None = None
    successor: str = ""
    wikidata: str = ""
    names: tuple[OrganizationName, ...] = ()

    def exists(self, when: When) -> bool:
        """Whether it may have stood on some day of the when (an unknown day of its founding stands for always)."""
        begin = self.founded.first if self.founded else None
        stop = self.ended.last if self.ended else None
        before = begin is not None and when.last is not None and when.last < begin
        after = stop is not None and when.first is not None and when.first > stop
        return not (before or after)


class Places:
    """All cities and organizations, asked by id."""

    def __init__(self) -> None:
        self._cities = load_cities()
        self._organizations = load_organizations()

    def __contains__(self, id: object) -> bool:
        return id in self._organizations or (isinstance(id, (int, str)) and _number(id) in self._cities)

    def city(self, id: int | str) -> City:
        """The city with this GeoNames id; refuses an id that the file lacks.

        ``load_places().city(1526273).name`` is Astana.
        """
        record = self._record(id)
        return City(
            id=record.id,
            name=record.name,
            country=_spells(record),
            population=record.population,
            latitude=record.latitude,
            longitude=record.longitude,
            names=_city_names().get(record.id, ()),
        )

    def cities(self) -> Iterator[int]:
        """The ids of all cities, by country and falling population."""
        return iter(self._cities)

    def country(self, id: int | str, when: When | None = None) -> str:
        """The party the city belongs to today, or did on the last day that the when may be.

        ``country(1526384, When.parse("1980"))`` is SUN: Almaty in 1980.
        """
        record = self._record(id)
        if when is None:
            return record.country
        held = [spell.party for spell in _spells(record) if spell.holds(when)]
        return held[-1] if held else record.country

    def city_name(self, id: int | str, language: str, when: When | None = None) -> str:
        """What a language (a code, with its script where it has two) calls the city, then or now.

        Falls back on an alternate of that language, then on the English name.
        """
        record = self._record(id)
        own = [one for one in _city_names().get(record.id, ()) if one.language == language]
        if when is not None:
            former = [one for one in own if one.kind == "former" and _covers(one, when)]
            if former:
                return former[0].name
        chosen = [one.name for kind in ("short", "alternate") for one in own if one.kind == kind]
        return chosen[0] if chosen else record.name

    def organization(self, id: str) -> Organization:
        """The organization with this id; refuses an id that the file lacks."""
        record = self._organizations.get(id)
        if record is None:
            raise UsageError(f"no organization {id!r}: ids are those of data/parties/organizations.csv")
        return _organization(record, _organization_names().get(id, ()))

    def organizations(self) -> Iterator[str]:
        """The ids of all organizations, sorted."""
        return iter(sorted(self._organizations))

    def organization_name(self, id: str, language: str) -> str:
        """What a language calls the organization: its official name, else a shorter one, else the English."""
        names = [one for one in self.organization(id).names if one.language == language and not one.case]
        for kind in ("official", "short", "abbreviation"):
            for one in names:
                if one.kind == kind:
                    return one.name
        return self._organizations[id].name

    def members(self, id: str, when: When | None = None) -> tuple[MembershipRecord, ...]:
        """The memberships of an organization, those that held on the last day of the when; none recorded is empty."""
        self.organization(id)
        found = _members().get(id, ())
        if when is None:
            return found
        return tuple(one for one in found if _spell(one).holds(when))

    def _record(self, id: int | str) -> CityRecord:
        number = _number(id)
        if number is None or number not in self._cities:
            raise UsageError(f"no city {id!r}: ids are GeoNames ids of data/parties/cities.csv")
        return self._cities[number]


@lru_cache(maxsize=1)
def load_places() -> Places:
    """All cities and organizations; the names are read when they are first asked for."""
    return Places()


def _number(id: int | str) -> int | None:
    if isinstance(id, int):
        return id
    return int(id) if id.isascii() and id.isdigit() else None


def _spells(record: CityRecord) -> tuple[CountrySpell, ...]:
    own = load_city_history().get(record.id) or load_country_history().get(record.country)
    return own or (CountrySpell(party=record.country),)


def _covers(name: CityName, when: When) -> bool:
    return CountrySpell(party="", start=name.start, end=name.end).holds(when)


def _spell(one: MembershipRecord) -> CountrySpell:
    return CountrySpell(party=one.member, start=one.start, end=one.end)


def _organization(record: OrganizationRecord, names: tuple[OrganizationName, ...]) -> Organization:
    return Organization(
        id=record.id,
        kind=record.kind,
        name=record.name,
        founded=record.founded,
        ended=record.ended,
        successor=record.successor,
        wikidata=record.wikidata,
        names=names,
    )


@lru_cache(maxsize=1)
def _city_names() -> Mapping[int, tuple[CityName, ...]]:
    found: dict[int, list[CityName]] = {}
    for one in iter_city_names():
        found.setdefault(one.city, []).append(one)
    return {city: tuple(names) for city, names in found.items()}


@lru_cache(maxsize=1)
def _organization_names() -> Mapping[str, tuple[OrganizationName, ...]]:
    found: dict[str, list[OrganizationName]] = {}
    for one in iter_organization_names():
        found.setdefault(one.organization, []).append(one)
    return {organization: tuple(names) for organization, names in found.items()}


@lru_cache(maxsize=1)
def _members() -> Mapping[str, tuple[MembershipRecord, ...]]:
    found: dict[str, list[MembershipRecord]] = {}
    for one in load_memberships():
        found.setdefault(one.organization, []).append(one)
    return {organization: tuple(members) for organization, members in found.items()}
