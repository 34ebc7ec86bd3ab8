"""Claims → facts, from end to end: rows settled, things found, values weighed, conclusions drawn, clashes told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.facts.acts import gather_acts
from comity.facts.atlas import Atlas, Parties
from comity.facts.bench import open_bench
from comity.facts.ended import mark_ended
from comity.facts.holders import check_holders
from comity.facts.invariants import check_facts
from comity.facts.judged import hear_claims
from comity.facts.keys import Thing, find_things, group_claims
from comity.facts.missing import settle_rows
from comity.facts.phases import split_by_phase
from comity.facts.rulings import judge_facts, reject_inferred, tie_things
from comity.facts.said import Said, each_once
from comity.facts.succession import infer_succession, note_inherited
from comity.facts.tongues import join_tongues
from comity.facts.totals import check_totals, check_turnover
from comity.facts.voices import find_copies
from comity.facts.weigh import Scale, weigh
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import Fact, MissingRow
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling
from comity.packs.sources import SourceRules, load_source_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What all claims say together: facts by id, rows without a party by claim, issues by place.

    ``rulings`` say what became of each judgement that was given.
    """

    facts: tuple[Fact, ...]
    missing: tuple[MissingRow, ...]
    issues: tuple[Issue, ...]
    rulings: tuple[Ruling, ...] = ()


def reconcile(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    registry: Parties,
    rules: SourceRules | None = None,
    judgements: Iterable[Judgement] = (),
) -> Reconciled:
    """The facts of these claims, the rows whose party is missing, and what cannot be true.

    Two documents that date KAZ–TUR to 1992-03-02 give one fact that is agreed. Any order of the claims gives the
    same; a claim given twice counts once. A claim with its party missing is in no fact until something settles it.
    So with judgements: any order of them gives the same, and one that is undone leaves no trace in the facts.
    """
    atlas, bench = Atlas(registry), open_bench(judgements)
    languages = {name: one.language.value for name, one in documents.items()}
    rules = rules or load_source_rules()
    copies = find_copies(documents, rules.copy)
    heard = hear_claims(each_once(claims), bench, atlas, copies)
    repaired = settle_rows(heard.said, atlas, languages, barred=heard.barred)
    scale = Scale(rules=rules, documents=documents, acts=gather_acts(repaired.said), copies=copies, atlas=atlas)
    joined = join_tongues(_things(repaired.said), languages)
    things = tuple(part for thing in joined for part in split_by_phase(thing, atlas))
    tied = tie_things(things, heard, bench)
    facts = judge_facts((weigh(thing, scale) for thing in tied.things), tied, heard, bench)
    left = {fact.id for fact in facts}  # persons may have left some out
    facts = list(note_inherited(facts, _beside([thing for thing in tied.things if thing.id in left]), atlas))
    facts += infer_succession(facts, atlas)
    facts = sorted(reject_inferred(tuple(mark_ended(facts, documents)), bench), key=lambda fact: fact.id)
    issues = [
        *check_totals(repaired.said),
        *check_turnover(repaired.said),
        *check_facts(facts, atlas),
        *check_holders(facts),
        *bench.issues(),
    ]
    return Reconciled(
        facts=tuple(facts),
        missing=tuple(sorted((*repaired.missing, *heard.rows), key=lambda row: row.claim)),
        issues=tuple(sorted(issues, key=_place)),
        rulings=bench.rulings(),
    )


def _things(said: Sequence[Said]) -> Iterator[Thing]:
    groups = group_claims(said)
    for key in sorted(groups):
        yield from find_things(key, groups[key])


def _beside(things: Sequence[Thing]) -> Mapping[str, tuple[str, ...]]:
    """For each fact of relations the other facts of relations that the same rows or sentences give."""
    by_place: defaultdict[tuple[str, int, int], set[str]] = defaultdict(set)
    for thing in things:
        for one in thing.said:
            if one.claim.type == "relations":
                by_place[(one.document, one.claim.evidence.start, one.claim.evidence.end)].add(thing.id)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for names in by_place.values():
        for name in names:
            found[name] |= names - {name}
    return {name: tuple(sorted(others)) for name, others in found.items()}


def _place(issue: Issue) -> tuple[str, int, str, str]:
    return issue.place, issue.start or 0, issue.code, issue.message
