"""Whether a claim says what a label says, strictly or leniently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from comity.model.claim import Claim
from comity.model.roles import Mission, Quantity, Roles, iter_parties
from comity.model.when import When

_BETWEEN = frozenset({"relations", "meeting", "agreement", "quantity", "body", "dispute"})  # the set of parties counts
_DIRECTED = frozenset({"exports", "imports", "investment", "diaspora"})
_UNDATED = frozenset({"appointment", "landmark", "dispute"})  # the day is no part of what makes two of these the same
_OPPOSED = frozenset(
    frozenset(pair)
    for pair in (("established", "absent"), ("established", "severed"), ("opened", "closed"), ("recognised", "refused"))
)
_CLOSE = 0.005  # of a number that a text gives rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What of a type is compared: to the letter, as words, and what a lenient look leaves out."""

    exact: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    city: bool = False


_COMPARED: Mapping[str, _Asked] = MappingProxyType(
    {
        "relations": _Asked(exact=("event",)),
        "recognition": _Asked(exact=("subject", "object", "event")),
        "mission": _Asked(exact=("sender", "receiver", "kind", "event"), city=True),
        "visit": _Asked(exact=("visitor", "host", "office")),
        "meeting": _Asked(),
        "agreement": _Asked(exact=("event",), words=("title",)),
        "membership": _Asked(exact=("member", "organization", "role")),
        "quantity": _Asked(exact=("indicator", "unit")),
        "honour": _Asked(exact=("giver",), words=("recipient",)),
        "body": _Asked(exact=("event",), words=("name",)),
        "appointment": _Asked(exact=("post", "sender", "receiver", "event"), words=("person",), city=True),
        "landmark": _Asked(exact=("kind", "country"), words=("name",), city=True),
        "dispute": _Asked(exact=("event",)),
        "succession": _Asked(exact=("predecessor", "successor")),
    }
)
_LEFT_TO_STRICT = frozenset({"event", "office", "role", "unit"})


def agrees(label: Claim, claim: Claim, *, strict: bool) -> bool:
    """Whether the claim says the labelled thing.

    Strict: type, modality, event, every role that the label gives, and the date, to the letter. Lenient: who, what
    kind, and the year. A role that the label leaves open asks for nothing; an alleged thing is told as a fact, too.
    """
    asked = _COMPARED[label.type]
    return (
        label.type == claim.type
        and (not strict or _firm(label) == _firm(claim))
        and all(_same_role(role, label.roles, claim.roles, strict) for role in asked.exact)
        and (label.type not in _BETWEEN or _sides(label.roles) == _sides(claim.roles))
        and _same_amount(label.roles, claim.roles, strict)
        and (not asked.city or _same_city(label.roles, claim.roles))
        and all(_alike(_role(role, label.roles), _role(role, claim.roles)) for role in asked.words)
        and _same_date(label, claim, strict)
    )


def _role(role: str, roles: Roles) -> object:
    return getattr(roles, role, None)


def _firm(claim: Claim) -> str:
    return "asserted" if claim.modality == "alleged" else claim.modality


def _same_role(role: str, label: Roles, claim: Roles, strict: bool) -> bool:
    asked, got = _role(role, label), _role(role, claim)
    if asked is None and role != "event":
        return True
    if strict or role not in _LEFT_TO_STRICT:
        return asked == got
    return frozenset((str(asked), str(got))) not in _OPPOSED


def _sides(roles: Roles) -> list[str]:
    return sorted(iter_parties(roles)) if isinstance(roles, Quantity) else sorted(getattr(roles, "parties", ()))


def _same_amount(label: Roles, claim: Roles, strict: bool) -> bool:
    if not isinstance(label, Quantity) or not isinstance(claim, Quantity):
        return True
    if strict and label.indicator in _DIRECTED and (label.from_, label.to) != (claim.from_, claim.to):
        return False
    pairs = ((label.value, claim.value), (label.min, claim.min), (label.max, claim.max))
    return all(asked is None or _close(asked, got) for asked, got in pairs)


def _close(asked: float, got: float | None) -> bool:
    return got is not None and abs(asked - got) <= _CLOSE * max(abs(asked), abs(got))


def _same_city(label: Roles, claim: Roles) -> bool:
    """Whether both name one city: by its number in the gazetteer where both have it, else by its name."""
    asked, got = _role("city", label), _role("city", claim)
    if not asked:
        return True
    numbers = (_role("city_id", label), _role("city_id", claim))
    return (None not in numbers and numbers[0] == numbers[1]) or _folded(str(asked)) == _folded(str(got or ""))


def _same_date(label: Claim, claim: Claim, strict: bool) -> bool:
    if label.type in _UNDATED or (isinstance(label.roles, Mission) and label.roles.event == "exists"):
        return True
    if strict:
        return _plain(label.when) == _plain(claim.when)
    return label.when is None or _year(label.when) == _year(claim.when)


def _plain(when: When | None) -> str | None:
    return None if when is None else str(when).replace("unknown", "..")


def _year(when: When | None) -> str | None:
    """The first year of a date, or the last of one that is open on the left."""
    years = re.findall(r"-?\d{4}|\d{3}X|\d{2}XX", str(when or ""))
    if not years:
        return None
    return str(years[-1] if str(when).startswith("..") else years[0])


def _alike(asked: object, got: object) -> bool:
    """Whether half of the shorter text's words begin like words of the other, or one holds the other.

    Names and titles stay in the form that their text has them in, so that endings are left aside.
    """
    if not asked or not got:
        return True
    one, other = _folded(str(asked)), _folded(str(got))
    if not one or not other or one in other or other in one:
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    return sum(any(_one_stem(word, against) for against in long) for word in short) * 2 >= len(short)


def _one_stem(one: str, other: str) -> bool:
    stem = max(4, min(len(one), len(other)) * 2 // 3)
    return one == other or (min(len(one), len(other)) >= 4 and one[:stem] == other[:stem])


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", bare.replace("ı", "i")).strip()
