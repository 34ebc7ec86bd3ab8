"""How far the data about parties was compared with a second source, to be read."""

from __future__ import annotations

from collections.abc import Iterable

from comity.model.roles import JSON
from comity.packs.checked import Checked


def render_checked(counts: Iterable[Checked]) -> str:
    """A file a line: its rows, how many are checked as a whole, how many in a part."""
    return "\n".join(
        f"{one.file:<20}{one.rows:>6}{one.whole:>6} checked{_parts(one)}  {100 * one.whole // max(1, one.rows)} %"
        for one in counts
    )


def _parts(one: Checked) -> str:
    return "".join(f", {count} the {part}" for part, count in one.parts.items())


def checked_json(counts: Iterable[Checked]) -> dict[str, JSON]:
    """The same as an object."""
    files: list[JSON] = [
        {"file": one.file, "rows": one.rows, "checked": one.whole, "parts": dict(one.parts)} for one in counts
    ]
    return {"files": files}
