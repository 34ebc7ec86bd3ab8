"""Relations or recognition twice: with one phase of a party and, years later, with another: two acts, not opinions."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from comity.facts.atlas import Atlas
from comity.facts.keys import Thing
from comity.facts.relate import days_apart
from comity.facts.said import Said
from comity.facts.shapes import Time
from comity.model.when import When

APART = 3 * 366  # days; nearer dates on two sides of a change of regime may be two opinions on one act

PHASED = ("relations", "recognition")

Phases = tuple[str, ...]


def split_by_phase(thing: Thing, atlas: Atlas) -> Iterator[Thing]:
    """The thing itself, or one thing for each phase of its parties that its dates fall in, years apart.

    ETH–TUR of 1896 is with the Ottoman Empire, of 1926 with the Republic: two facts. The latest keeps the thing's id.
    Claims without a date, or of one that spans phases, go with the latest.
    """
    if thing.shape.time is not Time.ONCE or thing.said[0].claim.type not in PHASED:
        yield thing
        return
    groups: defaultdict[Phases, list[Said]] = defaultdict(list)
    for one in thing.said:
        groups[_phases(one, atlas)].append(one)
    dated = sorted((phases for phases in groups if phases), key=lambda phases: _first(groups[phases]))
    if len(dated) < 2 or not all(_far(groups[one], groups[other]) for one, other in pairwise(dated)):
        yield thing
        return
    groups[dated[-1]] += groups.get((), [])
    for phases in dated:
        name = thing.id if phases == dated[-1] else _name(thing.id, phases)
        yield replace(thing, id=name, said=tuple(sorted(groups[phases], key=lambda said: said.id)))


def _phases(said: Said, atlas: Atlas) -> Phases:
    """The phase of each party at the claim's date; empty without a date, or where the date spans two phases."""
    when = said.claim.when
    if when is None or when.interval or when.start is None:
        return ()
    return tuple(atlas.phase(party, when) for party in said.claim.parties())


def _first(said: list[Said]) -> int:
    return min(one.claim.when.first or 0 for one in said if one.claim.when is not None)


def _far(one: list[Said], other: list[Said]) -> bool:
    return all(days_apart(*_dates(left, right)) > APART for left in one for right in other)


def _dates(left: Said, right: Said) -> tuple[When, When]:
    assert left.claim.when is not None and right.claim.when is not None
    return left.claim.when, right.claim.when


def _name(name: str, phases: Phases) -> str:
    return hashlib.sha256("\x1f".join((name, *phases)).encode()).hexdigest()[:16]
