"""``data/languages/xx.reasons.toml`` → the sentences in which a choice is explained, one for each rule."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_PLACE = re.compile(r"\{(\w+)\}")


@cache
def load_reasons(language: str = "en") -> Mapping[str, str]:
    """The sentence of every rule, with ``{places}`` for what it names; English where the language has none."""
    return MappingProxyType({**_read("en"), **load_own_reasons(language)})


@cache
def load_own_reasons(language: str) -> Mapping[str, str]:
    """The sentences that the language itself has; none where it has no file."""
    return MappingProxyType(_read(language))


def _read(language: str) -> dict[str, str]:
    place = files("comity") / "data" / "languages" / f"{language}.reasons.toml"
    if not place.is_file():
        return {}
    return {str(key): str(value) for key, value in tomllib.loads(place.read_text("utf-8")).items()}


def say(rule: str, language: str = "en", **values: str | int) -> str:
    """The sentence of this rule with its places filled: ``say("single", document="a")``."""
    return load_reasons(language)[rule].format(**values)


def resay(rule: str, text: str, language: str) -> str | None:
    """The English sentence that this rule gave, in another language; ``None`` where that has no sentence for it.

    ``only a says so`` is ``yalnızca a böyle diyor``. What stands in the places (ids, dates, a person's words) is left
    as it is. A sentence that the rule does not give as it stands now is not guessed at.
    """
    own = load_own_reasons(language).get(rule)
    values = read_places(load_reasons()[rule], text) if own is not None and rule in load_reasons() else None
    if own is None or values is None or not set(_PLACE.findall(own)) <= set(values):
        return None
    return own.format(**values)


def resay_one_of(rules: str, text: str, language: str) -> str | None:
    """The English sentence of one of the rules that begin so (``candidate_``), in another language; else ``None``.

    Where several rules could have given it, the one with the most words of its own did: "it existed on 1992-03-02 and
    is in Asia" is no date.
    """
    english = load_reasons()
    fit = [rule for rule in english if rule.startswith(rules) and read_places(english[rule], text) is not None]
    rule = max(fit, key=lambda one: (len(_PLACE.sub("", english[one])), one), default=None)
    return resay(rule, text, language) if rule is not None else None


def read_places(sentence: str, text: str) -> Mapping[str, str] | None:
    """What stands in the places of a sentence that was filled in; ``None`` where the text is not that sentence.

    A place ends where the words behind it first stand; in the last one anything may stand.
    """
    parts = _PLACE.split(sentence)
    words, names = parts[0::2], parts[1::2]
    if not text.startswith(words[0]):
        return None
    found: dict[str, str] = {}
    at = len(words[0])
    for number, name in enumerate(names):
        last = number == len(names) - 1
        end = _end_of(text, words[number + 1], at, last=last)
        if end < at or found.get(name, text[at:end]) != text[at:end]:
            return None
        found[name] = text[at:end]
        at = end + len(words[number + 1])
    return found if at == len(text) else None


def _end_of(text: str, words: str, begin: int, *, last: bool) -> int:
    if last:
        return len(text) - len(words) if text.endswith(words) else -1
    return text.find(words, begin)
