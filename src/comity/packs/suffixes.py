"""Inflected forms of names in languages that add suffixes by vowel harmony: Қазақстан → Қазақстанның.

In: a name, its kind, a table of suffixes read from a pack. Out: (form, case) pairs. Never: a letter of any language.
Read first: `Sign`, then `attach`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A letter of a suffix that follows the word: ``choices`` by its last vowel or last letter, else ``other``.

    What it becomes may be a sign again: the Kazakh dative is G or K by the last letter, each hard or soft by the vowel.
    """

    by_vowel: bool
    choices: tuple[tuple[str, str], ...]
    other: str

    def letter(self, vowel: str, last: str) -> str:
        """The letter the sign becomes after this last vowel and this last letter."""
        sound = vowel if self.by_vowel else last
        return next((letter for sounds, letter in self.choices if sound and sound in sounds), self.other)


Suffixes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmony:
    """The suffixes of one language, as (case, pattern) pairs, and the signs that stand in the patterns.

    ``silent`` letters have no sound of their own; ``neutral`` vowels leave the choice to the vowel before, and at the
    end of a name may also count as one of ``unsettled`` (Бакуға, Бакуге: both are written).
    ``possessed`` suffixes follow a possessive ending (Республикасы → Республикасының).
    """

    base: str
    vowels: str
    neutral: str
    unsettled: str
    silent: str
    signs: Mapping[str, Sign]
    suffixes: Suffixes
    possessed: Suffixes
    possessive_endings: tuple[str, ...]
    plural: str
    joint: str
    exceptions: Mapping[str, Mapping[str, tuple[str, ...]]]


def attach(name: str, kind: str, rules: Harmony) -> Iterator[tuple[str, str]]:
    """The forms of a name with their cases, the dictionary form first: ("Қазақстанның", "gen").

    An abbreviation, whose last vowel is not written, takes every variant of a suffix after the joint: АҚШ-тың.
    """
    adjectival = kind == "adjective"
    yield name, "adj" if adjectival else rules.base
    if name in rules.exceptions:
        yield from ((form, case) for case, forms in rules.exceptions[name].items() for form in forms)
    elif kind == "abbreviation":
        yield from _after_joint(name, rules)
    else:
        yield from ((form, "adj" if adjectival else case) for form, case in _suffixed(name, kind, rules))


def _suffixed(name: str, kind: str, rules: Harmony) -> Iterator[tuple[str, str]]:
    yield from _with_suffixes(name, rules.suffixes, rules)
    if kind in ("adjective", "demonym") and rules.plural:
        plural = name + spell(rules.plural, name, rules)
        yield plural, rules.base
        yield from _with_suffixes(plural, rules.suffixes, rules)
    elif " " in name and name.lower().endswith(rules.possessive_endings):
        yield from _with_suffixes(name, rules.possessed, rules)


def _with_suffixes(name: str, suffixes: Suffixes, rules: Harmony) -> Iterator[tuple[str, str]]:
    stems = [name]
    if name[-1:] in rules.neutral and rules.unsettled:
        stems += [name[:-1] + vowel for vowel in rules.unsettled]
    for case, pattern in suffixes:
        for suffix in dict.fromkeys(spell(pattern, stem, rules) for stem in stems):
            yield name + suffix, case


def _after_joint(name: str, rules: Harmony) -> Iterator[tuple[str, str]]:
    """The abbreviation with each suffix as it would be after any last vowel and any last letter."""
    if not rules.joint:
        return
    sounds = ["".join(pair) for pair in product(_samples(rules, by_vowel=True), _samples(rules, by_vowel=False))]
    for case, pattern in rules.suffixes:
        for suffix in dict.fromkeys(spell(pattern, sound, rules) for sound in sounds):
            yield name + rules.joint + suffix, case


def _samples(rules: Harmony, *, by_vowel: bool) -> tuple[str, ...]:
    """The letters that the signs tell apart, and for the class of all others one that they do not name, or none."""
    keys = [key for sign in rules.signs.values() if sign.by_vowel is by_vowel for key, _ in sign.choices]
    rest = [v for v in rules.vowels if not any(v in key for key in keys)][:1] if by_vowel else ["", "?"]
    return tuple(dict.fromkeys([*(c for key in keys for c in key if by_vowel or c not in rules.vowels), *rest]))


def spell(pattern: str, name: str, rules: Harmony) -> str:
    """The suffix as it is written after this name: "NIң" after Қазақстан is "ның".

    Every letter looks at the one before it, so that a suffix of several syllables agrees with itself.
    """
    written = name.lower()
    start = len(written)
    for letter in pattern:
        written += _resolve(letter, written, rules)
    return written[start:]


def _resolve(letter: str, written: str, rules: Harmony) -> str:
    sign = rules.signs.get(letter)
    if sign is None:
        return letter
    return _resolve(sign.letter(_last_vowel(written, rules), _last_sound(written, rules)), written, rules)


def _last_sound(word: str, rules: Harmony) -> str:
    return next((c for c in reversed(word) if c not in rules.silent), "")


def _last_vowel(word: str, rules: Harmony) -> str:
    vowels = [c for c in word if c in rules.vowels]
    strong = [c for c in vowels if c not in rules.neutral]
    return strong[-1] if strong else (vowels[-1] if vowels else "")
