"""What must be seen on the development seeds, where they stand beside the checkout; skipped in a plain clone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comity.facts import reconcile
from comity.model.claim import from_json
from comity.model.fact import Standing
from comity.parties.registry import load_registry

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = (
    "en-kazakhstan-serbia",
    "en-kazakhstan-ukraine",
    "en-foreign-relations-of-kazakhstan",
    "tr-kazakhstan-turkiye-2026-02-02",
    "zh-kazakhstan-relations-list",
)
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the development data is not here")


@pytest.fixture(scope="module")
def found():
    lines = [line for name in SEEDS for line in (SHARED / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return reconcile([from_json(json.loads(line)) for line in lines], {}, load_registry())


def _relations(found, *parties):
    return [fact for fact in found.facts if fact.type == "relations" and fact.roles.parties == parties]


def test_kazakhstan_and_turkiye(found):
    [fact] = _relations(found, "KAZ", "TUR")
    assert (str(fact.when), fact.standing) == ("1992-03-02", Standing.AGREED)
    assert fact.preferred.documents == ("tr-kazakhstan-turkiye-2026-02-02", "zh-kazakhstan-relations-list")
    [recognition] = [fact for fact in found.facts if fact.type == "recognition" and fact.roles.object == "KAZ"]
    assert (str(recognition.when), recognition.roles.order) == ("1991-12-16", 1)
    missions = [fact.roles for fact in found.facts if fact.type == "mission"]
    kinds = [(one.sender, one.kind) for one in missions if {one.sender, one.receiver} == {"KAZ", "TUR"}]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        ("KAZ", "embassy"): 1,
        ("KAZ", "consulate-general"): 3,
        ("KAZ", "honorary-consulate"): 7,
        ("TUR", "embassy"): 1,
        ("TUR", "consulate-general"): 3,
        ("TUR", "honorary-consulate"): 1,
    }


def test_kazakhstan_and_serbia(found):
    [established] = [fact for fact in _relations(found, "KAZ", "YUG") if fact.roles.event == "established"]
    assert (str(established.when), established.standing) == ("1996-12-10", Standing.AGREED)
    assert established.preferred.documents == ("en-kazakhstan-serbia", "zh-kazakhstan-relations-list")
    [serbia] = _relations(found, "KAZ", "SRB")
    assert serbia.standing is Standing.INFERRED and "1996-12-10" in serbia.inference.reason
    refused = {
        fact.roles.object: str(fact.when)
        for fact in found.facts
        if fact.type == "recognition" and fact.roles.event == "refused"
    }
    assert refused == {"XKX": "2008-12", "ABK": "2008-12", "SOS": "2008-12"}


def test_kazakhstan_and_ukraine_stand_alone(found):
    [fact] = _relations(found, "KAZ", "UKR")
    assert (str(fact.when), fact.standing, len(fact.readings)) == ("1991", Standing.SINGLE, 1)


def test_kazakhstan_and_nigeria_continue_what_the_remark_says(found):
    [fact] = _relations(found, "KAZ", "NGA")
    assert fact.inference.rule == "inherited" and "1960-11-25" in fact.inference.reason


def test_kazakhstan_and_azerbaijan(found):
    [fact] = _relations(found, "AZE", "KAZ")
    assert (str(fact.when), fact.standing) == ("1992-08-27", Standing.AGREED)
    assert "row 24 or 25 of table 1" in fact.preferred.reason


def test_the_list_bears_out_its_total_and_another_page_counts_another_time(found):
    assert {"total-at-another-time", "total-agrees"} <= {issue.code for issue in found.issues}


def test_what_cannot_be_is_told(found):
    """The page dates relations with the EU to 1993-02-02; the Union began on 1993-11-01."""
    assert [issue.message[:18] for issue in found.issues if issue.code == "party-did-not-exist"] == [
        "relations of EU–KA"
    ]


def test_every_row_without_a_party_is_kept(found):
    rows = [row for row in found.missing if row.when is not None]
    assert len(rows) == 153
    assert [row.settled for row in rows if row.settled] == ["TUR"]
