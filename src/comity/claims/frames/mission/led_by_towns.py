"""Missions behind their towns, each in a part of its own: "hat in A eine Botschaft, | seit 2015 in B ein Konsulat"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before

_REACH = 60
_OWNED = 5
_UNKNOWN = re.compile(r",\s([^\W\d_]+)\s([A-Z][^\W\d_]+(?:[\s-][A-Z][^\W\d_]+)?),\s([^\W\d_]{1,4}\s)?$")
_UNKNOWN_REACH = 60


def towns_leading(chart: Chart, noun: Mention) -> list[Mention]:
    """The town or towns that lead a mission, where the verb may stand before both: "hat | in Kampala | ein Konsulat".

    Only an article, adjectives and a day stand between; behind a town at the head of its clause the verb may, too.
    Refuses a joiner there: "Botschaft in Wien und | Konsulat |".
    """
    if not chart.pack.inverts:
        return []
    start, _ = chart.clause(noun.start)
    instead = _instead_of(chart, noun)
    if instead is not None:
        return towns_leading(chart, instead)
    towns = [one for one in chart.within(chart.kind("city"), start, noun.start) if one.role == "in"]
    if not towns or noun.start - towns[-1].end > _REACH:
        return []
    group = _joined_towns(chart, [one for one in chart.group_of(towns[-1]) if one.end <= noun.start])
    heads = chart.cues("mission", "post")
    owned = [one for one in chart.parties if one.role == "of" and any(0 < one.start - it.end <= _OWNED for it in heads)]
    if any(0 <= _begin(chart, group[0]) - one.end <= 1 for one in (*heads, *owned)):
        return []  # "neben seiner Botschaft in | Berlin | …", "die Gesandtschaft Finnlands in | Tokio | zur Botschaft"
    gap = chart.text[towns[-1].end : noun.start]
    told = chart.within(chart.cues("verb", "mission", "post"), towns[-1].end, noun.start)
    opens = not chart.text[start : _begin(chart, group[0])].strip(" *•-–")
    told = [one for one in told if not (opens and one.classes & {"verb.have", "verb.open"})]
    joined = any(word in chart.pack.joiners for word in gap.lower().split())
    return [] if told or joined or has_any(gap, CLAUSE_COMMAS + SEMICOLONS + "(:") else group


def _instead_of(chart: Chart, noun: Mention) -> Mention | None:
    """The mission that another is told of instead of: "hat in A keine Botschaft, | sondern ein Verbindungsbüro |"."""
    before = [one for one in chart.cues("mission") if one.end <= noun.start]
    rather = [one for one in chart.cues("mark.rather") if before and before[-1].end <= one.start < noun.start]
    named = chart.within(chart.kind("city"), before[-1].end, noun.start) if rather else []
    return before[-1] if rather and not named else None


def _joined_towns(chart: Chart, group: list[Mention]) -> list[Mention]:
    """The last towns of a list that share one preposition: "ein Konsulat in Rabat und in | Fès und Agadir | Büros"."""
    last = len(group) - 1
    while last > 0:
        words = chart.between(group[last - 1], group[last]).lower().replace(",", " ").split()
        if not all(word in chart.pack.joiners for word in words):
            break
        last -= 1
    return group[last:]


def _begin(chart: Chart, town: Mention) -> int:
    """Where a town begins with its preposition."""
    return min(role_before(chart.text, town.start, chart.pack)[1], town.start)


def days_led(chart: Chart, nouns: Sequence[Mention], otherwise: Dated) -> dict[int, Dated]:
    """The day of each mission that its town leads, by where its noun begins; ``otherwise`` for one without a day.

    Empty unless two missions of a clause are told so, and one of them has its day in its own part.
    """
    parts = {noun.start: _part(chart, noun) for noun in nouns}
    spans = {at: span for at, span in parts.items() if span is not None}
    if len(spans) < 2 or len({chart.clause(noun.start) for noun in nouns}) > 1:
        return {}
    own = {at: chart.within(chart.dates, low, high) for at, (low, high) in spans.items()}
    whole = [one for one in chart.dates if not any(low <= one.start < high for low, high in spans.values())]
    if not any(own.values()) or any(len(days) > 1 for days in own.values()):
        return {}
    return {at: dated(days[0]) if days else otherwise for at, days in own.items() if days or not whole}


def _part(chart: Chart, noun: Mention) -> tuple[int, int] | None:
    """The part of a clause that tells of a mission behind its town, with the day right before the town."""
    towns = towns_leading(chart, noun)
    if not towns:
        return None
    begin = _begin(chart, towns[0])
    day = next((one for one in chart.dates if chart.text[one.end : begin].isspace()), None)
    return (day.start if day is not None else begin), noun.end


def in_unknown_town(chart: Chart, noun: Mention) -> bool:
    """Whether a name that is no known town stands right before a mission: "y, en Speightstown, | un consulado".

    The mission is in none of the towns that the sentence names besides. Refuses a name that is known.
    """
    if not chart.pack.capitals or chart.pack.order != "svo" or not chart.pack.spaced:
        return False
    low = max(0, noun.start - _UNKNOWN_REACH)
    found = _UNKNOWN.search(chart.text, low, noun.start)
    if found is None or chart.pack.before.get(found.group(1).lower()) != "in":
        return False
    return not any(one.start < found.end(2) and found.start(2) < one.end for one in chart.mentions)
