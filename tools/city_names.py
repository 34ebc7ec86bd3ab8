"""The names of chosen cities from CLDR and GeoNames, each with its language and source: used by build_cities.py."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pycountry
from babel import Locale
from babel.core import get_global
from city_words import HOME
from opencc import OpenCC

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk", "sr-Cyrl", "sr-Latn")
PLAIN = ("en", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk")
CLDR = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant", "sr-Cyrl": "sr_Cyrl", "sr-Latn": "sr_Latn"}
SHORT_NAME = 4  # letters: as short a name is likelier a word
KAZAKH_FROM, KAZAKH_SHORT_FROM = 30_000, 100_000  # smaller places stay without a Kazakh name where GeoNames has none
ALPHA3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}
DISTRICT = re.compile(r"(?i)\b(district|city|town|borough|municipality|city of|urban|county|island)\b|[()/]|\d")
HAN = re.compile(r"^[\u4e00-\u9fff·]+$")
ARABIC_WORD = re.compile(r"^[\u0621-\u064a ]+$")
KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
CYRILLIC = re.compile(r"^[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі \-]+$")
SERBIAN_LATIN = re.compile("^[A-PR-VZa-pr-vzčćđšžČĆĐŠŽ -]+$")
_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š"
SERBIAN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", _LATIN.split(), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Name:
    """One name of one city, as a row of city_names.csv."""

    city_id: int
    language: str
    kind: str
    name: str
    start: str = ""
    end: str = ""
    source: str = "geonames"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city of GeoNames with what is needed to choose it."""

    city_id: int
    name: str
    country: str
    population: int
    latitude: float
    longitude: float
    admin: str
    untagged: tuple[str, ...]


def cldr_names(chosen: Mapping[int, Place]) -> Iterator[Name]:
    """The exemplar cities of CLDR's time zones, matched by their English name within the zone's country."""
    zones = Locale("en").time_zones
    by_key: dict[tuple[str, str], Place] = {}
    for place in sorted(chosen.values(), key=lambda one: one.population):
        for name in (place.name, *place.untagged):
            by_key[name, place.country] = place
    for zone, territory in get_global("zone_territories").items():
        english = zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        place_found = by_key.get((english, ALPHA3.get(territory, "")))
        if place_found is None:
            continue
        for language in LANGUAGES:
            city = Locale.parse(CLDR.get(language, language)).time_zones.get(zone, {}).get("city")
            if city and not DISTRICT.search(city):
                yield Name(city_id=place_found.city_id, language=language, kind="short", name=city, source="cldr")


def tagged_names(chosen: Mapping[int, Place], catalogues: Mapping[str, Mapping[int, str]]) -> Iterator[Name]:
    """The names GeoNames tags with a language; Chinese and Serbian in both scripts."""
    for place in chosen.values():
        yield Name(city_id=place.city_id, language="en", kind="short", name=place.name)
        for language in catalogues:
            name = catalogues[language].get(place.city_id)
            if not name or (DISTRICT.search(name) and language in PLAIN) or not in_script(name, language):
                continue
            for script, written, source in both_scripts(name, language):
                kind = "alternate" if language == "en" else "short"
                yield Name(city_id=place.city_id, language=script, kind=kind, name=written, source=source)
        yield from home_names(place, {language for language in catalogues if place.city_id in catalogues[language]})


def in_script(name: str, language: str) -> bool:
    """Whether the name is written in the language's own letters."""
    letters = "".join(char for char in name if char.isalpha())
    if language == "zh":
        return bool(HAN.match(name))
    if language == "sr":
        return bool(letters)
    script = {"ru": "CYRILLIC", "kk": "CYRILLIC", "uk": "CYRILLIC", "ar": "ARABIC"}.get(language, "LATIN")
    return bool(letters) and all(unicodedata.name(char, "").startswith(script) for char in letters)


_SIMPLE, _TRADITIONAL = OpenCC("t2s"), OpenCC("s2t")


def both_scripts(name: str, language: str) -> Iterator[tuple[str, str, str]]:
    """(language and script, name, source) for each script the language is written in."""
    if language == "zh":
        simple, traditional = _SIMPLE.convert(name), _TRADITIONAL.convert(name)
        yield "zh-Hans", simple, "geonames" if simple == name else "derived"
        yield "zh-Hant", name if simple != name else traditional, "geonames" if traditional == name else "derived"
    elif language == "sr":
        if name[0].lower() in SERBIAN:
            yield "sr-Cyrl", name, "geonames"
            yield "sr-Latn", latin(name), "derived"
        elif SERBIAN_LATIN.match(name):
            yield "sr-Latn", name, "geonames"
            yield "sr-Cyrl", cyrillic(name), "derived"
    else:
        yield language, name, "geonames"


def latin(name: str) -> str:
    """Serbian Cyrillic in Latin letters: Љубљана → Ljubljana."""
    out = []
    for char in name:
        written = SERBIAN.get(char.lower(), char)
        out.append(written.capitalize() if char.isupper() else written)
    return "".join(out)


def cyrillic(name: str) -> str:
    """Serbian Latin in Cyrillic letters: Ljubljana → Љубљана."""
    for letter, written in sorted(SERBIAN.items(), key=lambda pair: -len(pair[1])):
        name = name.replace(written, letter).replace(written.capitalize(), letter.upper())
    return name


def home_names(place: Place, tagged: Collection[str]) -> Iterator[Name]:
    """GeoNames' own name in its country's Latin languages where it tags none; Niš in both Serbian scripts."""
    for language in ("tr", "fr", "es", "de"):
        if language not in tagged and place.country in HOME[language].split() and place.country not in ("ITA", "POL"):
            yield Name(city_id=place.city_id, language=language, kind="short", name=place.name)
    if place.country in ("SRB", "BIH", "MNE", "HRV") and SERBIAN_LATIN.match(place.name):
        yield Name(city_id=place.city_id, language="sr-Latn", kind="short", name=place.name)
        yield Name(city_id=place.city_id, language="sr-Cyrl", kind="short", name=cyrillic(place.name), source="derived")


def untagged_names(chosen: Mapping[int, Place]) -> Iterator[Name]:
    """Alternates by script: GeoNames' untagged names where a script leaves one language to guess."""
    for place in chosen.values():
        home = place.country
        for name in place.untagged:
            if HAN.match(name) and len(name) >= 2 and home not in ("JPN", "KOR", "PRK") and len(name) <= 8:
                for script, written, _ in both_scripts(name, "zh"):
                    yield _guess(place, script, written)
            elif ARABIC_WORD.match(name) and home in HOME["ar"].split():
                yield _guess(place, "ar", name)
            elif home == "KAZ" and CYRILLIC.match(name):
                yield _guess(place, "kk", name)
                if not KAZAKH.search(name):
                    yield _guess(place, "ru", name)
            elif home == "RUS" and CYRILLIC.match(name) and not KAZAKH.search(name):
                yield _guess(place, "ru", name)


def _guess(place: Place, language: str, name: str) -> Name:
    return Name(city_id=place.city_id, language=language, kind="alternate", name=name, source="untagged")


def kazakh_from_russian(
    chosen: Mapping[int, Place], names: Iterable[Name], capitals: Collection[int]
) -> Iterator[Name]:
    """Russian names of capitals and large cities as Kazakh alternates: Kazakh mostly writes foreign places so."""
    names = list(names)
    known = {one.city_id for one in names if one.language == "kk"}
    written = Counter(one.name for one in names if one.language == "ru")
    for one in names:
        least = KAZAKH_FROM if len(one.name) > SHORT_NAME else KAZAKH_SHORT_FROM
        large = one.city_id in capitals or (written[one.name] == 1 and chosen[one.city_id].population >= least)
        if one.language == "ru" and one.kind == "short" and one.city_id not in known and large:
            yield Name(city_id=one.city_id, language="kk", kind="alternate", name=one.name, source="derived")


def keep_first(names: Iterable[Name], hand: Iterable[Name]) -> list[Name]:
    """Each written name once a city and language; one short name each (the first); untagged ones only where none is."""
    kept: dict[tuple[int, str, str], Name] = {}
    short: set[tuple[int, str]] = {(one.city_id, one.language) for one in hand if one.kind == "short"}
    tagged: set[tuple[int, str]] = set()
    for one in names:
        place = (one.city_id, one.language)
        if (*place, one.name) in kept or (one.source == "untagged" and place in tagged):
            continue
        kind = one.kind
        if kind == "short" and one.source != "hand":
            kind = "alternate" if place in short else "short"
            short.add(place)
        if one.source != "untagged" and kind != "former":
            tagged.add(place)
        kept[(*place, one.name)] = replace(one, kind=kind)
    return list(kept.values())
