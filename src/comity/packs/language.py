"""One language's words: what its cues, markers and habits are, as its pack file declares them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from comity.errors import PackError
from comity.packs.phrases import expand, phrases_of
from comity.packs.voice import Voice

LANGUAGES = ("en", "zh", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk", "sr")
ORDERS = ("svo", "sov", "vso")
ROLES = ("of", "in", "to", "from", "with", "by", "between", "for", "object", "via", "since")


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """How a language's texts of one state show: two of its ``marks``; ``letters`` are names that mean it only there."""

    party: str
    marks: tuple[str, ...]
    letters: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Homograph:
    """A state's name that is a city's, too: the city is meant where ``marks`` stand in a text and no ``others`` do.

    Or right behind one of ``leads``, whatever else is said: "the capital Amman".
    """

    word: str
    party: str
    city: str
    country: str
    marks: tuple[str, ...]
    others: tuple[str, ...]
    leads: frozenset[str]


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
    ``genitives`` are the articles that own what stands right before them ("Nachfolger | der | Sowjetunion");
    ``plurals`` are the endings of a mission noun that stands for several ("the legations were raised");
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
    about: frozenset[str]
    genitives: frozenset[str]
    proclitics: tuple[str, ...]
    glued_joiners: frozenset[str]
    silent: tuple[str, ...]
    alike: Mapping[str, str]
    not_names: frozenset[str]
    surnames: frozenset[str]
    unmarked: tuple[str, ...]
    participles: tuple[str, ...]
    feminines: tuple[str, ...]
    infinitives: frozenset[str]
    plurals: tuple[str, ...]
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


@lru_cache(maxsize=1)
def load_cue_classes() -> Mapping[str, str]:
    """Every class a pack may fill, with what it means (``data/cues.toml``)."""
    text = (files("comity") / "data" / "cues.toml").read_text("utf-8")
    classes = {
        f"{group}.{name}": str(meaning)
        for group, names in tomllib.loads(text).items()
        for name, meaning in names.items()
    }
    return MappingProxyType(classes)


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
    cues = _cues(data.get("cues", {}), faults, {str(one): str(two) for one, two in data.get("spellings", {}).items()})
    markers = data.get("markers", {})
    kinds = ("before", "after", "endings")
    before, after, endings = (_markers(markers.get(kind, {}), kind, faults) for kind in kinds)
    order = str(data.get("order", "svo"))
    if order not in ORDERS:
        faults.append(f"order {order!r}: one of {', '.join(ORDERS)}")
    ruled = _ruled(markers.get("ruled", {}), faults)
    clauses = data.get("clauses", {})
    finals, auxiliaries = (_strings(clauses.get(kind, [])) for kind in ("finals", "auxiliaries"))
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
        homes=tuple(_homes(data.get("homes", {}))),
        realms=_realms(data.get("realms", {})),
        homographs=tuple(_homographs(data.get("homographs", {}))),
        predicates=tuple(_strings(data.get("predicates", []))),
        possessives=tuple(_strings(data.get("possessives", []))),
        regnal=frozenset(_strings(data.get("regnal", []))),
        places=str(data.get("places", "after")),
        adjectives=str(data.get("adjectives", "before")),
        cues=cues,
        before=before,
        after=after,
        cases=MappingProxyType({str(key): str(value) for key, value in markers.get("cases", {}).items()}),
        ruled=ruled,
        joiners=frozenset(_strings(markers.get("joiners", []))),
        own_words=frozenset(_strings(markers.get("own_words", []))),
        long_joiners=tuple(sorted({one for one in _strings(markers.get("joiners", [])) if " " in one})),
        skip=frozenset(_strings(markers.get("skip", []))),
        light=frozenset(_strings(markers.get("light", []))),
        particles=frozenset(_strings(data.get("particles", []))),
        family_first=frozenset(_strings(data.get("family_first", []))),
        about=frozenset(_strings(markers.get("about", []))),
        genitives=frozenset(_strings(markers.get("genitives", []))),
        proclitics=tuple(_strings(data.get("proclitics", []))),
        glued_joiners=frozenset(_strings(data.get("glued_joiners", []))),
        silent=tuple(_strings(data.get("silent", []))),
        alike=MappingProxyType({one: str(other) for one, other in data.get("alike", {}).items()}),
        not_names=frozenset(_strings(data.get("not_names", []))),
        surnames=frozenset(_strings(data.get("surnames", []))),
        unmarked=tuple(_strings(data.get("unmarked", []))),
        feminines=tuple(_strings(data.get("feminines", []))),
        participles=tuple(_strings(data.get("participles", []))),
        infinitives=frozenset(_strings(data.get("infinitives", []))),
        plurals=tuple(_strings(data.get("plurals", []))),
        halves=frozenset(_strings(data.get("halves", []))),
        converbs=tuple(_strings(data.get("converbs", []))),
        finites=tuple(_strings(data.get("finites", []))),
        nominals=tuple(_strings(data.get("nominals", []))),
        verbal_nouns=tuple(_strings(data.get("verbal_nouns", []))),
        relatives=tuple(_strings(data.get("relatives", []))),
        which=_genders(clauses.get("which", {})),
        which_objects=frozenset(_strings(clauses.get("objects", []))),
        genders=_genders(clauses.get("genders", {})),
        closes=bool(clauses.get("closes", False)),
        conjunctions=frozenset(_strings(clauses.get("conjunctions", []))),
        attributives=tuple(_strings(clauses.get("attributives", []))),
        voice=Voice(**{name: frozenset(_strings(words)) for name, words in data.get("voice", {}).items()}),
        town_endings=tuple(_strings(data.get("town_endings", []))),
        towns=MappingProxyType({str(one): str(town) for one, town in data.get("towns", {}).items()}),
        describing=tuple(_strings(clauses.get("describing", []))),
        finals=frozenset(one for one in finals if not one.startswith("*")),
        plural_verbs=tuple(_strings(clauses.get("plural_verbs", []))),
        keeps=frozenset(_strings(clauses.get("keeps", []))),
        final_endings=tuple(one[1:] for one in finals if one.startswith("*")),
        text_days=tuple(_strings(data.get("text_days", []))),
        auxiliaries=frozenset(one for one in auxiliaries if not one.startswith("*")),
        auxiliary_endings=tuple(one[1:] for one in auxiliaries if one.startswith("*")),
        contents=frozenset(_strings(clauses.get("contents", []))),
        endings=endings,
        unnamed=Unnamed(**{name: tuple(_strings(words)) for name, words in data.get("unnamed", {}).items()}),
    )


def _genders(table: Mapping[str, object]) -> Mapping[str, str]:
    """What each word of a table tells of a noun's gender, a letter each: "der" may be "mf"."""
    return MappingProxyType({one: str(genders) for word, genders in table.items() for one in expand(word)})


def _ruled(tables: Mapping[str, Mapping[str, str]], faults: list[str]) -> Mapping[str, Mapping[str, str]]:
    """The markers whose role the case behind them decides: «с Кипра» is from Cyprus, «с Кипром» with it."""
    for marker, roles in tables.items():
        faults += [f"markers.ruled.{marker}: no such role as {role!r}" for role in roles.values() if role not in ROLES]
    return MappingProxyType({marker: MappingProxyType(dict(roles)) for marker, roles in tables.items()})


def _homes(tables: Mapping[str, Mapping[str, object]]) -> Iterator[Home]:
    for party, table in tables.items():
        letters = frozenset(_strings(table.get("letters", [])))
        yield Home(party=party, marks=tuple(_strings(table.get("marks", []))), letters=letters)


def _homographs(tables: Mapping[str, Mapping[str, object]]) -> Iterator[Homograph]:
    for word, table in tables.items():
        party, city, country = (str(table.get(key, "")) for key in ("party", "city", "country"))
        marks, others, leads = (tuple(_strings(table.get(key, []))) for key in ("marks", "others", "leads"))
        yield Homograph(
            word=word, party=party, city=city, country=country, marks=marks, others=others, leads=frozenset(leads)
        )


def _realms(table: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    """The states that each word for a realm may mean: "المملكة" is Saudi Arabia or another kingdom."""
    return MappingProxyType({one: tuple(map(str, ids)) for word, ids in table.items() for one in expand(word)})


def _strings(value: object) -> list[str]:
    return [one for item in value for one in expand(str(item))] if isinstance(value, list) else []


def _cues(
    groups: Mapping[str, Mapping[str, list[str]]], faults: list[str], spellings: Mapping[str, str]
) -> Mapping[str, tuple[tuple[str, bool, bool], ...]]:
    known = load_cue_classes()
    out: dict[str, tuple[tuple[str, bool, bool], ...]] = {}
    for group, names in groups.items():
        for name, patterns in names.items():
            label = f"{group}.{name}"
            if label not in known:
                faults.append(f"cues.{label}: no such class in data/cues.toml")
                continue
            phrases = dict.fromkeys(phrases_of(patterns, label, faults))
            for letter, other in spellings.items():
                phrases |= dict.fromkeys((one[0].replace(letter, other), *one[1:]) for one in phrases)
            out[label] = tuple(phrases)
    return MappingProxyType(out)


def _markers(roles: Mapping[str, list[str]], side: str, faults: list[str]) -> Mapping[str, str]:
    out: dict[str, str] = {}
    for role, words in roles.items():
        if role not in ROLES:
            faults.append(f"markers.{side}.{role}: no such role, one of {', '.join(ROLES)}")
        for word in (one for item in words for one in expand(str(item))):
            if out.get(word, role) != role:
                faults.append(f"markers.{side}: {word!r} is both {out[word]} and {role}")
            out[word] = role
    return MappingProxyType(out)
