"""Missions told without their noun and verb: "The embassy of A in B opened in 2012, that of B in A | in 2013"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.days.stretch import stretch
from comity.claims.frames.mission.each_other import read_each_other
from comity.claims.frames.mission.so_did import read_so_did
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Mission

_IN_REACH = 5
_DATE_REACH = 4
_DASHES = ("–", "—", "-")
_GAP = 3


def read_gapped(chart: Chart, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What the last mission's draft says, of another owner, city and date: «…, Катара в Душанбе — в 2013-м».

    Refuses a part with a mission or verb of its own.
    """
    yield from read_so_did(chart, drafts)
    yield from read_each_other(chart, discourse, drafts)
    yield from _mutual(chart, drafts)
    yield from _listed(chart, drafts)
    told = [one for one in drafts if isinstance(one.roles, Mission) and one.roles.city and one.dated.when is not None]
    if not told or told[-1].modality != "asserted":
        return
    last = told[-1]
    assert isinstance(last.roles, Mission)
    yield from _seats(chart, last)
    for owner, city, date in _parts(chart):
        name, number = city_roles(city)
        if city.country and (owner.ids[0], name) != (last.roles.sender, last.roles.city):
            roles = replace(last.roles, sender=owner.ids[0], receiver=city.country, city=name, city_id=number, via=None)
            if roles.sender != roles.receiver:
                yield replace(last, roles=roles, dated=dated(date), context=(), rule="mission.gapped")


def _mutual(chart: Chart, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The other one's mission, where the noun stands once: "A'nın B'de, | C'nin ise D'de büyükelçiliği var (yok)".

    Refuses two that are not each in the other's country.
    """
    states = ("exists", "absent")
    first = next((one for one in drafts if isinstance(one.roles, Mission) and one.roles.event in states), None)
    if first is None or not isinstance(first.roles, Mission) or chart.pack.order != "sov" or first.roles.via:
        return
    ends = (first.roles.sender, first.roles.receiver)
    said = {(one.roles.sender, one.roles.receiver) for one in drafts if isinstance(one.roles, Mission)}
    places = [one for one in (*chart.kind("city"), *chart.parties) if one.role == "in"]
    for owner in chart.parties:
        place = next((one for one in places if 0 < one.start - owner.end <= _IN_REACH), None)
        owning = owner.role == "of" or owner.form == "deixis" or owner.deictic
        if not owning or owner.ids != ends[1:] or place is None or ends[0] not in (place.country, *place.ids):
            continue
        _, end = stretch(chart, owner.start)
        alone = not chart.within(chart.cues("verb", "mission"), owner.start, end)
        if alone and chart.text[end : end + 1] == "," and (ends[1], ends[0]) not in said:
            name, number = city_roles(place if place.kind == "city" else None)
            roles = replace(first.roles, sender=ends[1], receiver=ends[0], city=name, city_id=number)
            yield replace(first, roles=roles, rule="mission.gapped")


def _listed(chart: Chart, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The missions of a list that goes on with a city and a day each: "à Lyon en 1962, | à Nice en 1971 et à …".

    Refuses a city in another country than the one before it.
    """
    told = [one for one in drafts if isinstance(one.roles, Mission) and one.roles.city and one.dated.when is not None]
    if not told or chart.pack.order != "svo" or not chart.pack.spaced:
        return
    last = told[-1]
    assert isinstance(last.roles, Mission)
    said = {one.roles.city for one in told if isinstance(one.roles, Mission)}
    stop, role = -1, "in"
    for city in chart.kind("city"):
        name, number = city_roles(city)
        day = next((one for one in chart.dates if 0 < one.start - city.end <= _DATE_REACH), None)
        if day is None:
            continue
        begin = role_before(chart.text, city.start, chart.pack)[1]
        words = chart.text[stop:begin].replace(",", " ").lower().split() if stop >= 0 else ["?"]
        joined = all(word in chart.pack.joiners for word in words)
        goes_on = joined and city.role in ("in", role) and city.country == last.roles.receiver
        if goes_on and name not in said and (day.date is None or not day.date.when.interval):
            said.add(name)
            roles = replace(last.roles, city=name, city_id=number)
            yield replace(last, roles=roles, dated=dated(day), rule="mission.gapped")
        first = name == last.roles.city and dated(day).when == last.dated.when
        stop, role = (day.end, city.role) if goes_on or first else (-1, "in")


def _parts(chart: Chart) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Each stretch behind a comma that is nothing but an owner, its city and a date."""
    doing = (
        chart.pack.order == "svo" and chart.pack.spaced
    )  # "A opened an embassy in B in 2014, and | C | in D in 2015"
    for owner in chart.parties:
        roles = ("of", "") if doing else ("of",)
        if owner.role not in roles or len(owner.ids) != 1 or owner.form == "adjective":
            continue
        start, end = stretch(chart, owner.start)
        words = chart.text[start : owner.start].split()
        city = next((one for one in chart.kind("city") if 0 < one.start - owner.end <= _IN_REACH), None)
        if start == 0 or city is None or city.role != "in" or any(one not in chart.pack.joiners for one in words):
            continue
        date = next((one for one in chart.dates if 0 < one.start - city.end <= _DATE_REACH), None)
        if date is not None and not chart.within(chart.cues("verb", "mission"), owner.start, end):
            yield owner, city, date


def _seats(chart: Chart, last: Draft) -> Iterator[Draft]:
    """The further seats of a list, each a city and its date: «открыты: в Киеве — в 1992-м, | в Минске — в 1993-м».

    A city and its date stand side by side, nothing but a dash and small words between them.
    """
    roles = last.roles
    cities = [one for one in chart.kind("city") if one.role in ("in", "") and one.country]
    told = [(city, day) for city in cities if (day := _day_beside(chart, city)) is not None]
    if not isinstance(roles, Mission):
        return
    first = next((one for one in cities if city_roles(one)[0] == roles.city), None)
    if first is None:
        return
    for city, day in told:
        low, high = stretch(chart, city.start)
        if city.start <= first.start or low <= first.start or city.country == roles.sender:
            continue
        words = chart.text[low : min(city.start, day.start)].lower().split()
        light = all(one in chart.pack.joiners or one in chart.pack.before or not one.isalpha() for one in words)
        if light and not chart.within(chart.cues("verb", "mission"), low, high):
            name, number = city_roles(city)
            seat = replace(roles, receiver=city.country, city=name, city_id=number)
            yield replace(last, roles=seat, dated=dated(day), context=last.context, rule="mission.gapped")


def _day_beside(chart: Chart, city: Mention) -> Mention | None:
    """The date that only a dash parts from a city, before or behind it: "in Kyiv – 1992", "1992 – in Kyiv"."""
    for day in chart.dates:
        gap = chart.between(city, day).split()
        dashes = [one for one in gap if one in _DASHES]
        words = (one.lower() for one in gap if one not in _DASHES)
        small = all(one in chart.pack.before or one in chart.pack.light for one in words)
        if len(dashes) == 1 and small and len(gap) <= _GAP:
            return day
    return None
