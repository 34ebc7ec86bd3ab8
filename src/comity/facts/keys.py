"""Claims → things: which claims speak of one thing, and the name of that thing that every run gives it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.facts.folding import fold_words, same_name, same_person
from comity.facts.relate import days_apart, is_tally, values_fit
from comity.facts.said import Said
from comity.facts.shapes import Shape, Time, level_of, shape_of
from comity.model.claim import Claim
from comity.model.roles import Landmark, Mission, Quantity, Roles
from comity.model.when import When

PERSONS = ("person", "recipient")
FINENESS = ("day", "month", "season", "year", "decade", "century", "open")
CoarseKey = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What some claims speak of together: its id, its shape and the claims, in the order of their ids."""

    id: str
    shape: Shape
    said: tuple[Said, ...]


def coarse_key(claim: Claim) -> CoarseKey:
    """What must be equal for two claims to be one thing: type, modality, the fixed roles, a level apart.

    Relations of KAZ and TUR established: ``("relations", "asserted", "", "KAZ,TUR", "established")``.
    """
    return coarse_key_of(claim.roles, claim.modality)


def coarse_key_of(roles: Roles, modality: str) -> CoarseKey:
    """The coarse key of claims with these roles."""
    parts = [roles.TYPE, modality, level_of(roles)]
    parts += [_text(getattr(roles, name)) for name in shape_of(roles).fixed]
    if isinstance(roles, Quantity) and roles.indicator == "other":
        # "other" counts share a name and nothing else: only the same number is the same thing
        parts.append(_text(roles.value))
    return tuple(parts)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(sorted(str(one) for one in value))
    return "" if value is None else str(value)


def group_claims(said: Iterable[Said]) -> dict[CoarseKey, list[Said]]:
    """The claims by coarse key; a claim whose party is still missing is in none."""
    groups: defaultdict[CoarseKey, list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.missing is None:
            groups[coarse_key(one.claim)].append(one)
    return groups


def find_things(key: CoarseKey, group: list[Said]) -> Iterator[Thing]:
    """The things that the claims of one coarse key speak of, the most telling claim of each deciding.

    A claim that tells less (no city, a year only) joins the one thing it can mean; where it can mean several it
    stays a thing of its own, for choosing would be a guess.
    """
    shape = shape_of(group[0].claim.roles)
    things: list[list[Said]] = []
    for one in sorted(group, key=lambda said: _telling(said, shape)):
        fits = [thing for thing in things if fits_thing(one.claim, thing[0].claim, shape)]
        equal = [thing for thing in fits if _mark(one.claim, shape) == _mark(thing[0].claim, shape)]
        chosen = equal[:1] or (fits if len(fits) == 1 else [])
        if chosen:
            chosen[0].append(one)
        else:
            things.append([one])
    for thing in things:
        name = _name(key, _mark(thing[0].claim, shape))
        yield Thing(id=name, shape=shape, said=tuple(sorted(thing, key=lambda said: said.id)))


def _name(key: CoarseKey, mark: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(key + mark).encode()).hexdigest()[:16]


def _telling(said: Said, shape: Shape) -> tuple[int, int, str]:
    names = sum(getattr(said.claim.roles, name) is None for name in shape.names)
    when = said.claim.when
    # the mark, not the id: the same thing keeps its founder whoever says it
    return names, len(FINENESS) if when is None else FINENESS.index(when.precision), _rest(said, shape)


def _rest(said: Said, shape: Shape) -> str:
    return "\x1f".join((*_mark(said.claim, shape), str(said.claim.when), said.id))


def _mark(claim: Claim, shape: Shape) -> tuple[str, ...]:
    """What tells this thing from others of its coarse key: its names, and its date where dates part things."""
    names = fold_names(claim.roles, shape)
    if shape.time in (Time.ONCE, Time.STATE):
        return names
    if claim.when is None and not shape.undated_joins:
        return (*names, claim.document)
    return (*names, str(claim.when))


def fold_names(roles: Roles, shape: Shape) -> tuple[str, ...]:
    """The names that tell one thing from another of its coarse key, letters folded, a city by its id."""
    return tuple(_folded(roles, name) for name in shape.names)


def _folded(roles: Roles, name: str) -> str:
    if name == "city" and isinstance(roles, Mission | Landmark) and roles.city_id is not None:
        return f"#{roles.city_id}"
    return " ".join(fold_words(_text(getattr(roles, name))))


def fits_thing(claim: Claim, founder: Claim, shape: Shape) -> bool:
    """Whether this claim can speak of the thing that the other one founded; both are of one coarse key."""
    return all(_names_fit(claim.roles, founder.roles, name) for name in shape.names) and _dates_fit(
        claim, founder, shape
    )


def _names_fit(one: Roles, other: Roles, name: str) -> bool:
    left, right = getattr(one, name), getattr(other, name)
    if left is None or right is None:
        return True
    if name == "city":
        ids = (getattr(one, "city_id", None), getattr(other, "city_id", None))
        return ids[0] == ids[1] if None not in ids else fold_words(left) == fold_words(right)
    return same_person(left, right) if name in PERSONS else same_name(left, right)


def _dates_fit(claim: Claim, founder: Claim, shape: Shape) -> bool:
    if shape.time in (Time.ONCE, Time.STATE):
        return True
    one, other = claim.when, founder.when
    if one is None or other is None:
        return _undated_fits(claim, founder, shape)
    if shape.time is Time.PERIOD:
        return _same_period(one, other)
    if shape.time is Time.TERM:
        return one.overlaps(other)
    return days_apart(one, other) <= shape.window


def _undated_fits(claim: Claim, founder: Claim, shape: Shape) -> bool:
    if not shape.undated_joins:
        return claim.when is None and founder.when is None and claim.document == founder.document
    if shape.time is not Time.PERIOD or (claim.when is None and founder.when is None):
        return True
    # A number without a time means the dated one when it is that number, or when it is a tally that only grows
    return values_fit(claim.roles, founder.roles) or is_tally(claim.roles)


def _same_period(one: When, other: When) -> bool:
    return (one.first, one.last) == (other.first, other.last)
