"""What each language's pack says about reading: where sentences end, its letters, its little words, its residue.

A file is ``data/languages/xx.text.toml``; its sections are read here and nowhere else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeAlias

from comity.errors import PackError
from comity.packs.language import LANGUAGES
from comity.text import SentenceRules, fold

_Section: TypeAlias = Mapping[str, object]
_SECTIONS = ("sentences", "letters", "words", "residue", "frame", "wikitext")
# How many letters of a line are looked at first, to see that it is no residue: every residue line is longer.
RESIDUE_OPENING = 3
_SCRIPTS = ("Latin", "Cyrillic", "Arabic", "Han")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTraits:
    """What tells a language from others: scripts, letters that speak for it and against it, little words, endings."""

    code: str
    scripts: tuple[str, ...]
    own: frozenset[str]
    foreign: frozenset[str]
    stop_words: frozenset[str]
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidueWords:
    """What conversion leaves in texts, over all languages, folded.

    ``brackets``: what stands in square brackets and is no text ("edit", "dead link"); ``lines`` whole lines,
    ``line_starts`` their beginnings, ``line_openings`` the first letters of either; ``apparatus`` headings of notes,
    sources, links; ``dated`` words before a publication date; ``date_line`` the word of a leading date line,
    ``date_wired`` what is written right behind the day a story was wired, ``date_unwired`` what only begins so.
    """

    brackets: frozenset[str]
    lines: frozenset[str]
    line_starts: tuple[str, ...]
    line_openings: frozenset[str]
    apparatus: frozenset[str]
    dated: frozenset[str]
    date_line: frozenset[str]
    date_wired: frozenset[str]
    date_unwired: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWords:
    """What wikitext templates are called, over all languages, folded.

    ``flag`` shows a country's name, ``icon`` its flag alone; ``date`` a date of its arguments; ``keep_first``,
    ``keep_second``, ``keep_all`` show arguments, ``keep_named`` its name, too;
    ``hatnote`` points to another page; ``text`` stands for characters.
    ``categories`` and ``files`` are prefixes of links that are no text (a file's link has a caption).
    """

    flag: frozenset[str]
    icon: frozenset[str]
    date: frozenset[str]
    keep_first: frozenset[str]
    keep_second: frozenset[str]
    keep_all: frozenset[str]
    keep_named: frozenset[str]
    hatnote: frozenset[str]
    categories: frozenset[str]
    files: frozenset[str]
    text: Mapping[str, str]


@cache
def load_sentence_rules(code: str) -> SentenceRules:
    """How a language's sentences are cut; a language without a file is cut by the marks alone."""
    if code not in LANGUAGES:
        return SentenceRules()
    section = _load(code)["sentences"]
    standard = SentenceRules()
    return SentenceRules(
        ends=str(section.get("ends", standard.ends)),
        full_ends=str(section.get("full_ends", standard.full_ends)),
        closers=str(section.get("closers", standard.closers)),
        asides=_strings(section, "asides"),
        abbreviations=frozenset(_strings(section, "abbreviations")),
        final=frozenset(_strings(section, "final")),
        ordinal_dot=bool(section.get("ordinal_dot", False)),
        ordinal_leads=frozenset(_strings(section, "ordinal_leads")),
        openers=_words(_load(code)["words"], "stop"),
        answers=frozenset(_strings(section, "answers")),
    )


@cache
def load_party_head(code: str) -> str:
    """What a column of parties is called; in English for a language without a file."""
    return str(_load(code if code in LANGUAGES else "en")["words"].get("party", ""))


@cache
def load_alphabet(code: str) -> str:
    """The letters of a language's alphabet in their order; "" where lists are in no alphabet's order (Chinese)."""
    return str(_load(code)["letters"].get("order", "")) if code in LANGUAGES else ""


@cache
def load_traits(code: str) -> LanguageTraits:
    """What tells this language from others."""
    data = _load(code)
    letters = data["letters"]
    return LanguageTraits(
        code=code,
        scripts=tuple(str(letters.get("script", "")).split()),
        own=frozenset(str(letters.get("own", ""))),
        foreign=frozenset(str(letters.get("foreign", ""))),
        stop_words=_words(data["words"], "stop") | _words(data["words"], "table"),
        endings=tuple(str(data["words"].get("ends", "")).split()),
    )


@lru_cache(maxsize=1)
def load_residue_words() -> ResidueWords:
    """What conversion leaves in texts, of all languages together: pages mix them."""
    lines, starts = _of_all("residue", "lines"), _of_all("residue", "line_starts")
    return ResidueWords(
        brackets=_of_all("residue", "brackets"),
        lines=lines,
        line_starts=tuple(sorted(starts)),
        line_openings=frozenset(words[:RESIDUE_OPENING] for words in lines | starts),
        apparatus=_of_all("residue", "apparatus"),
        dated=_of_all("frame", "dated"),
        date_line=_of_all("frame", "date_line"),
        date_wired=_of_all("frame", "date_wired"),
        date_unwired=_of_all("frame", "date_unwired"),
    )


@lru_cache(maxsize=1)
def load_template_words() -> TemplateWords:
    """What wikitext templates are called, in all languages together."""
    text: dict[str, str] = {}
    for code in LANGUAGES:
        given = _load(code)["wikitext"].get("text", {})
        if isinstance(given, Mapping):
            text |= {fold(str(name)): str(value) for name, value in given.items()}
    return TemplateWords(
        flag=_of_all("wikitext", "flag"),
        icon=_of_all("wikitext", "icon"),
        date=_of_all("wikitext", "date"),
        keep_first=_of_all("wikitext", "keep_first"),
        keep_second=_of_all("wikitext", "keep_second"),
        keep_all=_of_all("wikitext", "keep_all"),
        keep_named=_of_all("wikitext", "keep_named"),
        hatnote=_of_all("wikitext", "hatnote"),
        categories=_of_all("wikitext", "categories"),
        files=_of_all("wikitext", "files"),
        text=MappingProxyType(text),
    )


def _of_all(section: str, key: str) -> frozenset[str]:
    return frozenset(fold(word) for code in LANGUAGES for word in _strings(_load(code)[section], key))


@cache
def _load(code: str) -> Mapping[str, _Section]:
    place = f"data/languages/{code}.text.toml"
    try:
        data = tomllib.loads((files("comity") / "data" / "languages" / f"{code}.text.toml").read_text("utf-8"))
    except FileNotFoundError:
        raise PackError(place, ["there is no such pack"]) from None
    except tomllib.TOMLDecodeError as fault:
        raise PackError(place, [str(fault)]) from None
    faults = _faults(data)
    if faults:
        raise PackError(place, faults)
    return MappingProxyType({name: data.get(name, {}) for name in _SECTIONS})


def _faults(data: Mapping[str, object]) -> list[str]:
    """Every fault of a pack's file: unknown sections, unknown scripts, asides that are no pairs."""
    faults = [f"[{name}]: no such section, one of {', '.join(_SECTIONS)}" for name in data if name not in _SECTIONS]
    letters, sentences = data.get("letters"), data.get("sentences")
    scripts = str(letters.get("script", "")).split() if isinstance(letters, Mapping) else []
    faults += [f"letters.script {name!r}: one of {', '.join(_SCRIPTS)}" for name in scripts if name not in _SCRIPTS]
    if not scripts:
        faults.append("letters.script is missing")
    residue = data.get("residue")
    if isinstance(residue, Mapping):
        words = _strings(residue, "lines") + _strings(residue, "line_starts")
        faults += [f"residue: {word!r} is too short for a line" for word in words if len(word) < RESIDUE_OPENING]
    if isinstance(sentences, Mapping):
        faults += [
            f"sentences.asides {pair!r}: two marks are wanted"
            for pair in _strings(sentences, "asides")
            if len(pair) != 2
        ]
    return faults


def _strings(section: _Section, key: str) -> tuple[str, ...]:
    value = section.get(key, [])
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _words(section: _Section, key: str) -> frozenset[str]:
    return frozenset(fold(str(section.get(key, ""))).split())
