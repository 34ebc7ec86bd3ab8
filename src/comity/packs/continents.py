"""``data/languages/xx.continents.toml`` → which continent a list's heading means, in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from comity.text.fold import fold

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
