"""One language's words for time: months in all their cases, days, seasons, and the words around a date."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from comity.errors import PackError
from comity.packs.sections import expand

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
UNITS = ("day", "week", "month", "year", "decade", "century")
OPEN = "until"  # what a relative phrase may stand for beside a unit: all the time up to the date it counts from
BASES = ("document", "previous", "recent", "issue")  # what a relative phrase counts from: see `comity.dates.resolve`
CAPITALS = ("", "never", "number", "strict")
# What a word beside a date may do; a role that ends in "_post" stands after its date.
ROLES = (
    *("of", "and", "to", "from", "since", "until", "before", "after", "by", "between", "about", "doubt", "in"),
    *("article", "year", "day_word", "part", "decade", "decade_pre", "century", "century_pre", "ago", "later"),
    *("earlier", "anniversary", "last", "next", "following", "this", "same", "past_century", "month_mark", "day_mark"),
    "nothing",
    *("since_post", "until_post", "before_post", "after_post", "by_post", "between_post", "about_post", "part_post"),
    *("end", "end_post", "as_of", "as_of_post", "exact"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase:
    """A phrase, what it is to a date (a role, or month, weekday, season, span, unit, …), and its value.

    A form of a month that only stands beside a number is given twice, the second time as ``short``.

    The value is a month or weekday by number (Monday 1), a season by its EDTF month, a span of months
    ``(first, last)``, a unit's name, or what a relative phrase counts ``(base, unit, offset)``.
    """

    text: str
    role: str
    value: int | str | tuple[int, int] | tuple[str, str, int] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """One language's words for time.

    ``capitals``: whether a month must be written with one ("strict"), only away from a number ("number"), or must not
    be, away from one ("never").
    ``month_first``: "May 5" is a day. ``ordinal_dot``: "5." is an ordinal. ``bare_weekday``, ``bare_month``,
    ``bare_year``: one needs no word beside it. ``year_dot``: a dot behind a year makes it an ordinal.
    ``eras``: names of an era before a count of its years, each with the year before its first ("民國" 1911).
    ``other_eras``: what says behind a year that another calendar counts it ("1441 هـ").
    ``bare_day``: a day may stand without its month ("9日"), unless one of ``day_spans`` behind it makes it a length;
    so it may behind one of ``day_leads`` and before a mark or one of ``day_tails`` ("| on the | 17th | and");
    ``open_shifts`` are no dates where a clause follows ("| the day after | an agreement was signed"),
    a star standing for any count ("28 ans après | sa fermeture").
    ``roughly``: letters between a deed and the years counted from it ("关闭 | 近 | 7年后"), ``no_deeds``: letters that
    end no deed before such years ("在 | 7年后").
    ``suffixes``: endings cut off by an apostrophe, each with its case. ``glued``: letters that follow a
    number directly. ``day_glued``: those that make a number right behind a month's name a day of it ("наурыздың 2-сі").
    ``opening``: how the word before "until" ends where it says from when ("2011 | жылдан | 2015 жылға дейін").
    ``bare_forms``: forms of a month or weekday that mean it without a word beside them, however written ("ağustosta").
    """

    code: str
    phrases: tuple[DatePhrase, ...]
    suffixes: Mapping[str, str]
    glued: frozenset[str]
    day_glued: frozenset[str]
    decade_glued: frozenset[str]
    proclitics: tuple[str, ...]
    capitals: str
    turkish: bool
    month_first: bool
    ordinal_dot: bool
    year_dot: bool
    bare_weekday: bool
    bare_month: bool
    bare_year: bool
    bare_day: bool
    day_leads: tuple[str, ...]
    day_tails: frozenset[str]
    open_shifts: frozenset[str]
    bare_forms: frozenset[str]
    opening: tuple[str, ...]
    day_spans: tuple[str, ...]
    roughly: str
    no_deeds: str
    eras: Mapping[str, int]
    other_eras: tuple[str, ...]


@cache
def load_date_words(code: str) -> DateWords:
    """The words for time of a language; `PackError` lists every fault of its file at once."""
    place = f"data/languages/{code}.dates.toml"
    try:
        data = tomllib.loads((files("comity") / "data" / "languages" / f"{code}.dates.toml").read_text("utf-8"))
    except FileNotFoundError:
        raise PackError(place, ["there is no such pack"]) from None
    except tomllib.TOMLDecodeError as fault:
        raise PackError(place, [str(fault)]) from None
    faults = list(_faults(data))
    if faults:
        raise PackError(place, faults)
    suffixes = {one: case for case, words in data.get("suffixes", {}).items() for one in words}
    return DateWords(
        code=code,
        phrases=tuple(_phrases(data)),
        suffixes=suffixes,
        glued=frozenset(data.get("glued", [])),
        day_glued=frozenset(data.get("day_glued", [])),
        decade_glued=frozenset(data.get("decade_glued", [])),
        proclitics=tuple(data.get("proclitics", [])),
        capitals=str(data.get("capitals", "")),
        turkish=bool(data.get("turkish", False)),
        month_first=bool(data.get("month_first", False)),
        ordinal_dot=bool(data.get("ordinal_dot", False)),
        year_dot=bool(data.get("year_dot", False)),
        bare_weekday=bool(data.get("bare_weekday", False)),
        bare_month=bool(data.get("bare_month", False)),
        bare_year=bool(data.get("bare_year", False)),
        bare_day=bool(data.get("bare_day", False)),
        day_leads=tuple(data.get("day_leads", [])),
        day_tails=frozenset(data.get("day_tails", [])),
        open_shifts=frozenset(data.get("open_shifts", [])),
        bare_forms=frozenset(data.get("bare_forms", [])),
        opening=tuple(data.get("opening", [])),
        day_spans=tuple(data.get("day_spans", [])),
        roughly=str(data.get("roughly", "")),
        no_deeds=str(data.get("no_deeds", "")),
        eras={era: int(before) for era, before in data.get("eras", {}).items()},
        other_eras=tuple(data.get("other_eras", [])),
    )


def _expanded(patterns: list[str]) -> Iterator[str]:
    for pattern in patterns:
        yield from expand(pattern)


def _phrases(data: Mapping[str, object]) -> Iterator[DatePhrase]:
    for role in ("months", "weekdays"):
        for number, forms in enumerate(_lists(data, role), 1):
            for form in _expanded(forms):
                yield DatePhrase(text=form, role=role[:-1], value=number)
    for number, forms in enumerate(_lists(data, "months_short"), 1):
        for form in _expanded(forms):
            yield DatePhrase(text=form, role="month", value=number)
            yield DatePhrase(text=form, role="short")
    for week, days in _weeks(data).items():
        for number, forms in enumerate(days, 1):
            for form in _expanded(forms):
                yield DatePhrase(text=form, role="week_day", value=(int(week), number))
    for name, forms in _table(data, "seasons").items():
        yield from (DatePhrase(text=form, role="season", value=SEASONS[name]) for form in _expanded(forms))
    for name, forms in _table(data, "spans").items():
        first, _, last = name.partition("-")
        for form in _expanded(forms):
            yield DatePhrase(text=form, role="span", value=(int(first), int(last)))
    for name, forms in _table(data, "units").items():
        yield from (DatePhrase(text=form, role="unit", value=name) for form in _expanded(forms))
    for name, forms in _table(data, "tens").items():
        yield from (DatePhrase(text=form, role="tens", value=int(name)) for form in _expanded(forms))
    for name, forms in _table(data, "ordinals").items():
        yield from (DatePhrase(text=form, role="ordinal", value=int(name)) for form in _expanded(forms))
    for name, forms in _table(data, "relative").items():
        base, unit, offset = name.split()
        for form in _expanded(forms):
            yield DatePhrase(text=form, role="relative", value=(base, unit, int(offset)))
    for role, forms in _table(data, "roles").items():
        yield from (DatePhrase(text=form, role=role) for form in _expanded(forms))


def _table(data: Mapping[str, object], name: str) -> Mapping[str, list[str]]:
    found = data.get(name, {})
    return found if isinstance(found, dict) else {}


def _lists(data: Mapping[str, object], name: str) -> list[list[str]]:
    found = data.get(name, [])
    return found if isinstance(found, list) else []


def _weeks(data: Mapping[str, object]) -> Mapping[str, list[list[str]]]:
    found = data.get("week_days", {})
    return found if isinstance(found, dict) else {}


def _faults(data: Mapping[str, object]) -> Iterator[str]:
    for name, wanted in (("months", 12), ("months_short", 12), ("weekdays", 7)):
        optional = name == "months_short" and name not in data
        if len(_lists(data, name)) != wanted and not optional:
            yield f"{name}: {wanted} lists of forms are wanted"
    yield from (f"roles.{role}: no such role" for role in _table(data, "roles") if role not in ROLES)
    yield from (f"seasons.{one}: one of {', '.join(SEASONS)}" for one in _table(data, "seasons") if one not in SEASONS)
    yield from (f"units.{one}: one of {', '.join(UNITS)}" for one in _table(data, "units") if one not in UNITS)
    for name in _table(data, "relative"):
        base, unit, *rest = [*name.split(), "", ""]
        if base not in BASES or unit not in (*UNITS, OPEN) or not rest[0].lstrip("-").isdecimal():
            yield f"relative.{name!r}: '{'|'.join(BASES)} unit offset' is wanted"
    for one in _table(data, "spans"):
        first, _, last = one.partition("-")
        if not (first.isdecimal() and last.isdecimal() and 1 <= int(first) <= int(last) <= 12):
            yield f"spans.{one!r}: two months, as in '1-3'"
    if data.get("capitals", "") not in CAPITALS:
        yield f"capitals: one of {', '.join(map(repr, CAPITALS))}"
