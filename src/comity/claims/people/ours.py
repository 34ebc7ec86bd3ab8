"""Whose somebody is who bears a title that only the state at home in a text has: "der Bundespräsident"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_ENDING = 2  # "Bundespräsidenten", "Bundeskanzlerin"; no "Bundesrat | spräsident"
_LONG = 8  # a mark that is a title, and no name of a house or month


def of_ours(text: str, actors: Sequence[Mention], pack: LanguagePack, home: str) -> list[Mention]:
    """The actors, those without a state whose title is one of the words that show the home being of that state.

    "Bundespräsident Steinmeier fliegt nach Botsuana" on a page at home in Germany. Refuses a bare "Präsident".
    """
    marks = tuple(mark.lower() for one in pack.homes if one.party == home for mark in one.marks if len(mark) >= _LONG)
    if not marks:
        return list(actors)
    return [replace(one, ids=(home,)) if _is_ours(text, one, marks) else one for one in actors]


def _is_ours(text: str, one: Mention, marks: tuple[str, ...]) -> bool:
    actor = one.actor
    if actor is None or one.ids or not actor.office or one.form == "pronoun":
        return False
    title = text[one.start : actor.person_start if actor.person_start > one.start else one.end].lower().split()
    return bool(title) and any(title[0].startswith(mark) and len(title[0]) - len(mark) <= _ENDING for mark in marks)
