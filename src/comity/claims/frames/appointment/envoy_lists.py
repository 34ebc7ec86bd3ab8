"""Envoys received together: a list of names, each with the state it is of, and one who receives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.claims.clauses.unnamed import NOBODY
from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.appointment.envoy_roll import happens
from comity.claims.frames.sides.posting import presented_to
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run, role_before
from comity.model.roles import Appointment
from comity.model.when import When

_FEWEST = 2
_FEWEST_STATES, _MANY = 3, 4
_NO_SENDERS = ("adjective", "government", "metonym", "unnamed")
_NAMED = 2
_LONGEST = 60
_POST = 14
_WORD = re.compile(r"[^\W\d_]+")
_TITLES = re.compile(r"(?:[Ss]\. ?[Ee]\. |[A-ZÁÉ][a-z]{1,2}\. )+")


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
    lead = _lead(chart)
    if lead is None and ceremony is not None:
        lead = next(iter(chart.cues("post", "verb.receive")), None)
    if lead is None or (verb is None and ceremony is None) or chart.pack.order != "svo" or chart.pack.cases:
        return
    envoys = list(_named(chart, lead))
    host = _host(chart, lead, {party for _, party in envoys})
    receiver = host.ids or (ceremony.ids if ceremony is not None else ())
    if not receiver:
        host = _at_home(discourse, {party for _, party in envoys})
        receiver = host.ids
    if len(envoys) < _FEWEST or len(receiver) != 1 or (verb is not None and negated(chart, [verb])):
        return
    told = event_date(chart, discourse, verb) if verb is not None else Dated()
    if told.when is None and ceremony is not None:
        told = Dated(when=ceremony.when, context=ceremony.context())
    for person, sender in envoys:
        if sender != receiver[0]:
            yield Draft(
                roles=Appointment(
                    post=_post(lead), sender=sender, receiver=receiver[0], event="credentials", person=person
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
    if any(one.actor is not None and one.actor.person for one in people) or happens(chart):
        return
    lead = next(
        iter(chart.cues("post.ambassador", "mark.namely")), None
    )  # "Il s'agit de | leurs Excellences du Mali, …"
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


def _lead(chart: Chart) -> Mention | None:
    """The word for several envoys that a list stands behind, or the one that tells of their credentials."""
    posts = [cue for cue in chart.cues("post") if chart.text[cue.start : cue.end].lower().endswith(chart.pack.plurals)]
    return next(iter(posts), None) or next(iter(chart.cues("verb.credentials")), None)


def _post(lead: Mention) -> str:
    return lead.kind_in("post") or "ambassador"


def _host(chart: Chart, lead: Mention, senders: set[str]) -> Found:
    """Who receives them: somebody in office of another state, or the state that they are accredited to."""
    head = presented_to(chart, lead)
    if head is not None and head.ids and not set(head.ids) & senders:
        return Found(ids=head.ids[:1], context=head.context)
    there = [one for one in chart.parties if one.role in ("in", "to") and not set(one.ids) & senders]
    return Found(ids=there[0].ids[:1], context=there[0].context) if there else Found()


def _at_home(discourse: Discourse, senders: set[str]) -> Found:
    """The one that a text is about, who receives the envoys of others there; nobody where it sends one of them."""
    spoken = discourse.topic if discourse.topic is not None and len(discourse.topic.ids) == 1 else None
    if spoken is None or set(spoken.ids) & senders:
        return Found()
    return Found(ids=spoken.ids, context=spoken.context())


def _named(chart: Chart, lead: Mention) -> Iterator[tuple[str, str]]:
    """Each name of the list with its state: the name before ", of X" or behind "X, "."""
    states = [one for one in chart.kind("party") if one.start >= lead.start and one.form != "adjective"]
    for one in states:
        role, begin = role_before(chart.text, one.start, chart.pack)
        name = _name_before(chart, begin) if role == "of" else ""
        name = name or _name_behind(chart, one)
        if name and len(one.ids) == 1 and not one.deictic:
            yield name, one.ids[0]


def _name_before(chart: Chart, begin: int) -> str:
    """The name that ends at the comma right before a marker: "| Eric Mayoraz |, de la Confederación Suiza"."""
    if chart.text[begin - 2 : begin] != ", ":
        return ""
    for word in _WORD.finditer(chart.text, max(0, begin - _LONGEST), begin):
        if capital_run(chart.text, word.start(), chart.pack, limit=8) == begin - 2:
            return _free(chart, word.start(), begin - 2)
    return ""


def _name_behind(chart: Chart, state: Mention) -> str:
    """The name between commas behind a state: "Guatemala, | Fernando Molina Girón |; Ucrania, …"."""
    if not chart.text.startswith(", ", state.end):
        return ""
    titled = _TITLES.match(chart.text, state.end + 2)
    start = titled.end() if titled else state.end + 2
    end = capital_run(chart.text, start, chart.pack, limit=8)
    behind = chart.text[end : end + 1]
    if behind == "," and any(0 < cue.start - end <= _POST for cue in chart.cues("post")):
        return ""  # "…, ambassador of Iran, | Per Lindgren, ambassador | of Sweden"
    return _free(chart, start, end) if behind in (";", ",", ".", "") or chart.text[end : end + 2] == " y" else ""


def _free(chart: Chart, start: int, end: int) -> str:
    """A run of capitals that is a person's name: two words or more, no place or date in it."""
    words = chart.text[start:end].split()
    taken = [one for one in chart.mentions if one.kind in ("party", "organization", "date")]
    free = not any(one.start < end and start < one.end for one in taken)
    return chart.text[start:end] if free and len(words) >= _NAMED and words[0].lower() not in chart.pack.skip else ""
