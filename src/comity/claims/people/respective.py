"""People named one after the other behind one title: "the foreign ministers of A and B, X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.packs.language import LanguagePack

_TITLE_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r",?\s+([^\W\d_]+)\s+")
_COMMA = re.compile(r",?\s+")
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


def shared_title(
    text: str, found: Sequence[Mention], mentions: Sequence[Mention], pack: LanguagePack
) -> Iterator[Mention]:
    """The actors, and those whom a title in the plural names behind the first: "présidents ghanéen, X, et togolais, Y".

    Only where each has an adjective of a state and a name, as the first has, or none has a state: "presidents X and Y".
    """
    adjectives = {one.start: one for one in mentions if one.kind == "party" and one.form == "adjective"}
    for one in found:
        yield one
        last = one if pack.adjectives == "after" and pack.capitals and _is_plural(text, one, pack) else None
        while last is not None:
            last = _next_named(text, last, adjectives, pack)
            if last is not None:
                yield last
        yield from _bare_names(text, one, mentions, pack)


def _bare_names(text: str, one: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> Iterator[Mention]:
    """Those named behind the first of a title in the plural that tells no state: "les présidents A, | B et C".

    Refuses a name that is anything else as well.
    """
    title = _TITLE_WORD.match(text, one.start)
    named = one.actor is not None and one.actor.person and not one.ids and one.actor.person_start > one.start
    if not named or title is None or not pack.plurals or not title.group().lower().endswith(pack.plurals):
        return
    last = one
    while last.actor is not None:
        gap = _NEXT.match(text, last.end)
        start = gap.end() if gap is not None and gap.group(1).lower() in pack.joiners else last.end
        end = capital_run(text, start, pack)
        if end <= start or " " not in text[start:end].strip() or any(m.start < end and start < m.end for m in mentions):
            return
        actor = replace(last.actor, person=text[start:end].strip(), person_start=start, person_end=end)
        last = replace(last, start=start, end=end, actor=actor)
        yield last


def _is_plural(text: str, one: Mention, pack: LanguagePack) -> bool:
    """Whether an actor with a name and one state stands behind a title in the plural."""
    title = _TITLE_WORD.match(text, one.start)
    named = one.actor is not None and one.actor.person and len(one.ids) == 1
    return bool(named) and title is not None and title.group().lower().endswith(pack.plurals)


def _next_named(text: str, last: Mention, adjectives: Mapping[int, Mention], pack: LanguagePack) -> Mention | None:
    """Who stands behind a joiner, an adjective of a state and perhaps a comma: "…, et | togolais, Faure Gnassingbé"."""
    gap = _JOINED.match(text, last.end)
    party = adjectives.get(gap.end()) if gap is not None and gap.group(1).lower() in pack.joiners else None
    if party is None or last.actor is None:
        return None
    blank = _COMMA.match(text, party.end)
    start = blank.end() if blank is not None else party.end
    end = capital_run(text, start, pack)
    if end <= start:
        return None
    actor = replace(last.actor, person=text[start:end], person_start=start, person_end=end)
    return replace(last, start=party.start, end=end, ids=party.ids, actor=actor)


def shared_term(found: Sequence[Mention]) -> Iterator[Mention]:
    """The actors, an office told of as a term given to who was named before: "X, … başbakanlığı sırasında"."""
    last: Mention | None = None
    for one in found:
        told = _of_before(one, last) if last is not None and "mark.term" in one.classes else one
        last = told if told.actor is not None and told.actor.person else last
        if "mark.term" not in one.classes or (told.actor is not None and told.actor.person):
            yield told  # whose term it was, else nobody says


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
