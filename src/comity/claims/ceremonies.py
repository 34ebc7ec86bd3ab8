"""Ceremonies at which envoys hand over their credentials: who received them and when, for the sentences behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Spoken
from comity.claims.draft import Draft
from comity.claims.mention import Mention
from comity.claims.theme import labels_in
from comity.claims.unnamed import NOBODY
from comity.model.roles import Appointment
from comity.model.selector import Selector
from comity.model.when import When

RECEIVING = ("head-of-state", "head-of-government", "foreign-minister")
_GOVERNING = "title.governor-general"
_OPENING = 3
_LINES = (",", " (", " -", " –", " —", " le ")


def remember_ceremony(discourse: Discourse, chart: Chart, drafts: Sequence[Draft], place: Selector) -> None:
    """Who received credentials, and when: the head of state or minister of the sentence, else who its drafts say."""
    _remember_dateline(discourse, chart)
    if not chart.has("verb.credentials") and not _announced(discourse, chart):
        _renew(discourse, drafts)
        return
    told = [
        (one.roles.receiver, one.dated.when)
        for one in drafts
        if isinstance(one.roles, Appointment) and one.roles.event == "credentials"
    ]
    receivers = {receiver for receiver, _ in told}
    hosts = tuple(receivers) if len(receivers) == 1 and not _led(chart) else hosts_of(chart, discourse)
    days = [when for _, when in told] or [one.date.when for one in chart.dates if one.date is not None]
    day = days[0] if len(set(days)) == 1 and is_day(days[0]) else None
    if len(hosts) == 1 and (day is not None or chart.pack.order != "sov"):
        discourse.ceremony = Spoken(ids=hosts, when=day, place=place, at=discourse.sentence)


def _announced(discourse: Discourse, chart: Chart) -> bool:
    """Whether a head of state receives envoys under a title of credentials: "Accréditations diplomatiques"."""
    title = discourse.document.title
    told = chart.has("verb.receive") and chart.has("post", "mark.heading_envoys") and bool(_heads(chart))
    return told and title is not None and "verb.credentials" in labels_in(title.value, chart.pack.code)


def hosts_of(chart: Chart, discourse: Discourse) -> tuple[str, ...]:
    """Who receives the credentials a sentence tells of: the state of a head or minister, the one named with "to".

    A head of state without one is of where it happened: "the President received in | Abidjan |"; of where the report
    was written; of the state a page is at home in or alone about.
    """
    heads = _heads(chart)
    hosts: set[tuple[str, ...]] = _led(chart)
    there = {one.ids for one in chart.parties if one.role in ("in", "to") and len(one.ids) == 1 and not one.deictic}
    there = there or {(one.country or "",) for one in chart.kind("city") if one.role in ("in", "of") and one.country}
    if not hosts and heads and len(there) == 1 and chart.pack.order != "sov":
        hosts = set(there)
    if not hosts and heads and not there and discourse.written_in and chart.pack.order == "svo":
        hosts = {(discourse.written_in,)}
    if heads and not hosts and discourse.home_shown and discourse.home:
        hosts = {(discourse.home,)}
    lone = discourse.topic is not None and len(discourse.topic.ids) == 1 and not discourse.is_guessed()
    if heads and not hosts and not there and lone and discourse.topic and not chart.parties:
        hosts = {(discourse.topic.ids[0],)}
    hosts -= {(NOBODY,)}
    return hosts.pop() if len(hosts) == 1 else ()


def _heads(chart: Chart) -> list[Mention]:
    """Those in a sentence who may receive credentials: heads of state, ministers, a governor-general."""
    people = [one for one in chart.actors if one.actor is not None]
    return [one for one in people if one.actor and (one.actor.office in RECEIVING or _GOVERNING in one.classes)]


def _led(chart: Chart) -> set[tuple[str, ...]]:
    """The states of those who may receive credentials."""
    return {one.ids for one in _heads(chart) if len(one.ids) == 1}


def _remember_dateline(discourse: Discourse, chart: Chart) -> None:
    """The state of the town that opens a report: "Libreville, 12 mars 2019 – Le président …"."""
    if discourse.sentence > _OPENING or discourse.written_in:
        return
    towns = [one for one in chart.kind("city") if one.start == 0 and one.country and one.role == ""]
    behind = chart.text[towns[0].end :][:4] if towns else ""
    if towns and (not behind.strip() or behind.startswith(_LINES)):
        discourse.written_in = towns[0].country


def _renew(discourse: Discourse, drafts: Sequence[Draft]) -> None:
    """Keep in mind the ceremony that one more envoy was told of: "Weiters empfing er | den neuen Botschafter"."""
    told = discourse.recent_ceremony()
    more = [one.roles for one in drafts if isinstance(one.roles, Appointment) and one.roles.event == "credentials"]
    if told is not None and any((one.receiver,) == told.ids for one in more):
        discourse.ceremony = replace(told, at=discourse.sentence)


def is_day(when: When | None) -> bool:
    """Whether a time begins on a day that is known."""
    return when is not None and when.start is not None and when.start.day is not None
