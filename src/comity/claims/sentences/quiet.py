"""Cues that say less where they stand than they do elsewhere: a "no" that answers, a word that titles a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.marks import CLAUSE_COMMAS, QUESTIONS, SEMICOLONS
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_ANSWERS = 12
_WHO = 45
_OPENED = "《"
_TITLE = re.compile("《[^《》]{1,120}》")
_WORK = re.compile('[«“”„"][^«»“”„"]{3,160}[»“”"]')
_LED_ON = 4  # letters of an adverb between "will" and its verb: "将首次访问"
_ENTITLED = 24
_DEEDS = ("verb.", "fact.", "mark.")
_COUNTED = ("role.", "indicator.", "fact.", "verb.")
_THERE = frozenset({"verb.have", "verb.maintain"})
_PARTICIPLE = 3  # letters of an ending that nothing but a participle has
_TIES = frozenset({"verb.establish", "verb.restore", "verb.sever"})


def speaking(text: str, cues: list[Mention], names: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The cues as they speak here: «Нет, зато …» is no "there is none", «Республики Болгарии» no "it"."""
    cues = [_negating(text, one, pack) for one in cues] if pack.order == "sov" else cues
    cues = _without_works(text, [_willing(one, cues, names) for one in map(_hushed, cues)])
    return _answering(text, _unasked(text, _titling(text, _in_titles(text, cues), names, pack)))


def _willing(one: Mention, cues: Sequence[Mention], names: Sequence[Mention]) -> Mention:
    """The cue, a "will" with a verb right behind it being a plan: "卢拉还 | 将 | 出访美国", not "将使馆迁至利沃夫"."""
    if "mark.will" not in one.classes:
        return one
    behind = min((cue.start for cue in cues if cue.start >= one.end), default=one.end + _LED_ON + 1)
    verbs = [cue for cue in cues if cue.start == behind and any(label.startswith("verb.") for label in cue.classes)]
    named = any(one.end <= name.start < behind for name in names if name.kind != "date")
    told = bool(verbs) and behind - one.end <= _LED_ON and not named
    return replace(one, classes=one.classes | {"fact.plan"}) if told else one


def _negating(text: str, one: Mention, pack: LanguagePack) -> Mention:
    """The cue, a "there is no" right behind a participle being that verb's "not" alone: «әсер еткен | жоқ»."""
    if "fact.not" not in one.classes or not one.classes & _THERE:
        return one
    word = text[: one.start].rstrip(" ").rpartition(" ")[2].lower()
    told = len(word) > _PARTICIPLE and word.endswith(tuple(end for end in pack.participles if len(end) >= _PARTICIPLE))
    return replace(one, classes=one.classes - _THERE) if told else one


def _without_works(text: str, cues: list[Mention]) -> list[Mention]:
    """The cues but those in the title of a book, a film, a lecture: كتاب | «قطع العلاقات …» | tells nothing.

    The title stands in quotation marks right behind the word for the work.
    """
    works = [one.end for one in cues if "noun.work" in one.classes]
    titles = [(one.start(), one.end()) for one in _WORK.finditer(text)] if works else []
    titles = [(start, end) for start, end in titles if any(0 < start - work <= _ENTITLED for work in works)]
    return [one for one in cues if not any(start < one.start < end for start, end in titles)]


def _unasked(text: str, cues: list[Mention]) -> list[Mention]:
    """The cues without the deeds of a stretch that ends in a question and is answered "no": "A built it? | It did not".

    The stretch goes back to the mark before it, so that what was told there stays.
    """
    nots = [one for one in cues if "fact.not" in one.classes and not _only_who(text, one, cues)]
    asked = [_stretch_before(text, one.start) for one in nots]
    spans = [span for span in asked if span is not None]
    if not spans:
        return cues
    told = [(one, any(start <= one.start < end for start, end in spans)) for one in cues]
    return [one for one, within in told if not within or not any(label.startswith("verb.") for label in one.classes)]


def _only_who(text: str, answer: Mention, cues: Sequence[Mention]) -> bool:
    """Whether an answer only puts another in somebody's place, with no deed of its own: "Не он, | него | Селаковић"."""
    rest = [one for one in cues if one.start > answer.start]
    deeds = any(label.startswith(("verb.", "fact.")) for one in rest for label in one.classes)
    contrast = any("mark.clause" in one.classes for one in rest)
    return contrast and not deeds and len(text) - answer.end <= _WHO


def _stretch_before(text: str, answer: int) -> tuple[int, int] | None:
    """Where the question begins and ends that an answer stands behind: one pronoun may stand between; else None."""
    end = max((text.rfind(mark, max(0, answer - _ANSWERS), answer) for mark in QUESTIONS), default=-1)
    if end < 0 or len(text[end + 1 : answer].split()) > 1:
        return None
    start = max((text.rfind(mark, 0, end) for mark in (*CLAUSE_COMMAS, *SEMICOLONS, *QUESTIONS, ":")), default=-1)
    return start + 1, end


def _hushed(one: Mention) -> Mention:
    """A phrase that only looks like what its words are told for: no role in "the heads of | member states".

    Of an idiom nothing is left: "the war | ended in a | cease-fire" ends no relations, "| due to the | war" is no plan.
    """
    if "mark.idiom" in one.classes:
        return replace(one, classes=frozenset({"mark.idiom"}))
    if "mark.lookalike" not in one.classes:
        return one
    return replace(one, classes=frozenset(label for label in one.classes if not label.startswith(_COUNTED)))


def _in_titles(text: str, cues: list[Mention]) -> list[Mention]:
    """The cues, those inside a title as what they name and no deed: 《…合作执行 | 计划 | 》 was signed, not planned.

    What makes or ends relations stays: a text "on establishing diplomatic relations" says that it does.
    """
    spans = [(one.start(), one.end()) for one in _TITLE.finditer(text)] if _OPENED in text else []
    if not spans:
        return cues
    texts = [span for span in spans if any(span[0] < one.start < span[1] and one.kind_in("agreement") for one in cues)]
    out = []
    for one in cues:
        held = next((span for span in spans if span[0] < one.start and one.end < span[1]), None)
        out.append(one if held is None else replace(one, classes=_named(one, of_text=held in texts)))
    return [one for one in out if one.classes]


def _named(one: Mention, *, of_text: bool) -> frozenset[str]:
    ties = _TIES if of_text else frozenset()  # a book "on breaking relations" makes and breaks none
    return frozenset(label for label in one.classes if not label.startswith(_DEEDS) or label in ties)


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
