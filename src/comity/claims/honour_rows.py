"""Rows of tables of honours: what was given, to whom, when, by the columns; by whom, by a column or the heading."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.chart import Chart
from comity.claims.draft import Dated, Draft
from comity.claims.frames.attach import dated
from comity.claims.frames.sides import found
from comity.claims.row import Row
from comity.model.roles import Honour

_LONGEST = 120


def read_honour_rows(row: Row) -> Iterator[Draft]:
    """The draft of a row "2016 | Order of Balboa, Grand Cross | Hugo Martínez, minister of El Salvador".

    Refuses a row without an award or a name, and one whose giver neither a column nor the heading tells.
    """
    awards = [chart.text.strip() for chart in row.column("award")][:1]
    names = [_name(chart) for chart in row.column("recipient", "person")]
    giver = found(one for chart in row.column("giver") for one in chart.kind("party")).ids or (row.giver,)
    if giver == ("",) and not row.column("giver"):
        giver = found(one for chart in row.column("party") for one in chart.parties).ids
    if len(giver) != 1 or not giver[0] or not awards or not 0 < len(awards[0]) <= _LONGEST or not any(names):
        return
    days = [one for chart in row.column("date", "open") for one in chart.dates]
    yield Draft(
        roles=Honour(giver=giver[0], recipient=next(filter(None, names)), award=awards[0]),
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
