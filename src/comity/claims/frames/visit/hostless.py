"""Whose a visitor is not, where his state is but guessed: none of those he goes to, nor whoever was told of last."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined


def _guessed_alone(chart: Chart, discourse: Discourse, before: Mention, visitor: Mention) -> bool:
    """Whether a named visitor's state is but that told of last, where verbs come first and no title names the two.

    «وقالت الخارجية المصرية إن وزير الخارجية سامح شكري، | خلال زيارته إلى إثيوبيا»: not of the state told of before.
    """
    topic = discourse.topic.ids if discourse.topic is not None else ()
    named = before.actor is not None and bool(before.actor.person) and before.form != "pronoun"
    own = (discourse.home_shown and discourse.home in visitor.ids) or discourse.row is not None
    return chart.pack.order == "vso" and named and not before.ids and not own and not set(visitor.ids) & set(topic)


def without_hosts(chart: Chart, discourse: Discourse, visitor: Mention, *, host: Found, before: Mention) -> Mention:
    """The visitor, nobody's where the party guessed for him is one of those he goes to: "travels to A and to | B".

    So too in a list without a word before it: "wird A und | B | besuchen".

    Nor where it is but the one told of last, and nothing says that he is its.
    """
    if _guessed_alone(chart, discourse, before, visitor):
        return replace(visitor, ids=())
    named = [one for one in chart.parties if not one.deictic]  # "to Ankara, | the two governments | signed": no list
    places = sorted([*named, *chart.kind("city")], key=lambda one: one.start)
    lists = [found(chart.group_of(one)).ids for one in chart.parties if one.group >= 0 and one.ids == host.ids]
    if not before.ids and any(set(visitor.ids) & set(ids) for ids in lists):
        return replace(visitor, ids=())
    pairs = [(a, b) for a, b in pairwise(places) if a.role == "to" and b.role in ("to", "in", "") and a.end < b.start]
    listed = [(a, b) for a, b in pairs if joined(chart.text[a.end : b.start], chart.pack)]
    both = any({*party_ids(a), *party_ids(b)} >= {*host.ids, *visitor.ids} for a, b in listed)
    return replace(visitor, ids=()) if not before.ids and both else visitor
