"""Notes beside a mission in a table: what became of the row's post, whom it covers besides, what else sits there."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import date_of
from comity.claims.frames.times.by_member import dates_by_member
from comity.claims.rows.row import Row
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.model.roles import Mission

_BECAME = {
    "verb.close": "closed",
    "verb.move": "moved",
    "verb.raise": "raised",
    "verb.lower": "lowered",
    "verb.open": "opened",
}
_RANKED = ("raised", "lowered")
_TO_BODY = ("permanent-mission", "delegation")


def read_mission_notes(row: Row, post: Mission) -> Iterator[Draft]:
    """The drafts that the notes of a row make of its post: "closed in 1997, reopened in 2002", "also for Slovenia".

    Refuses a note that names another city or another mission, which is a sentence of its own.
    """
    for chart in row.column("notes"):
        yield from _became(row, chart, post)
        yield from _covered(row, chart, post)
        yield from _beside(row, chart, post)


def _became(row: Row, chart: Chart, post: Mission) -> Iterator[Draft]:
    verbs = chart.cues(*_BECAME)
    apart = dates_by_member(chart, verbs)
    for verb in verbs:
        event = next(_BECAME[label] for label in _BECAME if label in verb.classes)
        others = [one for one in chart.cues("mission") if one.kind_in("mission") != post.kind]
        if (others and event not in _RANKED) or (not others and event in _RANKED) or _elsewhere(chart, post):
            continue
        modality = modality_of(chart, verb)
        if modality == "asserted" and negated(chart, [verb]):
            if event != "opened":
                continue
            event = "absent"
        dated = apart.get(verb.start) or date_of(chart, verb) or Dated()
        yield _draft(row, _as(post, event=event), dated if event != "absent" else Dated(), modality)


def _elsewhere(chart: Chart, post: Mission) -> bool:
    """Whether a note is on another city, or on somebody: then the row's post is not what it tells of."""
    cities = [one for one in chart.kind("city") if str(post.city_id) not in one.ids and one.role != "from"]
    return bool(chart.actors) or bool(cities)


def _covered(row: Row, chart: Chart, post: Mission) -> Iterator[Draft]:
    """The states that the post covers besides: «кур. Словения, Словакия», "also accredited to Georgia"."""
    for cue in chart.cues("verb.accredit", "fact.nonresident"):
        start, end = chart.clause(cue.start)
        named = [one for one in chart.within(chart.parties, start, end) if one.form != "adjective"]
        if chart.kind("city") or chart.within(chart.cues("mission"), start, end):
            continue
        for party in found(named).ids:
            if party not in (post.sender, post.receiver):
                yield _draft(row, _as(post, receiver=party, via=post.receiver), Dated(), modality_of(chart, cue))
        return


def _beside(row: Row, chart: Chart, post: Mission) -> Iterator[Draft]:
    """The mission to an organization that a note adds: «постпредство при ОБСЕ»."""
    for noun in chart.cues(*(f"mission.{kind}" for kind in _TO_BODY)):
        start, end = chart.clause(noun.start)
        bodies = chart.within(chart.kind("organization"), start, end)
        if not chart.within([*chart.parties, *chart.cues("verb")], start, end):
            for body in found(bodies).ids:
                yield _draft(row, _as(post, receiver=body, kind=noun.kind_in("mission")), Dated(), "asserted")


def _as(post: Mission, event: str = "exists", receiver: str = "", kind: str = "", via: str | None = None) -> Mission:
    return Mission(
        sender=post.sender,
        receiver=receiver or post.receiver,
        kind=kind or post.kind,
        event=event,
        city=post.city,
        city_id=post.city_id,
        via=via,
    )


def _draft(row: Row, roles: Mission, dated: Dated, modality: str) -> Draft:
    context = row.told_by
    return Draft(roles=roles, rule="row.mission.note", dated=dated, modality=modality, context=context)


def is_there(noted: list[Draft]) -> bool:
    """Whether the post may be said to be there: not where its notes only plan it, deny it, or close it last."""
    events = [(one.roles.event, one.modality) for one in noted if isinstance(one.roles, Mission)]
    if any(event == "absent" or (event == "opened" and modality == "planned") for event, modality in events):
        return False
    told = [event for event, modality in events if event in ("opened", "closed") and modality == "asserted"]
    return not told or told[-1] != "closed"


__all__ = ["is_there", "read_mission_notes"]
