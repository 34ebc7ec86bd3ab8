"""Three answers as of a day; what is not recorded is never no."""

from __future__ import annotations

import json

import pytest
from views_world import small_register, speech

from comity.model.when import When
from comity.views.answers import Answer, relations_as_of
from comity.views.text import render_answers


@pytest.fixture(scope="module")
def register():
    return small_register()


def _answers(register, date):
    found = relations_as_of(register, "KAZ", When.parse(date), speech())
    return {one.partner: one for one in found.answers}


def test_the_answers_of_a_day(register):
    answers = _answers(register, "1993-01-01")
    assert {party: answers[party].answer for party in ("TUR", "UKR", "YUG", "MLI", "VAT", "FRA")} == {
        "TUR": Answer.YES,
        "UKR": Answer.YES,
        "YUG": Answer.NO,
        "MLI": Answer.NO,
        "VAT": Answer.NOT_RECORDED,
        "FRA": Answer.NOT_RECORDED,
    }
    assert "1996-12-10" in answers["YUG"].reason
    assert answers["VAT"].episodes and not answers["FRA"].episodes


def test_before_and_after_a_turn(register):
    assert _answers(register, "1995-01-01")["MLI"].answer is Answer.YES
    severed = _answers(register, "2000-05-02")["MLI"]
    assert (severed.answer, severed.reason) == (Answer.NO, "relations severed 2000-05-01")


def test_a_day_between_two_documents_dates_is_told_as_doubt(register):
    between = _answers(register, "1992-03-01")["UKR"]
    assert (between.answer, between.doubt) == (Answer.NO, "another document says 1991, which would make it: yes")


def test_a_successor_is_answered_by_its_predecessors_episode(register):
    assert _answers(register, "2010-01-01")["SRB"].answer is Answer.YES
    assert "YUG" not in _answers(register, "2010-01-01")
    assert _answers(register, "2004-01-01")["SCG"].answer is Answer.YES


def test_nothing_not_recorded_is_ever_no(register):
    for date in ("1991-12-20", "1993-01-01", "2015", "2030-01-01"):
        for one in _answers(register, date).values():
            if one.answer is Answer.NO:
                assert one.episodes


def test_a_day_within_an_imprecise_date_is_not_settled(register):
    found = relations_as_of(register, "MLI", When.parse("1993-02-02"), speech())
    assert {one.partner: one.answer for one in found.answers}["KAZ"] is Answer.YES
    year = relations_as_of(register, "MLI", When.parse("1993"), speech())
    assert {one.partner: one.answer for one in year.answers}["KAZ"] is Answer.NOT_RECORDED


def test_rows_without_a_party_are_counted_beside(register):
    found = relations_as_of(register, "KAZ", When.parse("1993-01-01"), speech())
    assert (found.rows, found.reach) == (1, "2026-02-02")
    lines = list(render_answers(found, speech()))
    assert any(line.startswith("1 rows of that time") for line in lines)
    json.dumps(found.to_json())
