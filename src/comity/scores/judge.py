"""Labels and claims, document by document → what was found, what was missed, what is wrong."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.errors import ModelError
from comity.model.claim import Claim, from_json, to_json
from comity.model.issue import Issue, Severity
from comity.scores.agreement import agrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a person says a passage says; an ``optional`` one is neither asked for nor held against a claim."""

    claim: Claim
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many labels were found, how many claims are wrong, how many labels were missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of claims that are right; 0 where nothing was said."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of labels found; 0 where nothing was asked."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one document's claims came to. A label that an optional one stands for is in none of the three."""

    document: str
    found: tuple[Claim, ...]
    missed: tuple[Claim, ...]
    wrong: tuple[Claim, ...]


Kinds = Callable[[Claim], str]
"""The kind that a claim is counted under: its type, its language, …; ``""`` where it has none."""


def parse_labels(lines: Iterable[str], place: str) -> Iterator[Label | Issue]:
    """The labels (or claims) of JSON Lines, a line that is none as an issue that says where and what."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            yield Label(claim=from_json(data), optional=bool(data.get("optional", False)))
        except (ModelError, KeyError, TypeError, AttributeError, ValueError) as fault:
            yield Issue(
                code="not-a-claim", severity=Severity.ERROR, place=f"{place}:{number}", message=str(fault) or "no claim"
            )


def judge(gold: Mapping[str, Sequence[Label]], said: Iterable[Claim], *, strict: bool) -> Iterator[Verdict]:
    """Each labelled document's verdict, in the order given; claims of other documents are passed over.

    One claim answers one label (a largest matching, the labels asked for first). Saying a right thing twice in other
    words is no error.
    """
    spoken: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        spoken[claim.document].append(claim)
    for document, labels in gold.items():
        yield _verdict(document, labels, _distinct(spoken[document]), strict)


def tabulate(verdicts: Iterable[Verdict], kind: Kinds) -> dict[str, Score]:
    """The score of each kind, sorted by its name; ``Score()`` for none."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for verdict in verdicts:
        for place, claims in enumerate((verdict.found, verdict.wrong, verdict.missed)):
            for claim in claims:
                counts[kind(claim)][place] += 1
    return {key: Score(found=n[0], wrong=n[1], missed=n[2]) for key, n in sorted(counts.items())}


def _verdict(document: str, labels: Sequence[Label], claims: Sequence[Claim], strict: bool) -> Verdict:
    fits = [[at for at, claim in enumerate(claims) if agrees(label.claim, claim, strict=strict)] for label in labels]
    answered = _matching(fits, first=sorted(range(len(labels)), key=lambda at: labels[at].optional))
    asked = [(at, label.claim) for at, label in enumerate(labels) if not label.optional]
    right = {at for fit in fits for at in fit}
    return Verdict(
        document=document,
        found=tuple(claim for at, claim in asked if at in answered),
        missed=tuple(claim for at, claim in asked if at not in answered),
        wrong=tuple(claim for at, claim in enumerate(claims) if at not in right),
    )


def _matching(fits: Sequence[Sequence[int]], *, first: Sequence[int]) -> set[int]:
    """The labels of a largest matching between labels and claims (augmenting paths), in the order asked for."""
    owner: dict[int, int] = {}

    def place(label: int, tried: set[int]) -> bool:
        for claim in fits[label]:
            if claim not in tried:
                tried.add(claim)
                if claim not in owner or place(owner[claim], tried):
                    owner[claim] = label
                    return True
        return False

    for label in first:
        place(label, set())
    return set(owner.values())


_NOT_SAID = frozenset({"evidence", "context", "rule", "attributed_to", "city_id", "origin"})


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that differ from an earlier one in nothing but evidence."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        said = {key: value for key, value in to_json(claim).items() if key not in _NOT_SAID}
        kept.setdefault(json.dumps(said, sort_keys=True), claim)
    return list(kept.values())
