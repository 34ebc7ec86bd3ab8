"""Cues that say less where they stand than they do elsewhere: a "no" that answers, a word that titles a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.marks import QUESTIONS
from comity.claims.mention import Mention
from comity.packs.language import LanguagePack


def speaking(text: str, cues: list[Mention], names: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The cues as they speak here: «Нет, зато …» is no "there is none", «Республики Болгарии» no "it"."""
    return _answering(text, _titling(text, cues, names, pack))


def _titling(text: str, cues: list[Mention], names: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The cues but a word for a state that only titles the name right behind it: «орден | Республики | Болгарии»."""
    if not pack.cases:
        return cues
    named = {one.start for one in names if one.kind == "party" and one.form != "adjective"}
    return [one for one in cues if not ("deixis.it" in one.classes and one.end + 1 in named and text[one.end] == " ")]


def _answering(text: str, cues: list[Mention]) -> list[Mention]:
    """The cues, a "no" that answers a question read as that alone: "Нет, зато …" does not say that there is none."""
    out = []
    for one in cues:
        answers = "fact.not" in one.classes and text[: one.start].rstrip()[-1:] in QUESTIONS
        out.append(replace(one, classes=frozenset({"fact.not"})) if answers else one)
    return out
