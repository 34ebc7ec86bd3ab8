"""Rows of lists of relations: since when, what became of them, with whom there are none; rows that lost their party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.rows.clues import find_clues
from comity.claims.rows.headed import SPELLS, days_headed
from comity.claims.rows.row import Row, note_dates, partners, row_dates, told_by_note
from comity.claims.rows.terse_notes import is_return, now_called, terse_notes
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined
from comity.model.roles import Recognition, Relations
from comity.model.selector import Selector
from comity.model.when import When

# What makes an item a thing of its own: a dated item with one of these has lost no name.
_NO_NAME = ("agreement", "mission", "noun.visit", "noun.meeting", "post", "office", "verb", "body", "award")
_NAMELESS = 40
_FEW_LETTERS = 8
_BREAKS = (",", ";", "/", "，", "、", "；", "،")
_IMAGE = re.compile(r"[^|\n.]{0,24}\.(?:svg|png|jpg|gif)\b")
_PICTURE = re.compile(r"\.(?:svg|png|jpg|gif)\b")
_ASIDE = re.compile(r"[(（][^()（）]{0,60}[)）]")
_DASHES = ("—", "–", "-", "−")
_BEHIND_DAY = 2
_PARTS = ")]）】;；、\n|"


def _denied(row: Row) -> bool:
    charts = row.column("date") or row.column("")
    if any(chart.text.strip() in _DASHES for chart in row.column("date")):
        return any(chart.has("verb.refuse") for chart in row.column("notes", "recognised"))
    return any(chart.has("fact.not") and not chart.dates for chart in charts)


def relations(row: Row) -> Iterator[Draft]:
    named = partners(row) or list(row.told) or told_by_note(row)
    if not any(row.heads) and not _leads(row, named):
        return
    dates = row_dates(row)
    context = row.told_by
    if _denied(row) and named:
        for party in found(named).ids:
            yield _relation(row, (row.owner, party), "absent", Dated(), context)
        return
    if not named:
        dates = _finest(dates, note_dates(row))
    if not dates:
        return
    if not named and days_headed(row):
        for event, when in _spells(row):
            yield _relation(row, (row.owner, row.headed), event, when, context)
        return
    if not named:
        if row.pair or not _lacks_name(row):
            return
        yield Draft(
            roles=Relations(parties=(row.owner,), event="established"),
            rule="row.relations",
            dated=dates[0],
            context=context,
            missing="party",
            place=row.place,
            clues=find_clues(row.charts, row.owner),
        )
        return
    if any(_only_recognised(chart) for chart in row.column("date")):
        for party in found(named[:1]).ids:
            roles = Recognition(subject=row.owner, object=party, event="recognised")
            yield Draft(rule="row.recognition.date", roles=roles, dated=dates[0], context=context)
        return
    for party in found(now_called(row) or _listed(row, named) or named[:1]).ids:
        for event, when in _spells(row):
            back = event == "established" and is_return(row)
            yield _relation(row, (row.owner, party), "restored" if back else event, when, context)
        yield from terse_notes(row, party)


def _only_recognised(chart: Chart) -> bool:
    """Whether a row's day is that of a recognition; refuses one in a bracket behind the day of relations."""
    told = chart.cues("verb.recognise")
    aside = chart.aside(told[0].start) if told else None
    apart = aside is not None and bool(chart.within(chart.dates, *aside)) and len(chart.dates) > 1
    return bool(told) and not apart and not chart.has("verb.establish")


def _leads(row: Row, named: Sequence[Mention]) -> bool:
    """Whether an item begins with whom it is about: "Peru – 1 May 1971", "3 May 1972: Chad".

    Refuses a name behind words: "admittance | into NATO's programme in May 2000" is no entry of a list of states.
    """
    charts = [chart for _, chart in row.charts if named and any(one is named[0] for one in chart.mentions)]
    if not charts or row.told:
        return True
    chart = charts[0]
    if _IMAGE.match(chart.text, named[0].end):
        return True  # "Flag of the | United Kingdom.svg | United Kingdom 30 September 1966"
    told = chart.text[: named[0].start]
    for day in reversed(chart.dates):
        if day.end <= len(told):
            told = told[: day.start] + told[day.end :]
    pictures = [found.end() for found in _PICTURE.finditer(told)]  # "5Flag of Zambia.svg | Zambia 28 November 1966"
    told = told[max(pictures, default=0) :]
    return sum(char.isalpha() for char in told) <= _FEW_LETTERS


def _listed(row: Row, named: Sequence[Mention]) -> list[Mention]:
    """The states that an item lists behind or before one day: "21 March 1990: Angola, Algeria; Cuba"."""
    if any(row.heads) or row.told:
        return []
    for _, chart in row.charts:
        if not any(one is named[0] for one in chart.mentions):
            continue
        own = [one for one in chart.parties if not one.deictic and one.form != "adjective" and row.owner not in one.ids]
        gaps = [_ASIDE.sub("", chart.text[one.end : other.start]) for one, other in pairwise(own)]
        return own if all(joined(gap, chart.pack) or gap.strip() in _BREAKS for gap in gaps) else []
    return []


def _finest(dates: list[Dated], noted: list[Dated]) -> list[Dated]:
    """The dates of a row's column, or its note's where the column has none or a coarser one: 2013, 2013-05-03."""
    if not noted or not dates:
        return dates or noted
    told, own = noted[0].when, dates[0].when
    return noted if told is not None and own is not None and told != own and own.contains(told) else dates


def absences(row: Row) -> Iterator[Draft]:
    """A row or item of a list of those with whom its owner has no relations; refuses one with a date of relations."""
    if "date" in row.heads and row_dates(row):
        return
    context = row.told_by
    for party in found(partners(row)).ids:
        yield _relation(row, (row.owner, party), "absent", Dated(), context)


def _spells(row: Row) -> Iterator[tuple[str, Dated]]:
    """What happened on each date of a row: established on the first, on the others what the words before them say.

    "24 May 1935; severed 1940, restored 1991" are three, "28.4.1952 (restored)" is one; "(suspended)" beside the name
    is one without a date.
    """
    charts = row.column("date") or [chart for chart in row.column("") if chart.dates]
    for chart in charts[:1]:
        for number, day in enumerate(chart.dates):
            event = _said_of_day(chart, number)
            if not event and day.date is not None and day.date.when.start is None:
                continue  # "interests in Cuba (until 2015)" tells no day on which relations were made
            if event or number == 0:
                yield event or "established", _first_day(replace(dated(day), context=()))
    for chart in row.column("party") or charts[:1]:
        for cue in _beside_name(chart)[:1]:
            yield "suspended" if "verb.suspend" in cue.classes else "severed", Dated()


def _beside_name(chart: Chart) -> list[Mention]:
    """The words in a bracket of their own that say how relations are by now: "Peru (suspended) | 27 December 1974".

    Refuses those behind the day or beside one: "28.4.1952 (suspended)", "Chad (severed 1972)".
    """
    return [
        cue
        for cue in chart.cues("verb.suspend", "verb.sever")
        if (aside := chart.aside(cue.start)) is not None
        and not chart.within(chart.dates, *aside)
        and not any(day.end <= cue.start for day in chart.dates)
    ]


def _said_of_day(chart: Chart, number: int) -> str:
    """What the words beside a date of a row say happened then; "" where they say nothing.

    They stand before it, or right behind it: "16 Sept 1992 [restored]", "1990年8月8日复交".
    """
    aside = {cue.start for cue in _beside_name(chart)}
    days, cues = chart.dates, [cue for cue in chart.cues(*SPELLS) if cue.start not in aside]
    own = [cue for cue in cues if _stands_behind(chart, days[number], cue)]
    taken = {cue.start for one in days[:number] for cue in cues if _stands_behind(chart, one, cue)}
    low = days[number - 1].end if number else 0
    before = [cue for cue in chart.within(cues, low, days[number].start) if cue.start not in taken]
    only = chart.within(cues, days[number].end, len(chart.text)) if len(days) == 1 else []
    said = before[-1:] or own[:1] or only[:1]
    return next((SPELLS[label] for cue in said for label in SPELLS if label in cue.classes), "")


def _stands_behind(chart: Chart, day: Mention, cue: Mention) -> bool:
    """Whether a word stands right behind a date and no other date behind the word: "1992 [restored]; 1998"."""
    if not 0 <= cue.start - day.end <= _BEHIND_DAY:
        return False
    later = next((one.start for one in chart.dates if one.start >= cue.end), None)
    return later is None or any(mark in _PARTS for mark in chart.text[cue.end : later])


def _first_day(day: Dated) -> Dated:
    """The beginning of a time over which relations lasted: "13 August 1993 – 29 May 2018"."""
    if day.when is None or not day.when.interval or day.when.start is None or day.when.end is None:
        return day
    if day.when.start.year == day.when.end.year or _either_year(day.when):
        return day
    return replace(day, when=When(day.when.start, None))


def _either_year(when: When) -> bool:
    """Whether a time is two years in turn, in one of which something happened: "1976–77"."""
    start, end = when.start, when.end
    if start is None or end is None or start.month is not None or end.month is not None:
        return False
    return int(end.year) - int(start.year) == 1


def _lacks_name(row: Row) -> bool:
    """Whether the row is one of a list of dates whose name was lost: nothing but a date stands where a name should.

    "3 April: Foreign Minister Haavisto" among relations is a visit, no lost name; neither is a row about a person.
    """
    if row.heads and any(row.heads):
        return "person" not in row.heads and "title" not in row.heads
    others = [one for _, chart in row.charts for one in (*chart.actors, *chart.kind("organization"))]
    told = any(chart.has(*_NO_NAME) for _, chart in row.charts)
    told = told or any(_measures(chart, one) for _, chart in row.charts for one in chart.kind("quantity"))
    rest = sum(len(chart.text) - sum(day.end - day.start for day in chart.dates) for _, chart in row.charts)
    return not others and not told and rest <= _NAMELESS


def _measures(chart: Chart, number: Mention) -> bool:
    """Whether a word stands right behind a number, so that a line tells of it: "Reading time: | 5 | min"."""
    return chart.text[number.end :].lstrip()[:1].isalpha() or chart.text[: number.end][-1:].isalpha()


def _relation(row: Row, parties: tuple[str, str], event: str, when: Dated, context: tuple[Selector, ...]) -> Draft:
    return Draft(
        roles=Relations(parties=tuple(sorted(parties)), event=event),
        rule="row.relations",
        dated=when,
        context=context,
        place=row.place if row.place and row.place.heading else None,
    )
