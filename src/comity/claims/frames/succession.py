"""Succession: one party follows another, as the text itself says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse
from comity.claims.draft import Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import event_date
from comity.claims.frames.sides import found
from comity.claims.mention import Mention
from comity.model.claim import Succession
from comity.model.when import When

_BESIDE = 4
_REACH = 30
_NOT_BECOME = ("for", "with", "from", "via", "in")
_AGENT_REACH = 40


def read_successions(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which one party becomes, succeeds or continues another.

    "… the Federal Republic of Yugoslavia, which would later become the State Union of Serbia and Montenegro …"
    """
    for verb in chart.cues("verb.succeed", "verb.continue"):
        if negated(chart, [verb]) or _of_a_mission(chart, verb):
            continue
        if "verb.continue" in verb.classes and chart.has("noun.relations"):
            told = list(_by_relations(chart, verb))
            yield from told
            if told:
                continue
        if "verb.continue" in verb.classes:
            told = list(_by_agents(chart, discourse, verb))
            yield from told
            if told:
                continue
        before = [one for one in chart.parties if one.end <= verb.start and one.form != "adjective"]
        after = [one for one in chart.parties if one.start >= verb.end and one.form != "adjective"]
        if "verb.succeed" in verb.classes:
            after = [one for one in after if one.role not in _NOT_BECOME]
        left, right = before[-1:], chart.nearest(verb, after, limit=_REACH)
        if not left or right is None or left[0].distance(verb) > _REACH:
            continue
        first, second = found(left), found(chart.group_of(right))
        successors, predecessors = (second, first) if "verb.succeed" in verb.classes else (first, second)
        for predecessor in predecessors.ids:
            for successor in successors.ids:
                if predecessor != successor:
                    yield Draft(
                        roles=Succession(predecessor=predecessor, successor=successor),
                        rule="succession",
                        dated=event_date(chart, discourse, verb),
                        modality="asserted" if modality_of(chart, verb) == "planned" else modality_of(chart, verb),
                        context=(*first.context, *second.context),
                    )


def _of_a_mission(chart: Chart, verb: Mention) -> bool:
    """Whether it is a mission that was renamed, not a state: "駐加拿大總領事館改稱…"."""
    start, _ = chart.clause(verb.start)
    return any(start <= one.start and 0 <= verb.start - one.end <= _BESIDE for one in chart.cues("mission"))


def _by_relations(chart: Chart, verb: Mention) -> Iterator[Draft]:
    """ "A and B continue the relations that C had with B": A follows C."""
    before = found(one for one in chart.parties if one.end <= verb.start and not one.deictic)
    after = found(one for one in chart.parties if one.start >= verb.end and not one.deictic)
    common = set(before.ids) & set(after.ids)
    successors = [one for one in before.ids if one not in common]
    predecessors = [one for one in after.ids if one not in common]
    if len(common) == len(successors) == len(predecessors) == 1:
        roles = Succession(predecessor=predecessors[0], successor=successors[0])
        yield Draft(roles=roles, rule="succession.relations", context=(*before.context, *after.context))


def _by_agents(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """ "X was continued by A and B": A and B follow X; in a row's note X is the row's party."""
    agents = [one for one in chart.parties if one.role == "by" and one.distance(verb) <= _AGENT_REACH]
    if not agents:
        return
    successors = found(chart.group_of(agents[0]))
    others = found(one for one in chart.parties if one.role != "by" and one.end <= verb.start)
    predecessors = others.ids or (discourse.row[1:] if discourse.row is not None else ())
    own = event_date(chart, discourse, verb)
    when = (
        When(own.when.start, None) if own.when is not None and own.when.interval and own.when.end is None else own.when
    )
    for successor in successors.ids:
        for predecessor in predecessors[-1:]:
            if successor != predecessor:
                yield Draft(
                    roles=Succession(predecessor=predecessor, successor=successor),
                    rule="succession.by",
                    dated=replace(own, when=when),
                )
