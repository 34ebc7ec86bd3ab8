"""Partial dates made whole: by the text's own dates, the document's day, the date before; never by a clock."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import timedelta

from comity.dates.bare_days import bounds, goes_back, side_of, tells_on
from comity.dates.hit import DateContext
from comity.dates.parts import Atom, Part, Ref
from comity.dates.steps import STEPS, of_date, ordinal, when_of
from comity.model.when import When


@dataclass(slots=True, kw_only=True)
class Known:
    """The dates that a later one in the text may lean on: the context, and what the text has named so far.

    ``todays``: where the text says "today".
    """

    context: DateContext
    named: When | None = None
    opened: When | None = None  # the last that only opens or closes a stretch: "since February 1993"
    todays: tuple[int, ...] = ()
    goes_on: bool = False  # a month is that of the year told before, where a language tells its chronicles so
    near: int = 0  # how far from "today" an anniversary is of that day; 0 where any in the sentence is

    def same_as(self, ref: Ref) -> tuple[When | None, tuple[str, ...]]:
        """The when a reference counts from; "the same day", "in that year" also from the paragraph before."""
        when, needs = self.base(ref.base)
        if when is None and ref.base == "previous" and ref.offset == 0:
            return self.context.earlier, needs
        return when, needs

    def base(self, name: str) -> tuple[When | None, tuple[str, ...]]:
        """The when a reference counts from, and what outside the text it needs.

        ``previous``: the date named last. ``recent``: that, or the document's day before any is named ("in the
        evening"). ``issue``: one of this sentence, else the document's, else the one named last ("im Vorjahr").
        """
        document, previous = (self.context.document, ("document",)), (self.context.previous, ("previous",))
        if name == "document":
            return document
        if self.named is not None:
            return self.named, ()
        if name == "previous" and self.opened is not None:
            return self.opened, ()
        orders = {"previous": (previous,), "recent": (previous, document), "issue": (document, previous)}
        return next((one for one in orders[name] if one[0] is not None), previous)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A resolved when (or none), its other readings, what it needs, and whether it is counted from another date."""

    when: When | None
    others: tuple[When, ...] = ()
    needs: tuple[str, ...] = ()
    relative: bool = False


def read_atom(atom: Atom, known: Known) -> Reading:
    """The reading of one atom; its ``when`` is none where nothing known completes it or no calendar has the day."""
    if atom.form == "shift" and atom.ref:
        return _shifted(atom.ref, known, counted=atom.count > 0)
    if atom.form == "anniversary" and atom.ref:
        return _anniversary(atom, atom.ref, known)
    if atom.form == "weekday" and atom.ref:
        return _weekday(atom.count, atom.ref, known)
    if atom.form == "near" and atom.ref:
        return _nearest(atom.part, atom.until, atom.ref, known)
    return _plain(atom, known)


def _anniversary(atom: Atom, ref: Ref, known: Known) -> Reading:
    """The year that many years back; the day, where the text says that the anniversary is today."""
    document = known.context.document
    told = _year_number(known.named) if known.named is not None and known.named.precision == "year" else None
    if told is not None and atom.count and known.near:  # "2017年是建交45周年": of that year, not of the document's
        return Reading(when=when_of(f"{told - atom.count:04d}", None, None), relative=True)
    here = any(not known.near or abs(atom.start - place) <= known.near for place in known.todays)
    if here and document is not None and not document.interval:
        return Reading(when=years_before(document, atom.count), needs=("document",), relative=True)
    return _shifted(ref, known, counted=True)


def _plain(atom: Atom, known: Known) -> Reading:
    readings = ((atom.part, atom.until), *atom.others)
    if atom.numeric and atom.others and known.context.known_order() == "mdy":
        readings = (readings[1], readings[0])
    part, until = readings[0]
    if part.year is None:
        return _without_year(part, until, known)
    year, needs = _year_of(part.year, known)
    month, needs = _month_of(part.month, year, known, needs)
    if year is None or (part.month is not None and month is None):
        return Reading(when=None, needs=needs)
    if isinstance(part.month, Ref):
        year = month[:4] if month else year
    when = _span(year, part, until, _number(month))
    others = tuple(other for one, end in readings[1:] if (other := _span(str(one.year), one, end, one.month)))
    if atom.numeric and atom.others and len(readings) > 1 and _is_day(part):
        if known.context.known_order() in ("dmy", "mdy"):
            return Reading(when=when, needs=needs)
        when = when.marked("?") if when else None
    return Reading(when=when, others=others, needs=needs, relative=isinstance(part.year, Ref))


def _is_day(part: Part) -> bool:
    return part.day is not None


def _number(month: str | None) -> int | None:
    return int(month[5:7]) if month else None


def _year_of(year: str | Ref, known: Known) -> tuple[str | None, tuple[str, ...]]:
    if isinstance(year, str):
        return year, ()
    base, needs = known.base(year.base)
    number = _year_number(base)
    return (f"{number + year.offset:04d}" if number is not None else None), needs


def _month_of(
    month: int | Ref | None, year: str | None, known: Known, needs: tuple[str, ...]
) -> tuple[str | None, tuple[str, ...]]:
    """The month as ``YYYY-MM``; a relative one brings its own year."""
    if month is None:
        return None, needs
    if isinstance(month, int):
        return f"{year}-{month:02d}", needs
    base, more = known.base(month.base)
    side = side_of(base)
    if side is None or side.month is None or side.month > 12:
        return None, more
    count = int(side.year) * 12 + side.month - 1 + month.offset
    return f"{count // 12:04d}-{count % 12 + 1:02d}", more


def _year_number(when: When | None) -> int | None:
    side = side_of(when)
    return int(side.year) if side and side.year.lstrip("-").isdecimal() else None


def _span(year: str, part: Part, until: Part | None, month: int | Ref | None) -> When | None:
    """The point of this part, or the stretch to ``until``, which takes from it what it lacks."""
    number = month if isinstance(month, int) else None
    start = when_of(year, number, part.day)
    if until is None or start is None:
        return start
    end_month = until.month if isinstance(until.month, int) else number
    end = when_of(until.year if isinstance(until.year, str) else year, end_month, until.day)
    return between(start, end)


def between(start: When | None, end: When | None) -> When | None:
    """The stretch from one to the other; none where it would end before it begins or a side is missing."""
    if start is None or end is None:
        return None
    if start.first is None or end.last is None or start.first > end.last:
        return None
    return When.between(start, end)


def _without_year(part: Part, until: Part | None, known: Known) -> Reading:
    """A day or month that takes its year from the text's last date, else from the document or the date before."""
    if isinstance(part.month, Ref):
        month, needs = _month_of(part.month, None, known, ())
        when = _span(month[:4], part, until, int(month[5:7])) if month else None
        return Reading(when=when, needs=needs, relative=True)
    if part.month is None:
        return _day_alone(part, known)
    readings: list[tuple[When, tuple[str, ...]]] = []
    named = _span_of_year(_year_number(known.named), part, until)
    previous = _span_of_year(_year_number(known.context.previous), part, until)
    if named:
        readings.append((named, ()))
    near = _near_document(part, until, known.context.document)
    last = known.context.previous
    if (
        previous
        and last
        and (_same_stretch(previous, last) or (known.goes_on and _goes_on(part, last, known.context.document)))
    ):
        readings.append((previous, ("previous",)))
    if near:
        readings += [(one, ("document",)) for one in near]
    if previous:
        readings.append((previous, ("previous",)))
    if not readings:
        return Reading(when=None, needs=("document", "previous"))
    first, needs = readings[0]
    others = tuple(dict.fromkeys(one for one, _ in readings[1:] if one != first))
    return Reading(when=first, others=others, needs=needs)


def _day_alone(part: Part, known: Known) -> Reading:
    """A day without its month: in the month of the text's last date, else of the document, else of the one before.

    Of the one before, too, where the text tells on from a day not long before it was written: "今年1月2日…。3日，…".
    """
    before = (known.context.previous, ("previous",))
    written = (known.context.document, ("document",))
    told_on = tells_on(known.context.previous, known.context.document, part)
    here = (known.named, ())
    back = goes_back(known.named, known.context.document, part)
    for base, needs in (written, here) if back else (here, before, written) if told_on else (here, written, before):
        side = side_of(base)
        if side is not None and side.month is not None and side.month <= 12 and part.day is not None:
            return Reading(when=when_of(side.year, side.month, part.day), needs=needs)
    return Reading(when=None, needs=("document", "previous"))


def _span_of_year(year: int | None, part: Part, until: Part | None) -> When | None:
    return _span(f"{year:04d}", part, until, part.month) if year is not None else None


def _same_stretch(when: When, previous: When) -> bool:
    """Whether a date lies within, or in the month of, the one named before it: then it has its year."""
    one, other = side_of(when), previous.start or previous.end
    if one is None or other is None or other.month is None:
        return False
    return previous.contains(when) or one.month == other.month


def _goes_on(part: Part, previous: When, document: When | None) -> bool:
    """Whether a month goes on with a year told to the month, one before the document's or more: "2014年2月…。| 5月"."""
    last, own = previous.start or previous.end, _year_number(document)
    if last is None or last.month is None or own is None or not isinstance(part.month, int):
        return False
    told = _year_number(previous)
    return told is not None and told < own and last.month <= part.month and not previous.interval


def _near_document(part: Part, until: Part | None, document: When | None) -> list[When]:
    """The two years' readings nearest to the document's day, the nearer first."""
    year = _year_number(document)
    if document is None or year is None:
        return []
    side = side_of(document)
    fine = side is not None and side.month is not None
    found = [
        one for near in ((year - 1, year, year + 1) if fine else (year,)) if (one := _span_of_year(near, part, until))
    ]
    middle = sum(bounds(document)) // 2
    return sorted(found, key=lambda one: (abs(sum(bounds(one)) // 2 - middle), str(one)))[:2]


def _nearest(part: Part, until: Part | None, ref: Ref, known: Known) -> Reading:
    """ "Last March": the latest that ended before the document's day; "next": the first that begins after it.

    "The following March": the first after the date before.
    """
    base, needs = known.same_as(ref)
    year = _year_number(base)
    if base is None or year is None:
        return Reading(when=None, needs=needs)
    some = [one for near in range(year - 2, year + 3) if (one := _span_of_year(near, part, until))]
    first, last = bounds(base)
    fit = [one for one in some if (bounds(one)[1] < first if ref.offset < 0 else bounds(one)[0] > last)]
    chosen = (fit[-1] if ref.offset < 0 else fit[0]) if fit else None
    return Reading(when=chosen, needs=needs, relative=True)


def _shifted(ref: Ref, known: Known, *, counted: bool) -> Reading:
    """A day, week, month or year counted from another date, no finer than that date and than the unit."""
    base, needs = known.same_as(ref)
    side = side_of(base) if ref.offset >= 0 or base is None else (base.start or base.end)
    when = STEPS[ref.unit](side, ref.offset, counted or ref.base != "document") if side and base else None
    if when is None or base is None:
        return Reading(when=None, needs=needs, relative=True)
    if ref.unit == "day" and ref.offset == 0 and ref.base in ("previous", "recent"):
        when = base
    return Reading(when=when, needs=needs, relative=True)


def _weekday(number: int, ref: Ref, known: Known) -> Reading:
    """A day of the week by the document's day: the latest up to it, the coming one as the other reading."""
    side = known.context.document.start if known.context.document else None
    today = ordinal(side) if side else None
    if today is None:
        return Reading(when=None, needs=("document",), relative=True)
    if ref.unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ref.offset)
        return Reading(when=of_date(monday + timedelta(days=number - 1)), needs=("document",), relative=True)
    back = (today.isoweekday() - number) % 7
    past, coming = today - timedelta(days=back), today + timedelta(days=7 - back)
    if ref.offset < 0:
        past -= timedelta(days=0 if back else 7)
        return Reading(when=of_date(past), needs=("document",), relative=True)
    if ref.offset > 0:
        return Reading(when=of_date(coming), needs=("document",), relative=True)
    return Reading(when=of_date(past), others=(of_date(coming),), needs=("document",), relative=True)


def years_before(day: When, years: int) -> When | None:
    """The same day that many years earlier, as fine as the day given; its month where that year lacks the day."""
    side = day.start
    if side is None or not side.year.isdecimal():
        return None
    year = int(side.year) - years
    if side.day and side.month and side.day > monthrange(year, side.month)[1]:
        return when_of(f"{year:04d}", side.month, None)
    return when_of(f"{year:04d}", side.month, side.day)
