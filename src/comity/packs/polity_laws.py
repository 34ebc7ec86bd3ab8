"""The faults that polity tables have together: overlapping spells, unknown parties, edges that no spell bears out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from comity.model.when import When
from comity.packs.polity_tables import CapitalSpell, CodeSpell, PolityTables, Spell, SuccessionEdge


def find_faults(tables: PolityTables) -> Mapping[str, list[str]]:
    """Every fault of each file that its rows show only together, by file name; an empty list where it is sound.

    Refused are: a party or phase named twice or unknown, two spells of one party (or capitals, or the same code in
    one scheme) on one day, a life that is not that of its spells, an edge whose successor is not there on its day.
    """
    known = {row.id for row in tables.polities}
    spells = _by_party(tables.spells)
    return {
        "polities.csv": [
            *_iter_repeated("id", (row.id for row in tables.polities)),
            *_iter_life_faults(tables, spells),
        ],
        "spells.csv": [
            *_iter_unknown(known, (spell.party for spell in tables.spells)),
            *_iter_repeated("phase", (spell.phase for spell in tables.spells)),
            *(fault for party, mine in spells.items() for fault in _iter_overlaps(party, mine)),
        ],
        "codes.csv": [*_iter_unknown(known, (code.party for code in tables.codes)), *_iter_code_faults(tables.codes)],
        "capitals.csv": [
            *_iter_unknown(known, (capital.party for capital in tables.capitals)),
            *_iter_capital_faults(tables.capitals),
        ],
        "successions.csv": list(_iter_edge_faults(tables.successions, known, spells)),
    }


def _by_party(spells: Iterable[Spell]) -> dict[str, list[Spell]]:
    grouped: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        grouped[spell.party].append(spell)
    return grouped


def _iter_repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{what} {value} stands {times} times"


def _iter_unknown(known: set[str], parties: Iterable[str]) -> Iterator[str]:
    for party in sorted(set(parties) - known):
        yield f"{party} is no party of polities.csv"


def _iter_life_faults(tables: PolityTables, spells: Mapping[str, list[Spell]]) -> Iterator[str]:
    for row in tables.polities:
        mine = spells.get(row.id)
        if not mine:
            yield f"{row.id} has no spell"
        elif (row.life.start, row.life.end) != (mine[0].when.start, mine[-1].when.end):
            yield f"{row.id}: its life {row.life} is not that of its spells, {mine[0].when} to {mine[-1].when}"


def _clashes(earlier: When, later: When) -> bool:
    """Whether two spells, the earlier first, are out of order or share a day that is certain to be in both."""
    if earlier.last is None or later.first is None:
        return True
    return earlier.last >= later.first


def _iter_overlaps(party: str, spells: Iterable[Spell]) -> Iterator[str]:
    for earlier, later in pairwise(spells):
        if _clashes(earlier.when, later.when):
            yield f"{party}: {later.phase} ({later.when}) begins before {earlier.phase} ({earlier.when}) has ended"


def _iter_capital_faults(capitals: Iterable[CapitalSpell]) -> Iterator[str]:
    grouped: dict[str, list[CapitalSpell]] = defaultdict(list)
    for capital in capitals:
        grouped[capital.party].append(capital)
    for party, mine in grouped.items():
        for earlier, later in pairwise(mine):
            if _clashes(earlier.when, later.when):
                yield f"{party}: {later.city} ({later.when}) begins before {earlier.city} ({earlier.when}) has ended"


def _iter_code_faults(codes: Iterable[CodeSpell]) -> Iterator[str]:
    grouped: dict[tuple[str, str], list[CodeSpell]] = defaultdict(list)
    for code in codes:
        if code.scheme in ("cow", "gw"):
            grouped[code.scheme, code.code].append(code)
    for (scheme, number), mine in grouped.items():
        ordered = sorted(mine, key=lambda one: one.when.first or 0)
        for earlier, later in pairwise(ordered):
            if _clashes(earlier.when, later.when):
                yield f"{scheme} {number}: held by {earlier.party} ({earlier.when}) and {later.party} ({later.when})"


def _iter_edge_faults(
    edges: Iterable[SuccessionEdge], known: set[str], spells: Mapping[str, list[Spell]]
) -> Iterator[str]:
    phases = {spell.phase: spell.party for mine in spells.values() for spell in mine}
    for edge in edges:
        name = f"{edge.predecessor} {edge.kind} {edge.successor} {edge.when}"
        yield from (f"{name}: {fault}" for fault in _iter_unknown(known, (edge.predecessor, edge.successor)))
        for party, phase in ((edge.predecessor, edge.predecessor_phase), (edge.successor, edge.successor_phase)):
            if phase and phases.get(phase) != party:
                yield f"{name}: {phase} is no phase of {party}"
        if edge.predecessor == edge.successor and not (edge.predecessor_phase and edge.successor_phase):
            yield f"{name}: a party follows itself only from phase to phase"
        if not any(spell.when.overlaps(edge.when) for spell in spells.get(edge.successor, ())):
            yield f"{name}: {edge.successor} is not there on that day"
        if not any(_begun(spell, edge.when) for spell in spells.get(edge.predecessor, ())):
            yield f"{name}: {edge.predecessor} has not begun by then"


def _begun(spell: Spell, when: When) -> bool:
    return spell.when.first is None or when.last is None or spell.when.first <= when.last
