"""A date said in words of a language: ``"2 March 1992"``, ``"about 1992"``, ``"by 2 February 2026"``."""

from __future__ import annotations

from datetime import date
from typing import Literal

from comity.model.when import Point, When
from comity.packs.sentences import Sentences

_DOUBTS = {"~": "about", "?": "perhaps", "%": "about_perhaps"}


def say_when(when: When, words: Sentences) -> str:
    """The date in the words of the pages' language, as precise as it is.

    ``../2026-02-02`` is ``"by 2 February 2026"``: it held on that day, and since when is not said.
    """
    if not when.interval:
        assert when.start is not None
        return _say_point(when.start, words)
    if when.start is None and when.end is None:
        return words.get("dates", "ever")
    if when.start is None or when.end is None:
        side, name = (when.end, "by") if when.start is None else (when.start, "since")
        return words.fill("dates", name, date=_say_point(side, words)) if side else ""
    if _is_plain_day(when.start) and _is_plain_day(when.end):
        return _say_days(when.start, when.end, words.language)
    return words.fill("dates", "span", start=_say_point(when.start, words), end=_say_point(when.end, words))


def _is_plain_day(point: Point) -> bool:
    return point.precision == "day" and not point.mark and int(point.year) > 0


def _day(point: Point) -> date:
    return date.fromordinal(point.bounds()[0])


def _say_days(start: Point, end: Point, language: str) -> str:
    from babel.dates import format_interval

    return str(format_interval(_day(start), _day(end), skeleton="yMMMMd", locale=_locale(language)))


def _say_point(point: Point, words: Sentences) -> str:
    doubt = _DOUBTS.get(point.mark)
    text = _say_plain(point, words)
    return words.fill("dates", doubt, date=text) if doubt else text


def _say_plain(point: Point, words: Sentences) -> str:
    precision = point.precision
    if precision in ("century", "decade"):
        return words.fill("dates", precision, year=point.year.replace("X", "0"))
    if precision == "season":
        return words.fill("dates", f"season-{point.month}", year=point.year)
    return _say_calendar(point, precision, words.language)


def _say_calendar(point: Point, precision: str, language: str) -> str:
    from babel.dates import format_date, format_skeleton

    locale = _locale(language)
    if precision == "day":
        length: Literal["long"] = "long"
        return str(format_date(_day(point), length, locale=locale))
    skeleton = "yMMMM" if precision == "month" else "y"
    return str(format_skeleton(skeleton, _day(point), locale=locale))


def _locale(language: str) -> str:
    return "en_GB" if language == "en" else language
