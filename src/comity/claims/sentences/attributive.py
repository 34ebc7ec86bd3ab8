"""Verbs that only describe who is named next, in letters without blanks: "| 断交 | 7年多的伊朗和沙特"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_GAP = re.compile(r"[^，。；：、！？,;:!?]{0,6}?$")
_REACH = 7
_DOTS = ("·", "・", "•")  # "尼古拉斯· | 伯恩 | 斯" is no Bern
_QUOTES = {"「": "」", "“": "”", "『": "』"}
_NAMED = ("party", "actor", "city", "organization")
_DATED = 3


def without_attributes(text: str, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[Mention, ...]:
    """The mentions in order, a verb of an end left without its deed where a short "…的" joins it to a name behind it.

    "关闭多年的法国驻利比亚大使馆重新开放": when it closed, nobody says. Refuses one with a date right before it.
    By whose help something was done is nobody in it.
    """
    mentions = sorted(mentions, key=lambda one: (one.start, one.end))
    if pack.spaced:
        return tuple(mentions)
    words = [word for word, role in pack.after.items() if role == "of" and len(word) == 1]
    mentions = [_said_in(text, one, mentions) for one in mentions]
    means = tuple(word for word, role in pack.after.items() if role == "via")  # "在中国 | 的斡旋下"
    kept = [one for one in mentions if one.kind != "party" or not text.startswith(means, one.end)]
    kept = [one for one in kept if one.kind != "city" or text[max(0, one.start - 1) : one.start] not in _DOTS]
    return tuple(_bare(one) if _describes(text, one, kept, words) else one for one in kept)


def _said_in(text: str, one: Mention, mentions: Sequence[Mention]) -> Mention:
    """A state named within what a recognition quotes, as its object: 承认“世界上只有一个 | 中国 |，…”，与乙断交."""
    if one.kind != "party" or one.role != "" or one.group >= 0:
        return one
    for verb in mentions:
        if "verb.recognise" in verb.classes and verb.end <= one.start and text[verb.end : verb.end + 1] in _QUOTES:
            close = text.find(_QUOTES[text[verb.end]], verb.end + 1)
            if one.end <= close:
                return replace(one, role="object")
    return one


def _bare(one: Mention) -> Mention:
    return replace(one, classes=frozenset({"mark.void"}))


def _describes(text: str, one: Mention, mentions: Sequence[Mention], words: Sequence[str]) -> bool:
    if not one.classes & {"verb.sever", "verb.close", "verb.suspend"}:
        return False
    near = [day for day in mentions if day.kind == "date" and 0 <= one.start - day.end <= _DATED]
    if any(not has_any(text[day.end : one.start], CLAUSE_COMMAS) for day in near):
        return False
    for name in mentions:
        if name.kind in _NAMED and one.end < name.start <= one.end + _REACH and text[name.start - 1] in words:
            return bool(_GAP.match(text[one.end : name.start - 1]))
    return False
