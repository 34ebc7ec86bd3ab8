"""Where a report was written, which is no place of what it tells: "دبي (CNN) – افتتحت دولة الفاتيكان سفارتها …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.sentence import Sentence
from comity.packs.language import LanguagePack

_LINE = re.compile(r"\s*(?:[^–—.:؛\s]{2,20} [–—] )?[^–—.:؛]{2,60}?\s?(?:\([^()]{2,25}\)\s?[-–—:]|\s[-–—]\s|\s?[–—:]\s)")
# «القدس 2 فبراير 2023 (شينخوا) افتتحت …»
_DATED = re.compile(r"\s*[^–—.:؛()\d]{2,30}\d[^–—.:؛()]{2,40}\([^()\d]{2,25}\)\s")
_ADDRESS = re.compile(r"[\w-]*\.[a-z]{2,4}(?![\w])")  # "| Almaty | -akshamy.kz"
_SHOUTED = re.compile(r"\s*[^\W\d_a-zа-яё]{4,20}[ ,/]")  # "NAIROBI, March 15 (…) -", "PARAMARIBO/BRASÍLIA, …"
_OPENING = 3
_BETWEEN = 2
_TOWN = 30
_AGENCY = re.compile(r"[\s,.]{0,2}[(/][^()/]{2,25}[)/]\s*[-–—:.]")


def without_dateline_places(
    text: str, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack, discourse: Discourse
) -> list[Mention]:
    """The names without those of the dateline that opens a report, where verbs lead or capitals show it.

    The town's state is kept in mind: "the President" of such a report is its own. Also without those that begin a web
    address, whoever tells.

    Refuses a line in which anything is told: its places are then those of a headline.
    """
    names = [one for one in names if _ADDRESS.match(text, one.end) is None]
    shown = discourse.sentence <= _OPENING and (pack.order == "vso" or _SHOUTED.match(text) is not None)
    line = (_LINE.match(text) or _DATED.match(text)) if shown else None
    if line is None or not any(one.kind == "city" and one.start == len(text) - len(text.lstrip()) for one in names):
        return list(names)
    told = any(label.startswith("verb.") for one in cues if one.start < line.end() for label in one.classes)
    if told:
        return list(names)
    town = next(one for one in names if one.kind == "city")
    behind = {one.ids for one in names if one.kind == "party" and one.start >= line.end() and one.ids}
    if pack.order != "vso" and len(behind) < _BETWEEN:
        return list(names)  # "PUERTO PRÍNCIPE, 12 abr (…) – La República Dominicana cerró sus consulados": it is there
    if discourse.scene is None and town.country:
        discourse.scene = Spoken(ids=(town.country,))
    return [one for one in names if one.start >= line.end()]


def _is_wired(text: str, start: int, end: int) -> bool:
    """Whether a day is a report's own, between its town and its agency: "MINSK, | 12 February | (BelTA) –"."""
    before = text[:start].strip(" ,")
    return 2 < len(before) <= _TOWN and before.isupper() and _AGENCY.match(text, end) is not None


def without_dateline(dates: list[Mention], sentence: Sentence, discourse: Discourse) -> list[Mention]:
    """The dates but the one that is the document's own, shown in its first line: it dates the telling."""
    found = discourse.document.date
    if discourse.sentence > _OPENING:
        return dates
    dates = [one for one in dates if not _is_wired(sentence.text, one.start, one.end)]
    if found is None or found.start is None or found.end is None:
        return dates
    out = []
    for one in dates:
        start, end = sentence.body.source_span(one.start, one.end)
        if not (start < found.end and found.start < end and one.date is not None and one.date.when == found.value):
            out.append(one)
    return out
