"""Each document's kind of source, as declared, beside how often it agrees with others where they tell the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comity.facts.sources import find_source
from comity.model.fact import Fact
from comity.model.roles import JSON
from comity.packs.sources import SourceRules, load_source_rules
from comity.views.lines import AGREEING
from comity.views.reads import Reads


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """A document as a source: its declared kind and place in their order, and what others make of it.

    ``agreed`` and ``clashed`` count facts that at least one independent document tells too. ``estimate`` is the share
    that agrees, with one of each added so that few facts say little; ``None`` where nobody else tells anything of it.
    """

    document: str
    kind: str
    how: str
    rank: int
    agreed: int
    clashed: int
    copy_of: str | None = None

    @property
    def estimate(self) -> float | None:
        """The share of what others tell too in which it agrees with one of them."""
        told = self.agreed + self.clashed
        return (self.agreed + 1) / (told + 2) if told else None

    def to_json(self) -> dict[str, JSON]:
        """The record as one flat object."""
        return {
            "document": self.document,
            "kind": self.kind,
            "how": self.how,
            "rank": self.rank,
            "agreed": self.agreed,
            "clashed": self.clashed,
            "estimate": self.estimate,
            "copy_of": self.copy_of,
        }


def iter_sources(register: Reads, rules: SourceRules | None = None) -> Iterator[SourceRecord]:
    """All documents as sources, those that clash most often first.

    A list whose date for KAZ–UKR nobody else gives clashes once; whether it is right is not asked. Copies are heard
    with the document that they copy.
    """
    rules = rules or load_source_rules()
    documents = {document.id: document for document in register.iter_documents()}
    copies = register.copies()
    agreed, clashed = _tally(register, copies)
    records = []
    for name, document in documents.items():
        guess, first = find_source(document, rules), copies.get(name, name)
        kind = "own-ministry" if guess.kind == "ministry" and guess.party else guess.kind
        records.append(
            SourceRecord(
                document=name,
                kind=kind,
                how=guess.how,
                rank=rules.rank(kind),
                agreed=agreed[first],
                clashed=clashed[first],
                copy_of=None if first == name else first,
            )
        )
    yield from sorted(records, key=lambda one: (one.estimate is None, one.estimate or 0.0, one.document))


def _tally(register: Reads, copies: Mapping[str, str]) -> tuple[Counter[str], Counter[str]]:
    """How many facts each document tells as another does, and how many otherwise than all others."""
    agreed: Counter[str] = Counter()
    clashed: Counter[str] = Counter()
    for fact in register.iter_facts():
        groups = _groups(fact, copies)
        if fact.inference is not None or len(set().union(*groups)) < 2:
            continue
        for group in groups:
            (agreed if len(group) > 1 else clashed).update(group)
    return agreed, clashed


def _groups(fact: Fact, copies: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """The documents of each opinion on a fact: those of the preferred value and all that fits it, then each other's."""
    together: set[str] = set()
    others: list[frozenset[str]] = []
    for reading in fact.readings:
        names = frozenset(copies.get(name, name) for name in reading.documents)
        if reading is fact.preferred or reading.rule in AGREEING:
            together |= names
        else:
            others.append(names)
    return (frozenset(together), *others)
