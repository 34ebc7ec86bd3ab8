"""People of two titles, "A, general secretary and | president of B", or two of one: "presidents of X and Y, A, B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from comity.claims.sentences.marks import PARTING, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.packs.language import LanguagePack

_BLANK = re.compile(r",?\s+")
_JOINED = re.compile(r",?\s+([^\W\d_]{1,3})\s+")
_NAMED = 2
_OF_WHAT = 60
_RANKS = ("head-of-state", "head-of-government", "foreign-minister", "speaker", "minister", "other")


def titled_once(text: str, actors: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The people in office, each once: two titles of one person share its name and its state."""
    return _one_of_two(text, _share_party(text, actors, pack), pack)


def _share_party(text: str, actors: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The people in office, one whose title has no party given that of the nameless title right before it.

    Only in a script without spaces, where titles of one person stand side by side with one joiner between.
    """
    out = list(actors)
    for place, (one, other) in enumerate(pairwise(actors)):
        if pack.spaced or one.actor is None or other.actor is None:
            continue
        nameless = bool(one.ids) and not one.actor.person and one.actor.office != ""
        named = not other.ids and bool(other.actor.person) and other.actor.office != ""
        if nameless and named and text[one.end : other.start] in pack.joiners:
            out[place + 1] = replace(other, ids=one.ids, role=one.role)
    return out


def _one_of_two(text: str, actors: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The people in office, two titles behind one name made one: "A, General Secretary of the Party and | President".

    The higher office counts, and the state that either names. Refuses a second title with an article ("and the | King")
    or a name of its own, and titles of two states.
    """
    out: list[Mention] = []
    for one in actors:
        last = out[-1] if out else None
        if last is None or not _bears(text, last, one, pack):
            out.append(one)
            continue
        assert last.actor is not None and one.actor is not None
        high = min(last, one, key=lambda it: _RANKS.index(it.actor.office) if it.actor else len(_RANKS))
        assert high.actor is not None
        actor = replace(last.actor, office=high.actor.office, title=high.actor.title)
        ids, context = (one.ids, one.context) if one.ids else (last.ids, last.context)
        out[-1] = replace(last, end=one.end, ids=ids, context=context, classes=high.classes, actor=actor)
    return out


def _bears(text: str, first: Mention, second: Mention, pack: LanguagePack) -> bool:
    """Whether a nameless title is another of somebody whose name leads and whose first title stands behind a comma."""
    who, title = first.actor, second.actor
    if who is None or title is None or not who.person or title.person or not pack.spaced or pack.order != "svo":
        return False
    apposed = text[who.person_end : who.person_end + 1] == "," and first.end > who.person_end
    offices = who.office in _RANKS and title.office in _RANKS and not (first.ids and second.ids not in ((), first.ids))
    gap = text[first.end : second.start]
    words = text[who.person_end : second.start].lower().split()
    joined = bool(words) and words[-1] in pack.joiners and words[-1].isalpha() and gap.endswith(" ")
    return apposed and offices and joined and len(gap) <= _OF_WHAT and not has_any(gap, PARTING)


def each_named(text: str, actors: Sequence[Mention], names: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The people in office, those of one title and several states told apart by the names behind: one for each state.

    «Президенты Чехии и Словакии | Петр Павел | и | Зузана Чапутова |». Refuses as many names as there are no states.
    """
    out: list[Mention] = []
    for one in actors:
        told = _names_of(text, one, names, pack) if pack.spaced and pack.capitals and pack.order == "svo" else []
        out += [_bearer(text, one, place, span) for place, span in enumerate(told)] or [one]
    return out


def _names_of(text: str, one: Mention, names: Sequence[Mention], pack: LanguagePack) -> list[tuple[int, int]]:
    """Where the names stand that follow the last state of a title, as many as it has states; none where they do not."""
    actor = one.actor
    if actor is None or actor.person or not actor.office or len(one.ids) != _NAMED:
        return []
    last = [it for it in names if it.kind == "party" and one.start < it.start and one.ids[-1] in it.ids]
    place = last[0].end if last else 0
    told: list[tuple[int, int]] = []
    while place and len(told) < _NAMED:
        gap = (_JOINED if told else _BLANK).match(text, place)
        if gap is None or (told and gap.group(1).lower() not in pack.joiners):
            return []
        place = capital_run(text, gap.end(), pack, limit=4)
        taken = any(it.start < place and gap.end() < it.end for it in names)
        if place <= gap.end() or taken or len(text[gap.end() : place].split()) < _NAMED:
            return []
        told.append((gap.end(), place))
    return told


def _bearer(text: str, one: Mention, place: int, span: tuple[int, int]) -> Mention:
    """One of those who bear a title together, at its name; the first with the title."""
    start, end = span
    assert one.actor is not None
    who = replace(one.actor, person=text[start:end], person_start=start, person_end=end)
    return replace(one, start=start if place else one.start, end=end, ids=(one.ids[place],), actor=who, group=-1)
