"""Envoys named together, each with where one goes: "nuevos embajadores: | A en Brasil, B en Perú y C en Chile |"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Draft
from comity.claims.factuality import modality_of
from comity.claims.frames.attach import event_date
from comity.claims.frames.envoy_lists import name_ending
from comity.claims.mention import Mention
from comity.claims.negation import negated
from comity.claims.places import city_roles
from comity.claims.scene import receiving
from comity.claims.words import role_before
from comity.model.roles import Appointment

_FEWEST = 2
_SMALL = " ,(:–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """One of those named: the person, the post, and the state or town gone to."""

    person: str
    post: str
    host: Mention


def read_named_list(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of each of several envoys named by one verb, each name with its host right behind.

    "nombró a A como embajador en Bulgaria, a B como embajadora en Ghana", "embajadores a A (España), B (Suiza)".
    Refuses one alone, a denied verb, and those whose sender neither the sentence nor the report's place tells.
    """
    verb = next(iter(chart.cues("verb.appoint")), None)
    posts = chart.cues("post")
    if verb is None or not posts or chart.pack.order != "svo" or chart.pack.cases or chart.pack.inverts:
        return
    sent = list(_sent(chart, posts))
    if len(sent) < _FEWEST or negated(chart, [verb]):
        return
    hosts = {party for one in sent for party in _party(one.host)}
    sender = _sender(chart, discourse, hosts)
    told = event_date(chart, discourse, verb)
    for one in sent if len(sender.ids) == 1 else ():
        name, number = city_roles(one.host) if one.host.kind == "city" else (None, None)
        for receiver in _party(one.host):
            if receiver != sender.ids[0]:
                yield Draft(
                    roles=Appointment(
                        post=one.post,
                        sender=sender.ids[0],
                        receiver=receiver,
                        event="appointed",
                        person=one.person,
                        city=name,
                        city_id=number,
                    ),
                    rule="appointment.named_list",
                    dated=told,
                    modality=modality_of(chart, verb),
                    context=sender.context,
                )


def _party(host: Mention) -> tuple[str, ...]:
    return (host.country,) if host.kind == "city" else host.ids[:1]


def _sent(chart: Chart, posts: list[Mention]) -> Iterator[_Sent]:
    """Each host with the name right before it, or before the post that it stands behind."""
    for host in sorted((*chart.kind("party"), *chart.kind("city")), key=lambda one: one.start):
        role, begin = role_before(chart.text, host.start, chart.pack)
        bracketed = chart.text[host.start - 1 : host.start] == "(" and chart.text[host.end : host.end + 1] == ")"
        if host.form == "adjective" or host.deictic or not any(_party(host)) or not (role in ("in", "to") or bracketed):
            continue
        begin = host.start - 1 if bracketed else begin
        behind = [cue for cue in posts if 0 < begin - cue.end <= 1]
        begin = _before_post(chart, behind[-1].start) if behind else begin
        name = name_ending(chart, len(chart.text[:begin].rstrip(_SMALL)))
        lead = behind or [cue for cue in posts if cue.start < begin]
        if name and lead:
            yield _Sent(person=name, post=lead[-1].kind_in("post") or "ambassador", host=host)


def _before_post(chart: Chart, start: int) -> int:
    """Where the words begin that lead to a post: "A | como | embajador"."""
    led = [cue.start for cue in chart.cues("mark.capacity") if 0 < start - cue.end <= 1]
    return led[0] if led else start


def _sender(chart: Chart, discourse: Discourse, hosts: set[str]) -> Found:
    """Who sends them: whose envoys or who in office is named, else whose place the report was written in."""
    people = [one for one in chart.actors if one.ids and not set(one.ids) & hosts and len(one.ids) == 1]
    named = people or [
        one for one in chart.parties if one.role in ("", "of", "by") and len(one.ids) == 1 and not set(one.ids) & hosts
    ]
    if named:
        return Found(ids=named[0].ids, context=named[0].context)
    return receiving(chart, discourse, hosts)
