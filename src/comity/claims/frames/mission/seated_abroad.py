"""The embassy that a state keeps with another from its seat in a third."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Mission

_SEATED = 5
_FROM = 6  # " from "
_WALLS = (*SEMICOLONS, ":")
_BESIDE = 40
_SITS = frozenset(
    {"verb.have", "verb.hold", "verb.be_in", "verb.accredit", "verb.represent", "verb.serve", "verb.maintain"}
)


def embassy_from(sender: str, receiver: str, country: str, town: Mention | None) -> Mission:
    """The embassy of ``sender`` with ``receiver`` that sits in ``country``, in its town where one is told."""
    name, number = city_roles(town)
    return Mission(
        sender=sender, receiver=receiver, kind="embassy", event="exists", city=name, city_id=number, via=country
    )


def on_its_side(chart: Chart, cue: Mention) -> list[Mention]:
    """The parties that may be covered: of a cue with some in its part of a sentence that a semicolon cuts, those."""
    named = [one for one in chart.parties if one.form != "adjective"]
    return (chart.within(named, *chart.clause(cue.start)) if ";" in chart.text else []) or named


def covering_from(chart: Chart, cue: Mention, cities: Sequence[Mention]) -> Mention | None:
    """The town that a mission covers somebody from: right behind whom it covers, else the nearest of these.

    "Since 2012, when its mission in Windhoek was shut, Finland has covered Botswana | from Pretoria |".
    """
    for one in chart.kind("city"):
        taken = [it for it in chart.parties if cue.end <= it.start and it.end <= one.start]
        if one.role == "from" and one.country and len(taken) == 1 and taken[0].end + _FROM >= one.start:
            return one
    return chart.nearest(cue, cities)


def sits_there(chart: Chart, cue: Mention, seat: Mention) -> bool:
    """Whether a mission covers the very state it sits in: "to Switzerland from its mission in Geneva"."""
    behind = [one for one in chart.parties if 0 < one.start - cue.end <= _SEATED and one.role in ("to", "in")]
    return bool(behind) and behind[0] is not seat and party_ids(seat)[0] in behind[0].ids


def sits_instead(chart: Chart, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Where the envoy sits of whoever has no embassy: "has no embassy in Serbia: its | ambassador | sits in Moscow".

    Said behind a colon or semicolon, of an ambassador or embassy of nobody else's, in one town of a third state.
    """
    lacking = [one for one in drafts if isinstance(one.roles, Mission) and one.roles.event == "absent"]
    lacking = [one for one in lacking if isinstance(one.roles, Mission) and one.roles.kind == "embassy"]
    wall = next((at for at, char in enumerate(chart.text) if char in _WALLS), -1)
    if len(lacking) != 1 or len([*without_denied(drafts)]) != 1 or wall < 0:
        return
    roles = lacking[0].roles
    assert isinstance(roles, Mission)
    envoys = [one for one in chart.actors if one.actor and one.actor.post == "ambassador" and one.start > wall]
    heads = [*envoys, *(one for one in chart.cues("mission.embassy") if one.start > wall)]
    there = {one.start for one in chart.cues("deixis.there")}  # "elle | y | est représentée par son …"
    towns = [one for one in chart.kind("city") if one.role == "in" and one.start > wall and one.start not in there]
    named = {party for one in (*chart.parties, *envoys) if one.start > wall for party in one.ids}
    if len(heads) != 1 or len(towns) != 1 or not named <= {roles.sender, roles.receiver}:
        return
    free = towns[0].country not in ("", roles.sender, roles.receiver)
    gap = chart.text[heads[0].end : towns[0].start]
    told = [one for one in chart.cues("verb", "fact.not") if one.start > wall and not one.classes & _SITS]
    if free and not told and len(gap) <= _BESIDE and not has_any(gap, ",;"):
        seated = embassy_from(roles.sender, roles.receiver, towns[0].country, towns[0])
        yield replace(lacking[0], roles=seated, rule="mission.accredited.instead")


def without_denied(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, none of a mission that another says is not there: "none in Accra; it is served | there | by …"."""
    absent = [one.roles for one in drafts if isinstance(one.roles, Mission) and one.roles.event == "absent"]
    for one in drafts:
        roles = one.roles
        if not (isinstance(roles, Mission) and replace(roles, event="absent") in absent and roles.event == "exists"):
            yield one


def had_instead(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a denial before a verb is of another mission: "has no embassy in A and | is represented | by its … in B".

    The other mission stands between the denial and the verb, which is itself not denied, and takes its own behind it.
    """
    if chart.pack.order != "svo" or "fact.not" in verb.classes or "verb.have" not in verb.classes:
        return False
    if noun.start < verb.end or chart.within(chart.cues("fact.not"), verb.end, noun.end):
        return False
    others = [one for one in chart.cues("mission") if one.end <= verb.start]
    return bool(others) and not chart.within(chart.cues("fact.not"), others[-1].end, verb.start)
