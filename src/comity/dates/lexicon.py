"""A language's words for time by their first piece, each with the letter the grammar knows it by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import daachorse

from comity.errors import PackError
from comity.packs.dates import DateWords, load_date_words
from comity.packs.numbers import load_number_words
from comity.packs.pieces import fold_words, pieces_of

Value = int | str | tuple[int, int] | tuple[str, str, int]
Entry = tuple[tuple[str, ...], str, Value]

LETTERS = {
    "of": "o",
    "and": "&",
    "to": "t",
    "from": "f",
    "since": "V",
    "until": "u",
    "before": "q",
    "after": "g",
    "by": "b",
    "between": "B",
    "about": "~",
    "doubt": "d",
    "in": "i",
    "article": "l",
    "year": "y",
    "day_word": "j",
    "part": "P",
    "decade": "z",
    "decade_pre": "9",
    "century": "C",
    "century_pre": "c",
    "ago": "A",
    "later": "L",
    "earlier": "E",
    "anniversary": "Z",
    "last": "T",
    "next": "H",
    "following": "J",
    "this": "h",
    "past_century": "0",
    "since_post": "v",
    "until_post": "m",
    "before_post": "k",
    "after_post": "K",
    "by_post": ";",
    "between_post": ":",
    "about_post": "=",
    "part_post": "p",
    "month": "M",
    "weekday": "W",
    "season": "S",
    "span": "Q",
    "unit": "U",
    "relative": "R",
    "tens": "X",
    "ordinal": "O",
    "cardinal": "w",
    "month_mark": "1",
    "day_mark": "2",
    "same": "5",
    "week_day": "4",
    "end": "7",
    "end_post": "8",
    "as_of": "6",
    "as_of_post": "%",
    "nothing": "x",
    "short": "`",
    "exact": "!",
}
# Words that are several things at once: each set of roles has a letter of its own, from the private use area.
COMBINATIONS = tuple(
    frozenset(roles.split())
    for roles in (
        "month short", "of from", "of from article", "in from", "in of", "in of from", "of article", "in article",
        "in day_word",
        "since from", "since from of", "since ago", "to until", "to until before", "to in", "to article",
        "to until by", "until by", "and to", "before ago", "after later", "about to", "about since",
        "before_post ago", "before_post ago earlier", "before_post earlier", "after_post later", "last before",
        "unit year", "unit day_word", "unit day_word in", "unit in", "unit year decade", "unit year decade_pre",
        "unit decade_pre", "year decade", "unit since_post", "unit anniversary", "year anniversary", "in year",
        "in unit year", "in part", "this article", "ordinal cardinal", "season unit", "unit year century",
        "year century", "about year", "article year", "since after", "by to", "until before", "unit year in decade_pre",
        "of year", "same of", "this of", "decade of", "decade article", "in of article",
    )
)  # fmt: skip
LETTER_OF = {roles: chr(0xE000 + place) for place, roles in enumerate(COMBINATIONS)}


@lru_cache(maxsize=256)
def standing_for(letters: str) -> frozenset[str]:
    """All letters that may stand for one of these: each itself, and the combinations it is part of."""
    combined = {letter for roles, letter in LETTER_OF.items() if any(LETTERS[role] in letters for role in roles)}
    return frozenset(letters) | combined


def grammar(pattern: str) -> str:
    """A pattern of simple letters made to match the combined ones too.

    Each letter becomes the class of all that stand for it; a letter in angle brackets stays itself alone.
    """
    out, inside = [], False
    for piece in _PATTERN_PIECE.findall(pattern):
        if piece in ("[", "[^"):
            inside = True
            out.append(piece)
        elif piece == "]":
            inside = False
            out.append(piece)
        elif len(piece) == 3 and piece[0] == "<":
            out.append(re.escape(piece[1]))
        elif len(piece.lstrip("\\")) == 1 and piece.lstrip("\\") in _LETTERS:
            some = "".join(map(re.escape, sorted(standing_for(piece.lstrip("\\")))))
            out.append(some if inside else f"[{some}]")
        else:
            out.append(piece)
    return "".join(out)


_LETTERS = frozenset(LETTERS.values())
_PATTERN_PIECE = re.compile(r"\(\?P<\w+>|\(\?<[!=]|\(\?[:!=]|\{\d,\d\}|<.>|\\.|\[\^?|.")
_ANCHORS = standing_for("MWSQRXCcALEZ0TH4")
_MARKS_OF_NUMBERS = standing_for("y12U")  # where numbers need no digits: 年, 月, 日


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """One language's words: ``entries`` of one piece, ``longer`` by their first two pieces, longest first;
    ``finder`` over all that can open a date.
    """

    words: DateWords
    entries: Mapping[str, Entry]
    longer: Mapping[tuple[str, str], tuple[Entry, ...]]
    starts: frozenset[str]
    vocabulary: frozenset[str]
    todays: frozenset[str]
    digits: Mapping[str, int]
    finder: daachorse.CharwiseDoubleArrayAhoCorasick | None
    spaced: bool


@cache
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language; refuses a phrase whose roles the grammar cannot tell apart."""
    words, numbers = load_date_words(code), load_number_words(code)
    roles: dict[tuple[str, ...], dict[str, Value]] = defaultdict(dict)
    texts: dict[tuple[str, ...], str] = {}
    for phrase in words.phrases:
        pieces = pieces_of(phrase.text, turkish=words.turkish)
        roles[pieces][phrase.role] = phrase.value
        texts[pieces] = fold_words(phrase.text, turkish=words.turkish)
    for form, value in numbers.cardinals.items():
        roles[pieces_of(form, turkish=words.turkish)].setdefault("cardinal", value)
    for form, value in numbers.ordinals.items():
        if value <= 31:
            roles[pieces_of(form, turkish=words.turkish)].setdefault("ordinal", value)
    faults: list[str] = []
    entries: dict[str, Entry] = {}
    longer: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for pieces, found in roles.items():
        letter = _letter(found)
        if letter and len(pieces) == 1:
            entries[pieces[0]] = ((), *letter)
        elif letter:
            longer[pieces[0], pieces[1]].append((pieces[1:], *letter))
        else:
            faults.append(f"{' '.join(pieces)!r} is {' and '.join(sorted(found))}, which no rule tells apart")
    if faults:
        raise PackError(f"data/languages/{code}.dates.toml", faults)
    spaced = numbers.spelled
    return Lexicon(
        words=words,
        entries=entries,
        longer={first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in longer.items()},
        vocabulary=_vocabulary(words, roles),
        todays=frozenset(texts[pieces] for pieces, found in roles.items() if found.get("relative") == TODAY),
        starts=frozenset(entries) | {first for first, _ in longer},
        digits={form: value for form, value in numbers.cardinals.items() if len(form) == 1 and not spaced},
        finder=_finder(roles, texts, spaced=spaced),
        spaced=spaced,
    )


def _vocabulary(words: DateWords, roles: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Every piece that can be part of a date's words."""
    romans = {roman + tail for roman in ROMANS for tail in ("", "e", "er", "ème", "eme")}
    pieces = {piece for phrase in roles for piece in phrase}
    glued = words.glued | words.day_glued | words.decade_glued
    return frozenset(pieces | romans | glued | set(words.suffixes) | set(words.proclitics))


def _roman(value: int) -> str:
    return "x" * (value // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[value % 10]


_CYRILLIC = str.maketrans("ix", "іх")
# The Roman numerals of centuries, in Latin letters and in the Cyrillic ones that look like them.
ROMANS = {form: value for value in range(1, 22) for form in (_roman(value), _roman(value).translate(_CYRILLIC))}
TODAY = ("document", "day", 0)
EXACT = LETTERS["exact"]
SHORT_MONTH = LETTER_OF[frozenset({"month", "short"})]


def _letter(found: Mapping[str, Value]) -> tuple[str, Value] | None:
    if "nothing" in found:
        return "x", 0
    if "short" in found:
        return SHORT_MONTH, found["month"]
    for role in ("relative", "span", "tens", "month", "week_day", "weekday"):
        if role in found:
            return LETTERS[role], found[role]
    if len(found) > 1:
        some = {role: value for role, value in found.items() if role not in ("cardinal", "ordinal")}
        found = some or {"ordinal": found["ordinal"], "cardinal": found["cardinal"]}
    value = next((value for role, value in found.items() if value != 0), 0)
    if len(found) == 1:
        return LETTERS[next(iter(found))], value
    letter = LETTER_OF.get(frozenset(found))
    return (letter, value) if letter else None


def _finder(
    roles: Mapping[tuple[str, ...], Mapping[str, Value]], texts: Mapping[tuple[str, ...], str], *, spaced: bool
) -> daachorse.CharwiseDoubleArrayAhoCorasick | None:
    openers = _ANCHORS if spaced else _ANCHORS | _MARKS_OF_NUMBERS
    letters = {pieces: _letter(found) for pieces, found in roles.items()}
    anchors = {
        texts[pieces] for pieces, letter in letters.items() if letter and letter[0] in openers and pieces in texts
    }
    if not anchors:
        return None
    return daachorse.CharwiseDoubleArrayAhoCorasick(sorted(anchors), daachorse.MATCH_KIND_LEFTMOST_LONGEST)
