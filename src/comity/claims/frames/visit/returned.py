"""Visits returned: "King Mahendra returned the visit", "ورد السيسي الزيارة"."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.model.roles import Visit


def returned(
    chart: Chart, discourse: Discourse, anchor: Mention, ends: tuple[Mention, Found | None], last: Visit | None
) -> tuple[Mention, Found | None]:
    """Who returns a visit, and where to: the state whose visitor was told of before, in this sentence or the last.

    A place said behind the verb in its own clause stands as it is. Where no visit was told of nothing is changed.
    """
    visitor, host = ends
    _, end = chart.clause(anchor.start)
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.role in ("in", "to", "object")]
    if chart.within([one for one in places if one.form != "adjective"], anchor.end, end):
        return visitor, host
    guest = discourse.recent_visitor()
    home = last.visitor if last is not None else guest.ids[0] if guest is not None and guest.ids else ""
    if not home or (visitor.ids and home in visitor.ids):
        return visitor, host
    if not visitor.ids and last is not None:
        visitor = replace(visitor, ids=(last.host,))
    context = guest.context if last is None and guest is not None else ()
    return visitor, Found(ids=(home,), context=context)
