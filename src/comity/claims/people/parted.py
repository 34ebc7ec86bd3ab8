"""Titles that the state's adjective parts: "глава | португальского | МИД" is the foreign minister of Portugal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.sentences.cues import load_cues
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words
from comity.packs.language import LanguagePack

_REACH = 40


def join_parted(text: str, cues: list[Mention], names: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The cues, with the title that an adjective of a state stands inside of as one: «спикер | латвийского | Сейма».

    Refuses an adjective that stands before or behind a whole title, which needs no joining.
    """
    if not pack.spaced or pack.order != "svo" or pack.adjectives != "before":
        return cues
    joined = [one for name in names if name.form == "adjective" for one in _around(text, name, pack)]
    kept = [one for one in cues if not any(one.start < other.end and other.start < one.end for other in joined)]
    return sorted([*kept, *joined], key=lambda one: one.start) if joined else cues


def _around(text: str, name: Mention, pack: LanguagePack) -> Iterator[Mention]:
    """The title whose first word stands before an adjective and whose rest behind it."""
    before = next(iter(left_words(text, name.start, 1)), None)
    if before is None or text[name.end : name.end + 1] != " ":
        return
    start, word = before
    whole = word + text[name.end : name.end + _REACH]
    hit = next((hit for hit in load_cues(pack.code).find_cues(whole) if hit.start == 0), None)
    if hit is None or hit.end <= len(word) or not any(label.startswith("office.") for label in hit.classes):
        return
    yield Mention(kind="cue", start=start, end=name.end + hit.end - len(word), classes=hit.classes)


__all__ = ["join_parted"]
