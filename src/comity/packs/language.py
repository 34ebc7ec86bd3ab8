"""One language's words: what its cues, markers and habits are, as its pack file declares them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from comity.errors import PackError
from comity.packs.sections import (
    Home,
    Homograph,
    read_cues,
    read_genders,
    read_homes,
    read_homographs,
    read_markers,
    read_realms,
    read_ruled,
    strings_of,
)
from comity.packs.voice import Voice

LANGUAGES = ("en", "zh", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk", "sr")
ORDERS = ("svo", "sov", "vso")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """The words for states that nobody names: "| several | African | countries |", not "one of the few countries".

    ``words`` open it, ``states`` close it (a star for any ending); ``phrases`` say it whole ("third countries");
    what follows one of ``apart`` is none.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


def _read_by(read: Callable[[object], object], section: str = "", key: str = "") -> Any:
    """A field that ``read`` makes of what stands in a section, or at the root, under its name or ``key``."""
    return field(metadata={"section": section, "key": key, "read": read})


def _words(section: str = "", key: str = "") -> frozenset[str]:
    """A field that holds words of the pack's file."""
    made: frozenset[str] = _read_by(_set_of, section, key)
    return made


def _listed(section: str = "") -> tuple[str, ...]:
    """The same for words, or endings, whose order is kept."""
    made: tuple[str, ...] = _read_by(_tuple_of, section)
    return made


def _told(otherwise: str = "") -> str:
    """A field that holds one word; ``otherwise`` where the file says none."""
    made: str = _read_by(lambda value: str(value or otherwise))
    return made


def _habit(otherwise: bool = False, section: str = "") -> bool:
    """A field that says whether the language does so; ``otherwise`` where the file is silent."""
    made: bool = _read_by(lambda value: otherwise if value is None else bool(value), section)
    return made


def _set_of(value: object) -> frozenset[str]:
    return frozenset(strings_of(value))


def _tuple_of(value: object) -> tuple[str, ...]:
    return tuple(strings_of(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """One language's words; what each field holds is said at it, with an example of some language that has it."""

    code: str
    cues: Mapping[str, tuple[tuple[str, bool, bool], ...]]
    """Each class of `data/cues.toml` with its phrases: (phrase, open at its start, open at its end)."""

    # How it is written.
    spaced: bool = _habit(otherwise=True)
    """Whether blanks part its words."""
    capitals: bool = _habit(otherwise=True)
    """Whether it has capital letters."""
    silent: tuple[str, ...] = _listed()
    """What a text may leave out (vowel marks, the ending ـًا): cue phrases are found either way."""
    alike: Mapping[str, str]
    """Letters to the one they are often written as (أ to ا, ё to е)."""
    apostrophes: bool = _habit()
    """Whether an apostrophe parts a name from its endings ("Türkiye'nin", "Erdoğan'la")."""
    turkish: bool = _habit()
    """Whether ı is the small letter of I and İ the great one of i, as in Turkish."""
    proclitics: tuple[str, ...] = _listed()
    """What is written as one with the word behind it ("وال")."""
    glued_joiners: frozenset[str] = _words()
    """Those of them that join it to what was said ("وقد")."""
    particles: frozenset[str] = _words()
    """The small words within a person's name ("van der")."""

    # Where things stand.
    order: str
    """Where subject, verb and object stand: one of `ORDERS`."""
    places: str = _told("after")
    """On which side of a noun its city stands."""
    adjectives: str = _told("before")
    """On which side of a noun its adjective stands."""
    bare: bool = _habit()
    """Whether "is" may go unsaid ("посольство — в Киеве")."""
    inverts: bool = _habit()
    """Whether what leads a clause sends its subject behind the verb ("1992 erkannte Österreich …")."""
    postposes: bool = _habit()
    """Whether the subject may stand there by itself ("abrió Colombia su embajada")."""
    drops: bool = _habit()
    """Whether a subject told of before may go unsaid ("2003'te kapatıldı")."""

    # Whose text it is.
    home: str = _told()
    """The state whose offices a text means where it names none ("Cumhurbaşkanı Erdoğan"); "" for many states."""
    homes: tuple[Home, ...]
    """Those of a language of many states, with what shows whose text it is."""
    realms: Mapping[str, tuple[str, ...]]
    """The words for one state that only some are called by ("المملكة"), with those states."""
    homographs: tuple[Homograph, ...]
    """States' names that may be another's city."""
    town_endings: tuple[str, ...] = _listed()
    """What makes an adjective of a town ("Berliner")."""
    towns: Mapping[str, str]
    """Such adjectives made otherwise, with their town."""
    unnamed: Unnamed = Unnamed()
    """The words for states that are not named."""

    # What stands beside a name.
    before: Mapping[str, str]
    """Each marker before a name with the role it gives it."""
    after: Mapping[str, str]
    """The same behind a name."""
    cases: Mapping[str, str]
    """Each case's name with its role."""
    ruled: Mapping[str, Mapping[str, str]]
    """The markers whose role the case behind them decides («с Кипра», «с Кипром»)."""
    endings: Mapping[str, str]
    """The case endings of a person's name that is written with no mark before them ("Бердімұхамедовті")."""
    joiners: frozenset[str] = _words("markers")
    """What stands between the members of a list."""
    long_joiners: tuple[str, ...]
    """Those of several words ("ainsi que"), none of which joins alone."""
    own_words: frozenset[str] = _words("markers")
    """ "His" and "its": of the state told of last, where they stand right before an office."""
    skip: frozenset[str] = _words("markers")
    """What stands between a marker and its name."""
    light: frozenset[str] = _words("markers")
    """What stands behind a verb and is not its object ("closed | again")."""
    about: frozenset[str] = _words("markers")
    """What opens what a text is on."""
    genitives: frozenset[str] = _words("markers")
    """The articles that own what stands right before them ("Nachfolger | der | Sowjetunion")."""
    owning: frozenset[str] = _words("markers")
    """What stands between an owner and what is owned ("两国 | 的 | 协定")."""
    perfects: frozenset[str] = _words("markers")
    """What stands behind a verb whose deed is done ("签署 | 了")."""

    # Persons and posts.
    family_first: frozenset[str] = _words()
    """The states whose persons' family names stand first."""
    surnames: frozenset[str] = _words()
    """What family names are, where a name has no capital to know it by."""
    name_tails: tuple[str, ...] = _listed()
    """What may end a name behind its comma (", Jr.")."""
    not_names: frozenset[str] = _words()
    """Words with a capital that are no part of a name."""
    regnal: frozenset[str] = _words()
    """The numbers behind a ruler's name ("محمد السادس")."""
    feminines: tuple[str, ...] = _listed()
    """The endings of a title that a woman bears, where a man's has none of them."""
    predicates: tuple[str, ...] = _listed()
    """The endings of a post that is said of the name before it ("محمود فضل سفيرا لدى كندا")."""
    possessives: tuple[str, ...] = _listed()
    """Those of a post that is the doer's own ("سفيرها")."""
    people: tuple[str, ...] = _listed()
    """What counts those who came and not their visits, beside a number ("两 | 位")."""

    # Nouns and numbers.
    plurals: tuple[str, ...] = _listed()
    """The endings of a mission noun that stands for several ("the legations were raised")."""
    singulars: frozenset[str] = _words()
    """Nouns whose singular is counted right behind its number alone («40 اتفاقية»)."""
    unmarked: tuple[str, ...] = _listed()
    """What ends as a marker does and is none ("近年来 | 中国")."""
    verbal_nouns: tuple[str, ...] = _listed()
    """The endings of a word that is a verb's noun ("closing", "severance of") among its verbs."""
    others_behind: tuple[str, ...] = _listed()
    """What makes of a person's name somebody else ("习近平 | 夫人")."""
    later: tuple[str, ...] = _listed()
    """What opens a clause that is later than the date before it ("…关闭，| 此后 | …")."""
    conceding: tuple[str, ...] = _listed()
    """The endings of a verb whose clause only concedes, the date behind it being the next one's ("uğra | sa | da")."""
    text_days: tuple[str, ...] = _listed()
    """The endings of a date that names a text right behind it ("30 Nisan 2001 tarihli anlaşma")."""

    # Verbs.
    participles: tuple[str, ...] = _listed()
    """The endings of a verb that is said of the noun right behind it ("ziyaret eden Başbakan")."""
    relatives: tuple[str, ...] = _listed()
    """Those of one that says where or when it was ("açıldığı Almatı")."""
    nominals: tuple[str, ...] = _listed()
    """Those of one that is a noun and whose doer is an owner ("X'in … seçilmesi")."""
    converbs: tuple[str, ...] = _listed()
    """Those of one that leads on to the next verb ("barıp, … kezdesti")."""
    finites: tuple[str, ...] = _listed()
    """Those of one that ends a statement before a comma, where verbs come last ("açıldı, …")."""
    infinitives: frozenset[str] = _words()
    """The words right before a verb that is only an aim ("in order | to | sign")."""
    halves: frozenset[str] = _words()
    """The first words of a negation said in two, around its verb ("ne … pas")."""
    voice: Voice
    """Who does what, and whether it is done at all."""

    # Clauses.
    which: Mapping[str, str]
    """The pronouns that open a clause on what stands before them, each with the genders of what it may mean."""
    which_objects: frozenset[str] = _words("clauses", "objects")
    """Those of them that are not who does it."""
    genders: Mapping[str, str]
    """What an article tells of its noun's gender ("" for a bare name)."""
    closes: bool = _habit(section="clauses")
    """Whether a verb closes such a clause."""
    finals: frozenset[str]
    """The verbs that close such a clause or stand in it."""
    final_endings: tuple[str, ...]
    """The same, by their endings."""
    plural_verbs: tuple[str, ...] = _listed("clauses")
    """How those end that several do."""
    keeps: frozenset[str] = _words("clauses")
    """The verbs of having that somebody does and no thing by being there."""
    auxiliaries: frozenset[str]
    """The small words between a thing and what is said of it ("had never been")."""
    auxiliary_endings: tuple[str, ...]
    """The same, by their endings."""
    contents: frozenset[str] = _words("clauses")
    """What opens what is said ("recognised | that", "recognised him | as")."""
    conjunctions: frozenset[str] = _words("clauses")
    """What else opens a clause ("after", "because")."""
    attributives: tuple[str, ...] = _listed("clauses")
    """The endings of a participle before its noun."""
    describing: tuple[str, ...] = _listed("clauses")
    """Those of an adjective between."""


_PLAIN = tuple(one for one in fields(LanguagePack) if one.metadata)
_KNOWN = {  # what else a file may say in a section ("" is its root)
    "": {"code", "name", "order", "cues", "markers", "clauses", "spellings", "homes", "realms", "homographs"}
    | {"alike", "towns", "voice", "unnamed"},
    "markers": {"before", "after", "endings", "cases", "ruled"},
    "clauses": {"which", "genders", "finals", "auxiliaries"},
}


@cache
def has_language(code: str) -> bool:
    """Whether there is a pack of words for a language."""
    return (files("comity") / "data" / "languages" / f"{code}.toml").is_file()


@cache
def load_language(code: str) -> LanguagePack:
    """The pack of a language; `PackError` lists every fault of its file at once."""
    place = f"data/languages/{code}.toml"
    try:
        text = (files("comity") / "data" / "languages" / f"{code}.toml").read_text("utf-8")
    except FileNotFoundError:
        raise PackError(place, ["there is no such pack"]) from None
    return parse_language(text, code, place)


def parse_language(text: str, code: str, place: str) -> LanguagePack:
    """The pack that a file's text describes; ``place`` names the file where it is refused, with all its faults."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise PackError(place, [str(fault)]) from None
    faults = list(_unknown(data))
    made = _plain(data) | _checked(data, faults) | _clauses(data.get("clauses", {})) | _lands(data)
    if faults:
        raise PackError(place, faults)
    return LanguagePack(code=code, **made)


def _unknown(data: Mapping[str, Any]) -> Iterator[str]:
    """What no field reads: a word of the file that is misspelt, or stands in another's section."""
    for section, others in _KNOWN.items():
        table = data.get(section, {}) if section else data
        known = others | {one.metadata["key"] or one.name for one in _PLAIN if one.metadata["section"] == section}
        yield from (f"{section}{'.' * bool(section)}{key}: no such field" for key in table if key not in known)


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are read as they stand."""
    made = {}
    for one in _PLAIN:
        section, key, read = (one.metadata[name] for name in ("section", "key", "read"))
        table = data.get(section, {}) if section else data
        made[one.name] = read(table.get(key or one.name))
    return made


def _checked(data: Mapping[str, Any], faults: list[str]) -> dict[str, Any]:
    """Cues, markers and the order of words, which may hold faults."""
    spellings = {str(one): str(other) for one, other in data.get("spellings", {}).items()}
    markers, order = data.get("markers", {}), str(data.get("order", "svo"))
    if order not in ORDERS:
        faults.append(f"order {order!r}: one of {', '.join(ORDERS)}")
    made = {kind: read_markers(markers.get(kind, {}), kind, faults) for kind in ("before", "after", "endings")}
    return {
        **made,
        "order": order,
        "cues": read_cues(data.get("cues", {}), faults, spellings),
        "ruled": read_ruled(markers.get("ruled", {}), faults),
        "cases": MappingProxyType({str(key): str(value) for key, value in markers.get("cases", {}).items()}),
        "long_joiners": tuple(sorted({one for one in strings_of(markers.get("joiners", [])) if " " in one})),
    }


def _clauses(clauses: Mapping[str, Any]) -> dict[str, Any]:
    """What the section on clauses tells of genders and, by their endings or whole, of verbs."""
    finals, auxiliaries = (strings_of(clauses.get(kind, [])) for kind in ("finals", "auxiliaries"))
    return {
        "which": read_genders(clauses.get("which", {})),
        "genders": read_genders(clauses.get("genders", {})),
        "finals": frozenset(one for one in finals if not one.startswith("*")),
        "final_endings": tuple(one[1:] for one in finals if one.startswith("*")),
        "auxiliaries": frozenset(one for one in auxiliaries if not one.startswith("*")),
        "auxiliary_endings": tuple(one[1:] for one in auxiliaries if one.startswith("*")),
    }


def _lands(data: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of states, towns and letters, and the two records of words."""
    return {
        "homes": tuple(read_homes(data.get("homes", {}))),
        "realms": read_realms(data.get("realms", {})),
        "homographs": tuple(read_homographs(data.get("homographs", {}))),
        "towns": MappingProxyType({str(one): str(town) for one, town in data.get("towns", {}).items()}),
        "alike": MappingProxyType({one: str(other) for one, other in data.get("alike", {}).items()}),
        "voice": Voice(**{name: _set_of(words) for name, words in data.get("voice", {}).items()}),
        "unnamed": Unnamed(**{name: _tuple_of(words) for name, words in data.get("unnamed", {}).items()}),
    }
