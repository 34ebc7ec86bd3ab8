"""The two that a sentence is about by what they do: who sends and receives, whose people sign, guest and host."""

from __future__ import annotations

from comity.claims.context.discourse import Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def dealing_before(chart: Chart, anchor: Mention) -> Found | None:
    """The two whose mission was told of right before: "A closed its legation in Washington and | relations were …"."""
    if not any(one.end <= anchor.start for one in chart.cues("mission")):
        return None
    sent = found(one for one in chart.parties if not one.deictic and one.form != "adjective")
    seats = [one for one in chart.kind("city") if one.role == "in" and one.country]
    hosts = {one.country for one in seats} - set(sent.ids)
    apart = bool(seats) and seats[0].end <= anchor.start and not chart.has("mark.relative")
    if len(sent.ids) != 1 or len(hosts) != 1 or len(seats) != 1 or not apart:
        return None
    return Found(ids=(*sent.ids, *hosts), context=sent.context)


def two_said(chart: Chart, anchor: Mention) -> Found | None:
    """The two that a clause is said of by its form alone: "with which", or nobody named behind a meeting."""
    return _with_which(chart, anchor) or _met_before(chart, anchor)


def _met_before(chart: Chart, anchor: Mention) -> Found | None:
    """The two whose people met in the clause before those that name nobody: "A外长与B外长会谈，| 即日起建交".

    Only in a language that leaves out who does it; None where somebody else's name stands nearer.
    """
    start, _ = chart.clause(anchor.start)
    named = [one for one in (*chart.parties, *chart.actors, *chart.kind("organization")) if one.ids]
    before = [one for one in named if one.end <= anchor.start]
    if chart.pack.spaced or not before or chart.within(named, start, anchor.end):
        return None
    low, high = chart.clause(max(before, key=lambda one: one.start).start)
    people = chart.within(chart.actors, low, high)
    met = chart.within(chart.cues("verb.meet"), low, high)
    guests = [one for one in people if one.role == "with" and one.ids]
    leads = [one for one in people if one.role == "" and one.ids and guests and one.end <= guests[0].start]
    whole = found([*leads, *guests])
    return whole if met and leads and len(whole.ids) == 2 else None


def _with_which(chart: Chart, anchor: Mention) -> Found | None:
    """The two of a clause that "with which" opens: "le Qatar, | avec lequel | l'Iran | entretient des relations".

    Only up to the comma that ends the clause.
    """
    cues = [cue for cue in chart.cues("deixis.which") if cue.end <= anchor.start]
    if not cues or "," in chart.text[cues[-1].end : anchor.start]:
        return None
    meant = [one for one in chart.parties if one.start == cues[-1].start and one.deictic]
    doers = [one for one in chart.within(chart.parties, cues[-1].end, anchor.start) if one.role == ""]
    whole = found([*meant, *doers[:1]])
    return whole if len(whole.ids) == 2 else None


def signing(chart: Chart, start: int, end: int) -> Found | None:
    """The two whose people sign a text of a clause that names no state for itself: "A's envoy and B's | signed"."""
    if not chart.within(chart.cues("verb.sign"), start, end) or not chart.within(chart.cues("agreement"), start, end):
        return None
    who = found(one for one in chart.within(chart.actors, start, end) if one.role in ("", "by", "and"))
    return who if len(who.ids) == 2 else None


def guest_and_host(chart: Chart, start: int, end: int) -> Found:
    """Who acts and whose city they are in, where a clause names no state: "… Putin Ulanbator'da … imzaladı"."""
    acting = [one for one in chart.within(chart.actors, start, end) if one.ids and one.role in ("", "of", "by")]
    cities = [one for one in chart.within(chart.kind("city"), start, end) if one.role in ("in", "to") and one.country]
    return found([*acting, *cities]) if acting and cities else Found()


def on_a_visit(chart: Chart) -> Found:
    """The guest's state and where they are, where a sentence on a visit names no third: «В ходе визита X в Непал …»."""
    if not chart.has("noun.visit", "verb.visit") or chart.pack.order != "svo" or not chart.pack.spaced:
        return Found()
    people = [one for one in chart.actors if one.actor is not None and one.actor.office and one.ids]
    going = found(one for one in people if one.role in ("", "of", "by"))
    there = [one for one in (*chart.parties, *chart.kind("city")) if one.role in ("in", "to", "object")]
    there = [one for one in there if one.form not in ("adjective", "deixis")]
    both = found([*(one for one in people if one.ids == going.ids), *there]) if len(going.ids) == 1 else Found()
    named = {party for one in (*chart.kind("party", "organization"), *chart.actors) for party in one.ids}
    return both if len(both.ids) == 2 and named <= set(both.ids) else Found()
