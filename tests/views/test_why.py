"""Why a fact stands, where documents disagree, which rows have lost their party: all with their quotes and reasons."""

from __future__ import annotations

import json

import pytest
from views_world import small_register, speech

from comity.errors import NotRecorded
from comity.views.conflicts import iter_conflicts
from comity.views.issues import work_list
from comity.views.rows import iter_rows
from comity.views.text import render_conflicts, render_issues, render_rows, render_why
from comity.views.why import explain_fact


@pytest.fixture(scope="module")
def register():
    return small_register()


def _relations(register, *parties):
    return next(register.iter_facts(parties=parties, type="relations"))


def test_a_settled_row_is_quoted_with_the_reason_that_settled_it(register):
    why = explain_fact(register, _relations(register, "KAZ", "TUR").id, speech())
    [reading] = why.readings
    assert [quote.document for quote in reading.quotes] == ["list", "news"]
    row = reading.quotes[0]
    assert (row.place, row.quote) == ("1:1", "| | 1992-03-02 |")
    assert "news" in row.settled and "Türkiye" in row.settled
    text = "\n".join(render_why(why, speech()))
    assert "“| | 1992-03-02 |”" in text and "list:16-32" in text
    json.dumps(why.to_json())


def test_what_speaks_against_is_told(register):
    why = explain_fact(register, _relations(register, "KAZ", "UKR").id[:8], speech())
    assert why.standing == "disputed"
    assert [reading.rank for reading in why.readings] == ["preferred", "normal"]
    assert len(why.against) == 1 and why.against[0].startswith("1991: ")


def test_a_conclusion_names_what_it_rests_on(register):
    why = explain_fact(register, _relations(register, "KAZ", "SRB").id, speech())
    assert why.readings[0].quotes == ()
    assert why.rests_on[0][1].endswith("established diplomatic relations (1996-12-10)")


def test_a_fact_that_is_not_there(register):
    with pytest.raises(NotRecorded):
        explain_fact(register, "0000", speech())


def test_conflicts_show_each_side(register):
    [conflict] = [one for one in iter_conflicts(register, speech()) if one.type == "relations"]
    assert [(side.value, side.documents) for side in conflict.sides] == [
        ("1992-07-22", ("page",)),
        ("1991", ("ukraine",)),
    ]
    assert conflict.kind == "clashes"
    assert len(list(render_conflicts([conflict]))) == 3
    json.dumps(conflict.to_json())


def test_rows_are_settled_or_open_with_candidates(register):
    rows = {row.row: row for row in iter_rows(register, speech(), known="KAZ")}
    assert (rows[1].state, rows[1].settled, rows[1].name) == ("settled", "TUR", "Türkiye")
    assert (rows[2].state, rows[2].settled) == ("open", None)
    assert rows[2].candidates and len(rows[2].names) == len(rows[2].candidates)
    text = list(render_rows(rows.values()))
    assert any("list:1:1 (Asia): KAZ – ? 1992-03-02: Türkiye (TUR)" in line for line in text)
    json.dumps([row.to_json() for row in rows.values()])


def test_the_work_list_has_the_gravest_first(register):
    items = work_list(register)
    assert [(item.severity.value, item.code) for item in items] == [
        ("warning", "party-did-not-exist"),
        ("note", "total-at-another-time"),
    ]
    assert [line.split(":")[0].strip() for line in render_issues(items)] == ["warning", "page", "note", "page"]


def test_what_cannot_be_speaks_against_a_fact(register):
    why = explain_fact(register, _relations(register, "MNG", "SRB").id, speech())
    assert why.against == ("relations of MNG–SRB are dated 1999-05-05, when Serbia did not exist",)
