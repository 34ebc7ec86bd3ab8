"""Floors: the precision and recall that must not be lost again, tied to the labels they were measured on."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from comity.errors import UsageError
from comity.scores.judge import Score

_MEASURES = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Floors by facet and kind (``("type", "visit")``, ``("all", "all")``), and the fingerprint of their labels."""

    labels: str
    least: Mapping[tuple[str, str], Mapping[str, float]]


def fingerprint(files: Iterable[tuple[str, bytes]]) -> str:
    """A name of these labels, 16 hex digits: of the files' names and bytes, whatever order they come in."""
    digest = hashlib.sha256()
    for name, content in sorted(files):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def parse_floors(text: str, place: str) -> Floors:
    """The floors of a TOML text: ``labels = "…"`` and tables ``[all]``, ``[type.visit]``, ``[language.tr]``.

    Raises `UsageError` with every fault of the file at once.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"{place}: {fault}") from None
    least: dict[tuple[str, str], Mapping[str, float]] = {}
    faults = [] if isinstance(data.get("labels"), str) else ["labels: the labels' fingerprint is wanted"]
    for facet, table in data.items():
        if facet == "labels":
            continue
        kinds = {"all": table} if facet == "all" else table
        if not isinstance(kinds, dict):
            faults.append(f"{facet}: a table of floors is wanted")
            continue
        for kind, floors in kinds.items():
            if not _are_floors(floors):
                faults.append(f"{facet}.{kind}: {', '.join(_MEASURES)} between 0 and 1 are wanted")
                continue
            least[facet, kind] = floors
    if faults:
        raise UsageError("\n".join(f"{place}: {fault}" for fault in faults))
    return Floors(labels=str(data["labels"]), least=least)


def _are_floors(value: object) -> bool:
    return isinstance(value, dict) and all(
        key in _MEASURES and isinstance(floor, (int, float)) and 0 <= floor <= 1 for key, floor in value.items()
    )


def find_sunk(floors: Floors, labels: str, scores: Mapping[tuple[str, str], Score]) -> Iterator[str]:
    """A sentence for each floor that is not reached, and one where the labels are not those the floors are of."""
    if floors.labels != labels:
        yield f"the labels have changed: the floors are of {floors.labels}, these are {labels}"
    for (facet, kind), least in floors.least.items():
        reached = scores.get((facet, kind), Score())
        for measure, floor in least.items():
            value: float = getattr(reached, measure)
            if value < floor:
                yield f"{facet} {kind}: {measure} {value:.3f} is below {floor}"
