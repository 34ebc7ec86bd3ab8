"""Whens: what EDTF writes, what it may mean in days, and that two other readers of EDTF agree."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import ModelError
from comity.model.when import Point, When

YEARS = st.integers(1, 9999)
DAYS = st.dates(min_value=date(1, 1, 1))
MARKS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    kind = draw(st.sampled_from(["day", "month", "year", "season", "decade", "century"]))
    text = {
        "day": day.isoformat(),
        "month": day.isoformat()[:7],
        "year": day.isoformat()[:4],
        "season": f"{day.year:04d}-{draw(st.integers(21, 24))}" if day.year < 9999 else "2000-21",
        "decade": day.isoformat()[:3] + "X",
        "century": day.isoformat()[:2] + "XX",
    }[kind]
    return text + draw(MARKS)


@given(text=points())
def test_a_point_is_written_as_it_was_read(text: str) -> None:
    when = When.parse(text)
    assert str(when) == text
    assert when.first is not None and when.last is not None and when.first <= when.last
    assert when.approximate == (text[-1] in "~%") and when.uncertain == (text[-1] in "?%")


@given(one=points(), other=points())
def test_an_interval_is_written_as_it_was_read_or_refused(one: str, other: str) -> None:
    start, end = When.parse(one), When.parse(other)
    assert start.first is not None and end.last is not None
    if start.first > end.last:
        with pytest.raises(ModelError):
            When.parse(f"{one}/{other}")
        return
    when = When.parse(f"{one}/{other}")
    assert str(when) == f"{one}/{other}"
    assert (when.first, when.last) == (start.first, end.last)
    assert When.between(start, end) == when


@given(day=DAYS)
def test_a_year_contains_its_months_and_they_their_days(day: date) -> None:
    year, month, one = (When.parse(day.isoformat()[:length]) for length in (4, 7, 10))
    assert year.contains(month) and month.contains(one) and year.contains(one)
    assert not one.contains(month) or month == one
    assert year.overlaps(one) and one.overlaps(year)
    assert (year.precision, month.precision, one.precision) == ("year", "month", "day")


@given(one=points(), other=points())
def test_containing_is_overlapping_and_overlapping_is_mutual(one: str, other: str) -> None:
    first, second = When.parse(one), When.parse(other)
    assert first.overlaps(second) == second.overlaps(first)
    assert not first.contains(second) or first.overlaps(second)


@given(text=points())
def test_open_sides_contain_all_on_their_side(text: str) -> None:
    when = When.parse(text)
    assert When.between(when, None).contains(when) and When.between(None, when).contains(when)
    assert str(When.between(when, None)) == f"{text}/.." and str(When.between(None, when)) == f"../{text}"


@given(text=points(), mark=st.sampled_from("~?"))
def test_a_mark_is_put_where_none_stands(text: str, mark: str) -> None:
    marked = When.parse(text).marked(mark)
    assert str(marked) == (text if text[-1] in "~?%" else text + mark)
    assert marked.marked(mark) == marked


@pytest.mark.parametrize(
    "text",
    [
        *["", "..", "1992-13", "1992-00", "1992-02-30", "1993-02-29", "92", "1992-3-2", "19920302", "1992-03-02T10:00"],
        *[
            "199X-03",
            "19XX-21",
            "1992-21-05",
            "1992-25",
            "2000/1999",
            "1992-03/1992-02",
            "0000",
            "1992 ",
            "x",
            "1992~?",
        ],
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ModelError):
        When.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("2018-21", date(2018, 3, 1), date(2018, 5, 31)),
        ("2018-24", date(2018, 12, 1), date(2019, 2, 28)),
        ("1990/1992-06", date(1990, 1, 1), date(1992, 6, 30)),
    ],
)
def test_the_days_a_when_may_mean(text: str, first: date, last: date) -> None:
    when = When.parse(text)
    assert (when.first, when.last) == (first.toordinal(), last.toordinal())


def test_a_day_no_calendar_has_is_refused() -> None:
    with pytest.raises(ModelError):
        When.day(1900, 2, 29)
    assert str(When.day(1992, 3, 2, "~")) == "1992-03-02~"
    assert str(Point("1992", 3)) == "1992-03"


@given(day=DAYS, length=st.sampled_from([4, 7, 10]))
@settings(deadline=None)
def test_undate_reads_the_same_days(day: date, length: int) -> None:
    undate = pytest.importorskip("undate")
    text = day.isoformat()[:length]
    theirs = undate.Undate.parse(text, "EDTF")
    ours = When.parse(text)
    assert ours.first == date(*map(int, str(theirs.earliest).split("-"))).toordinal()
    assert ours.last == date(*map(int, str(theirs.latest).split("-"))).toordinal()


@pytest.mark.parametrize(
    "text",
    [
        "1992",
        "1992-02",
        "1992-03-02",
        "1992~",
        "1992-03?",
        "1992-03-02%",
        "199X",
        "18XX",
        "1990/1992",
        "1990-05/1992-06-07",
    ],
)
def test_edtf_reads_the_same_days(text: str) -> None:
    edtf = pytest.importorskip("edtf")
    theirs, ours = edtf.parse_edtf(text), When.parse(text)
    assert ours.first == date(*theirs.lower_strict()[:3]).toordinal()
    assert ours.last == date(*theirs.upper_strict()[:3]).toordinal()


def test_an_interval_is_closed_or_goes_on() -> None:
    closed, since, until, day = (When.parse(text) for text in ("1924/1939", "1949/..", "../1939", "1949-10-01"))
    assert [one.closed for one in (closed, since, until, day)] == [True, False, False, False]
    assert [one.open_ended for one in (closed, since, until, day)] == [False, True, False, False]
