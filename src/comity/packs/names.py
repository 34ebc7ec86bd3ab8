"""What parties are called: every name of every language, from the files of `data/parties/names` and from CLDR.

A file is named after its language (`tr.csv`, `zh-Hant.csv`) and has the columns party, name, kind, start, end, note.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from comity.errors import PackError
from comity.model.when import When
from comity.packs.tables import Row, load_rows, read_rows

COLUMNS = ("party", "name", "kind", "start", "end", "note")
_RULES = ("never", "town", "midst")
KINDS = (
    "short",
    "official",
    "former",
    "abbreviation",
    "adjective",
    "demonym",
    "metonym",
    "pair",
    "region",
    "not",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRecord:
    """One name of a party in one language.

    ``start`` and ``end`` bound the time it was used, each ``None`` where it is not bounded; ``party`` is empty for a
    phrase that names no party (kind ``not``): brackets in it hold the part that is none, the rest may be named. A
    ``region`` is the name of a state that has ended and of a part of one today (Bavaria, Texas).
    """

    party: str
    name: str
    kind: str
    start: When | None = None
    end: When | None = None
    note: str = ""


def _data() -> Traversable:
    return files("comity") / "data" / "parties"


def iter_languages() -> Iterator[str]:
    """The languages that have a name file, as the files are called, sorted: ``en``, ``tr``, ``zh-Hans`` …"""
    folder = _data() / "names"
    yield from sorted(one.name.removesuffix(".csv") for one in folder.iterdir() if one.name.endswith(".csv"))


def iter_names(language: str) -> Iterator[NameRecord]:
    """The names of one language: those of its file, then CLDR's current short names that are fit for a text.

    ``iter_names("tr")`` holds Kazakistan (short, from CLDR), KKTC (abbreviation) and Habeşistan (former).
    Raises `PackError` with every fault of the file at once.
    """
    place = f"{language}.csv"
    text = (_data() / "names" / place).read_text(encoding="utf-8")
    yield from parse_names(text, place)
    yield from _iter_cldr(language)


def parse_names(text: str, place: str) -> tuple[NameRecord, ...]:
    """The records of a name file's text; refuses it with all its faults, each with its line."""
    records: list[NameRecord] = []
    faults: list[str] = []
    seen: dict[tuple[str, ...], int] = {}
    for row in read_rows(text, place, COLUMNS):
        faults += [f"line {row.line}: {fault}" for fault in _row_faults(row)]
        start, end = row.span(faults)
        key = tuple(row[column] for column in COLUMNS[:5])
        if key in seen:
            faults.append(f"line {row.line}: the same as line {seen[key]}")
        seen[key] = row.line
        records.append(
            NameRecord(party=row["party"], name=row["name"], kind=row["kind"], start=start, end=end, note=row["note"])
        )
    if faults:
        raise PackError(place, faults)
    return tuple(records)


def _row_faults(row: Row) -> Iterator[str]:
    if row["kind"] not in KINDS:
        yield f"no kind {row['kind']!r}"
    if not row["name"] or row["name"] != " ".join(row["name"].split()):
        yield f"the name {row['name']!r} is empty or has loose blanks"
    if bool(row["party"]) == (row["kind"] == "not"):
        yield "a party goes with every kind but 'not'"


def _iter_cldr(language: str) -> Iterator[NameRecord]:
    """CLDR's current short names; a territory that is no party of ours becomes a phrase that names none."""
    from babel import Locale

    locale = Locale.parse(language, sep="-")
    parties = load_territories()
    unfit = load_rules().unfit["*"] | load_rules().unfit.get(language, frozenset())
    for territory, name in sorted(locale.territories.items()):
        if len(territory) != 2 or not territory.isalpha() or territory in unfit:
            continue
        party = parties.get(territory, "")
        yield NameRecord(party=party, name=name, kind="short" if party else "not", note="CLDR")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRules:
    """How names stand in running text: what `data/parties/name_rules.toml` says, by language.

    ``bases`` gives the language a script variant belongs to (``zh-Hant`` to ``zh``). ``scripts`` are those a
    language is written in; in a text of a language, names of those it ``borrows`` from may stand too, and of any
    language in another script. ``unfit`` are CLDR's territory
    codes whose name no text uses. ``lowercase`` are the kinds a language writes small. ``suffixes`` are the endings
    written after an apostrophe, with the case they make.
    ``proclitics`` are letters written together with the next word.
    ``pairs`` are the words that must follow two one-character names or a list of them, ``several`` those that must
    follow a longer run, ``alone`` those that may follow a single one
    unless one of ``not_alone`` follows them in turn, ``posted`` those that stand before and after a single one;
    ``titled`` are the words that may follow one behind no other character of its script than those told, ``opening``
    those that may follow one that opens a clause.
    ``not_before`` are the words before which a name is no party (a language, a people). ``persons`` and ``near`` say
    when a name is a person's or another place's. ``denials`` are words beside which a name is a thing's or a tongue's;
    ``joints`` stand between two of which the same is said.
    """

    bases: Mapping[str, str]
    scripts: Mapping[str, tuple[str, ...]]
    borrows: Mapping[str, tuple[str, ...]]
    unfit: Mapping[str, frozenset[str]]
    lowercase: Mapping[str, frozenset[str]]
    apostrophes: frozenset[str]
    suffixes: Mapping[str, Mapping[str, str]]
    proclitics: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, tuple[str, ...]]
    several: Mapping[str, tuple[str, ...]]
    alone: Mapping[str, tuple[str, ...]]
    not_alone: Mapping[str, tuple[str, ...]]
    posted: Mapping[str, Mapping[str, tuple[str, ...]]]
    titled: Mapping[str, tuple[tuple[str, ...], str]]
    opening: Mapping[str, tuple[str, ...]]
    not_before: Mapping[str, tuple[str, ...]]
    persons: tuple[PersonRule, ...]
    near: tuple[NearRule, ...]
    denials: tuple[DenialRule, ...]
    joints: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRule:
    """Names that are a person's beside one of the given names before, or one of the surnames after, them."""

    names: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearRule:
    """A name that means something else in a passage that holds one of ``words`` and none of ``unless``.

    Where ``behind`` is given it also does wherever none of these words stands right before it: Dominique, for one.
    """

    language: str
    name: str
    words: tuple[str, ...]
    unless: tuple[str, ...]
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialRule:
    """Words that deny the name right after (``side`` is ``before``) or right before them (``after``).

    ``what`` is ``thing`` (Lake Chad, Swiss cheese: any name) or ``tongue`` (speaks Turkish: an adjective, and those
    joined to it).
    """

    language: str
    what: str
    side: str
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def load_rules() -> NameRules:
    """How names stand in running text, by language; see `NameRules`."""
    raw = tomllib.loads((_data() / "name_rules.toml").read_text(encoding="utf-8"))
    return NameRules(
        bases=raw["bases"],
        scripts={language: tuple(scripts) for language, scripts in raw["scripts"].items()},
        borrows={language: tuple(others) for language, others in raw["borrows"].items()},
        unfit={language: frozenset(codes) for language, codes in raw["unfit"].items()},
        lowercase={language: frozenset(kinds) for language, kinds in raw["lowercase"].items()},
        apostrophes=frozenset(raw["apostrophes"]),
        suffixes=raw["suffixes"],
        proclitics={language: tuple(one) for language, one in raw["proclitics"].items()},
        pairs={language: tuple(words) for language, words in raw["pairs"].items()},
        several={language: tuple(words) for language, words in raw["several"].items()},
        alone={language: tuple(words) for language, words in raw["alone"].items()},
        posted={
            language: {side: tuple(words) for side, words in sides.items()} for language, sides in raw["posted"].items()
        },
        opening={language: tuple(words) for language, words in raw["opening"].items()},
        titled={language: (tuple(one["words"]), one["behind"]) for language, one in raw["titled"].items()},
        not_before={language: tuple(words) for language, words in raw["not_before"].items()},
        not_alone={language: tuple(words) for language, words in raw["not_alone"].items()},
        persons=tuple(
            PersonRule(names=tuple(one["names"]), before=tuple(one["before"]), after=tuple(one["after"]))
            for one in raw["persons"]
        ),
        near=tuple(
            NearRule(
                language=one["language"],
                name=one["name"],
                words=tuple(one.get("words", ())),
                unless=tuple(one.get("unless", ())),
                behind=tuple(one.get("behind", ())),
            )
            for one in raw["near"]
        ),
        denials=tuple(
            DenialRule(language=language, what=what, side=side, words=tuple(words))
            for language, whats in raw["denials"].items()
            for what, sides in whats.items()
            for side, words in sides.items()
        ),
        joints={language: tuple(words) for language, words in raw["joints"].items()},
    )


@lru_cache(maxsize=1)
def load_territories() -> Mapping[str, str]:
    """Our party ids by the territory codes in use today (``KZ`` is ``KAZ``), for the territories that are parties."""
    rows = load_rows("codes.csv", ("party", "scheme", "code", "start", "end", "source", "checked"))
    return {row["code"]: row["party"] for row in rows if row["scheme"] == "iso2" and row["end"] == ".."}


@lru_cache(maxsize=1)
def load_common_words() -> Mapping[tuple[str, str], str]:
    """By language and word: how far a word that is also a name, a person's name or another word is to be believed.

    ``never``: it is no name. ``town``: it is none of a town. ``midst``: it is one where its capital is not that of a
    sentence's first word.
    """
    rows = list(load_rows("common_words.csv", ("language", "word", "rule")))
    faults = [f"line {row.line}: no rule {row['rule']!r}" for row in rows if row["rule"] not in _RULES]
    if faults:
        raise PackError("common_words.csv", faults)
    return {(row["language"], row["word"]): row["rule"] for row in rows}
