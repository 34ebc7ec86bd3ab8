"""Envoys of one state sent out together, each with the state he goes to: "appointed A to Italy and B to India"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.context.scene import written_in
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.appointment.envoy_roll import name_from, name_until
from comity.claims.frames.times.attach import event_date
from comity.claims.people.bare_names import bare_person
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.states.places import city_roles
from comity.model.passage import PassageKind
from comity.model.roles import Appointment

_FEWEST, _PASSES = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """One of those named: the name, the post, the state gone to, and the town where it is told."""

    person: str
    post: str
    party: str
    seat: Mention | None = None


def read_envoy_sendings(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The appointment of each of several envoys of one state: "Kenya's envoys were sworn in: A (Italy), B (Oman)".

    Also "President X of Kenya appointed A ambassador to Italy and B to Oman". Refuses fewer than two, and a sentence of
    which nobody knows who sends them.
    """
    verb = next(iter(chart.cues("verb.appoint")), None)
    if verb is None:
        yield from _in_a_line(chart, discourse)
        return
    if not chart.has("post") or not _tells_so(chart) or negated(chart, [verb]):
        return
    sent = list(dict.fromkeys(_sent(chart)))
    sender = _sender(chart, discourse, {one.party for one in sent})
    sent = [one for one in sent if sender and one.party != sender]
    if len({one.party for one in sent}) < _FEWEST or len({one.person for one in sent}) < _FEWEST:
        return
    told = event_date(chart, discourse, verb)
    for one in sent:
        yield Draft(roles=_roles(one, sender), rule="appointment.sent", dated=told, modality=modality_of(chart, verb))


def _in_a_line(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The appointment of the one whom an item names, behind a sentence that told who named several: "- A, in Peru"."""
    told = discourse.recent_roll()
    alone = chart.sentence.passage.kind == PassageKind.ITEM and _tells_so(chart)
    if not alone or told is None or told[0] != "appointed" or chart.has("verb.credentials"):
        return
    naming, sent = told[1], list(dict.fromkeys(_sent(chart)))[:1]
    for one in sent if len(naming.ids) == 1 else ():
        if one.party != naming.ids[0]:
            discourse.naming = replace(naming, at=discourse.sentence)
            yield Draft(
                roles=_roles(one, naming.ids[0]),
                rule="appointment.listed",
                dated=Dated(when=naming.when, context=naming.context()),
                context=naming.context(),
            )


def _roles(one: _Sent, sender: str) -> Appointment:
    name, number = city_roles(one.seat)
    return Appointment(
        post=one.post,
        sender=sender,
        receiver=one.party,
        event="appointed",
        person=one.person,
        city=name,
        city_id=number,
    )


def _tells_so(chart: Chart) -> bool:
    """Whether a list of names and states is told in the order that this reader knows: no cases, the place last."""
    pack = chart.pack
    return pack.order == "svo" and pack.spaced and (pack.inverts or not pack.cases)


def _sender(chart: Chart, discourse: Discourse, hosts: set[str]) -> str:
    """The one state of somebody in office, or whose the envoys are; else the home that shows, the one topic, or where
    the report was written.

    None of the ``hosts`` that they are sent to.
    """
    told = [(one.actor, one.ids[0]) for one in chart.actors if one.actor is not None and len(one.ids) == 1]
    by = {party for actor, party in told if actor.office} or {party for actor, party in told if actor.post}
    by = by or {one.ids[0] for one in chart.parties if one.role == "" and chart.aside(one.start) is None}
    by -= hosts
    if len(by) == 1:
        return by.pop()
    topic = discourse.topic.ids if discourse.topic is not None and not discourse.is_topic_guessed() else ()
    home = (discourse.home if discourse.home_shown else "") or (topic[0] if len(topic) == 1 and not by else "")
    return home or ("" if by else written_in(chart, discourse))


def _sent(chart: Chart) -> Iterator[_Sent]:
    """Each name with the state or town its bearer is sent to."""
    for place in sorted((*chart.kind("party"), *chart.kind("city")), key=lambda one: one.start):
        seat = place if place.kind == "city" else None
        party = place.country if seat is not None else place.ids[0] if len(place.ids) == 1 else ""
        if not party or place.deictic or place.form in ("adjective", "demonym", "government"):
            continue
        name, post = _name_beside(chart, place)
        if name:
            yield _Sent(person=name, post=post, party=party, seat=seat)


def _name_beside(chart: Chart, place: Mention) -> tuple[str, str]:
    """Who is sent to a place, and the post: "to Georgia, | Askar Omarov |", "| A | (Italy)", "| A | en Brasil"."""
    text = chart.text
    role, begin = role_before(text, place.start, chart.pack)
    bracket = text[: place.start].endswith("(")
    if role != "to" and not bracket and (role != "in" or (leads(chart.pack) and chart.pack.adjectives == "before")):
        return "", ""
    lead = text[place.end : place.end + 2]
    end, behind = name_from(chart, place.end + 2)[1:] if lead in (", ", ": ") else (0, "")
    told = bool(behind) and text[end : end + 1] in (",", ";", ".", "") and (role == "to" or lead == ": ")
    stop = _before_title(chart, place.start - 1 if bracket else begin)
    name = behind if told else name_until(chart, stop)[1] or _named_first(chart, place)
    posts = chart.cues("post")
    own = [one for one in posts if stop <= one.start < place.start] or [one for one in posts if one.start < place.start]
    return name, ((own or posts)[-1].kind_in("post") if posts else "") or "ambassador"


def _named_first(chart: Chart, place: Mention) -> str:
    """Who stands before the verb that tells the first post: "| M. Zongo | est nommé ambassadeur du Mali à Accra, …"."""
    titles = [one for one in chart.cues("post") if one.end <= place.start]
    verbs = [one for one in chart.cues("verb.appoint") if titles and one.end == titles[-1].start - 1]
    owner = chart.text[titles[-1].end : place.start].split() if verbs else []
    told = [one for one in chart.kind("party") if titles and titles[-1].end <= one.start < place.start]
    return bare_person(chart, verbs[0]) if verbs and (len(owner) <= 1 or len(told) == 1) else ""


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
