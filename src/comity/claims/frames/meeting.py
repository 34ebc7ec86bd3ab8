"""Meetings: people of two or more parties meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import event_date, events
from comity.claims.frames.sides import subject_of
from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.model.claim import Meeting

_REACH = 220
_BESIDE = 3


def read_meetings(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which people of different parties meet.

    "Foreign Minister Idrisov met with Ukrainian Foreign Minister Kozhara." Refuses a meeting of one side only.
    """
    for verb in chart.cues("verb.meet", "noun.meeting", "verb.receive"):
        people = _receiving(chart, discourse, _actors(chart, verb), verb)
        actors = _each_once(_with_visitor(chart, discourse, people, verb))
        ids = tuple(dict.fromkeys(party for one in actors for party in one.ids))
        context = tuple(selector for one in actors for selector in one.context)
        if len(ids) == 1 and len(actors) >= 2 and any(not one.ids for one in actors):
            seat = _host(chart, discourse, ids[0])
            other = Found(ids=(seat,)) if seat else discourse.other_than(ids[0])
            if isinstance(other, Found):
                ids = (*ids, *other.ids)
            elif other is not None:
                ids, context = (*ids, *other.ids), (*context, *other.context())
            else:
                ids = (*ids, *discourse.at_home(chart.pack.home, ids[0]).ids)
        named = [one for one in actors if one.actor is not None and one.actor.person]
        both = discourse.the_pair() if not ids and len(named) == 2 else None
        if both is not None and len(both.ids) == 2:
            ids, context = both.ids, both.context()
        if not actors and chart.dates:
            pairs = [one for one in chart.parties if one.deictic and len(one.ids) == 2 and one.role in ("", "of")]
            near = chart.nearest(verb, pairs, limit=_REACH)
            ids, context = (near.ids, near.context) if near is not None else ((), ())
        modality = modality_of(chart, verb)
        if len(ids) < 2 or (modality == "asserted" and negated(chart, [verb])):
            continue
        for some in _each(chart, actors, verb):
            yield Draft(
                roles=Meeting(
                    parties=tuple(
                        sorted({party for one in some for party in one.ids} if len(some) < len(actors) else ids)
                    ),
                    persons=tuple(one.actor.person for one in some if one.actor and one.actor.person),
                    offices=tuple(
                        one.actor.office or "other" for one in some if one.actor for _ in range(max(1, len(one.ids)))
                    ),
                    place=_place(chart, verb),
                ),
                rule="meeting",
                dated=event_date(chart, discourse, verb),
                modality=modality,
                context=context,
            )
        return


def _host(chart: Chart, discourse: Discourse, guest: str) -> str:
    """The one state whose city or whose land somebody of unknown state met a guest in: "in Sambia …, von Hichilema".

    Only a state the document has named before, and none in a document about two.
    """
    two = discourse.topic is not None and len(discourse.topic.ids) == 2
    cities = [one.country for one in chart.kind("city") if one.role == "in"]
    lands = [one.ids[0] for one in chart.parties if one.role == "in" and len(one.ids) == 1]
    told = {one for one in (*cities, *lands) if one and one != guest}
    return told.pop() if len(told) == 1 and not two and told <= discourse.known else ""


def _each_once(actors: list[Mention]) -> list[Mention]:
    """The people, one whom the sentence names and says "he" of counted once."""
    named = [one.actor.person for one in actors if one.actor is not None and one.form != "pronoun"]
    return [one for one in actors if one.form != "pronoun" or (one.actor is not None and one.actor.person not in named)]


def _each(chart: Chart, actors: list[Mention], verb: Mention) -> list[list[Mention]]:
    """The people who met, one with each of the others where the text says that they met apart: "分别同A、B通电话"."""
    start, _ = chart.clause(verb.start)
    apart = [one for one in chart.cues("mark.severally") if start <= one.start < verb.end]
    told = all(len(one.ids) == 1 for one in actors)
    if not apart or not told or len(actors) < 3 or len({one.ids for one in actors}) < len(actors):
        return [actors]
    return [[actors[0], one] for one in actors[1:]]


def _receiving(chart: Chart, discourse: Discourse, actors: list[Mention], verb: Mention) -> list[Mention]:
    """The people, who receives "him" behind the verb being of the state where the visitor just told of is a guest."""
    host, guest = discourse.recent_host(), discourse.recent_visitor()
    him = [one for one in chart.cues("deixis.him") if 0 <= verb.start - one.end <= _BESIDE]
    if host is None or guest is None or not him or len(actors) != 1 or actors[0].start < verb.end:
        return actors
    return [guest, actors[0] if actors[0].ids else replace(actors[0], ids=host.ids, context=host.context())]


def _with_visitor(chart: Chart, discourse: Discourse, actors: list[Mention], verb: Mention) -> list[Mention]:
    """The people, the visitor just told of first, where the sentence names only whom they met."""
    guest = discourse.recent_visitor()
    if guest is None or guest.actor is None or len(actors) != 1 or actors[0].actor is None:
        return actors
    if subject_of(chart, discourse, verb).ids and chart.pack.order == "svo":
        return actors
    met = actors[0]
    behind = met.start >= verb.end if chart.pack.order != "sov" else met.end <= verb.start
    if not (behind and met.ids and met.ids != guest.ids and (met.role in ("with", "object") or chart.pack.spaced)):
        return actors
    alike = met.classes & {"office.counterpart"}
    if alike and met.actor is not None:
        met = replace(met, actor=replace(met.actor, office=guest.actor.office))
    return [guest, met]


def _actors(chart: Chart, verb: Mention) -> list[Mention]:
    start, end = chart.clause(verb.start)
    stop = min((one.start for one in events(chart) if one.start > verb.end), default=len(chart.text))
    people = [
        one
        for one in chart.actors
        if one.actor and one.actor.office and one.distance(verb) <= _REACH and one.start < max(stop, verb.end)
    ]
    if "noun.meeting" in verb.classes and not verb.classes & {"verb.meet", "verb.receive"}:
        nouns = chart.cues("noun.visit", "verb.visit")
        bound = [one for one in people if one.role in ("with", "between", "of", "by")]
        own = [one for one in bound if all(verb.distance(one) <= noun.distance(one) for noun in nouns)]
        people = people if own or not bound else []
    inside = [one for one in people if start <= one.start < end]
    pairs = [one for one in chart.parties if one.deictic and len(one.ids) == 2 and start <= one.start < end]
    return inside if len(inside) >= 2 or (pairs and not inside) else people


def _place(chart: Chart, verb: Mention) -> str | None:
    cities = [one for one in chart.kind("city") if one.role == "in"]
    near = chart.nearest(verb, cities, limit=150)
    return city_roles(near)[0]
