"""What each rule of the grammar says: from the letters it matched to the parts of a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.dates.lexicon import standing_for
from comity.dates.parts import Atom, Part, Ref
from comity.dates.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A rule's match: the tokens of the stretch, which of them its named groups hold, the first and last it took."""

    tokens: Sequence[Token]
    groups: Mapping[str, tuple[int, int]]
    first: int
    last: int

    def token(self, name: str) -> Token | None:
        """The first token of a group; none where the rule matched without it."""
        return self.tokens[self.groups[name][0]] if name in self.groups else None

    def letter(self, name: str) -> str:
        """The letter of a group's first token; empty where the rule matched without it."""
        token = self.token(name)
        return token.letter if token else ""

    @property
    def blank(self) -> Atom:
        """An atom over all the rule took that says nothing yet."""
        start, end = self.tokens[self.first].start, self.tokens[self.last].end
        return Atom(first=self.first, last=self.last, start=start, end=end)


_TO = standing_for("-t/")


def _year(found: Found) -> str | Ref | None:
    token = found.token("y")
    if token is None:
        return None
    return Ref(*token.ref) if token.ref else f"{token.number:04d}"


def _date(found: Found) -> Iterator[Atom]:
    relative, month, day = found.token("r"), found.token("m"), found.token("d")
    if relative is not None:
        if relative.ref:
            yield replace(found.blank, form="shift", ref=Ref(*relative.ref))
        return
    year = _year(found)
    if month is None:
        if day is not None:
            yield replace(found.blank, part=Part(None, None, day.number))
            return
        alone = found.token("y")  # the word "year" before a year alone is not its own
        yield replace(found.blank, part=Part(year), start=alone.start if alone else found.blank.start)
        return
    if month.letter == "Q":
        first, last = month.pair
        yield replace(found.blank, part=Part(year, first), until=Part(year, last))
        return
    number = Ref(*month.ref) if month.ref else month.number
    if "days" in found.groups:
        yield from _days(found, year, number)
        return
    yield replace(found.blank, part=Part(year, number, day.number if day else None))


def _days(found: Found, year: str | Ref | None, month: int | Ref) -> Iterator[Atom]:
    """The days of a list ("3, 5 and 7", "1st and 2", "27 to 29"): runs one day apart are one stretch."""
    tokens, groups, joined = found.tokens, list[list[int]](), ""
    for at in range(*found.groups["days"]):
        if tokens[at].letter not in "ND":
            joined += tokens[at].letter
        elif groups and _goes_on(joined, tokens[groups[-1][-1]].number, tokens[at].number):
            groups[-1].append(at)
            joined = ""
        else:
            groups.append([at])
            joined = ""
    for place, some in enumerate(groups):
        first = found.first if place == 0 else some[0]
        last = found.last if place == len(groups) - 1 else some[-1]
        yield Atom(
            first=first,
            last=last,
            start=tokens[first].start,
            end=tokens[last].end,
            part=Part(year, month, tokens[some[0]].number),
            until=Part(year, month, tokens[some[-1]].number) if len(some) > 1 else None,
        )


def _goes_on(joined: str, before: int, value: int) -> bool:
    ranged = any(sign in _TO for sign in joined)
    return value > before if ranged else value == before + 1


def _months(found: Found) -> Iterator[Atom]:
    """Months counted from one to another under one year: 2020年1至6月."""
    first, last = found.token("a"), found.token("m")
    if first is not None and last is not None and first.number < last.number:
        year = _year(found)
        yield replace(found.blank, part=Part(year, first.number), until=Part(year, last.number))


def _numeric(found: Found) -> Iterator[Atom]:
    token = found.token("f")
    readings = list(_READINGS[token.letter](token.digits)) if token else []
    if readings:
        (part, until), *others = readings
        yield replace(found.blank, part=part, until=until, others=tuple(others), numeric=True)


def _full_date(value: tuple[str, ...]) -> Iterator[tuple[Part, Part | None]]:
    """Year first as it stands, with a last day ("2004.9.19-21").

    Else day first, then month first, each only where it is a day that exists.
    """
    a, _, b, c, until, d, _, e, f = value
    year_first = [(a, b, c)] if b and int(b) <= 12 else [(a, c, b)]
    year_last = [(f, e, d), (f, d, e)] if d != e else [(f, e, d)]
    orders = year_first if a else year_last
    for year, month, day in orders:
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 and 1000 <= int(year) <= 2199:
            last = Part(year, int(month), int(until)) if until and int(day) < int(until) <= 31 else None
            yield Part(year, int(month), int(day)), last


def _month_year(value: tuple[str, ...]) -> Iterator[tuple[Part, Part | None]]:
    month, year = value
    if 1 <= int(month) <= 12:
        yield Part(year, int(month)), None


def _year_month(value: tuple[str, ...]) -> Iterator[tuple[Part, Part | None]]:
    """ "1992-03" is a month, "2016/17" two years; "2011-12" may be both: the years where they follow each other."""
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


def _decade(found: Found) -> Iterator[Atom]:
    """A decade: of a four-digit number by its own; "the nineties" of the twentieth century where no other is meant."""
    year, number, century = found.token("y"), found.token("n"), found.token("c") or found.token("e")
    value = year.number if year else number.number if number else 0
    if century and value % 10 == 0 and value < 100:
        value += (century.number - 1) * 100
    elif year is None and value % 10 == 0 and (30 if found.token("old") is None else 10) <= value <= 90:
        value += 1900
    if value >= 1000 and value % 10 == 0:
        yield replace(found.blank, part=Part(f"{value // 10:03d}X"))


def _century(found: Found) -> Iterator[Atom]:
    token = found.token("n") or found.token("o")
    value = token.number if token else 0
    if 11 <= value <= 21:
        yield replace(found.blank, part=Part(f"{value - 1:02d}XX"))


def _shift(found: Found) -> Iterator[Atom]:
    """ "33 years ago" from the document's day, "four years later" from the date before."""
    unit, way = found.token("u"), found.letter("w")
    count = _counted(found)
    if count and unit is not None and unit.name in ("day", "week", "month", "year", "decade"):
        base = "document" if way in _AGO else "previous"
        offset = -count if way in _BACK else count
        yield replace(found.blank, form="shift", ref=Ref(base, unit.name, offset), count=count)


_AGO, _BACK = standing_for("A"), standing_for("AE")


def _anniversary(found: Found) -> Iterator[Atom]:
    count = _counted(found)
    if count:
        yield replace(found.blank, form="anniversary", ref=Ref("document", "year", -count), count=count)


_NUMBERS = standing_for("wNnO")


def _counted(found: Found) -> int:
    """The number that digits or words say: "seventy-five" is 75, "iki yüz" 200."""
    total = 0
    for at in range(*found.groups["n"]):
        if found.tokens[at].letter in _NUMBERS:
            value = found.tokens[at].number
            total = total * value if 0 < total < value and value in (100, 1000) else total + value
    return total


def _weekday(found: Found) -> Iterator[Atom]:
    """A day of the week: the nearest, one of a week counted from the document's, or one beside "yesterday"."""
    day, relative = found.token("d"), found.token("r")
    if day is None:
        return
    if relative is not None and relative.ref:
        base = Ref(*relative.ref)
        if base.unit == "day":
            yield replace(found.blank, form="shift", ref=base)
        elif base.unit == "week":
            yield replace(found.blank, form="weekday", count=day.number, ref=base)
        return
    week, number = day.pair if day.letter == "4" else (0, day.number)
    ref = (
        Ref("document", "week", week) if day.letter == "4" else Ref("document", "day", _WAYS.get(found.letter("w"), 0))
    )
    yield replace(found.blank, form="weekday", count=number, ref=ref)


_WAYS = {"T": -1, "H": 1}
_FOLLOWING = standing_for("gJ")


def _near(found: Found) -> Iterator[Atom]:
    """ "Last March", "next spring", "the same autumn": a month or season of a year that another date gives.

    "The following spring" is the first after the date before, so is "le 21 septembre suivant" with its day.
    """
    way, token, day = found.letter("w"), found.token("m"), found.token("d")
    month = token.number if token else 0
    if way in _FOLLOWING or way in _WAYS:
        ref = Ref("previous", "year", 1) if way in _FOLLOWING else Ref("document", "year", _WAYS[way])
        some = _days(found, None, month) if "days" in found.groups else (found.blank,)
        whole = Part(None, month, day.number if day else None)
        yield from (
            replace(one, form="near", part=one.part if "days" in found.groups else whole, ref=ref) for one in some
        )
    else:
        base = "document" if way == "h" else "previous"
        yield replace(found.blank, part=Part(Ref(base, "year", 0), month))


RULE_READERS: Mapping[str, Callable[[Found], Iterator[Atom]]] = {
    "date": _date,
    "months": _months,
    "numeric": _numeric,
    "decade": _decade,
    "century": _century,
    "shift": _shift,
    "anniversary": _anniversary,
    "weekday": _weekday,
    "near": _near,
}
