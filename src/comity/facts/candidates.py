"""A list with rows without a party → for each row how likely each party is, and the reasons for and against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from comity.facts.alphabet import Spot, find_spots, is_sorted, weigh_spot
from comity.facts.assign import Assignment, assign
from comity.facts.atlas import Atlas
from comity.facts.chances import WHOLE, background, belongs, mirrored, same_party, told, young_party
from comity.facts.relate import relate_dates
from comity.facts.rows import Dated, Listing, heading_continents, heading_of, stands_under
from comity.facts.said import Said
from comity.model.fact import Candidate, Link
from comity.model.when import When
from comity.packs.reading import load_alphabet
from comity.packs.reasons import say
from comity.text.collate import sort_key

SHOWN = 8  # a list of fifty names helps nobody; the shares still go out over all of them
# How likely a party is to stand in a list: one whose relations are told elsewhere (in a whole list, in a selection),
# one said to have none, one that few recognise (a factor). Any other: as likely as there are rows for those that fit.
RELATED, RELATED_TO_SOME, UNRELATED, LITTLE_RECOGNISED = 0.97, 0.5, 0.1, 0.05
LEAST, MOST = 0.02, 0.95
STRANGER = 0.01  # a row of a party that the register does not hold
MEMBERSHIP = "membership"  # the kind of a clue that names no party, but what the party belongs to
GROUP = 3  # so many rows side by side are worth asking where the alphabet puts them


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What is known around the rows: dates of relations, the lists of all parties, links, the documents' languages.

    ``linked`` and ``absent`` hold for each party those with whom documents tell of a mission, visit and the like, or
    of having no relations; ``found`` the parties that earlier rounds were sure of, by row; ``barred`` those that a
    person said a row is not.
    """

    atlas: Atlas
    dated: Mapping[str, Dated]
    listings: Mapping[str, tuple[Listing, ...]]
    linked: Mapping[str, frozenset[str]]
    absent: Mapping[str, frozenset[str]]
    languages: Mapping[str, str]
    found: Mapping[str, str] = field(default_factory=dict)
    barred: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pools: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One list solved: its dated rows, the parties that may stand on them, the shares of each row."""

    rows: tuple[Said, ...]
    parties: tuple[str, ...]
    found: Assignment
    pools: Mapping[str, tuple[str, ...]]
    spots: Mapping[str, Mapping[str, float]]

    def is_between(self, row: str, party: str) -> bool:
        """Whether the order of the names speaks for this party on the row of this id."""
        return self.spots.get(row, {}).get(party, 0.0) >= 0.9


def weigh_list(listing: Listing, field: Field) -> Weighed:
    """Who may stand on each dated row of the list, all rows weighed at once; a row without a date has nobody."""
    rows = tuple(row for row in listing.rows if row.claim.when is not None)
    pools = {row.id: _pool(row, listing, field) for row in rows}
    parties = tuple(sorted({party for pool in pools.values() for party in pool}))
    spots = _spots(listing, parties, field)
    numbers = {party: at for at, party in enumerate(parties)}
    weights = [[0.0] * len(parties) for _ in rows]
    expected = [0.0] * len(parties)
    for row in rows:
        for party in pools[row.id]:
            expected[numbers[party]] += 1 / len(pools[row.id])
    last = _last(rows)
    presence = [_presence(party, expected[at], listing, field, last) for party, at in numbers.items()]
    for place, row in enumerate(rows):
        for party in pools[row.id]:
            at = numbers[party]
            share = presence[at] / (expected[at] * len(pools[row.id]))
            weights[place][at] = share * _ratio(party, row, listing, field) * spots.get(row.id, {}).get(party, 1.0)
    found = assign(weights, [1 - one for one in presence], STRANGER)
    return Weighed(rows=rows, parties=parties, found=found, pools=pools, spots=spots)


def _presence(party: str, expected: float, listing: Listing, field: Field, last: When | None) -> float:
    """How likely the party stands on one of the list's rows without a name."""
    known = listing.known
    if party in field.absent.get(known, frozenset()):
        return UNRELATED
    dated = field.dated.get(known)
    if party in field.linked.get(known, frozenset()) or (dated is not None and party in dated.partners):
        return RELATED_TO_SOME + (RELATED - RELATED_TO_SOME) * min(len(listing.days) / WHOLE, 1.0)
    some = min(max(expected, LEAST), MOST)
    known_then = last is None or field.atlas.is_widely_recognised(party, last)
    return some if known_then else some * LITTLE_RECOGNISED


def _last(rows: Sequence[Said]) -> When | None:
    whens = [row.claim.when for row in rows if row.claim.when is not None]
    return max(whens, key=lambda when: (when.last or 0, str(when)), default=None)


def _pool(row: Said, listing: Listing, field: Field) -> tuple[str, ...]:
    """The parties that existed that day, fit the heading, have no other row of the list, and nobody barred from it."""
    when, heading = row.claim.when, heading_of(row)
    assert when is not None
    key = (str(when), heading)
    if key not in field.pools:
        continents = heading_continents(heading)
        field.pools[key] = tuple(
            party
            for party in sorted(field.atlas.existing(when))
            if stands_under(field.atlas.continents(party), continents)
        )
    taken = listing.taken() | {listing.known} | field.barred.get(row.id, frozenset())
    return tuple(
        party for party in field.pools[key] if party not in taken and not (field.atlas.continued(party) & taken)
    )


def _ratio(party: str, row: Said, listing: Listing, field: Field) -> float:
    """How much likelier the row is this party than one of which nothing is known."""
    when = row.claim.when
    assert when is not None
    rate = background(listing.years, when)
    dates = dated_to(party, listing, field)
    if dates:
        ratio = same_party(when, [(date, len(documents)) for date, documents in dates], rate)
    else:
        ratio = young_party(when, field.atlas.since(party, when), listing.days, rate)
        for other in _mirrors(party, row, listing, field):
            ratio *= mirrored(other.days, other.years, when)
    for members in memberships_of(row, listing, field.atlas).values():
        pool = frozenset(_pool(row, listing, field))
        ratio *= belongs(party in members, len(members & pool), len(pool - members))
    clues = [clue for clue in row.claim.clues if clue.kind != MEMBERSHIP]
    kinds = [clue.kind for clue in clues if party in clue.parties]
    return ratio * told(kinds, len({one for clue in clues for one in clue.parties})) if kinds else ratio


def memberships_of(row: Said, listing: Listing, atlas: Atlas) -> Mapping[str, frozenset[str]]:
    """The organizations that the row's note says both belong to, by its words, with all that are or were members.

    Left out are those whose members are not recorded, and those whose members the list's own party is not among: the
    note may mean another two.
    """
    clues = [clue for clue in row.claim.clues if clue.kind == MEMBERSHIP]
    found = {clue.quote.quote: atlas.belonging(one) for clue in clues for one in clue.parties}
    return {words: members for words, members in found.items() if listing.known in members}


def _mirrors(party: str, row: Said, listing: Listing, field: Field) -> Iterator[Listing]:
    """The party's own lists with rows that the list's owner may stand on."""
    home = field.atlas.continents(listing.known)
    for other in field.listings.get(party, ()):
        if other.document == listing.document or listing.known in other.taken():
            continue
        if any(stands_under(home, heading_continents(heading_of(one))) for one in other.rows):
            yield other


def dated_to(party: str, listing: Listing, field: Field) -> list[tuple[str, tuple[str, ...]]]:
    """The dates that other documents give for relations of the list's party with this one, with those documents."""
    dated = field.dated.get(listing.known)
    found = []
    for date, claims in sorted(dated.partners.get(party, {}).items()) if dated is not None else ():
        elsewhere = tuple(sorted({one.document for one in claims if not _is_own(one, listing)}))
        if elsewhere:
            found.append((date, elsewhere))
    return found


def _is_own(said: Said, listing: Listing) -> bool:
    """Whether a claim is the list's own row: it is no other voice."""
    return said.document == listing.document and (said.settled is not None or said.claim.rule == "row.relations")


def _spots(listing: Listing, parties: Sequence[str], field: Field) -> Mapping[str, Mapping[str, float]]:
    """For each row of a list that is in the order of its names, what each party's name makes of it."""
    language = field.languages.get(listing.document, "")
    order = load_alphabet(language)
    if not order:
        return {}
    anchors = [(place, party, heading) for place, party, heading in listing.named]
    anchors += [
        (row.claim.evidence.start, field.found[row.id], heading_of(row))
        for row in listing.rows
        if row.id in field.found
    ]
    keys = {party: sort_key(field.atlas.parties.name(party, language), order) for party in parties}
    out: dict[str, Mapping[str, float]] = {}
    for heading in sorted({heading_of(row) for row in listing.rows}):
        known = [
            (place, sort_key(field.atlas.parties.name(party, language), order))
            for place, party, over in sorted(anchors)
            if over == heading and party in field.atlas.parties
        ]
        if is_sorted([key for _, key in known]):
            out |= _group_spots(listing, heading, known, keys, field)
    return out


def _group_spots(
    listing: Listing, heading: str, known: Sequence[tuple[int, str]], keys: Mapping[str, str], field: Field
) -> Mapping[str, Mapping[str, float]]:
    rows = {
        row.claim.evidence.start: row
        for row in listing.rows
        if heading_of(row) == heading and row.id not in field.found and row.claim.when is not None
    }
    spots: Mapping[int, Spot] = find_spots(list(rows), known)
    out = {}
    for place, spot in spots.items():
        pool = set(_pool(rows[place], listing, field)) - set(field.found.values())
        ratios = weigh_spot(spot, {party: key for party, key in keys.items() if party in pool})
        out[rows[place].id] = ratios
    return out


def rank_candidates(weighed: Weighed, number: int, listing: Listing, field: Field) -> tuple[Candidate, ...]:
    """The parties that the row of this number may be, best first, with their reasons."""
    row, shares = weighed.rows[number], weighed.found.shares[number]
    pool = weighed.pools[row.id]
    numbers = {party: at for at, party in enumerate(weighed.parties)}
    best = sorted(pool, key=lambda party: (-round(shares[numbers[party]], 4), party))[:SHOWN]
    return tuple(
        Candidate(
            party=party,
            score=round(shares[numbers[party]], 4),
            reasons=tuple(reasons_for(party, row, weighed, listing, field)),
        )
        for party in best
    )


def reasons_for(party: str, row: Said, weighed: Weighed, listing: Listing, field: Field) -> Iterator[str]:
    """What speaks for and against this party on this row, the strongest first."""
    when, date = row.claim.when, str(row.claim.when)
    assert when is not None
    rules = {
        Link.DUPLICATES: "candidate_dated",
        Link.REFINES: "candidate_coarse",
        Link.CONTRADICTS: "candidate_elsewhere",
    }
    dates = dated_to(party, listing, field)
    for other, documents in dates:
        yield say(rules[relate_dates(when, When.parse(other))], documents=", ".join(documents), date=other)
    for clue in row.claim.clues:
        if clue.kind != MEMBERSHIP and party in clue.parties:
            yield say(f"candidate_{clue.kind}", words=clue.quote.quote)
    for words, members in memberships_of(row, listing, field.atlas).items():
        if party in members:
            yield say("candidate_membership", words=words)
    since = field.atlas.since(party, when)
    if not dates and since is not None and since == when.first and when.precision == "day":
        yield say("candidate_first_day", date=date)
    for mirror in () if dates else _mirrors(party, row, listing, field):
        if when.first in mirror.days:
            yield say("candidate_mirror", document=mirror.document, date=date)
    if not dates and weighed.is_between(row.id, party):
        yield say("candidate_alphabet")
    if party in field.absent.get(listing.known, frozenset()):
        yield say("candidate_absent")
    elif party in field.linked.get(listing.known, frozenset()):
        yield say("candidate_linked")
    if not field.atlas.is_widely_recognised(party, when):
        yield say("candidate_little_recognised")
    heading = heading_of(row)
    existed = "candidate_exists" if heading and heading_continents(heading) else "candidate_existed"
    yield say(existed, date=date, heading=heading)
