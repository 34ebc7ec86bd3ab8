"""Labels and claims: what agrees, what is found, missed and wrong; floors and the fingerprint of their labels."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.model.claim import Claim, from_json
from comity.scores import Label, Score, agrees, find_sunk, fingerprint, judge, parse_floors, parse_labels, tabulate

FOLDER = Path(__file__).parents[1] / "cases" / "documents" / "examples"
LABELS = [
    one
    for path in sorted(FOLDER.glob("*.jsonl"))
    for one in parse_labels(path.read_text(encoding="utf-8").splitlines(), path.name)
    if isinstance(one, Label)
]
SPOT = {"evidence": {"document": "d", "start": 0, "end": 1, "quote": "x"}}
VISIT = {
    "type": "visit",
    "visitor": "SRB",
    "host": "KAZ",
    "office": "head-of-state",
    "date": "2015-08-27/2015-08-29",
    **SPOT,
}


def claim(change: dict[str, object] | None = None, base: dict[str, object] = VISIT) -> Claim:
    return from_json(base | (change or {}))


def total(gold: list[Label], said: list[Claim], *, strict: bool = True) -> Score:
    by_document: dict[str, list[Label]] = {}
    for label in gold:
        by_document.setdefault(label.claim.document, []).append(label)
    return tabulate(judge(by_document, said, strict=strict), lambda _: "all").get("all", Score())


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
    ],
)
def test_strict_asks_for_every_role_and_lenient_for_who_what_and_the_year(change, strict, lenient) -> None:
    assert agrees(claim(), claim(change), strict=True) is strict
    assert agrees(claim(), claim(change), strict=False) is lenient


def test_claims_of_two_types_never_agree() -> None:
    meeting = claim(base={"type": "meeting", "parties": ["KAZ", "SRB"], "date": "2015-08-27/2015-08-29", **SPOT})
    assert not agrees(claim(), meeting, strict=False)


def test_names_are_compared_by_their_words() -> None:
    body = {
        "type": "body",
        "parties": ["KAZ", "TUR"],
        "name": "Yüksek Düzeyli İşbirliği Konseyi",
        "event": "met",
        **SPOT,
    }
    label = from_json(body)
    assert agrees(label, claim({"name": "Yüksek Düzeyli Stratejik İşbirliği Konseyinin"}, body), strict=True)
    assert not agrees(label, claim({"name": "Karma Ekonomik Komisyon"}, body), strict=True)


def test_a_city_is_the_same_by_its_number() -> None:
    mission = {"type": "mission", "sender": "KAZ", "receiver": "UKR", "kind": "embassy", "event": "opened", **SPOT}
    label = claim({"city": "Kyiv", "city_id": 703448}, mission)
    assert agrees(label, claim({"city": "Kiev", "city_id": 703448}, mission), strict=True)
    assert not agrees(label, claim({"city": "Odesa"}, mission), strict=True)


def test_amounts_agree_when_rounded_and_have_a_direction() -> None:
    trade = {
        "type": "quantity",
        "indicator": "exports",
        "from": "KAZ",
        "to": "UKR",
        "value": 5.4e9,
        "unit": "USD",
        **SPOT,
    }
    label = from_json(trade)
    assert agrees(label, claim({"value": 5.41e9}, trade), strict=True)
    assert not agrees(label, claim({"value": 5.5e9}, trade), strict=True)
    turned = claim({"from": "UKR", "to": "KAZ"}, trade)
    assert not agrees(label, turned, strict=True)
    assert agrees(label, turned, strict=False)


def test_one_claim_answers_one_label_and_optional_labels_are_neither_asked_nor_wrong() -> None:
    first, second = claim(), claim({"date": "2016"})
    assert total([Label(claim=first), Label(claim=first)], [first]) == Score(found=1, missed=1)
    assert total([Label(claim=first), Label(claim=second, optional=True)], [first, second]) == Score(found=1)
    assert total([Label(claim=first)], [first, second]) == Score(found=1, wrong=1)
    assert total([Label(claim=first)], [first, claim({"attributed_to": "the minister"})]) == Score(found=1)


@settings(deadline=None)
@given(st.lists(st.sampled_from(LABELS), unique_by=id), st.randoms(use_true_random=False), st.booleans())
def test_labels_answer_themselves_in_any_order(labels: list[Label], dice: random.Random, strict: bool) -> None:
    said = [one.claim for one in dice.sample(labels, len(labels))]
    assert total(labels, said, strict=strict) == Score(found=sum(not one.optional for one in labels))


@settings(deadline=None)
@given(st.lists(st.sampled_from(LABELS), unique_by=id), st.integers(min_value=0))
def test_a_claim_left_out_is_missed_and_no_other_changes(labels: list[Label], at: int) -> None:
    left = [one.claim for number, one in enumerate(labels) if number != at % max(1, len(labels))]
    got = total(labels, left)
    assert (got.wrong, got.missed) in {(0, 0), (0, 1)}


def test_a_line_that_is_no_claim_says_where_and_what() -> None:
    lines = [json.dumps(VISIT), "", "{", '{"type": "tea"}', '{"type": "visit"}']
    places = [(one.place, one.code) for one in parse_labels(lines, "x.jsonl") if not isinstance(one, Label)]
    assert places == [("x.jsonl:3", "not-a-claim"), ("x.jsonl:4", "not-a-claim"), ("x.jsonl:5", "not-a-claim")]


def test_a_fingerprint_is_of_names_and_bytes_in_any_order() -> None:
    one, other = ("a.jsonl", b"1"), ("b.jsonl", b"2")
    assert fingerprint([one, other]) == fingerprint([other, one])
    assert len({fingerprint([one]), fingerprint([("a.jsonl", b"2")]), fingerprint([("c.jsonl", b"1")])}) == 3


def test_floors_say_what_is_sunk_and_that_labels_changed() -> None:
    floors = parse_floors('labels = "ab"\n[all]\nprecision = 0.9\n[type.visit]\nrecall = 0.5\n', "floors.toml")
    reached = {("all", "all"): Score(found=1, wrong=1), ("type", "visit"): Score(found=1, missed=1)}
    assert list(find_sunk(floors, "ab", reached)) == ["all all: precision 0.500 is below 0.9"]
    assert list(find_sunk(floors, "cd", {})) == [
        "the labels have changed: the floors are of ab, these are cd",
        "all all: precision 0.000 is below 0.9",
        "type visit: recall 0.000 is below 0.5",
    ]


def test_all_faults_of_a_floors_file_are_told_at_once() -> None:
    with pytest.raises(UsageError) as told:
        parse_floors("[all]\nprecison = 0.9\n[type.visit]\nrecall = 7\n", "f.toml")
    assert str(told.value).splitlines() == [
        "f.toml: labels: the labels' fingerprint is wanted",
        "f.toml: all.all: precision, recall, f1 between 0 and 1 are wanted",
        "f.toml: type.visit: precision, recall, f1 between 0 and 1 are wanted",
    ]
