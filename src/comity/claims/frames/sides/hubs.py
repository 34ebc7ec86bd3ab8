"""Chapters on one state's relations with many, whose name need not be said each time: "Chile broke off | relations"."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, has_any
from comity.claims.sentences.mention import Mention

_LIGHT = 16


def hub_for(chart: Chart, discourse: Discourse, party: str) -> str:
    """With whom a state's relations are in a text that has told of one state's with many, and is titled by none.

    "" where the text's subject is known, or the sentence names somebody else for whom they could be.
    """
    hub = discourse.deals.hub() if leads(chart.pack) and discourse.topic is None else ""
    named = {one for party_ in chart.parties if not party_.deictic for one in party_.ids}
    return hub if hub and hub != party and hub not in named else ""


def does_so_too(chart: Chart, anchor: Mention, one: Mention) -> bool:
    """Whether somebody behind a joiner has but a day: "A broke off relations in May | and Chile | the day after"."""
    days = [day for day in chart.dates if anchor.start <= day.start and day.end <= one.start]
    if not leads(chart.pack) or not days or one.role or one.form == "adjective":
        return False
    parting = chart.text[days[-1].end : one.start]
    words = parting.lower().replace(",", " ").split()
    behind = next((day for day in chart.dates if day.start >= one.end), None)
    gap = chart.text[one.end : behind.start].lower().split() if behind is not None else ["."]
    joined = (bool(words) or parting.strip() in COMMAS) and all(
        word in chart.pack.joiners or word in chart.pack.skip for word in words
    )
    return joined and len(" ".join(gap)) <= _LIGHT and all(word in chart.pack.light for word in gap)


def in_a_phrase(chart: Chart, anchor: Mention, one: Mention) -> bool:
    """Whether a place stands in a phrase behind a comma: "severed relations, accusing it of the rising | in Brazil"."""
    placed = one.role in ("in", "from") and one.start > anchor.end and leads(chart.pack)
    return placed and has_any(chart.between(anchor, one), COMMAS)
