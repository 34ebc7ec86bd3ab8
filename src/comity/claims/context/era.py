"""Who a party was at the time: a state only meant, not named, is the one that existed that day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from itertools import combinations

from comity.claims.sentences.draft import Draft
from comity.model.roles import PARTY_ROLES, Dispute, Honour, Landmark, Roles, Succession
from comity.model.when import When
from comity.packs.namesakes import load_namesakes
from comity.parties.registry import Polity, Registry

_FARTHEST = 3
_ENDS = ("sender", "receiver", "visitor", "host", "subject", "object", "from_", "to", "predecessor", "successor")
_GRACE = 730  # days: a state may be dated from its constitution
_LONG = 20 * 365  # days between a state and one that is said to follow it: more, and others ruled there meanwhile
_USUAL = 0.9  # the share of a name's uses from which it is the usual name of another at that time


def as_of(draft: Draft, named: Collection[str], known: Collection[str], registry: Registry) -> Draft:
    """The draft, each party it only means ("the two", the country of a city) as of its own date.

    "The legation in Prague was closed in 1939" is said of Czechoslovakia. A party that the sentence names stays as
    named, unless another usually bore its name then; one without a single predecessor at that date stays as it is.
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
    if isinstance(told, Succession) and told.predecessor == told.successor:
        return draft  # that day the one became the other
    return replace(draft, roles=told) if told != roles and _sound(told) else draft


def _sound(roles: Roles) -> bool:
    """Whether no two roles of a pair have become one party."""
    parties = getattr(roles, "parties", None)
    if parties is not None and len(parties) == 1:
        return False
    ends = [getattr(roles, name, None) for name in _ENDS]
    said = [one for one in ends if one]
    return len(said) == len(set(said))


def _then(party: str, when: When, named: Collection[str], known: Collection[str], registry: Registry) -> str:
    if party not in registry or registry.exists(party, when):
        return party
    if party in named:
        return _called_so(party, when, registry)
    found = _before(party, when, registry)
    spoken = [one for one in found if one in known]
    if len(spoken) == 1:
        return spoken[0]
    same = [one.predecessor for one in registry.predecessors(party) if one.kind == "continues"]
    found = [one for one in found if one in same] or found
    return found[0] if len(found) == 1 else party


def _called_so(party: str, when: When, registry: Registry) -> str:
    """Who bore a party's name while it was not there itself: "Austria" of 1838 is the Empire."""
    others = [
        one.other for one in load_namesakes().get((party,), ()) if one.share >= _USUAL and one.span.overlaps(when)
    ]
    there = [one for one in others if one in registry and registry.exists(one, when)]
    return there[0] if len(there) == 1 else party


def ever_met(parties: Collection[str], registry: Registry) -> bool:
    """Whether all of these were there at one time: never so Gran Colombia and the Colombia that came after it."""
    states = [registry.get(one) for one in dict.fromkeys(parties) if one in registry]
    return all(_met(one, other) for one, other in combinations(states, 2))


def _met(one: Polity, other: Polity) -> bool:
    pairs = [(mine.when, theirs.when) for mine in one.spells for theirs in other.spells]
    return any(
        mine.overlaps(theirs) and not (_hands_over(mine, theirs) or _hands_over(theirs, mine)) for mine, theirs in pairs
    )


def _hands_over(first: When, then: When) -> bool:
    """Whether one time ends on the day on which the other begins."""
    return first.last is not None and first.last == then.first


def could_be(draft: Draft, registry: Registry) -> bool:
    """Whether the two that a draft says dealt with each other ever lived at one time."""
    roles = draft.roles
    if isinstance(roles, Dispute | Succession | Honour | Landmark):
        return True
    ends = [getattr(roles, item.name) for item in fields(roles) if item.name in PARTY_ROLES]
    return ever_met([*getattr(roles, "parties", ()), *(one for one in ends if isinstance(one, str))], registry)


def were_there(draft: Draft, named: Collection[str], registry: Registry) -> bool:
    """Whether no party that a draft only supposes, its sentence not naming it, had ended before the draft's day."""
    roles, when = draft.roles, draft.dated.when
    if when is None or when.start is None or isinstance(roles, Dispute | Succession | Landmark):
        return True
    ends = [getattr(roles, item.name) for item in fields(roles) if item.name in PARTY_ROLES]
    told = [*getattr(roles, "parties", ()), *(one for one in ends if isinstance(one, str))]
    return all(one in named or one not in registry or not _ended(registry.get(one), when) for one in told)


def _ended(state: Polity, when: When) -> bool:
    """Whether all the times of a state lie before a day."""
    then = when.first
    return then is not None and all(spell.when.last is not None and spell.when.last < then for spell in state.spells)


def _came_later(succession: When | None, when: When) -> bool:
    """Whether a succession came after that time, so that what went before it is what existed then."""
    if succession is None or succession.start is None or when.start is None:
        return True
    return succession.start.year >= when.start.year


def _is_next(party: str, succession: When | None, when: When, registry: Registry) -> bool:
    """Whether a succession is how a party came to be next after that time: not Syria's leaving a union, in 1944."""
    if party not in registry or succession is None or succession.first is None:
        return True
    begins = [one.when.first for one in registry.get(party).spells if one.when.first is not None]
    later = [one for one in begins if when.first is not None and one > when.first]
    return not later or succession.first <= min(later) + _GRACE


def _long_gone(party: str, succession: When | None, registry: Registry) -> bool:
    """Whether a state had ended long before another is said to follow it: Aceh of 1903 and Indonesia of 1949."""
    lasts = [one.when.last for one in registry.get(party).spells] if party in registry else []
    begun = succession.first if succession is not None else None
    ended = [one for one in lasts if one is not None]
    return begun is not None and bool(lasts) and len(ended) == len(lasts) and max(ended) + _LONG < begun


def _before(party: str, when: When, registry: Registry) -> list[str]:
    """The predecessors of a party, near ones first, that existed then; not the state that had taken it in meanwhile."""
    seen: list[str] = [party]
    edge = [party]
    for _ in range(_FARTHEST):
        edge = [
            one.predecessor
            for later in edge
            for one in registry.predecessors(later)
            if one.predecessor not in seen and one.kind != "restores" and _came_later(one.when, when)
            if _is_next(later, one.when, when, registry) and not _long_gone(one.predecessor, one.when, registry)
        ]
        seen += edge
        there = [one for one in dict.fromkeys(edge) if one in registry and registry.exists(one, when)]
        if there:
            return there
    return []
