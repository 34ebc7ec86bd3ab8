"""The language of a text that is little more than names of states: "Kenia, Bélgica, Egipto" is Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from comity.parties.index import NameIndex

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_WORDS = 3


def language_of_names(texts: Iterable[str], index: NameIndex) -> Mapping[str, float]:
    """How many names of parties each language has among these texts, a name of several counted in parts."""
    counts: dict[str, float] = {}
    for text in texts:
        words = [found.span() for found in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            size, languages = _longest(text, words[at : at + _MOST_WORDS], index)
            for code in languages:
                counts[code] = counts.get(code, 0.0) + 1 / len(languages)
            at += max(size, 1)
    return counts


def _longest(text: str, words: list[tuple[int, int]], index: NameIndex) -> tuple[int, frozenset[str]]:
    """Of how many of these words the longest name is that they begin with, and the languages that have it."""
    for size in range(len(words), 0, -1):
        name = text[words[0][0] : words[size - 1][1]]
        forms = index.find_forms(name) if name[0].isupper() else []
        languages = frozenset(one.language for one in forms if one.kind == "party" and one.form != "abbreviation")
        if languages:
            return size, languages
    return 0, frozenset()
