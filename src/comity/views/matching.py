"""A name from somebody's table → the parties it may mean, scored; a party's codes and spells, to fill that table.

Scores are 0 to 100. Only what can mean one thing on the date given is said to match: two that both bore the name that
day never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from comity.model.roles import JSON
from comity.model.when import When
from comity.packs.names import iter_languages
from comity.packs.polity_tables import SuccessionEdge
from comity.parties.forms import fold_names
from comity.parties.link import resolve_name
from comity.parties.registry import Polity, load_registry

ANY_TYPE, POLITY = "party", "polity"
SCHEMES = ("iso3", "iso2", "iso3166_3", "numeric", "m49", "cow", "gw", "wikidata")
PROPERTIES = {
    "date": "Date (the day, month or year the name is of)",
    "id": "Id",
    "name": "English name",
    "official-name": "Official name",
    "kind": "Kind",
    "spells": "Spells of existence, each with its name",
    "start": "Start (EDTF)",
    "end": "End (EDTF)",
    "un-entry": "Entry into the United Nations",
    "predecessors": "What came before it",
    "successors": "What came after it",
} | {scheme: f"Code: {scheme}" for scheme in SCHEMES}
_SURE, _RIVAL = 70.0, 10.0  # a match scores that much at least, and every other candidate less than this


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One cell of a table: a name, and what else is known. ``undated`` says that its date could not be read."""

    text: str
    when: When | None = None
    undated: bool = False
    types: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    limit: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A party that a cell may mean; ``sure`` is what may be taken without looking."""

    party: str
    name: str
    kind: str
    score: float
    sure: bool
    description: str

    def to_json(self) -> dict[str, JSON]:
        """The candidate as the Reconciliation API 0.2 has it."""
        return {
            "id": self.party,
            "name": self.name,
            # The widest first: OpenRefine offers the commonest type of a sample, and a former state is no state.
            "type": [{"id": one, "name": name_type(one)} for one in (ANY_TYPE, self.kind)],
            "score": self.score,
            "match": self.sure,
            "description": self.description,
        }


def match_parties(question: Question) -> tuple[Match, ...]:
    """The parties that a cell may mean, best first: ``Siam`` in 1905 is Siam, with the id ``THA`` and a score of 90.

    A code (``cow`` 365) narrows the candidates or, where there is no name, gives them; types narrow them too.
    """
    found = [_scored(party, score, question) for party, score in _candidates(question)]
    found = [one for one in found if _is_of_type(one.kind, question.types)]
    found.sort(key=lambda one: (-one.score, one.party))
    return tuple(_judged(found, question)[: max(question.limit, 1)])


def _candidates(question: Question) -> Iterator[tuple[str, float]]:
    named = resolve_name(question.text, None, question.when) or resolve_name(question.text.upper(), None, question.when)
    holders = [set(load_registry().holders(*code, question.when)) for code in question.codes]
    held = set.intersection(*holders) if holders else None
    if not question.text.strip():
        yield from ((party, 1.0) for party in sorted(held or ()))
        return
    yield from ((one.party, one.score) for one in named if held is None or one.party in held)


def _scored(party: str, score: float, question: Question) -> Match:
    polity = load_registry().get(party)
    phase = polity.phase(question.when) if question.when else None
    there = question.when is None or phase is not None
    return Match(
        party=party,
        name=phase.name if phase else polity.name,
        kind=polity.kind,
        score=round(100 * score, 1),
        sure=there and not question.undated,
        description=describe_party(polity),
    )


def _judged(found: list[Match], question: Question) -> list[Match]:
    """The candidates, the first sure only where it is good and no other comes near it."""
    rivals = [one for one in found[1:] if one.score >= _RIVAL]
    return [
        replace(one, sure=one.sure and number == 0 and one.score >= _SURE and not rivals)
        for number, one in enumerate(found)
    ]


def _is_of_type(kind: str, types: tuple[str, ...]) -> bool:
    return not types or any(one in (kind, ANY_TYPE) or (one == POLITY and kind != "organization") for one in types)


def describe_party(polity: Polity) -> str:
    """What tells a party from its namesakes: its names, each with the time it held."""
    return "; ".join(f"{spell.name} {spell.when}" for spell in polity.spells)


@cache
def list_types() -> tuple[tuple[str, str], ...]:
    """The types to narrow a search by, with their names: all, all but organizations, then every kind."""
    kinds = sorted({load_registry().get(party).kind for party in load_registry()})
    return tuple((one, name_type(one)) for one in (ANY_TYPE, POLITY, *kinds, "organization"))


def name_type(kind: str) -> str:
    """A type's name: ``Former state``."""
    return "State or other polity" if kind == POLITY else kind.replace("-", " ").capitalize()


def suggest_parties(beginning: str, limit: int) -> tuple[tuple[str, str, str], ...]:
    """The ids, names and descriptions of parties with a name, in any language, or an id that begins so."""
    wanted = fold_names(" ".join(beginning.split()))
    parties = dict.fromkeys(party for name, party in _all_names() if wanted and name.startswith(wanted))
    polities = map(load_registry().get, list(parties)[:limit])
    return tuple((one.id, one.name, describe_party(one)) for one in polities)


@cache
def _all_names() -> tuple[tuple[str, str], ...]:
    """The names of all polities, folded, the short before the long."""
    registry = load_registry()
    names: dict[tuple[str, str], None] = {}
    for polity in map(registry.get, registry):
        current = (registry.name(polity.id, language) for language in iter_languages())
        for name in (polity.id, polity.name, *(spell.name for spell in polity.spells), *current):
            names[fold_names(name), polity.id] = None
    return tuple(sorted(names, key=lambda pair: (len(pair[0]), pair)))


def read_property(party: str, name: str, on: When | None = None) -> list[JSON]:
    """A party's values of a property, as the Reconciliation API has them; with a day, those of that day."""
    registry = load_registry()
    polity = registry.get(party)
    if name in SCHEMES:
        return _texts(registry.codes(party, name, on))
    if name in ("predecessors", "successors"):
        back = name == "predecessors"
        edges = registry.predecessors(party) if back else registry.successors(party, on)
        return list(_kin(edges, back, party))
    spells = [spell for spell in polity.spells if on is None or spell.when.overlaps(on)]
    values = {
        "id": [polity.id],
        "name": [spells[-1].name] if on is not None and spells else [polity.name],
        "official-name": [polity.official_name],
        "kind": [polity.kind],
        "spells": [f"{spell.name}: {spell.when}" for spell in spells],
        "start": [str(polity.spells[0].when).partition("/")[0]],
        "end": [str(polity.spells[-1].when).rpartition("/")[2]],
        "un-entry": [str(polity.un_entry)] if polity.un_entry else [],
    }
    return _texts(values.get(name, ()))


def _texts(values: Iterable[str]) -> list[JSON]:
    return [{"str": value} for value in dict.fromkeys(values)]


def _kin(edges: Iterable[SuccessionEdge], back: bool, party: str) -> Iterator[JSON]:
    """The parties at the other end of these edges, each once; a phase that follows another has the same id."""
    for other in dict.fromkeys(edge.predecessor if back else edge.successor for edge in edges):
        if other != party:
            yield {"id": other, "name": load_registry().get(other).name}
