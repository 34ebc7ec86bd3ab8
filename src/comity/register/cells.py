"""Values of JSON as they are kept, each of the kind that is asked for."""

from __future__ import annotations

from comity.errors import ModelError
from comity.model.roles import JSON
from comity.model.when import When


def when_out(when: When | None) -> str | None:
    return None if when is None else str(when)


def when_in(data: JSON) -> When | None:
    return None if data is None else When.parse(str(data))


def text_in(data: JSON) -> str | None:
    return None if data is None else str(data)


def place_in(data: JSON) -> int | None:
    return data if isinstance(data, int) else None


def share_in(data: JSON) -> float | None:
    return float(data) if isinstance(data, int | float) else None


def dict_in(data: JSON) -> dict[str, JSON]:
    if not isinstance(data, dict):
        raise ModelError(f"{data!r} is no record")
    return data


def list_in(data: JSON) -> list[JSON]:
    if not isinstance(data, list):
        raise ModelError(f"{data!r} is no list")
    return data


def strings_in(data: JSON) -> tuple[str, ...]:
    return tuple(str(one) for one in list_in(data))
