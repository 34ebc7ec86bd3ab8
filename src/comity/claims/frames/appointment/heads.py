"""Who heads a mission: "the embassy in Rabat is headed by Serhii Saienko", which makes him its ambassador."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.stretch import stretch
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.attach import date_of, dated
from comity.claims.frames.times.standing import lasting
from comity.claims.people.names import past_address
from comity.claims.people.uncapitalled import bare_name
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment

_POSTS = {
    "embassy": "ambassador",
    "consulate-general": "consul-general",
    "consulate": "consul",
    "honorary-consulate": "honorary-consul",
}
_REACH = 60
_BESIDE = 4
_SEAT = 50
_NAMED = 2
_SINCE = 5


def read_heads(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which somebody called by name alone heads an embassy or a consulate.

    «Посольство Польши в Ханое возглавляет Войцех Гервель». Refuses a clause with an envoy of its own, a head without
    a full name, and a mission whose owner or host is not known.
    """
    for verb in chart.cues("verb.head") if chart.pack.spaced else ():
        low, high = chart.clause(verb.start)
        if any(
            one.actor is not None and one.actor.post for one in chart.within(chart.actors, *stretch(chart, verb.start))
        ):
            continue
        nouns = [one for one in chart.within(chart.cues("mission"), low, high) if one.kind_in("mission") in _POSTS]
        noun = chart.nearest(verb, nouns, limit=_REACH)
        person = _person(chart, verb, noun) if noun is not None and not negated(chart, [verb]) else ""
        ends = _ends(chart, discourse, noun) if noun is not None and person else Found()
        if noun is None or len(ends.ids) != _NAMED or ends.ids[0] == ends.ids[1]:
            continue
        city, number = city_roles(_seat(chart, noun))
        roles = Appointment(
            post=_POSTS[noun.kind_in("mission")],
            sender=ends.ids[0],
            receiver=ends.ids[1],
            event="holds",
            person=person,
            city=city,
            city_id=number,
        )
        told = Draft(
            roles=roles,
            rule="appointment.heads",
            dated=_since(chart, verb),
            modality=modality_of(chart, verb),
            context=ends.context,
        )
        yield told
        named = _named_to_it(chart, verb)
        if named is not None:
            yield replace(told, roles=replace(roles, event="appointed"), dated=dated(named))


def _named_to_it(chart: Chart, verb: Mention) -> Mention | None:
    """The day behind a comma on which the head was named: «… возглавляет Ян Кос, | назначенный в 2017 году»."""
    _, end = chart.clause(verb.start)
    for cue in chart.within(chart.cues("verb.appoint"), verb.end, end):
        low, high = stretch(chart, cue.start)
        days = chart.within(chart.dates, cue.end, high)
        if low > verb.end and len(chart.text[low : cue.start].split()) == 0 and days:
            return days[0]
    return None


def _person(chart: Chart, verb: Mention, noun: Mention) -> str:
    """Who heads it: a full name right behind the verb, its day and its marker, else the clause's first words."""
    start = verb.end + 1
    if not chart.pack.capitals:
        return _bare_person(chart, noun)
    words = chart.text[start:].split(maxsplit=1)
    if words and chart.pack.before.get(words[0].lower()) == "by":
        start += len(words[0]) + 1
    behind = [one.end for one in chart.dates if verb.end < one.start <= start + _SINCE]
    for begin in (max([start, *behind]), chart.clause(verb.start)[0]):
        place = len(chart.text) - len(chart.text[begin:].lstrip())
        taken = any(one.start <= place < one.end for one in chart.mentions if one.kind != "actor")
        end = capital_run(chart.text, place, chart.pack)
        name = chart.text[place:end].strip()
        beside = place >= verb.end or 0 < verb.start - end <= _BESIDE
        if not taken and beside and len(name.split()) >= _NAMED and not place <= noun.start < end:
            return name
    return ""


def _bare_person(chart: Chart, noun: Mention) -> str:
    """The full name behind a mission, its owner and its seat: «يرأس السفارة العراقية في بانكوك | سعد الخفاجي |»."""
    seat = _seat(chart, noun)
    inner = [one.end for one in chart.kind("party") if noun.end < one.start <= noun.end + _BESIDE]
    end = past_address(chart.text, seat.end if seat is not None else max([noun.end, *inner]), chart.mentions)
    begin, stop = bare_name(chart.text, end + 1, chart.mentions, chart.pack)
    told = [one.actor.person for one in chart.actors if one.actor is not None and 0 <= one.start - end <= 1]
    name = next(iter(told), "") or chart.text[begin:stop].strip()
    return name if len(name.split()) >= _NAMED else ""


def _seat(chart: Chart, noun: Mention) -> Mention | None:
    """The city that the mission is told to sit in, up to a few words behind it."""
    near = [one for one in chart.kind("city") if one.role == "in" and one.distance(noun) <= _SEAT and one.country]
    return chart.nearest(noun, near)


def _ends(chart: Chart, discourse: Discourse, noun: Mention) -> Found:
    """Whose mission it is and where: the owner and the seat's country, each else the other of the two in question."""
    city, owner = _seat(chart, noun), owner_of(chart, noun)
    hosts = [one for one in chart.parties if one.role == "in" and one.distance(noun) <= _SEAT and len(one.ids) == 1]
    host = city.country if city is not None else "".join(hosts[0].ids) if hosts else ""
    sender = owner.ids[0] if owner is not None and len(owner.ids) == 1 else ""
    known = sender or host
    other = discourse.other_than(known) if known and not (sender and host) else None
    topic = discourse.topic
    if other is None and known and not sender and topic is not None and len(topic.ids) == 1 and host not in topic.ids:
        other = topic
    context = other.context() if other is not None else ()
    rest = "".join(other.ids[:1]) if other is not None else ""
    return Found(ids=tuple(one for one in (sender or rest, host or rest) if one), context=context)


def _since(chart: Chart, verb: Mention) -> Dated:
    """Since when, where the sentence tells; nothing of a day on which something else was."""
    own = date_of(chart, verb, limit=_REACH)
    begun = [one for one in chart.dates if one.date is not None and one.date.kind == "since"]
    told = own is not None and any(one.date is not None and one.date.when == own.when for one in begun)
    return lasting(own) if own is not None and told else Dated()
