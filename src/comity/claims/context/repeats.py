"""What a document tells without its day: said once more ("since the two severed relations"), or too loosely to keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

from comity.model.claim import Claim
from comity.model.roles import Agreement, Appointment, Membership, Mission, Recognition, Relations, Visit

_STANDING = frozenset({"exists", "absent", "holds", "refused", "negotiated"})
_LASTING = _STANDING | {"moved", "recalled", "expelled"}
_DEEDS = (Agreement, Appointment, Mission, Recognition, Relations)
_LISTS, _LISTED = "row.", ".listed"
_PARTING = ",;，；،、"
_FEW = 1
_LONGEST_HEAD = 100
_HEAD = re.compile(r"[^.;:]*,\s[^,]{0,12}(?:\d{1,2},\s)?\d{4}(?:\s?[-–—/]\s?\d{2,4})?\.?\s*")


def without_repeats(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, in order, without those that only speak again of a deed told with its day or as planned.

    "President A will visit B on 5 May. … This visit is his first": the second sentence tells of the same journey and
    says neither when nor whether. So with relations made or broken off, posts opened, envoys named on a day told
    elsewhere. Refuses what stands in a table's row or in a sentence's list, which is said there for its own sake.
    """
    claims = list(claims)
    told = {deed for one in claims if _is_placed(one) for deed in _deeds(one)}
    seated = {post for one in claims if (post := _post(one, seated=True)) is not None}
    claims = [one for one in claims if (post := _post(one, seated=False)) is None or post not in seated]
    days: dict[int, list[Claim]] = {}
    for one in claims:
        if isinstance(one.roles, Relations) and one.when is not None:
            days.setdefault(one.evidence.start, []).append(one)
    claims = [one for one in claims if not any(_is_coarser(one, other) for other in days.get(one.evidence.start, ()))]
    listed = Counter(one.evidence.start for one in claims if isinstance(one.roles, Relations))
    return [
        one
        for one in claims
        if (isinstance(one.roles, Relations) and listed[one.evidence.start] > 1) or not _is_repeat(one, told)
    ]


def _is_coarser(claim: Claim, other: Claim) -> bool:
    """Whether a sentence itself tells the day of relations later: "en 1991: … con Lituania el 11 de mayo"."""
    if claim.roles != other.roles or claim.modality != other.modality or claim.when is None or other.when is None:
        return False
    return claim.when != other.when and not claim.when.interval and claim.when.contains(other.when)


def _post(claim: Claim, *, seated: bool) -> Hashable | None:
    """A post that one sentence, row or item says is there, its city left out; None for one with or without a city."""
    roles = claim.roles
    if not isinstance(roles, Mission) or roles.event != "exists" or (roles.city is not None) is not seated:
        return None
    spoken = claim.when is None or claim.when.start is None  # a time of its own is more than the post's being there
    return (claim.evidence.start, roles.sender, roles.receiver, roles.kind, roles.via) if seated or spoken else None


def without_headed(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, in order, without what a heading tells by its year alone and the text tells to the month or day.

    "Establishment of Diplomatic Relations, 1838" over "Relations were established on 13 October 1838". One that names
    a time of two ends tells no day of any deed: "Suspension of Relations, 1943–1944."
    """
    claims = list(claims)
    finer: dict[Hashable, set[str]] = {}
    for one in claims:
        for deed in _deeds(one) if one.when is not None else ():
            finer.setdefault(deed, set()).add(str(one.when))
    return [one for one in claims if not _is_headed(one, finer)]


def _is_headed(claim: Claim, told: Mapping[Hashable, set[str]]) -> bool:
    quote = claim.evidence.quote
    if not isinstance(claim.roles, Mission | Recognition | Relations):
        return False
    if claim.when is None or len(quote) > _LONGEST_HEAD or not _HEAD.fullmatch(quote):
        return False
    when = str(claim.when)
    if "/" in when and getattr(claim.roles, "event", "") not in _LASTING:
        return True
    return any(other != when and other.startswith(when) for deed in _deeds(claim) for other in told.get(deed, ()))


def without_loose(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, in order, without deeds told at no time, but where it is told outright.

    "Since then the opening of the embassy, the first there, has helped trade" speaks of a deed, it does not report it.
    Outright is a sentence that itself names both ends, of posts and texts a plain one; and what a list or table tells.
    """
    return [one for one in claims if not _is_undated(one) or one.rule.startswith(_LISTS) or _is_outright(one)]


def _is_outright(claim: Claim) -> bool:
    roles = claim.roles
    if getattr(roles, "event", "") in _LASTING or not isinstance(roles, _DEEDS):
        return True
    if isinstance(roles, Appointment):
        listed, presented = claim.rule.endswith(_LISTED), roles.event == "credentials"
        if (presented or roles.event == "appointed" or listed) and (roles.person or (presented and listed)):
            return True  # «верительные грамоты вручили послы Ганы, Кубы и Кипра»: a list of them is of one day, too
    plain = sum(map(claim.evidence.quote.count, _PARTING)) <= _FEW or not isinstance(roles, Agreement | Mission)
    return plain and not claim.context


def _is_placed(claim: Claim) -> bool:
    """Whether a claim says when, or that something is still to be."""
    return claim.when is not None or (isinstance(claim.roles, Visit) and claim.modality == "planned")


def _is_undated(claim: Claim) -> bool:
    return claim.when is None and claim.modality == "asserted" and claim.place is None and not claim.missing


def _is_repeat(claim: Claim, told: set[Hashable]) -> bool:
    return _is_undated(claim) and any(deed in told for deed in _deeds(claim))


def _deeds(claim: Claim) -> Iterable[Hashable]:
    """The deed of a claim, without what a second mention of it leaves out."""
    roles = claim.roles
    if isinstance(roles, Visit):
        yield roles.visitor, roles.host, roles.office
    elif getattr(roles, "event", "") in _STANDING:
        return
    elif isinstance(roles, Relations):
        yield tuple(sorted(roles.parties)), roles.event
    elif isinstance(roles, Mission):
        yield roles.sender, roles.receiver, roles.event
    elif isinstance(roles, Recognition):
        yield roles.subject, roles.object, roles.event
    elif isinstance(roles, Membership):
        yield roles.member, roles.organization, roles.role, roles.event
    elif isinstance(roles, Appointment):
        yield roles.sender, roles.receiver, roles.post, roles.event, roles.person
        if roles.person:
            yield roles.sender, roles.receiver, roles.post, roles.event, None
