"""Who a party was at the time: a state only meant, not named, is the one that existed that day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace

from comity.claims.draft import Draft
from comity.model.claim import PARTY_ROLES, Dispute, Roles
from comity.model.when import When
from comity.parties.registry import Registry

_FARTHEST = 3


def as_of(draft: Draft, named: Collection[str], known: Collection[str], registry: Registry) -> Draft:
    """The draft, each party it only means ("the two", the country of a city) as of its own date.

    "The legation in Prague was closed in 1939" is said of Czechoslovakia. A party that the sentence names stays as
    named; one without a single predecessor at that date stays as it is.
    """
    when = draft.dated.when
    if when is None or when.start is None:
        return draft
    roles = draft.roles
    changes: dict[str, object] = {}
    for item in fields(roles):
        value = getattr(roles, item.name)
        if item.name == "parties":
            changes[item.name] = tuple(sorted({_then(one, when, named, known, registry) for one in value}))
        elif item.name in PARTY_ROLES and isinstance(value, str) and not isinstance(roles, Dispute):
            changes[item.name] = _then(value, when, named, known, registry)
    if all(getattr(roles, name) == value for name, value in changes.items()):
        return draft
    told: Roles = replace(roles, **changes)  # type: ignore[arg-type]
    return replace(draft, roles=told) if told != roles and _sound(told) else draft


def _sound(roles: Roles) -> bool:
    """Whether no two roles of a pair have become one party."""
    parties = getattr(roles, "parties", None)
    if parties is not None and len(parties) == 1:
        return False
    ends = [getattr(roles, name, None) for name in ("sender", "receiver", "visitor", "host", "from_", "to")]
    said = [one for one in ends if one]
    return len(said) == len(set(said))


def _then(party: str, when: When, named: Collection[str], known: Collection[str], registry: Registry) -> str:
    if party in named or party not in registry or registry.exists(party, when):
        return party
    found = _before(party, when, registry)
    spoken = [one for one in found if one in known]
    if len(spoken) == 1:
        return spoken[0]
    return found[0] if len(found) == 1 else party


def _came_later(succession: When | None, when: When) -> bool:
    """Whether a succession came after that time, so that what went before it is what existed then."""
    if succession is None or succession.start is None or when.start is None:
        return True
    return succession.start.year >= when.start.year


def _before(party: str, when: When, registry: Registry) -> list[str]:
    """The predecessors of a party, near ones first, that existed then."""
    seen: list[str] = [party]
    edge = [party]
    for _ in range(_FARTHEST):
        edge = [
            one.predecessor
            for later in edge
            for one in registry.predecessors(later)
            if one.predecessor not in seen and _came_later(one.when, when)
        ]
        seen += edge
        there = [one for one in dict.fromkeys(edge) if one in registry and registry.exists(one, when)]
        if there:
            return there
    return []
