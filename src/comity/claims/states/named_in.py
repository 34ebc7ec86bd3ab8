"""Names that say nothing of a state: a city in a text's title, the adjective of an army or of merchants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words
from comity.packs.language import LanguagePack

_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ('"', '"'))


def in_titles(text: str, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names, the cities that a text is called after without a role: to the | Shanghai | Communiqué nobody went.

    Only in a language whose texts have their city before them, both in capitals.
    """
    if pack.order == "vso":
        named = [one for one in cues if "mark.compare" in one.classes]
        return [one for one in names if one.kind != "city" or not _within_any(one, named)]
    if not pack.capitals or pack.adjectives != "before" or pack.places != "after" or pack.cases:
        return list(names)
    heads = {one.start for one in cues if any(label.startswith("agreement.") for label in one.classes)}
    out = []
    for one in names:
        titled = one.kind == "city" and one.end + 1 in heads and text[one.end + 1].isupper()
        out.append(replace(one, role="", form="title") if titled else one)
    return out


def _within_any(one: Mention, cues: Sequence[Mention]) -> bool:
    """Whether a name is but a word of a cue: «اتفاقية | فيينا»."""
    return any(cue.start < one.start and one.end <= cue.end for cue in cues)


def without_quoted(text: str, names: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names without the cities that are all a pair of quotation marks holds: «завод | «Каир» |» is no Cairo.

    A small word for a thing stands right before them; where a marker does, the town may be meant with irony.
    """
    if not pack.spaced or not pack.capitals:
        return list(names)
    return [one for one in names if not (one.kind == "city" and _called(text, one, pack))]


def _called(text: str, one: Mention, pack: LanguagePack) -> bool:
    inside = (text[one.start - 1 : one.start], text[one.end : one.end + 1])
    before = next(iter(left_words(text, one.start - 1, 1)), None) if inside in _QUOTES else None
    thing = before[1] if before is not None else ""
    return thing[:1].islower() and thing not in pack.before and thing not in pack.joiners


def without_forces(text: str, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names without the adjectives of those who act for no state: "an attack by | British | forces".

    Also those that a joiner couples with such a one: "| British and French | merchants".
    """
    nobodies = [one for one in cues if "mark.nobody" in one.classes]
    if not nobodies or pack.adjectives != "before":
        return list(names)
    out = list(names)
    for cue in nobodies:
        edge = cue.start
        for one in sorted(names, key=lambda name: -name.start):
            gap = text[one.end : edge].strip().lower() if one.end <= edge else "."
            if one.kind != "party" or one.form != "adjective" or (gap and gap not in pack.joiners):
                continue
            out = [other for other in out if other is not one]
            edge = one.start
    return out


def with_initial(text: str, one: Mention) -> bool:
    """Whether a capital and a stop are written onto a name, which is a person's then: "В.Макей" is no town."""
    low = text[max(0, one.start - 2) : one.start]
    return len(low) == 2 and low[1] == "." and low[0].isupper() and not text[: one.start - 2][-1:].isalnum()
