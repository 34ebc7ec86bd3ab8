"""Rows whose party is missing → who they are where that is sure enough, or who they may be; never a quiet guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.facts.atlas import Atlas
from comity.facts.candidates import Field, Weighed, dated_to, rank_candidates, reasons_for, weigh_list
from comity.facts.relate import relate_dates
from comity.facts.rows import (
    Listing,
    date_of,
    find_absent,
    find_dated,
    find_linked,
    find_listings,
    heading_continents,
    heading_of,
    is_lost,
    twins,
)
from comity.facts.said import Said
from comity.model.claim import Claim
from comity.model.fact import Candidate, Link, MissingRow
from comity.model.roles import Membership, Relations, Succession
from comity.model.when import When
from comity.packs.reasons import say

# Above this share a row is settled: `benchmarks/rows.py` finds at most two in a thousand wrong there.
SURE = 0.95
FIRM = 0.995  # what the next round, and the other side's list, may build on
ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """All claims with the rows that something settles completed, and every row with what is known of it."""

    said: tuple[Said, ...]
    missing: tuple[MissingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """One list solved. ``settled``: row → party; ``together``: the parties of rows that nothing tells apart, by group.

    A group with fewer parties than rows has them placed: they are among its rows, which is which is not known.
    """

    listing: Listing
    weighed: Weighed
    settled: Mapping[str, str]
    together: Mapping[tuple[Said, ...], tuple[str, ...]]


def settle_rows(
    said: tuple[Said, ...],
    atlas: Atlas,
    languages: Mapping[str, str] | None = None,
    sure: float = SURE,
    *,
    barred: Mapping[str, frozenset[str]] | None = None,
) -> Repaired:
    """The claims with lost parties put back where they are sure, and a `MissingRow` for each row without one.

    The row of 1992-03-02 under "Asia" is TUR when another document dates KAZ–TUR to that day. All rows of a list are
    weighed at once: a state stands there once. ``languages`` are the documents', for the order of their names. A
    higher ``sure`` settles fewer rows and no others. ``barred``: the parties that a person said a row is not.
    """
    barred = barred or {}
    remarked, rows = _settle_by_remark(said, atlas, barred)
    field = replace(_field(remarked, atlas, languages or {}), barred=barred)
    listings = [one for some in field.listings.values() for one in some]
    for _ in range(ROUNDS - 1):
        firm = [(one, _solve(one, field, FIRM)) for one in listings]
        found = {row: party for _, solved in firm for row, party in solved.settled.items()}
        if found == field.found:
            break
        learnt = tuple(put_back(one, found[one.id], "by_clues") if one.id in found else one for one in remarked)
        field = replace(field, dated=find_dated(learnt), found=found)
    done: dict[str, Said] = {}
    for listing in listings:
        solved = _solve(listing, field, sure)
        done |= _complete(solved, field)
        rows += _rows_of(solved, field)
    rows += [_bare_row(one) for one in remarked if one.claim.missing and not is_lost(one)]
    completed = tuple(done.get(one.id, one) for one in remarked)
    return Repaired(said=completed, missing=tuple(sorted(rows, key=lambda row: row.claim)))


def _field(said: tuple[Said, ...], atlas: Atlas, languages: Mapping[str, str]) -> Field:
    listings: defaultdict[str, list[Listing]] = defaultdict(list)
    for one in find_listings(said):
        listings[one.known].append(one)
    return Field(
        atlas=atlas,
        dated=find_dated(said),
        listings={known: tuple(some) for known, some in listings.items()},
        linked=find_linked(said),
        absent=find_absent(said),
        languages=languages,
    )


def _solve(listing: Listing, field: Field, sure: float) -> Solved:
    """Who stands on the list's rows, by shares of at least ``sure``."""
    weighed = weigh_list(listing, field)
    settled: dict[str, str] = {}
    for place, row in enumerate(weighed.rows):
        at = weighed.found.chosen[place]
        if at >= 0 and weighed.found.shares[place][at] >= sure:
            settled[row.id] = weighed.parties[at]
    places = {row.id: place for place, row in enumerate(weighed.rows)}
    together: dict[tuple[Said, ...], tuple[str, ...]] = {}
    taken = set(settled.values())
    for group in twins(weighed.rows):
        left = tuple(row for row in group if row.id not in settled)
        parties = _among(left, weighed, places, sure) if len(left) > 1 else ()
        parties = tuple(party for party in parties if party not in taken)
        if 0 < len(parties) <= len(left):
            together[left] = parties
            taken.update(parties)
    return Solved(listing=listing, weighed=weighed, settled=settled, together=together)


def _among(rows: Sequence[Said], weighed: Weighed, places: Mapping[str, int], sure: float) -> tuple[str, ...]:
    """The parties that are one of these rows, as sure as that; which of them is not asked."""
    shares = [weighed.found.shares[places[row.id]] for row in rows]
    return tuple(party for at, party in enumerate(weighed.parties) if sum(one[at] for one in shares) >= sure)


def _complete(solved: Solved, field: Field) -> dict[str, Said]:
    """The list's rows that get a party, by row id; which of several rows gets which is kept as ``either``."""
    rows = {row.id: row for row in solved.weighed.rows}
    done = {
        row: put_back(rows[row], party, _rule(party, rows[row], solved.listing, field))
        for row, party in solved.settled.items()
    }
    for group, parties in solved.together.items():
        rule = _group_rule(group, parties)
        for row, party in zip(group, parties, strict=False):
            either = tuple(other for other in group if other is not row)
            done[row.id] = put_back(row, party, rule, either=either)
    return done


def put_back(row: Said, party: str, rule: str, either: tuple[Said, ...] = ()) -> Said:
    """The row with this party put in, by this rule; ``either`` are the rows that it may be instead."""
    roles = Relations(parties=tuple(sorted((*row.claim.parties(), party))), event="established")
    return Said(id=row.id, claim=replace(row.claim, roles=roles, missing=None), settled=rule, either=either)


def _rule(party: str, row: Said, listing: Listing, field: Field) -> str:
    return "by_date" if _day_givers(party, row, listing, field) else "by_clues"


def _group_rule(rows: Sequence[Said], parties: Sequence[str]) -> str:
    return "placed" if len(parties) < len(rows) else "by_date_together"


def _day_givers(party: str, row: Said, listing: Listing, field: Field) -> tuple[str, ...]:
    """The other documents that date the relations to the row's own date."""
    return tuple(
        document
        for date, documents in dated_to(party, listing, field)
        if row.claim.when is not None and relate_dates(row.claim.when, When.parse(date)) is Link.DUPLICATES
        for document in documents
    )


def _rows_of(solved: Solved, field: Field) -> list[MissingRow]:
    """All rows of the list with what is known of them, in the order of the list."""
    weighed, listing = solved.weighed, solved.listing
    grouped = {row.id: (group, parties) for group, parties in solved.together.items() for row in group}
    out = []
    for number, row in enumerate(weighed.rows):
        candidates = rank_candidates(weighed, number, listing, field)
        if row.id in solved.settled:
            out.append(_settled_row(row, candidates, solved, field))
        elif row.id in grouped:
            out.append(_grouped_row(row, grouped[row.id], candidates, listing, field))
        else:
            pool = weighed.pools[row.id]
            out.append(_row(row, listing, candidates=candidates, reason=_open_reason(row, len(pool), listing)))
    known = {row.id for row in weighed.rows}
    return out + [_row(row, listing) for row in listing.rows if row.id not in known]


def _open_reason(row: Said, count: int, listing: Listing) -> str:
    heading = heading_of(row)
    rule = "candidates_left" if heading_continents(heading) else "candidates_any"
    return say(rule, count=count, date=date_of(row), heading=heading, document=listing.document)


def _settled_row(row: Said, candidates: tuple[Candidate, ...], solved: Solved, field: Field) -> MissingRow:
    listing, party = solved.listing, solved.settled[row.id]
    rule, name = _rule(party, row, listing, field), field.atlas.name(party)
    reason = say(
        rule,
        party=name,
        date=date_of(row),
        document=listing.document,
        documents=", ".join(_day_givers(party, row, listing, field)),
        percent=f"{100 * next((one.score for one in candidates if one.party == party), 0.0):.4g}",
        reasons="; ".join(reasons_for(party, row, solved.weighed, listing, field)),
    )
    return _row(row, listing, candidates=candidates, settled=party, rule=rule, reason=reason)


def _grouped_row(
    row: Said,
    grouped: tuple[tuple[Said, ...], tuple[str, ...]],
    candidates: tuple[Candidate, ...],
    listing: Listing,
    field: Field,
) -> MissingRow:
    group, parties = grouped
    rule = _group_rule(group, parties)
    names = ", ".join(field.atlas.name(party) for party in parties)
    givers = {one for party in parties for one in _day_givers(party, row, listing, field)}
    reason = say(
        rule,
        party=names,
        parties=names,
        date=date_of(row),
        documents=", ".join(sorted(givers)) or listing.document,
        document=listing.document,
        count=len(group),
    )
    settled = dict(zip((one.id for one in group), parties, strict=False)) if rule != "placed" else {}
    others = tuple(other.id for other in group if other is not row)
    return _row(
        row, listing, candidates=candidates, settled=settled.get(row.id), rule=rule, reason=reason, together=others
    )


def _row(
    row: Said,
    listing: Listing,
    *,
    candidates: tuple[Candidate, ...] = (),
    settled: str | None = None,
    rule: str | None = None,
    reason: str | None = None,
    together: tuple[str, ...] = (),
) -> MissingRow:
    return MissingRow(
        claim=row.id,
        known=listing.known,
        when=row.claim.when,
        candidates=candidates,
        settled=settled,
        rule=rule,
        reason=reason,
        together=together,
    )


def _settle_by_remark(
    said: tuple[Said, ...], atlas: Atlas, barred: Mapping[str, frozenset[str]]
) -> tuple[tuple[Said, ...], list[MissingRow]]:
    beside: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    lost = {(one.document, one.claim.evidence.start) for one in said if one.claim.missing}
    for one in said if lost else ():
        if (place := (one.document, one.claim.evidence.start)) in lost:
            beside[place].append(one.claim)
    kept, rows = [], []
    for one in said:
        others = [claim for claim in beside[(one.document, one.claim.evidence.start)] if not claim.missing]
        party = _named_by_remark(one, others, atlas) if is_lost(one) else None
        if party is None or party in barred.get(one.id, ()):
            kept.append(one)
            continue
        kept.append(put_back(one, party, "by_remark"))
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
    """The one party that the other claims on the row name, its known party and that one's predecessors aside.

    An organization of which both are members is not who the row is of.
    """
    known = row.claim.parties()[0]
    others = [claim for claim in others if not isinstance(claim.roles, Membership)]
    named = {party for claim in others for party in claim.parties()} - {known}
    before = {claim.roles.predecessor for claim in others if isinstance(claim.roles, Succession)}
    left = named - (before | atlas.origins(known) if len(named) > 1 else set())
    party = left.pop() if len(left) == 1 else None
    when = row.claim.when
    return party if party is None or when is None or atlas.exists(party, when) else None


def _remark_reason(party: str, others: Iterable[Claim], atlas: Atlas) -> str:
    reason = say("by_remark", party=atlas.name(party))
    for claim in others:
        if isinstance(claim.roles, Relations) and party in claim.roles.parties and claim.when is not None:
            names = ", ".join(atlas.name(one) for one in claim.roles.parties)
            return f"{reason}; {say('inherited', date=str(claim.when), others=names)}"
    return reason


def _bare_row(said: Said) -> MissingRow:
    known = said.claim.parties()
    return MissingRow(claim=said.id, known=known[0] if known else "", when=said.claim.when)
