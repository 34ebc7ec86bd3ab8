"""Envoys of a roll, verbs first: all of them presented their letters, or were named, on the day that its lead tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.ceremonies import receiving
from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.people.rolls import Entry, read_roll
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.passage import PassageKind
from comity.model.roles import Appointment

_NAMING = ("head-of-state", "head-of-government")
_RECEIVING = (*_NAMING, "foreign-minister", "other")
_VERBS = {"verb.credentials": "credentials", "verb.appoint": "appointed", "verb.end": "ended"}
_SEVERAL = 2
_LEAD = 24  # what may stand before the one name of a line: "- سعادة السيدة | "


def or_bare_rolls(chart: Chart, discourse: Discourse, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a roll of envoys, where it names as many as what else was read of the sentence; else these."""
    if chart.pack.order != "vso" or chart.pack.capitals:
        return drafts
    rolls = list(_read_rolls(chart, discourse))
    return rolls if rolls and _telling(rolls) >= _telling(drafts) else _with_name(chart, drafts)


def _with_name(chart: Chart, drafts: list[Draft]) -> list[Draft]:
    """The drafts, the only one with the name between its verb and the post: «يشغل | فلان | منصب سفير قطر في باريس»."""
    roles = drafts[0].roles if len(drafts) == 1 else None
    if not isinstance(roles, Appointment) or roles.person or roles.event not in ("appointed", "holds"):
        return drafts
    for verb in chart.cues("verb.appoint", "verb.serve"):
        behind = [one for one in read_roll(chart, verb.end, alone=True) if one.person and one.post == roles.post]
        if behind and 0 < behind[0].start - verb.end <= _LEAD and not behind[0].plural:
            return [replace(drafts[0], roles=replace(roles, person=behind[0].person))]
    return drafts


def _telling(drafts: Sequence[Draft]) -> tuple[int, int]:
    """How many of these name somebody, and how many they are."""
    told = [one.roles for one in drafts if isinstance(one.roles, Appointment)]
    return sum(bool(one.person) for one in told), len(drafts)


def _read_rolls(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of each envoy of a roll, that of one line too where the lines before told what it is a roll of.

    «تسلم الرئيس أوراق اعتماد سفير إيطاليا فلان، وسفير اليابان فلان». Refuses a roll of which nobody is known to
    receive it, or to have sent it.
    """
    roll = discourse.recent_roll()
    if not chart.has("post") and roll is None:
        return
    verb = next((one for label in _VERBS for one in chart.cues(label)), None)
    if verb is not None and _is_within(chart, verb):
        verb = None  # «سفير إيران، | عين | الله سوري، وسفير تركيا»
    alone = verb is None or _is_relative(chart, verb)
    if (verb is None and roll is None) or (verb is not None and negated(chart, [verb])):
        return
    event = _event(verb if not alone else None) or (roll[0] if roll is not None else "appointed")
    entries = _entries(chart, verb, alone=alone and roll is not None)
    known = roll[1] if roll is not None and roll[0] == event else None
    ends = _Ends(chart, discourse, event, entries, known)
    told = _told_on(chart, discourse, verb if not alone else None, known)
    for entry in entries:
        for sender, receiver, seat in ends.of(entry):
            city, number = city_roles(seat)
            yield Draft(
                roles=Appointment(
                    post=entry.post,
                    sender=sender,
                    receiver=receiver,
                    event=event,
                    person=entry.person or None,
                    city=city,
                    city_id=number,
                ),
                rule="appointment.listed",
                dated=_own_day(chart, entry) or told,
                modality=modality_of(chart, verb) if verb is not None else "asserted",
                context=ends.context,
            )


def _is_within(chart: Chart, verb: Mention) -> bool:
    """Whether a word for naming stands between the posts of a list: it is a name's, or said of one alone."""
    posts = chart.cues("post")
    return "verb.appoint" in verb.classes and sum(one.start < verb.start for one in posts) > 1 and len(posts) > _SEVERAL


def _event(verb: Mention | None) -> str:
    if verb is None:
        return ""
    return next(event for label, event in _VERBS.items() if label in verb.classes)


def _is_relative(chart: Chart, verb: Mention) -> bool:
    """Whether a verb is but said of one of the roll: «فلان | الذي عين | سفيرا بالهند»."""
    return any(0 <= verb.start - one.end <= 1 for one in chart.cues("mark.relative"))


def _entries(chart: Chart, verb: Mention | None, *, alone: bool) -> Sequence[Entry]:
    """The roll of a sentence: behind its verb, else behind the first post where the verb comes late."""
    if alone:
        if not chart.has("post") and chart.sentence.passage.kind != PassageKind.ITEM:
            return ()  # nothing but a line of a list names an envoy by his state alone: «السيد فلان (زامبيا)»
        entries = read_roll(chart, 0, alone=True) if not chart.has("verb.serve", "verb.end") else []
        posts = chart.cues("post")
        entries = entries or (read_roll(chart, posts[0].start) if posts else [])  # «ضمت القائمة | سفير إيران فلان …»
        lone = len(entries) == 1 and not (entries[0].person and entries[0].start <= _LEAD)
        return () if lone or not all(one.person for one in entries) else entries
    assert verb is not None
    behind = [one for one in chart.cues("post") if one.start > verb.start]
    first = next(iter(chart.cues("post")), None)
    several = first is not None and chart.is_plural(first)
    before = 0 if first is None else first.start if several else _past_heads(chart, first.start)
    entries = read_roll(chart, verb.end if behind or first is None else before)
    if not entries and several and before < verb.start:
        entries = read_roll(chart, before)  # «قدم | سفراء بلجيكا وغانا | أوراقهم، سفراء لبلادهم لدى السودان»
    if not entries and _is_of_one(chart, verb):
        entries = [one for one in read_roll(chart, chart.clause(verb.start)[0], alone=True) if _is_beside(one, verb)]
    return entries


def _past_heads(chart: Chart, place: int) -> int:
    """Where somebody in office who is named before a roll ends: «استقبل | وزير الخارجية فلان | كلا من فلان سفير X»."""
    return max((one.end for one in chart.actors if one.actor and one.actor.office and one.end <= place), default=place)


def _is_of_one(chart: Chart, verb: Mention) -> bool:
    """Whether a verb tells of one whose name no post stands beside: «قدم فلان أوراق اعتماده سفيرا»."""
    whose = chart.text[verb.start : verb.end].endswith(chart.pack.possessives)
    return whose and "verb.credentials" in verb.classes


def _is_beside(entry: Entry, verb: Mention) -> bool:
    """Whether somebody is named right before a verb, and sent to one place."""
    return bool(entry.person) and entry.start < verb.start and not entry.plural


def _own_day(chart: Chart, entry: Entry) -> Dated | None:
    """The one day told within an entry of a roll in which others have days of their own, or right behind it."""
    own = [one for one in chart.dates if entry.start <= one.start <= entry.end + 4]
    return dated(own[0]) if len(own) == 1 else None


def _told_on(chart: Chart, discourse: Discourse, verb: Mention | None, known: Spoken | None) -> Dated:
    """The day of the lead: the only one of the sentence, that of its verb, that of the lines before."""
    days = [one for one in chart.dates if not chart.compared(one)]
    if verb is not None and len(days) == 1:
        return dated(days[0])
    told = event_date(chart, discourse, verb) if verb is not None else Dated()
    if told.when is None and known is not None and not days:
        return Dated(when=known.when, context=known.context())
    return told


class _Ends:
    """Who sends each envoy of a roll, and who receives one."""

    def __init__(
        self, chart: Chart, discourse: Discourse, event: str, entries: Sequence[Entry], known: Spoken | None
    ) -> None:
        self.event = event
        told = any(one.person for one in entries) or all(one.plural for one in entries)
        self.many = entries if told else ()
        senders = {party_ids(one)[0] for entry in entries for one in entry.states[:1]}
        found = _host_of(chart, discourse, event, entries)
        if not found.ids and known is not None:
            found = Found(ids=known.ids, context=known.context())
        if not found.ids:
            spoken = discourse.topic
            lone = spoken is not None and len(spoken.ids) == 1 and not set(spoken.ids) & senders
            found = Found(ids=spoken.ids, context=spoken.context()) if spoken is not None and lone else Found()
        home = discourse.home if discourse.home_shown and discourse.home not in senders else ""
        self.one = found.ids[0] if len(found.ids) == 1 else home
        self.context = found.context

    def of(self, entry: Entry) -> Iterator[tuple[str, str, Mention | None]]:
        """Sender, receiver and seat of an entry, once for each state that somebody is sent to."""
        if entry not in self.many or not entry.states:
            return
        if self.event != "appointed":
            sender = party_ids(entry.states[0])[0]
            if not entry.person and entry.states[0].role in ("in", "to"):
                return  # «عدد من السفراء المقيمين | في الأردن |»
            if (
                self.one
                and sender != self.one
                and entry.states[0].kind == "party"
                and entry.post != "charge-d-affaires"
            ):
                seats = (one for one in entry.states if one.kind == "city" and one.country == self.one)
                yield sender, self.one, next(seats, None)
            return
        first, rest = entry.states[0], entry.states[1:]
        own = bool(rest) and first.kind == "party" and first.role in ("of", "to") and rest[0].role not in ("of", "to")
        sender = party_ids(first)[0] if own else self.one
        for host in rest if own else entry.states:
            receiver = party_ids(host)[0]
            if sender and receiver != sender:
                yield sender, receiver, host if host.kind == "city" else None


def _host_of(chart: Chart, discourse: Discourse, event: str, entries: Sequence[Entry]) -> Found:
    """Who receives, or names, all of a roll: somebody in office before it, the state told with "at" behind it."""
    offices = _RECEIVING if event != "appointed" else _NAMING
    low = entries[0].start if entries else len(chart.text)
    heads = [one for one in chart.actors if one.actor is not None and one.actor.office in offices]
    named = {one.ids for one in heads if len(one.ids) == 1}
    if len(named) == 1:
        return Found(ids=named.pop())
    plain = [one for one in chart.kind("party") if len(one.ids) == 1 and not one.deictic]
    there = {one.ids for one in plain if (one.role == "in" if event != "appointed" else one.start < low)}
    if len(there) != 1 and heads:
        there = {(one.country,) for one in chart.kind("city") if one.role == "in" and one.country and one.start < low}
    if len(there) != 1 and event != "appointed":
        there = {(one,) for one in [receiving(chart, discourse)] if one}
    return Found(ids=there.pop()) if len(there) == 1 else Found()
