"""What makes two claims of a type one thing: which roles are equal, which names alike, and what their date means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from comity.model.roles import Membership, Relations, Roles


class Time(StrEnum):
    """What a date does to a thing.

    ``once``: it happens once, so two dates are two opinions. ``repeated``: it happens again, so far dates are two
    things. ``state``: it holds, so any dates fit together. ``term``: it holds for a term, disjoint terms are two.
    ``period``: it is a number of a time, another time is another number.
    """

    ONCE = "once"
    REPEATED = "repeated"
    STATE = "state"
    TERM = "term"
    PERIOD = "period"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How claims of one type and event are joined.

    ``fixed`` roles are equal to the letter, ``names`` loosely and may be missing. ``window`` is how many days the
    dates of one repeated thing may lie apart. ``undated_joins``: an undated claim may mean the only dated thing.
    """

    time: Time
    fixed: tuple[str, ...]
    names: tuple[str, ...] = ()
    window: int = 0
    undated_joins: bool = True


# Windows in days. Two publications of one ministry differ by 61 days in the median, so an event that may come back
# is one thing within about a year; a visit or meeting may be another one the next week, so only the neighbouring day.
_YEAR = 400
_POST = 800
_DAY = 1

_ONCE = {"established", "recognised", "opened", "founded", "ended-body", "joined-member", "joined-founder"}
_STATE = {"exists", "absent", "refused", "holds", "open"}
_TERMS = {"chair", "candidate", "council-member"}
_ASIDE = {"consular", "strategic-partnership", "comprehensive-strategic-partnership"}

_FIXED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "relations": ("parties", "event"),
        "recognition": ("subject", "object", "event"),
        "mission": ("sender", "receiver", "kind", "event"),
        "visit": ("visitor", "host", "office"),
        "meeting": ("parties",),
        "agreement": ("parties", "event"),
        "membership": ("member", "organization", "role", "event"),
        "quantity": ("indicator", "from_", "to", "parties", "unit"),
        "honour": ("giver",),
        "body": ("parties", "event"),
        "appointment": ("post", "sender", "receiver", "event"),
        "landmark": ("kind", "country"),
        "dispute": ("parties", "event"),
        "succession": ("predecessor", "successor"),
    }
)
_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "mission": ("city",),
        "agreement": ("title",),
        "honour": ("recipient", "award"),
        "body": ("name",),
        "appointment": ("person",),
        "landmark": ("name", "city"),
        "dispute": ("subject",),
    }
)
_TYPE_TIME: Mapping[str, tuple[Time, int]] = MappingProxyType(
    {
        "visit": (Time.REPEATED, _DAY),
        "meeting": (Time.REPEATED, _DAY),
        "honour": (Time.REPEATED, 31),
        "quantity": (Time.PERIOD, 0),
        "landmark": (Time.ONCE, 0),
        "succession": (Time.ONCE, 0),
    }
)
_EVENT_WINDOW: Mapping[str, int] = MappingProxyType({"met": 3, "negotiated": 3, "elected": 90})


def shape_of(roles: Roles) -> Shape:
    """The shape of claims with these roles: relations ``established`` happen once, ``exists`` is a state."""
    time, window = _time_of(roles)
    return Shape(
        time=time,
        fixed=_FIXED[roles.TYPE],
        names=_NAMES.get(roles.TYPE, ()),
        window=window,
        undated_joins=roles.TYPE not in ("visit", "meeting") and event_of(roles) != "met",
    )


def _time_of(roles: Roles) -> tuple[Time, int]:
    if roles.TYPE in _TYPE_TIME:
        return _TYPE_TIME[roles.TYPE]
    event = event_of(roles)
    if isinstance(roles, Membership):
        if roles.role in _TERMS:
            return (Time.TERM, 0) if event == "holds" else (Time.REPEATED, _EVENT_WINDOW.get(event, 90))
        event = f"{event}-{roles.role}" if event == "joined" else event
    if roles.TYPE == "body" and event == "ended":
        event = "ended-body"
    if event in _STATE:
        return Time.STATE, 0
    if event in _ONCE:
        return Time.ONCE, 0
    return Time.REPEATED, _EVENT_WINDOW.get(event, _POST if roles.TYPE in ("mission", "appointment") else _YEAR)


def event_of(roles: Roles) -> str:
    """The event of these roles, or an empty text where the type has none."""
    value = getattr(roles, "event", "")
    return value if isinstance(value, str) else ""


def level_of(roles: Roles) -> str:
    """The level where it makes another thing (consular relations are not diplomatic ones), else an empty text."""
    if not isinstance(roles, Relations) or roles.level is None:
        return ""
    if roles.event in ("upgraded", "downgraded") or roles.level in _ASIDE:
        return roles.level
    return ""
