"""What all claims on one thing say together: the chosen value, its rank and standing, and why.

A fact is about one *thing* (type and key roles). Its claims may give different values (dates, numbers, levels);
each distinct value is a `Reading`, one of them preferred, each with a reason in a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comity.errors import ModelError
from comity.model.roles import Roles
from comity.model.when import When


class Rank(StrEnum):
    """Wikidata's three ranks."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Standing(StrEnum):
    """How a fact stands: several independent documents agree, one says it, they clash, a rule or a person gives it."""

    AGREED = "agreed"
    SINGLE = "single source"
    DISPUTED = "disputed"
    INFERRED = "inferred"
    SUPERSEDED = "superseded"
    JUDGED = "judged"


class Link(StrEnum):
    """How one claim stands to another on the same thing."""

    DUPLICATES = "duplicates"
    REFINES = "refines"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value the claims give for the thing: its date and roles, the claims that say it, its rank and the reason."""

    when: When | None
    roles: Roles
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    rank: Rank
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """A stated conclusion of the register's own: the rule, the sentence that says it, the facts it stands on."""

    rule: str
    reason: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all claims on one thing say together; refused without a claim or a stated inference.

    ``id`` is the same on every run: it names the thing (type and key roles), not the run that found it.
    ``readings`` are sorted, the preferred first; ``modality`` is the claims' own (planned facts are apart).
    ``judgements`` are the ids of the persons' decisions that it rests on. ``confidence`` is the share of right ones
    among labelled facts of its kind, with ``kind`` that kind from wide to narrow; ``None`` of a conclusion, and of what
    a person decided.
    """

    id: str
    roles: Roles
    modality: str
    standing: Standing
    readings: tuple[Reading, ...]
    inference: Inference | None = None
    judgements: tuple[str, ...] = ()
    confidence: float | None = None
    kind: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.readings:
            raise ModelError(f"fact {self.id} has no value")
        if self.inference is None and not any(reading.claims for reading in self.readings):
            raise ModelError(f"fact {self.id} has neither a claim nor a stated inference")

    @property
    def type(self) -> str:
        """The name of the fact's type: that of its claims."""
        return self.roles.TYPE

    @property
    def preferred(self) -> Reading:
        """The reading that stands first."""
        return self.readings[0]

    @property
    def when(self) -> When | None:
        """The preferred date."""
        return self.readings[0].when

    def claims(self) -> tuple[str, ...]:
        """The ids of all claims behind the fact, sorted, each once."""
        return tuple(sorted({claim for reading in self.readings for claim in reading.claims}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A party that a row without one may be: how likely (0 to 1), and why, one reason a line."""

    party: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """A claim whose party is missing, with what is known of who it is.

    ``settled`` is the party when something settles it, with ``rule`` and ``reason``; else candidates, best first.
    ``together`` holds the claims that were settled with it (two states on one day), whose order is not known.
    """

    claim: str
    known: str
    when: When | None
    candidates: tuple[Candidate, ...] = ()
    settled: str | None = None
    rule: str | None = None
    reason: str | None = None
    together: tuple[str, ...] = ()
