"""The examples say what their labels say: the labels anchor in the text, and the program's scores keep their floors."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from score import Claim, Score, agrees, load_labels, score

from comity.model.claim import Claim as Read
from comity.model.claim import to_json
from comity.pipeline import extract

ROOT = Path(__file__).parents[2]
LABELS = load_labels(ROOT / "tests" / "cases" / "documents" / "examples")
FLOORS = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))


def source_of(document: str) -> Path:
    (found,) = (ROOT / "examples").glob(f"{document}.*")
    return found


@pytest.fixture(scope="module")
def said() -> list[Claim]:
    paths = [source_of(document) for document in LABELS]
    return [to_json(one) for one in extract(paths) if isinstance(one, Read)]


@pytest.fixture(scope="module")
def scores(said: list[Claim]) -> dict[str, Score]:
    return score(LABELS, said)


@pytest.mark.parametrize("key", FLOORS)
def test_no_floor_is_sunk(key: str, scores: dict[str, Score]) -> None:
    got = scores.get(key, Score())
    assert got.precision >= FLOORS[key]["precision"]
    assert got.recall >= FLOORS[key]["recall"]


def spans(claim: Claim) -> Iterator[tuple[int, int, str]]:
    for one in (claim["evidence"], *claim.get("context", ())):
        yield one["start"], one["end"], one["quote"]


@pytest.mark.parametrize("document", LABELS)
def test_every_quote_stands_in_the_source(document: str, said: list[Claim]) -> None:
    text = source_of(document).read_bytes().decode("utf-8")
    claims = [*LABELS[document], *(one for one in said if one["evidence"]["document"] == document)]
    assert [spot for one in claims for spot in spans(one) if text[spot[0] : spot[1]] != spot[2]] == []


def test_all_rows_are_claims_with_their_place(said: list[Claim]) -> None:
    rows = [one for one in said if one["evidence"]["document"] == "zh-kazakhstan-jianjiao" and "row" in one]
    assert [(one["table"], one["row"]) for one in rows] == [
        *((1, row) for row in range(1, 28)),
        *((2, row) for row in range(1, 4)),
        *((3, row) for row in range(1, 13)),
    ]


VISIT = {"type": "visit", "visitor": "SRB", "host": "KAZ", "office": "head-of-state", "date": "2015-08-27/2015-08-29"}
SPOT = {"evidence": {"document": "d", "start": 0, "end": 1, "quote": "x"}}


@pytest.mark.parametrize(
    ("change", "strict", "lenient"),
    [
        ({}, True, True),
        ({"date": "2015"}, False, True),
        ({"date": "2016-08-27"}, False, False),
        ({"office": "other"}, False, True),
        ({"host": "SRB", "visitor": "KAZ"}, False, False),
        ({"modality": "planned"}, False, True),
        ({"modality": "alleged"}, True, True),
        ({"type": "meeting"}, False, False),
    ],
)
def test_strict_asks_for_every_role_and_lenient_for_who_what_and_the_year(
    change: Claim, strict: bool, lenient: bool
) -> None:
    claim = VISIT | dict(change)
    assert agrees(VISIT, claim, strict=True) is strict
    assert agrees(VISIT, claim, strict=False) is lenient


def test_names_are_compared_by_their_words() -> None:
    label = {"type": "body", "parties": ["KAZ", "TUR"], "name": "Yüksek Düzeyli İşbirliği Konseyi", "event": "met"}
    assert agrees(label, label | {"name": "Yüksek Düzeyli Stratejik İşbirliği Konseyinin"}, strict=True)
    assert not agrees(label, label | {"name": "Karma Ekonomik Komisyon"}, strict=True)
    assert not agrees(label, {k: v for k, v in label.items() if k != "name"}, strict=True)


def test_one_claim_answers_one_label_and_optional_labels_are_neither_asked_nor_wrong() -> None:
    first, second = VISIT | SPOT, VISIT | SPOT | {"date": "2016"}
    assert score({"d": [first, first]}, [first])["ALL"] == Score(found=1, missed=1)
    assert score({"d": [first, second | {"optional": True}]}, [first, second])["ALL"] == Score(found=1)
    assert score({"d": [first]}, [first, second])["ALL"] == Score(found=1, wrong=1)
    assert score({"d": [first]}, [first, first | {"attributed_to": "the minister"}])["ALL"] == Score(found=1)


ALL_LABELS = [label for labels in LABELS.values() for label in labels]


@settings(deadline=None)
@given(st.lists(st.sampled_from(ALL_LABELS), unique_by=id), st.randoms(use_true_random=False))
def test_labels_answer_themselves_in_any_order(labels: list[Claim], dice: random.Random) -> None:
    gold: dict[str, list[Claim]] = {}
    for label in labels:
        gold.setdefault(label["evidence"]["document"], []).append(label)
    said = dice.sample(labels, len(labels))
    for strict in (True, False):
        got = score(gold, said, strict=strict).get("ALL", Score())
        assert got == Score(found=sum(not label.get("optional") for label in labels))


@settings(deadline=None)
@given(st.lists(st.sampled_from(ALL_LABELS), unique_by=id), st.integers(min_value=0))
def test_a_claim_left_out_is_missed_and_no_other_changes(labels: list[Claim], at: int) -> None:
    gold: dict[str, list[Claim]] = {}
    for label in labels:
        gold.setdefault(label["evidence"]["document"], []).append(label)
    left = [label for number, label in enumerate(labels) if number != at % max(1, len(labels))]
    got = score(gold, left).get("ALL", Score())
    assert (got.wrong, got.missed) in {(0, 0), (0, 1)}
