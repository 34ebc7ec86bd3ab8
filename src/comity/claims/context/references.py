"""A note's reference to another page, and the sentence that conversion has run into it."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.sentences.cues import load_cues

_TIES = frozenset({"noun.relations", "noun.bare_relations"})
_LONGEST = 70


def parts_of_note(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of one sentence of a note: "See China–Senegal relations | From 1996 to 2005, Senegal …".

    The reference ends with its word for relations where a capital stands behind it; else the sentence is one.
    """
    if not text[start:end].strip():
        return
    hits = load_cues(language).find_cues(text[start:end])
    if hits and "mark.see" in hits[0].classes and not text[start : start + hits[0].start].strip():
        tie = next((one for one in hits[1:] if one.classes & _TIES), None)
        rest = text[start + tie.end : end].lstrip(" .:") if tie is not None else ""
        if tie is not None and tie.start <= _LONGEST and rest[:1].isupper():
            cut = end - len(rest)
            yield start, start + tie.end
            yield cut, end
            return
    yield start, end
