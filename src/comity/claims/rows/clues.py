"""A row whose party is missing → what it still tells of it: names, cities, people, links that decided nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.model.claim import Clue

_SILENT = ("date", "number")
_OF_BOTH = ("deixis.pair", "deixis.all")
_BELONGING = ("role.member", "role.founder", "role.council-member", "noun.membership")


def find_clues(charts: Sequence[tuple[str, Chart]], owner: str) -> tuple[Clue, ...]:
    """The clues of a row's columns, in order of place, each once; the list's owner is no clue.

    "Ambassador in Cairo also accredited to Sudan" in a list of Djibouti's gives a city of EGY and the name of SDN;
    "Both are members of NATO" the organization, whose members the row's party is one of.
    """
    told = [chart for name, chart in charts if name not in _SILENT]
    found = dict.fromkeys(clue for chart in told for clue in (*_clues_of(chart, owner), *_memberships(chart)))
    return tuple(sorted(found, key=lambda one: (one.quote.start, one.quote.end, one.kind)))


def _clues_of(chart: Chart, owner: str) -> Iterator[Clue]:
    hidden = any(name is chart.sentence.body for cell in chart.sentence.passage.cells for name in cell.names)
    for one in chart.mentions:
        parties = tuple(party for party in _parties(one) if party != owner)
        if parties:
            kind = "link" if hidden and one.kind == "party" else _kind(one)
            yield Clue(kind=kind, parties=parties, quote=chart.sentence.selector(one.start, one.end))


def _memberships(chart: Chart) -> Iterator[Clue]:
    """The organizations that a sentence says both belong to; none of one that is only named ("its NATO office")."""
    if chart.has(*_OF_BOTH) and chart.has(*_BELONGING):
        for one in chart.kind("organization"):
            if one.ids and not one.deictic:
                yield Clue(kind="membership", parties=one.ids, quote=chart.sentence.selector(one.start, one.end))


def _parties(one: Mention) -> tuple[str, ...]:
    if one.deictic or one.kind not in ("party", "city", "actor"):
        return ()
    return (one.country,) if one.kind == "city" and one.country else one.ids if one.kind != "city" else ()


def _kind(one: Mention) -> str:
    if one.kind == "party":
        return "people" if one.form in ("adjective", "demonym") else "note"
    return "office" if one.kind == "actor" else "city"
