"""Which missions a post stands for: one a city, "it" and "both" as told before, a seat that the text gave earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.mission.posts import Post, ends_of, sender_of
from comity.claims.frames.mission.seats import cities_of
from comity.claims.frames.sides.owners import owner_of
from comity.claims.people.memory import Posted
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import QUESTIONS
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles

_REGION = 24
_IN_PLACE = re.compile(r"\s([^\W\d_]{1,2})\s([^\W\d_]{4,})(?=[\s.,;:)]|$)")
_PLACED = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,7}) (?=([^\W\d_]+))")


def sites_of(chart: Chart, discourse: Discourse, post: Post, sender: Found) -> Iterator[Posted]:
    """The missions a post stands for: as "both" and "it" mean them, else one a city; a known seat is remembered."""
    asked = [one for one in chart.cues("mission") if one.form == "" and one.end <= post.noun.start]
    if post.noun.form == "it" and asked and any(mark in chart.between(asked[-1], post.noun) for mark in QUESTIONS):
        noun = asked[-1]  # "was the embassy in Doha closed? No, | it | opened in 2011"
        cities = tuple(cities_of(chart, noun, chart.cues("mission")))
        post = replace(post, noun=noun, kind=noun.kind_in("mission"), cities=cities)
        sender = sender_of(chart, discourse, post)
    several = _are_several(chart, post)
    two = discourse.posts.last_two(discourse.sentence) if post.noun.form == "both" or several else ()
    two = two or (discourse.posts.mutual() if several else ())
    if two or post.noun.form == "both":
        yield from (replace(one, kind=post.kind) for one in two)
        return
    paired = discourse.topic is not None and len(discourse.topic.ids) == 2
    same = _went_on(chart, discourse, post, sender)
    if same is not None:
        yield replace(same, kind=post.kind)
        return
    if not post.cities and ((not paired and _somewhere(chart, post.noun)) or _in_region(chart, post.noun)):
        return
    for city in post.cities or (_told_there(chart, discourse, post, sender),):
        for ends in ends_of(chart, discourse, post, sender, city):
            name, number = city_roles(city)
            kind = post.kind
            if city is None and post.event not in ("absent", "moved"):
                known = _known_seat(chart, discourse, post, ends)
                name, number = (known.city, known.city_id) if known is not None else (None, None)
                if known is not None and post.noun.form == "it" and post.event not in ("raised", "lowered"):
                    kind = known.kind
            yield Posted(
                sender=ends.ids[0],
                receiver=ends.ids[1],
                kind=kind,
                city=name,
                city_id=number,
                context=ends.context,
            )


def _went_on(chart: Chart, discourse: Discourse, post: Post, sender: Found) -> Posted | None:
    """The mission of the clause before, where one that names nobody goes on: "1959年升格为大使馆，| 2005年关闭".

    Only in a language that leaves out what it tells of, and where a mission was told of before in the sentence.
    """
    start, end = chart.clause(post.verb.start)
    before = [one for one in chart.cues("mission") if one.end <= post.noun.start]
    named = [one for one in (*chart.parties, *chart.kind("city")) if start <= one.start < end]
    if chart.pack.spaced or post.cities or named or not before or post.event not in ("closed", "raised", "lowered"):
        return None
    last = discourse.posts.last_post(discourse.sentence)
    return last if last is not None and last.sender in sender.ids else None


def _told_there(chart: Chart, discourse: Discourse, post: Post, sender: Found) -> Mention | None:
    """The city spoken of last, where a text is on no two and a mission told of has nothing else: None where it has.

    "… marched into Addis Ababa. The British legation had been opened in 1896." Refuses a sentence that names another
    state or a place.
    """
    city = discourse.recent_city()
    named = {party for one in chart.parties if not one.deictic for party in one.ids} - set(sender.ids)
    alone = discourse.topic is None and post.noun.form == "" and not named and not chart.kind("city")
    if city is None or not alone or chart.pack.order != "svo" or not city.country or city.country in sender.ids:
        return None
    told = post.event in ("opened", "closed", "raised", "lowered") and owner_of(chart, post.noun) is not None
    return city if told and not any(_unknown_place(chart, one) for one in _PLACED.finditer(chart.text)) else None


def _unknown_place(chart: Chart, found: re.Match[str]) -> bool:
    """Whether two words are a marker of place and a name that no gazetteer knows: "in | Balti"."""
    known = any(one.start <= found.start(2) < one.end for one in chart.mentions)
    return chart.pack.before.get(found.group(1).lower()) == "in" and found.group(2)[0].isupper() and not known


def _somewhere(chart: Chart, noun: Mention) -> bool:
    """Whether a place stands right behind a mission that no gazetteer knows: "its consulate in | Faisabad"."""
    word = _IN_PLACE.match(chart.text, noun.end)
    if word is None or not word.group(2)[0].isupper() or not chart.pack.capitals or not chart.pack.spaced:
        return False
    name = word.group(2)
    known = any(one.start < word.end(2) and word.start(2) < one.end for one in chart.mentions)
    common = name.lower() in chart.pack.not_names or name.lower() in chart.pack.skip
    return chart.pack.before.get(word.group(1).lower()) == "in" and not known and not common


def _in_region(chart: Chart, noun: Mention) -> bool:
    """Whether missions are told of in a whole region: "44 Afrika ülkesinde | büyükelçiliğimiz var"."""
    low, _ = chart.clause(noun.start)
    near = [one for one in chart.within(chart.cues("noun.region"), low, noun.start) if noun.start - one.end <= _REGION]
    return bool(near) and not chart.within(chart.parties, near[-1].end, noun.start)


def _are_several(chart: Chart, post: Post) -> bool:
    """Whether a plural stands for the missions of two in each other: "the legations were raised", nobody named."""
    word = chart.text[post.noun.start : post.noun.end].lower()
    return (
        post.noun.kind_in("mission") in ("embassy", "legation")
        and word.endswith(chart.pack.plurals)
        and not chart.kind("city")
        and not any(not one.deictic for one in (*chart.parties, *chart.actors))
    )


def _known_seat(chart: Chart, discourse: Discourse, post: Post, ends: Found) -> Posted | None:
    """The mission meant where a sentence names no city: "it", "the consulate" of before, the one embassy of a pair."""
    if post.noun.form == "it" or _is_what_it_became(chart, post):
        return discourse.posts.last_post(discourse.sentence)
    if not any(not one.deictic for one in chart.parties):
        same = discourse.posts.same_post(ends.ids[0], ends.ids[1], post.noun.kind_in("mission"))
        last = discourse.posts.last_post(discourse.sentence)
        if same is None and last is not None and (last.sender, last.receiver) == ends.ids:
            same = last
        if same is not None:
            return same
    kind = "embassy" if post.kind == "interests-section" and post.via else post.kind  # it sits where the embassy did
    return discourse.posts.seat_of(ends.ids[0], ends.ids[1], kind)


def _is_what_it_became(chart: Chart, post: Post) -> bool:
    """Whether a class says as what "it", the mission told of before, was opened: "| It | reopened as a consulate"."""
    things = [one for one in chart.cues("deixis.thing") if one.end <= post.verb.start < post.noun.start]
    gap = chart.text[post.verb.end : post.noun.start].lower().split()
    return bool(things) and bool(gap) and gap[0] in chart.pack.contents and not chart.text[: things[0].start].strip()
