"""Names in a text: every place where a party, an organization or a city is named, with the ids it may mean."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from comity.packs.cache import data_digest, get_cached, put_cached
from comity.packs.names import NameRules, NearRule, load_rules
from comity.parties.belief import Denial, Found, without_denied, without_unproved
from comity.parties.forms import ANY, EXACT, EXPLAINED, INITIAL, MIDST, Form, fold_names, iter_forms
from comity.parties.senses import Choice, Sense
from comity.parties.table import FormTable
from comity.parties.tongue import Tongue, blank_proclitic
from comity.parties.words import is_word

_DATA = (("parties", ".csv"), ("parties", ".toml"), ("languages", ".inflection.toml"))
_SOURCES = (
    "babel",
    "comity",
    "comity.packs.endings",
    "comity.packs.inflect",
    "comity.packs.names",
    "comity.packs.organizations",
    "comity.packs.places",
    "comity.packs.suffixes",
    "comity.parties.forms",
    "comity.parties.scan",
    "comity.parties.table",
    "comity.parties.words",
    "comity.text.fold",
)
_LAST_FOUND = 8  # forms of the name right before, each reading of it one
_STOPS = ".!?:;\n•*|"
_QUOTES = " \t\"'«“„‘(["


class NameHit(NamedTuple):
    """A name in a text: the stretch of the name alone, without article, ending after an apostrophe or proclitic.

    ``kind`` is ``party``, ``organization`` or ``city``; ``ids`` are all it may mean, sorted. ``form`` is the kind of
    name, ``case`` its grammatical case, several joined by ``|`` where the form serves several. ``others`` are the
    other things the same stretch may name (Singapore, the city). A tuple, because half the time on a text full of
    names went into setting the fields of a frozen record.
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]
    form: str
    case: str = ""
    others: tuple[NameHit, ...] = ()


_new = tuple.__new__


class _Words(dict[str, bool]):
    """`is_word`, remembered for each character."""

    def __missing__(self, letter: str) -> bool:
        self[letter] = found = is_word(letter)
        return found


class NameIndex:
    """All names of all languages in one automaton."""

    __slots__ = ("_rules", "_table", "_tongues", "_words")

    def __init__(self, table: FormTable, rules: NameRules) -> None:
        self._table = table
        self._rules = rules
        self._words = _Words()
        self._tongues: dict[str, Tongue] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose names are in the index, sorted."""
        return self._table.languages

    def __len__(self) -> int:
        """How many different forms the index holds."""
        return len(self._table)

    def iter_folded(self) -> Iterator[str]:
        """Every different form, folded, sorted."""
        return map(self._table.folded, range(len(self._table)))

    def find_forms(self, name: str) -> list[Form]:
        """Every form that is this whole name, of any language, whichever capitals it is written with."""
        number = self._table.number(fold_names(name))
        return [] if number is None else [one for one in self._table.forms(number) if one.kind != "not"]

    def find_names(self, text: str, language: str) -> list[NameHit]:
        """The names in a text of this language, in order, none overlapping: the longest of those that start first.

        ``find_names("Kazakistan'ın Ankara Büyükelçiliği", "tr")`` finds Kazakistan (party, genitive) and Ankara
        (city). A form of another language counts only where it can mean one thing.
        """
        found, blocked, denials, tongue = self._find_all(text, language)
        names = _select(found, blocked, text, tongue)
        if denials:
            names = without_denied(names, denials, text, tongue.chains)
        for one in names:
            if one[3][0].letters >= EXPLAINED:
                names = without_unproved(names, text)
                break
        return list(_hits(names))

    def find_places(self, text: str, language: str) -> list[int]:
        """Where names may begin, in no order: every place where `find_names` finds one in any stretch of the text."""
        return [one[0] for one in self._find_all(text, language)[0]]

    def _find_all(self, text: str, language: str) -> tuple[list[Found], list[tuple[int, int]], list[Denial], Tongue]:
        language = language.partition("-")[0]
        tongue = self._tongues.get(language)
        if tongue is None:
            tongue = self._tongues[language] = Tongue(language, self._table, self._rules)
        folded = fold_names(text)
        found, blocked, denials = self._find_forms(text, folded, tongue)
        if tongue.runs is not None and not folded.isascii():
            found += _find_runs(folded, tongue.letters, tongue.runs)
        return found, blocked, denials, tongue

    def _find_forms(
        self, text: str, folded: str, tongue: Tongue
    ) -> tuple[list[Found], list[tuple[int, int]], list[Denial]]:
        """The forms whose boundaries and capitals are right, longest or not; what denies names beside or within it."""
        meanings, words = tongue.meanings, self._words
        found: list[Found] = []
        blocked: list[tuple[int, int]] = []
        denials: list[Denial] = []
        size = len(folded)
        spelled = folded if tongue.joints is None else tongue.joints.sub(blank_proclitic, folded)
        for place, _, spelling in self._table.scanner.find(spelled):
            for shift, form, choice in meanings[spelling]:
                start = place + shift
                end = start + len(form)
                if (choice.capital and text[start : start + 1].islower()) or folded[start:end] != form:
                    continue
                inside = choice.left and start and words[folded[start - 1]]
                if inside and not (_clings(choice, folded, start, tongue) or _goes_on(folded, start, tongue, found)):
                    continue
                case = ""
                if choice.right and end < size:
                    after = folded[end]
                    if words[after]:
                        continue
                    if after == "'":
                        case = tongue.suffixes.get(_word_at(folded, end + 1), "")
                if choice.denial is not None:
                    denials.append((start, end, choice.denial))
                senses = choice.senses
                letters = choice.letters
                if letters != ANY and (letters != INITIAL or text[start].islower()):  # most have the capital they ask
                    senses = tuple(one for one in senses if _has_letters(text, start, end, one.letters, one.surface))
                if choice.block and _blocks(choice, text, start, end, senses):
                    _put_block(choice.block, start, end, found, blocked)
                elif senses:
                    found.append((start, -end, len(found), senses, case))
        return found, blocked, denials


def _find_runs(folded: str, letters: Mapping[str, tuple[Sense, ...]], pattern: re.Pattern[str]) -> list[Found]:
    """One-character names: two to five in a row before a word that says so, or one alone beside such a word.

    What stands behind a short figure is its unit, no name: the 日 in 15日台總統, but not the 中 in 2019中法文化年.
    """
    return [
        (place, -place - 1, -1, letters[folded[place]], "")
        for match in pattern.finditer(folded)
        for place in range(match.start(), match.end())
        if folded[place] in letters and not _is_unit(folded, place)
    ]


def _is_unit(folded: str, place: int) -> bool:
    figures = 0
    while figures < place and folded[place - figures - 1].isnumeric():
        figures += 1
    return 0 < figures < 4


def _blocks(choice: Choice, text: str, start: int, end: int, senses: tuple[Sense, ...]) -> bool:
    """Whether what is blocked stands there, and no sense as it is written: GUAM is the body, Guam the island."""
    as_written = any(one.letters >= EXACT for one in senses)
    return not as_written and _has_letters(text, start, end, choice.block_letters, "")


def _put_block(
    block: tuple[int, int], start: int, end: int, found: list[Found], blocked: list[tuple[int, int]]
) -> None:
    """Put a blocking form among the found where it blocks all of itself, else the stretch it blocks."""
    if block == (0, end - start):
        found.append((start, -end, len(found), (), ""))
    else:
        blocked.append((start + block[0], start + block[1]))


def _select(found: list[Found], blocked: list[tuple[int, int]], text: str, tongue: Tongue) -> list[Found]:
    """The forms that are names: leftmost-longest, none overlapping, none blocked, none that the passage denies."""
    chosen: list[Found] = []
    near, not_before = tongue.near, tongue.not_before
    end = -1
    found.sort()
    for one in found:
        start, stop = one[0], -one[1]
        if start < end or (blocked and any(first <= start and stop <= last for first, last in blocked)):
            continue
        end = stop
        if one[3] and not (not_before and text.startswith(not_before, stop)):
            rule = near.get(text[start:stop]) if near else None
            if rule is None or not _is_elsewhere(text, start, rule):
                chosen.append(one)
    return chosen


def _is_elsewhere(text: str, start: int, rule: NearRule) -> bool:
    """Whether the passage itself says that this name is another place's, or a person's."""
    if rule.behind and not text[:start].lower().endswith(rule.behind):
        return True
    return any(word in text for word in rule.words) and not any(word in text for word in rule.unless)


def _clings(choice: Choice, folded: str, start: int, tongue: Tongue) -> bool:
    """Whether the letters between the word's start and this place are written together with the next word."""
    if not choice.sure:
        return False
    begin, first = start, max(start - tongue.reach - 1, 0)
    while begin > first and is_word(folded[begin - 1]):
        begin -= 1
    return folded[begin:start] in tongue.proclitics


def _goes_on(folded: str, start: int, tongue: Tongue, found: Sequence[Found]) -> bool:
    """Whether one letter joins even a short name to the name right before it: «في ميلانو | و | روما»."""
    joined = start > 2 and not is_word(folded[start - 2]) and folded[start - 1] in tongue.proclitics
    return joined and any(-one[1] == start - 2 for one in found[-_LAST_FOUND:])


def _word_at(folded: str, start: int) -> str:
    """The letters from here to the word's end."""
    end = start
    while end < len(folded) and is_word(folded[end]):
        end += 1
    return folded[start:end]


def _has_letters(text: str, start: int, end: int, letters: int, surface: str) -> bool:
    """Whether the text has the capitals there that the form must have."""
    if letters == ANY:
        return True
    if letters >= EXACT:
        return text[start:end] == surface
    return not text[start].islower() and (letters != MIDST or not _opens_sentence(text, start, end))


def _opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a word is a sentence's first and the next is written small, so that its capital says nothing."""
    before = text[max(start - 20, 0) : start].rstrip(_QUOTES)[-1:]
    return (not before or before in _STOPS) and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _hits(names: Iterable[Found]) -> Iterator[NameHit]:
    """The hit of the best sense of each name, with the other senses of the same stretch beside it."""
    for start, stop, _, senses, case in names:
        first = senses[0]
        if len(senses) == 1 and not case:
            yield _new(NameHit, (start, -stop, *first.hit))
            continue
        rest = (one for one in senses[1:] if one.kind != first.kind or not set(one.ids) <= set(first.ids))
        others = tuple(NameHit(start, -stop, one.kind, one.ids, one.form, case or one.case) for one in rest)
        yield NameHit(start, -stop, first.kind, first.ids, first.form, case or first.case, others)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No look for garbage while a million small things are made to be kept: it would take a fifth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@lru_cache(maxsize=1)
def load_index() -> NameIndex:
    """The index of all names: from the user's cache where it is up to date, else built and kept there."""
    key = data_digest(_DATA, _SOURCES)
    kept = get_cached("names", key)
    table = FormTable.load(kept) if kept is not None else None
    if table is None:
        rules = load_rules()
        bare = frozenset(script for language in rules.proclitics for script in rules.scripts[language])
        with _without_collecting():
            table = FormTable.build(iter_forms(), bare)
        put_cached("names", key, table.dump())
    return NameIndex(table, load_rules())
