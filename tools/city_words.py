"""Which names of cities are likelier an ordinary word or a person: asked by build_cities.py, never at run time."""

from __future__ import annotations

from functools import lru_cache

import pymorphy3
from wordfreq import top_n_list, zipf_frequency

# Where a language is at home its word lists know the towns as towns: there only the hand-written list blocks.
HOME = {
    "zh": "CHN TWN HKG MAC SGP MYS",
    "tr": "TUR CYP",
    "ru": "RUS UKR BLR KAZ KGZ UZB TJK TKM AZE ARM GEO MDA",
    "fr": "FRA BEL CHE CAN LUX MCO CIV SEN MLI",
    "es": "ESP MEX ARG COL PER VEN CHL ECU GTM CUB BOL DOM HND PRY SLV NIC CRI PAN URY GNQ PRI",
    "ar": "DZA BHR EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SDN SYR TUN ARE YEM ESH DJI SOM",
    "de": "DEU AUT CHE LIE LUX ITA POL",
    "uk": "UKR",
    "sr": "SRB BIH MNE HRV MKD XKX SVN",
}
BIG, MIDDLE = 400_000, 150_000


def is_ordinary(name: str, language: str, country: str, population: int) -> bool:
    """Whether the name of a place of this size is likelier a word or a person in a text of this language.

    ``is_ordinary("Думай", "ru", "IDN", 349_000)``: an imperative before it is a port on Sumatra.
    """
    if language == "kk" or " " in name or "-" in name:
        return False
    if language == "zh":
        return _is_ordinary_chinese(name, country, population)
    if population >= BIG or country in HOME.get(language, "").split():
        return False
    if language == "ru":
        return _is_known_word(name, population)
    frequency = zipf_frequency(name, "sh" if language == "sr" else language)
    return frequency >= (3.6 if population < MIDDLE else 4.3)


def _is_ordinary_chinese(name: str, country: str, population: int) -> bool:
    """Two characters that are a word, or a part of one, where the place is no large city.

    Two characters that no word list knows are a part of many longer transliterations: a small foreign place loses them.
    """
    if len(name) != 2 or population >= 2 * BIG:
        return False
    frequency = zipf_frequency(name, "zh")
    if country not in HOME["zh"].split() and population < MIDDLE and frequency < 2.8:
        return True
    return population < BIG and (frequency >= 3.9 or name in _chinese_parts())


@lru_cache(maxsize=1)
def _chinese_parts() -> frozenset[str]:
    """Every two characters within the commoner Chinese words of three characters and more."""
    words = [word for word in top_n_list("zh", 60_000) if len(word) > 2 and zipf_frequency(word, "zh") >= 3.3]
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1) if word[-1] not in "市县省")


@lru_cache(maxsize=1)
def _morphology() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def _is_known_word(name: str, population: int) -> bool:
    """Whether the dictionary knows the form, and not as a place; persons count for small places alone."""
    parses = [parse for parse in _morphology().parse(name.lower()) if parse.is_known]
    if any("Geox" in parse.tag for parse in parses):
        return False
    persons = [parse for parse in parses if any(mark in parse.tag for mark in ("Name", "Surn", "Patr"))]
    return len(parses) > len(persons) or (bool(persons) and population < MIDDLE)
