"""Envoys received together: a list of names, each with the state it is of, and one who receives them."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.calls_off import LIGHT
from comity.claims.ceremonies import hosts_of
from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found, Spoken
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of
from comity.claims.frames.attach import event_date
from comity.claims.frames.envoy_pairs import envoy_pairs, is_all
from comity.claims.frames.posting import presented_to
from comity.claims.mention import Mention
from comity.claims.negation import negated
from comity.claims.unnamed import NOBODY
from comity.model.roles import Appointment
from comity.model.when import When

_FEWEST = 2
_FEWEST_STATES, _MANY = 3, 4
_NO_SENDERS = ("adjective", "government", "metonym", "unnamed")
_NAMED = 2


def read_envoy_lists(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The credentials of each of a list: "los embajadores A, de la República de X; B, de Y, y C, del Reino de Z".

    Also with the state before the name: "los embajadores de X, A; Y, B". Refuses a list of which nobody is known to
    receive it, and one that no word for credentials stands with, in its sentence or right before.
    """
    ceremony = discourse.recent_ceremony()
    if chart.pack.cases and chart.pack.order == "svo" and not chart.pack.inverts:
        yield from _of_many(chart, ceremony, discourse.published)
        return
    verb = next(iter(chart.cues("verb.credentials")), None)
    if verb is None and chart.has("mark.namely") and chart.pack.order == "svo":
        many = list(_of_many(chart, ceremony, discourse.published))
        yield from many  # "Il s'agit des ambassadeurs du Koweït, du Nigéria et de la Serbie"
        if many:
            return
    lead = _lead(chart, ceremony)
    if lead is None or (verb is None and ceremony is None) or chart.pack.order != "svo" or chart.pack.cases:
        return
    host = _host(chart, lead) if verb is not None else Found()
    apart = host.ids or hosts_of(chart, discourse) or (ceremony.ids if ceremony is not None else ())
    envoys = envoy_pairs(chart, lead.end, apart)
    envoys = envoys if len(envoys) >= _FEWEST or verb is None else envoy_pairs(chart, 0, apart)
    if not apart:
        host = _at_home(discourse, {one.sender for one in envoys})
    receiver = apart or host.ids
    alone = len(envoys) == 1 and verb is None and is_all(chart, envoys[0])
    if (len(envoys) < _FEWEST and not alone) or len(receiver) != 1 or (verb is not None and negated(chart, [verb])):
        return
    told = event_date(chart, discourse, verb) if verb is not None else Dated()
    if told.when is None and ceremony is not None:
        told = Dated(when=ceremony.when, context=ceremony.context())
    for one in envoys:
        if one.sender != receiver[0]:
            yield Draft(
                roles=Appointment(
                    post=one.post or _post(lead),
                    sender=one.sender,
                    receiver=receiver[0],
                    event="credentials",
                    person=one.person,
                ),
                rule="appointment.listed",
                dated=told,
                modality=modality_of(chart, verb) if verb is not None else "asserted",
                context=host.context or (ceremony.context() if ceremony is not None else ()),
            )


def _of_many(chart: Chart, ceremony: Spoken | None, published: When | None) -> Iterator[Draft]:
    """The credentials of envoys without names, a ceremony being told of before: «Среди них послы Ганы, Кубы и Кипра».

    Or "The list of the states: A, B, C and D". Refuses a sentence with a name or a day, or in which anything happens.
    """
    if ceremony is None or len(ceremony.ids) != 1 or chart.dates or chart.has("verb.credentials"):
        return
    people = [one for one in chart.actors if one.form != "pronoun"]  # "| Il | s'agit des ambassadeurs de …"
    if any(one.actor is not None and one.actor.person for one in people) or _happens(chart):
        return
    lead = next(iter(chart.cues("post.ambassador")), None)
    colon = chart.text.find(":")
    low = lead.end if lead is not None else colon
    named = [
        one for one in chart.kind("party") if one.start >= low >= 0 and one.form not in _NO_SENDERS and not one.deictic
    ]
    named = [one for one in named if one.role == ("of" if lead is not None else "") and len(one.ids) == 1]
    listed = lead is not None or (0 <= colon < named[0].start <= colon + _NAMED if named else False)
    if not listed or len({one.ids for one in named}) < (_FEWEST_STATES if lead is not None else _MANY):
        return
    to_come = published is not None and ceremony.when is not None and (ceremony.when.first or 0) > (published.last or 0)
    for sender in dict.fromkeys(one.ids[0] for one in named if one.ids != ceremony.ids and one.ids[0] != NOBODY):
        yield Draft(
            roles=Appointment(post="ambassador", sender=sender, receiver=ceremony.ids[0], event="credentials"),
            rule="appointment.listed",
            dated=Dated(when=ceremony.when, context=ceremony.context()),
            modality="planned" if to_come else "asserted",
            context=ceremony.context(),
        )


def _happens(chart: Chart) -> bool:
    """Whether a sentence tells more than who is among them: a verb of a deed, an agreement, a mission."""
    light = LIGHT | {"verb.meet", "verb.receive"}
    return any(not one.classes & light for one in chart.cues("verb")) or chart.has("agreement", "mission", "noun.visit")


def _lead(chart: Chart, ceremony: Spoken | None) -> Mention | None:
    """The word for several envoys that a list stands behind, or the one that tells of their credentials.

    After a ceremony also "they are", or the line's own beginning: "Véronique Brumeaux (France)".
    """
    posts = [cue for cue in chart.cues("post") if chart.text[cue.start : cue.end].lower().endswith(chart.pack.plurals)]
    lead = next(iter(posts), None) or next(iter(chart.cues("verb.credentials")), None)
    if lead is not None or ceremony is None:
        return lead
    told = next(iter(chart.cues("mark.namely", "verb.receive")), None)
    if told is not None or chart.has(
        "verb", "fact", "office.head-of-state", "mission", "agreement", "noun.visit", "noun.relations"
    ):
        return told or next(iter(chart.cues("post")), None)
    return Mention(kind="cue", start=0, end=0)


def _post(lead: Mention) -> str:
    return lead.kind_in("post") or "ambassador"


def _host(chart: Chart, lead: Mention) -> Found:
    """Who receives them: somebody in office of another state, or the state that they are accredited to."""
    head = presented_to(chart, lead)
    if head is not None and head.ids:
        return Found(ids=head.ids[:1], context=head.context)
    there = [one for one in chart.parties if one.role in ("in", "to") and not one.deictic]
    return Found(ids=there[0].ids[:1], context=there[0].context) if there else Found()


def _at_home(discourse: Discourse, senders: set[str]) -> Found:
    """The one that a text is about, who receives the envoys of others there; nobody where it sends one of them."""
    spoken = discourse.topic if discourse.topic is not None and len(discourse.topic.ids) == 1 else None
    if spoken is None or set(spoken.ids) & senders:
        return Found()
    return Found(ids=spoken.ids, context=spoken.context())
