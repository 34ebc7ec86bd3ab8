"""What is recognised without being a state, and who recognises whom where a noun tells it."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.discourse import Found
from comity.claims.frames.sides import found
from comity.claims.mention import Mention

_SAID_AS = 60
_OWNED = 8


def in_a_capacity(chart: Chart, verb: Mention) -> bool:
    """Whether a state is recognised only as something: "recognised China | as a market economy"."""
    _, end = chart.clause(verb.start)
    told = chart.within(chart.cues("noun.capacity"), verb.end, end)
    return bool(told) and told[0].start - verb.end <= _SAID_AS


def sides_of_noun(chart: Chart, verb: Mention) -> tuple[Found, Found] | None:
    """Who recognises whom by a noun: "el reconocimiento de España a Kosovo", "el reconocimiento chileno de Palestina".

    None for a verb, and where the noun has but one of them behind it.
    """
    _, end = chart.clause(verb.start)
    if "noun.recognising" not in verb.classes or chart.pack.adjectives != "after":
        return None
    behind = chart.within(chart.parties, verb.start + 1, end)
    if len(behind) < 2 or behind[0].start - verb.end > _OWNED or behind[0].group == behind[1].group >= 0:
        return None
    doer = behind[0].form == "adjective" or behind[0].role == "of"
    taken = behind[1].role in ("object", "to") or (behind[0].form == "adjective" and behind[1].role == "of")
    if not doer or not taken or behind[1].ids == behind[0].ids:
        return None
    return found(behind[:1]), found(chart.group_of(behind[1]))


def somebody_else(chart: Chart, verb: Mention, objects: tuple[str, ...]) -> bool:
    """Whether states that only own something lead up to a verb without a doer: "X's case is like Y's: it does not"."""
    start, _ = chart.clause(verb.start)
    named = [one for one in chart.within(chart.parties, start, verb.start) if not one.deictic]
    owners = [one for one in named if one.role == "of" and one.form != "adjective" and not set(one.ids) & set(objects)]
    return chart.pack.postposes and len(found(owners).ids) > 1
