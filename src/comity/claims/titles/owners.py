"""Whose a title is: the side a sentence is about, all of a list, an adjective behind it."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.sentences.chart import party_ids
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack


def is_told_behind(behind: Mention, pack: LanguagePack) -> bool:
    """Whether an adjective behind a title says whose it is: "se encargaba de Eslovaquia | el embajador peruano |"."""
    return pack.adjectives == "after" and behind.form == "adjective"


def side_of(text: str, start: int, mentions: Sequence[Mention]) -> Mention | None:
    """Whom a sentence says it is about before a comma, nobody named since: "美国方面，| 国务院副国务卿坎贝尔"."""
    said = _announcing(text, start, mentions)
    if said is not None:
        return said
    sides = [one for one in mentions if "mark.side" in one.classes and one.end <= start]
    if not sides or text[sides[-1].end : sides[-1].end + 1] not in ("，", ","):
        return None
    named = [one for one in mentions if one.kind == "party" and one.end <= start]
    return named[-1] if named and named[-1].end == sides[-1].start else None


def _announcing(text: str, start: int, mentions: Sequence[Mention]) -> Mention | None:
    """Whose office or ministry leads a clause of saying right before a title without a state: "A总统府宣布，| 总统X".

    Refuses a clause that names another state, or anybody in whose mouth the words may be.
    """
    if text[start - 1 : start] not in tuple("，,：:「“"):
        return None
    end = start - 1 if text[start - 2 : start - 1] not in tuple("，,：:") else start - 2
    said = [one for one in mentions if one.kind == "cue" and one.end == end and "fact.said" in one.classes]
    low = max((text.rfind(mark, 0, end) for mark in "。；;，）"), default=-1) + 1
    named = [one for one in mentions if one.kind == "party" and low <= one.start < end]
    people = [one for one in mentions if "office.other" in one.classes and low <= one.start < end]
    lone = len(named) == 1 and len(named[0].ids) == 1 and not text[low : named[0].start].strip()
    return named[0] if said and lone and not people else None


def group_ids(party: Mention | None, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The ids of an owner and of all in its list: "the presidents of Kazakhstan and Kyrgyzstan"."""
    if party is None:
        return ()
    if party.group < 0 or party.kind == "city":
        return party_ids(party)
    members = [one for one in mentions if one.kind == party.kind and one.group == party.group]
    return tuple(dict.fromkeys(one for member in members for one in member.ids))
