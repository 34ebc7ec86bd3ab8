"""Inflected forms of the names of states, cities and organizations, by the tables of a language's own file.

The rules stand in ``data/languages/xx.inflection.toml`` and are read once; there is no rule of any language here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from comity.errors import PackError
from comity.packs.endings import Endings, Paradigm, decline
from comity.packs.suffixes import Harmony, Sign, Suffixes, attach

CASES = frozenset({"", "nom", "gen", "dat", "acc", "ins", "loc", "abl", "voc", "adj"})
_ENDINGS = ("base", "cases", "article", "names", "noun", "attribute", "adjective", "person", "exception")
_SCRIPTS = ("spellings", "contractions", "second_script")
_SUFFIXES = (
    "vowels",
    "neutral",
    "unsettled",
    "silent",
    "plural",
    "joint",
    "by_last_vowel",
    "by_last_letter",
    "suffixes",
    "possessed",
)
_KEYS = frozenset((*_ENDINGS, *_SCRIPTS, *_SUFFIXES))
_ROW_FIELDS = frozenset(("ending", "after", "forms", "plural"))
Table = Mapping[str, object]


def inflect(name: str, kind: str, language: str) -> Iterator[tuple[str, str]]:
    """The forms of a name and the case of each, the dictionary form first, no pair twice.

    >>> [form for form, case in inflect("Республика Казахстан", "official", "ru") if case == "ins"]
    ['Республикой Казахстан']

    A form that serves several cases comes once for each; a language without a table gives the name alone, case "".
    """
    pack = _load_inflection(language.partition("-")[0])
    if pack is None:
        yield name, "adj" if kind == "adjective" else ""
        return
    seen: set[tuple[str, str]] = set()
    for form, case in pack.forms(name, kind):
        if (form, case) not in seen:
            seen.add((form, case))
            yield form, case


class InflectionPack:
    """One language's tables, one a script, its spelling variants (ё → е) and its contractions (ال → لل)."""

    __slots__ = ("_contractions", "_spellings", "_tables")

    def __init__(
        self,
        tables: tuple[tuple[str, Endings | Harmony], ...],
        spellings: Mapping[str, str],
        contractions: Mapping[str, str],
    ) -> None:
        self._tables = tables
        self._spellings = str.maketrans(dict(spellings))
        self._contractions = contractions

    def forms(self, name: str, kind: str) -> Iterator[tuple[str, str]]:
        """The forms of a name and their cases, the dictionary form first; a pair may come twice."""
        rules = self._rules_for(name)
        forms = decline(name, kind, rules) if isinstance(rules, Endings) else attach(name, kind, rules)
        if not self._spellings and not self._contractions:
            yield from forms
            return
        for form, case in forms:
            yield from ((one, case) for one in self._spellings_of(form))

    def _spellings_of(self, form: str) -> Iterator[str]:
        contracted = [new + form[len(old) :] for old, new in self._contractions.items() if form.startswith(old)]
        for one in (form, *contracted):
            yield one
            yield one.translate(self._spellings)

    def _rules_for(self, name: str) -> Endings | Harmony:
        """The table whose letters the name is written in, else the first."""
        if len(self._tables) == 1:
            return self._tables[0][1]
        letters = set(name.lower())
        return next((rules for script, rules in self._tables if letters & set(script)), self._tables[0][1])


@cache
def _load_inflection(language: str) -> InflectionPack | None:
    place = files("comity") / "data" / "languages" / f"{language}.inflection.toml"
    if not place.is_file():
        return None
    return parse_inflection(place.read_text(encoding="utf-8"), place.name)


def parse_inflection(text: str, place: str) -> InflectionPack:
    """The tables of a file's text; refuses it with all its faults, `place` being what it is called."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise PackError(place, [str(fault)]) from fault
    reader = _Reader(place, data)
    pack = reader.read_pack()
    reader.refuse_faults()
    return pack


class _Reader:
    """Turns a parsed file into tables; collects every fault, so that they are told at once."""

    def __init__(self, place: str, data: Table) -> None:
        self._place = place
        self._data = data
        self._faults: list[str] = []

    def refuse_faults(self) -> None:
        self._faults.extend(f"nothing is called {key!r}" for key in self._data if key not in _KEYS)
        if self._faults:
            raise PackError(self._place, self._faults)

    def read_pack(self) -> InflectionPack:
        return InflectionPack(self._read_tables(), self._letters("spellings"), self._letters("contractions"))

    def _read_tables(self) -> tuple[tuple[str, Endings | Harmony], ...]:
        if "suffixes" in self._data:
            return (("", self._read_harmony()),)
        first = ("", self._read_endings({}))
        second = self._letters("second_script")
        return (first, ("".join(second.values()), self._read_endings(second))) if second else (first,)

    def _letters(self, key: str) -> dict[str, str]:
        return {old: self._text(new, key) for old, new in self._table(key).items()}

    # values

    def _text(self, value: object, key: str) -> str:
        if isinstance(value, str):
            return value
        self._faults.append(f"{key}: a string is wanted, {value!r} stands there")
        return ""

    def _texts(self, value: object, key: str) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        return tuple(self._text(v, key) for v in values)

    def _table(self, key: str, within: Table | None = None) -> Table:
        value = (self._data if within is None else within).get(key, {})
        if isinstance(value, dict):
            return value
        self._faults.append(f"{key}: a table is wanted, {value!r} stands there")
        return {}

    def _rows(self, key: str) -> list[Table]:
        value = self._data.get(key, [])
        if isinstance(value, list) and all(isinstance(row, dict) for row in value):
            return value
        self._faults.append(f"{key}: a list of tables is wanted")
        return []

    def _string(self, key: str) -> str:
        return self._text(self._data.get(key, ""), key)

    def _words(self, table: Table, key: str) -> tuple[str, ...]:
        return self._texts(table.get(key, []), key)

    # endings

    def _read_endings(self, script: Mapping[str, str]) -> Endings:
        names = self._table("names")
        return Endings(
            base=self._string("base"),
            cases=self._words(self._data, "cases"),
            heads=frozenset(_spell(word, script) for word in self._words(names, "heads")),
            agreeing=frozenset(_spell(word, script) for word in self._words(names, "agreeing")),
            still=frozenset(_spell(word, script) for word in self._words(names, "still")),
            article=self._string("article"),
            nouns=self._read_paradigms("noun", script),
            attributes=self._read_paradigms("attribute", script),
            adjectives=self._read_paradigms("adjective", script),
            persons=self._read_paradigms("person", script),
            exceptions=self._read_exceptions(script),
        )

    def _read_paradigms(self, key: str, script: Mapping[str, str]) -> tuple[Paradigm, ...]:
        """The rows of a table, the most telling first: longest ending, then those that ask what stands before it."""
        self._check_rows(key)
        rows = [
            Paradigm(
                ending=_spell(self._text(row.get("ending"), f"{key}.ending"), script),
                after=_spell(self._text(row.get("after", ""), f"{key}.after"), script),
                forms=self._read_forms(row, "forms", script),
                plural=self._read_forms(row, "plural", script),
            )
            for row in self._rows(key)
        ]
        return tuple(sorted(rows, key=lambda row: (-len(row.ending), not row.after)))

    def _check_rows(self, key: str) -> None:
        """Faults: a row that another hides, a field that is none."""
        seen: set[tuple[object, str]] = set()
        for row in self._rows(key):
            ending, after = row.get("ending"), row.get("after", "")
            signs = [(ending, sign) for sign in (after if isinstance(after, str) and after else ("",))]
            self._faults.extend(
                f"{key} {ending!r} after {sign!r} is written twice" for _, sign in seen.intersection(signs)
            )
            self._faults.extend(f"{key} {ending!r}: nothing is called {name!r}" for name in row.keys() - _ROW_FIELDS)
            seen.update(signs)

    def _read_forms(self, row: Table, key: str, script: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        forms = self._table(key, row)
        self._faults.extend(f"{key} of {row.get('ending')!r}: no case is called {c!r}" for c in forms if c not in CASES)
        return {case: tuple(_spell(f, script) for f in self._texts(value, case)) for case, value in forms.items()}

    def _read_exceptions(self, script: Mapping[str, str]) -> dict[str, dict[str, tuple[str, ...]]]:
        return {
            _spell(self._text(row.get("name"), "exception.name"), script): self._read_forms(row, "forms", script)
            for row in self._rows("exception")
        }

    # suffixes

    def _read_harmony(self) -> Harmony:
        possessed = self._table("possessed")
        return Harmony(
            base=self._string("base"),
            vowels=self._string("vowels"),
            neutral=self._string("neutral"),
            unsettled=self._string("unsettled"),
            silent=self._string("silent"),
            signs={
                **self._read_signs("by_last_vowel", by_vowel=True),
                **self._read_signs("by_last_letter", by_vowel=False),
            },
            suffixes=self._read_suffixes(self._table("suffixes")),
            possessed=self._read_suffixes(self._table("suffixes", possessed)),
            possessive_endings=self._words(possessed, "endings"),
            plural=self._string("plural"),
            joint=self._string("joint"),
            exceptions=self._read_exceptions({}),
        )

    def _read_signs(self, key: str, *, by_vowel: bool) -> dict[str, Sign]:
        signs = {}
        for sign, value in self._table(key).items():
            choices = {k: self._text(v, sign) for k, v in self._table(sign, {sign: value}).items()}
            other = choices.pop("other", "")
            signs[sign] = Sign(by_vowel=by_vowel, choices=tuple(choices.items()), other=other)
        return signs

    def _read_suffixes(self, table: Table) -> Suffixes:
        self._faults.extend(f"suffixes: no case is called {case!r}" for case in table if case not in CASES)
        return tuple((case, pattern) for case, value in table.items() for pattern in self._texts(value, case))


def _spell(word: str, script: Mapping[str, str]) -> str:
    """The word in another script, letter by letter; as it is if no script is given."""
    return "".join(script.get(c) or script.get(c.lower(), c).capitalize() for c in word) if script else word
