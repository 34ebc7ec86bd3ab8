"""Towns said as adjectives before what stands in them: "das | Berliner | Generalkonsulat Boliviens"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from comity.packs.language import LanguagePack, load_language
from comity.parties.index import NameHit, NameIndex

_WORD_BEFORE = re.compile(r"\b([^\W\d_]+)(?=\s+([^\W\d_]+))")
_SHORTEST = 3


def find_town_adjectives(text: str, pack: LanguagePack, index: NameIndex) -> Iterator[NameHit]:
    """The towns that an adjective right before a mission names, each at its adjective's place.

    "Die Pariser Botschaft Malis" stands in Paris. Refuses one before any other noun: "Wiener Kongress" is no place.
    """
    if not pack.town_endings:
        return
    missions = _missions(pack.code)
    for found in _WORD_BEFORE.finditer(text):
        word = found.group(1)
        if not word[0].isupper() or found.group(2).lower() not in missions:
            continue
        for stem in _stems(word, pack):
            hits = [one for one in index.find_names(stem, pack.code) if one.start == 0 and one.end == len(stem)]
            towns = [one for one in hits if one.kind == "city"]
            towns += [other for one in hits for other in one.others if other.kind == "city"]
            if towns:
                yield towns[0]._replace(start=found.start(1), end=found.end(1), others=())
                break


def _stems(word: str, pack: LanguagePack) -> Iterator[str]:
    """The towns that an adjective may be made of: the pack says which are made otherwise."""
    if word.lower() in pack.towns:
        yield pack.towns[word.lower()]
        return
    for ending in pack.town_endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word.removesuffix(ending)


@cache
def _missions(language: str) -> frozenset[str]:
    """The words for missions of a language."""
    cues = load_language(language).cues
    said = (row[0] for label, rows in cues.items() if label.startswith("mission.") for row in rows)
    return frozenset(word for word in said if " " not in word)


__all__ = ["find_town_adjectives"]
