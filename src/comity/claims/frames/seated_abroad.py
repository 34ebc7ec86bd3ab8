"""The embassy that a state keeps with another from its seat in a third."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.model.roles import Mission


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
