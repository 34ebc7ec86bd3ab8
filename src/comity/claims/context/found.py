"""Parties that were spoken of, or fill a role, with where the text says so."""

from __future__ import annotations

from dataclasses import dataclass

from comity.model.selector import Selector
from comity.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Parties (or a date) that were spoken of, and where."""

    ids: tuple[str, ...] = ()
    when: When | None = None
    at: int = 0
    loose: bool = False
    ahead: bool = False  # still to come, as told
    place: Selector | None = None

    def context(self) -> tuple[Selector, ...]:
        """Its place, as context of a claim; nothing where it has none."""
        return (self.place,) if self.place else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Parties that fill a role, and what outside the sentence says so."""

    ids: tuple[str, ...] = ()
    context: tuple[Selector, ...] = ()


NOTHING = Spoken()
NONE = Found()
