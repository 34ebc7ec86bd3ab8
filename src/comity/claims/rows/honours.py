"""Rows of tables of honours: what was given, to whom, when, by the columns; by whom, by a column or the heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.context.theme import labels_in
from comity.claims.frames.honour.awards import award_name
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.rows.row import Row
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Honour

_LONGEST = 120


def honoured_in(chart: Chart) -> str:
    """Whose honours a heading says that a list holds: "Foreign honours of King Carl Gustaf"; "" where nobody's."""
    people = [one.actor.person for one in chart.actors if one.actor is not None and one.actor.person]
    labels = labels_in(chart.text, chart.sentence.language)
    awards = any(label == "mark.column_award" or label.startswith("award.") for label in labels)
    return people[0] if awards and len(people) == 1 and not chart.has("fact") else ""


def giver_in(chart: Chart) -> str | None:
    """Whose awards a heading says that a table lists: "Orders given by Panama"; "" for none, None without a party."""
    named = [one for one in chart.kind("party") if len(one.ids) == 1 and not one.deictic]
    if not named:
        return None
    given = [one for one in named if one.role == "by" or (one.form == "adjective" and chart.has("award"))]
    return given[0].ids[0] if len(given) == 1 and not chart.has("verb.gain") else ""


def read_honour_rows(row: Row) -> Iterator[Draft]:
    """The draft of a row "2016 | Order of Balboa, Grand Cross | Hugo Martínez, minister of El Salvador".

    Refuses a row without an award or a name, and one whose giver neither a column nor the heading tells.
    """
    if not any(row.heads):
        yield from _item(row)
        return
    awards = [chart.text.strip() for chart in row.column("award")][:1]
    names = [_name(chart) for chart in row.column("recipient", "person")] or [row.honoured]
    giver = found(one for chart in row.column("giver") for one in chart.kind("party")).ids or (row.giver,)
    if giver == ("",) and not row.column("giver"):
        giver = found(one for chart in row.column("party") for one in chart.parties).ids
    if len(giver) != 1 or not giver[0] or not awards or not 0 < len(awards[0]) <= _LONGEST or not any(names):
        return
    days = [one for chart in row.column("date", "open") for one in chart.dates]
    yield _draft(row, giver[0], next(filter(None, names)), awards[0], days)


def _item(row: Row) -> Iterator[Draft]:
    """The draft of an item under whose honours it lists: "Estonia: Collar of the Order of the White Star (1995)"."""
    for _, chart in row.charts:
        awards = chart.cues("award")
        givers = {one.ids for one in chart.parties if len(one.ids) == 1 and not one.deictic}
        if row.honoured and awards and len(givers) == 1 and len(chart.dates) <= 1:
            yield _draft(row, next(iter(givers))[0], row.honoured, award_name(chart, awards[0]), chart.dates)


def _draft(row: Row, giver: str, recipient: str, award: str, days: Sequence[Mention]) -> Draft:
    return Draft(
        roles=Honour(giver=giver, recipient=recipient, award=award),
        rule="row.honour",
        dated=dated(days[0]) if days else Dated(),
        context=row.told_by,
    )


def _name(chart: Chart) -> str:
    """Who is named in a cell: somebody in office, else what stands before its first comma or bracket."""
    people = [one.actor.person for one in chart.actors if one.actor is not None and one.actor.person]
    if people:
        return people[0]
    ends = [at for mark in ",(;—–" if (at := chart.text.find(mark)) > 0]
    return chart.text[: min(ends, default=len(chart.text))].strip()
