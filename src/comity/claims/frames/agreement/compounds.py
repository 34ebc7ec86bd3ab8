"""Texts whose word begins with a party to them: "das | EU-|Flüchtlingsabkommen mit der Türkei"."""

from __future__ import annotations

from comity.claims.context.discourse import Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_WITH = 20


def compounded(chart: Chart, head: Mention) -> Found | None:
    """Who is named in the word of a text itself, with whom stands right behind it; None for any other text.

    Nobody where the other is not told: "das EU-Abkommen" is no text of the two that are spoken of.
    """
    sides = (*chart.parties, *chart.kind("organization"))
    first = next((one for one in sides if one.end < head.start and _one_word(chart.text[one.end : head.start])), None)
    if first is None or not chart.pack.inverts:
        return None
    behind = [one for one in sides if one.role == "with" and 0 <= one.start - head.end <= _WITH]
    return found([first, *chart.group_of(behind[0])]) if behind else Found()


def _one_word(gap: str) -> bool:
    return gap[:1] in ("-", "‐") and not any(map(str.isspace, gap))
