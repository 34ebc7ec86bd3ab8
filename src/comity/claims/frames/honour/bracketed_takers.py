"""Those decorated together whose countries stand in brackets: "授予卡斯特罗（古巴）、诗琳通（女，泰国）“友谊勋章”"."""

from __future__ import annotations

import re

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_NAME = r"(?P<name>[^\W\d_][^（）()、，。；“”《》\s]{1,24})"
_ONE = re.compile(_NAME + r"[（(](?P<aside>[^（）()]{1,20})[）)]")
_QUOTED = 2  # letters that may stand before the award: a quotation mark


def find_bracketed(chart: Chart, verb: Mention, award: Mention) -> list[tuple[str, str]]:
    """The names between a verb of giving and its award, each with the state that its bracket tells.

    Only where words are written together, from right behind the verb up to the award; refuses any other bracket.
    """
    if chart.pack.spaced or award.start < verb.end:
        return []
    place, out = verb.end, []
    while (one := _ONE.match(chart.text, _past_joiner(chart, place), award.start)) is not None:
        homes = [who for who in chart.parties if one.start("aside") <= who.start < one.end("aside")]
        if len(homes) != 1 or len(homes[0].ids) != 1:
            return []
        out.append((one.group("name"), homes[0].ids[0]))
        place = one.end()
    return out if award.start - place <= _QUOTED else []


def _past_joiner(chart: Chart, place: int) -> int:
    """Where what a joiner leads to begins: "A（古巴）| 和 | B（法国）"."""
    words = sorted(chart.pack.joiners, key=lambda one: (-len(one), one))
    return place + next((len(one) for one in words if chart.text.startswith(one, place)), 0)


def bracketed_giver(chart: Chart, discourse: Discourse, verb: Mention) -> Found | None:
    """Who gives: the party or office before the verb, an office without a state being of the text's own."""
    start, _ = chart.clause(verb.start)
    before = [one for one in (*chart.actors, *chart.parties) if one.end <= verb.start and one.role == ""]
    named = [one for one in before if one.ids]
    if named:
        return found(named[-1:])
    titled = before or chart.within(chart.cues("office"), start, verb.start)
    ours = discourse.at_home(chart.pack.home, "")
    return ours if titled and ours.ids else None
