"""One language's words: what its cues, markers and habits are, as its pack file declares them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

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


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """One language's words.

    ``cues`` maps a class of `data/cues.toml` to its phrases, each as (phrase, open at its start, open at its end);
    ``bare`` says that "is" may go unsaid ("посольство — в Киеве"); ``inverts`` that what leads a clause sends its
    subject behind the verb ("1992 erkannte Österreich …"), ``postposes`` that it may stand there by itself
    ("abrió Colombia su embajada"), ``drops`` that a subject told of before may go unsaid ("2003'te kapatıldı");
    ``home`` is the state whose offices a text means where it names none ("Cumhurbaşkanı Erdoğan"), empty for a
    language of many states, whose ``homes`` a text itself shows; ``realms`` are the words for one state that only some
    are called by ("المملكة"), with those states; ``homographs`` are states' names that may be another's city;
    ``predicates`` are the endings of a post that is said of the name before it ("محمود فضل سفيرا لدى كندا"),
    ``possessives`` those of one that is the doer's own ("سفيرها");
    ``regnal`` are the numbers behind a ruler's name ("محمد السادس");
    ``before`` and ``after`` map a marker to the role it gives the name beside it, ``cases`` a case ending's name to a
    role, ``ruled`` a marker to the roles that the case behind it decides («с Кипра»,
    «с Кипром»); ``places`` and ``adjectives`` say on which side of a noun a city and an adjective stand;
    ``joiners`` stand between the members of a list, ``skip`` between a marker and its name, ``light`` words stand
    behind a verb and are not its object ("closed | again"); ``about`` opens what a text is on;
    ``name_tails`` may end a name behind its comma (", Jr.");
    ``genitives`` are the articles that own what stands right before them ("Nachfolger | der | Sowjetunion");
    ``owning`` stands between an owner and what is owned ("两国 | 的 | 协定"), ``perfects`` behind a verb whose deed is
    done ("签署 | 了");
    ``plurals`` are the endings of a mission noun that stands for several ("the legations were raised");
    ``singulars`` are nouns whose singular is counted right behind its number alone («40 اتفاقية»);
    ``spellings``, letters that some of a language's lands write otherwise ("ß" as "ss"), make a cue phrase of each way;
    ``silent`` is what a text may leave out (vowel marks, the ending ـًا), ``alike`` letters to the one they are often
    written as (أ to ا, ё to е): cue phrases are found whichever way they are written;
    ``infinitives`` are the words right before a verb that is only an aim ("in order | to | sign"),
    ``participles`` are the endings of a verb that is said of the noun right behind it ("ziyaret eden Başbakan"),
    ``feminines`` the endings of a title that a woman bears, where a man's has none of them,
    ``relatives`` those of one that says where or when it was ("açıldığı Almatı"),
    ``nominals`` those of one that is a noun and whose doer is an owner ("X'in … seçilmesi"),
    ``verbal_nouns`` those of a word that is a verb's noun ("closing", "severance of") among its verbs,
    ``finites`` those of one that ends a statement before a comma, where verbs come last ("açıldı, …"),
    ``converbs`` those of one that leads on to the next verb ("barıp, … kezdesti"),
    ``which`` are the pronouns that open a clause on what stands before them, each with the genders of what it may mean,
    ``which_objects`` those of them that are not who does it, ``genders`` what an article tells of its noun's ("" for a
    bare name), ``finals`` and ``final_endings`` the verbs that close such a clause (``closes``) or stand in it,
    whole and by their endings, ``plural_verbs`` how those end that several do,
    ``keeps`` the verbs of having that somebody does and no thing by being there,
    ``auxiliaries`` and ``auxiliary_endings`` the small words between a thing and what is said of it ("had never been"),
    ``contents`` those that open what is said ("recognised | that", "recognised him | as"),
    ``conjunctions`` what else opens one ("after", "because");
    ``attributives`` are the endings of a participle before its noun, ``describing`` those of an adjective between;
    ``town_endings`` make an adjective of a town ("Berliner"), ``towns`` are made otherwise; ``voice``: see `Voice`;
    ``long_joiners`` are those of several words ("ainsi que"), none of which joins alone.
    ``own_words`` are "his" and "its": of the state told of last, where they stand right before an office;
    ``glued_joiners`` are the letters that join what follows to what was said, written as one with it ("وقد");
    ``halves`` are the first words of a negation said in two, around its verb ("ne … pas");
    ``text_days`` are the endings of a date that names a text right behind it ("30 Nisan 2001 tarihli anlaşma");
    ``endings`` the case endings of a person's name that is written with no mark before them ("Бердімұхамедовті");
    ``unnamed`` the words for states that are not named.
    """

    code: str
    order: str
    spaced: bool
    capitals: bool
    bare: bool
    inverts: bool
    postposes: bool
    drops: bool
    home: str
    homes: tuple[Home, ...]
    realms: Mapping[str, tuple[str, ...]]
    homographs: tuple[Homograph, ...]
    predicates: tuple[str, ...]
    possessives: tuple[str, ...]
    regnal: frozenset[str]
    places: str
    adjectives: str
    cues: Mapping[str, tuple[tuple[str, bool, bool], ...]]
    before: Mapping[str, str]
    after: Mapping[str, str]
    cases: Mapping[str, str]
    ruled: Mapping[str, Mapping[str, str]]
    joiners: frozenset[str]
    long_joiners: tuple[str, ...]
    own_words: frozenset[str]
    skip: frozenset[str]
    light: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    name_tails: tuple[str, ...]
    about: frozenset[str]
    genitives: frozenset[str]
    owning: frozenset[str]
    perfects: frozenset[str]
    proclitics: tuple[str, ...]
    glued_joiners: frozenset[str]
    silent: tuple[str, ...]
    alike: Mapping[str, str]
    not_names: frozenset[str]
    surnames: frozenset[str]
    unmarked: tuple[str, ...]
    later: tuple[str, ...]
    others_behind: tuple[str, ...]
    people: tuple[str, ...]
    participles: tuple[str, ...]
    feminines: tuple[str, ...]
    infinitives: frozenset[str]
    plurals: tuple[str, ...]
    singulars: frozenset[str]
    halves: frozenset[str]
    converbs: tuple[str, ...]
    finites: tuple[str, ...]
    nominals: tuple[str, ...]
    verbal_nouns: tuple[str, ...]
    relatives: tuple[str, ...]
    which: Mapping[str, str]
    which_objects: frozenset[str]
    genders: Mapping[str, str]
    closes: bool
    conjunctions: frozenset[str]
    attributives: tuple[str, ...]
    voice: Voice
    town_endings: tuple[str, ...]
    towns: Mapping[str, str]
    describing: tuple[str, ...]
    finals: frozenset[str]
    final_endings: tuple[str, ...]
    plural_verbs: tuple[str, ...]
    keeps: frozenset[str]
    text_days: tuple[str, ...]
    auxiliaries: frozenset[str]
    auxiliary_endings: tuple[str, ...]
    contents: frozenset[str]
    endings: Mapping[str, str]
    unnamed: Unnamed = Unnamed()


@cache
def has_language(code: str) -> bool:
    """Whether there is a pack of words for a language."""
    return (files("comity") / "data" / "languages" / f"{code}.toml").is_file()


@cache
def load_language(code: str) -> LanguagePack:
    """The pack of a language; `PackError` lists every fault of its file at once."""
    place = f"data/languages/{code}.toml"
    try:
        data = tomllib.loads((files("comity") / "data" / "languages" / f"{code}.toml").read_text("utf-8"))
    except FileNotFoundError:
        raise PackError(place, ["there is no such pack"]) from None
    except tomllib.TOMLDecodeError as fault:
        raise PackError(place, [str(fault)]) from None
    faults: list[str] = []
    cues = read_cues(
        data.get("cues", {}), faults, {str(one): str(two) for one, two in data.get("spellings", {}).items()}
    )
    markers = data.get("markers", {})
    kinds = ("before", "after", "endings")
    before, after, endings = (read_markers(markers.get(kind, {}), kind, faults) for kind in kinds)
    order = str(data.get("order", "svo"))
    if order not in ORDERS:
        faults.append(f"order {order!r}: one of {', '.join(ORDERS)}")
    ruled = read_ruled(markers.get("ruled", {}), faults)
    clauses = data.get("clauses", {})
    finals, auxiliaries = (strings_of(clauses.get(kind, [])) for kind in ("finals", "auxiliaries"))
    if faults:
        raise PackError(place, faults)
    return LanguagePack(
        code=code,
        order=order,
        spaced=bool(data.get("spaced", True)),
        capitals=bool(data.get("capitals", True)),
        bare=bool(data.get("bare", False)),
        inverts=bool(data.get("inverts", False)),
        postposes=bool(data.get("postposes", False)),
        drops=bool(data.get("drops", False)),
        home=str(data.get("home", "")),
        homes=tuple(read_homes(data.get("homes", {}))),
        realms=read_realms(data.get("realms", {})),
        homographs=tuple(read_homographs(data.get("homographs", {}))),
        predicates=tuple(strings_of(data.get("predicates", []))),
        possessives=tuple(strings_of(data.get("possessives", []))),
        regnal=frozenset(strings_of(data.get("regnal", []))),
        places=str(data.get("places", "after")),
        adjectives=str(data.get("adjectives", "before")),
        cues=cues,
        before=before,
        after=after,
        cases=MappingProxyType({str(key): str(value) for key, value in markers.get("cases", {}).items()}),
        ruled=ruled,
        joiners=frozenset(strings_of(markers.get("joiners", []))),
        own_words=frozenset(strings_of(markers.get("own_words", []))),
        long_joiners=tuple(sorted({one for one in strings_of(markers.get("joiners", [])) if " " in one})),
        skip=frozenset(strings_of(markers.get("skip", []))),
        light=frozenset(strings_of(markers.get("light", []))),
        particles=frozenset(strings_of(data.get("particles", []))),
        family_first=frozenset(strings_of(data.get("family_first", []))),
        name_tails=tuple(strings_of(data.get("name_tails", []))),
        about=frozenset(strings_of(markers.get("about", []))),
        genitives=frozenset(strings_of(markers.get("genitives", []))),
        owning=frozenset(strings_of(markers.get("owning", []))),
        perfects=frozenset(strings_of(markers.get("perfects", []))),
        proclitics=tuple(strings_of(data.get("proclitics", []))),
        glued_joiners=frozenset(strings_of(data.get("glued_joiners", []))),
        silent=tuple(strings_of(data.get("silent", []))),
        alike=MappingProxyType({one: str(other) for one, other in data.get("alike", {}).items()}),
        not_names=frozenset(strings_of(data.get("not_names", []))),
        surnames=frozenset(strings_of(data.get("surnames", []))),
        unmarked=tuple(strings_of(data.get("unmarked", []))),
        later=tuple(strings_of(data.get("later", []))),
        others_behind=tuple(strings_of(data.get("others_behind", []))),
        people=tuple(strings_of(data.get("people", []))),
        feminines=tuple(strings_of(data.get("feminines", []))),
        participles=tuple(strings_of(data.get("participles", []))),
        infinitives=frozenset(strings_of(data.get("infinitives", []))),
        plurals=tuple(strings_of(data.get("plurals", []))),
        singulars=frozenset(strings_of(data.get("singulars", []))),
        halves=frozenset(strings_of(data.get("halves", []))),
        converbs=tuple(strings_of(data.get("converbs", []))),
        finites=tuple(strings_of(data.get("finites", []))),
        nominals=tuple(strings_of(data.get("nominals", []))),
        verbal_nouns=tuple(strings_of(data.get("verbal_nouns", []))),
        relatives=tuple(strings_of(data.get("relatives", []))),
        which=read_genders(clauses.get("which", {})),
        which_objects=frozenset(strings_of(clauses.get("objects", []))),
        genders=read_genders(clauses.get("genders", {})),
        closes=bool(clauses.get("closes", False)),
        conjunctions=frozenset(strings_of(clauses.get("conjunctions", []))),
        attributives=tuple(strings_of(clauses.get("attributives", []))),
        voice=Voice(**{name: frozenset(strings_of(words)) for name, words in data.get("voice", {}).items()}),
        town_endings=tuple(strings_of(data.get("town_endings", []))),
        towns=MappingProxyType({str(one): str(town) for one, town in data.get("towns", {}).items()}),
        describing=tuple(strings_of(clauses.get("describing", []))),
        finals=frozenset(one for one in finals if not one.startswith("*")),
        plural_verbs=tuple(strings_of(clauses.get("plural_verbs", []))),
        keeps=frozenset(strings_of(clauses.get("keeps", []))),
        final_endings=tuple(one[1:] for one in finals if one.startswith("*")),
        text_days=tuple(strings_of(data.get("text_days", []))),
        auxiliaries=frozenset(one for one in auxiliaries if not one.startswith("*")),
        auxiliary_endings=tuple(one[1:] for one in auxiliaries if one.startswith("*")),
        contents=frozenset(strings_of(clauses.get("contents", []))),
        endings=endings,
        unnamed=Unnamed(**{name: tuple(strings_of(words)) for name, words in data.get("unnamed", {}).items()}),
    )
