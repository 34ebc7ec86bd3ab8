"""A claim as the facts use it: under its own id, and with its party put in where something settled a lost one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim under the id it was read with; ``settled`` is the rule that gave a row without a party its party.

    ``either`` holds the other rows that it may be instead: two rows of one day, and which is which not known.
    """

    id: str
    claim: Claim
    settled: str | None = None
    either: tuple[Said, ...] = ()

    @property
    def document(self) -> str:
        """The document that says it."""
        return self.claim.document


def each_once(claims: Iterable[Claim]) -> tuple[Said, ...]:
    """The claims sorted by id, each once: what makes any order the same and twice once."""
    unique = {claim.id: claim for claim in claims}
    return tuple(Said(id=name, claim=unique[name]) for name in sorted(unique))
