"""Whose post, and where, as a heading or title over a list says it: "Ambassadors of France to Mongolia"."""

from __future__ import annotations

from dataclasses import dataclass

from comity.model.selector import Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Whose post, and where: "Ambassadors of France to Mongolia", with the title that says so.

    ``listed``: the title says nothing else, so that a list under it is one of envoys. ``letters``: it is on their
    credentials, so that a day whose column says nothing is that of these.
    """

    post: str
    sender: str
    receiver: str
    context: tuple[Selector, ...] = ()
    listed: bool = False
    letters: bool = False
