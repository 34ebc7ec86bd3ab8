"""Visits told by "that of": "numerous visits, among them | that of | President A to B in 1999 and | that of | C"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.times.attach import dated
from comity.claims.frames.visit.one_visit import draft_visit
from comity.claims.frames.visit.whose_guest import with_party
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import place_names
from comity.model.roles import Visit

_BETWEEN = 3  # ", | y del | primer ministro"
_ASIDE, _COMMAS = 40, 2
_OF = 8  # "celle | de l'ancien | président"


def read_visits_of_that(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The visits of those in office behind each "that of", each to its own place and on its own day.

    Who goes nowhere by name goes to the other of the two in question. Refuses one without a day, and a text whose
    visits are not told by a noun right before.
    """
    nouns = chart.cues("noun.visit")
    if not nouns or chart.pack.order != "svo" or not chart.pack.spaced:
        return
    thats = [one for one in chart.cues("deixis.that") if one.start >= nouns[0].end]
    for that, stop in zip(thats, [*(one.start for one in thats[1:]), len(chart.text)], strict=False):
        who = next((one for one in chart.actors if _is_of(chart, that, one) and _goes(one)), None)
        draft = _told(chart, discourse, (nouns[0], that), who, stop) if who is not None else None
        if draft is not None:
            yield draft


def received_in_turn(chart: Chart, noun: Mention) -> list[Mention]:
    """Those in office whose visits a plural tells of, each behind a marker: "las visitas | de A, de B y de C"."""
    word = chart.text[noun.start : noun.end].lower().split()[0]
    if "noun.visit" not in noun.classes or not chart.pack.plurals or not word.endswith(chart.pack.plurals):
        return []
    _, end = chart.clause(noun.start)
    people = [one for one in chart.within(chart.actors, noun.end, end) if _goes(one) and one.role == "of"]
    out: list[Mention] = []
    for one in people:
        last = out[-1].end if out else noun.end
        if len(chart.text[last : one.start].split()) > _BETWEEN or chart.within(chart.cues("verb"), last, one.start):
            break
        out.append(one)
    return out if len(out) > 1 and len({one.ids for one in out}) == len(out) else []


def read_visits_in_turn(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The visits of a list behind one plural, to whom leads the sentence: "Perú recibió las visitas de A y de B"."""
    if chart.pack.order != "svo" or not chart.pack.spaced:
        return
    for noun in chart.cues("noun.visit"):
        people = received_in_turn(chart, noun)
        start, _ = chart.clause(noun.start)
        led = [one for one in chart.within(chart.parties, start, noun.start) if one.role == "" and not one.deictic]
        hosts = [one for one in led if chart.within(chart.cues("verb.receive"), one.end, noun.start)]
        for who in people if len(hosts) == 1 else []:
            if len(who.ids) == 1 and who.ids != hosts[0].ids:
                draft = draft_visit(chart, discourse, noun, who, Found(ids=hosts[0].ids))
                if draft is not None:
                    yield draft


def _goes(one: Mention) -> bool:
    return one.actor is not None and bool(one.actor.office) and one.role in ("of", "")


def _is_of(chart: Chart, that: Mention, one: Mention) -> bool:
    """Whether somebody stands behind "that of", a place between commas or nothing between: "celle, à Oslo, du | X"."""
    if not that.end <= one.start <= that.end + _ASIDE:
        return False
    gap = chart.text[that.end : one.start]
    return len(gap) <= _OF or (gap.startswith(", ") and gap.count(",") == _COMMAS)


def _told(chart: Chart, discourse: Discourse, cues: tuple[Mention, Mention], who: Mention, stop: int) -> Draft | None:
    noun, that = cues
    _, end = chart.clause(who.start)
    stop = min(stop, end)
    days = chart.within(chart.dates, who.end, stop)
    places = [one for one in (*chart.parties, *chart.kind("city")) if one.role in ("in", "to") and not one.deictic]
    here = sorted(chart.within(places, that.end, stop), key=lambda one: one.start)
    since = not here and not who.ids and chart.near_cue(that, "mark.before_verb", 1)
    before = chart.within(places, noun.end, that.start) if since else []
    host = Found(ids=party_ids((here or before)[0])) if here or before else Found()
    if not host.ids and who.ids:
        host = _other(discourse, who)
    if since:
        known = [one for one in chart.within(chart.actors, noun.end, that.start) if len(one.ids) == 1]
        who = replace(who, ids=known[0].ids) if known else who  # "depuis | celle du président X |", of the same state
    if not days or len(host.ids) != 1:
        return None
    visitor = with_party(who, discourse, host.ids[0], chart.pack.home)
    if len(visitor.ids) != 1 or visitor.ids == host.ids:
        return None
    draft = draft_visit(chart, discourse, noun, visitor, host)
    if draft is None or not isinstance(draft.roles, Visit):
        return None
    towns = place_names([one for one in (here or before)[:1] if one.kind == "city"])
    return replace(draft, dated=dated(days[0]), roles=replace(draft.roles, places=towns))


def _other(discourse: Discourse, who: Mention) -> Found:
    spoken = discourse.other_than(who.ids[0])
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()
