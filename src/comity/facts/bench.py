"""Judgements → which are in force, which one counts where several meet, and what became of each."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from comity.model.issue import Issue, Severity
from comity.model.judgement import ClaimMark, Judgement, Mark, Ruling, Verdict
from comity.packs.reasons import say

_CUT = 120  # characters of a quote by which a person knows it again
NOWHERE = "judgements"  # the place of an issue about a judgement that names no document


@dataclass(slots=True)
class Bench:
    """The judgements in force, in their order, and what each was found to be about while facts were made."""

    force: tuple[Judgement, ...]
    undone: frozenset[str]
    lost_undos: frozenset[str]
    names: Mapping[str, Judgement]
    claims: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    applied: set[str] = field(default_factory=set)
    overtaken: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    differing: set[frozenset[str]] = field(default_factory=set)

    def of(self, *verdicts: Verdict) -> Iterator[Judgement]:
        """Those in force of these verdicts."""
        return (one for one in self.force if one.verdict in verdicts)

    def choose(self, heard: Iterable[tuple[Judgement, Hashable]]) -> Judgement | None:
        """The judgement that counts, of those on one thing with what each would do; none where two persons differ.

        Of one person the latest counts; where persons agree, the first to say so is named.
        """
        latest: dict[str, tuple[Judgement, Hashable]] = {}
        for one, effect in sorted(heard, key=lambda pair: pair[0].order):
            if one.by in latest and latest[one.by][0].id != one.id:
                self.overtaken.add(latest[one.by][0].id)
            latest[one.by] = (one, effect)
        if not latest:
            return None
        standing = [one for one, _ in latest.values()]
        if len({effect for _, effect in latest.values()}) > 1:
            self.differing.add(frozenset(one.id for one in standing))
            return None
        self.applied |= {one.id for one in standing}
        return min(standing, key=lambda one: one.order)

    def rulings(self) -> tuple[Ruling, ...]:
        """What became of every judgement, by id."""
        return tuple(
            Ruling(
                judgement=name,
                state=self._state(one),
                claims=tuple(sorted(self.claims[name])),
                facts=tuple(sorted(self.facts[name])),
            )
            for name, one in sorted(self.names.items())
        )

    def _state(self, one: Judgement) -> str:
        if one.id in self.undone:
            return "undone"
        if one.verdict is Verdict.UNDO:
            return "unbound" if one.id in self.lost_undos else "applied"
        if any(one.id in group for group in self.differing):
            return "differs"
        for state in ("applied", "refused", "overtaken"):
            if one.id in getattr(self, state):
                return state
        return "unbound"

    def issues(self) -> Iterator[Issue]:
        """What a person has to look at: judgements that differ, that bind nothing any more, that cannot hold."""
        for group in sorted(self.differing, key=sorted):
            ones = sorted((self.names[name] for name in group), key=lambda one: one.order)
            yield _issue(
                "judgements-differ", ones, say("judgements_differ", names=", ".join(_who(one) for one in ones))
            )
        for name, ruling in zip(sorted(self.names), self.rulings(), strict=True):
            if ruling.state in ("unbound", "refused"):
                one = self.names[name]
                values = {"by": one.by, "on": one.on, "why": one.why, "verdict": one.verdict.value, "said": show(one)}
                yield _issue(f"judgement-{ruling.state}", [one], say(f"judgement_{ruling.state}", **values))


def open_bench(judgements: Iterable[Judgement]) -> Bench:
    """The bench of these judgements: any order, each once; an undo that is itself undone undoes nothing."""
    names = {one.id: one for one in judgements}
    undos: defaultdict[str, list[str]] = defaultdict(list)
    for name, one in names.items():
        if one.undoes:
            undos[one.undoes].append(name)
    known: dict[str, bool] = {}
    # an undo names what was there before it, so going by the chain from its end never comes back to where it was
    for name in names:
        chain = [name]
        while chain:
            waiting = [undo for undo in undos[chain[-1]] if undo not in known]
            if waiting:
                chain.extend(waiting)
            else:
                last = chain.pop()
                known[last] = not any(known[undo] for undo in undos[last])
    force = sorted((one for name, one in names.items() if known[name]), key=lambda one: one.order)
    return Bench(
        force=tuple(one for one in force if one.verdict is not Verdict.UNDO),
        undone=frozenset(name for name in names if not known[name]),
        lost_undos=frozenset(one.id for one in force if one.undoes and one.undoes not in names),
        names=names,
    )


def show(one: Judgement) -> str:
    """What a judgement is about, in a line: type and parties, date, the beginning of the quote."""
    return " | ".join(show_mark(mark) for mark in one.marks) or one.undoes


def show_mark(mark: Mark) -> str:
    """What is said, in a line: ``relations established KAZ TUR 1992-03-02 “Kazakhstan and Türkiye …”``."""
    said = json.loads(mark.said)
    values = [said.pop("type"), said.pop("event", ""), *_flat(said.pop("parties", []))]
    date = said.pop("date", "")
    values += [
        text for name in sorted(said) if name not in ("modality", "missing", "heading") for text in _flat(said[name])
    ]
    words = " ".join(str(one) for one in (*values, date) if one not in ("", None))
    if not isinstance(mark, ClaimMark):
        return words
    return f"{words} “{mark.quote[:_CUT]}{'…' if len(mark.quote) > _CUT else ''}”"


def _flat(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def _who(one: Judgement) -> str:
    return f"{one.by} ({one.verdict}, {one.on}: {one.why})"


def _issue(code: str, ones: list[Judgement], message: str) -> Issue:
    documents = sorted({mark.document for one in ones for mark in one.marks if isinstance(mark, ClaimMark)} - {""})
    names = " ".join(f"[judgement {one.id}]" for one in ones)
    return Issue(
        code=code,
        severity=Severity.WARNING,
        place=documents[0] if documents else NOWHERE,
        message=f"{message} {names}",
    )
