"""Who received credentials, and when, for the envoys that the next lines name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.claims.clauses.unnamed import NOBODY
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.context.scene import written_in
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Appointment
from comity.model.selector import Selector
from comity.model.when import When

RECEIVING = ("head-of-state", "head-of-government", "foreign-minister")


def remember_ceremony(discourse: Discourse, chart: Chart, drafts: Iterable[Draft], place: Selector) -> None:
    """Who received credentials, and when: the head of state or minister of the sentence, else who its drafts say."""
    told = [(one.roles, one.dated.when) for one in drafts if isinstance(one.roles, Appointment)]
    told = [one for one in told if one[0].event == "credentials"]
    if ceremony_word(chart) is None:
        _renew(discourse, {one.receiver for one, _ in told})
        return
    host = receiving(chart, discourse, tuple(one.receiver for one, _ in told))
    days = [when for _, when in told] or [one.date.when for one in chart.dates if one.date is not None]
    day = days[0] if len(set(days)) == 1 and _is_day(days[0]) else None
    if host and (day is not None or chart.pack.order != "sov"):
        discourse.ceremony = Spoken(ids=(host,), when=day, place=place, at=discourse.sentence)


def announce_ceremony(chart: Chart, discourse: Discourse) -> None:
    """Take in that a title or heading is of envoys who are received: "Presentation of credentials to the Emir of X".

    The document's own day is the ceremony's where it stands in that line.
    """
    sentence = chart.sentence
    remember_ceremony(discourse, chart, (), sentence.selector())
    named = {one.ids for one in chart.kind("party")}
    if len(named) == 1 and not receiving(chart, discourse) and not chart.has("post"):
        discourse.ceremony = Spoken(ids=named.pop(), place=sentence.selector(), at=discourse.sentence)
    own, told = discourse.document.date, discourse.ceremony
    if own is None or own.start is None or own.end is None or told is None or told.place != sentence.selector():
        return
    start, end = sentence.body.source_span(0, len(sentence.body))
    if told.when is None and start <= own.start and own.end <= end and _is_day(own.value):
        discourse.ceremony = replace(told, when=own.value)


def ceremony_word(chart: Chart) -> Mention | None:
    """The words by which credentials are presented, or received with something between: "received on 3 May | letters".

    Not those in a bracket behind somebody's name.
    """
    words = chart.cues("verb.credentials") or (chart.cues("mark.letters") if chart.has("verb.receive") else [])
    return next((one for one in words if chart.aside(one.start) is None), None)


def receiving(chart: Chart, discourse: Discourse, told: Sequence[str] = ()) -> str:
    """The one party that receives credentials in a sentence; "" where that may be anybody.

    That of somebody in office, else whom the drafts ``told``, else where it happens; a bare "President" is of the home
    that shows, of the town a report comes from, of the one the text is about.
    """
    heads = [one for one in chart.actors if one.actor is not None and one.actor.office in RECEIVING]
    hosts = {one.ids for one in heads if len(one.ids) == 1} or {(one,) for one in told}
    sent = {one.ids for one in chart.actors if one.actor is not None and one.actor.post}
    places = [one for one in chart.parties if one.role in ("in", "to") and not (one.deictic and one.ids in sent)]
    there = {one.ids for one in places if len(one.ids) == 1}
    there = there or {(one.country,) for one in chart.kind("city") if _is_scene(chart, one)}
    hosts = hosts or (there if heads and len(there) == 1 and chart.pack.order != "sov" else set())
    if heads and not hosts:
        return _at_home(chart, discourse)
    hosts = hosts - {(NOBODY,)}
    return hosts.pop()[0] if len(hosts) == 1 else ""


def _is_scene(chart: Chart, city: Mention) -> bool:
    """Whether a town is where it happens, not where envoys to others live: "with residence in | Washington |"."""
    lived = any(0 <= city.start - cue.end <= 1 for cue in chart.cues("fact.resides"))
    return city.role == "in" and bool(city.country) and not lived


def _at_home(chart: Chart, discourse: Discourse) -> str:
    if discourse.home_shown and discourse.home:
        return discourse.home
    if state := written_in(chart, discourse):
        return state
    topic = discourse.topic
    alone = topic is not None and len(topic.ids) == 1 and not discourse.is_topic_guessed()
    return topic.ids[0] if topic is not None and alone else ""


def _renew(discourse: Discourse, hosts: set[str]) -> None:
    """Keep in mind the ceremony that one more envoy was told of: "Weiters empfing er | den neuen Botschafter"."""
    told = discourse.recent_ceremony()
    if told is not None and set(told.ids) & hosts:
        discourse.ceremony = replace(told, at=discourse.sentence)


def _is_day(when: When | None) -> bool:
    return when is not None and when.start is not None and when.start.day is not None
