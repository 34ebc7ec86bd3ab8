"""Envoys named by one verb, each with a seat: "folgende Botschafter ernannt: A | in Nairobi |, B in Manila"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import subject_of
from comity.claims.frames.sides.posting import ACCEPTING
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run, role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment

_FEWEST, _NAMED = 2, 2
_REACH, _VERB = 60, 9
_WORD = re.compile(r"[^\W\d_]+")
_SENT = ("verb.appoint", "verb.sends")


def read_posted_each(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of each of several who are named to a town or state of their own, a post for all told before.

    Refuses one alone, a list where any stretch names a post of its own, and whose sender nobody tells.
    """
    if chart.pack.order != "svo" or not (chart.pack.spaced and chart.pack.capitals):
        return
    verb = next(iter(chart.cues(*_SENT)), None)
    post = next(iter(chart.cues("post")), None)
    if verb is None or post is None or negated(chart, [verb]):
        return
    named = [(person, place) for place in _places(chart, post) if (person := _person(chart, place, post.end))]
    states = {place.country or place.ids[0] for _, place in named}
    if len(named) < _FEWEST or len(states) < len(named):
        return
    sender = _sender(chart, discourse, verb, states)
    for person, place in named if sender.ids and not set(sender.ids) & states else ():
        name, number = city_roles(place if place.kind == "city" else None)
        yield Draft(
            roles=Appointment(
                post=post.kind_in("post") or "ambassador",
                sender=sender.ids[0],
                receiver=place.country or place.ids[0],
                event="appointed",
                person=person,
                city=name,
                city_id=number,
            ),
            rule="appointment.posted_each",
            dated=event_date(chart, discourse, verb),
            modality=modality_of(chart, verb),
            context=sender.context,
        )


def _places(chart: Chart, post: Mention) -> list[Mention]:
    """The towns and states behind a post that something is said to be in or to go to."""
    towns = [one for one in chart.kind("city") if one.country]
    states = [one for one in chart.kind("party") if len(one.ids) == 1 and not one.deictic and one.form != "adjective"]
    goals = (one for one in (*towns, *states) if one.role in ("in", "to") and one.start > post.end)
    return sorted(goals, key=lambda one: one.start)


def _person(chart: Chart, place: Mention, low: int) -> str:
    """The full name right before the marker of a place, with at most a short verb between: "A | geht nach | Wien"."""
    _, begin = role_before(chart.text, place.start, chart.pack)
    words = list(_WORD.finditer(chart.text, max(low, begin - _REACH), begin))
    for word in words:
        end = capital_run(chart.text, word.start(), chart.pack, limit=6)
        name = chart.text[word.start() : end]
        gap = chart.text[end:begin].strip()
        if end > begin or len(name.split()) < _NAMED or not _is_gap(chart, gap):
            continue
        return name if not any(one.start < end and word.start() < one.end for one in _taken(chart)) else ""
    return ""


def _is_gap(chart: Chart, gap: str) -> bool:
    """Whether nothing but a short verb stands between a name and its place: "A | geht | nach Wien"."""
    small = gap.isalpha() and gap.islower() and len(gap) <= _VERB
    return not gap or (small and gap not in chart.pack.joiners and gap not in chart.pack.before)


def _taken(chart: Chart) -> list[Mention]:
    return [one for one in chart.mentions if one.kind in ("party", "date", "city", "organization")]


def _sender(chart: Chart, discourse: Discourse, verb: Mention, states: set[str]) -> Found:
    """Who names them: the subject of the verb, else the state whose head or government it is without a name."""
    subject = subject_of(chart, discourse, verb)
    if len(subject.ids) == 1 and not set(subject.ids) & states:
        return subject
    heads = [
        one
        for one in chart.actors
        if one.actor is not None and one.actor.office in (*ACCEPTING, "minister") and not one.ids
    ]
    acting = bool(heads) or chart.has("noun.government")
    return discourse.at_home(chart.pack.home, min(states)) if acting else Found()
