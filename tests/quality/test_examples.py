"""The examples say what their labels say: the labels anchor in the text, and the program's scores keep their floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.model.claim import Claim
from comity.pipeline import extract
from comity.scores import Label, find_sunk, parse_floors, parse_labels

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "cases" / "documents" / "examples").glob("*.jsonl"))
FLOORS = Path(__file__).parent / "floors" / "examples.toml"


def source_of(document: str) -> Path:
    (found,) = (ROOT / "examples").glob(f"{document}.*")
    return found


@pytest.fixture(scope="module")
def said() -> list[Claim]:
    return [one for one in extract([source_of(path.stem) for path in FILES]) if isinstance(one, Claim)]


def test_no_floor_is_sunk(measure) -> None:
    labels, scores = measure(FILES, [source_of(path.stem) for path in FILES])
    assert list(find_sunk(parse_floors(FLOORS.read_text(encoding="utf-8"), FLOORS.name), labels, scores)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_quote_stands_in_the_source(path: Path, said: list[Claim]) -> None:
    text = source_of(path.stem).read_bytes().decode("utf-8")
    labels = parse_labels(path.read_text(encoding="utf-8").splitlines(), path.name)
    claims = [one.claim for one in labels if isinstance(one, Label)] + [
        one for one in said if one.document == path.stem
    ]
    spots = [spot for one in claims for spot in (one.evidence, *one.context)]
    assert [spot for spot in spots if text[spot.start : spot.end] != spot.quote] == []


def test_all_rows_are_claims_with_their_place(said: list[Claim]) -> None:
    places = [one.place for one in said if one.document == "zh-kazakhstan-jianjiao" and one.place is not None]
    assert [(one.table, one.row) for one in places] == [
        *((1, row) for row in range(1, 28)),
        *((2, row) for row in range(1, 4)),
        *((3, row) for row in range(1, 13)),
    ]
