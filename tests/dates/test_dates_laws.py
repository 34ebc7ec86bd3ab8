"""Laws of dates: what is planted comes back, nothing is narrower than its words, hostile text costs no more than its length."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from babel.dates import format_date, format_skeleton
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.dates import DateContext, date_order, find_dates, find_open_dates
from comity.model.when import When

LANGUAGES = ("ar", "de", "en", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh")
# CLDR's own writing of a date is a hand that did not write our packs.
LOCALES = [
    *[(one, one) for one in ("de", "en", "es", "fr", "kk", "ru", "tr", "uk", "zh")],
    *[
        ("ar", "ar_EG"),
        ("ar", "ar_LB"),
        ("ar", "ar_SA"),
        ("ar", "ar_DZ"),
        ("de", "de_AT"),
        ("en", "en_GB"),
        ("es", "es_AR"),
    ],
    *[("sr", "sr"), ("sr", "sr_Latn"), ("zh", "zh_Hant"), ("fr", "fr_BE")],
]
DAYS = st.dates(min_value=date(1750, 1, 1), max_value=date(2099, 12, 31))
# No mark that a language may read as part of the date beside it (an ordinal dot, a range's dash).
FILLER = st.sampled_from(["", "xxx ", "Zzz: ", "(qqq) ", "«w» "])


@pytest.mark.parametrize(("language", "locale"), LOCALES)
@given(day=DAYS, before=FILLER, style=st.sampled_from(["long", "full"]))
@settings(max_examples=40, deadline=None)
def test_a_day_as_cldr_writes_it_comes_back(language: str, locale: str, day: date, before: str, style: str) -> None:
    if (locale, style) == ("ar_SA", "full"):
        return  # CLDR's full style there is of the Islamic calendar in some versions
    planted = format_date(day, style, locale=locale)
    text = before + planted
    hits = find_dates(text, language)
    assert [str(hit.when) for hit in hits] == [day.isoformat()], planted
    assert len(before) <= hits[0].start_full and hits[0].end_full <= len(text)


@pytest.mark.parametrize(("language", "locale"), LOCALES)
@given(day=DAYS)
@settings(max_examples=25, deadline=None)
def test_a_day_in_the_middle_style_comes_back_or_is_marked(language: str, locale: str, day: date) -> None:
    planted = format_date(day, "medium", locale=locale)
    found = [str(hit.when).rstrip("?") for hit in find_dates(planted, language, DateContext(order="dmy"))]
    assert found == [day.isoformat()], planted


@pytest.mark.parametrize(("language", "locale"), [pair for pair in LOCALES if pair[1] != "ar_SA"])
@given(day=DAYS)
@settings(max_examples=25, deadline=None)
def test_a_month_as_cldr_writes_it_comes_back(language: str, locale: str, day: date) -> None:
    planted = format_skeleton("yMMMM", day, locale=locale)
    assert [str(hit.when) for hit in find_dates(planted, language)] == [day.strftime("%Y-%m")], planted


@given(day=DAYS, language=st.sampled_from(LANGUAGES))
def test_a_bare_iso_day_comes_back(day: date, language: str) -> None:
    hits = find_dates(f"({day.isoformat()})", language)
    assert [(str(hit.when), hit.start, hit.end) for hit in hits] == [(day.isoformat(), 1, 11)]


@given(day=DAYS, order=st.sampled_from(["dmy", "mdy", None]), sign=st.sampled_from("./-"))
def test_bare_numbers_are_read_in_the_documents_order_or_marked(day: date, order: str | None, sign: str) -> None:
    first, second = (day.month, day.day) if order == "mdy" else (day.day, day.month)
    (hit,) = find_dates(f"{first:02d}{sign}{second:02d}{sign}{day.year}", "en", DateContext(order=order))
    doubtful = order is None and day.day <= 12 and day.day != day.month
    assert str(hit.when) == day.isoformat() + ("?" if doubtful else "")
    assert bool(hit.alternatives) == doubtful


@given(year=st.integers(1700, 2099), language=st.sampled_from(LANGUAGES))
def test_a_year_is_never_more_than_a_year(year: int, language: str) -> None:
    (hit,) = find_dates(f"({year})", language)
    assert str(hit.when) == str(year) and hit.when.precision == "year"


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_hits_in_order_that_hold(text: str, language: str) -> None:
    hits = find_dates(text, language)
    assert all(0 <= hit.start_full <= hit.start < hit.end <= hit.end_full <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert all(When.parse(str(hit.when)) == hit.when for hit in hits)


WORDS = st.sampled_from(
    ["1992", "27", "3", "May", "June", "since", "until", "the", "of", "-", "to", "and", "early", "1990s", "last", "years", "ago", "yesterday", ",", "quarter", "first", "between", "next", "12.05.2012", "2011-12", "?", "century", "19th"]
)  # fmt: skip


@given(words=st.lists(WORDS, max_size=14), document=st.sampled_from([None, "2023-03-15"]))
@settings(max_examples=300, deadline=None)
def test_words_of_dates_in_any_order_are_read_alike_twice_and_in_order(words: list[str], document: str | None) -> None:
    text = " ".join(words)
    context = DateContext(document=When.parse(document) if document else None)
    hits = find_dates(text, "en", context)
    assert hits == find_dates(text, "en", context)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert all(When.parse(str(hit.when)) == hit.when for hit in hits)
    if document is None:
        assert not any("document" in hit.needs for hit in hits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_document_nothing_is_taken_from_today(language: str) -> None:
    words = {"ar": "أمس", "de": "gestern", "en": "yesterday", "es": "ayer", "fr": "hier", "kk": "кеше"}
    words |= {"ru": "вчера", "sr": "јуче", "tr": "dün", "uk": "вчора", "zh": "昨天"}
    assert find_dates(words[language], language) == []
    assert [hit.needs for hit in find_open_dates(words[language], language)] == [("document",)]


HOSTILE = [
    "1",
    "1 ",
    "1-",
    "1,",
    "12.05.",
    "May ",
    "1992 to ",
    "1 May and ",
    "of the ",
    "second hundred ",
    "百",
    "一二",
    "'",
    "1992'den ",
    "since ",
]


@pytest.mark.parametrize("seed", HOSTILE)
@pytest.mark.parametrize("language", ["en", "zh", "tr", "ar"])
def test_hostile_text_costs_no_more_than_its_length(
    costs_its_length: Callable[[Callable[[str], object], str], None], seed: str, language: str
) -> None:
    costs_its_length(lambda text: find_dates(text, language), seed)


def test_a_hundred_thousand_digits_are_read_at_once() -> None:
    assert find_dates("1" * 100_000, "en") == []


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        ([], None),
        (["12/11/2013"], None),
        (["12/11/2013", "13/02/1978"], "dmy"),
        (["06/25/1975"], "mdy"),
        (["13/02/1978", "06/25/1975"], "dmy"),
        (["on 27 June 2011 and 12.05.2012"], "dmy"),
        (["on June 27, 2011 and 05/12/2012"], "mdy"),
        (["1992-03-02"], None),
    ],
)
def test_the_order_is_the_one_the_other_dates_decide(texts: list[str], order: str | None) -> None:
    assert date_order(texts) == order
