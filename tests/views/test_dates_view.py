"""Dates in words: as precise as they are, and no preciser."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.when import When
from comity.packs.interface import interface_languages, load_interface
from comity.views.dates import say_when


@pytest.mark.parametrize(
    ("edtf", "english"),
    [
        ("1992-03-02", "2 March 1992"),
        ("1992-03", "March 1992"),
        ("1992", "1992"),
        ("1992~", "about 1992"),
        ("1992-03?", "perhaps March 1992"),
        ("../2026-02-02", "by 2 February 2026"),
        ("1993/..", "since 1993"),
        ("199X", "1990s"),
        ("2001-21", "spring 2001"),
        ("1918/1919-03-04", "1918 – 4 March 1919"),
    ],
)
def test_english(edtf: str, english: str) -> None:
    assert say_when(When.parse(edtf), load_interface("en")) == english


def test_turkish_and_chinese() -> None:
    assert say_when(When.parse("1992-03-02"), load_interface("tr")) == "2 Mart 1992"
    assert say_when(When.parse("../2026-02-02"), load_interface("zh")) == "截至2026年2月2日"


@given(
    st.integers(1000, 2100),
    st.none() | st.integers(1, 12),
    st.sampled_from(interface_languages()),
)
def test_no_day_is_said_that_is_not_there(year: int, month: int | None, language: str) -> None:
    said = say_when(When.day(year, month), load_interface(language))
    numbers = [int(one) for one in re.findall(r"\d+", said)]
    assert year in numbers
    assert set(numbers) <= {year, month}
