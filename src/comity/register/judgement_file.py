"""``judgements.toml``: persons' decisions as a file that is read in a review, kept in git and taken in again."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from comity.errors import ModelError, UsageError
from comity.model.judgement import Judgement, from_json_judgement, to_json_judgement
from comity.model.roles import JSON

_HEAD = """\
# Judgements: who decided what of which claim or fact, when and why. `comity judge import` takes them in.
# An id names the content: leave it out of a judgement that is new or changed.
"""


def write_judgements(judgements: Iterable[Judgement]) -> str:
    """The file of these judgements, in the order they were made; `parse_judgements` reads it back."""
    ordered = sorted(judgements, key=lambda one: one.order)
    return _HEAD + "".join(f"\n{block}" for one in ordered for block in _blocks(one))


def _blocks(one: Judgement) -> Iterator[str]:
    data = to_json_judgement(one)
    plain = {"id": one.id, **{name: value for name, value in data.items() if isinstance(value, str)}}
    yield _block("[[judgement]]", plain)
    if isinstance(change := data.get("change"), dict):
        yield _block("[judgement.change]", change)
    for name in ("claims", "facts"):
        tables = data.get(name, [])
        for table in tables if isinstance(tables, list) else ():
            if isinstance(table, dict):
                yield _block(f"[[judgement.{name}]]", table)


def _block(head: str, values: Mapping[str, JSON]) -> str:
    return "\n".join([head, *(f"{name} = {_value(value)}" for name, value in values.items())]) + "\n"


def _value(value: JSON) -> str:
    """The value as TOML: JSON's form, which differs only in the letter that JSON leaves bare."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of this file; `UsageError` where it cannot be read, or lists all that is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{path} cannot be read: {fault}") from None
    return parse_judgements(text, str(path))


def parse_judgements(text: str, place: str) -> tuple[Judgement, ...]:
    """The judgements of a file, in its order; `UsageError` lists all that is wrong with it, each with its number."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"{place} is no TOML: {fault}") from None
    tables = data.get("judgement", [])
    faults = [f"no table {name!r} is known here: [[judgement]] is" for name in data if name != "judgement"]
    found: list[Judgement] = []
    for number, table in enumerate(tables if isinstance(tables, list) else [tables], start=1):
        try:
            found.append(_parse(table))
        except ModelError as fault:
            faults.append(f"judgement {number}: {fault}")
    if faults:
        raise UsageError(f"{place}: " + "; ".join(faults))
    return tuple(found)


def _parse(table: object) -> Judgement:
    if not isinstance(table, dict):
        raise ModelError("a judgement is a table: [[judgement]]")
    data = {str(name): _plain(value) for name, value in table.items()}
    one = from_json_judgement(data)
    if data.get("id", one.id) != one.id:
        raise ModelError(f"its id is {data['id']}, but its content's is {one.id}: leave the id out of what was changed")
    return one


def _plain(value: object) -> JSON:
    """The value as JSON has it; days and times as text, times in UTC."""
    if isinstance(value, datetime):
        there = value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
        return there.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, str | int | float | bool):
        return value
    raise ModelError(f"{value!r} is nothing that a judgement says")
