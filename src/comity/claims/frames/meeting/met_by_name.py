"""Meetings of people whom a text on two states calls by name alone, and of delegations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run, role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Meeting

_BETWEEN_REACH = 14
_BESIDE = 30
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
_TWO = 2
_APART = ("in", "to", "from", "by", "about")


def read_named_meetings(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The meeting of a sentence in which nobody is told with an office: two names, or delegations of named states.

    "La poignée de main entre A. B. et C. D. à Genève le 4 mai 2016", on a page on two states. "Delegations of A and B
    met with C." Refuses one without a day.
    """
    if any(one.actor is not None and one.actor.office for one in chart.actors):
        return
    for verb in chart.cues("noun.meeting", "verb.meet"):
        persons = _named_between(chart, verb)
        met = _delegated(chart, verb)
        topic = discourse.topic
        if persons and not met.ids and topic is not None and len(topic.ids) == _TWO and not chart.parties:
            met = Found(ids=topic.ids, context=topic.context())
        if len(met.ids) < _TWO or negated(chart, [verb]):
            continue
        when, modality = event_date(chart, discourse, verb), modality_of(chart, verb)
        if when.when is None:
            continue
        near = chart.nearest(verb, [one for one in chart.kind("city") if one.role == "in"], limit=150)
        yield Draft(
            roles=Meeting(parties=tuple(sorted(met.ids)), persons=persons, offices=(), place=city_roles(near)[0]),
            rule="meeting.named",
            dated=when,
            modality=modality,
            context=met.context,
        )
        return


def _named_between(chart: Chart, verb: Mention) -> tuple[str, ...]:
    """The two names behind "between" that nothing else is: "rencontre entre | Mulatu Teshome | et | Andrew Holness"."""
    if not chart.pack.capitals or chart.pack.order != "svo":
        return ()
    for word in _WORD.finditer(chart.text, verb.end, min(len(chart.text), verb.end + _BETWEEN_REACH)):
        if word.group()[0].isupper():
            told = role_before(chart.text, word.start(), chart.pack)[0] == "between"
            return tuple(_pair(chart, word.start())) if told else ()
    return ()


def _pair(chart: Chart, start: int) -> Iterator[str]:
    """A name, and the one that a joiner adds to it; nothing where one of them is anything else, or a word alone."""
    names: list[str] = []
    for _ in range(_TWO):
        end = capital_run(chart.text, start, chart.pack)
        free = not any(one.start < end and start < one.end for one in chart.mentions if one.kind != "actor")
        if end <= start or not free or " " not in chart.text[start:end].strip():
            return
        names.append(chart.text[start:end].strip())
        joiner = _WORD.match(chart.text, end + 1)
        if joiner is None or joiner.group().lower() not in chart.pack.joiners:
            break
        start = joiner.end() + 1
    if len(names) == _TWO:
        yield from names


def _delegated(chart: Chart, verb: Mention) -> Found:
    """Whose delegations met, by all the states that the verb's clause names: "Delegations from A and B met with C"."""
    start, end = chart.clause(verb.start)
    sent = [one for one in chart.within(chart.cues("noun.delegation"), start, end) if one.start < verb.end + _BESIDE]
    if not sent or "verb.meet" not in verb.classes:
        return Found()
    states = [one for one in chart.within(chart.parties, sent[0].start, end) if one.role not in _APART]
    return found(one for one in states if len(one.ids) == 1 or one.deictic)
