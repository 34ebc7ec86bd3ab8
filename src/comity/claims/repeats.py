"""What a document tells once more without its day: "the visit is his first", "since the two severed relations"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from comity.model.claim import Claim
from comity.model.roles import Relations, Visit

_ONCE = frozenset({"established", "severed", "suspended", "restored", "upgraded", "downgraded"})


def without_repeats(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, in order, without those that only speak again of a deed told with its day or as planned.

    "President A will visit B on 5 May. … This visit is his first": the second sentence tells of the same journey and
    says neither when nor whether. So with relations that were made or broken off on a day told elsewhere. Refuses what
    stands in a table's row or in a sentence's list, which is said there for its own sake.
    """
    claims = list(claims)
    told = {deed for one in claims if _is_placed(one) for deed in _deeds(one)}
    listed = Counter(one.evidence.start for one in claims if isinstance(one.roles, Relations))
    return [
        one
        for one in claims
        if (isinstance(one.roles, Relations) and listed[one.evidence.start] > 1) or not _is_repeat(one, told)
    ]


def _is_placed(claim: Claim) -> bool:
    """Whether a claim says when, or that something is still to be."""
    return claim.when is not None or (isinstance(claim.roles, Visit) and claim.modality == "planned")


def _is_repeat(claim: Claim, told: set[Hashable]) -> bool:
    loose = claim.when is None and claim.modality == "asserted" and claim.place is None and not claim.missing
    return loose and any(deed in told for deed in _deeds(claim))


def _deeds(claim: Claim) -> Iterable[Hashable]:
    """The deed of a claim, without what a second mention of it leaves out."""
    roles = claim.roles
    if isinstance(roles, Visit):
        yield roles.visitor, roles.host, roles.office
    elif isinstance(roles, Relations) and roles.event in _ONCE:
        yield tuple(sorted(roles.parties)), roles.event
