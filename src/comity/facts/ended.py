"""Facts that held and no longer do: what another fact says has ended since is superseded, not wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from comity.model.claim import Membership, Mission, Relations, Roles
from comity.model.document import Document
from comity.model.fact import Fact, Inference, Standing
from comity.packs.reasons import say

HOLDS = ("exists", "holds")
ENDS = ("closed", "left", "severed")


def mark_ended(facts: Iterable[Fact], documents: Mapping[str, Document]) -> Iterator[Fact]:
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
        yield _overtaken(fact, ends.get(_post(fact.roles, HOLDS), []), documents)


def _post(roles: Roles, events: tuple[str, ...]) -> tuple[str, ...]:
    """What holds or ends: the post, the seat, the relations; empty where the roles are of no such event."""
    if getattr(roles, "event", "") not in events:
        return ()
    if isinstance(roles, Mission):
        return "mission", roles.sender, roles.receiver, roles.kind, str(roles.city_id or roles.city)
    if isinstance(roles, Membership):
        return "membership", roles.member, roles.organization, roles.role
    return ("relations", *roles.parties) if isinstance(roles, Relations) else ()


def _overtaken(fact: Fact, ends: list[Fact], documents: Mapping[str, Document]) -> Fact:
    held = _held_until(fact, documents)
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


def _held_until(fact: Fact, documents: Mapping[str, Document]) -> int | None:
    """The last day on which something says that it held, as an ordinal; ``None`` where nothing tells."""
    days = [reading.when.last for reading in fact.readings if reading.when is not None and reading.when.last]
    for reading in fact.readings:
        for name in reading.documents:
            date = documents[name].date if name in documents else None
            if date is not None and date.value.last:
                days.append(date.value.last)
    return max(days, default=None)
