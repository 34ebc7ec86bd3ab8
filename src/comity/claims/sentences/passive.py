"""Who does what a passive tells, where the word before them also says "of": "1973 | von Australien | anerkannt"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words, role_before
from comity.packs.language import LanguagePack

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[,;:()–—]")
_NAMES = ("party", "organization", "actor")


def give_agents(text: str, mentions: Sequence[Mention], beside: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The mentions, who does it in a passive clause with the role ``by``: "am 3. Mai | vom Präsidenten Indiens |".

    ``beside`` are the dates, names and people of the sentence: behind one of them, or behind a word in small letters,
    nobody is owned. Refuses who stands right behind another noun: "wurde der Botschafter | von Peru | empfangen".
    """
    if not pack.voice.passives:
        return list(mentions)
    return [replace(one, role="by") if _acts(text, one, beside, pack) else one for one in mentions]


def _acts(text: str, one: Mention, beside: Sequence[Mention], pack: LanguagePack) -> bool:
    role, begin = role_before(text, one.start, pack)
    if one.kind not in _NAMES or one.role != "of" or role != "of" or not _is_passive(text, begin, one.end, pack):
        return False
    led = text[begin : one.start].lower().split()
    if not led or led[0] not in pack.voice.agents:
        return False
    last = next((word for _, word in left_words(text, begin, 1)), "")
    place = len(text[:begin].rstrip())
    behind = next((other for other in beside if other.start < place <= other.end), None)
    if behind is not None:
        return behind.kind != "actor" or one.kind == "actor" or one.form == "adjective"
    return bool(last) and (last[0].islower() or last[0].isdigit() or one.form == "adjective")


def _is_passive(text: str, low: int, high: int, pack: LanguagePack) -> bool:
    """Whether the stretch between two marks that a place stands in has a word of the passive."""
    start = max((found.end() for found in _MARKS.finditer(text, 0, low)), default=0)
    stop = next((found.start() for found in _MARKS.finditer(text, high)), len(text))
    return any(found.group().lower() in pack.voice.passives for found in _WORD.finditer(text, start, stop))


__all__ = ["give_agents"]
