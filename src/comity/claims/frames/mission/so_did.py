"""Missions to which the same happened: "…, and the Syrian one in Washington two days later", "so was that in B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.clauses.relative import leads
from comity.claims.frames.mission.verbs import HAPPENING
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Mission

_DEEDS = ("opened", "closed", "raised", "lowered")
_RANKED = ("raised", "lowered")
_THERE = 10  # " there in "
_ECHOES = {"verb.follow", "mark.so_was"}


def read_so_did(chart: Chart, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of missions named behind a deed on a day that have no verb of their own: the same happened to them.

    Each has its own owner or is one of those told of ("as were those in A and B"), and its own day or that of the
    deed. Refuses what another deed stands between, and a mission told of already.
    """
    told = [(one, one.roles) for one in drafts if isinstance(one.roles, Mission) and _is_deed(one, one.roles)]
    if not told or not leads(chart.pack):
        return
    last, post = told[-1]
    said = {(roles.sender, roles.city) for _, roles in told}
    verbs = [verb for verb in chart.cues(*HAPPENING) if not verb.classes & _ECHOES]
    for noun in chart.cues("mission"):
        cities = _cities_behind(chart, noun)
        if not verbs or noun.start < verbs[-1].end or not cities or not _is_joined(chart, verbs[-1], noun, cities[-1]):
            continue
        owner = owner_of(chart, noun)
        sender = owner.ids[0] if owner is not None and len(owner.ids) == 1 else "" if owner else post.sender
        if owner is None and noun.form != "one":
            continue
        for city in cities:
            name, number = city_roles(city)
            if not sender or not city.country or city.country == sender or (sender, name) in said:
                continue
            said.add((sender, name))
            kind = post.kind if post.event in _RANKED or noun.form == "one" else noun.kind_in("mission")
            roles = replace(post, sender=sender, receiver=city.country, kind=kind, city=name, city_id=number)
            day = next((one for one in chart.dates if one.start >= city.end), None)
            own = dated(day) if day is not None else last.dated
            yield replace(last, roles=roles, dated=own, context=(), rule="mission.so_did")


def _is_deed(draft: Draft, roles: Mission) -> bool:
    """Whether something became of a mission on a day, as the text asserts."""
    return roles.event in _DEEDS and not roles.via and draft.dated.when is not None and draft.modality == "asserted"


def _cities_behind(chart: Chart, noun: Mention) -> list[Mention]:
    """The cities right behind a mission: "the Syrian Legation | in Washington", "those | in A and B"."""
    near = [one for one in chart.kind("city") if one.role == "in" and 0 < one.start - noun.end <= _THERE]
    return chart.group_of(near[0]) if near and near[0].group >= 0 else near[:1]


def _is_joined(chart: Chart, verb: Mention, noun: Mention, city: Mention) -> bool:
    """Whether a mission stands behind "and", or behind "so was" and "as were", with no deed in its part."""
    _, end = chart.clause(noun.start)
    words = [word.strip(",;") for word in chart.text[verb.end : noun.start].lower().split()]
    echo = chart.within(chart.cues("mark.so_was"), verb.end, noun.start)
    follows = chart.within(chart.cues("verb.follow"), noun.end, end)
    others = [one for one in chart.within(chart.cues("verb"), noun.end, end) if not one.classes & _ECHOES]
    others = [one for one in others if not one.classes <= {"verb.hold", "verb.reach", "verb.have"}]
    if others:
        return False
    if echo or follows:
        return True
    rest = chart.text[city.end : end]
    for day in chart.within(chart.dates, city.end, end):
        rest = rest.replace(chart.text[day.start : day.end], "")
    if any(char.isalpha() for char in rest.partition(",")[0]):
        return False  # "and the Syrian Legation in Washington | protested"
    joined = any(word in chart.pack.joiners for word in words[-4:])
    return joined and not has_any(chart.text[verb.end : noun.start], SEMICOLONS)
