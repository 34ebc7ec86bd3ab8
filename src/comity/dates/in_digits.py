"""Dates that are written in digits alone: 2013-02-18, 18.02.2013, 02/2013."""

from __future__ import annotations

import re

from comity.dates.digits import is_amount_before, plain

_MARK = "[\u061c\u200e\u200f]?"  # marks of direction, which Arabic dates are full of
_NUMERIC = re.compile(
    rf"(?P<a>\d{{4}}){_MARK}(?P<s>[./-])(?P<b>\d{{1,2}}){_MARK}(?P=s)(?P<c>\d{{1,2}})"
    rf"(?:(?<![-/]\d)(?<![-/]\d\d)[-–~](?P<g>\d{{1,2}}))?(?![\d/]|[.-]\d)"
    rf"|(?P<d>\d{{1,2}})(?:{_MARK}(?P<t>[./-]| / )|\.\s)(?P<e>\d{{1,2}})(?(t){_MARK}(?P=t)|\.\s)"
    rf"(?P<f>\d{{4}})(?![\d/]|[.-]\d)"
)
_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})[./](?P<y>[12]\d{3})(?![\d/]|[.,-]\d)")
_YEAR_MONTH = re.compile(r"(?P<y>[12]\d{3})(?P<s>[-–/])(?P<m>\d\d)(?![\d/]|[.,-]\d|[^\W\d_])")
_YEAR_DOT_MONTH = re.compile(r"(?P<y>[12]\d{3})(?P<s>\.)(?P<m>1[0-2]|0?[1-9])\.(?!\d)")  # "1995.5." as a line's label
DAY_MONTH = re.compile(r"(?P<d>[0-2]?\d|3[01])\.\s?(?P<m>0?[1-9]|1[0-2])\.(?!\s?\d)")  # "am 24.08."
_LETTERS = ((_NUMERIC, "F"), (_MONTH_YEAR, "G"), (_YEAR_MONTH, "I"), (_YEAR_DOT_MONTH, "I"))


def date_in_digits(text: str, begin: int) -> tuple[str, int, tuple[str, ...]] | None:
    """The letter, the end and the digits of a date that begins here; none where none does.

    A year and a month are none where they are an amount; those with dots only as a line's label.
    """
    for pattern, letter in _LETTERS:
        found = pattern.match(text, begin)
        if pattern is _YEAR_DOT_MONTH and text[:begin].strip():
            continue
        if found and (letter != "I" or not is_amount_before(text, begin)):
            return letter, found.end(), tuple(map(plain, found.groupdict(default="").values()))
    return None
