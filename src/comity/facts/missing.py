"""Rows whose party is missing → who they are, by a rule that can be told, or who they may be; never a quiet guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from comity.facts.atlas import Atlas
from comity.facts.candidates import Field, count_candidates, rank_candidates
from comity.facts.rows import (
    Slot,
    find_absent,
    find_dated,
    find_linked,
    find_named,
    find_slots,
    heading_continents,
    is_lost,
    stands_under,
)
from comity.facts.said import Said
from comity.model.claim import Claim, Relations, Succession
from comity.model.fact import Candidate, MissingRow
from comity.packs.reasons import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """All claims with the rows that something settles completed, and every row with what is known of it."""

    said: tuple[Said, ...]
    missing: tuple[MissingRow, ...]


def settle_rows(said: tuple[Said, ...], atlas: Atlas) -> Repaired:
    """The claims with lost parties put back where a rule gives them, and a `MissingRow` for each row without one.

    The row of 1992-03-02 under "Asia" is TUR when another document dates KAZ–TUR to that day and no other row of
    the list can be TUR. Two rows of one day stay two when one state is known for it.
    """
    remarked, rows = _settle_by_remark(said, atlas)
    before, slots = _field(remarked, atlas), find_slots(remarked)
    placed = _place_by_date(slots, before)
    done: dict[str, Said] = {}
    for slot, parties in placed.items():
        done |= _complete(slot, parties)
    completed = tuple(done.get(one.id, one) for one in remarked)
    after = _field(completed, atlas)
    for slot in slots:
        if slot in placed:
            rows += _placed_rows(slot, placed[slot], before, after)
        else:
            rows += _open_rows(slot, after)
    rows += [_bare_row(one) for one in remarked if one.claim.missing and not is_lost(one)]
    return Repaired(said=completed, missing=tuple(sorted(rows, key=lambda row: row.claim)))


def _field(said: tuple[Said, ...], atlas: Atlas) -> Field:
    lost: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for slot in find_slots(said):
        lost[slot.date].add((slot.known, slot.document))
    return Field(
        atlas=atlas,
        dated=find_dated(said),
        named=find_named(said),
        lost={date: frozenset(lists) for date, lists in lost.items()},
        linked=find_linked(said),
        absent=find_absent(said),
    )


def _settle_by_remark(said: tuple[Said, ...], atlas: Atlas) -> tuple[tuple[Said, ...], list[MissingRow]]:
    beside: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for one in said:
        beside[(one.document, one.claim.evidence.start)].append(one.claim)
    kept, rows = [], []
    for one in said:
        others = [claim for claim in beside[(one.document, one.claim.evidence.start)] if not claim.missing]
        party = _named_by_remark(one, others, atlas) if is_lost(one) else None
        if party is None:
            kept.append(one)
            continue
        kept.append(_with_party(one, party, "by_remark"))
        rows.append(
            MissingRow(
                claim=one.id,
                known=one.claim.parties()[0],
                when=one.claim.when,
                settled=party,
                rule="by_remark",
                reason=_remark_reason(party, others, atlas),
            )
        )
    return tuple(kept), rows


def _named_by_remark(row: Said, others: Iterable[Claim], atlas: Atlas) -> str | None:
    """The one party that the other claims on the row name, its known party and that one's predecessors aside."""
    known = row.claim.parties()[0]
    named = {party for claim in others for party in claim.parties()} - {known}
    before = {claim.roles.predecessor for claim in others if isinstance(claim.roles, Succession)}
    left = named - (before | atlas.origins(known) if len(named) > 1 else set())
    return left.pop() if len(left) == 1 else None


def _remark_reason(party: str, others: Iterable[Claim], atlas: Atlas) -> str:
    reason = say("by_remark", party=atlas.name(party))
    for claim in others:
        if isinstance(claim.roles, Relations) and party in claim.roles.parties and claim.when is not None:
            names = ", ".join(atlas.name(one) for one in claim.roles.parties)
            return f"{reason}; {say('inherited', date=str(claim.when), others=names)}"
    return reason


def _place_by_date(slots: tuple[Slot, ...], field: Field) -> Mapping[Slot, tuple[str, ...]]:
    """For each slot the states that other documents date to its day and that fit no other slot of its list."""
    fits: defaultdict[tuple[str, str], list[Slot]] = defaultdict(list)
    for slot in slots:
        for party in _dated_to(slot, field):
            fits[(slot.document, party)].append(slot)
    found: dict[Slot, tuple[str, ...]] = {}
    for slot in slots:
        parties = tuple(p for p in _dated_to(slot, field) if len(fits[(slot.document, p)]) == 1)
        if parties and len(parties) <= len(slot.rows) and len(parties) == len(_dated_to(slot, field)):
            found[slot] = parties
    return found


def _dated_to(slot: Slot, field: Field) -> tuple[str, ...]:
    dated = field.dated.get(slot.known)
    if dated is None or not slot.rows[0].claim.when or slot.rows[0].claim.when.precision != "day":
        return ()
    heading = heading_continents(slot.heading)
    return tuple(
        party
        for party in sorted(dated.partners)
        if slot.date in dated.partners[party]
        and party not in field.named.get(slot.document, frozenset())
        and stands_under(field.atlas.continents(party), heading)
    )


def _complete(slot: Slot, parties: tuple[str, ...]) -> dict[str, Said]:
    """The slot's rows that get a party, by row id; which of the slot's rows gets which is kept as ``either``."""
    rule = _slot_rule(slot, parties)
    return {
        row.id: _with_party(row, party, rule, either=tuple(other for other in slot.rows if other is not row))
        for row, party in zip(slot.rows, parties, strict=False)
    }


def _others(slot: Slot, row: Said) -> tuple[str, ...]:
    return tuple(other.id for other in slot.rows if other is not row)


def _with_party(row: Said, party: str, rule: str, either: tuple[Said, ...] = ()) -> Said:
    roles = Relations(parties=tuple(sorted((*row.claim.parties(), party))), event="established")
    return Said(id=row.id, claim=replace(row.claim, roles=roles, missing=None), settled=rule, either=either)


def _slot_rule(slot: Slot, parties: tuple[str, ...]) -> str:
    if len(parties) < len(slot.rows):
        return "placed"
    return "by_date" if len(slot.rows) == 1 else "by_date_together"


def _placed_rows(slot: Slot, parties: tuple[str, ...], before: Field, after: Field) -> list[MissingRow]:
    rule = _slot_rule(slot, parties)
    names = ", ".join(before.atlas.name(party) for party in parties)
    sources = {one.document for party in parties for one in before.dated[slot.known].partners[party][slot.date]}
    reason = say(
        rule,
        party=names,
        parties=names,
        date=slot.date,
        documents=", ".join(sorted(sources)),
        document=slot.document,
        count=len(slot.rows),
    )
    candidates = rank_candidates(slot, after, placed=parties) if rule == "placed" else ()
    settled = [None] * len(slot.rows) if rule == "placed" else parties
    return [
        _row(slot, row, candidates=candidates, settled=party, rule=rule, reason=reason)
        for row, party in zip(slot.rows, settled, strict=True)
    ]


def _open_rows(slot: Slot, field: Field) -> list[MissingRow]:
    heading = heading_continents(slot.heading)
    reason = say(
        "candidates_left" if heading else "candidates_any",
        count=count_candidates(slot, field),
        date=slot.date,
        heading=slot.heading or "",
        document=slot.document,
    )
    candidates = rank_candidates(slot, field)
    return [_row(slot, row, candidates=candidates, reason=reason if slot.date else None) for row in slot.rows]


def _row(
    slot: Slot,
    row: Said,
    *,
    candidates: tuple[Candidate, ...] = (),
    settled: str | None = None,
    rule: str | None = None,
    reason: str | None = None,
) -> MissingRow:
    return MissingRow(
        claim=row.id,
        known=slot.known,
        when=row.claim.when,
        candidates=candidates,
        settled=settled,
        rule=rule,
        reason=reason,
        together=_others(slot, row) if rule else (),
    )


def _bare_row(said: Said) -> MissingRow:
    known = said.claim.parties()
    return MissingRow(claim=said.id, known=known[0] if known else "", when=said.claim.when)
