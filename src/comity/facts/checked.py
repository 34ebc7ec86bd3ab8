"""All that is checked, by scope: what an issue is about (a pair, who held an office, a party's totals, judgements).

One scope's issues hang on nothing outside it, so that they are found anew only where something in it changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from comity.facts.atlas import Atlas
from comity.facts.bench import Bench
from comity.facts.cells import checked_pair
from comity.facts.holders import check_holder, holder_of
from comity.facts.invariants import CHECKED, check_pair
from comity.facts.said import Said
from comity.facts.totals import check_totals, check_turnover, count_listed, total_of
from comity.model.fact import Fact
from comity.model.issue import Issue

JUDGEMENTS = "judgements"

Scopes = Mapping[str, tuple[Issue, ...]]


def scopes_of(fact: Fact) -> tuple[str, ...]:
    """What the fact is checked with: ``pair KAZ,TUR``, ``holder KAZ head-of-state``; nothing unless it is asserted."""
    if fact.modality != "asserted":
        return ()
    holder = holder_of(fact)
    if holder is not None:
        return (f"holder {' '.join(holder)}",)
    return (f"pair {checked_pair(fact.roles)}",) if isinstance(fact.roles, CHECKED) else ()


def check_scopes(facts: Iterable[Fact], atlas: Atlas) -> Scopes:
    """The issues of all that these facts are checked with; a scope without any is there, and empty."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: fact.id):
        for scope in scopes_of(fact):
            found[scope].append(fact)
    return {
        scope: tuple(check_holder(some) if scope.startswith("holder ") else check_pair(some, atlas))
        for scope, some in sorted(found.items())
    }


def check_counts(said: Iterable[Said]) -> Scopes:
    """The issues of each party whose number of relations somebody states: ``total KAZ``."""
    said = tuple(said)
    by_party: defaultdict[str, list[Said]] = defaultdict(list)
    for one in said:
        if party := total_of(one.claim):
            by_party[party].append(one)
    listed = count_listed(said) if by_party else {}
    return {f"total {party}": tuple(check_totals(some, listed)) for party, some in sorted(by_party.items())}


def turnover_scope(document: str) -> str:
    """The scope of what a document tells of trade: ``turnover DOCUMENT``."""
    return f"turnover {document}"


def check_turnovers(said: Iterable[Said]) -> Scopes:
    """The issues of each document whose turnovers are not the sum of what it tells of exports and imports."""
    found: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in check_turnover(sorted(said, key=lambda one: one.id)):
        found[turnover_scope(issue.place)].append(issue)
    return {scope: tuple(found[scope]) for scope in sorted(found)}


def check_everything(said: Iterable[Said], facts: Iterable[Fact], atlas: Atlas) -> Scopes:
    """The issues of all facts and totals, those scopes left out that have none."""
    said = tuple(said)
    every = {**check_counts(said), **check_turnovers(said), **check_scopes(facts, atlas)}
    return {scope: issues for scope, issues in every.items() if issues}


def check_bench(bench: Bench) -> Scopes:
    """The issues of persons' judgements."""
    issues = tuple(bench.issues())
    return {JUDGEMENTS: issues} if issues else {}
