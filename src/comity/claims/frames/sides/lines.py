"""The line of states that one continues: Serbia, Serbia and Montenegro, Yugoslavia."""

from __future__ import annotations

from collections.abc import Sequence

from comity.parties.registry import load_registry

_BEFORE = 3


def line_of(party: str) -> set[str]:
    """What a state was before, and what that was before it."""
    registry = load_registry()
    line, out = {party}, set[str]()
    for _ in range(_BEFORE):
        line = {edge.predecessor for one in line if one in registry for edge in registry.predecessors(one)}
        out |= line
    return out


def other_than_heirs(two: Sequence[str], partners: Sequence[str]) -> tuple[str, ...]:
    """The one of two a text is about with whom an earlier state of the other had to do; empty for any others.

    "Relations were made again with the Soviet Union", on a page of Russia and Uruguay: Uruguay's.
    """
    if len(two) != 2 or set(two) & set(partners):
        return ()
    heirs = [one for one in two if set(partners) & line_of(one)]
    return tuple(one for one in two if one not in heirs) if len(heirs) == 1 else ()
