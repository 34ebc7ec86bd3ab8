"""Interests that another state looks after: "Switzerland has looked after American interests in Tehran since 1980"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.standing import standing_date
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Mission

_REACH = 40
_IN, _BY = 6, 16
_NEXT, _STAFF = 1, 20  # "Swiss | diplomats in | Havana"
_ALL = 3


def read_guarded(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of interests sections that a protecting power keeps, as the contract has them.

    Refuses a power that is not named before its verb, interests of nobody, and a place in either's own land.
    """
    plain = chart.pack.order == "svo" and chart.pack.spaced and not chart.pack.inverts and not chart.pack.cases
    for noun in chart.cues("mark.interests") if plain else ():
        start, _ = chart.clause(noun.start)
        verbs = [one for one in chart.within(chart.cues("mark.guards"), start, noun.start) if _near(one, noun)]
        powers = chart.within(chart.kind("party"), start, verbs[-1].start) if verbs else []
        seats = [it for it in chart.kind("city") if it.role == "in" and verbs and 0 < verbs[-1].start - it.end <= _NEXT]
        led = [it for it in powers[-1:] if seats and it.form == "adjective" and 0 < seats[0].start - it.end <= _STAFF]
        powers = [one for one in powers[-1:] if verbs[-1].start - one.end <= _IN and len(one.ids) == 1] or led
        if not powers:
            verbs, powers = _kept_by(chart, noun)
        owner = owner_of(chart, noun)
        low = owner.end if owner is not None and owner.start >= noun.end else noun.end
        lands = [one for one in chart.parties if len(one.ids) == 1 and one is not owner]
        places = [it for it in (*chart.kind("city"), *lands) if it.role == "in" and 0 < it.start - low <= _IN]
        places = places or (seats if led else [])  # "| Swiss diplomats in Havana | looked after American interests"
        if not powers or owner is None or len(owner.ids) != 1 or not places or negated(chart, [verbs[-1]]):
            continue
        power, host = powers[-1].ids[0], party_ids(places[0])[0]
        if len({power, host, owner.ids[0]}) < _ALL or not host:
            continue
        told = standing_date(chart, discourse, verbs[-1])
        if places[0].kind != "city" and told.when is not None and not told.when.interval:
            continue  # "severed relations on 23 April, and Sweden took charge of Soviet interests in Australia"
        city, number = city_roles(places[0] if places[0].kind == "city" else None)
        roles = Mission(
            sender=owner.ids[0],
            receiver=host,
            kind="interests-section",
            event="exists",
            city=city,
            city_id=number,
            via=power,
        )
        draft = Draft(roles=roles, rule="mission.guarded", dated=told, modality=modality_of(chart, verbs[-1]))
        yield draft
        yield from _guarded_too(chart, draft, places[0].end)


def _guarded_too(chart: Chart, draft: Draft, place: int) -> Iterator[Draft]:
    """The drafts of the next of a list: "represents the interests of Cuba in the USA, | of Georgia in Russia |"."""
    roles, names = draft.roles, sorted((*chart.parties, *chart.kind("city")), key=lambda one: one.start)
    assert isinstance(roles, Mission)
    for owner, land in pairwise(names):
        begin = role_before(chart.text, owner.start, chart.pack)[1]
        led = chart.text[place:begin].strip(" ,").lower()
        near = place < owner.start and owner.role == "of" and land.role == "in" and land.start - owner.end <= _IN
        if not near or (led and led not in chart.pack.joiners):
            continue
        host, sender = party_ids(land)[:1], owner.ids[:1]
        place = land.end
        if len({*host, *sender, roles.via}) == _ALL:
            name, number = city_roles(land if land.kind == "city" else None)
            told = replace(roles, sender=sender[0], receiver=host[0], city=name, city_id=number)
            yield replace(draft, roles=told, rule="mission.guarded.too")


def _kept_by(chart: Chart, noun: Mention) -> tuple[list[Mention], list[Mention]]:
    """The verb behind the interests and the power behind that: "… | are looked after | by the | Dutch | embassy"."""
    _, end = chart.clause(noun.start)
    verbs = chart.within(chart.cues("mark.guarded"), noun.end, end)
    verbs = [one for one in verbs if one.start - noun.end <= _REACH][:1]
    behind = chart.within(chart.kind("party"), verbs[0].end, end) if verbs else []
    return verbs, [one for one in behind if one.start - verbs[0].end <= _BY and len(one.ids) == 1][:1]


def _near(verb: Mention, noun: Mention) -> bool:
    return noun.start - verb.end <= _REACH
