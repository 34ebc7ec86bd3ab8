"""A row without a party → the parties it may be, ranked, each with the reasons for and against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from comity.facts.atlas import Atlas
from comity.facts.relate import relate_dates
from comity.facts.rows import Dated, Slot, heading_continents, stands_under
from comity.model.fact import Candidate, Link
from comity.model.when import When
from comity.packs.reasons import say

SHOWN = 8  # a list of fifty names helps nobody; the scores still share out over all of them
# How many times likelier a state is than one of which nothing is known. Declared by judgement, not yet measured.
DATED_HERE, COARSELY_HERE, MIRRORED, NOTHING, DATED_ELSEWHERE = 40.0, 4.0, 6.0, 1.0, 0.1
LINKED, ABSENT, LITTLE_RECOGNISED = 3.0, 0.1, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What is known around the rows: dates of relations, the parties each list names, and the rows of all lists.

    ``lost`` holds for each date the lists with a row of that date whose party is missing, as (whose, document);
    ``linked`` and ``absent`` for each party those with whom documents tell of a mission, visit and the like, or of
    having no relations.
    """

    atlas: Atlas
    dated: Mapping[str, Dated]
    named: Mapping[str, frozenset[str]]
    lost: Mapping[str, frozenset[tuple[str, str]]]
    linked: Mapping[str, frozenset[str]]
    absent: Mapping[str, frozenset[str]]
    pools: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


def rank_candidates(slot: Slot, field: Field, placed: tuple[str, ...] = ()) -> tuple[Candidate, ...]:
    """The parties that a row of this slot may be, best first; ``placed`` are known to be one of its rows.

    Only what existed that day, fits the heading and has no other row of the list; none where the row has no date.
    """
    when = slot.rows[0].claim.when
    if when is None:
        return ()
    pool = [party for party in _pool(slot, when, field) if party not in placed]
    weighed = [_weigh(party, slot, when, field) for party in pool]
    share = 1.0 - len(placed) / len(slot.rows)
    total = sum(weight for weight, _ in weighed) or 1.0
    found = [
        Candidate(party=party, score=round(share * weight / total, 4), reasons=reasons)
        for party, (weight, reasons) in zip(pool, weighed, strict=True)
    ]
    found += [
        Candidate(party=party, score=round(1 / len(slot.rows), 4), reasons=_dated_reasons(party, slot, when, field))
        for party in placed
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.party))[:SHOWN])


def count_candidates(slot: Slot, field: Field) -> int:
    """How many parties a row of this slot may be."""
    when = slot.rows[0].claim.when
    return 0 if when is None else len(_pool(slot, when, field))


def _pool(slot: Slot, when: When, field: Field) -> tuple[str, ...]:
    key = (str(when), slot.heading or "")
    if key not in field.pools:
        heading = heading_continents(slot.heading)
        field.pools[key] = tuple(
            party
            for party in sorted(field.atlas.existing(when))
            if stands_under(field.atlas.continents(party), heading)
        )
    taken = field.named.get(slot.document, frozenset())
    return tuple(party for party in field.pools[key] if party != slot.known and party not in taken)


def _weigh(party: str, slot: Slot, when: When, field: Field) -> tuple[float, tuple[str, ...]]:
    weight = _date_weight(party, slot, when, field)
    reasons = list(_dated_reasons(party, slot, when, field))
    for clue, said in _clues(party, slot, when, field):
        weight *= clue
        reasons.append(said)
    heading = slot.heading
    existed = "candidate_exists" if heading and heading_continents(heading) else "candidate_existed"
    return weight, (*reasons, say(existed, date=slot.date, heading=heading or ""))


def _clues(party: str, slot: Slot, when: When, field: Field) -> Iterator[tuple[float, str]]:
    """What else speaks for or against a party: how much likelier it makes it, and the words for it."""
    for owner, document in sorted(field.lost.get(slot.date, frozenset())):
        if owner == party and document != slot.document:
            yield MIRRORED, say("candidate_mirror", document=document, date=slot.date)
    if party in field.absent.get(slot.known, frozenset()):
        yield ABSENT, say("candidate_absent")
    elif party in field.linked.get(slot.known, frozenset()):
        yield LINKED, say("candidate_linked")
    if not field.atlas.is_widely_recognised(party, when):
        yield LITTLE_RECOGNISED, say("candidate_little_recognised")


def _links(party: str, slot: Slot, when: When, field: Field) -> list[tuple[str, Link, tuple[str, ...]]]:
    dated = field.dated.get(slot.known)
    if dated is None:
        return []
    found = []
    for date, claims in sorted(dated.partners.get(party, {}).items()):
        elsewhere = tuple(sorted({one.document for one in claims} - {slot.document}))
        if elsewhere:
            found.append((date, relate_dates(when, When.parse(date)), elsewhere))
    return found


def _date_weight(party: str, slot: Slot, when: When, field: Field) -> float:
    links = {link for _, link, _ in _links(party, slot, when, field)}
    if not links:
        return NOTHING
    if Link.DUPLICATES in links:
        return DATED_HERE
    return COARSELY_HERE if Link.REFINES in links else DATED_ELSEWHERE


def _dated_reasons(party: str, slot: Slot, when: When, field: Field) -> tuple[str, ...]:
    rules = {
        Link.DUPLICATES: "candidate_dated",
        Link.REFINES: "candidate_coarse",
        Link.CONTRADICTS: "candidate_elsewhere",
    }
    return tuple(
        say(rules[link], documents=", ".join(documents), date=date)
        for date, link, documents in _links(party, slot, when, field)
    )
