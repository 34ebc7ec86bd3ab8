"""Numbers that only a bracket sets against another."""

from __future__ import annotations

from comity.claims.mention import Mention


def first_told(text: str, quantities: list[Mention]) -> list[Mention]:
    """The numbers, without one that only a bracket behind another sets against it: "196 (der | 206 |) Staaten"."""
    out: list[Mention] = []
    for one in quantities:
        gap = text[out[-1].end : one.start] if out else ""
        against = gap.startswith(" (") and gap[2:].replace(" ", "").isalpha() and text[one.end : one.end + 1] == ")"
        if not against:
            out.append(one)
    return out
