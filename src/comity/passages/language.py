"""Which language a stretch is in: its script, the letters that speak for a language or against it, its little words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from comity.packs.language import LANGUAGES
from comity.packs.reading import LanguageTraits, load_traits
from comity.text import fold

_SAMPLE = 600
_WORD = re.compile(r"[^\W\d_]+")
_OWN, _FOREIGN, _STOP, _ENDING = 2.0, -3.0, 3.0, 0.7
_ENOUGH = 7.0
# First code points of the blocks that tell a script; what lies between two belongs to the one before.
_SCRIPTS = (
    (0x41, "Latin"),
    (0x370, ""),
    (0x400, "Cyrillic"),
    (0x530, ""),
    (0x600, "Arabic"),
    (0x780, ""),
    (0x1E00, "Latin"),
    (0x1F00, ""),
    (0x3040, "Kana"),
    (0x3100, ""),
    (0x3400, "Han"),
    (0xA000, ""),
    (0xF900, "Han"),
    (0xFB00, ""),
    (0xFB50, "Arabic"),
    (0xFF00, ""),
    (0x20000, "Han"),
)


def guess_language(text: str, fallback: str = "") -> str:
    """The code of the language the text is in, or the fallback where the text is too short to tell.

    >>> guess_language("Қазақстан мен Малайзия арасындағы қатынастар")
    'kk'
    >>> guess_language("1992", "tr")
    'tr'

    Only the languages of the packs are known; a script none of them writes gives the fallback.
    """
    letters = fold(text[:_SAMPLE])
    script = main_script(letters)
    candidates = _of_script(script)
    if len(candidates) < 2:
        return candidates[0].code if candidates else fallback
    scores = _scores(letters, candidates)
    best, second = scores.most_common(2)
    if fallback in {traits.code for traits in candidates}:
        sure = best[1] - max(scores[fallback], 0) >= _ENOUGH
        return best[0] if sure else fallback
    return best[0] if best[1] > second[1] or not fallback else fallback


def main_script(letters: str) -> str:
    """The script most letters are of; a Han character counts for three letters, as it says as much."""
    if letters.isascii():
        return "Latin" if any(letter.isalpha() for letter in letters) else ""
    counts: Counter[str] = Counter()
    for letter, times in Counter(letters).items():
        if letter.isalpha():
            name = _script(letter)
            counts[name] += times * (3 if name == "Han" else 1)
    return counts.most_common(1)[0][0] if counts else ""


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    code = ord(letter)
    name = ""
    for first, script in _SCRIPTS:
        if code < first:
            break
        name = script
    return name


@lru_cache(maxsize=16)
def _of_script(script: str) -> tuple[LanguageTraits, ...]:
    return tuple(traits for traits in map(load_traits, LANGUAGES) if script in traits.scripts)


def _scores(letters: str, candidates: Iterable[LanguageTraits]) -> Counter[str]:
    words = _WORD.findall(letters)
    present = Counter(letters)
    scores: Counter[str] = Counter()
    for traits in candidates:
        score = _STOP * sum(word in traits.stop_words for word in words)
        score += (
            _ENDING * sum(word.endswith(traits.endings) for word in words if len(word) > 4) if traits.endings else 0
        )
        score += _OWN * sum(min(present[letter], 4) for letter in traits.own)
        score += _FOREIGN * sum(min(present[letter], 4) for letter in traits.foreign)
        scores[traits.code] = score  # type: ignore[assignment]  # a Counter of fractions
    return scores
