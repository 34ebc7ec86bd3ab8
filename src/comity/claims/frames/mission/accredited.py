"""Missions that cover a state from elsewhere: "an embassy in Lima which also looks after Bolivia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.context.discourse import Discourse
from comity.claims.days.date_owners import events
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.mission.concurrent import concurrent_envoy
from comity.claims.frames.mission.cover_seats import (
    envoy_seat,
    host_seat,
    kind_of_envoy,
    of_envoy,
    posted_to,
    right_behind,
    seat_cue,
    seat_state,
    told_before,
)
from comity.claims.frames.mission.known_seats import (
    SEAT_REACH,
    covered_by,
    from_the_last,
    kind_before,
    known_seat,
    own_envoy,
    sender_of_seat,
)
from comity.claims.frames.mission.resident import in_its_host, kind_in
from comity.claims.frames.mission.run_from import read_run_from
from comity.claims.frames.mission.seated_abroad import covering_from, on_its_side, sits_there
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.by_member import respectively
from comity.claims.frames.times.standing import lasting, standing_date, till_published
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Mission

_SEATED = 5
_TAKEN = 20
_CHARGE = 12  # "'dan da "
_DOUBTS = ("?", "？")
_COVERED = ("to", "in", "for", "object", "")


def read_accredited(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Iterator[Draft]:
    """The states a mission covers from its seat: "an embassy in Lima which also looks after Bolivia".

    The seat may be a state alone: "represented in Namibia through its embassy in Portugal".
    """
    if "fact.resides" in cue.classes and not any(one.actor and one.actor.post for one in chart.actors):
        return  # "the community lives in Milan"
    if "fact.resident" in cue.classes and any(0 <= cue.start - noun.end <= 1 for noun in nouns):
        return  # "no tiene embajada | residente en | Rabat": there it would be
    if _at_an_organization(chart, cue):
        return
    run = read_run_from(chart, discourse, cue)
    if run is not None:
        yield from run
        return
    concurrent = concurrent_envoy(chart, discourse, cue)
    yield from [concurrent] if concurrent is not None else _seated(chart, discourse, cue, nouns)


def _at_an_organization(chart: Chart, cue: Mention) -> bool:
    """Whether an envoy only represents his state at an organization besides: "驻雅加达大使 | 兼任 | 常驻东盟代表"."""
    stop = chart.clause(cue.start)[1]
    bodies = [one for one in chart.kind("organization") if cue.end <= one.start < stop and one.role == "in"]
    owners = {party for one in chart.actors if one.end <= cue.start for party in one.ids}
    behind = [one for one in chart.parties if cue.end <= one.start < stop]
    return not chart.pack.spaced and bool(bodies) and all(set(one.ids) <= owners for one in behind)


def _seated(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Iterator[Draft]:
    seated = seat_cue(chart, cue)
    unseated = seated is not None and right_behind(chart, seated) is None
    if _of_a_listed(chart, cue) or unseated or (seated is cue and told_before(chart, cue)):
        return
    if chart.has("noun.protector"):
        return  # "has acted as protecting power through its Embassy in Damascus" covers nobody
    cities = [one for one in chart.kind("city") if one.country and one.distance(cue) <= SEAT_REACH]
    sent_to = posted_to(chart, cue, cities)
    cities = [one for one in cities if sent_to is None or one.start > sent_to.end]
    own = chart.within(cities, *chart.clause(cue.start)) if chart.pack.spaced else []
    near = covering_from(chart, cue, [one for one in own or cities if one.end <= cue.start] or own or cities)
    seat = right_behind(chart, seated) if seated is not None else near
    topic = discourse.topic.ids if discourse.topic is not None and len(discourse.topic.ids) == 1 else ("",)
    posted = envoy_seat(chart, cue, topic[0])
    seat = seat or seat_state(chart, cue) or host_seat(chart, cue, nouns) or (posted[1] if posted else None)
    if seat is None:
        known = known_seat(chart, discourse, cue, nouns)
        yield from covered_by(chart, discourse, cue, known) if known else from_the_last(chart, discourse, cue, nouns)
        return
    abroad = own_envoy(chart, discourse, cue, seat)
    if abroad is not None:
        yield abroad
    if abroad is not None or _of_another_envoy(chart, cue, seat):
        return
    state = party_ids(seat)[0]
    resident = in_its_host(chart, discourse, seated, seat)
    if resident is not None:
        yield resident
        return
    noun = chart.nearest(seat, nouns) if seated is None else None
    yield from _at_bodies(chart, discourse, cue, seat, noun)
    whose = _represented(chart, cue)
    target = sent_to or _target(chart, cue, (seat, noun, whose), nouns)
    if target is None or _doubted(chart, target) or (chart.pack.spaced and sits_there(chart, cue, seat)):
        return
    doer = whose or _doer(chart, cue, state)
    if doer is not None and target is doer:
        return
    sender = doer.ids[0] if doer is not None else ""
    sender = sender or sender_of_seat(chart, discourse, noun=noun, cue=cue, seat=seat, target=target)
    sender = posted[0] if posted is not None and posted[1] is seat else sender or _of_affairs(chart, cue)
    kind = _kind(chart, cue, noun, seated) or kind_before(discourse, sender, state)
    covered = [target] if sent_to else chart.group_of(target)
    yield from _of_each(chart, discourse, cue, (sender, kind, seat), covered)


def _of_affairs(chart: Chart, cue: Mention) -> str:
    """Whose affairs are looked after from elsewhere: "| Finnish | interests in Peru were handled from Santiago"."""
    low, _ = chart.clause(cue.start)
    owners = [owner_of(chart, noun) for noun in chart.within(chart.cues("mark.interests"), low, cue.start)]
    return next((one.ids[0] for one in owners if one is not None and len(one.ids) == 1), "")


def _target(
    chart: Chart,
    cue: Mention,
    told: tuple[Mention, Mention | None, Mention | None],
    nouns: Sequence[Mention],
) -> Mention | None:
    """The state that is covered: named at the cue, neither who is represented nor who owns the mission."""
    seat, noun, whose = told
    named = _coverable(chart, cue, seat, nouns)
    named = [one for one in named if whose is None or not set(one.ids) & set(whose.ids)]
    owner = owner_of(chart, noun) if noun is not None else None
    named = [one for one in named if owner is None or not set(one.ids) & set(owner.ids)]
    late = chart.pack.order == "sov"  # "…'ye de akreditedir, ayrıca | Polonya'yı | … temsil eder"
    later = [one for one in named if one.start >= cue.end and not (late and one.role == "object")]
    behind = [one for one in later if not one.deictic] or later  # "represents | this country | in Luxembourg, too"
    near = chart.nearest(cue, behind or named, limit=SEAT_REACH) or of_envoy(chart, cue, seat)
    return near or _in_its_town(chart, cue, seat)


def _in_its_town(chart: Chart, cue: Mention, seat: Mention) -> Mention | None:
    """The town that stands for who is covered: "is represented | in Oslo | through its embassy in Stockholm"."""
    start, _ = chart.clause(cue.start)
    near = [one for one in chart.within(chart.kind("city"), start, cue.start) if _is_charge(chart, one, cue)]
    if near and near[-1].country not in ("", seat.country):
        return near[-1]
    towns = [one for one in chart.within(chart.kind("city"), start, cue.start) if one.role == "in"]
    towns = [one for one in towns if "mark.seat" in cue.classes and one.country not in ("", seat.country)]
    return towns[0] if len(towns) == 1 else None


def _of_each(
    chart: Chart,
    discourse: Discourse,
    cue: Mention,
    told: tuple[str, str, Mention],
    covered: Sequence[Mention],
) -> Iterator[Draft]:
    """The mission of a sender to each state that is covered from a seat, with the day of its own."""
    sender, kind, seat = told
    state = party_ids(seat)[0]
    name, number = city_roles(seat if seat.kind == "city" else None)
    days = respectively(chart, covered, cue) if covered else {}
    for member in covered:
        party, day = party_ids(member)[0], days.get(member.start)
        if sender and party not in (sender, state):
            yield Draft(
                roles=Mission(
                    sender=sender,
                    receiver=party,
                    kind=kind or "embassy",
                    event="exists",
                    city=name,
                    city_id=number,
                    via=state,
                ),
                rule="mission.accredited",
                dated=lasting(day) if day is not None else _standing(chart, discourse, cue),
                modality=modality_of(chart, cue),
            )


def _of_another_envoy(chart: Chart, cue: Mention, seat: Mention) -> bool:
    """Whether somebody else is named on a post between a seat and who covers: "A, envoy in | Brazil, B, envoy to …"."""
    posts = [one for one in chart.actors if one.actor is not None and one.actor.post]
    own = [one for one in posts if one.start <= seat.start and seat.end <= one.end]
    others = [one for one in chart.parties if one.role not in ("in", "to") and not one.deictic]
    between = [one for one in others if own and own[-1].end <= one.start < cue.start]
    return bool(own) and (len(between) > 1 or any(own[-1].end <= one.start < cue.start for one in posts))


def _kind(chart: Chart, cue: Mention, noun: Mention | None, seated: Mention | None) -> str:
    """The class of mission that covers a state: an embassy where an ambassador leads the clause, else the noun's."""
    apart = noun is not None and chart.clause(noun.start) != chart.clause(cue.start)
    if apart and any(one.actor and one.actor.post == "ambassador" for one in _leading(chart, cue)):
        return kind_of_envoy(chart, cue) or "embassy"
    noun = None if noun is not None and noun.start > cue.end and ";" in chart.between(cue, noun) else noun
    return noun.kind_in("mission") if noun is not None else kind_in(chart, seated) or kind_of_envoy(chart, cue)


def _leading(chart: Chart, cue: Mention) -> list[Mention]:
    """The people of a clause before its word for covering: "…; | the ambassador is accredited to A, too"."""
    return [one for one in chart.within(chart.actors, *chart.clause(cue.start)) if one.end <= cue.start]


def _coverable(chart: Chart, cue: Mention, seat: Mention, nouns: Sequence[Mention]) -> list[Mention]:
    """The states that a mission may cover besides: not its host, nor whose it is ("елшілігіміз"), by their markers."""
    state, own = party_ids(seat)[0], {noun.start for noun in nouns}
    low = seat.start if seat.kind == "party" and not chart.pack.spaced else -1
    named = [one for one in on_its_side(chart, cue) if state not in one.ids and one.start > low]
    if seat.kind == "city" and chart.pack.order == "svo" and chart.pack.spaced:
        by = any(role_before(chart.text, noun.start, chart.pack)[0] == "by" for noun in nouns if noun.end <= cue.start)
        by = by or "mark.seat" in cue.classes
        named = [one for one in named if one.role] if by else named  # "A is represented in B | by its embassy in C"
    return [
        one
        for one in named
        if one.start not in own
        and (
            one.role in _COVERED
            or (one.role == "with" and 0 <= one.start - cue.end <= _TAKEN)
            or (one.role == "of" and 0 <= one.start - cue.end <= 1)  # "also takes care of | Georgia"
            or _is_charge(chart, one, cue)
        )
    ]


def _is_charge(chart: Chart, one: Mention, cue: Mention) -> bool:
    """Whether somebody answers for a state or a capital right before the word: "| Bissau'dan | da sorumlu"."""
    return chart.pack.order == "sov" and one.role == "from" and 0 < cue.start - one.end <= _CHARGE


def _represented(chart: Chart, cue: Mention) -> Mention | None:
    """Whom a mission represents, where verbs come last: "| Letonya'yı | Ankara'daki büyükelçilik temsil ediyor"."""
    if chart.pack.order != "sov" or "verb.represent" not in cue.classes:
        return None
    inside = chart.within(chart.parties, chart.clause(cue.start)[0], cue.start)
    objects = [one for one in inside if one.role == "object" or (one.deictic and not one.role)]
    return objects[0] if len(objects) == 1 and len(objects[0].ids) == 1 else None


def _doubted(chart: Chart, target: Mention) -> bool:
    """Whether a question mark or a word of exception stands right behind a state: 南非以外."""
    excepted = any(one.start == target.end for one in chart.cues("mark.except"))
    return excepted or chart.text[target.end : target.end + 1] in _DOUBTS


def _of_a_listed(chart: Chart, cue: Mention) -> bool:
    """Whether where an envoy lives is told behind a bracket with their state: "A. Bar (Israel), resident in Yaoundé".

    Whom they are sent to is told elsewhere, and no name beside it is that state's.
    """
    asides = (chart.aside(one.start) for one in chart.parties if one.end <= cue.start)
    return any(aside is not None and 0 <= cue.start - aside[1] <= _SEATED for aside in asides)


def _doer(chart: Chart, cue: Mention, state: str) -> Mention | None:
    """Whose mission it is that leads its clause, where no spaces part words: "西班牙 | 则由驻土耳其使馆兼管"."""
    start, _ = chart.clause(cue.start)
    lead = [one for one in chart.within(chart.parties, start, cue.start) if one.role == "" and state not in one.ids]
    led = not chart.pack.spaced and bool(lead) and not chart.text[start : lead[0].start].strip()
    return lead[0] if led and len(lead[0].ids) == 1 and len(chart.group_of(lead[0])) == 1 else None


def _at_bodies(
    chart: Chart, discourse: Discourse, cue: Mention, seat: Mention, noun: Mention | None
) -> Iterator[Draft]:
    """The organizations that a mission in their city is sent to besides: "… accredited to the EU and NATO, too".

    Only right behind the verb (before one that comes last), with the marker of whom an envoy is sent to, and of a
    mission whose owner is told.
    """
    start, end = chart.clause(cue.start)
    late = chart.pack.order == "sov"
    told = chart.within(chart.kind("organization"), start if late else cue.end, cue.start if late else end)
    bodies = [one for one in told if one.role in (("to", "in") if late else ("to", "with"))]
    sender = sender_of_seat(chart, discourse, noun=noun, cue=cue, seat=seat, target=bodies[0]) if bodies else ""
    if not sender or seat.kind != "city" or noun is None or "mission.embassy" not in noun.classes:
        return
    name, number = city_roles(seat)
    for body in dict.fromkeys(one.ids[0] for one in bodies if one.ids):
        roles = Mission(
            sender=sender, receiver=body, kind="permanent-mission", event="exists", city=name, city_id=number
        )
        day, modality = _standing(chart, discourse, cue), modality_of(chart, cue)
        yield Draft(roles=roles, rule="mission.accredited.body", dated=day, modality=modality)


def _standing(chart: Chart, discourse: Discourse, cue: Mention) -> Dated:
    """The time over which a mission covers others: not that of what came before, "opened in 1993, it represents …"."""
    before = [one for one in chart.dates if one.end <= cue.start]
    told = [one for one in events(chart) if one is not cue and before and one.end <= before[-1].start]
    if told and len(before) == len(chart.dates) and "," in chart.text[before[-1].end : cue.start]:
        return till_published(discourse)
    return standing_date(chart, discourse, cue)


def seat_country(chart: Chart, seat: Mention | None) -> str | None:
    owner = owner_of(chart, seat) if seat is not None else None
    return owner.ids[0] if owner is not None else None
