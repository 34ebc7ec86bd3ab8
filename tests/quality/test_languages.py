"""Each language's labelled texts keep their floor, and their labels anchor in the text."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases" / "documents"
FLOORS = tomllib.loads((Path(__file__).parent / "languages.toml").read_text(encoding="utf-8"))
LANGUAGES = sorted({path.parent.name for folder in ("??", "??-*", "lists") for path in CASES.glob(f"{folder}/*.jsonl")})


def test_every_language_with_labels_has_a_floor() -> None:
    assert sorted(FLOORS) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_floor_is_sunk(language: str, measure) -> None:
    labels = sorted((CASES / language).glob("*.jsonl"))
    documents = sorted(path for path in (CASES / language).iterdir() if path.suffix != ".jsonl")
    assert [path.stem for path in documents] == [path.stem for path in labels]
    name, scores = measure(labels, documents)
    assert name == FLOORS[language]["labels"], "the labels have changed: measure the floors anew"
    reached = scores["all", "all"]
    assert reached.precision >= FLOORS[language]["precision"]
    assert reached.recall >= FLOORS[language]["recall"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_stands_in_its_text(language: str) -> None:
    for labels in sorted((CASES / language).glob("*.jsonl")):
        (source,) = (path for path in labels.parent.glob(f"{labels.stem}.*") if path.suffix != ".jsonl")
        text = source.read_bytes().decode("utf-8")
        for line in labels.read_text(encoding="utf-8").splitlines():
            claim = json.loads(line)
            for spot in (claim["evidence"], *claim.get("context", ())):
                assert text[spot["start"] : spot["end"]] == spot["quote"], (labels.stem, spot)
