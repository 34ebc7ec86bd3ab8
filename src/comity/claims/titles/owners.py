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
    sides = [one for one in mentions if "mark.side" in one.classes and one.end <= start]
    if not sides or text[sides[-1].end : sides[-1].end + 1] not in ("，", ","):
        return None
    named = [one for one in mentions if one.kind == "party" and one.end <= start]
    return named[-1] if named and named[-1].end == sides[-1].start else None


def group_ids(party: Mention | None, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The ids of an owner and of all in its list: "the presidents of Kazakhstan and Kyrgyzstan"."""
    if party is None:
        return ()
    if party.group < 0 or party.kind == "city":
        return party_ids(party)
    members = [one for one in mentions if one.kind == party.kind and one.group == party.group]
    return tuple(dict.fromkeys(one for member in members for one in member.ids))
