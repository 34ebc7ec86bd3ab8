"""Three answers as of a day; what is not recorded is never no."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from views_world import small_register, speech

from comity.model.fact import Fact, Rank, Reading, Standing
from comity.model.roles import Relations
from comity.model.when import When
from comity.views.answers import Answer, answer_relations, relations_as_of
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


DATES = st.sampled_from(
    ["1990", "1991-06-01", "1992-03-02", "1992-03", "../1992-01-01", "1993/..", "1995-05-05", "1999"]
)
FACTS = st.lists(
    st.tuples(
        st.sampled_from(["established", "restored", "severed", "suspended", "exists", "absent"]),
        st.one_of(st.none(), DATES),
    ),
    max_size=4,
)


def _fact(number: int, event: str, date: str | None) -> Fact:
    reading = Reading(
        when=None if date is None else When.parse(date),
        roles=Relations(parties=("KAZ", "TUR"), event=event),
        claims=("c",),
        documents=("d",),
        rank=Rank.PREFERRED,
        rule="only",
        reason="It is the only one.",
    )
    return Fact(id=f"{number}", roles=reading.roles, modality="asserted", standing=Standing.SINGLE, readings=(reading,))


@settings(deadline=None, max_examples=300)
@given(FACTS, st.sampled_from(["1989", "1991-06-01", "1992-03-01", "1992", "1994-01-01", "2001-01-01"]))
def test_no_is_said_only_where_a_dated_fact_says_it(said, date):
    day = When.parse(date)
    found = answer_relations("TUR", [_fact(*one) for one in ((n, *pair) for n, pair in enumerate(said))], day, speech())
    dated = [(event, When.parse(when)) for event, when in said if when is not None]
    ended = any(event in ("severed", "suspended") and (when.last or 10**9) <= day.first for event, when in dated)
    absent = any(event == "absent" and when.contains(day) for event, when in dated)
    later = any(event == "established" and (when.first or 0) > day.last for event, when in dated)
    there = any(
        event == "exists" and (when.first or 0) <= day.last and (when.last or 10**9) > day.first
        for event, when in dated
    )
    if found.answer is Answer.NO:
        assert ended or absent or (later and not there)
    if not said:
        assert found.answer is Answer.NOT_RECORDED
