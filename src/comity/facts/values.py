"""The distinct values that the claims on one thing give, and how they lie to each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from comity.facts.keys import PERSONS, Thing
from comity.facts.relate import relate
from comity.facts.said import Said
from comity.facts.shapes import Shape, Time
from comity.model.fact import Link
from comity.model.roles import Meeting, Quantity, Roles
from comity.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a thing: its date, and the claims that give it (of a quantity: that date and number)."""

    when: When | None
    said: tuple[Said, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that give it, sorted, each once."""
        return tuple(sorted({one.document for one in self.said}))

    def __str__(self) -> str:
        number = show_number(self.said[0].claim.roles)
        date = str(self.when) if self.when else ""
        return f"{number} ({date})" if number and date else number or date or "—"


def show_number(roles: Roles) -> str:
    """The number of a quantity in digits (``≥4000``, ``895000–2400000``); empty for what is none."""
    if not isinstance(roles, Quantity):
        return ""
    unit = "" if roles.unit in (None, "count") else f" {roles.unit}"
    if roles.value is not None:
        return f"{roles.value:,}{unit}"
    if roles.min is not None and roles.max is not None:
        return f"{roles.min:,}–{roles.max:,}{unit}"
    if roles.min is not None:
        return f"≥{roles.min:,}{unit}"
    if roles.max is not None:
        return f"≤{roles.max:,}{unit}"
    return "" if roles.change is None else f"{roles.change:+g}%"


def find_values(thing: Thing) -> tuple[Value, ...]:
    """The distinct values of a thing, sorted by date and number."""
    found: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in thing.said:
        found[(str(one.claim.when or ""), show_number(one.claim.roles))].append(one)
    return tuple(Value(when=found[key][0].claim.when, said=tuple(found[key])) for key in sorted(found))


def fit_together(one: Value, other: Value, shape: Shape) -> bool:
    """Whether both values can be true of one thing."""
    return relate(one.said[0].claim, other.said[0].claim, shape) is not Link.CONTRADICTS


def exactness(value: Value) -> tuple[float, float]:
    """How exact a value is, smaller is more: the days its date spans, then the width of its number."""
    when, roles = value.when, value.said[0].claim.roles
    days = math.inf if when is None else _span(when)
    if not isinstance(roles, Quantity):
        return days, 0.0
    # of numbers, the one that is a number at all comes first, whatever the day it is given for
    return 0.0, _width(roles) + (0.5 if when is None else 0.0)


def _span(when: When) -> float:
    if when.first is None or when.last is None:
        return 1e7  # open: less exact than any closed interval, more than no date
    return when.last - when.first + (0.5 if when.approximate or when.uncertain else 0.0)


def _width(roles: Quantity) -> float:
    if roles.value is not None:
        return 10.0 - min(9, len(f"{roles.value:.15g}".replace(".", "").strip("0-")))
    if roles.min is not None and roles.max is not None:
        return 20.0
    return 30.0 if (roles.min, roles.max) != (None, None) else 40.0


def find_leaves(values: Sequence[Value], shape: Shape) -> tuple[Value, ...]:
    """The values that no other value makes more exact: one where all agree, several where they clash."""
    if len(values) == 1:
        return tuple(values)
    if shape.time in (Time.STATE, Time.TERM):
        return (min(values, key=_fullness),)
    leaves: list[Value] = []
    for value in sorted(values, key=lambda value: (exactness(value), str(value))):
        if not any(fit_together(value, leaf, shape) for leaf in leaves):
            leaves.append(value)
    return tuple(leaves)


def _fullness(value: Value) -> tuple[bool, bool, int, bool, int, str]:
    """Of a thing that holds: the earliest known beginning first, then a known end, the latest of several, then any.

    Of "there on 1 January 2020" and "there on 2 February 2026" the later word tells more.
    """
    when = value.when
    if when is None:
        return True, True, 0, True, 0, ""
    return False, when.first is None, when.first or 0, when.last is None, -(when.last or 0), str(when)


def merge_roles(said: Iterable[Said]) -> Roles:
    """The roles that these claims on one thing give together: what one leaves out another fills in.

    Of several forms of a name the one most documents have, of a person's the fullest; places are gathered.
    """
    ordered = tuple(said)
    roles = ordered[0].claim.roles
    if len(ordered) == 1 and list(getattr(roles, "parties", ())) == sorted(getattr(roles, "parties", ())):
        return roles
    merged: dict[str, Any] = {item.name: _merge_role(item.name, ordered) for item in fields(roles)}
    return replace(roles, **merged)


def _persons_told(said: Said) -> tuple[int, str]:
    roles = said.claim.roles
    return (len(roles.persons) if isinstance(roles, Meeting) else 0), said.id


def _merge_role(name: str, said: Sequence[Said]) -> object:
    if name in ("persons", "offices"):
        return getattr(max(said, key=_persons_told).claim.roles, name)
    given = [(getattr(one.claim.roles, name), one.document) for one in said]
    if name == "places":
        return tuple(sorted({place for places, _ in given for place in places}))
    if name == "parties":
        return tuple(sorted(given[0][0]))
    votes: defaultdict[object, set[str]] = defaultdict(set)
    for value, document in given:
        if value is not None:
            votes[value].add(document)
    if not votes:
        return None
    length = 1 if name in PERSONS else 0
    return max(votes, key=lambda value: (length * len(str(value)), len(votes[value]), len(str(value)), str(value)))
