"""One party at a glance: when it existed, its relations and missions, with whom the register holds facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.model.fact import Fact
from comity.model.roles import JSON, Mission, Quantity, iter_parties
from comity.views.dossier import SECTION_OF, make_sections, mission_lines
from comity.views.lines import Line, Section, in_time, make_line
from comity.views.reads import Reads
from comity.views.sentences import Speech

SHOWN = ("relations", "recognition", "membership", "succession")


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Another party, and how many facts the register holds of the two."""

    party: str
    name: str
    facts: int

    def to_json(self) -> dict[str, JSON]:
        """The partner as one flat object."""
        return {"party": self.party, "name": self.name, "facts": self.facts}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A party's page. ``rows`` counts its list rows without a partner, ``settled`` those that something settles."""

    party: str
    name: str
    official_name: str
    spans: tuple[str, ...]
    sections: tuple[Section, ...]
    partners: tuple[Partner, ...]
    facts: int
    rows: int
    settled: int

    def to_json(self) -> dict[str, JSON]:
        """The page with its sections and partners."""
        return {
            "party": self.party,
            "name": self.name,
            "official_name": self.official_name,
            "spans": list(self.spans),
            "facts": self.facts,
            "rows": self.rows,
            "settled": self.settled,
            "sections": [section.to_json() for section in self.sections],
            "partners": [partner.to_json() for partner in self.partners],
        }


def show_party(register: Reads, party: str, speech: Speech) -> Overview:
    """The overview of a party: layers that are its own in lines, all others by partner with their number.

    Visits, agreements and figures with one partner stand in the dossier of the two (`show_pair`).
    """
    facts = list(register.iter_facts(parties=(party,)))
    polity = speech.registry.get(party)
    rows = list(register.iter_missing(known=party))
    return Overview(
        party=party,
        name=speech.name(party),
        official_name=polity.official_name,
        spans=tuple(str(spell.when) for spell in polity.spells),
        sections=make_sections(_lines(facts, party, speech), speech),
        partners=_partners(facts, party, speech),
        facts=len(facts),
        rows=len(rows),
        settled=sum(row.settled is not None for row in rows),
    )


def _lines(facts: Sequence[Fact], party: str, speech: Speech) -> dict[str, list[Line]]:
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for fact in in_time(facts):
        if fact.type in SHOWN or _is_its_own(fact, party):
            found[SECTION_OF[fact.type]].append(make_line(fact, speech))
    found["missions"] = mission_lines((fact for fact in facts if isinstance(fact.roles, Mission)), speech)
    return found


def _is_its_own(fact: Fact, party: str) -> bool:
    """Whether the fact is a figure of this party alone: how many states it has relations with."""
    return isinstance(fact.roles, Quantity) and set(iter_parties(fact.roles)) == {party}


def _partners(facts: Iterable[Fact], party: str, speech: Speech) -> tuple[Partner, ...]:
    counts: defaultdict[str, int] = defaultdict(int)
    for fact in facts:
        for other in set(iter_parties(fact.roles)) - {party}:
            counts[other] += 1
    return tuple(
        Partner(party=other, name=speech.name(other), facts=counts[other])
        for other in sorted(counts, key=lambda other: (-counts[other], other))
    )
