"""``data/sources.toml`` → the declared order of sources and the words that tell a document's source."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from comity.errors import PackError

PLACE = "data/sources.toml"
OWN = "COMITY_SOURCES"  # the variable that names a file of one's own
RULES = ("existence", "official", "act", "source", "precision", "voices", "recency")
NEEDED = ("own-ministry", "partner-ministry", "ministry", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHint:
    """Words that show a kind of source, in the document's ``place`` or in its ``text``."""

    kind: str
    where: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRules:
    """How sources are weighed: rules in order, kinds from the most trusted with what each means, hints in order.

    ``official`` are the kinds whose word on an act comes before any sign that it is another act's.
    """

    rules: tuple[str, ...]
    kinds: Mapping[str, str]
    official: frozenset[str]
    hints: tuple[SourceHint, ...]
    ministries: Mapping[str, str]
    copy: float
    alike: float
    reach: int

    def rank(self, kind: str) -> int:
        """The place of a kind in the declared order, 0 the most trusted."""
        return tuple(self.kinds).index(kind)


@lru_cache(maxsize=1)
def load_source_rules() -> SourceRules:
    """The declared rules of sources, with one's own over them; `PackError` lists every fault of a file at once."""
    return read_source_rules((files("comity") / "data" / "sources.toml").read_text("utf-8"), own_source_text())


def own_source_text() -> str:
    """The text of the file that ``COMITY_SOURCES`` names; empty where it names none."""
    place = os.environ.get(OWN, "")
    if not place:
        return ""
    try:
        return Path(place).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise PackError(place, [f"{OWN} names a file that cannot be read: {fault}"]) from fault


def read_source_rules(text: str, own: str = "") -> SourceRules:
    """The rules that this TOML text declares; `PackError` lists every fault of it.

    Of ``own``, a file with what is to be otherwise, orders (`rules`, `kinds`) and numbers stand in place of the
    declared ones, hints are tried before them, and ministries are added.
    """
    data = _over(tomllib.loads(text), tomllib.loads(own))
    rules = SourceRules(
        rules=tuple(data.get("rules", ())),
        kinds=MappingProxyType({one["id"]: one["means"] for one in data.get("kinds", ())}),
        official=frozenset(one["id"] for one in data.get("kinds", ()) if one.get("official")),
        hints=tuple(
            SourceHint(kind=one["kind"], where=one["where"], words=tuple(one["words"])) for one in data.get("hints", ())
        ),
        ministries=MappingProxyType(dict(data.get("ministries", {}))),
        copy=float(data.get("copy", 0.8)),
        alike=float(data.get("alike", 0.25)),
        reach=int(data.get("reach", 1500)),
    )
    faults = list(_faults(rules))
    if faults:
        raise PackError(PLACE, faults)
    return rules


def _over(data: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The declared data with one's own over it."""
    hints = [*own.get("hints", ()), *data.get("hints", ())]
    ministries = {**data.get("ministries", {}), **own.get("ministries", {})}
    return {**data, **own, "hints": hints, "ministries": ministries}


def _faults(rules: SourceRules) -> list[str]:
    faults = [f"no rule {name!r}: one of {', '.join(RULES)}" for name in rules.rules if name not in RULES]
    faults += [f"kind {name!r} is missing" for name in NEEDED if name not in rules.kinds]
    faults += [f"a hint names no kind {hint.kind!r}" for hint in rules.hints if hint.kind not in rules.kinds]
    faults += [f"a hint looks in {hint.where!r}" for hint in rules.hints if hint.where not in ("place", "text")]
    return faults
