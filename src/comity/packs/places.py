"""Cities: what they are called in each language and when, where they lie, and to which country they belonged.

The files are ``cities.csv``, ``city_names.csv``, ``country_history.csv`` and ``city_history.csv`` of `data/parties`;
where their facts come from is told in ``SOURCES.md`` beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from comity.errors import PackError
from comity.model.when import When
from comity.packs.tables import Row, load_rows

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk", "sr-Cyrl", "sr-Latn")
CITY_NAME_KINDS = ("short", "former", "alternate")


@dataclass(frozen=True, slots=True, kw_only=True)
class CityRecord:
    """One city: its GeoNames id, its English name, and the country it is in today (a party's id).

    ``population`` is 0 where GeoNames knows none; ``latitude`` and ``longitude`` are degrees.
    """

    id: int
    name: str
    country: str
    population: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CityName:
    """One name of a city in one language and script.

    ``kind`` is ``short`` (what the language calls it now, one at most), ``former`` (then ``start`` and ``end`` bound
    its time) or ``alternate``. ``source`` is where the name was found: ``geonames``, ``cldr``, ``hand``, ``derived``
    (the other script of one of these), ``untagged`` (of GeoNames, its language guessed by the script).
    """

    city: int
    language: str
    name: str
    kind: str
    start: When | None = None
    end: When | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountrySpell:
    """To which party a place belonged from ``start`` to ``end`` (each open where ``None``).

    ``note`` says ``contested``, and by whom where that is one of our parties: "contested MAR".
    """

    party: str
    start: When | None = None
    end: When | None = None
    note: str = ""

    @property
    def rival(self) -> str:
        """The party that claims the place, too; "" where none is told."""
        word, _, party = self.note.partition(" ")
        return party if word == "contested" else ""

    def holds(self, when: When) -> bool:
        """Whether it held on the last day the when may be."""
        day = when.last if when.last is not None else when.first
        if day is None:
            return self.end is None
        begin = self.start.first if self.start else None
        stop = self.end.last if self.end else None
        return (begin is None or begin <= day) and (stop is None or day <= stop)


@lru_cache(maxsize=1)
def load_cities() -> Mapping[int, CityRecord]:
    """All cities by id, in the order of the file; refuses the file with all its faults at once."""
    rows = load_rows("cities.csv", ("id", "name", "country", "population", "lat", "lon"))
    faults: list[str] = []
    found: dict[int, CityRecord] = {}
    for row in rows:
        one = _city(row, faults)
        if one is not None and one.id in found:
            faults.append(f"line {row.line}: city {one.id} stands twice")
        elif one is not None:
            found[one.id] = one
    if faults:
        raise PackError("cities.csv", faults)
    return found


def _city(row: Row, faults: list[str]) -> CityRecord | None:
    try:
        one = CityRecord(
            id=int(row["id"]),
            name=row["name"],
            country=row["country"],
            population=int(row["population"]),
            latitude=float(row["lat"]),
            longitude=float(row["lon"]),
        )
    except ValueError as fault:
        faults.append(f"line {row.line}: {fault}")
        return None
    if not one.name or not one.country or abs(one.latitude) > 90 or abs(one.longitude) > 180:
        faults.append(f"line {row.line}: {one.name or 'a city'} lacks a name, a country or a place on the globe")
    return one


def iter_city_names() -> Iterator[CityName]:
    """All names of all cities, in the order of the file; refuses the file with all its faults at once."""
    return iter(_load_city_names())


@lru_cache(maxsize=1)
def _load_city_names() -> tuple[CityName, ...]:
    faults: list[str] = []
    found: list[CityName] = []
    columns = ("city_id", "language", "name", "kind", "start", "end", "source")
    known = {str(city): city for city in load_cities()}
    for row in load_rows("city_names.csv", columns):
        city = known.get(row["city_id"])
        start, end = row.span(faults) if row["start"] or row["end"] else (None, None)
        language, kind, name = row["language"], row["kind"], row["name"]
        if city is None or language not in LANGUAGES or kind not in CITY_NAME_KINDS or not name:
            faults.append(f"line {row.line}: no city {row['city_id']!r}, no such language or kind, or no name")
            continue
        found.append(
            CityName(city=city, language=language, name=name, kind=kind, start=start, end=end, source=row["source"])
        )
    if faults:
        raise PackError("city_names.csv", faults)
    return tuple(found)


@lru_cache(maxsize=1)
def load_country_history() -> Mapping[str, tuple[CountrySpell, ...]]:
    """By today's country: the parties its places belonged to, in order of time, where it was not always its own."""
    return _spells("country_history.csv", "country")


@lru_cache(maxsize=1)
def load_city_history() -> Mapping[int, tuple[CountrySpell, ...]]:
    """By city: the parties it belonged to, in order of time, where its country's history is not its own."""
    return {int(city): spells for city, spells in _spells("city_history.csv", "city_id").items()}


def _spells(name: str, key: str) -> dict[str, tuple[CountrySpell, ...]]:
    faults: list[str] = []
    found: dict[str, tuple[CountrySpell, ...]] = {}
    for row in load_rows(name, (key, "party", "start", "end", "note")):
        start, end = row.span(faults)
        if not row["party"] or (key == "city_id" and not row[key].isdigit()):
            faults.append(f"line {row.line}: names no party or no place")
        spell = CountrySpell(party=row["party"], start=start, end=end, note=row["note"])
        found[row[key]] = (*found.get(row[key], ()), spell)
    if faults:
        raise PackError(name, faults)
    return found
