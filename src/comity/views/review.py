"""What a person might decide on, those questions first whose answer changes most of what is published."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.model.fact import Fact, MissingRow, Standing
from comity.model.roles import JSON
from comity.views.conflicts import iter_conflicts
from comity.views.judgements import SHORT_ID, rows_alike
from comity.views.reads import Reads
from comity.views.sentences import Speech, say_fact

CANDIDATES = 3
_FACT = re.compile(r"\[fact ([0-9a-f]{16})\]")
_KINDS = ("judgements", "conflict", "impossible", "row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to decide. ``facts`` is how many published facts may change with the answer; ``alike`` how many claims
    one ruling settles at once; ``answers`` are the commands that would give one, without who and why.
    """

    kind: str
    text: str
    facts: int
    alike: int
    details: tuple[str, ...]
    answers: tuple[str, ...]

    def to_json(self) -> dict[str, JSON]:
        """The question as one flat object."""
        return {
            "kind": self.kind,
            "text": self.text,
            "facts": self.facts,
            "alike": self.alike,
            "details": list(self.details),
            "answers": list(self.answers),
        }


def list_questions(register: Reads, speech: Speech) -> tuple[Question, ...]:
    """The questions, by how many published facts their answer may change, then by how many claims it settles.

    A disputed date on which five inferred facts rest comes before one on which none does; a lost row that stands in
    four copies before one that stands in one. Before all come those on which two persons decided otherwise.
    """
    resting = _resting(register.iter_facts(standing=Standing.INFERRED))
    questions = [
        *_disagreements(register),
        *_conflicts(register, speech, resting),
        *_impossible(register, speech, resting),
        *_rows(register, speech),
    ]
    return tuple(sorted(questions, key=_order))


def _order(one: Question) -> tuple[bool, int, int, int, str, tuple[str, ...]]:
    return one.kind != "judgements", -one.facts, -one.alike, _KINDS.index(one.kind), one.text, one.answers


def _resting(inferred: Iterable[Fact]) -> Mapping[str, frozenset[str]]:
    """For each fact the inferred ones that rest on it, directly or through others."""
    direct: defaultdict[str, set[str]] = defaultdict(set)
    for fact in inferred:
        for name in fact.inference.facts if fact.inference else ():
            direct[name].add(fact.id)
    found: dict[str, frozenset[str]] = {}
    for name in direct:
        seen, waiting = set(direct[name]), list(direct[name])
        while waiting:
            more = direct.get(waiting.pop(), set()) - seen
            seen |= more
            waiting.extend(more)
        found[name] = frozenset(seen)
    return found


def _disagreements(register: Reads) -> Iterator[Question]:
    """Judgements of two persons that say otherwise: until one is taken back neither is applied."""
    rulings = register.rulings()
    facts = {name: ruling.facts for name, ruling in rulings.items() if ruling.state == "differs"}
    for issue in register.iter_issues():
        if issue.code == "judgements-differ":
            names = re.findall(r"\[judgement ([0-9a-f]{16})\]", issue.message)
            yield Question(
                kind="judgements",
                text=re.sub(r" \[judgement [0-9a-f]{16}\]", "", issue.message),
                facts=len({fact for name in names for fact in facts.get(name, ())}),
                alike=len(names),
                details=(),
                answers=tuple(f"undo {name[:SHORT_ID]}" for name in names),
            )


def _conflicts(register: Reads, speech: Speech, resting: Mapping[str, frozenset[str]]) -> Iterator[Question]:
    disputed = {fact.id: fact for fact in register.iter_facts(standing=Standing.DISPUTED)}
    for conflict in iter_conflicts(register, speech):
        fact = disputed[conflict.fact]
        dates = list(dict.fromkeys(str(one.when) for one in fact.readings if one.when is not None))
        yield Question(
            kind="conflict",
            text=conflict.text,
            facts=1 + len(resting.get(fact.id, ())),
            alike=len(fact.claims()),
            details=tuple(f"{side.value}: {', '.join(side.documents)}" for side in conflict.sides),
            answers=tuple(f"accept {fact.id[:SHORT_ID]} date={date}" for date in dates),
        )


def _impossible(register: Reads, speech: Speech, resting: Mapping[str, frozenset[str]]) -> Iterator[Question]:
    """What cannot be true together: an embassy before relations, relations before a party."""
    facts = {fact.id: fact for fact in register.iter_facts()}
    for issue in register.iter_issues():
        names = [name for name in dict.fromkeys(_FACT.findall(issue.message)) if name in facts]
        if not names:
            continue
        moved = set(names).union(*(resting.get(name, ()) for name in names))
        yield Question(
            kind="impossible",
            text=_FACT.sub("", issue.message).strip(),
            facts=len(moved),
            alike=sum(len(facts[name].claims()) for name in names),
            details=tuple(f"{facts[name].when or '—'}: {say_fact(facts[name], speech)}" for name in names),
            answers=tuple(f"reject {name[:SHORT_ID]}" for name in names),
        )


def _rows(register: Reads, speech: Speech) -> Iterator[Question]:
    """Rows that nothing settles: a copy of a row is settled with it, and those of its day are told apart by it."""
    rows = {row.claim: row for row in register.iter_missing() if row.settled is None}
    claims = register.get_claims(rows)
    for mark, names in rows_alike(register, claims.values()).items():
        yield _row(mark.quote, [rows[name] for name in names], claims[names[0]].document, speech)


def _row(quote: str, rows: Sequence[MissingRow], document: str, speech: Speech) -> Question:
    row = rows[0]
    best = row.candidates[:CANDIDATES]
    return Question(
        kind="row",
        text=f"{document}: {speech.name(row.known) if row.known else '?'} – ? {row.when or ''} “{quote}”",
        facts=len({claim for one in rows for claim in (one.claim, *one.together)}),
        alike=len(rows),
        details=tuple(
            f"{one.score:.1%} {speech.name(one.party)}: {'; '.join(speech.clues(one.reasons))}" for one in best
        ),
        answers=tuple(f"row {row.claim[:SHORT_ID]} {one.party}" for one in best),
    )


def render_questions(questions: Iterable[Question]) -> Iterator[str]:
    """The lines of the review list: how many facts an answer may change, the question, what is known, the commands."""
    for one in questions:
        count = f"{one.facts} facts" if one.facts != 1 else "1 fact"
        yield f"{count} · {one.kind} · {one.text}"
        yield from (f"  {detail}" for detail in one.details)
        yield from (f"    comity judge {answer}" for answer in one.answers)
