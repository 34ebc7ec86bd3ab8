"""Envoys named by one verb before them all: "A est nommé ambassadeur de X à Rome, B à Accra et C au Gabon"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.bare_names import bare_person
from comity.claims.chart import Chart
from comity.claims.clauses import leads
from comity.claims.discourse import Discourse
from comity.claims.draft import Draft
from comity.claims.factuality import modality_of
from comity.claims.frames.attach import event_date
from comity.claims.frames.envoy_pairs import name_ending
from comity.claims.frames.sides import subject_of
from comity.claims.mention import Mention
from comity.claims.negation import negated
from comity.claims.places import city_roles
from comity.claims.words import role_before
from comity.model.roles import Appointment

_FEWEST = 2


def read_named_along(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of each of several who are named with a place each, verb and post said once before the last.

    "Sont nommés ambassadeurs du Togo : A en Allemagne, B en Belgique". The first may stand before the verb. Refuses one
    alone, and whose envoys they are being told nowhere.
    """
    verb = next(iter(chart.cues("verb.appoint")), None) if leads(chart.pack) else None
    posts = [cue for cue in chart.cues("post") if verb is not None and cue.start >= verb.end]
    if verb is None or not posts or negated(chart, [verb]) or chart.has("verb.credentials"):
        return
    seats = list(_seats(chart, posts[0]))
    named = [(name, one) for one in seats if (name := _named(chart, one, posts[0]))]
    first = bare_person(chart, verb) if seats and named and seats[0] is not named[0][1] else ""
    if first:
        named = [(first, seats[0]), *named]
    sender = _sender(chart, discourse, verb, posts[0]) if len(named) >= _FEWEST else ""
    if len(named) < _FEWEST or not sender:
        return
    told = event_date(chart, discourse, verb)
    for person, seat in named:
        town = seat.kind == "city"
        receiver = (seat.country or "") if town else seat.ids[0]
        place = city_roles(seat) if town else (None, None)
        if receiver and receiver != sender:
            yield Draft(
                roles=Appointment(
                    post=posts[0].kind_in("post") or "ambassador",
                    sender=sender,
                    receiver=receiver,
                    event="appointed",
                    person=person,
                    city=place[0],
                    city_id=place[1],
                ),
                rule="appointment.named_along",
                dated=told,
                modality=modality_of(chart, verb),
            )


def _sender(chart: Chart, discourse: Discourse, verb: Mention, post: Mention) -> str:
    """Who sends them: whose the post is, else who names them, else the one state that is being told of."""
    titled = [one.ids for one in chart.actors if one.start <= post.start < one.end and one.ids]
    topic = discourse.the_one()
    ids = titled[0] if titled else subject_of(chart, discourse, verb).ids
    ids = ids or (topic.ids if topic is not None else ())
    return ids[0] if len(ids) == 1 else ""


def _seats(chart: Chart, post: Mention) -> Iterator[Mention]:
    """Where they are sent: the towns and states behind the post that "in" or "to" leads to, in order."""
    states = [one for one in chart.kind("party") if len(one.ids) == 1 and one.form != "adjective" and not one.deictic]
    places = sorted((*states, *chart.kind("city")), key=lambda one: one.start)
    yield from (one for one in places if one.start >= post.end and one.role in ("in", "to"))


def _named(chart: Chart, seat: Mention, post: Mention) -> str:
    """The full name right before the word that leads to a seat: "| Mme Aline Sawadogo | à Accra"."""
    begin = role_before(chart.text, seat.start, chart.pack)[1]
    start, end = name_ending(chart, len(chart.text[:begin].rstrip()), post.end)
    return chart.text[start:end]
