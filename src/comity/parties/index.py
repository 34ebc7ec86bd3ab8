"""Names in a text: every place where a party, an organization or a city is named, with the ids it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from comity.packs.cache import data_digest, get_cached, put_cached
from comity.packs.names import NameRules, load_rules
from comity.parties.forms import ANY, EXACT, EXPLAINED, MIDST, Form, fold_names, iter_forms
from comity.parties.table import FormTable

_DATA = (("parties", ".csv"), ("parties", ".toml"), ("languages", ".inflection.toml"))
_SOURCES = (
    "babel",
    "comity",
    "comity.packs.endings",
    "comity.packs.inflect",
    "comity.packs.names",
    "comity.packs.suffixes",
    "comity.parties.forms",
    "comity.parties.table",
    "comity.text.fold",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A name in a text: the stretch of the name alone, without article, ending after an apostrophe or proclitic.

    ``kind`` is ``party``, ``organization`` or ``city``; ``ids`` are all it may mean, sorted. ``form`` is the kind of
    name, ``case`` its grammatical case, several joined by ``|`` where the form serves several. ``others`` are the
    other things the same stretch may name (Singapore, the city).
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]
    form: str
    case: str = ""
    others: tuple[NameHit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sense:
    """What one form means in one language: the capitals it must have, and the hit's fields."""

    letters: int
    surface: str
    kind: str
    ids: tuple[str, ...]
    form: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Choices:
    """All senses of a form in one language, whether its ends need a word's boundary, and what it blocks.

    ``sure`` forms are believed with a proclitic before them: a party's, or a city's that is not short.
    """

    left: bool
    right: bool
    sure: bool
    senses: tuple[_Sense, ...]
    block: tuple[int, int] | None
    block_letters: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A form that stands in the text with its boundaries right; ``senses`` is empty where it blocks."""

    start: int
    end: int
    senses: tuple[_Sense, ...]
    case: str


class NameIndex:
    """All names of all languages in one automaton."""

    __slots__ = ("_choices", "_rules", "_runs", "_table")

    def __init__(self, table: FormTable, rules: NameRules) -> None:
        self._table = table
        self._rules = rules
        self._choices: dict[str, dict[int, _Choices | None]] = {}
        self._runs: dict[str, re.Pattern[str] | None] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose names are in the index, sorted."""
        return self._table.languages

    def find_forms(self, name: str) -> list[Form]:
        """Every form that is this whole name, of any language, whichever capitals it is written with."""
        number = self._table.number(fold_names(name))
        return [] if number is None else [one for one in self._table.forms(number) if one.kind != "not"]

    def find_names(self, text: str, language: str) -> list[NameHit]:
        """The names in a text of this language, in order, none overlapping: the longest of those that start first.

        ``find_names("Kazakistan'ın Ankara Büyükelçiliği", "tr")`` finds Kazakistan (party, genitive) and Ankara
        (city). A form of another language counts only where it can mean one thing.
        """
        language = language.partition("-")[0]
        folded = fold_names(text)
        found, blocked = self._find_forms(text, folded, language)
        found += self._find_runs(folded, language)
        chosen: list[_Found] = []
        end = -1
        for one in sorted(found, key=lambda one: (one.start, -one.end)):
            if one.start < end or any(start <= one.start and one.end <= stop for start, stop in blocked):
                continue
            end = one.end
            if one.senses and not self._is_elsewhere(one, text, language):
                chosen.append(one)
        return [_hit(one) for one in _explained(chosen)]

    def _find_forms(self, text: str, folded: str, language: str) -> tuple[list[_Found], list[tuple[int, int]]]:
        choices = self._choices.setdefault(language, {})
        suffixes = self._rules.suffixes.get(language, {})
        proclitics = self._rules.proclitics.get(language, ())
        found: list[_Found] = []
        blocked: list[tuple[int, int]] = []
        size = len(folded)
        for start, end, number in self._table.automaton.find_overlapping(folded):
            if number in choices:
                choice = choices[number]
            else:
                choice = choices[number] = self._choose(number, language)
            if choice is None:
                continue
            if choice.left and start and is_word(folded[start - 1]):
                if not proclitics or not choice.sure or not _clings(folded, start, proclitics):
                    continue
            case = ""
            if choice.right and end < size:
                after = folded[end]
                if after == "'":
                    case = suffixes.get(_word_at(folded, end + 1), "")
                elif is_word(after):
                    continue
            if choice.block is not None and _has_letters(text, start, end, choice.block_letters, ""):
                if choice.block == (0, end - start):
                    found.append(_Found(start, end, (), ""))
                else:
                    blocked.append((start + choice.block[0], start + choice.block[1]))
                continue
            senses = tuple(one for one in choice.senses if _has_letters(text, start, end, one.letters, one.surface))
            if senses:
                found.append(_Found(start, end, senses, case))
        return found, blocked

    def _choose(self, number: int, language: str) -> _Choices | None:
        """What a form means in a language: its own senses, else another language's where they are one thing."""
        forms = [one for one in self._table.forms(number) if not one.is_letter]
        own = [one for one in forms if one.language == language]
        senses = [one for one in own if one.kind != "not"]
        blocks = [one for one in own if one.kind == "not"]
        if not own:
            blocks = [one for one in forms if one.kind == "not"]
            senses = [] if blocks else _foreign(forms, language, self._rules)
        if not senses and not blocks:
            return None
        text = (senses or blocks)[0].folded
        block = (blocks[0].block or (0, len(text))) if blocks else None
        return _Choices(
            left=is_word(text[0]),
            right=is_word(text[-1]),
            sure=len(text) > 4 or any(one.kind == "party" for one in senses),
            senses=tuple(_senses(senses)),
            block=block,
            block_letters=blocks[0].letters if blocks else 0,
        )

    def _find_runs(self, folded: str, language: str) -> list[_Found]:
        """One-character names: two to five in a row before a word that says so, or one alone beside such a word."""
        if language not in self._runs:
            self._runs[language] = _run_pattern(self._table, self._rules, language)
        pattern = self._runs[language]
        if pattern is None or folded.isascii():
            return []
        found: list[_Found] = []
        for match in pattern.finditer(folded):
            for place in range(match.start(), match.end()):
                number = self._table.number(folded[place])
                if number is not None:
                    senses = tuple(_senses([one for one in self._table.forms(number) if one.language == language]))
                    found.append(_Found(place, place + 1, senses, ""))
        return found

    def _is_elsewhere(self, one: _Found, text: str, language: str) -> bool:
        """Whether the passage itself says that this name is a language's, a people's or another place's."""
        if any(text.startswith(word, one.end) for word in self._rules.not_before.get(language, ())):
            return True
        for rule in self._rules.near:
            if rule.language == language and text[one.start : one.end] == rule.name:
                return any(word in text for word in rule.words) and not any(word in text for word in rule.unless)
        return False


def is_word(letter: str) -> bool:
    """Whether a character belongs to a word that has boundaries: a letter, digit or mark, but not Han or kana."""
    if letter.isascii():
        return letter.isalnum()
    return (letter.isalnum() or _is_mark(letter)) and not ("\u2e80" <= letter <= "\u9fff" or letter >= "\U00020000")


def _is_mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f"


def _word_at(folded: str, start: int) -> str:
    """The letters from here to the word's end."""
    end = start
    while end < len(folded) and is_word(folded[end]):
        end += 1
    return folded[start:end]


def _clings(folded: str, start: int, proclitics: Iterable[str]) -> bool:
    """Whether the letters between the word's start and this place are written together with the next word."""
    for one in proclitics:
        begin = start - len(one)
        if begin >= 0 and folded.startswith(one, begin) and (begin == 0 or not is_word(folded[begin - 1])):
            return True
    return False


def _has_letters(text: str, start: int, end: int, letters: int, surface: str) -> bool:
    """Whether the text has the capitals there that the form must have."""
    if letters == ANY:
        return True
    if letters >= EXACT:
        return text[start:end] == surface
    return not text[start].islower() and (letters != MIDST or not _opens_sentence(text, start, end))


def _opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a word is a sentence's first and the next is written small, so that its capital says nothing."""
    before = text[:start].rstrip(_QUOTES)[-1:]
    return (not before or before in _STOPS) and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _explained(found: list[_Found]) -> list[_Found]:
    """The forms without the letters too short to be believed, save where the passage names the same in full."""
    if all(one.senses[0].letters != EXPLAINED for one in found):
        return found
    named = {party for one in found for sense in one.senses if sense.letters != EXPLAINED for party in sense.ids}
    return [one for one in found if one.senses[0].letters != EXPLAINED or named.intersection(one.senses[0].ids)]


def _hit(found: _Found) -> NameHit:
    """The hit of the best sense, with the other senses of the same stretch beside it."""
    first, *rest = (
        NameHit(
            start=found.start,
            end=found.end,
            kind=one.kind,
            ids=one.ids,
            form=one.form,
            case=found.case or "|".join(one.cases),
        )
        for one in found.senses
    )
    rest = [one for one in rest if one.kind != first.kind or not set(one.ids) <= set(first.ids)]
    if not rest:
        return first
    return NameHit(
        start=first.start,
        end=first.end,
        kind=first.kind,
        ids=first.ids,
        form=first.form,
        case=first.case,
        others=tuple(rest),
    )


_FORM_ORDER = ("short", "official", "former", "abbreviation", "adjective", "demonym", "pair", "metonym")
_KIND_ORDER = ("party", "organization", "city")
_STOPS = ".!?:;\n•*|"
_QUOTES = " \t\"'«“„‘(["
_LATE = ("former", "metonym")  # a city of the name is meant before a state that had it
_FOREIGN = ("short", "official", "former", "abbreviation")


def _senses(forms: Iterable[Form]) -> list[_Sense]:
    """The forms joined to senses: one for each kind and way of writing, all its ids together, the best first."""
    groups: dict[tuple[bool, int, int, str], list[Form]] = {}
    for one in forms:
        surface = one.surface if one.letters >= EXACT else ""
        key = (one.form in _LATE, _KIND_ORDER.index(one.kind), one.letters, surface)
        groups.setdefault(key, []).append(one)
    senses = [(key[:2], _sense(group, key[2], key[3])) for key, group in groups.items()]
    return [one for _, one in sorted(senses, key=lambda pair: (pair[0], _form_rank(pair[1].form), pair[1].letters))]


def _sense(group: list[Form], letters: int, surface: str) -> _Sense:
    best = min((one.form for one in group), key=_form_rank)
    cases = {one.case for one in group if one.case and one.form == best}
    return _Sense(letters, surface, group[0].kind, tuple(sorted({one.id for one in group})), best, tuple(sorted(cases)))


def _form_rank(form: str) -> int:
    return _FORM_ORDER.index(form) if form in _FORM_ORDER else len(_FORM_ORDER)


def _foreign(forms: list[Form], language: str, rules: NameRules) -> list[Form]:
    """The forms of other languages that may stand in a text of this one: all of them one thing, none a person's name."""
    fit = [one for one in forms if _travels(one, language, rules)]
    unsure = {rule.name for rule in rules.near} | {name for rule in rules.persons for name in rule.names}
    if len({(one.kind, one.id) for one in forms}) != 1 or any(one.surface in unsure for one in fit):
        return []
    return fit


def _travels(form: Form, language: str, rules: NameRules) -> bool:
    """Whether a form may stand in texts of another language: a whole name, uninflected, of a language read there."""
    script = _script(form.folded[0])
    if form.case not in ("", "nom") or form.form not in _FOREIGN or form.letters == EXPLAINED:
        return False
    if script in rules.scripts.get(language, ()) and form.language not in rules.borrows.get(language, ()):
        return False
    shortest = 2 if script == "Han" else 3 if form.form == "abbreviation" else 4
    return len(form.folded) >= shortest


def _script(letter: str) -> str:
    """The script of a letter, as the rules name it."""
    if letter < "\u0370":
        return "Latin"
    if "\u0400" <= letter < "\u0530":
        return "Cyrillic"
    if "\u0600" <= letter < "\u0780":
        return "Arabic"
    return "Han" if "\u2e80" <= letter <= "\u9fff" else "other"


def _run_pattern(table: FormTable, rules: NameRules, language: str) -> re.Pattern[str] | None:
    """What finds the runs of one-character names of a language, or ``None`` where it has none."""
    letters = table.letters.get(language, "")
    if not letters or language not in rules.pairs:
        return None
    after = "|".join(sorted(map(re.escape, rules.pairs[language]), key=len, reverse=True))
    alone, not_alone = "|".join(map(re.escape, rules.alone[language])), "|".join(map(re.escape, rules.not_alone[language]))
    return re.compile(f"[{letters}](?:[-、]?[{letters}]){{1,4}}(?={after})|[{letters}](?=(?:{alone})(?!{not_alone}))")


@lru_cache(maxsize=1)
def load_index() -> NameIndex:
    """The index of all names: from the user's cache where it is up to date, else built and kept there."""
    key = data_digest(_DATA, _SOURCES)
    kept = get_cached("names", key)
    table = FormTable.load(kept) if kept is not None else None
    if table is None:
        table = FormTable.build(iter_forms())
        put_cached("names", key, table.dump())
    return NameIndex(table, load_rules())
