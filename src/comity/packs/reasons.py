"""``data/languages/xx.reasons.toml`` → the sentences in which a choice is explained, one for each rule."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_reasons(language: str = "en") -> Mapping[str, str]:
    """The sentence of every rule, with ``{places}`` for what it names; English where the language has no file."""
    place = files("comity") / "data" / "languages" / f"{language}.reasons.toml"
    if not place.is_file():
        place = files("comity") / "data" / "languages" / "en.reasons.toml"
    return MappingProxyType({str(key): str(value) for key, value in tomllib.loads(place.read_text("utf-8")).items()})


def say(rule: str, language: str = "en", **values: str | int) -> str:
    """The sentence of this rule with its places filled: ``say("single", document="a")``."""
    return load_reasons(language)[rule].format(**values)
