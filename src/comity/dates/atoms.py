"""The grammar: which runs of token letters are a date, in one table, and the partial dates they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from comity.dates.lexicon import grammar, standing_for
from comity.dates.tokens import Token


class Ref(NamedTuple):
    """A year, month or day counted from another date: ``("previous", "year", 1)`` is the following year."""

    base: str
    unit: str
    offset: int


class Part(NamedTuple):
    """What a date's words say of it; a year may be a decade (``199X``), a month a season (21–24), any a `Ref`."""

    year: str | Ref | None = None
    month: int | Ref | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One date's tokens ``first``..``last`` and what they say: one part, or two as a range's sides.

    ``form``: ``date``, ``weekday``, ``near`` ("last March"), ``shift`` (counted from another date) or ``anniversary``;
    ``count`` is the weekday or the number counted; ``others`` other readings of the same digits; ``number`` that it is digits alone.
    """

    first: int
    last: int
    start: int
    end: int
    form: str = "date"
    part: Part = Part()
    until: Part | None = None
    count: int = 0
    ref: Ref | None = None
    others: tuple[tuple[Part, Part | None], ...] = ()
    numeric: bool = False
    joined: str = ""


Groups = dict[str, tuple[int, int]]
Build = Callable[[Sequence[Token], Groups], Iterator[Atom]]

# The letters are those of `lexicon.LETTERS`; N a number to 31, D one that says it is a day, n another, Y a year of four
# digits, F G I dates of bare numbers, r a Roman numeral, a e s the endings behind an apostrophe.
_SEP = "(?:,?&|,|[-t/])"
_DAYS = f"(?P<days>[ND](?:{_SEP}[lijf]?[ND]){{1,7}})"
_YEAR = "(?P<y>[YR])"
_MONTH = "(?P<m>[MR])"
_MARK = "s?[o,]{0,2}l?y?"
_AFTER_YEAR = "[asi]?y?,?"
_COUNT = "(?P<n>[NnOw](?:[&-]?[wO]){0,4})"
_UNIT = "(?P<u>U)"
_RULES: tuple[tuple[str, str], ...] = (
    ("date", f"{_DAYS}j?o?l?{_MONTH}(?:{_MARK}{_YEAR})?"),
    ("date", f"{_YEAR}{_AFTER_YEAR}{_MONTH}l?{_DAYS}"),
    ("date", f"{_YEAR}{_AFTER_YEAR}{_DAYS}o?{_MONTH}"),
    ("date", f"{_MONTH}l?{_DAYS}(?:,?{_YEAR})"),
    ("date", f"(?P<d>[ND])j?o?l?{_MONTH}{_MARK}{_YEAR}"),
    ("date", f"(?P<m>M)l?(?P<d>[ND]),?y?{_YEAR}"),
    ("date", f"{_YEAR}{_AFTER_YEAR}{_MONTH}(?P<d>[ND])"),
    ("date", f"{_YEAR}{_AFTER_YEAR}(?P<d>[ND])j?o?{_MONTH}(?![o,l]{{0,3}}Y)"),
    ("numeric", "(?P<f>[FGI])"),
    ("date", f"{_MONTH}l?{_DAYS}"),
    ("decade", "(?P<c>[NOrw])C[,ol]?(?P<n>[Nnw])-?z"),
    ("decade", "9?(?P<n>[Nnw])z?-?z?[ol]?y?[ol]?(?:(?P<c>[NOrw])C|[Cc](?P<e>[NOrw]))"),
    ("decade", "(?P<n>X)[ol]{0,2}(?:[Cc][NOrw]|[NOrw]C|0)?"),
    ("decade", "9[lo]?(?P<y>Y)[sz]?"),
    ("decade", "(?P<old>0)?(?P<y>Y)z(?:-?z)?"),
    ("decade", "(?P<old>0)[9l]?(?P<n>[Nnw])-?z"),
    ("decade", "[9l]?(?P<n>[Nnw])(?:<z>(?:-?z)?|-z)[ol]?(?P<old>0)?"),
    ("decade", "9[lo]?(?P<n>n)(?!y)"),
    ("century", "(?P<n>[NOrw])-?C|[Cc]l?(?P<o>[NOrw])"),
    ("date", f"(?P<m>[MSQ])a?{_MARK}{_YEAR}"),
    ("date", f"{_YEAR}{_AFTER_YEAR}o?l?(?P<m>[MSQ])(?![o,l]{{0,3}}Y)"),
    ("shift", f"(?P<w>A)[~l]?{_COUNT}{_UNIT}"),
    ("shift", f"(?P<w>L)[~l]?{_COUNT}{_UNIT}"),
    ("shift", f"{_COUNT}{_UNIT}a?(?P<w>[ALE])"),
    ("anniversary", f"(?P<n>[NnO]|w{{1,3}})-?{_UNIT}?Z"),
    ("date", f"(?P<d>[ND])j?o?l?{_MONTH}"),
    ("date", f"{_MONTH}l?(?P<d>[ND])"),
    ("weekday", "(?P<r>R)[,i]?(?P<d>W)j?"),
    ("weekday", "(?P<d>W)(?P<w>[TH])"),
    ("weekday", "(?P<w>[TH]?)(?P<d>[W4])j?(?!,?[lij]{0,2}(?:[ND][oj]?[MR]|M[ND]|F))"),
    ("near", "(?P<w>[THh5])l?(?P<m>[MS])"),
    ("near", "(?P<m>[MS])(?P<w>[TH])"),
    ("date", "y?(?P<y>Y)"),
    ("date", "(?P<m>[MSQ])"),
    ("date", "(?P<r>R)"),
)
_COMPILED = tuple((name, re.compile(grammar(pattern))) for name, pattern in _RULES)
_ANY = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", grammar(pattern)) for _, pattern in _RULES))
_OPENERS = standing_for("NDYRMSQFGIXWrOnw9l0CcALTHh5y4")


def find_atoms(tokens: Sequence[Token], *, month_first: bool) -> list[Atom]:
    """Every date of the grammar in these tokens, from left to right, none over another."""
    letters = "".join(token.letter for token in tokens)
    atoms: list[Atom] = []
    at = 0
    while at < len(letters):
        step = 1
        if letters[at] in _OPENERS and _ANY.match(letters, at):
            for name, pattern in _COMPILED:
                found = pattern.match(letters, at)
                made = _made(name, found, tokens, month_first) if found else []
                if found and made:
                    atoms += made
                    step = found.end() - at
                    break
        at += step
    return atoms


def _made(name: str, found: re.Match[str], tokens: Sequence[Token], month_first: bool) -> list[Atom]:
    groups = {key: found.span(key) for key, value in found.groupdict().items() if value}
    some = list(_BUILDERS[name](tokens, groups)) if _fits(groups, tokens, month_first) else []
    first, last = found.start(), found.end() - 1
    if len(some) == 1 and name == "date" and tokens[last].letter == "Y":
        return [replace(some[0], first=first, last=last, start=_own_start(tokens, first, last), end=tokens[last].end)]
    if len(some) == 1:
        return [replace(some[0], first=first, last=last, start=tokens[first].start, end=tokens[last].end)]
    if some:
        some[0] = replace(some[0], first=first, start=min(tokens[first].start, some[0].start))
        some[-1] = replace(some[-1], last=last, end=max(tokens[last].end, some[-1].end))
    return some


def _own_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the date's own words begin: the word "year" before a year alone is left off."""
    return tokens[last].start if last == first + 1 and tokens[first].letter in _YEAR_WORDS else tokens[first].start


_YEAR_WORDS = standing_for("y")


def _fits(groups: Groups, tokens: Sequence[Token], month_first: bool) -> bool:
    """Whether the letters' order is one the language has, and each relative phrase stands for a unit it may."""
    for name, unit in (("y", "year"), ("m", "month")):
        if name in groups:
            token = tokens[groups[name][0]]
            if token.ref and token.ref[1] != unit:
                return False
    if "m" in groups and not month_first:
        day = groups.get("d") or groups.get("days")
        if day and day[0] > groups["m"][0] and not any(tokens[at].letter == "D" for at in range(*day)):
            return tokens[groups["m"][0]].letter == "M" and "y" in groups and groups["y"][0] > day[0]
    return True


def _year(tokens: Sequence[Token], groups: Groups) -> str | Ref | None:
    if "y" not in groups:
        return None
    token = tokens[groups["y"][0]]
    return Ref(*token.ref) if token.ref else f"{token.number:04d}"


def _date(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    if "r" in groups:
        ref = tokens[groups["r"][0]].ref
        if ref:
            yield _atom(tokens, 0, 0, form="shift", ref=Ref(*ref))
        return
    year = _year(tokens, groups)
    if "m" not in groups:
        yield _atom(tokens, 0, 0, part=Part(year))
        return
    month = tokens[groups["m"][0]]
    if month.letter == "Q":
        first, last = month.pair
        yield _atom(tokens, 0, 0, part=Part(year, first), until=Part(year, last))
        return
    number = Ref(*month.ref) if month.ref else month.number
    if "days" in groups:
        yield from _days(tokens, groups["days"], year, number)
        return
    day = tokens[groups["d"][0]].number if "d" in groups else None
    yield _atom(tokens, 0, 0, part=Part(year, number, day))


def _days(
    tokens: Sequence[Token], span: tuple[int, int], year: str | Ref | None, month: int | Ref
) -> Iterator[Atom]:
    """The days of a list ("3, 5 and 7", "1st and 2", "27 to 29"): runs one day apart are one stretch."""
    groups: list[list[int]] = []
    joined = ""
    for at in range(*span):
        if tokens[at].letter not in "ND":
            joined += tokens[at].letter
            continue
        value = tokens[at].number
        if groups and _goes_on(joined, tokens[groups[-1][-1]].number, value):
            groups[-1].append(at)
        else:
            groups.append([at])
        joined = ""
    for some in groups:
        first = Part(year, month, tokens[some[0]].number)
        last = Part(year, month, tokens[some[-1]].number)
        yield _atom(tokens, some[0], some[-1], part=first, until=last if len(some) > 1 else None, joined="-")


_TO = standing_for("-t/")


def _goes_on(joined: str, before: int, value: int) -> bool:
    ranged = any(sign in _TO for sign in joined)
    return value > before if ranged else value == before + 1


def _numeric(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    at = groups["f"][0]
    token = tokens[at]
    readings = list(_READINGS[token.letter](token.digits))
    if readings:
        (part, until), *others = readings
        yield _atom(tokens, at, at, part=part, until=until, others=tuple(others), numeric=True)


def _full_date(value: tuple[str, ...]) -> Iterator[tuple[Part, Part | None]]:
    """Year first as it stands; else day first, then month first, each only where it is a day that exists."""
    a, _, b, c, d, _, e, f = value
    if a:
        orders = [(a, b, c)] if int(b) <= 12 else [(a, c, b)]
    else:
        orders = [(f, e, d), (f, d, e)] if d != e else [(f, e, d)]
    for year, month, day in orders:
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 and 1000 <= int(year) <= 2199:
            yield Part(year, int(month), int(day)), None


def _month_year(value: tuple[str, ...]) -> Iterator[tuple[Part, Part | None]]:
    month, year = value
    if 1 <= int(month) <= 12:
        yield Part(year, int(month)), None


def _year_month(value: tuple[str, ...]) -> Iterator[tuple[Part, Part | None]]:
    """"1992-03" is a month, "2016/17" two years; "2011-12" may be both: the years where they follow each other."""
    year, sign, tail = value
    last = int(year) // 100 * 100 + int(tail)
    month = [(Part(year, int(tail)), None)] if 1 <= int(tail) <= 12 and sign != "–" else []
    years = [(Part(year), Part(f"{last:04d}"))] if last > int(year) else []
    yield from years + month if last == int(year) + 1 or not month else month + years


_READINGS: dict[str, Callable[[tuple[str, ...]], Iterator[tuple[Part, Part | None]]]] = {
    "F": _full_date,
    "G": _month_year,
    "I": _year_month,
}


def _decade(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    """A decade: of a four-digit number by its own; "the nineties" of the twentieth century where no other is meant."""
    token = tokens[groups.get("y", groups.get("n", (0, 0)))[0]]
    value = token.number
    century = groups.get("c") or groups.get("e")
    if century and value % 10 == 0 and value < 100:
        value += (tokens[century[0]].number - 1) * 100
    elif "y" not in groups and value % 10 == 0 and (30 <= value <= 90 or ("old" in groups and 10 <= value <= 90)):
        value += 1900
    if value >= 1000 and value % 10 == 0:
        yield _atom(tokens, 0, 0, part=Part(f"{value // 10:03d}X"))


def _century(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    value = tokens[groups.get("n", groups.get("o", (0, 0)))[0]].number
    if 11 <= value <= 21:
        yield _atom(tokens, 0, 0, part=Part(f"{value - 1:02d}XX"))


def _shift(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    """"33 years ago" from the document's day, "four years later" from the date before."""
    count, unit = _counted(tokens, groups["n"]), tokens[groups["u"][0]].name
    way = tokens[groups["w"][0]].letter
    if count and unit in ("day", "week", "month", "year", "decade"):
        base = "document" if way in _AGO else "previous"
        offset = -count if way in _BACK else count
        yield _atom(tokens, 0, 0, form="shift", ref=Ref(base, unit, offset), count=count)


_AGO, _BACK = standing_for("A"), standing_for("AE")


def _anniversary(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    count = _counted(tokens, groups["n"])
    if count:
        yield _atom(tokens, 0, 0, form="anniversary", ref=Ref("document", "year", -count), count=count)


_NUMBERS = standing_for("wNnO")


def _counted(tokens: Sequence[Token], span: tuple[int, int]) -> int:
    """The number that digits or words say: "seventy-five" is 75, "iki yüz" 200."""
    total = 0
    for at in range(*span):
        if tokens[at].letter in _NUMBERS:
            value = tokens[at].number
            total = total * value if 0 < total < value and value in (100, 1000) else total + value
    return total


def _weekday(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    """A day of the week: of no said week (the nearest), of a week counted from the document's, or beside "yesterday"."""
    day = tokens[groups["d"][0]]
    if "r" in groups:
        beside = tokens[groups["r"][0]].ref
        if beside and beside[1] == "day":
            yield _atom(tokens, 0, 0, form="shift", ref=Ref(*beside))
        elif beside and beside[1] == "week":
            yield _atom(tokens, 0, 0, form="weekday", count=day.number, ref=Ref(*beside))
        return
    week, number = day.pair if day.letter == "4" else (0, day.number)
    way = tokens[groups["w"][0]].letter if "w" in groups else ""
    ref = Ref("document", "week", week) if day.letter == "4" else Ref("document", "day", _WAYS.get(way, 0))
    yield _atom(tokens, 0, 0, form="weekday", count=number, ref=ref)


_WAYS = {"T": -1, "H": 1}


def _near(tokens: Sequence[Token], groups: Groups) -> Iterator[Atom]:
    """"Last March", "next spring", "the same autumn": a month or season of a year that another date gives."""
    way, month = tokens[groups["w"][0]].letter, tokens[groups["m"][0]].number
    if way in _WAYS:
        yield _atom(tokens, 0, 0, form="near", part=Part(None, month), ref=Ref("document", "year", _WAYS[way]))
    else:
        base = "document" if way == "h" else "previous"
        yield _atom(tokens, 0, 0, part=Part(Ref(base, "year", 0), month))


def _atom(
    tokens: Sequence[Token],
    first: int,
    last: int,
    *,
    form: str = "date",
    part: Part = Part(),
    until: Part | None = None,
    count: int = 0,
    ref: Ref | None = None,
    others: tuple[tuple[Part, Part | None], ...] = (),
    numeric: bool = False,
    joined: str = "",
) -> Atom:
    return Atom(
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last].end,
        form=form,
        part=part,
        until=until,
        count=count,
        ref=ref,
        others=others,
        numeric=numeric,
        joined=joined,
    )


_BUILDERS: dict[str, Build] = {
    "date": _date,
    "numeric": _numeric,
    "decade": _decade,
    "century": _century,
    "shift": _shift,
    "anniversary": _anniversary,
    "weekday": _weekday,
    "near": _near,
}
