"""A row or item as it is read: its charts by column, whose list it is, who its party is, its dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.claims.context.posting import Posting
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.passage import RowPlace
from comity.model.selector import Selector

_BESIDE = ("notes", "number", "there", "here", "either")  # columns that name no partner


@dataclass(frozen=True, slots=True, kw_only=True)
class Journeys:
    """Whose journeys a list holds, or to whom: "Trips of President X of Y", "Visits of heads of state to Z"."""

    visitor: str = ""
    host: str = ""
    office: str = ""
    person: str = ""
    context: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row or item as charts: a chart per column that says something (``party``, ``date`` …), and its place.

    ``told``: the party that the sentences of its notes tell, where no column does; ``pair``: the two that the
    document's title names, so that its rows are about both; ``kind``: the class of mission that a column's head or the
    heading gives; ``posting``: whose posts the rows of a list of ambassadors fill; ``journeys``: who travels in a list
    of visits; ``giver`` and ``honoured``: whose awards, and whom, a heading says that the rows tell of; ``headed``: the
    state that the heading right over an item names; ``planned``: whether that heading says what is yet to be.
    """

    theme: str
    owner: str
    owner_context: tuple[Selector, ...]
    charts: tuple[tuple[str, Chart], ...]
    context: tuple[Selector, ...] = ()
    place: RowPlace | None = None
    lead: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    whole: Selector | None = None
    told: tuple[Mention, ...] = ()
    pair: tuple[str, ...] = ()
    kind: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    seats: tuple[tuple[str, Mention], ...] = ()
    posting: Posting | None = None
    journeys: Journeys | None = None
    giver: str = ""
    honoured: str = ""
    town: Mention | None = None
    headed: str = ""
    planned: bool = False

    @property
    def told_by(self) -> tuple[Selector, ...]:
        """Without which the row cannot be read: what says whose list it is, and the heads of its columns."""
        return *self.owner_context, *self.context

    def column(self, *names: str) -> list[Chart]:
        """The charts of the columns of these names."""
        return [chart for name, chart in self.charts if name in names]


def town_of(heads: Sequence[Chart]) -> Mention | None:
    """The one city that a heading names: "Embajadas residentes en | Maseru"."""
    towns = [one for chart in heads for one in chart.kind("city")]
    return towns[0] if len(towns) == 1 else None


def partners(row: Row) -> list[Mention]:
    """The parties a row names in its party column, or anywhere outside its notes where it has no such column."""
    charts = (
        row.column("party", "sender")
        if {"party", "sender"} & set(row.heads)
        else [chart for name, chart in row.charts if name not in _BESIDE]
    )
    for chart in charts:
        named = [
            one
            for one in (*chart.parties, *chart.kind("organization"))
            if one.ids and one.ids[0] != row.owner and not one.deictic and one.form != "adjective"
        ]
        if named:
            return chart.group_of(named[0]) if named[0].group >= 0 else named[:1]
    return []


def told_by_note(row: Row) -> list[Mention]:
    """The party that the notes of a row without one tell: the other of a pair with the owner, or the only one.

    "See Azerbaijan–Djibouti relations" in a list of Azerbaijan's tells Djibouti.
    """
    charts = row.column("notes") if any(row.heads) else row.column("")
    for chart in charts:
        for one in chart.parties:
            group = chart.group_of(one)
            ids = found(group).ids
            if row.owner in ids and len(ids) == 2:
                return [other for other in group if row.owner not in other.ids][:1]
    named = [one for chart in charts for one in chart.parties if row.owner not in one.ids and not one.deictic]
    if len(found(named).ids) == 1 and not any(chart.has("verb.continue") for chart in charts):
        return named[:1]
    return []


def row_dates(row: Row) -> list[Dated]:
    """The dates that a row's date column gives, in order."""
    charts = row.column("date") or row.column("")
    out = [dated(one) for chart in charts for one in chart.dates]
    return [replace(one, context=()) for one in out]


def note_dates(row: Row) -> list[Dated]:
    """The day on which the notes of a row that lost its party say that the two established relations.

    "| | | Both countries established diplomatic relations on 30 January 2008. |" in a list of Armenia's. Refuses a
    sentence that names anybody else, and one that denies it.
    """
    charts = row.column("notes") if any(row.heads) else []
    for chart in charts:
        others = [one for one in (*chart.parties, *chart.kind("organization")) if not set(one.ids) <= {row.owner}]
        telling = chart.has("noun.relations", "noun.bare_relations") and chart.has("verb.establish")
        if telling and not others and not chart.has("fact", "mark.clause") and len(chart.dates) == 1:
            return [replace(dated(chart.dates[0]), context=())]
    return []
