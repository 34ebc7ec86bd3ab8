"""What the facts ask of the register of parties, answered also for an id that it does not hold (a text's acronym)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from comity.model.when import When

CONTINUES = "continues"
INDEPENDENT = "independent"
STILL = When.parse("9999")  # a time that only what has not ended reaches


class Step(Protocol):
    """An edge of succession: what became of a party, of which kind, and when."""

    @property
    def predecessor(self) -> str: ...

    @property
    def successor(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def when(self) -> When: ...


class Phase(Protocol):
    """A party in one of its times: ``Yugoslavia (Federal Republic)``."""

    @property
    def name(self) -> str: ...

    @property
    def status(self) -> str: ...

    @property
    def phase(self) -> str: ...


class Parties(Protocol):
    """The register of parties: `comity.parties.registry.Registry` is one."""

    def __contains__(self, party: object, /) -> bool: ...

    def existing(self, when: When, /) -> tuple[str, ...]: ...

    def exists(self, party: str, when: When, /) -> bool: ...

    def name(self, party: str, language: str, /) -> str: ...

    def phase(self, party: str, when: When, /) -> Phase | None: ...

    def since(self, party: str, when: When, /) -> int | None: ...

    def continents(self, party: str, /) -> tuple[str, ...]: ...

    def belonging(self, organization: str, /) -> frozenset[str]: ...

    def successors(self, party: str, /) -> Sequence[Step]: ...

    def predecessors(self, party: str, /) -> Sequence[Step]: ...


@dataclass(frozen=True, slots=True)
class Atlas:
    """The register of parties as the facts ask it: who was there when, where lists put them, who goes on as whom."""

    parties: Parties
    gone_on: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def existing(self, when: When) -> tuple[str, ...]:
        """The polities that could have relations then."""
        return self.parties.existing(when)

    def exists(self, party: str, when: When) -> bool:
        """Whether the party was there then; of one that the register does not hold nothing else is known."""
        return party not in self.parties or self.parties.exists(party, when)

    def name(self, party: str, when: When | None = None) -> str:
        """The party's English name, of one that ended that of its phase then; its id where the register has no other.

        YUG in 1996 is ``Yugoslavia (Federal Republic)``; TUR is called as it is now.
        """
        if party not in self.parties:
            return party
        ended = when is not None and not self.parties.exists(party, STILL)
        phase = self.parties.phase(party, when) if ended and when is not None else None
        return self.parties.name(party, "en") if phase is None else phase.name

    def phase(self, party: str, when: When) -> str:
        """The id of the party's phase then: ``TUR-OTTOMAN`` in 1896; the party's own id where it has no phase."""
        phase = self.parties.phase(party, when) if party in self.parties else None
        return party if phase is None else phase.phase

    def is_widely_recognised(self, party: str, when: When) -> bool:
        """Whether the party was independent then and recognised by more than a few."""
        phase = self.parties.phase(party, when) if party in self.parties else None
        return phase is not None and phase.status == INDEPENDENT

    def since(self, party: str, when: When) -> int | None:
        """The day from which the party has been there without a break until then; ``None`` where it always was."""
        return self.parties.since(party, when) if party in self.parties else None

    def continents(self, party: str) -> tuple[str, ...]:
        """The continents under which lists put the party."""
        return self.parties.continents(party) if party in self.parties else ()

    def belonging(self, organization: str) -> frozenset[str]:
        """All that are or were members of the organization; none where its members are not recorded."""
        return self.parties.belonging(organization)

    def origins(self, party: str) -> frozenset[str]:
        """All that the party came out of or goes on for: SUN of KAZ, YUG of SCG."""
        steps = self.parties.predecessors(party) if party in self.parties else ()
        return frozenset(step.predecessor for step in steps)

    def continued(self, party: str) -> frozenset[str]:
        """Those the party goes on as: SCG and YUG for SRB. In a list they and the party are one row."""
        if party not in self.gone_on:
            self.gone_on[party] = self._find_continued(party)
        return self.gone_on[party]

    def _find_continued(self, party: str) -> frozenset[str]:
        found: set[str] = set()
        open_ = [party]
        while open_:
            one = open_.pop()
            steps = self.parties.predecessors(one) if one in self.parties else ()
            fresh = {step.predecessor for step in steps if step.kind == CONTINUES} - found - {party}
            found |= fresh
            open_ += sorted(fresh)
        return frozenset(found)

    def line_of(self, party: str) -> frozenset[str]:
        """The party, all that it goes on as or for, however far: YUG, SCG and SRB of each of them."""
        found, open_ = {party}, [party]
        while open_:
            one = open_.pop()
            steps = (*self.parties.predecessors(one), *self.parties.successors(one)) if one in self.parties else ()
            near = {name for step in steps if step.kind == CONTINUES for name in (step.predecessor, step.successor)}
            open_ += sorted(near - found)
            found |= near
        return frozenset(found)

    def continuations(self, party: str, after: int) -> tuple[Step, ...]:
        """The steps after that day by which another goes on as the party, until it ends or becomes another subject.

        Yugoslavia of 1946 has none: the Federal Republic of 1992 succeeded it and did not continue it.
        """
        steps = self.parties.successors(party) if party in self.parties else ()
        later = sorted((step for step in steps if _first(step) > after), key=_order)
        breaks = [_first(step) for step in later if step.successor == party and step.kind != CONTINUES]
        last = min(breaks, default=None)
        return tuple(
            step
            for step in later
            if step.kind == CONTINUES and step.successor != party and (last is None or _first(step) < last)
        )


def _first(step: Step) -> int:
    return step.when.first or 0


def _order(step: Step) -> tuple[int, str]:
    return _first(step), step.successor
