"""Figures that one has with all the world and not with the other of two: "foreign trade", "28 foreign companies"."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse
from comity.claims.context.theme import tells_trade
from comity.claims.frames.quantity.dates import TRADE
from comity.claims.frames.quantity.figures import Figure
from comity.claims.sentences.chart import Chart

_REACH = 12
_TWO = 2
_COUNTED = ("relations-count", "missions-count", "member-count")  # "with 187 countries of the world"
_PEOPLE = ("companies", "students", "diaspora", "aid")


def of_all_the_world(chart: Chart, figure: Figure) -> bool:
    """Whether a figure is of one and all others: "Ghana's | foreign trade |", "28 | foreign | companies in Ghana".

    Refuses one in a sentence that names two, or says that it is between both.
    """
    cue = figure.cue
    told = [one for one in chart.cues("mark.worldwide") if one.distance(cue) <= _REACH]
    if not told or figure.indicator in _COUNTED:
        return False
    named = {party for one in (*chart.parties, *chart.actors) for party in one.ids}
    return len(named) < _TWO and not chart.has("deixis.pair")


def partner_unsaid(chart: Chart, discourse: Discourse, figure: Figure, ends: tuple[str | None, str | None]) -> bool:
    """Whether only one of a figure's two is told and nothing says that the other is meant: "Ghana's exports were …".

    Of trade the other is meant under a heading on trade, or where the sentences before gave that of both; whose
    companies, students or help, where it is said: "28 | Turkish | companies".
    """
    if chart.has("deixis.pair", "deixis.reverse") or discourse.row is not None:
        return False
    known = ends[0] or ends[1] or ""
    two = discourse.other_than(known)
    other = two.ids if two is not None else ()
    if figure.indicator in _PEOPLE:
        seated = {one.country for one in chart.kind("city") if one.role not in ("in", "to")}
        lender = figure.indicator == "aid" and bool(chart.kind("organization"))  # "the World Bank gave Ghana …"
        return lender or (ends[0] is None and chart.pack.spaced and not seated & set(other))
    headed = tells_trade([one.text for one in chart.sentence.passage.headings[-1:]], chart.sentence.language)
    return (
        figure.indicator in TRADE and not headed and not discourse.money.told_trade((known, *other), discourse.sentence)
    )
