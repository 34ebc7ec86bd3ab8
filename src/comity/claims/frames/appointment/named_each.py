"""Envoys named by one verb behind them all: "Romanya, | Tiflis'e | A'yı, Bakü'ye ise B'yi büyükelçi olarak atadı"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment

_FEWEST = 2
_COMMA = re.compile(r",\s")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """One of those named: the person, the seat, and who sends him as far as his own stretch tells."""

    person: str
    seat: Mention
    sender: Mention | None


def read_named_each(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of each of several envoys who are named with a city each, the verb said once behind the last.

    "Türkiye, Kahire Büyükelçisi olarak A'yı, Mısır ise Ankara Büyükelçisi olarak B'yi aday gösterdi": whose each is, is
    said in his own stretch, else before. Refuses one alone, and whose sender nobody tells.
    """
    verb = next(iter(chart.cues("verb.appoint")), None) if chart.pack.order == "sov" and chart.pack.spaced else None
    posts = chart.within(chart.cues("post"), 0, verb.start) if verb is not None else []
    if verb is None or not posts or negated(chart, [verb]):
        return
    named = list(_named(chart, verb))
    if len(named) < _FEWEST:
        return
    told, sender = event_date(chart, discourse, verb), None
    for one in named:
        sender = one.sender or sender
        if sender is None or not one.seat.country or sender.ids[0] == one.seat.country:
            continue
        name, number = city_roles(one.seat)
        yield Draft(
            roles=Appointment(
                post=posts[-1].kind_in("post") or "ambassador",
                sender=sender.ids[0],
                receiver=one.seat.country,
                event="appointed",
                person=one.person,
                city=name,
                city_id=number,
            ),
            rule="appointment.named_each",
            dated=told,
            modality=modality_of(chart, verb),
            context=sender.context,
        )


def _named(chart: Chart, verb: Mention) -> Iterator[_Named]:
    """Those named before a verb, by the commas between them; a stretch with nothing but a sender goes with the next."""
    start, _ = chart.clause(verb.start)
    sender: Mention | None = None
    for low, high in _stretches(chart, start, verb.start):
        own = [one for one in chart.within(chart.kind("party"), low, high) if one.role == "" and len(one.ids) == 1]
        own = [one for one in own if one.form != "adjective" and not one.deictic]
        sender = own[0] if own else sender
        seats = [one for one in chart.within(chart.kind("city"), low, high) if _is_goal(chart, one)]
        person = _person(chart, seats[0].end, high) if len(seats) == 1 else ""
        if person:
            yield _Named(person=person, seat=seats[0], sender=sender)


def _stretches(chart: Chart, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a clause between its commas."""
    cuts = [one.end() for one in _COMMA.finditer(chart.text, start, end)]
    yield from zip([start, *cuts], [*cuts, end], strict=True)


def _is_goal(chart: Chart, city: Mention) -> bool:
    """Whether a city is where somebody is sent: "Tiflis'e", "Kahire | Büyükelçisi olarak"."""
    return city.role == "to" or any(0 <= post.start - city.end <= 1 for post in chart.cues("post"))


def _person(chart: Chart, start: int, end: int) -> str:
    """The full name behind a seat, that of somebody with a title, too; "" for none."""
    told = [one for one in chart.within(chart.actors, start, end) if one.actor is not None and " " in one.actor.person]
    if told and told[0].actor is not None:
        return told[0].actor.person
    for word in _WORD.finditer(chart.text, start, end):
        stop = min(capital_run(chart.text, word.start(), chart.pack), end)
        if " " in chart.text[word.start() : stop].strip() and chart.text[word.start()].isupper():
            return chart.text[word.start() : stop].strip(" ,")
    return ""
