"""How often facts like this one were right: the share among labelled facts of its kind, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from comity.facts.said import Said
from comity.model.fact import Standing
from comity.model.when import When
from comity.packs.confidence import load_shares

TOLD = ("event", "office", "indicator")  # what tells the kinds of one type apart


def kind_of(standing: Standing, said: Iterable[Said], when: When | None) -> tuple[str, ...]:
    """The kind that a fact is counted as, from wide to narrow: how it stands, type, event or the like, date.

    One sentence that dates a president's visit to a day: ``("single source", "visit", "head-of-state", "day")``.
    """
    roles = next(iter(said)).claim.roles
    told = next((value for name in TOLD if isinstance(value := getattr(roles, name, None), str)), "")
    precision = "undated" if when is None else "span" if when.interval else when.precision
    return standing.value, roles.TYPE, told, precision


def find_confidence(standing: Standing, said: Iterable[Said], when: When | None) -> float:
    """The share of right ones among labelled facts of this kind, to two places: 0.93."""
    return round(load_shares().share(kind_of(standing, said, when)), 2)
