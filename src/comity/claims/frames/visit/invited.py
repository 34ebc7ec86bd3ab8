"""Invitations told without a word for the visit: "X'i Türkiye'ye davet etti", "Karis de Türkiye'ye davetli"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import acting_cities, found
from comity.claims.frames.sides.owners import is_adjunct
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_REACH = 120
_BEHIND = 8
_LED = 3


def find_invited(chart: Chart, discourse: Discourse) -> Iterator[tuple[Mention, Mention, Found]]:
    """Each invitation of somebody in office: the word for it, who is invited, and where to as far as it is said.

    Where no place is said it is the state of who invites. Refuses an invitation that only tells why somebody came
    ("on the invitation of"), one to an organization, and one in a sentence that tells of a visit by its name.
    """
    journeys = chart.cues("verb.visit", "noun.visit", "verb.be_in")
    for cue in chart.cues("verb.invite"):
        start, end = chart.clause(cue.start)
        own = chart.within(journeys, start, end) if chart.pack.order == "sov" else journeys
        if own:
            continue
        if chart.pack.order == "vso":
            yield from _bidden(chart, cue, end)
            continue
        helped = any(one.end <= cue.start for one in chart.within(chart.cues("verb.have"), start, end))
        if chart.pack.inverts and helped and "mark.bidding" not in cue.classes:
            continue  # "Myanmar | hat | er eingeladen": who is invited stands anywhere
        if chart.pack.order == "svo" and not chart.pack.inverts:
            yield from _invited_svo(chart, discourse, cue)
            continue
        if "mark.bidding" in cue.classes:
            yield from _asked_over(chart, cue, end)
            continue
        people = [
            one
            for one in chart.actors
            if one.actor is not None and one.actor.office and start <= one.start and one.end <= cue.start
        ]
        guests = [one for one in people if one.role == "object"] or [one for one in people[-1:] if one.role == ""]
        if len(guests) != 1 or cue.start - guests[0].end > _REACH or negated(chart, [cue]):
            continue
        guest = guests[0]
        host = _place(chart, cue, guest) or _inviter(chart, guest, start)
        yield cue, guest, host or _other(discourse, guest)


def _bidden(chart: Chart, cue: Mention, end: int) -> Iterator[tuple[Mention, Mention, Found]]:
    """Who is invited and where to, where the verb comes first and says both behind it: "دُعي | الرئيس … إلى القاهرة"."""
    behind = [one for one in chart.within(chart.actors, cue.end, end) if one.actor is not None and one.actor.office]
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.role == "to" and cue.end <= one.start < end]
    if len(behind) == 1 and behind[0].role == "" and places and not negated(chart, [cue]):
        yield cue, behind[0], found(places[:1])


def _asked_over(chart: Chart, cue: Mention, end: int) -> Iterator[tuple[Mention, Mention, Found]]:
    """Whom an active verb invites, behind it, and where to: "Steinmeier lud | Präsident Petro | nach Berlin ein"."""
    behind = [one for one in chart.within(chart.actors, cue.start + 1, end) if one.actor and one.actor.office]
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.role == "to" and cue.start < one.start < end]
    host = found(places[:1])
    guests = [one for one in behind if one.role in ("", "object") and not set(one.ids) & set(host.ids)]
    if guests and places and guests[-1].end <= places[0].start and not negated(chart, [cue]):
        yield cue, guests[-1], host


def _invited_svo(chart: Chart, discourse: Discourse, cue: Mention) -> Iterator[tuple[Mention, Mention, Found]]:
    """Who is invited before the word for it, the host behind it or between: "X est invitée | à Dakar".

    Of an active verb who invites stands between: "le président X, que | Dakar | a invité"; or whom it invites ends the
    clause: "Lima ha invitado | a la presidenta X".
    """
    start, end = chart.clause(cue.start)
    if negated(chart, [cue]):
        return
    people = [one for one in chart.actors if one.actor is not None and one.actor.office]
    doers = [one for one in (*chart.parties, *acting_cities(chart)) if one.role == "" and one.form != "adjective"]
    led = [one for one in doers if start <= one.start and one.end <= cue.start]
    active = "mark.bidding" in cue.classes
    before = [one for one in people if one.end <= cue.start and cue.start - one.end <= _REACH]
    guest = before[-1] if before else None
    between = [one for one in led if guest is not None and guest.end <= one.start]
    if guest is not None and guest.role in ("", "object") and (between or (not active and not led)):
        near = [one for one in (*chart.parties, *chart.kind("city")) if 0 < one.start - cue.end <= _BEHIND]
        places = [one for one in near if one.role in ("to", "in", "object") and one.start < end]
        host = found(between[-1:] or places[:1])
        behind = [one for one in (*chart.actors, *chart.parties) if one.role == "by" and set(one.ids) != set(host.ids)]
        if chart.within([*behind, *chart.cues("noun.gathering", "verb")], cue.end, end):
            return  # "invité | par M. Widodo au sommet du G20"
        if not set(host.ids) & set(guest.ids):
            yield cue, guest, host if host.ids else _other(discourse, guest)
    behind = [one for one in people if cue.end < one.start < end and one.start - cue.end <= _BEHIND]
    behind = [one for one in behind if one.role in ("", "object")]
    lone = guest is not None and not between and guest.role == "" and len(before) == 1 and guest.end < cue.start
    led = [guest] if lone and guest is not None else led if guest is None else []
    if active and led and behind and _ends_there(chart, behind[0], end, found(led[-1:])):
        host = found(led[-1:])
        if len(host.ids) == 1 and host.ids != behind[0].ids:
            yield cue, behind[0], host


def _ends_there(chart: Chart, guest: Mention, end: int, host: Found) -> bool:
    """Whether a clause ends with whom it invites, or with a place in the state that invites behind them."""
    for one in (*chart.parties, *chart.kind("city")):
        led = guest.end <= one.start < end and set(found([one]).ids) == set(host.ids)
        if led and len(chart.text[guest.end : one.start].split()) <= _LED:
            return not chart.text[one.end : end].strip(" .;")
    return not chart.text[guest.end : end].strip(" .;")


def find_bidden(chart: Chart, anchor: Mention) -> tuple[Mention | None, Found | None]:
    """Whom an active verb asks to visit, marked as its object, and who asks: "invitó | a su homólogo X | a visitar …".

    Only where who does it stands before its verb and an object has a marker of its own.
    """
    start, _ = chart.clause(anchor.start)
    asked = chart.within(chart.cues("fact.request", "verb.invite"), start, anchor.start)
    if chart.pack.order != "svo" or not chart.pack.postposes or not asked:
        return None, None
    guests = [one for one in chart.within(chart.actors, asked[-1].end, anchor.start) if one.actor and one.actor.office]
    led = [one for one in chart.within((*chart.actors, *chart.parties), start, asked[-1].start) if one.role == ""]
    led = [one for one in led if len(one.ids) == 1 and one.form != "adjective"]
    if len(guests) != 1 or guests[0].role not in ("object", "to") or not led or led[0].ids == guests[0].ids:
        return None, None
    return guests[0], found(led[:1])


def find_addressee(chart: Chart, anchor: Mention) -> tuple[Mention | None, Found | None]:
    """Whom an invitation to visit is addressed to, and whose it is: "A extended | to President B an invitation …"."""
    start, _ = chart.clause(anchor.start)
    asked = chart.within(chart.cues("fact.request"), start, anchor.start)
    guests = [
        one
        for one in chart.within(chart.actors, start, anchor.start)
        if one.role == "to" and one.actor is not None and one.actor.office and one.actor.person
    ]
    if not asked or len(guests) != 1:
        return None, None
    return guests[0], _inviter(chart, guests[0], start)


def _place(chart: Chart, cue: Mention, guest: Mention) -> Found | None:
    """Where to: a state or city said with "to" before the word for it."""
    places = [
        one
        for one in (*chart.parties, *chart.kind("city"))
        if one.role == "to" and found([one]).ids != guest.ids
        if one.end <= cue.start or (chart.pack.inverts and one.start < chart.clause(cue.start)[1])
    ]
    near = chart.nearest(cue, places, limit=_REACH)
    return found([near]) if near is not None else None


def _inviter(chart: Chart, guest: Mention, start: int) -> Found | None:
    """The state of who invites: named with no role before the guest."""
    doers = [
        one
        for one in (*chart.actors, *chart.parties)
        if start <= one.start and one.end <= guest.start and one.role == "" and one.ids and one.ids != guest.ids
        if one.kind == "actor" or not is_adjunct(chart, one)
    ]
    return found(doers[:1]) if doers else None


def _other(discourse: Discourse, guest: Mention) -> Found:
    """The other of the two in question, else the state whose voice the text has: "Науседа да шақырылған"."""
    other = discourse.other_than(guest.ids[0]) if guest.ids else None
    other = other or (discourse.speaker() if discourse.home_shown and discourse.home not in guest.ids else None)
    return Found(ids=other.ids, context=other.context()) if other is not None else Found()
