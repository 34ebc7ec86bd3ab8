"""A request → what is asked: parameters declared once, read once, refused with what is known."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, TypeVar

from starlette.requests import Request

from comity.errors import ModelError, NotRecorded
from comity.model.roles import JSON
from comity.model.when import When
from comity.register.known import Known
from comity.register.store import Register
from comity.views.search import Found, find_party
from comity.views.sentences import Speech
from comity.web.refusals import Refusal, not_found, not_understood

LIMIT, MOST = 50, 500
_LONGEST = 500  # characters of a value that can still mean something


class Said(Protocol):
    """A record of a view that can be written as JSON."""

    def to_json(self) -> dict[str, JSON]: ...


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something that can be asked: ``kind`` is how its text is read, ``choices`` what it may say."""

    name: str
    purpose: str
    kind: str = "text"
    path: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()

    def schema(self) -> dict[str, JSON]:
        """The JSON schema of its text."""
        if self.kind == "limit":
            return {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT}
        out: dict[str, JSON] = {"type": "string", "minLength": 1, "maxLength": _LONGEST}
        if self.choices:
            out["enum"] = list(self.choices)
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request that was understood, with the register it is asked of and the speech it is answered in."""

    values: Mapping[str, str]
    register: Register | Known
    speech: Speech

    def then(self) -> Asked:
        """The same, of the register as it stood on the day that ``as_known_on`` names; itself where none is named."""
        day = self.date("as_known_on")
        if day is None or isinstance(self.register, Known):
            return self
        try:
            return replace(self, register=self.register.as_known_on(day))
        except NotRecorded:
            raise not_found("day", "The register held nothing yet on that day.") from None

    def text(self, name: str) -> str:
        """The value of this name, empty where it was not given."""
        return self.values.get(name, "")

    def party(self, name: str) -> str:
        """The id of the party that this value names, in any language; a refusal where it is none, or several."""
        return chosen_party(find_party(self.text(name)), self.speech)

    def date(self, name: str) -> When | None:
        """The date of this value; nothing where none was given, a refusal where it is none."""
        text = self.text(name).strip()
        try:
            return When.parse(text) if text else None
        except ModelError:
            raise not_understood("date", "That is no date: write 1993-01-01, 1993-01 or 1993.") from None

    @property
    def limit(self) -> int:
        """How many items a page of the answer has at most."""
        text = self.text("limit") or str(LIMIT)
        if not (text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= MOST):
            raise not_understood("limit", f"limit is a whole number from 1 to {MOST}.")
        return int(text)

    @property
    def offset(self) -> int:
        """How many items earlier pages have shown: what ``next`` carries."""
        return read_next(self.text("next")) if self.text("next") else 0

    def cut(self, items: Iterable[T]) -> tuple[list[T], str | None]:
        """The items of this page, and the ``next`` of the one after it."""
        found = list(islice(items, self.offset, self.offset + self.limit + 1))
        following = write_next(self.offset + self.limit) if len(found) > self.limit else None
        return found[: self.limit], following


def chosen_party(found: Found, speech: Speech) -> str:
    """The only party found; a refusal, with the candidates or the nearest names, where there is not one."""
    if len(found.parties) == 1:
        return found.parties[0]
    if found.candidates:
        names = tuple((one.party, speech.name(one.party)) for one in found.candidates)
        detail = "This name may mean several parties: say which by its id."
        raise Refusal(status=404, code="ambiguous", detail=detail, candidates=names)
    refusal = not_found("party", "No party answers to this name; /api/v1/parties lists them.")
    refusal.candidates = tuple((one, speech.name(one)) for one in found.near)
    raise refusal


def write_next(offset: int) -> str:
    """The opaque text that asks for what comes after so many items."""
    return base64.urlsafe_b64encode(f"after:{offset}".encode()).decode().rstrip("=")


def read_next(text: str) -> int:
    """The number that `write_next` wrote; a refusal of anything else."""
    try:
        plain = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        plain = ""
    word, _, number = plain.partition(":")
    if word != "after" or not number.isdigit() or len(number) > 12 or write_next(int(number)) != text:
        raise not_understood("next", "next is what an earlier answer gave, unchanged.")
    return int(number)


def read_values(request: Request, parameters: Sequence[Parameter], *, strict: bool) -> Mapping[str, str]:
    """The values of a request by name. ``strict`` refuses what is unknown or said twice; pages pass over it."""
    known = {one.name: one for one in parameters}
    values = {name: str(value) for name, value in request.path_params.items()}
    for name, value in request.query_params.multi_items():
        if name not in known or known[name].path or (strict and name in values):
            if strict:
                asked = [one.name for one in parameters if not one.path]
                raise not_understood("parameter", "A parameter is unknown or given twice.", asked)
            continue
        values[name] = value
    for name, value in values.items():
        _check(known[name], value, strict=strict)
    lacking = [one.name for one in parameters if one.required and not values.get(one.name)]
    if lacking:
        raise not_understood("parameter", "A parameter is lacking.", lacking)
    return values


def _check(parameter: Parameter, value: str, *, strict: bool) -> None:
    if len(value) > _LONGEST:
        raise not_understood("parameter", f"A value is longer than {_LONGEST} characters.", [parameter.name])
    if parameter.choices and value not in parameter.choices and (strict or value):
        raise not_understood("parameter", f"{parameter.name} is one of the values known.", parameter.choices)
