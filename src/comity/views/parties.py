"""Who is who, to be read: the parties of a day, one party's card, the parties that a name may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.model.fact import Candidate
from comity.model.roles import JSON
from comity.model.when import When
from comity.packs.names import iter_languages
from comity.packs.offices import OfficeRow
from comity.packs.polities import load_polities
from comity.packs.polity_tables import CapitalSpell, CodeSpell, Spell, SuccessionEdge
from comity.parties.link import resolve_name
from comity.parties.offices import offices_of
from comity.parties.registry import Polity, load_registry

_DEPTH = 3  # generations of a family tree that still fit on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParty:
    """A party as a list of a day has it: the phase is its own name and days then."""

    id: str
    name: str
    kind: str
    phase: Spell

    def to_json(self) -> dict[str, JSON]:
        """The party as one flat object."""
        phase = self.phase
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "phase": phase.phase,
            "date": str(phase.when),
            "status": phase.status,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyList:
    """The parties that could have relations at a time."""

    on: When
    parties: tuple[ListedParty, ...]

    def to_json(self) -> dict[str, JSON]:
        """The list, with the time it is of."""
        return {"on": str(self.on), "parties": [party.to_json() for party in self.parties]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """One step of succession, with the steps beyond it."""

    party: str
    name: str
    edge: SuccessionEdge
    beyond: tuple[Kin, ...]

    def to_json(self) -> dict[str, JSON]:
        """The step, with the steps beyond it."""
        out: dict[str, JSON] = {
            "party": self.party,
            "name": self.name,
            "kind": self.edge.kind,
            "date": str(self.edge.when),
            "source": self.edge.source,
        }
        if self.edge.contested:
            out["contested"] = self.edge.contested
        if self.beyond:
            out["beyond"] = [kin.to_json() for kin in self.beyond]
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCard:
    """All that is known of one party itself: names, phases, codes, capitals, what came before and after it.

    ``offices``: the titles that are another office here than the word usually means.
    """

    party: Polity
    names: tuple[tuple[str, str], ...]
    codes: tuple[CodeSpell, ...]
    capitals: tuple[CapitalSpell, ...]
    offices: tuple[OfficeRow, ...]
    before: tuple[Kin, ...]
    after: tuple[Kin, ...]

    def to_json(self) -> dict[str, JSON]:
        """The card; dates are EDTF."""
        party = self.party
        return {
            "id": party.id,
            "kind": party.kind,
            "name": party.name,
            "official_name": party.official_name,
            "names": dict(self.names),
            "phases": [_phase_json(spell) for spell in party.spells],
            "codes": [{"scheme": one.scheme, "code": one.code, "date": str(one.when)} for one in self.codes],
            "capitals": [{"city": one.city, "city_id": one.city_id, "date": str(one.when)} for one in self.capitals],
            "offices": [_office_json(row) for row in self.offices],
            "continents": list(party.continents),
            "un_entry": None if party.un_entry is None else str(party.un_entry),
            "before": [kin.to_json() for kin in self.before],
            "after": [kin.to_json() for kin in self.after],
            "note": party.note or None,
            "checked": party.checked,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAnswer:
    """The parties that a name may mean, best first, each with its reasons."""

    name: str
    when: When | None
    candidates: tuple[Candidate, ...]

    def to_json(self) -> dict[str, JSON]:
        """The candidates, with what was asked."""
        return {
            "name": self.name,
            "on": None if self.when is None else str(self.when),
            "candidates": [
                {
                    "party": one.party,
                    "name": load_registry().get(one.party).name,
                    "then": _then(one.party, self.when),
                    "score": one.score,
                    "reasons": list(one.reasons),
                }
                for one in self.candidates
            ],
        }


def _then(party: str, when: When | None) -> str | None:
    """The name of the party's phase at that time; nothing where no time is given or it did not exist."""
    phase = None if when is None else load_registry().phase(party, when)
    return phase.name if phase else None


def list_parties(on: When, language: str = "en") -> PartyList:
    """The parties that could have relations on this day, by id, each under its name in the language."""
    return PartyList(on=on, parties=tuple(_listed(party, on, language) for party in load_registry().existing(on)))


def _listed(party: str, on: When, language: str) -> ListedParty:
    registry = load_registry()
    polity, phase = registry.get(party), registry.phase(party, on)
    assert phase is not None, "it exists on that day"
    name = phase.name if language == "en" else registry.name(party, language, on)
    return ListedParty(id=party, name=name, kind=polity.kind, phase=phase)


def find_card(party: str) -> PartyCard:
    """The card of the party of this id; `UnknownParty` where there is none."""
    polity, tables = load_registry().get(party), load_polities()
    return PartyCard(
        party=polity,
        names=tuple(_names(party)),
        codes=tuple(one for one in tables.codes if one.party == party),
        capitals=tuple(one for one in tables.capitals if one.party == party),
        offices=offices_of(party),
        before=_kin(party, None, back=True, seen=(party,)),
        after=_kin(party, None, back=False, seen=(party,)),
    )


def _names(party: str) -> Iterator[tuple[str, str]]:
    english = load_registry().get(party).name
    for language in iter_languages():
        name = load_registry().name(party, language)
        if name != english or language == "en":
            yield language, name


def _kin(party: str, step: SuccessionEdge | None, *, back: bool, seen: tuple[str, ...]) -> tuple[Kin, ...]:
    """The party's steps backward or forward, those only that lie beyond the step that led to it."""
    registry = load_registry()
    edges = registry.predecessors(party) if back else registry.successors(party)
    return tuple(_one_kin(edge, back=back, seen=seen) for edge in edges if step is None or _beyond(edge, step, back))


def _beyond(edge: SuccessionEdge, step: SuccessionEdge, back: bool) -> bool:
    first, of_step = edge.when.first or 0, step.when.first or 0
    return first <= of_step if back else first >= of_step


def _one_kin(edge: SuccessionEdge, *, back: bool, seen: tuple[str, ...]) -> Kin:
    party = edge.predecessor if back else edge.successor
    ended = party in seen or len(seen) >= _DEPTH
    beyond = () if ended else _kin(party, edge, back=back, seen=(*seen, party))
    return Kin(party=party, name=load_registry().get(party).name, edge=edge, beyond=beyond)


def find_who(name: str, *, language: str | None = None, when: When | None = None) -> WhoAnswer:
    """The parties that this name or id may mean, in this language and at this time where they are given."""
    return WhoAnswer(name=name, when=when, candidates=resolve_name(name, language, when))


def _phase_json(spell: Spell) -> JSON:
    return {
        "phase": spell.phase,
        "name": spell.name,
        "date": str(spell.when),
        "status": spell.status,
        "source": spell.source or None,
    }


def _office_json(row: OfficeRow) -> JSON:
    return {
        "title": row.title,
        "office": row.office,
        "date": _span(row.when),
        "note": row.note or None,
        "source": row.source or None,
        "checked": row.checked,
    }


def _span(when: When) -> str | None:
    """The time as EDTF, nothing where it is open on both sides: it always holds."""
    return str(when) if when.start or when.end else None


def _office_line(row: OfficeRow) -> str:
    note = f": {row.note}" if row.note else ""
    doubt = "" if row.checked != "no" else "; unchecked"
    return f"{_span(row.when) or 'always'}  {row.title} is {row.office}{note}{doubt}"


def render_parties(listed: PartyList) -> str:
    """The list, a party a line."""
    return "\n".join(f"{one.id:<7}{one.name}  ({one.phase.status}, {one.phase.when})" for one in listed.parties)


def render_who(answer: WhoAnswer) -> str:
    """The candidates, a party a line, its reasons under it."""
    lines: list[str] = []
    for one in answer.candidates:
        name, then = load_registry().get(one.party).name, _then(one.party, answer.when)
        called = f"{name}, then {then}" if then not in (None, name) else name
        lines.append(f"{one.party:<6} {called}  {one.score:.2f}")
        lines.extend(f"       {reason}" for reason in one.reasons)
    return "\n".join(lines)


def render_card(card: PartyCard) -> str:
    """The card as lines of text, the tree of what came before and after it at the end."""
    party = card.party
    rows = [
        ("official", [party.official_name]),
        ("names", [" · ".join(f"{language} {name}" for language, name in card.names)]),
        ("phases", [f"{spell.when}  {spell.name} ({spell.status})" for spell in party.spells]),
        ("capitals", [f"{one.when}  {one.city}" for one in card.capitals]),
        ("codes", [f"{one.scheme} {one.code}  {one.when}" for one in card.codes]),
        ("offices", [_office_line(row) for row in card.offices]),
        ("in the UN", [str(party.un_entry)] if party.un_entry else []),
        ("continent", [" · ".join(party.continents)] if party.continents else []),
        ("note", [party.note] if party.note else []),
        ("before it", list(_tree(card.before))),
        ("after it", list(_tree(card.after))),
    ]
    lines = [f"{party.id}  {party.name}  ({party.kind})"]
    for title, values in rows:
        lines.extend(f"{title if number == 0 else '':<11}{value}" for number, value in enumerate(values))
    return "\n".join(lines)


def _tree(kin: tuple[Kin, ...], depth: int = 0) -> Iterator[str]:
    for one in kin:
        contested = f"; contested: {one.edge.contested}" if one.edge.contested else ""
        branch = "  " * depth + "└ " if depth else ""
        yield f"{branch}{one.party}  {one.name}  ({one.edge.kind}, {one.edge.when}{contested})"
        yield from _tree(one.beyond, depth + 1)
