"""Stretches from one date to another: both sides' readings drawn together."""

from __future__ import annotations

from dataclasses import replace

from comity.dates.parts import Part
from comity.dates.resolve import Reading, between
from comity.model.when import When


def ranged(reading: Reading, second: Reading) -> Reading:
    """The stretch from one side's reading to the other's, with its other readings; the first side where none is."""
    when = between(reading.when, second.when)
    others = tuple(
        both for one, other in zip(reading.others, second.others, strict=False) if (both := between(one, other))
    )
    needs = tuple(dict.fromkeys((*reading.needs, *second.needs)))
    if when is None:  # "January – August" said in October: the nearest January is the next, that of the August is not
        fitting = [both for one in reading.others if (both := between(one, second.when))]
        when = min(fitting, key=lambda one: (one.last or 0) - (one.first or 0), default=None)
    return Reading(when=when or reading.when, others=others, needs=needs, relative=reading.relative)


def are_months(part: Part) -> bool:
    """Whether a side of a stretch is a month whose year nothing says."""
    return part.year is None and part.day is None and isinstance(part.month, int)


def over(reading: Reading, document: When | None) -> Reading:
    """The stretch of months that is over on the document's day, where a year's end is nearer: figures tell of it."""
    if reading.when is None or document is None or (reading.when.last or 0) <= (document.last or 0):
        return reading
    past = [one for one in reading.others if one.interval and (one.last or 0) <= (document.last or 0)]
    if not past:
        return reading
    return replace(reading, when=past[0], others=(reading.when, *(one for one in reading.others if one != past[0])))
