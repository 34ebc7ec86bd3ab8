"""Missions called after the place they are in: "Embassy Brazzaville"."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def called_after_seat(chart: Chart, noun: Mention) -> Mention | None:
    """The place right behind a mission that is called after it: "| Embassy Brazzaville | was established"."""
    if not leads(chart.pack) or not chart.text[noun.start : noun.start + 1].isupper():
        return None
    named = (*chart.kind("city"), *(one for one in chart.parties if one.form == "metonym"))
    behind = [one for one in named if one.role == "" and one.start - noun.end == 1]
    return behind[0] if behind and chart.text[noun.end] == " " else None
