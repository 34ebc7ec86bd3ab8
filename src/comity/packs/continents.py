"""``data/languages/xx.continents.toml`` → which continent a list's heading means, in every language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from comity.text.fold import fold

CHARACTERS = "\u2e80"  # scripts from here on are written without blanks between words
LANGUAGES = ("en", "zh", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk", "sr")


@lru_cache(maxsize=1)
def load_continents() -> Mapping[str, tuple[str, ...]]:
    """The continents that each heading word means, folded: ``"亚洲"`` → ``("Asia",)``, ``"Americas"`` → two."""
    words: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        place = files("comity") / "data" / "languages" / f"{language}.continents.toml"
        for word, continents in tomllib.loads(place.read_text("utf-8")).items():
            words[fold(word)] = tuple(continents)
    return MappingProxyType(words)


def find_continents(text: str) -> list[str]:
    """The continent words of a heading in any language, folded: ``"Asya, Afrika ve Amerika"`` → three."""
    return _continent_pattern().findall(fold(text))


def is_continent(text: str) -> bool:
    """Whether words name a continent, whatever else they may name: ``"Amerika"``, not ``"Afrique du Sud"``."""
    return fold(text) in load_continents()


@lru_cache(maxsize=1)
def _continent_pattern() -> re.Pattern[str]:
    """Every continent word, the longest first; one in letters stands between blanks, one in characters anywhere."""
    words = sorted(load_continents(), key=lambda word: (-len(word), word))
    parts = (rf"(?<!\w){re.escape(word)}(?!\w)" if word[0] < CHARACTERS else re.escape(word) for word in words)
    return re.compile("|".join(parts))
