"""A register → pages and an HTTP interface, on this machine.

In: the path of a register; requests. Out: pages (server-rendered, no script) and JSON with the same records.
Never: a write, a request to elsewhere, a text of a document as markup, a word of what was asked in a refusal.
Read first: `routes.py` (every address in one table), then `app.py`.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["create_app"]


def create_app(place: str | Path, *, hosts: Collection[str] = ()) -> Starlette:
    """The pages and the data interface of the register at this place, as `comity.web.app.create_app` says."""
    from comity.web import app  # Starlette and Jinja take a while to import: only who serves waits

    return app.create_app(place, hosts=hosts)
