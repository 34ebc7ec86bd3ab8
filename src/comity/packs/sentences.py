"""``data/languages/xx.sentences.toml`` → the words in which a fact is said back, and a way to fill them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from comity.errors import PackError

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{([a-z_]+)\}")
_BLANKS = re.compile(r"  +")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """One language's words for facts: ``table`` → ``name`` → text; a text may have ``{names}`` and ``[options]``."""

    language: str
    tables: Mapping[str, Mapping[str, str]]

    def get(self, table: str, name: str) -> str:
        """The text of this name; of what a pack has no word for, the name itself."""
        return self.tables.get(table, {}).get(name, name)

    def has(self, table: str, name: str) -> bool:
        """Whether there is a text of this name."""
        return name in self.tables.get(table, {})

    def fill(self, table: str, name: str, /, **values: str) -> str:
        """The text with its names filled in, options without a value left out.

        ``"{sender} has {kind} in [{city}, ]{receiver}"`` without a city: ``"Serbia has an embassy in Kazakhstan"``.
        """
        return fill(self.get(table, name), values)

    def join(self, names: tuple[str, ...]) -> str:
        """The names as a list in words: ``"A, B and C"``."""
        if len(names) < 2:
            return "".join(names)
        return self.get("lists", "comma").join(names[:-1]) + self.get("lists", "and") + names[-1]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with ``{names}`` filled in; a part in brackets goes where one of its names is empty."""

    def option(found: re.Match[str]) -> str:
        part = found.group(1)
        return part if all(values.get(name) for name in _NAME.findall(part)) else ""

    kept = _OPTIONAL.sub(option, text)
    return _BLANKS.sub(" ", _NAME.sub(lambda found: values.get(found.group(1), ""), kept)).strip()


@cache
def load_sentences(language: str = "en") -> Sentences:
    """The sentences of a language; English where it has none. `PackError` where the file lacks what English has."""
    tables = _read(language) or _read("en")
    english = _read("en")
    gaps = [
        f"{table}.{name}"
        for table in english
        for name in english[table]
        if name not in tables.get(table, {}) and not _is_optional(table, name)
    ]
    if gaps:
        raise PackError(f"data/languages/{language}.sentences.toml", [f"no text for {name}" for name in gaps])
    return Sentences(language=language, tables=tables)


def _is_optional(table: str, name: str) -> bool:
    """Whether a language can do without: a wording of its own for what is planned, or for one kind of number."""
    return name.endswith("-planned") or (table == "quantity" and name != "any")


def _read(language: str) -> Mapping[str, Mapping[str, str]]:
    place = files("comity") / "data" / "languages" / f"{language}.sentences.toml"
    if not place.is_file():
        return MappingProxyType({})
    data = tomllib.loads(place.read_text("utf-8"))
    return MappingProxyType({table: MappingProxyType(dict(names)) for table, names in data.items()})
