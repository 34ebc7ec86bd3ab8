"""Whom "him" means beside who gives: "X weilte in Prag; Präsident Y verlieh | ihm | den Orden"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BESIDE = 3


def named_here(chart: Chart, verb: Mention, people: Sequence[Mention]) -> Mention | None:
    """The one person named before "him" in the sentence who does not give; None for none, and for several.

    Who gives leads the verb's own clause, else stands right before its relative pronoun: "empfangen von Y, der | ihm".
    """
    him = told_him(chart, verb)
    before = [one for one in people if him is not None and one.end <= him.start]
    if him is None or not before or chart.pack.order not in ("svo", "sov"):
        return None
    giver = _by_relative(chart, him, before) or _leading(chart, verb, before)
    named = {_name(one) for one in before} - {_name(giver)}
    return next(one for one in before if _name(one) in named) if len(named) == 1 and giver is not None else None


def told_him(chart: Chart, verb: Mention) -> Mention | None:
    """The "him" beside a verb; before it in its clause where verbs come last: "Kral | ona | … Nişanı'nı verdi"."""
    cues = chart.cues("deixis.him")
    if chart.pack.order == "sov":
        return next(iter(chart.within(cues, chart.clause(verb.start)[0], verb.start)), None)
    return next((one for one in cues if one.distance(verb) <= _BESIDE), None)


def _by_relative(chart: Chart, him: Mention, before: Sequence[Mention]) -> Mention | None:
    """Who stands right before the comma of a relative clause that "him" stands in."""
    for one in reversed(before):
        words = chart.text[one.end : him.start].split()
        if words[:1] == [","] or chart.text[one.end : one.end + 2] == ", ":
            return one if len(words) > 1 and words[1].lower() in chart.pack.which else None
    return None


def _leading(chart: Chart, verb: Mention, before: Sequence[Mention]) -> Mention | None:
    """Who leads the verb's own clause."""
    start, _ = chart.clause(verb.start)
    return next((one for one in before if one.start >= start and one.role == ""), None)


def _name(one: Mention | None) -> str:
    return one.actor.person if one is not None and one.actor is not None else ""
