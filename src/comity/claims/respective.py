"""People named one after the other behind one title: "the foreign ministers of A and B, X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.mention import Mention
from comity.claims.words import capital_run
from comity.packs.language import LanguagePack

_NEXT = re.compile(r"\s*(,|[^\W\d_]+)\s+")


def shared_out(text: str, found: Sequence[Mention], pack: LanguagePack) -> Iterator[Mention]:
    """The actors, one of several states with as many names behind it given out: the first to the first.

    "Түрікменстан мен Әзербайжанның министрлері Мередов пен Байрамов". Refuses fewer or more names than states.
    """
    for one in found:
        if one.actor is None or len(one.ids) < 2 or not one.actor.person or not pack.capitals:
            yield one
            continue
        spans = list(_names(text, one.actor.person_start, one.actor.person_end, pack))
        if len(spans) != len(one.ids):
            yield one
            continue
        for place, (party, (start, end)) in enumerate(zip(one.ids, spans, strict=True)):
            actor = replace(one.actor, person=text[start:end], person_start=start, person_end=end)
            yield replace(one, start=one.start if place == 0 else start, end=end, ids=(party,), actor=actor)


def shared_term(found: Sequence[Mention]) -> Iterator[Mention]:
    """The actors, an office told of as a term given to who was named before: "X, … başbakanlığı sırasında"."""
    last: Mention | None = None
    for one in found:
        told = _of_before(one, last) if last is not None and "mark.term" in one.classes else one
        last = told if told.actor is not None and told.actor.person else last
        yield told


def _of_before(one: Mention, last: Mention) -> Mention:
    """An actor without a name as the one named before."""
    if one.actor is None or one.actor.person or last.actor is None:
        return one
    actor = replace(one.actor, person=last.actor.person, person_start=one.start, person_end=one.start)
    return replace(one, ids=one.ids or last.ids, actor=actor)


def _names(text: str, start: int, end: int, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    yield start, end
    while True:
        gap = _NEXT.match(text, end)
        if gap is None or gap.group(1).lower() not in pack.joiners:
            return
        stop = capital_run(text, gap.end(), pack)
        if stop <= gap.end():
            return
        start, end = gap.end(), stop
        yield start, end
