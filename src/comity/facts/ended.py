"""Facts that held and no longer do: what another fact says has ended since is superseded, not wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.facts.origins import Origins
from comity.model.fact import Fact, Inference, Standing
from comity.model.roles import Membership, Mission, Relations, Roles
from comity.packs.reasons import say

HOLDS = ("exists", "holds")
ENDS = ("closed", "left", "severed")


def mark_ended(facts: Iterable[Fact], origins: Origins) -> Iterator[Fact]:
    """The facts, those that a later end overtook marked superseded with the end named.

    An embassy that a document of 1995 says exists is superseded by its closing in 1999. What a document of no known
    date says exists may have been opened again since: it stays as it is.
    """
    facts = tuple(facts)
    ends: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        key = _post(fact.roles, ENDS)
        if key and fact.when is not None and fact.when.first is not None and fact.modality == "asserted":
            ends[key].append(fact)
    for fact in facts:
        yield _overtaken(fact, ends.get(_post(fact.roles, HOLDS), []), origins)


def _post(roles: Roles, events: tuple[str, ...]) -> tuple[str, ...]:
    """What holds or ends: the post, the seat, the relations; empty where the roles are of no such event."""
    if getattr(roles, "event", "") not in events:
        return ()
    if isinstance(roles, Mission):
        return "mission", roles.sender, roles.receiver, roles.kind, str(roles.city_id or roles.city)
    if isinstance(roles, Membership):
        return "membership", roles.member, roles.organization, roles.role
    return ("relations", *roles.parties) if isinstance(roles, Relations) else ()


def _overtaken(fact: Fact, ends: list[Fact], origins: Origins) -> Fact:
    held = _held_until(fact, origins)
    later = [end for end in ends if held is not None and end.when is not None and (end.when.first or 0) > held]
    if not later or fact.inference is not None:
        return fact
    end = min(later, key=lambda one: (one.when.first if one.when and one.when.first else 0, one.id))
    reason = say("superseded", documents=", ".join(end.preferred.documents), date=str(end.when))
    return replace(
        fact,
        standing=Standing.SUPERSEDED,
        inference=Inference(rule="superseded", reason=reason, facts=(end.id,)),
    )


def _held_until(fact: Fact, origins: Origins) -> int | None:
    """The last day on which something says that it held, as an ordinal; ``None`` where nothing tells."""
    days = [reading.when.last for reading in fact.readings if reading.when is not None and reading.when.last]
    for reading in fact.readings:
        for name in reading.documents:
            date = origins[name].date if name in origins else None
            if date is not None and date.last:
                days.append(date.last)
    return max(days, default=None)
