"""Envoys received together whom nobody names, told of by their states alone: «Среди них послы Ганы, Кубы и Кипра»."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.clauses.unnamed import NOBODY
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.frames.appointment.envoy_roll import happens
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.model.roles import Appointment
from comity.model.when import When

_FEWEST_STATES, _MANY = 3, 4
_NO_SENDERS = ("adjective", "government", "metonym", "unnamed")
_NAMED = 2


def read_nameless_envoys(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The credentials of envoys listed by their states, a ceremony being told of before.

    Where nouns have no cases a word must say that a list follows: "Il s'agit des ambassadeurs du Koweït, du Nigéria et
    de la Serbie".
    """
    cased = bool(chart.pack.cases) and not chart.pack.inverts
    if chart.pack.order == "svo" and (cased or (chart.has("mark.namely") and not chart.has("verb.credentials"))):
        yield from _of_many(chart, discourse.recent_ceremony(), discourse.published)


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
