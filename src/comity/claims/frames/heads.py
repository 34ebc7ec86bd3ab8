"""Who heads a mission that is named, his post not: "the embassy in Rabat is headed by Serhij Saenko"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse
from comity.claims.draft import Draft
from comity.claims.frames.attach import standing_date
from comity.claims.frames.owners import owner_of
from comity.claims.frames.posting import ends_of
from comity.claims.frames.stretch import stretch
from comity.claims.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.mention import Actor, Mention
from comity.claims.places import city_roles
from comity.claims.words import capital_run
from comity.model.roles import Mission

_POSTS = {
    "embassy": "ambassador",
    "high-commission": "ambassador",
    "legation": "envoy",
    "consulate-general": "consul-general",
    "consulate": "consul",
    "honorary-consulate": "honorary-consul",
    "permanent-mission": "permanent-representative",
}
_WORD = re.compile(r"[^\W\d_]+")
_NOUN_REACH, _NAME_REACH = 60, 40


def heads_of_missions(chart: Chart) -> Iterator[tuple[Mention, Mention]]:
    """Whoever is said to head a mission, as one at the post that heads one of its class, with the verb.

    Refuses a sentence in which somebody at a post stands in the verb's clause, and a name of one word.
    """
    for verb in chart.cues("verb.lead"):
        start, end = chart.clause(verb.start)
        nouns = [one for one in chart.within(chart.cues("mission"), start, end) if one.kind_in("mission") in _POSTS]
        noun = chart.nearest(verb, nouns, limit=_NOUN_REACH)
        own = stretch(chart, verb.start)
        posted = any(one.actor is not None and one.actor.post for one in chart.within(chart.actors, *own))
        person = _name(chart, verb, (start, end)) if noun is not None and not posted else ""
        if noun is None or not person:
            continue
        owner = owner_of(chart, noun)
        yield (
            Mention(
                kind="actor",
                start=noun.start,
                end=noun.end,
                ids=owner.ids if owner is not None and len(owner.ids) == 1 else (),
                classes=noun.classes,
                actor=Actor(post=_POSTS[noun.kind_in("mission")], person=person),
                context=owner.context if owner is not None else (),
            ),
            verb,
        )


def also_represents(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The permanent missions of an envoy who is at the same time representative at organizations in his city.

    "The Slovene ambassador in Vienna is also permanent representative at the United Nations and the OSCE."
    """
    for one in chart.actors:
        if one.actor is None or one.actor.post != "permanent-representative" or one.actor.person:
            continue
        start, end = chart.clause(one.start)
        envoys = [who for who in chart.within(chart.actors, start, one.start) if who.actor and who.actor.post]
        ties = chart.cues("verb.hold", "verb.serve", "verb.accredit")
        tied = envoys and chart.within(ties, envoys[-1].end, one.start)
        bodies = chart.within(chart.kind("organization"), one.start, end)
        bodies = [body for body in bodies if body.role in ("in", "to")]
        if not tied or not bodies or envoys[-1].actor is None or envoys[-1].actor.post != "ambassador":
            continue
        seats = [city for city in chart.within(chart.kind("city"), start, end) if city.country]
        seat = chart.nearest(envoys[-1], seats) if len({city.ids for city in seats}) == 1 else None
        ends = ends_of(chart, discourse, envoys[-1], seat, event="holds")
        name, number = city_roles(seat)
        for body in dict.fromkeys(party for mention in bodies for party in mention.ids) if ends.ids else ():
            yield Draft(
                roles=Mission(
                    sender=ends.ids[0],
                    receiver=body,
                    kind="permanent-mission",
                    event="exists",
                    city=name,
                    city_id=number,
                ),
                rule="mission.representative",
                dated=standing_date(chart, discourse, one),
                context=ends.context,
            )


def _name(chart: Chart, verb: Mention, clause: tuple[int, int]) -> str:
    """The full name nearest to the verb in its clause, no comma and no other name between."""
    taken = [(one.start, one.end) for one in chart.mentions]
    best: tuple[int, str] | None = None
    position = clause[0]
    while chart.pack.capitals and position < clause[1]:
        word = _WORD.search(chart.text, position, clause[1])
        if word is None:
            break
        end = capital_run(chart.text, word.start(), chart.pack)
        position = max(end, word.end())
        free = not any(low < end and word.start() < high for low, high in taken)
        name = chart.text[word.start() : end].strip()
        gap = (end, verb.start) if end <= verb.start else (verb.end, word.start())
        parted = has_any(chart.text[gap[0] : gap[1]], COMMAS + SEMICOLONS)
        if " " in name and free and not parted and gap[1] - gap[0] <= _NAME_REACH:
            best = min(best or (gap[1] - gap[0], name), (gap[1] - gap[0], name))
    return best[1] if best is not None else ""
