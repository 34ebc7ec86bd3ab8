"""``data/languages/xx.interface.toml`` → the words of the pages in a language: labels, headings, dates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from comity.errors import PackError
from comity.packs.sentences import Sentences


@cache
def interface_languages() -> tuple[str, ...]:
    """The codes of the languages that have words for the pages, English first."""
    suffix = ".interface.toml"
    names = (entry.name for entry in (files("comity") / "data" / "languages").iterdir())
    found = sorted(name.removesuffix(suffix) for name in names if name.endswith(suffix))
    return tuple(sorted(found, key=lambda code: code != "en"))


@cache
def load_interface(language: str = "en") -> Sentences:
    """The words of the pages in a language; English where it has none.

    ``load_interface("tr").get("pages", "conflicts")`` is ``"Çelişkiler"``. `PackError` where the file lacks a word that
    English has, or has one that English lacks.
    """
    code = language if language in interface_languages() else "en"
    tables, english = _read(code), _read("en")
    here, there = _keys(tables), _keys(english)
    faults = [f"no text for {name}" for name in sorted(there - here)]
    faults += [f"English has no {name}" for name in sorted(here - there)]
    if faults:
        raise PackError(f"data/languages/{code}.interface.toml", faults)
    return Sentences(language=code, tables=tables)


def _keys(tables: Mapping[str, Mapping[str, str]]) -> set[str]:
    return {f"{table}.{name}" for table, names in tables.items() for name in names}


def _read(code: str) -> Mapping[str, Mapping[str, str]]:
    text = (files("comity") / "data" / "languages" / f"{code}.interface.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return MappingProxyType({table: MappingProxyType(dict(names)) for table, names in data.items()})
