"""Cities strung behind a mission, each with a day of its own: "opened at Oporto 1821; Faro 1895; Setubal 1874"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.frames.mission.seats import days_behind
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.model.when import When

_MARKS = " ,;().–—-:"
_BEHIND = (" ", " (", ", ")
_TWO = 2


def days_apart(
    chart: Chart, noun: Mention, event: str, cities: Sequence[Mention]
) -> list[tuple[Mention, Mention | None]]:
    """The cities with their days, where a list gives each its own; of what merely is there, only times with an end."""
    listed = days_behind(chart, cities)
    strung = strung_cities(chart, noun)
    if len(strung) > len(listed) and event != "moved":
        listed = [*strung]
    if event != "exists":
        return listed
    lasting = [(city, day if day is not None and _is_time(day) else None) for city, day in listed]
    return lasting if any(day is not None for _, day in lasting) else []


def begun(chart: Chart, day: Dated) -> Dated:
    """The beginning of the years over which a mission that was opened was there: "a consulate, 1880 until 1915"."""
    told = next((one.date for one in chart.dates if one.date is not None and one.date.when == day.when), None)
    if told is None or told.kind != "period" or not told.when.interval or told.when.start is None:
        return day
    end = told.when.end
    start = told.when.start
    years = end is not None and start.month is None and start.year.isdecimal() and end.year.isdecimal()
    years = years and end is not None and int(end.year) - int(start.year) > 1
    return replace(day, when=When(told.when.start, None)) if years else day


def _is_time(day: Mention) -> bool:
    return day.date is not None and day.date.when.interval


def strung_cities(chart: Chart, noun: Mention) -> list[tuple[Mention, Mention]]:
    """The (city, day) pairs of the first list behind a noun in which a day stands right behind each city.

    Reads on across semicolons. Empty unless there are two or more; ends at the first word that is neither a name, a
    number nor a small word.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or not chart.pack.capitals:
        return []
    days = {one.start: one for one in chart.dates}
    out: list[tuple[Mention, Mention]] = []
    for city in chart.kind("city"):
        behind = [days[city.end + len(gap)] for gap in _BEHIND if city.end + len(gap) in days]
        if city.start < noun.end or not behind or _begins_there(behind[0]):
            continue
        if out and not _goes_on(chart, out[-1][1].end, city.start):
            break
        out.append((city, behind[0]))
    return out if len(out) >= _TWO else []


def _begins_there(day: Mention) -> bool:
    """Whether a date is but the beginning of something: "in Bonn | since 1954"."""
    return day.date is not None and day.date.kind in ("since", "until")


def _goes_on(chart: Chart, low: int, high: int) -> bool:
    """Whether what stands between two of them is but marks, small words, and names of places with their years."""
    words = [word for word in (part.strip(_MARKS) for part in chart.text[low:high].split()) if word]
    small = chart.pack.joiners | chart.pack.skip
    if chart.within((*chart.parties, *chart.actors), low, high):
        return False
    return all(word[0].isupper() or word.isdecimal() or word in small or word in chart.pack.before for word in words)


def its_own(chart: Chart, noun: Mention, told: Sequence[Mention]) -> list[Mention]:
    """The verbs without those before a mission of somebody else's deed: "A | set up | an office, and B opened it".

    Somebody stands behind a comma there, who does the next.
    """
    before = [verb for verb in told if verb.end <= noun.start]
    if len(before) < 2 or chart.pack.order != "svo" or not chart.pack.spaced:
        return list(told)
    last = before[-1]
    gone = [
        verb
        for verb in before[:-1]
        if any(
            one.role == "" and one.form != "adjective" and has_any(chart.text[verb.end : one.start], CLAUSE_COMMAS)
            for one in chart.within(chart.parties, verb.end, last.start)
        )
    ]
    return [verb for verb in told if verb not in gone]
