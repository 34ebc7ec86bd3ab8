"""Each language's labelled texts keep their floor, and their labels anchor in the text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from score import load_labels, score

from comity.model.claim import Claim, to_json
from comity.pipeline import extract

CASES = Path(__file__).parents[1] / "cases" / "documents"
FLOORS = tomllib.loads((Path(__file__).parent / "languages.toml").read_text(encoding="utf-8"))


def labelled() -> set[str]:
    return {path.parent.name for path in CASES.glob("??/*.jsonl")}


def test_floors_are_of_languages_that_have_labels() -> None:
    assert set(FLOORS) <= labelled()


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_no_floor_is_sunk(language: str) -> None:
    labels = load_labels(CASES / language)
    sources = sorted(path for path in (CASES / language).iterdir() if path.suffix != ".jsonl")
    assert [path.stem for path in sources if path.stem not in labels] == []
    got = score(labels, [to_json(one) for one in extract(sources) if isinstance(one, Claim)])["ALL"]
    assert got.precision >= FLOORS[language]["precision"]
    assert got.recall >= FLOORS[language]["recall"]


@pytest.mark.parametrize("language", sorted(labelled()))
def test_every_label_stands_in_its_text(language: str) -> None:
    for document, claims in load_labels(CASES / language).items():
        (source,) = (path for path in (CASES / language).glob(f"{document}.*") if path.suffix != ".jsonl")
        text = source.read_bytes().decode("utf-8")
        for claim in claims:
            for spot in (claim["evidence"], *claim.get("context", ())):
                assert text[spot["start"] : spot["end"]] == spot["quote"], (document, spot)
