"""By whom something was done, each on a day of its own: "recognized by A and B on 15 April, and by C on 27 June"."""

from __future__ import annotations

from comity.claims.context.discourse import Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention

_BESIDE = 2


def _groups(chart: Chart, verb: Mention) -> list[list[Mention]]:
    """The groups of agents behind a passive verb, each begun by its own word for "by"."""
    _, end = chart.clause(verb.start)
    agents = [one for one in (*chart.parties, *chart.actors) if one.role == "by" and verb.end <= one.start < end]
    out: list[list[Mention]] = []
    for one in sorted(agents, key=lambda agent: agent.start):
        group = chart.group_of(one)
        if all(group[0].start != other[0].start for other in out):
            out.append(group)
    return out


def agents_apart(chart: Chart, verb: Mention) -> Found | None:
    """All agents of a verb where several groups of them are told apart, each said with "by"; None for fewer."""
    groups = [group for group in _groups(chart, verb) if any(party_ids(one) for one in group)]
    return found(one for group in groups for one in group) if len(groups) > 1 else None


def days_of_agents(chart: Chart, verb: Mention) -> dict[str, Dated]:
    """The day right behind each group of agents, by party ("" for somebody whose state is not said).

    Those of a group without a day have none; empty where no group has one.
    """
    groups = _groups(chart, verb)
    told = {group[0].start: chart.day_behind(group[-1].end, _BESIDE) for group in groups}
    if not any(told.values()):
        return {}
    days: dict[str, Dated] = {}
    for group in groups:
        day = told[group[0].start]
        days |= {party: dated(day) for one in group for party in party_ids(one) or ("",) if day is not None}
    return days
