"""What claims are about: fourteen records of roles, one a type, and how they are written as JSON.

The record's class is the claim's type (docs/reference/claims.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import ClassVar, TypeAlias

from comity.errors import ModelError

JSON: TypeAlias = "str | int | float | bool | list[JSON] | dict[str, JSON] | None"

OFFICES = ("head-of-state", "head-of-government", "foreign-minister", "minister", "speaker", "other")
MISSION_KINDS = (
    "embassy",
    "high-commission",
    "legation",
    "consulate-general",
    "consulate",
    "vice-consulate",
    "consular-agency",
    "honorary-consulate",
    "permanent-mission",
    "delegation",
    "liaison-office",
    "interests-section",
    "trade-office",
    "representative-office",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """Two parties' relations: since when, until when, at which level."""

    TYPE: ClassVar[str] = "relations"
    KEY: ClassVar[tuple[str, ...]] = ("parties", "event")
    parties: tuple[str, ...]
    event: str
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """One party recognises another, refuses to, or takes it back."""

    TYPE: ClassVar[str] = "recognition"
    KEY: ClassVar[tuple[str, ...]] = ("subject", "object", "event")
    subject: str
    object: str
    event: str
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A sending state's post in a receiving state, or at an organization."""

    TYPE: ClassVar[str] = "mission"
    KEY: ClassVar[tuple[str, ...]] = ("sender", "receiver", "kind", "city", "event")
    sender: str
    receiver: str
    kind: str
    event: str
    city: str | None = None
    city_id: int | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody in office of one party goes to another."""

    TYPE: ClassVar[str] = "visit"
    KEY: ClassVar[tuple[str, ...]] = ("visitor", "host", "office")
    visitor: str
    host: str
    office: str
    person: str | None = None
    kind: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """People of two or more parties meet."""

    TYPE: ClassVar[str] = "meeting"
    KEY: ClassVar[tuple[str, ...]] = ("parties",)
    parties: tuple[str, ...]
    persons: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A text between parties: signed, ratified, in force, ended, negotiated."""

    TYPE: ClassVar[str] = "agreement"
    KEY: ClassVar[tuple[str, ...]] = ("parties", "title", "event")
    parties: tuple[str, ...]
    title: str
    event: str
    kind: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A party's role in an organization."""

    TYPE: ClassVar[str] = "membership"
    KEY: ClassVar[tuple[str, ...]] = ("member", "organization", "role", "event")
    member: str
    organization: str
    role: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number between parties: trade, investment, students, distance …"""

    TYPE: ClassVar[str] = "quantity"
    KEY: ClassVar[tuple[str, ...]] = ("indicator", "from_", "to", "parties", "unit")
    indicator: str
    from_: str | None = None
    to: str | None = None
    parties: tuple[str, ...] = ()
    value: int | float | None = None
    min: int | float | None = None
    max: int | float | None = None
    unit: str | None = None
    change: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour:
    """An award one party gives to somebody."""

    TYPE: ClassVar[str] = "honour"
    KEY: ClassVar[tuple[str, ...]] = ("giver", "recipient", "award")
    giver: str
    recipient: str
    award: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A standing joint institution: founded, met, ended."""

    TYPE: ClassVar[str] = "body"
    KEY: ClassVar[tuple[str, ...]] = ("parties", "name", "event")
    parties: tuple[str, ...]
    name: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A head of mission or consul: appointed, accredited, recalled …"""

    TYPE: ClassVar[str] = "appointment"
    KEY: ClassVar[tuple[str, ...]] = ("person", "post", "sender", "receiver", "event")
    post: str
    sender: str
    receiver: str
    event: str
    person: str | None = None
    city: str | None = None
    city_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A thing in one country dedicated to, or built by, another."""

    TYPE: ClassVar[str] = "landmark"
    KEY: ClassVar[tuple[str, ...]] = ("kind", "name", "country", "city")
    kind: str
    country: str
    name: str | None = None
    city: str | None = None
    city_id: int | None = None
    honours: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A disagreement between parties: open, raised, settled."""

    TYPE: ClassVar[str] = "dispute"
    KEY: ClassVar[tuple[str, ...]] = ("parties", "subject", "event")
    parties: tuple[str, ...]
    event: str
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One party follows another, as the text itself says."""

    TYPE: ClassVar[str] = "succession"
    KEY: ClassVar[tuple[str, ...]] = ("predecessor", "successor")
    predecessor: str
    successor: str


Roles: TypeAlias = (
    Relations
    | Recognition
    | Mission
    | Visit
    | Meeting
    | Agreement
    | Membership
    | Quantity
    | Honour
    | Body
    | Appointment
    | Landmark
    | Dispute
    | Succession
)

TYPES: Mapping[str, type[Roles]] = MappingProxyType(
    {
        kind.TYPE: kind
        for kind in (
            Relations,
            Recognition,
            Mission,
            Visit,
            Meeting,
            Agreement,
            Membership,
            Quantity,
            Honour,
            Body,
            Appointment,
            Landmark,
            Dispute,
            Succession,
        )
    }
)


PARTY_ROLES = (
    "subject",
    "object",
    "sender",
    "receiver",
    "via",
    "visitor",
    "host",
    "member",
    "organization",
    "from_",
    "to",
    "giver",
    "country",
    "honours",
    "predecessor",
    "successor",
)


# who claims what in a dispute is told by its parties
_PARTY_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(
            item.name
            for item in fields(kind)
            if item.name == "parties" or (item.name in PARTY_ROLES and kind is not Dispute)
        )
        for name, kind in TYPES.items()
    }
)


def iter_parties(roles: Roles) -> Iterator[str]:
    """The ids of the parties in these roles, in the order of the record's fields."""
    for name in _PARTY_FIELDS[roles.TYPE]:
        value = getattr(roles, name)
        if name == "parties":
            yield from value
        elif value is not None:
            yield value


def roles_json(roles: Roles) -> dict[str, JSON]:
    """The type and the roles as the contract writes them, parties sorted, what is not given left out."""
    out: dict[str, JSON] = {"type": roles.TYPE}
    for item in fields(roles):
        value = getattr(roles, item.name)
        if item.name == "parties":
            value = sorted(value)
        if value is None or value in ((), []):
            continue
        out[item.name.rstrip("_")] = list(value) if isinstance(value, tuple) else value
    return out


def roles_from_json(data: Mapping[str, JSON]) -> Roles:
    """The roles that ``roles_json`` wrote, other fields passed over; raises `ModelError` where they are none."""
    try:
        kind = TYPES[str(data["type"])]
    except KeyError:
        raise ModelError(f"no claim type {data.get('type')!r}: one of {', '.join(TYPES)}") from None
    values: dict[str, object] = {}
    for item in fields(kind):
        value = data.get(item.name.rstrip("_"))
        if value is not None:
            values[item.name] = _role(f"{kind.TYPE}.{item.name.rstrip('_')}", str(item.type), value)
    build: Callable[..., Roles] = kind
    try:
        return build(**values)
    except TypeError as fault:
        raise ModelError(f"{kind.TYPE}: {fault}") from None


def _role(name: str, wanted: str, value: JSON) -> object:
    """The value of a role in the form that its record has; raises `ModelError` where it is of another form."""
    if wanted.startswith("tuple") and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if wanted.startswith("str") and isinstance(value, str):
        return value
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if number and ("float" in wanted or (wanted.startswith("int") and isinstance(value, int))):
        return value
    raise ModelError(f"{name}: {value!r} is no {wanted.removesuffix(' | None')}")
