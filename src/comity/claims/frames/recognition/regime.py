"""Whose government is recognised, and by whom, where neither is named by its state."""

from __future__ import annotations

import re

from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.days.date_owners import events
from comity.claims.frames.sides.exile import says_exile
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention

_WORD = re.compile(r"\s+([^\W\d_]+)")
_REACH = 90
_NEXT = 5
_SEATED = 4
_BESIDE = 2


def ruled(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """The one of the two in question whose government a sentence recognises: "recognized the new regime".

    It is the one recognised before, else the other than who does it. Refuses a sentence without a day, or one in which
    a state is named that the government could be of.
    """
    pair = discourse.the_pair()
    if pair is None or len(pair.ids) != 2 or not chart.dates:
        return Found()
    if not _takes_government(chart, verb):
        return _spoken_of(chart, discourse, verb, pair)
    named = {party for one in chart.parties if not one.deictic for party in one.ids}
    if not named <= set(pair.ids) or len(named) == len(pair.ids):
        return Found()
    others = [one for one in pair.ids if one not in named] if named else list(pair.ids)
    before = [one for one in discourse.recognised if one in others]
    others = [one for one in others if discourse.is_about((one,))] if discourse.topic is None else others
    if (named and others) or before:
        return Found(ids=tuple(before or others)[:1], context=pair.context())
    return Found()


def _spoken_of(chart: Chart, discourse: Discourse, verb: Mention, pair: Spoken) -> Found:
    """The one of the two that the sentence before told of: "X became independent. President Y extended recognition"."""
    word = _WORD.match(chart.text, verb.end)
    bare = word is not None and word.group(1).lower() in chart.pack.before
    one = discourse.the_one()
    if not bare or not led_by_somebody(chart, verb) or one is None or one.ids[0] not in pair.ids:
        return Found()
    named = any(not party.deictic for party in chart.parties)
    return Found() if named else Found(ids=one.ids[:1], context=one.context())


def _takes_government(chart: Chart, verb: Mention) -> bool:
    """Whether what is recognised is a government: behind the verb, before a passive one, or nothing at all is said."""
    rulers = chart.cues("noun.government", "noun.regime")
    start, end = chart.clause(verb.start)
    near = [one for one in chart.within(rulers, start, end) if one.distance(verb) <= _REACH]
    return bool(near)


def government_in(chart: Chart, start: int, end: int) -> Found:
    """Whose government is recognised, said by the city that it sits in: "the Provisional Government in | Warsaw".

    Refuses one in exile, which sits in another's city.
    """
    rulers = chart.within(chart.cues("noun.government", "noun.regime"), start, end)
    if chart.has("mark.exile") or any(says_exile(chart, one) for one in rulers):
        return Found()
    seats = [city for city in chart.kind("city") if city.role in ("in", "of") and city.country]
    held = [city.country for city in seats if any(0 < city.start - one.end <= _SEATED for one in rulers)]
    return Found(ids=tuple(held[:1]))


def led_by_somebody(chart: Chart, verb: Mention) -> bool:
    """Whether somebody in office, of a state not said, does it: "President Truman | recognized …", "by Minister X"."""
    return any(
        one.role == "by" or (one.role == "" and one.end <= verb.start)
        for one in chart.actors
        if not one.ids and one.actor is not None and one.actor.person
    )


def broken_up(chart: Chart, one: Mention) -> bool:
    """Whether a state is only said to have broken up: "since the break-up of the | Soviet Union"."""
    behind = any(0 <= one.start - cue.end <= _BESIDE for cue in chart.cues("verb.dissolve"))
    return behind and chart.pack.order == "svo"


def does_next(chart: Chart, one: Mention) -> bool:
    """Whether a state behind a verb is who does what comes next: "recognized the council, which | France | had …"."""
    return (
        one.role == ""
        and any(0 < one.start - which.end <= 1 for which in chart.cues("mark.relative"))
        and any(0 < verb.start - one.end <= _NEXT for verb in events(chart))
    )


def does_else(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a state behind a semicolon has a verb of its own there: "the first was A; | Togo has been called so"."""
    if one.start < verb.end or not has_any(chart.text[verb.end : one.start], SEMICOLONS):
        return False
    _, end = chart.clause(one.start)
    return bool(chart.within(chart.cues("verb"), one.end, end))
