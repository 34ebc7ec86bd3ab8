"""Who is meant in a sentence of a date, in every language: the name found, its neighbours taken from the sentence itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from comity.model.when import When
from comity.parties.index import load_index
from comity.parties.link import link_party

_FILE = Path(__file__).parents[1] / "cases" / "linking.toml"
CASES = tomllib.loads(_FILE.read_text(encoding="utf-8"))["case"]


def meant(case: dict[str, str]) -> str:
    """The party that comes first alone, empty where none does."""
    hits = load_index().find_names(case["text"], case["language"])
    place = case["text"].index(case["name"])
    (hit,) = (one for one in hits if one.start == place and one.kind != "city")
    near = {one for other in hits if other is not hit for one in other.ids}
    best, *rest = link_party(hit.ids, language=case["language"], when=When.parse(case["on"]), neighbours=near)
    return "" if rest and rest[0].score == best.score else best.party


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['name']}-{case['on']}")
def test_a_name_is_linked_by_its_date_and_neighbours(case: dict[str, str]) -> None:
    assert meant(case) == case["party"]


def test_every_language_is_linked() -> None:
    assert {case["language"] for case in CASES} == {"ar", "de", "en", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh"}
