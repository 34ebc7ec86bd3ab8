"""Somebody appointed to a mission that stands for the post: "X, Türkiye'nin Kahire Büyükelçiliğine atandı"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run, left_words, role_after
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment

_POSTS = {
    "embassy": "ambassador",
    "high-commission": "ambassador",
    "legation": "envoy",
    "consulate-general": "consul-general",
    "consulate": "consul",
    "honorary-consulate": "honorary-consul",
    "permanent-mission": "permanent-representative",
}
_AT_BODIES = ("permanent-mission",)
_REACH = 90
_NAME_WORDS = 5
_SUFFIX = re.compile(r"['’][^\W\d_]+$")
_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """Who was appointed, whose envoy and in which city, as far as one stretch of a list tells."""

    person: str
    owner: Mention | None
    city: Mention

    @property
    def host(self) -> str:
        """The state that the city is in; the organization where that is named."""
        return self.city.country or self.city.ids[0]


def read_named_to(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of those who were appointed to an embassy or consulate named as their post, each of a list.

    "X'in Türkiye'nin Kahire, Y'nin ise Mısır'ın Ankara büyükelçiliğine atandığı …": two. Refuses one without a name.
    """
    posts = [one for one in chart.cues("mark.posted") if one.kind_in("mission") in _POSTS]
    verbs = [one for one in chart.cues("verb.appoint") if posts and one.start >= posts[0].end]
    if not verbs or negated(chart, verbs[:1]):
        return
    verb = verbs[0]
    ends = [*(one.start for one in posts[1:]), verb.start]
    starts = [chart.clause(posts[0].start)[0], *(one.end for one in posts)]
    owner = earlier_owner(chart, posts[0])
    for low, noun, stop in zip(starts, posts, ends, strict=False):
        if noun.end <= verb.start <= noun.end + _REACH * len(posts):
            for named in _named(chart, noun, low, stop):
                owner = named.owner or _leading(chart, low, noun, named) or owner
                yield from _draft(chart, discourse, verb, noun, replace(named, owner=owner))


def _leading(chart: Chart, low: int, noun: Mention, named: _Named) -> Mention | None:
    """Who names somebody, first of all in a stretch: "…, | Mısır | da Ankara Büyükelçiliğine X'i atadı"."""
    doers = [one for one in chart.within(chart.kind("party"), low, noun.start) if one.role == "" and len(one.ids) == 1]
    doers = [one for one in doers if one.form != "adjective" and one.ids != (named.host,) and one is not named.city]
    return doers[0] if doers else None


def earlier_owner(chart: Chart, noun: Mention) -> Mention | None:
    """Whose envoy somebody was till he was sent elsewhere: "Romanya'nın | Tiflis Büyükelçisi X, Londra'ya atandı"."""
    before = [one for one in chart.actors if one.actor and one.actor.post and one.end <= noun.start]
    return before[-1] if before and len(before[-1].ids) == 1 else None


def _draft(chart: Chart, discourse: Discourse, verb: Mention, noun: Mention, named: _Named) -> Iterator[Draft]:
    host = named.host
    sender = _sender(chart, discourse, named)
    if len(sender.ids) != 1 or sender.ids[0] == host:
        return
    name, number = city_roles(named.city) if named.city.kind == "city" else (None, None)
    yield Draft(
        roles=Appointment(
            post=_POSTS[noun.kind_in("mission")],
            sender=sender.ids[0],
            receiver=host,
            event="appointed",
            person=named.person,
            city=name,
            city_id=number,
        ),
        rule="appointment.named_to",
        dated=_dated(chart, discourse, verb),
        modality=modality_of(chart, verb),
        context=sender.context,
    )


def _dated(chart: Chart, discourse: Discourse, verb: Mention) -> Dated:
    """Its own day; where none is told, the day the sentence before told of, which was the document's own."""
    own = event_date(chart, discourse, verb)
    today = discourse.date
    if own.when is not None or today is None or today.when != discourse.published or chart.dates:
        return own
    return Dated(when=today.when, context=today.context())


def _sender(chart: Chart, discourse: Discourse, named: _Named) -> Found:
    """Whose envoy: said before the city, else the other of the two in question, else the state at home."""
    host = named.host
    if named.owner is not None and named.owner.ids != (host,):
        return Found(ids=named.owner.ids, context=named.owner.context)
    other = discourse.other_than(host)
    if other is not None and len(other.ids) == 1:
        return Found(ids=other.ids, context=other.context())
    return discourse.at_home(chart.pack.home, host)


def _named(chart: Chart, noun: Mention, low: int, stop: int) -> Iterator[_Named]:
    """Those appointed: behind the mission ("Büyükelçiliğine | X, …"), else before it, each with a city of their own."""
    cities = [one for one in chart.within(chart.kind("city"), low, noun.start) if one.country]
    seat, owner = _seat_and_owner(chart, noun, low, cities)
    if seat is None:
        return
    person = _behind(chart, noun.end, stop)
    if person:
        yield _Named(person=person, owner=owner, city=seat)
        return
    listed = [
        one for one in cities if chart.text[one.end : one.end + 1] == "," and owner_before(chart, one) is not None
    ]
    for city in [*listed, seat]:
        whose = owner if city is seat else owner_before(chart, city)
        person = name_before(chart, min(city.start, whose.start) if whose is not None else city.start)
        if person:
            yield _Named(person=person, owner=whose, city=city)


def _seat_and_owner(
    chart: Chart, noun: Mention, low: int, cities: list[Mention]
) -> tuple[Mention | None, Mention | None]:
    """Where a mission is, said right before it, and whose it is: a city, a body, the host state ("A'nın | B | …").

    The host state may come first of all, with "at" behind it: "B | nezdinde | A Büyükelçiliği".
    """
    if noun.kind_in("mission") in _AT_BODIES:
        cities = list(chart.within(chart.kind("organization"), low, noun.start))
    states = [one for one in chart.within(chart.parties, low, noun.start) if len(one.ids) == 1]
    states = [] if noun.kind_in("mission") in _AT_BODIES else states
    last = next((one for one in [*cities, *states] if chart.text[one.end : noun.start].isspace()), None)
    if last is None or last in cities:
        return last, owner_before(chart, last) if last is not None else None
    for one in states:
        gap = chart.text[one.end : last.start].split() if one.end < last.start else []
        if len(gap) == 1 and one.role == "in" and one.ids != last.ids:
            return one, last
    return (last, owner_before(chart, last)) if last.form != "adjective" else (None, None)


def owner_before(chart: Chart, city: Mention) -> Mention | None:
    """Whose mission it is, right before its city: "Türkiye'nin | Kahire"."""
    for one in chart.parties:
        if one.role == "of" and len(one.ids) == 1 and one.end <= city.start:
            _, end = role_after(chart.text, one.end, chart.pack)
            if not chart.text[end : city.start].strip():
                return one
    return None


def _behind(chart: Chart, start: int, stop: int) -> str:
    """The name between the mission and the next one or the verb, that of somebody with a title, too.

    Of two the one who takes the other's place: "Büyükelçiliğine X'in yerine | Y |".
    """
    start = max((one.end for one in chart.within(chart.cues("verb.relieve"), start, stop)), default=start)
    told = [one for one in chart.actors if one.actor is not None and one.actor.person and start <= one.start < stop]
    if told and told[0].actor is not None and not chart.text[start : told[0].start].strip():
        return told[0].actor.person
    day = next((one for one in chart.dates if one.start >= start and not chart.text[start : one.start].strip()), None)
    start = day.end if day is not None else start
    while (word := _WORD.match(chart.text, start)) is not None and word.group(1) in chart.pack.light:
        start = word.end()  # "Büyükelçiliğine | ise | X"
    blank = _BLANK.match(chart.text, start)
    end = capital_run(chart.text, blank.end(), chart.pack) if blank else start
    name = chart.text[start:end].strip()
    return name if " " in name and end <= stop else ""


def name_before(chart: Chart, place: int) -> str:
    """The name that ends right before a place, an ending, a comma or a day behind it: "Ali Kaya, 5 Mayıs'ta | …"."""
    lead = _without_day(chart, chart.text[:place].rstrip())
    word = next(iter(left_words(chart.text, len(lead), 1)), (0, ""))
    if word[1].lower() in chart.pack.light:  # "Amr Elhamamy'nin | ise"
        lead = chart.text[: word[0]].rstrip()
    lead = _without_day(chart, lead)
    end = len(_SUFFIX.sub("", lead.rstrip(",")))
    best = ""
    for start, name in left_words(chart.text, end, _NAME_WORDS):
        taken = any(one.kind in ("party", "city", "date") and one.start <= start < one.end for one in chart.mentions)
        if taken or not name[:1].isupper():
            break
        best = chart.text[start:end] if capital_run(chart.text, start, chart.pack) >= end else best
    return best if " " in best else ""


def _without_day(chart: Chart, lead: str) -> str:
    """What leads up to a place without the day it ends with."""
    for day in chart.dates:
        lead = chart.text[: day.start].rstrip() if day.end == len(lead) else lead
    return lead
