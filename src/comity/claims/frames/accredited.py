"""Missions that cover a state from elsewhere: "an embassy in Lima which also looks after Bolivia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.chart import Chart, party_ids
from comity.claims.discourse import Discourse, Spoken
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of
from comity.claims.frames.attach import lasting, standing_date, till_published
from comity.claims.frames.by_member import respectively
from comity.claims.frames.concurrent import concurrent_envoy
from comity.claims.frames.cover_seats import (
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
from comity.claims.frames.date_owners import events
from comity.claims.frames.owners import owner_of
from comity.claims.frames.resident import in_its_host, kind_in
from comity.claims.frames.run_from import read_run_from
from comity.claims.frames.seated_abroad import covering_from, embassy_from, on_its_side, sits_there
from comity.claims.frames.sides import found, subject_of
from comity.claims.memory import Posted
from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.claims.words import role_before
from comity.model.roles import Mission

_SEAT_REACH = 120
_SEATED = 5
_TAKEN = 20
_DOUBTS = ("?", "？")
_COVERED = ("to", "in", "for", "object", "")


def read_accredited(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Iterator[Draft]:
    """The states a mission covers from its seat: "an embassy in Lima which also looks after Bolivia".

    The seat may be a state alone: "represented in Namibia through its embassy in Portugal".
    """
    if "fact.resides" in cue.classes and not any(one.actor and one.actor.post for one in chart.actors):
        return  # "the community lives in Milan"
    run = read_run_from(chart, discourse, cue)
    if run is not None:
        yield from run
        return
    concurrent = concurrent_envoy(chart, discourse, cue)
    yield from [concurrent] if concurrent is not None else _seated(chart, discourse, cue, nouns)


def _seated(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Iterator[Draft]:
    seated = seat_cue(chart, cue)
    unseated = seated is not None and right_behind(chart, seated) is None
    if _of_a_listed(chart, cue) or unseated or (seated is cue and told_before(chart, cue)):
        return
    if chart.has("noun.protector"):
        return  # "has acted as protecting power through its Embassy in Damascus" covers nobody
    cities = [one for one in chart.kind("city") if one.country and one.distance(cue) <= _SEAT_REACH]
    sent_to = posted_to(chart, cue, cities)
    cities = [one for one in cities if sent_to is None or one.start > sent_to.end]
    own = chart.within(cities, *chart.clause(cue.start)) if chart.pack.spaced else []
    near = covering_from(chart, cue, [one for one in own or cities if one.end <= cue.start] or own or cities)
    seat = right_behind(chart, seated) if seated is not None else near
    topic = discourse.topic.ids if discourse.topic is not None and len(discourse.topic.ids) == 1 else ("",)
    posted = envoy_seat(chart, cue, topic[0])
    seat = seat or seat_state(chart, cue) or host_seat(chart, cue, nouns) or (posted[1] if posted else None)
    if seat is None:
        known = _known_seat(chart, discourse, cue, nouns)
        yield from _covered_by(chart, discourse, cue, known) if known else _from_the_last(chart, discourse, cue, nouns)
        return
    abroad = _own_envoy(chart, discourse, cue, seat)
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
    named = _coverable(chart, cue, seat, nouns)
    whose = _represented(chart, cue)
    named = [one for one in named if whose is None or not set(one.ids) & set(whose.ids)]
    owner = owner_of(chart, noun) if noun is not None else None
    named = [one for one in named if owner is None or not set(one.ids) & set(owner.ids)]
    late = chart.pack.order == "sov"  # "…'ye de akreditedir, ayrıca | Polonya'yı | … temsil eder"
    later = [one for one in named if one.start >= cue.end and not (late and one.role == "object")]
    behind = [one for one in later if not one.deictic] or later  # "represents | this country | in Luxembourg, too"
    target = sent_to or chart.nearest(cue, behind or named, limit=_SEAT_REACH) or of_envoy(chart, cue, seat)
    yield from _at_bodies(chart, discourse, cue, seat, noun)
    if target is None or _doubted(chart, target) or (chart.pack.spaced and sits_there(chart, cue, seat)):
        return
    by_post = posted is not None and posted[1] is seat
    doer = whose or _doer(chart, cue, state)
    if doer is not None and target is doer:
        return
    sender = doer.ids[0] if doer is not None else ""
    sender = sender or _sender_of_seat(chart, discourse, noun=noun, cue=cue, seat=seat, target=target)
    sender = posted[0] if posted is not None and by_post else sender
    name, number = city_roles(seat if seat.kind == "city" else None)
    kind = _kind(chart, cue, noun, seated) or _kind_before(discourse, sender, state)
    days = respectively(chart, chart.group_of(target), cue)
    for member in [target] if sent_to else chart.group_of(target):
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
        return "embassy"
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
        named = [one for one in named if one.role] if by else named  # "A is represented in B | by its embassy in C"
    return [
        one
        for one in named
        if one.start not in own
        and (one.role in _COVERED or (one.role == "with" and 0 <= one.start - cue.end <= _TAKEN))
    ]


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
    sender = _sender_of_seat(chart, discourse, noun=noun, cue=cue, seat=seat, target=bodies[0]) if bodies else ""
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


def _own_envoy(chart: Chart, discourse: Discourse, cue: Mention, seat: Mention) -> Draft | None:
    """What a sentence tells of somebody's own envoy to the other of the two in question, and where they sit.

    "México: sigue acreditado su embajador en Moscú." Refuses an envoy whose state, name or host is said, and a seat in
    one of the two.
    """
    start, end = chart.clause(cue.start)
    envoys = [one for one in chart.within(chart.actors, start, end) if one.actor and one.actor.post == "ambassador"]
    bare = envoys and not envoys[0].ids and envoys[0].actor and not envoys[0].actor.person
    named = [one for one in chart.parties if one.form != "adjective"]
    owners = [one for one in chart.parties if one.form == "adjective" and start <= one.start < seat.start]
    doers = [one for one in named if one.role == "" and one.end <= max(envoys[0].start, cue.start)] if bare else []
    if len(envoys) != 1 or not bare or owners or len(named) > len(doers) or seat.kind != "city" or len(doers) > 1:
        return None
    spoken = doers[0].ids[0] if doers else "".join((discourse.the_one() or Spoken(ids=())).ids[:1])
    inner = [one for one in chart.kind("party") if envoys[0].start <= one.start < envoys[0].end and one.ids]
    if inner:  # "su embajadora ante | Costa Rica | reside en Managua"
        sent = discourse.other_than(inner[0].ids[0]) if inner[0].role == "to" else None
        spoken = sent.ids[0] if sent is not None and len(sent.ids) == 1 else ""
    host = discourse.other_than(spoken) if spoken else None
    if host is None or len(host.ids) != 1 or seat.country in (spoken, *host.ids):
        return None
    roles = embassy_from(spoken, host.ids[0], seat.country, seat)
    day, modality = standing_date(chart, discourse, cue), modality_of(chart, cue)
    return Draft(roles=roles, rule="mission.accredited.own", dated=day, modality=modality, context=host.context())


def _known_seat(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Posted | None:
    """The mission a sentence covers others from without its city, where one seat of its owner's is known.

    "… in Buenos Aires. The Vietnamese embassy | is accredited to Uruguay."
    """
    start, _ = chart.clause(cue.start)
    own = [one for one in nouns if start <= one.start < cue.start]
    if not own:
        return _envoys_seat(chart, discourse, cue)
    owner = owner_of(chart, own[-1])
    known = discourse.posts.only_seat(owner.ids[0]) if owner is not None and len(owner.ids) == 1 else None
    return known if known is not None and known.kind == own[-1].kind_in("mission") else None


def _envoys_seat(chart: Chart, discourse: Discourse, cue: Mention) -> Posted | None:
    """Where the envoy of one of the two in question sits who leads a clause: "L'| ambassadeur roumain | est accrédité".

    The seat of their embassy in the other, which the text told before.
    """
    start, _ = chart.clause(cue.start)
    envoys = [
        one for one in chart.within(chart.actors, start, cue.start) if one.actor and one.actor.post == "ambassador"
    ]
    if len(envoys) != 1 or len(envoys[0].ids) != 1 or chart.kind("city"):
        return None
    other = discourse.other_than(envoys[0].ids[0])
    return discourse.posts.seat_of(envoys[0].ids[0], other.ids[0], "embassy") if other is not None else None


def _covered_by(chart: Chart, discourse: Discourse, cue: Mention, last: Posted) -> Iterator[Draft]:
    """The states behind a verb that a mission told of before covers."""
    covered = [one for one in chart.parties if one.form != "adjective" and not one.deictic and one.start >= cue.end]
    target = chart.nearest(cue, covered, limit=_SEAT_REACH)
    for party in found(chart.group_of(target)).ids if target is not None else ():
        if party not in (last.sender, last.receiver):
            yield _from(chart, discourse, cue, last, party)


def _from(chart: Chart, discourse: Discourse, cue: Mention, last: Posted, party: str) -> Draft:
    roles = Mission(
        sender=last.sender,
        receiver=party,
        kind=last.kind,
        event="exists",
        city=last.city,
        city_id=last.city_id,
        via=last.receiver,
    )
    return Draft(
        roles=roles,
        rule="mission.accredited.it",
        dated=standing_date(chart, discourse, cue),
        modality=modality_of(chart, cue),
        context=last.context,
    )


def _kind_before(discourse: Discourse, sender: str, state: str) -> str:
    """The class of the mission told of right before, where it is the one that covers: "the Legation … Its head"."""
    last = discourse.posts.last_post(discourse.sentence)
    return last.kind if last is not None and (last.sender, last.receiver) == (sender, state) else ""


def _from_the_last(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Iterator[Draft]:
    """The states covered by the mission told of last: "it is also accredited to …", "söz konusu Büyükelçilik …".

    Refuses where the sentence names a mission of its own, or somebody before the verb who does it.
    """
    last = discourse.posts.last_post(discourse.sentence)
    late = chart.pack.order == "sov"
    alike = last.kind if late and last is not None else ""
    own = [one for one in nouns if one.form != "it" and one.kind_in("mission") != alike]
    named = [one for one in (*chart.parties, *chart.actors) if not one.deictic]
    doers = [one for one in named if one.end <= cue.start and not (late and one.role == "to")]
    if last is None or own or doers:
        return
    ends = (last.sender, last.receiver)
    covered = [one for one in chart.parties if one.form != "adjective" and not one.deictic]
    covered = [one for one in covered if one.start >= cue.end or (late and one.role == "to")]
    target = chart.nearest(cue, covered, limit=_SEAT_REACH)
    for party in found(chart.group_of(target)).ids if target is not None else ():
        if party not in ends:
            yield _from(chart, discourse, cue, last, party)


def _sender_of_seat(
    chart: Chart, discourse: Discourse, *, noun: Mention | None, cue: Mention, seat: Mention, target: Mention
) -> str:
    """Whose mission sits there: its owner or the subject, in a list the list's owner; never the host or the covered."""
    owner = owner_of(chart, noun) if noun is not None else None
    start, _ = chart.clause(cue.start)
    led = seat.kind == "city" or chart.pack.spaced or any(start <= one.start < seat.start for one in chart.parties)
    ids = owner.ids if owner is not None else subject_of(chart, discourse, cue).ids if led else ()
    state = party_ids(seat)[0]
    ids = tuple(one for one in ids if one not in target.ids and one != state)
    if not ids and discourse.row is not None:
        ids = discourse.row[:1]
    near = noun is not None and chart.clause(noun.start) == chart.clause(cue.start)
    other = discourse.other_than(target.ids[0]) if not ids and target.ids and near else None
    if other is not None and state not in other.ids:
        ids = other.ids
    if not ids and discourse.topic is not None and len(discourse.topic.ids) <= 2:
        ids = tuple(one for one in discourse.topic.ids if one != state and one not in target.ids)
    return ids[0] if len(ids) == 1 else ""


def seat_country(chart: Chart, seat: Mention | None) -> str | None:
    owner = owner_of(chart, seat) if seat is not None else None
    return owner.ids[0] if owner is not None else None
