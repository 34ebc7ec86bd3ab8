"""What was told of one, told of another: the roles with somebody in the place of one."""

from __future__ import annotations

from dataclasses import replace

from comity.model.roles import Agreement, Membership, Mission, Recognition, Relations


def other_end(roles: object, agent: str) -> str:
    if isinstance(roles, Recognition):
        return roles.object
    if isinstance(roles, Mission):
        return roles.receiver
    if isinstance(roles, Relations):
        return next((one for one in roles.parties if one != agent), "")
    return ""


def instead(roles: object, old: str, new: str) -> Agreement | Recognition | Relations | Mission | Membership | None:
    """The roles, another party in the place of one; turned round where it is the other; None where it is the same."""
    if old == new:
        return None
    if isinstance(roles, Recognition):
        if new == other_end(roles, old):
            return replace(roles, subject=new, object=old, order=None)
        swapped = replace(roles, order=None)
        return replace(swapped, subject=new) if roles.subject == old else replace(swapped, object=new)
    if isinstance(roles, Relations):
        rest = tuple(one for one in roles.parties if one != old)
        return replace(roles, parties=tuple(sorted((*rest, new)))) if new not in rest else None
    if isinstance(roles, Mission):
        if new == other_end(roles, old):
            return replace(roles, sender=roles.receiver, receiver=roles.sender, city=None, city_id=None, via=None)
        if roles.sender == old:
            return replace(roles, sender=new)
        return replace(roles, receiver=new, city=None, city_id=None)
    if isinstance(roles, Membership):
        return replace(roles, member=new)
    if isinstance(roles, Agreement):
        return roles if new in roles.parties else None  # "A ratified it in 2009; B did so in 2010"
    return None
