"""The cells that facts are made in: what one claim can change directly is in its own, ``visit:KAZ,TUR``.

All claims of one coarse key are in one cell, and all that ends what a claim says still held.
"""

from __future__ import annotations

from comity.facts.acts import ACTS
from comity.facts.atlas import Atlas
from comity.facts.said import Said
from comity.facts.shapes import shape_of
from comity.model.change import Seat
from comity.model.claim import Claim
from comity.model.fact import Fact, Standing
from comity.model.roles import PARTY_ROLES, Roles, iter_parties

RELATIONS = "relations:"
INFERRED = "inferred:"


def cell_of(roles: Roles) -> str:
    """The cell of claims with these roles: the type, and the parties that their shape fixes."""
    parties: set[str] = set()
    for name in shape_of(roles).fixed:
        value = getattr(roles, name)
        if name == "parties":
            parties.update(value)
        elif name in PARTY_ROLES and value is not None:
            parties.add(value)
    return f"{roles.TYPE}:{','.join(sorted(parties))}"


def pair_of(roles: Roles) -> str:
    """All parties of these roles, by which acts of one pair find each other."""
    return ",".join(sorted(set(iter_parties(roles))))


def seat_of(said: Said | None, claim: Claim | None = None) -> Seat:
    """Where a claim is used: nowhere where its party is still missing, or a person rejected it.

    ``claim`` is the claim as it was read: of a row that lost its party, what else gave it one is kept.
    """
    if said is None or said.claim.missing is not None:
        return Seat(cell="", pair="")
    roles = said.claim.roles
    return Seat(
        cell=cell_of(roles),
        pair=pair_of(roles),
        party=None if claim is None else _party_given(claim, said),
        rule=said.settled,
        either=tuple(one.id for one in said.either),
    )


def _party_given(claim: Claim, said: Said) -> str | None:
    """The party that a row without one was given by what else is known, not by a person."""
    if claim.missing is None or said.settled in (None, "by_judgement"):
        return None
    return next(iter(sorted(set(said.claim.parties()) - set(claim.parties()))), None)


def home_of(fact: Fact) -> tuple[str, str]:
    """The cell that a fact stands in, and the parties whose issues it bears on (who is only covered, aside)."""
    cell = cell_of(fact.roles)
    if fact.standing is Standing.INFERRED:
        cell = INFERRED + cell.removeprefix(RELATIONS)
    return cell, checked_pair(fact.roles)


def checked_pair(roles: Roles) -> str:
    """The parties whose facts are checked together: all but the state from which a post covers another."""
    return ",".join(sorted(set(iter_parties(roles)) - {getattr(roles, "via", None)}))


def has_acts(cell: str) -> bool:
    """Whether claims of this cell are acts, or may be taken for another's."""
    return cell.split(":", 1)[0] in ACTS


def kin_of(pair: str, atlas: Atlas) -> frozenset[str]:
    """The pairs whose relations may go on as this one's, or this one's as theirs: all of KAZ–YUG, KAZ–SCG, KAZ–SRB."""
    parties = pair.split(",")
    if len(parties) != 2:
        return frozenset()
    left, right = (atlas.line_of(party) for party in parties)
    return frozenset(",".join(sorted((one, other))) for one in left for other in right if one != other)
