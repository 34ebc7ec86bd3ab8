"""The words of the pages: every language says the same things, and every word that a page asks for is there."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import comity
from comity.packs.interface import interface_languages, load_interface
from comity.packs.polities import load_polities

TEMPLATES = Path(comity.__file__).parent / "web" / "templates"
_NAMES = re.compile(r"{([a-z_]+)}")


@pytest.mark.parametrize("language", interface_languages())
def test_every_language_says_all_and_fills_in_the_same(language: str) -> None:
    english, words = load_interface("en"), load_interface(language)
    for table, names in english.tables.items():
        for name, text in names.items():
            assert words.get(table, name).strip()
            assert set(_NAMES.findall(words.get(table, name))) == set(_NAMES.findall(text)), (language, table, name)
            assert (files("comity") / "data" / "languages" / f"{language}.sentences.toml").is_file()


def test_every_word_that_a_page_asks_for_is_there() -> None:
    asked = set()
    for template in TEMPLATES.glob("*.html"):
        asked |= set(
            re.findall(r"\b(?:w|fill)\([\"']([a-z]+)[\"'], [\"']([a-z_0-9-]+)[\"'](?! ~)", template.read_text("utf-8"))
        )
    words = load_interface("en")
    assert len(asked) > 80
    assert [one for one in sorted(asked) if not words.has(*one)] == []


def test_every_kind_of_succession_has_a_word() -> None:
    words = load_interface("en")
    assert {edge.kind for edge in load_polities().successions} <= set(words.tables["kinship"])
