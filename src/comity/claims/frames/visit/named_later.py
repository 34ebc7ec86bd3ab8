"""The name of somebody told by his office alone, which another place of the sentence gives."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run, role_before

_FIRST = _TWO_WORDS = 2


def introduced(chart: Chart, actor: Mention) -> Mention:
    """The actor with the name that leads the clause, first in that office: "X is the first Peruvian president to"."""
    if actor.actor is None or actor.actor.person or not chart.pack.capitals or not chart.pack.spaced:
        return actor
    firsts = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.ordinal]
    if not any(0 <= actor.start - one.end <= _FIRST for one in firsts):
        return actor
    start, _ = chart.clause(actor.start)
    begin = start + len(chart.text[start:]) - len(chart.text[start:].lstrip())
    end = capital_run(chart.text, begin, chart.pack)
    taken = any(one.start < end and begin < one.end for one in chart.mentions if one.kind != "cue")
    if taken or len(chart.text[begin:end].split()) < _TWO_WORDS or end > actor.start:
        return actor
    return replace(actor, actor=replace(actor.actor, person=chart.text[begin:end]))


def named_by(chart: Chart, actor: Mention) -> Mention:
    """The actor with the name that a later "by …" gives ("a visit of a Serbian president … by Boris Tadić")."""
    if actor.actor is None or actor.actor.person or not chart.pack.capitals:
        return actor
    for word in re.finditer(r"[^\W\d_]+", chart.text[actor.end :]):
        start = actor.end + word.start()
        role, _ = role_before(chart.text, start, chart.pack)
        if role == "by" and word.group()[0].isupper():
            end = capital_run(chart.text, start, chart.pack)
            if end > start and not any(one.kind == "party" and one.start == start for one in chart.mentions):
                return replace(actor, actor=replace(actor.actor, person=chart.text[start:end]))
    return actor
