"""Inflected forms of names in languages that change a word's ending: Россия → России, kasachisch → kasachische.

In: a name, its kind, a table of paradigms read from a pack. Out: (form, case) pairs. Never: a letter of any language.
Read first: `Paradigm`, then `decline`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product, takewhile

Forms = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """One row of a table: a word ending in ``ending`` takes ``forms`` in its place, case by case.

    ``after``: letters one of which must stand before the ending ("" = any). ``plural`` is used for persons.
    """

    ending: str
    after: str = ""
    forms: Forms
    plural: Forms

    def fits(self, word: str) -> bool:
        """True if the word ends so, after a letter that is asked for."""
        stem = len(word) - len(self.ending)
        if stem < 0 or not word.lower().endswith(self.ending):
            return False
        return not self.after or (stem > 0 and word[stem - 1].lower() in self.after)

    def apply(self, word: str, forms: Forms) -> dict[str, tuple[str, ...]]:
        """The word with each case's endings in place of its own; letters that stay keep their capitals."""
        return {case: tuple(self._replace(word, ending) for ending in endings) for case, endings in forms.items()}

    def _replace(self, word: str, ending: str) -> str:
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(self.ending, ending, strict=False)))
        return word[: len(word) - len(self.ending) + kept] + ending[kept:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """The tables of one language: nouns, attributes (adjectives inside a name), adjectives, persons, exceptions.

    ``heads`` are nouns after which the rest of a name stays as it is (Республика Казахстан → Республики Казахстан);
    ``agreeing`` are those after which it may also follow (Републике Србије); ``still`` words never change.
    """

    base: str
    cases: tuple[str, ...]
    heads: frozenset[str]
    agreeing: frozenset[str]
    still: frozenset[str]
    article: str
    nouns: tuple[Paradigm, ...]
    attributes: tuple[Paradigm, ...]
    adjectives: tuple[Paradigm, ...]
    persons: tuple[Paradigm, ...]
    exceptions: Mapping[str, Forms]


def decline(name: str, kind: str, rules: Endings) -> Iterator[tuple[str, str]]:
    """The forms of a name with their cases, the dictionary form first: ("Казахстана", "gen").

    A form that serves several cases comes once for each; a name that never changes has no case. Abbreviations change
    only where the exceptions say so.
    """
    if kind == "adjective":
        yield name, "adj"
        yield from ((form, "adj") for form in _adjective_forms(name, rules))
        return
    if kind == "demonym":
        forms = list(_person_forms(name, rules))
    elif name in rules.exceptions:
        forms = list(_spread(rules.exceptions[name]))
    else:
        forms = [] if kind == "abbreviation" else list(_name_forms(name, rules))
    yield name, rules.base if forms else ""
    yield from forms


def _spread(forms: Forms) -> Iterator[tuple[str, str]]:
    for case, variants in forms.items():
        for variant in variants:
            yield variant, case


def _first_fitting(word: str, table: tuple[Paradigm, ...]) -> Paradigm | None:
    return next((row for row in table if row.fits(word)), None)


def _adjective_forms(name: str, rules: Endings) -> Iterator[str]:
    """All forms of an adjective; the words of a compound one (كوري جنوبي) change together."""
    columns = [_adjective_column(word, rules) for word in name.split(" ")]
    for row in zip(*columns, strict=False):
        yield " ".join(row)
        if rules.article:
            yield " ".join(rules.article + word for word in row)


def _adjective_column(word: str, rules: Endings) -> tuple[str, ...]:
    if word in rules.exceptions:
        return (word, *(form for forms in rules.exceptions[word].values() for form in forms))
    row = _first_fitting(word, rules.adjectives)
    return (word,) if row is None else (word, *row.apply(word, row.forms).get("adj", ()))


def _person_forms(name: str, rules: Endings) -> Iterator[tuple[str, str]]:
    if name in rules.exceptions:
        yield from _spread(rules.exceptions[name])
        return
    row = _first_fitting(name, rules.persons)
    if row is not None:
        yield from _spread(row.apply(name, row.forms))
        yield from _spread(row.apply(name, row.plural))


def _name_forms(name: str, rules: Endings) -> Iterator[tuple[str, str]]:
    words = name.split(" ")
    columns = _columns(words, rules)
    for case in (case for case in rules.cases if any(case in column for column in columns)):
        choices = [column.get(case, (word,)) for word, column in zip(words, columns, strict=True)]
        yield from ((" ".join(row), case) for row in product(*choices))


def _columns(words: list[str], rules: Endings) -> list[Forms]:
    """Each word's forms by case; nothing changes after a head, unless the head lets the rest agree."""
    columns: list[Forms] = []
    for place, word in enumerate(words):
        last = place == len(words) - 1 or words[place + 1].lower() in rules.still  # | Босна | и Херцеговина
        columns.append(_word_forms(word, last=last, rules=rules))
        if word.lower() in rules.heads:
            rest = [_appositive(w, word, rules) for w in words[place + 1 :]]
            return columns + rest
    return columns


def _appositive(word: str, head: str, rules: Endings) -> Forms:
    """The forms of a word after a head: itself alone, or itself and its own case where the language allows both."""
    if head.lower() not in rules.agreeing:
        return {}
    own = _word_forms(word, last=True, rules=rules)
    return {case: tuple(dict.fromkeys((word, *forms))) for case, forms in own.items()}


def _word_forms(word: str, *, last: bool, rules: Endings) -> Forms:
    if word.lower() in rules.still or (word.isupper() and len(word) > 1):
        return {}
    if word in rules.exceptions:
        return rules.exceptions[word]
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return {c: tuple(f"{head}-{f}" for f in fs) for c, fs in _word_forms(tail, last=last, rules=rules).items()}
    row = None if last or word.lower() in rules.heads else _first_fitting(word, rules.attributes)
    row = row or _first_fitting(word, rules.nouns)
    return {} if row is None else row.apply(word, row.forms)
