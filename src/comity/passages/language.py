"""Which language a stretch is in: its script, the letters that speak for a language or against it, its little words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from comity.packs.language import LANGUAGES
from comity.packs.reading import LanguageTraits, load_traits
from comity.text import fold

_GLANCE, _SAMPLE = 120, 300
_WORD = re.compile(r"[^\W\d_]+")
_OWN, _FOREIGN, _STOP, _ENDING = 2.0, -3.0, 3.0, 0.7
_ENOUGH = 7.0  # two little words and a letter, or three words, beyond what speaks for the document's own language
_SURE = 2  # little words of the document's language that no other language of its script has

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
    if fallback and len(_unmistakable(fallback).intersection(fold(text[:_GLANCE]).split())) >= _SURE:
        return fallback
    letters = fold(text[:_SAMPLE])
    words = _WORD.findall(letters)
    if fallback and len(words) < _SURE and letters.isascii():
        return fallback
    candidates = _of_script(main_script(letters))
    if len(candidates) < 2:
        return candidates[0].code if candidates else fallback
    scores = _scores(letters, words, candidates)
    best = max(scores, key=lambda code: scores[code])
    if fallback in scores:
        return best if scores[best] - max(scores[fallback], 0.0) >= _ENOUGH else fallback
    tied = sum(score == scores[best] for score in scores.values()) > 1
    return fallback if tied and fallback else best


@cache
def _unmistakable(code: str) -> frozenset[str]:
    """The little words of a language that no other of its script has."""
    if code not in LANGUAGES:
        return frozenset()
    own = load_traits(code)
    rivals = {other.code: other for script in own.scripts for other in _of_script(script) if other.code != code}
    return own.stop_words.difference(*(other.stop_words for other in rivals.values()))


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


def _scores(letters: str, words: Sequence[str], candidates: Iterable[LanguageTraits]) -> dict[str, float]:
    present = Counter(letters)
    long = [word for word in words if len(word) > 4]
    scores: dict[str, float] = {}
    for traits in candidates:
        score = _STOP * sum(map(traits.stop_words.__contains__, words))
        if traits.endings:
            score += _ENDING * sum(word.endswith(traits.endings) for word in long)
        if not letters.isascii():
            score += _OWN * sum(min(present[letter], 4) for letter in traits.own.intersection(present))
            score += _FOREIGN * sum(min(present[letter], 4) for letter in traits.foreign.intersection(present))
        scores[traits.code] = score
    return scores
