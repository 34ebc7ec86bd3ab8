"""Claims on one thing that differ: which value is preferred, by which rule, and how the others are named."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from facts_world import World, claim, document, quantity

from comity.facts import reconcile
from comity.model.fact import Rank, Standing
from comity.model.selector import Selector

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "facts" / "conflicts.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_expected_value_is_preferred_for_the_expected_reason(case):
    claims = [claim(case["claim"], name, date or None) for name, date in case["claims"]]
    claims += [claim(text, name, date) for text, name, date in case.get("beside", [])]
    documents = {
        name: document(name, place=case.get("sources", {}).get(name), date=case.get("dates", {}).get(name))
        for name, _ in case["claims"]
    }
    found = reconcile(claims, documents, World())
    [fact] = [fact for fact in found.facts if fact.type == case["claim"].split()[0] and fact.inference is None]
    assert fact.standing == case["standing"]
    assert [[str(one.when or ""), one.rule] for one in fact.readings] == case["ranks"]
    assert fact.readings[0].rank is Rank.PREFERRED
    assert all(reading.reason for reading in fact.readings)


def test_copies_of_one_text_are_one_voice():
    text = "The two countries established diplomatic relations on 22 July 1992, the agency said, two days after the delegations had met in Geneva."
    claims = [claim("relations established KAZ UKR", name, "1992-07-22") for name in ("a", "b")]
    assert reconcile(claims, {}, World()).facts[0].standing is Standing.AGREED
    copied = [replace(one, evidence=Selector(start=0, end=len(text), quote=text)) for one in claims]
    assert reconcile(copied, {}, World()).facts[0].standing is Standing.SINGLE


def test_a_mirror_of_a_document_is_the_same_voice():
    claims = [claim("relations established KAZ UKR", name, "1992-07-22") for name in ("a", "b", "c")]
    words = " ".join(f"word{number}" for number in range(200))
    documents = {"a": document("a", text=words), "b": document("b", text="Mirror of: " + words)}
    assert reconcile(claims[:2], documents, World()).facts[0].standing is Standing.SINGLE
    documents["c"] = document("c", text=" ".join(f"other{number}" for number in range(200)))
    assert reconcile(claims, documents, World()).facts[0].standing is Standing.AGREED


def test_a_total_of_another_time_is_a_conflict_that_is_no_error():
    claims = [
        quantity("relations-count", 155, "list", "2015", **{"from": "KAZ"}, unit="count"),
        quantity("relations-count", 130, "page", **{"from": "KAZ"}, unit="count"),
    ]
    found = reconcile(claims, {}, World())
    [fact] = found.facts
    assert fact.standing is Standing.DISPUTED
    assert [one.rule for one in fact.readings] == ["by_time", "other_time"]
    assert [issue.code for issue in found.issues] == ["total-at-another-time"]


def test_a_rounded_number_agrees_with_the_exact_one():
    claims = [
        quantity("trade-turnover", value, name, "2025", parties=["KAZ", "TUR"], unit="USD")
        for name, value in (("a", 5_400_000_000), ("b", 5_412_000_000))
    ]
    [fact] = reconcile(claims, {}, World()).facts
    assert fact.standing is Standing.AGREED
    assert fact.roles.value == 5_412_000_000


def test_numbers_of_two_years_are_two_facts():
    claims = [
        quantity("trade-turnover", value, "a", year, parties=["KAZ", "TUR"], unit="USD")
        for year, value in (("2024", 5_000_000_000), ("2025", 5_400_000_000))
    ]
    assert len(reconcile(claims, {}, World()).facts) == 2
