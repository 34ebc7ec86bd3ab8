"""A few new claims → the facts that they touch, as a reconciliation of everything would make them, and no others.

What a claim can change is in its cell; in the cells of its pair, where it tells an act that others may be taken for;
in the cells told by the same row or sentence; in the lists of rows without a party whose party it names; and in what
goes on with a successor. Everything else is read from the ledger as it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from comity.facts.acts import ACTS
from comity.facts.atlas import Atlas, Parties
from comity.facts.bench import Bench, open_bench
from comity.facts.cells import INFERRED, RELATIONS, cell_of, has_acts, home_of, kin_of, pair_of, seat_of
from comity.facts.checked import (
    JUDGEMENTS,
    check_bench,
    check_counts,
    check_scopes,
    check_turnovers,
    scopes_of,
    turnover_scope,
)
from comity.facts.ended import mark_ended
from comity.facts.judged import Heard, hear_claims
from comity.facts.missing import put_back, settle_rows
from comity.facts.origins import Origins
from comity.facts.reconcile import Told, beside_of, make_facts, make_scale
from comity.facts.rows import LINKING
from comity.facts.rulings import reject_inferred, roles_of_mark
from comity.facts.said import Said
from comity.facts.succession import infer_succession, note_inherited
from comity.facts.totals import total_of
from comity.facts.voices import hear_voices
from comity.model.change import Change, Kept, Seat
from comity.model.claim import Claim
from comity.model.fact import Fact, MissingRow
from comity.model.issue import Issue
from comity.model.judgement import ClaimMark, FactMark, Judgement
from comity.model.sketch import Voice
from comity.packs.sources import SourceRules

Place = tuple[str, int, int]


class Ledger(Protocol):
    """What is kept of an earlier reconciliation; `comity.register.ledger.Ledger` is one.

    All but `touched` answers with what documents say now.
    """

    def touched(self) -> Iterable[Kept]: ...

    def claims(self, ids: Collection[str], /) -> Iterable[Kept]: ...

    def quoted(self, quotes: Collection[str], /) -> Iterable[Kept]: ...

    def in_cells(self, cells: Collection[str], /) -> Iterable[Kept]: ...

    def in_documents(self, documents: Collection[str], /, *, types: Collection[str] = ()) -> Iterable[Kept]: ...

    def told_at(self, places: Collection[Place], /) -> Iterable[Kept]: ...

    def of_pairs(self, pairs: Collection[str], types: Collection[str], /) -> Iterable[Kept]: ...

    def naming(self, parties: Collection[str], types: Collection[str], /) -> Iterable[Kept]: ...

    def lost(self) -> Iterable[Kept]: ...

    def facts_in(self, cells: Collection[str], /) -> Iterable[Fact]: ...

    def facts_telling(self, claims: Collection[str], /) -> Iterable[Fact]: ...

    def facts_of_pairs(self, pairs: Collection[str], /) -> Iterable[Fact]: ...

    def visits_of(self, parties: Collection[str], /) -> Iterable[Fact]: ...

    def cells_of_facts(self, ids: Collection[str], /) -> Collection[str]: ...

    def origins(self, documents: Collection[str], /) -> Origins: ...

    def voices(self, documents: Collection[str], /) -> Iterable[Voice]: ...


def reconcile_part(
    ledger: Ledger, registry: Parties, rules: SourceRules, judgements: Iterable[Judgement] = ()
) -> Change:
    """What the touched claims change: the same facts, rows, issues and rulings as if everything were made anew."""
    atlas, bench = Atlas(registry), open_bench(judgements)
    view = _view(ledger, atlas, bench)
    cells = _widen(view, ledger)
    loaded = _load(cells, view, ledger)
    told = _told(loaded, ledger, rules)
    acting = _acting(loaded, view, ledger)
    things, judged = make_facts(loaded, make_scale(acting, told, atlas), view.heard, bench)
    beside = dict(beside_of(things, judged))
    near = _neighbours(cells, view, ledger, beside)
    facts = [fact for fact in note_inherited([*judged, *near], beside, atlas) if home_of(fact)[0] in cells]
    kin = frozenset(one for cell in cells if cell.startswith(RELATIONS) for one in kin_of(_pair(cell), atlas))
    facts += _conclude(facts, cells, kin, ledger, atlas)
    facts = sorted(reject_inferred(tuple(mark_ended(facts, told.origins)), bench), key=lambda fact: fact.id)
    whole = cells | {INFERRED + pair for pair in kin}
    return Change(
        cells=frozenset(whole),
        facts=tuple(facts),
        homes={fact.id: home_of(fact) for fact in facts},
        issues={**_check(facts, whole, view, ledger, atlas), JUDGEMENTS: (), **check_bench(bench)},
        missing=view.missing,
        rulings=bench.rulings(),
        seats={name: view.seat(name) for name in sorted(view.changed) if view.changed[name].current},
    )


@dataclass(slots=True, kw_only=True)
class _View:
    """The claims that changed, and how a claim is heard: as persons judged it, with the party that its row was given.

    ``judged`` are those that judgements may mean; ``rows`` the rows without a party, where they were settled anew.
    """

    changed: dict[str, Kept]
    judged: Mapping[str, Kept]
    heard: Heard
    by_id: Mapping[str, Said]
    marked: frozenset[str]
    rows: Mapping[str, Said] = field(default_factory=dict)
    missing: tuple[MissingRow, ...] | None = None
    others: dict[str, Claim] = field(default_factory=dict)

    def unsettled(self, kept: Kept) -> Said | None:
        """The claim as persons judged it; nothing where one rejected it."""
        return self.by_id.get(kept.id) if kept.id in self.judged else Said(id=kept.id, claim=kept.claim)

    def said(self, kept: Kept) -> Said | None:
        """The claim as facts use it."""
        if kept.id in self.rows:
            return self.rows[kept.id]
        said = self.unsettled(kept)
        if said is None or said.claim.missing is None or self.missing is not None:
            return said
        if kept.seat is None or kept.seat.party is None or kept.seat.rule is None:
            return said
        either = tuple(Said(id=name, claim=self.others[name]) for name in kept.seat.either)
        return put_back(said, kept.seat.party, kept.seat.rule, either)

    def seat(self, name: str) -> Seat:
        """Where a changed claim is used now."""
        kept = self.changed[name]
        return seat_of(self.said(kept), kept.claim)


def _view(ledger: Ledger, atlas: Atlas, bench: Bench) -> _View:
    marks = [mark for one in bench.names.values() for mark in one.marks]
    changed = {kept.id: kept for kept in ledger.touched()}
    quotes = {mark.quote for mark in marks if isinstance(mark, ClaimMark)}
    judged = {kept.id: kept for kept in ledger.quoted(quotes)} if quotes else {}
    documents = {kept.claim.document for kept in judged.values()}
    documents |= {mark.document for mark in marks if isinstance(mark, ClaimMark)}
    said = tuple(Said(id=name, claim=judged[name].claim) for name in sorted(judged))
    heard = hear_claims(said, bench, atlas, hear_voices(ledger.voices(documents - {""})))
    facts = [mark for mark in marks if isinstance(mark, FactMark)]
    view = _View(
        changed=changed | judged,
        judged=judged,
        heard=heard,
        by_id={one.id: one for one in heard.said},
        marked=frozenset(cell_of(roles_of_mark(mark)) for mark in facts)
        | frozenset(ledger.cells_of_facts({mark.id for mark in facts}) if facts else ()),
    )
    _settle(view, ledger, atlas)
    return view


def _settle(view: _View, ledger: Ledger, atlas: Atlas) -> None:
    """Nothing; the rows without a party are solved anew where a changed claim bears on them, and changed with it."""
    lost = {kept.id: kept for kept in ledger.lost()}
    documents = {kept.claim.document for kept in lost.values()}
    known = {party for kept in lost.values() for party in kept.claim.parties()}
    if any(_bears_on(kept, view, documents, known) for kept in view.changed.values()):
        near = {kept.id: kept for kept in ledger.in_documents(documents)} if lost else {}
        near |= {kept.id: kept for kept in ledger.naming(known, LINKING)} if lost else {}
        said = [one for name in sorted(near | lost) if (one := view.unsettled((near | lost)[name]))]
        languages = {name: one.language for name, one in ledger.origins(documents).items()}
        repaired = settle_rows(tuple(said), atlas, languages, barred=view.heard.barred)
        view.rows = {one.id: one for one in repaired.said if one.id in lost}
        view.missing = tuple(sorted((*repaired.missing, *view.heard.rows), key=lambda row: row.claim))
        for name, kept in lost.items():
            if seat_of(view.rows.get(name), kept.claim) != kept.seat:
                view.changed[name] = kept
        return
    either = {name for kept in lost.values() if kept.seat is not None for name in kept.seat.either}
    view.others = {kept.id: kept.claim for kept in ledger.claims(either)} if either else {}


def _bears_on(kept: Kept, view: _View, documents: Collection[str], known: Collection[str]) -> bool:
    """Whether a changed claim is a row without a party, stands in a document with one, or tells of a list's party."""
    if kept.claim.missing is not None or kept.claim.document in documents:
        return True
    now = view.unsettled(kept)
    parties = {*kept.claim.parties(), *(now.claim.parties() if now else ())}
    return kept.claim.type in LINKING and not parties.isdisjoint(known)


def _widen(view: _View, ledger: Ledger) -> frozenset[str]:
    """The cells whose facts may be others now: all their claims are looked at."""
    seats = [kept.seat for kept in view.changed.values() if kept.seat is not None]
    seats += [view.seat(name) for name, kept in view.changed.items() if kept.current]
    # a claim that a person rejected has no seat, and still is missed in its cell
    seats += [seat_of(Said(id=name, claim=kept.claim)) for name, kept in view.judged.items()]
    cells = {seat.cell for seat in seats} | view.marked
    pairs = {seat.pair for seat in seats if has_acts(seat.cell)} - {""}
    cells |= {kept.seat.cell for kept in ledger.of_pairs(pairs, ACTS) if kept.seat is not None}
    places = {_place(kept.claim) for kept in view.changed.values() if kept.claim.type == "relations"}
    places |= {_place(kept.claim) for kept in ledger.in_cells(_relations(cells))}
    return frozenset((cells | {cell for cell, _ in _told_at(places, view, ledger)}) - {""})


def _relations(cells: Iterable[str]) -> frozenset[str]:
    return frozenset(cell for cell in cells if cell.startswith(RELATIONS))


def _pair(cell: str) -> str:
    return cell.removeprefix(RELATIONS)


def _place(claim: Claim) -> Place:
    return claim.document, claim.evidence.start, claim.evidence.end


def _told_at(places: Collection[Place], view: _View, ledger: Ledger) -> Iterator[tuple[str, Kept]]:
    """The claims of relations at these places, each with the cell that it is used in."""
    for kept in ledger.told_at(places):
        said = view.said(kept)
        if said is not None and said.claim.missing is None and kept.claim.type == "relations":
            yield cell_of(said.claim.roles), kept


def _load(cells: frozenset[str], view: _View, ledger: Ledger) -> tuple[Said, ...]:
    """All claims of these cells as facts use them, by id."""
    every = {kept.id: kept for kept in ledger.in_cells(cells)}
    every |= {name: kept for name, kept in view.changed.items() if kept.current}
    said = (view.said(every[name]) for name in sorted(every))
    return tuple(one for one in said if one and one.claim.missing is None and cell_of(one.claim.roles) in cells)


def _told(loaded: Iterable[Said], ledger: Ledger, rules: SourceRules) -> Told:
    documents = {one.document for one in loaded} | {other.document for one in loaded for other in one.either}
    return Told(rules=rules, origins=ledger.origins(documents), voices=hear_voices(ledger.voices(documents)))


def _acting(loaded: tuple[Said, ...], view: _View, ledger: Ledger) -> list[Said]:
    """The claims that tell acts of the pairs of these: their own, and those of a cell that is not looked at."""
    here = {one.id for one in loaded}
    pairs = {pair_of(one.claim.roles) for one in loaded if one.claim.type in ACTS}
    others = [view.said(kept) for kept in ledger.of_pairs(pairs, ACTS) if kept.id not in here]
    return [*loaded, *(one for one in others if one is not None and one.claim.missing is None)]


def _neighbours(cells: frozenset[str], view: _View, ledger: Ledger, beside: dict[Place, set[str]]) -> tuple[Fact, ...]:
    """The facts of other cells that the same rows and sentences tell, put beside those of these."""
    told = {kept.id: (cell, _place(kept.claim)) for cell, kept in _told_at(set(beside), view, ledger)}
    found = {}
    for fact in ledger.facts_telling([name for name, (cell, _) in told.items() if cell not in cells]):
        found[fact.id] = fact
        for name in set(fact.claims()) & set(told):
            if told[name][0] == home_of(fact)[0]:  # a row that it may be instead is told elsewhere
                beside[told[name][1]].add(fact.id)
    return tuple(found[name] for name in sorted(found) if home_of(found[name])[0] not in cells)


def _conclude(
    facts: Iterable[Fact], cells: frozenset[str], kin: frozenset[str], ledger: Ledger, atlas: Atlas
) -> Iterator[Fact]:
    """What goes on with successors, of all pairs that these relations may be continued by or continue."""
    others = ledger.facts_in({RELATIONS + pair for pair in kin} - cells) if kin else ()
    known = [*(fact for fact in facts if fact.type == "relations"), *others]
    for fact in infer_succession(known, atlas):
        if pair_of(fact.roles) in kin:
            yield fact


def _check(
    facts: list[Fact], cells: Collection[str], view: _View, ledger: Ledger, atlas: Atlas
) -> dict[str, tuple[Issue, ...]]:
    """The issues of all that a fact of these cells is, or was, checked with; and of totals that may have changed."""
    before = list(ledger.facts_in(cells))
    scopes = {scope for fact in (*before, *facts) for scope in scopes_of(fact)}
    pairs = {scope.removeprefix("pair ") for scope in scopes if scope.startswith("pair ")}
    visitors = {scope.split()[1] for scope in scopes if scope.startswith("holder ")}
    rest = {fact.id: fact for fact in (*ledger.facts_of_pairs(pairs), *ledger.visits_of(visitors))}
    others = [fact for fact in rest.values() if home_of(fact)[0] not in cells]
    found = check_scopes([*others, *facts], atlas)
    return {scope: found.get(scope, ()) for scope in sorted(scopes)} | _check_counts(view, ledger)


def _check_counts(view: _View, ledger: Ledger) -> dict[str, tuple[Issue, ...]]:
    """The issues of the totals, and of the turnovers, that may have changed."""
    documents = {kept.claim.document for kept in view.changed.values() if kept.claim.type == "quantity"}
    numbers = (view.said(kept) for kept in ledger.in_documents(documents, types=("quantity",)))
    found = check_turnovers(said for said in numbers if said is not None)
    return {scope: found.get(scope, ()) for scope in map(turnover_scope, sorted(documents))} | _check_totals(
        view, ledger
    )


def _check_totals(view: _View, ledger: Ledger) -> dict[str, tuple[Issue, ...]]:
    """The issues of the totals that a changed claim states, or that its document states beside its rows."""
    documents = {kept.claim.document for kept in view.changed.values() if kept.claim.type == "relations"}
    stated = [kept.claim for kept in view.changed.values() if kept.claim.type == "quantity"]
    stated += [kept.claim for kept in ledger.in_documents(documents, types=("quantity",))]
    stated += [said.claim for kept in view.changed.values() if (said := view.said(kept)) is not None]
    parties = {total_of(one) for one in stated} - {""}
    if not parties:
        return {}
    tallies = [
        said for kept in ledger.naming(parties, ("quantity",)) if (said := view.said(kept)) and total_of(said.claim)
    ]
    there = {one.document for one in tallies}
    rows = [said for kept in ledger.in_documents(there, types=("relations",)) if (said := view.said(kept))]
    every = sorted((*tallies, *rows), key=lambda one: one.id)
    found = check_counts(every)
    return {f"total {party}": found.get(f"total {party}", ()) for party in sorted(parties)}
