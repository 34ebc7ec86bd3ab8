"""``data/confidence.toml`` → how many facts of each kind were right among labelled ones."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

PRIOR = 10  # labelled facts that the wider kind counts for in a narrower one


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How many facts of a kind were looked at, and how many of those were right."""

    right: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The counts by kind: ``single source``, ``single source/asserted``, ``single source/asserted/visit`` …"""

    kinds: Mapping[str, Measured]

    def share(self, path: Sequence[str]) -> float:
        """The share of right ones of the narrowest kind that was measured, drawn towards the wider ones where few were.

        Nothing measured at all is one half. A kind that holds the same facts as the wider one tells nothing anew, and
        of twenty that were all right the twenty-first may still be wrong: 19 of 19 are not sure to more than 0.95.
        """
        share, seen = 0.5, Measured(right=0, of=0)
        for length in range(len(path) + 1):
            found = self.kinds.get("/".join(path[:length]))
            if found is None:
                break
            if found != seen:
                share = (found.right + PRIOR * share) / (found.of + PRIOR)
            seen = found
        return min(share, (seen.of + 1) / (seen.of + 2)) if seen.of else share

    def narrowest(self, path: Sequence[str]) -> tuple[str, Measured]:
        """The narrowest kind on this path that was measured, and its counts."""
        names = ["/".join(path[:length]) for length in range(len(path) + 1)]
        name = next((one for one in reversed(names) if one in self.kinds), "")
        return name, self.kinds.get(name, Measured(right=0, of=0))


@cache
def load_shares() -> Shares:
    """The counts that come with comity."""
    text = (files("comity") / "data" / "confidence.toml").read_text("utf-8")
    return Shares(
        kinds=MappingProxyType(
            {name: Measured(right=right, of=of) for name, (right, of) in tomllib.loads(text)["kinds"].items()}
        )
    )
