"""The embassy that a state keeps with another from its seat in a third."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.chart import Chart, party_ids
from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.model.roles import Mission

_SEATED = 5
_FROM = 6  # " from "


def embassy_from(sender: str, receiver: str, country: str, town: Mention | None) -> Mission:
    """The embassy of ``sender`` with ``receiver`` that sits in ``country``, in its town where one is told."""
    name, number = city_roles(town)
    return Mission(
        sender=sender, receiver=receiver, kind="embassy", event="exists", city=name, city_id=number, via=country
    )


def on_its_side(chart: Chart, cue: Mention) -> list[Mention]:
    """The parties that may be covered: of a cue with some in its part of a sentence that a semicolon cuts, those."""
    named = [one for one in chart.parties if one.form != "adjective"]
    return (chart.within(named, *chart.clause(cue.start)) if ";" in chart.text else []) or named


def covering_from(chart: Chart, cue: Mention, cities: Sequence[Mention]) -> Mention | None:
    """The town that a mission covers somebody from: right behind whom it covers, else the nearest of these.

    "Since 2012, when its mission in Windhoek was shut, Finland has covered Botswana | from Pretoria |".
    """
    for one in chart.kind("city"):
        taken = [it for it in chart.parties if cue.end <= it.start and it.end <= one.start]
        if one.role == "from" and one.country and len(taken) == 1 and taken[0].end + _FROM >= one.start:
            return one
    return chart.nearest(cue, cities)


def sits_there(chart: Chart, cue: Mention, seat: Mention) -> bool:
    """Whether a mission covers the very state it sits in: "to Switzerland from its mission in Geneva"."""
    behind = [one for one in chart.parties if 0 < one.start - cue.end <= _SEATED and one.role in ("to", "in")]
    return bool(behind) and behind[0] is not seat and party_ids(seat)[0] in behind[0].ids
