"""Envoys of one state sent out together, each with the state he goes to: "appointed A to Italy and B to India"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.appointment.envoy_roll import name_from, name_until
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.words import role_before
from comity.model.roles import Appointment

_FEWEST, _PASSES = 2, 4


def read_envoy_sendings(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The appointment of each of several envoys of one state: "Kenya's envoys were sworn in: A (Italy), B (Oman)".

    Also "President X of Kenya appointed A ambassador to Italy and B to Oman". Refuses fewer than two, and a sentence of
    which nobody knows who sends them.
    """
    verb = next(iter(chart.cues("verb.appoint")), None)
    post = next(iter(chart.cues("post")), None)
    if verb is None or post is None or not leads(chart.pack) or negated(chart, [verb]):
        return
    sender = _sender(chart, discourse)
    sent = list(dict.fromkeys((name, to) for name, to in _sent(chart) if sender and to != sender))
    if len({to for _, to in sent}) < _FEWEST or len({name for name, _ in sent}) < _FEWEST:
        return
    told = event_date(chart, discourse, verb)
    for name, to in sent:
        yield Draft(
            roles=Appointment(post=post.kind_in("post"), sender=sender, receiver=to, event="appointed", person=name),
            rule="appointment.sent",
            dated=told,
            modality=modality_of(chart, verb),
        )


def _sender(chart: Chart, discourse: Discourse) -> str:
    """The one state of somebody in office, or whose the envoys are; else the home that shows, or the one topic."""
    told = [(one.actor, one.ids[0]) for one in chart.actors if one.actor is not None and len(one.ids) == 1]
    by = {party for actor, party in told if actor.office} or {party for actor, party in told if actor.post}
    by = by or {one.ids[0] for one in chart.parties if one.role == "" and chart.aside(one.start) is None}
    if len(by) == 1:
        return by.pop()
    topic = discourse.topic.ids if discourse.topic is not None and not discourse.is_topic_guessed() else ()
    return (discourse.home if discourse.home_shown else "") or (topic[0] if len(topic) == 1 and not by else "")


def _sent(chart: Chart) -> Iterator[tuple[str, str]]:
    """Each name with the state its bearer is sent to."""
    text = chart.text
    for state in chart.kind("party"):
        if len(state.ids) != 1 or state.deictic or state.form in ("adjective", "demonym", "government"):
            continue
        role, begin = role_before(text, state.start, chart.pack)
        bracket = text[: state.start].endswith("(")
        if role == "to" or bracket:
            end, behind = name_from(chart, state.end + 2)[1:] if text.startswith(", ", state.end) else (0, "")
            told = bool(behind) and text[end : end + 1] in (",", ";", ".")  # "to Georgia, | Askar Omarov |, to Latvia"
            name = behind if told else name_until(chart, _before_title(chart, state.start - 1 if bracket else begin))[1]
            if name:
                yield name, state.ids[0]


def _before_title(chart: Chart, place: int) -> int:
    """Where what stands before a title ends: "Jane Mutua | as the new ambassador | to Rwanda"."""
    text = chart.text
    stop = len(text[:place].rstrip(" ,("))
    for _ in range(_PASSES):
        words = text[:stop].rsplit(" ", 1)
        title = next((one for one in chart.cues("post") if one.end == stop), None)
        if title is not None:
            stop = len(text[: title.start].rstrip(" ,"))
        elif len(words) > 1 and words[1].islower():  # "as", "the", "new"
            stop = len(words[0].rstrip(" ,"))
        else:
            break
    return stop
