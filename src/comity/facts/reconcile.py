"""Claims → facts, from end to end: rows settled, things found, values weighed, conclusions drawn, clashes told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.facts.acts import gather_acts
from comity.facts.atlas import Atlas, Parties
from comity.facts.bench import Bench, open_bench
from comity.facts.cells import home_of, seat_of
from comity.facts.checked import check_bench, check_everything
from comity.facts.ended import mark_ended
from comity.facts.judged import Heard, hear_claims
from comity.facts.keys import Thing, find_things, group_claims
from comity.facts.missing import settle_rows
from comity.facts.origins import Origins, describe, sketch_document
from comity.facts.phases import split_by_phase
from comity.facts.rulings import judge_facts, reject_inferred, tie_things
from comity.facts.said import Said, each_once
from comity.facts.succession import Beside, infer_succession, note_inherited
from comity.facts.tongues import join_tongues
from comity.facts.voices import Voices, find_voices, hear_voices
from comity.facts.weigh import Scale, weigh
from comity.model.change import Change, Seat
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import Fact, MissingRow
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling
from comity.packs.sources import SourceRules, load_source_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What all claims say together: facts by id, rows without a party by claim, issues by what they are about.

    ``rulings`` say what became of each judgement that was given, ``seats`` where each claim is used.
    """

    facts: tuple[Fact, ...]
    missing: tuple[MissingRow, ...]
    scopes: Mapping[str, tuple[Issue, ...]]
    rulings: tuple[Ruling, ...] = ()
    seats: Mapping[str, Seat]

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All issues, by place."""
        return tuple(sorted((issue for some in self.scopes.values() for issue in some), key=_place))

    def as_change(self) -> Change:
        """The same as what stands in place of all before."""
        return Change(
            facts=self.facts,
            homes={fact.id: home_of(fact) for fact in self.facts},
            issues=self.scopes,
            missing=self.missing,
            rulings=self.rulings,
            seats=self.seats,
        )


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
    rules = rules or load_source_rules()
    origins = {name: describe(one, rules) for name, one in documents.items()}
    found = find_voices({name: sketch_document(one) for name, one in documents.items()}, rules.alike)
    return reconcile_told(claims, Told(rules=rules, origins=origins, voices=hear_voices(found)), registry, judgements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What claims are weighed with besides themselves: the rules, where documents come from, which are one voice."""

    rules: SourceRules
    origins: Origins
    voices: Voices


def reconcile_told(
    claims: Iterable[Claim], told: Told, registry: Parties, judgements: Iterable[Judgement] = ()
) -> Reconciled:
    """The same, of documents of which no more is at hand than what facts ask of them."""
    atlas, bench = Atlas(registry), open_bench(judgements)
    read = each_once(claims)
    heard = hear_claims(read, bench, atlas, told.voices)
    languages = {name: one.language for name, one in told.origins.items()}
    repaired = settle_rows(heard.said, atlas, languages, barred=heard.barred)
    scale = make_scale(repaired.said, told, atlas)
    things, judged = make_facts(repaired.said, scale, heard, bench)
    facts = list(note_inherited(judged, beside_of(things, judged), atlas))
    facts += infer_succession(facts, atlas)
    ended = tuple(mark_ended(facts, told.origins))
    facts = sorted(reject_inferred(ended, bench), key=lambda fact: fact.id)
    used = {one.id: one for one in repaired.said}
    return Reconciled(
        facts=tuple(facts),
        missing=tuple(sorted((*repaired.missing, *heard.rows), key=lambda row: row.claim)),
        scopes={**check_everything(repaired.said, facts, atlas), **check_bench(bench)},
        rulings=bench.rulings(),
        seats={one.id: seat_of(used.get(one.id), one.claim) for one in read},
    )


def make_scale(acting: Iterable[Said], told: Told, atlas: Atlas) -> Scale:
    """What values are weighed with, where these claims tell of acts."""
    return Scale(rules=told.rules, origins=told.origins, acts=gather_acts(acting), voices=told.voices, atlas=atlas)


def make_facts(said: Sequence[Said], scale: Scale, heard: Heard, bench: Bench) -> tuple[tuple[Thing, ...], list[Fact]]:
    """The things that these claims speak of, and their facts; what one fact says of another is not in them yet.

    Given all claims of a cell, the facts of that cell, whatever else is given.
    """
    languages = {name: one.language for name, one in scale.origins.items()}
    joined = join_tongues(_things(said), languages)
    parted = tuple(part for thing in joined for part in split_by_phase(thing, scale.atlas))
    tied = tie_things(parted, heard, bench)
    return tied.things, judge_facts((weigh(thing, scale) for thing in tied.things), tied, heard, bench)


def _things(said: Sequence[Said]) -> Iterator[Thing]:
    groups = group_claims(said)
    for key in sorted(groups):
        yield from find_things(key, groups[key])


def beside_of(things: Iterable[Thing], facts: Iterable[Fact]) -> Beside:
    """For each fact of relations the places where it is told, for those that the same rows or sentences give."""
    left = {fact.id for fact in facts}  # persons may have left some out
    found: defaultdict[tuple[str, int, int], set[str]] = defaultdict(set)
    for thing in things:
        for one in thing.said if thing.id in left else ():
            if one.claim.type == "relations":
                found[(one.document, one.claim.evidence.start, one.claim.evidence.end)].add(thing.id)
    return found


def _place(issue: Issue) -> tuple[str, int, str, str]:
    return issue.place, issue.start or 0, issue.code, issue.message
