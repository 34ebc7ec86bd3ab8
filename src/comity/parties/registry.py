"""What the register knows of each party: when it existed, under which name and codes, and what followed it.

Every question takes a `When`: a day is answered for the day, a longer time for any day of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from comity.errors import UnknownParty
from comity.model.when import When
from comity.packs.names import NameRecord, iter_languages, iter_names
from comity.packs.organizations import (
    MembershipRecord,
    OrganizationRecord,
    iter_organization_names,
    load_memberships,
    load_organizations,
)
from comity.packs.polities import load_polities
from comity.packs.polity_tables import PolityRow, PolityTables, Spell, SuccessionEdge

__all__ = ["Polity", "Registry", "Spell", "SuccessionEdge", "load_registry"]

# Statuses in which a party enters relations of its own; a dependent one only exists.
RELATING = frozenset({"independent", "limited"})
_FULL = frozenset({"member", "founder"})
# What a language is called by in short, and the name file that answers for it.
NAME_FILES = MappingProxyType({"zh": "zh-Hans", "sr": "sr-Cyrl"})
KINDS_BY_FITNESS = ("former", "short", "official", "abbreviation")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Polity:
    """One party: what it is called, its spells in order, and where lists of states count it.

    An organization answers as one too: kind ``organization``, one spell from its founding on.
    """

    id: str
    kind: str
    name: str
    official_name: str
    spells: tuple[Spell, ...]
    un_entry: When | None = None
    un_gap: When | None = None
    continents: tuple[str, ...] = ()
    note: str = ""
    checked: bool = False

    def phase(self, when: When) -> Spell | None:
        """The phase of that day, of a longer time the last one in it; ``None`` where the party did not exist."""
        found = [spell for spell in self.spells if spell.when.overlaps(when)]
        return found[-1] if found else None


class Registry:
    """The parties by id; built once from the tables, never changed.

    >>> from comity.model.when import When
    >>> registry = load_registry()
    >>> registry.phase("YUG", When.parse("1996-12-10")).name
    'Yugoslavia (Federal Republic)'
    """

    def __init__(self, tables: PolityTables, organizations: Mapping[str, OrganizationRecord]) -> None:
        spells = _group(tables.spells, lambda spell: spell.party)
        self._polities = {row.id: _polity(row, tuple(spells[row.id])) for row in tables.polities}
        self._organizations = {one.id: _organization(one) for one in organizations.values()}
        self._phases = {spell.phase: spell.party for spell in tables.spells}
        self._codes = _group(tables.codes, lambda code: code.party)
        self._schemes = _group(tables.codes, lambda code: code.scheme)
        self._capitals = _group(tables.capitals, lambda capital: capital.party)
        self._after = _group(tables.successions, lambda edge: edge.predecessor)
        self._before = _group(tables.successions, lambda edge: edge.successor)
        self._belonging = _full_members(load_memberships())
        self._existing: dict[When, tuple[str, ...]] = {}  # asked again for every row of a list: kept by date

    def __contains__(self, party: object) -> bool:
        return party in self._polities or party in self._organizations

    def __iter__(self) -> Iterator[str]:
        """The ids of all polities, in the order of the file (organizations are not among them)."""
        return iter(self._polities)

    def __len__(self) -> int:
        return len(self._polities)

    def get(self, party: str) -> Polity:
        """The party of this id; raises `UnknownParty`, naming ids that look like it."""
        found = self._polities.get(party) or self._organizations.get(party)
        if found is None:
            near = get_close_matches(party.upper(), [*self._polities, *self._organizations], n=3)
            hint = f"; did you mean {', '.join(near)}?" if near else ""
            raise UnknownParty(f"no party has the id {party!r}{hint}")
        return found

    def existing(self, when: When) -> tuple[str, ...]:
        """The polities that could have relations then: independent or of limited recognition, sorted."""
        if when not in self._existing:
            self._existing[when] = tuple(sorted(one.id for one in self._polities.values() if _relates(one, when)))
        return self._existing[when]

    def exists(self, party: str, when: When) -> bool:
        """Whether the party, polity or organization, was there then, in whatever status; `UnknownParty` for no id."""
        return self.get(party).phase(when) is not None

    def phase(self, party: str, when: When) -> Spell | None:
        """The party's phase then: ``YUG`` is the Federal Republic in 1996 and the Socialist one in 1980."""
        return self.get(party).phase(when)

    def since(self, party: str, when: When) -> int | None:
        """The first day of the time, without a break, in which the party has had relations of its own until then.

        An ordinal; for Estonia in 1991 that of 1991, not of 1918. ``None`` where it had none then, or always had.
        """
        first: int | None = None
        last: int | None = None
        for spell in self.get(party).spells:
            start = spell.when.first
            if spell.status not in RELATING or (start or 0) > (when.last or 0):
                continue
            if last is None or start is None or start > last + 1:
                first = start
            last = spell.when.last
        return first

    def party_of_phase(self, phase: str) -> str:
        """The id of the party that has this phase: ``TUR-OTTOMAN`` → ``TUR``; raises `UnknownParty`."""
        if phase not in self._phases:
            raise UnknownParty(f"no party has the phase {phase!r}")
        return self._phases[phase]

    def successors(self, party: str, when: When | None = None) -> tuple[SuccessionEdge, ...]:
        """What followed the party, by date; with a ``when`` only what may have happened by then."""
        return _until(self._after[self.get(party).id], when)

    def predecessors(self, party: str, when: When | None = None) -> tuple[SuccessionEdge, ...]:
        """What the party followed, by date; with a ``when`` only what may have happened by then."""
        return _until(self._before[self.get(party).id], when)

    def name(self, party: str, language: str, when: When | None = None) -> str:
        """The party's short name in the language, as used then (now, where no ``when`` is given), else in English.

        ``name("TUR", "tr")`` is Türkiye, ``name("SUN", "zh")`` 苏联. Refuses an unknown id.
        """
        polity = self.get(party)
        if polity.kind == "organization":
            return _organization_names(NAME_FILES.get(language, language)).get(party, polity.name)
        if language == "en" and when is None:
            return polity.name
        return _best_name(_names(NAME_FILES.get(language, language)).get(party, ()), when) or polity.name

    def continents(self, party: str) -> tuple[str, ...]:
        """The continents whose lists hold the party: M49's first, then a wider Europe's where it differs."""
        return self.get(party).continents

    def codes(self, party: str, scheme: str, when: When | None = None) -> tuple[str, ...]:
        """The codes the party held in the scheme then (ever, without a ``when``), in the order of time."""
        self.get(party)
        return tuple(
            code.code
            for code in self._codes[party]
            if code.scheme == scheme and (when is None or code.when.overlaps(when))
        )

    def holders(self, scheme: str, code: str, when: When | None = None) -> tuple[str, ...]:
        """The parties that held the code then: ``cow`` 365 is ``RUS`` or ``SUN``; ``cow`` 970 is not ``gw`` 970."""
        held = [one for one in self._schemes[scheme] if one.code == code]
        return tuple(dict.fromkeys(one.party for one in held if when is None or one.when.overlaps(when)))

    def members(self, scheme: str, when: When) -> tuple[str, ...]:
        """The parties that a list of states (``cow``, ``gw``) counts on that day, sorted."""
        return tuple(sorted({one.party for one in self._schemes[scheme] if one.when.overlaps(when)}))

    def belonging(self, organization: str) -> frozenset[str]:
        """All that are or were full members of the organization; none where its members are not recorded.

        Observers, partners and candidates are no members.
        """
        return self._belonging.get(organization, frozenset())

    def un_members(self, when: When) -> tuple[str, ...]:
        """The members of the United Nations on that day, sorted."""
        return tuple(sorted(party for party, polity in self._polities.items() if _in_un(polity, when)))

    def capital(self, party: str, when: When | None = None) -> int | None:
        """The GeoNames id of the party's capital then, of its last without a ``when``; ``None``: none is recorded."""
        self.get(party)
        found = [one for one in self._capitals[party] if when is None or one.when.overlaps(when)]
        return found[-1].city_id if found else None


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """The registry of the package's data, read once."""
    return Registry(load_polities(), load_organizations())


def _group(rows: Iterable[T], key: Callable[[T], str]) -> defaultdict[str, list[T]]:
    grouped: defaultdict[str, list[T]] = defaultdict(list)
    for row in rows:
        grouped[key(row)].append(row)
    return grouped


def _polity(row: PolityRow, spells: tuple[Spell, ...]) -> Polity:
    return Polity(
        id=row.id,
        kind=row.kind,
        name=row.name,
        official_name=row.official_name,
        spells=spells,
        un_entry=row.un_entry,
        un_gap=row.un_gap,
        continents=tuple(dict.fromkeys((row.continent, row.continent_wide))),
        note=row.note,
        checked=row.checked,
    )


def _organization(record: OrganizationRecord) -> Polity:
    spell = Spell(
        party=record.id,
        phase=record.id,
        name=record.name,
        when=When.between(record.founded, record.ended),
        status="independent",
        source=record.source,
        checked=record.checked,
    )
    return Polity(id=record.id, kind="organization", name=record.name, official_name=record.name, spells=(spell,))


def _full_members(records: Iterable[MembershipRecord]) -> dict[str, frozenset[str]]:
    full = _group((one for one in records if one.role in _FULL), lambda one: one.organization)
    return {organization: frozenset(one.member for one in members) for organization, members in full.items()}


def _relates(polity: Polity, when: When) -> bool:
    return any(spell.status in RELATING and spell.when.overlaps(when) for spell in polity.spells)


def _until(edges: Iterable[SuccessionEdge], when: When | None) -> tuple[SuccessionEdge, ...]:
    last = None if when is None else when.last
    reached = (edge for edge in edges if last is None or (edge.when.first or 0) <= last)
    return tuple(sorted(reached, key=lambda edge: (edge.when.first or 0, edge.successor)))


def _in_un(polity: Polity, when: When) -> bool:
    """Whether the party has entered and still (or again) exists; a dependent phase has no seat of its own."""
    if (
        polity.un_entry is None
        or polity.un_entry.first is None
        or when.last is None
        or when.last < polity.un_entry.first
    ):
        return False
    if polity.un_gap is not None and polity.un_gap.contains(when):
        return False
    phase = polity.phase(when)
    return phase is not None and phase.status != "dependent"


@lru_cache(maxsize=16)
def _names(language: str) -> Mapping[str, tuple[NameRecord, ...]]:
    if language not in set(iter_languages()):
        return MappingProxyType({})
    grouped = _group(iter_names(language), lambda record: record.party)
    return MappingProxyType({party: tuple(records) for party, records in grouped.items()})


@lru_cache(maxsize=16)
def _organization_names(language: str) -> Mapping[str, str]:
    """The official name of each organization in its dictionary form, by id."""
    return MappingProxyType(
        {
            one.organization: one.name
            for one in iter_organization_names()
            if one.language == language and one.kind == "official" and one.case in ("", "nom") and one.end is None
        }
    )


def _best_name(records: Iterable[NameRecord], when: When | None) -> str:
    """The fittest record's name: in use then, short before official, CLDR's before others; empty for none.

    A former name goes first for a time that lies wholly in its use: Zaire in 1980, in every language that has it.
    """
    fit = [record for record in records if record.kind in KINDS_BY_FITNESS and _in_use(record, when)]
    return min(fit, key=_fitness).name if fit else ""


def _fitness(record: NameRecord) -> tuple[int, bool]:
    return KINDS_BY_FITNESS.index(record.kind), record.note != "CLDR"


def _in_use(record: NameRecord, when: When | None) -> bool:
    if when is None:
        return record.end is None and record.kind != "former"
    use = When.between(record.start, record.end)
    return use.contains(when) if record.kind == "former" else use.overlaps(when)
