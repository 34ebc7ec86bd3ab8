"""Laws of amounts: what is planted comes back, whatever the separators; hostile text costs no more than its length."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.quantities import find_quantities
from comity.quantities.amounts import Term, put_together, read_literal

LANGUAGES = ("ar", "de", "en", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh")


@given(value=st.integers(2, 10**12), language=st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_a_number_as_cldr_groups_it_comes_back(value: int, language: str) -> None:
    planted = format_decimal(value, locale=language, group_separator=True)
    (hit,) = find_quantities(f"({planted} %)", language)
    assert (hit.value, hit.unit) == (value, "percent")


@given(value=st.integers(1, 10**9), language=st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_money_in_front_of_a_number_comes_back(value: int, language: str) -> None:
    (hit,) = find_quantities(f"(€{value})", language)
    assert (hit.value, hit.unit, hit.raw) == (value, "EUR", f"€{value}")


@given(parts=st.lists(st.integers(1, 999), min_size=1, max_size=4))
def test_parts_and_magnitudes_make_the_number_they_spell(parts: list[int]) -> None:
    scales = [10**9, 10**6, 10**3, 1][-len(parts) :]
    terms = [term for part, scale in zip(parts, scales, strict=True) for term in _terms(part, scale)]
    assert put_together(terms) == sum(part * scale for part, scale in zip(parts, scales, strict=True))


def _terms(part: int, scale: int) -> list[Term]:
    return [Term(part, False), Term(scale, True)] if scale > 1 else [Term(part, False)]


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1,234,567.5", ".", 1234567.5),
        ("1.234.567,5", ",", 1234567.5),
        ("1.124", ",", 1124),
        ("1.124", ".", 1.124),
        ("5.4", ",", 5.4),
        ("5,4", ".", 5.4),
        ("895,000", ".", 895000),
        ("1 500", ",", 1500),
        ("1'000", ".", 1000),
        ("٢٫٥", ".", 2.5),
        ("1.2.3", ".", None),
        ("0.125", ",", 0.125),
    ],
)
def test_separators(text: str, decimal: str, value: float | None) -> None:
    assert read_literal(text, decimal) == value


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_hits_in_order_that_hold(text: str, language: str) -> None:
    hits = find_quantities(text, language)
    assert all(text[hit.start : hit.end] == hit.raw for hit in hits)
    assert all(hit.start <= hit.number_start < hit.number_end <= hit.end for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert all((hit.value is None) != (hit.min is None and hit.max is None) for hit in hits)


@given(year=st.integers(1900, 2050), count=st.integers(2, 999))
def test_a_stretch_left_out_gives_no_amount(year: int, count: int) -> None:
    text = f"In {year} they had {count} firms"
    assert [hit.value for hit in find_quantities(text, "en", [(0, 7)])] == [count]


HOSTILE = [
    "1",
    "1 ",
    "1-",
    "1,",
    "1.",
    "two hundred and ",
    "百",
    "一二",
    "'",
    "million ",
    "more than ",
    "5 milyar ",
    "%",
    "$",
]


@pytest.mark.parametrize("seed", HOSTILE)
@pytest.mark.parametrize("language", ["en", "zh", "tr", "ar"])
def test_hostile_text_costs_no_more_than_its_length(
    costs_its_length: Callable[[Callable[[str], object], str], None], seed: str, language: str
) -> None:
    costs_its_length(lambda text: find_quantities(text, language), seed)
