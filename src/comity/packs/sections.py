"""The sections of a pack's file, each checked as it is read."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

ROLES = ("of", "in", "to", "from", "with", "by", "between", "for", "object", "via", "since")

_BRACES = re.compile(r"\{([^{}]*)\}")


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


def expand(pattern: str) -> Iterator[str]:
    """Every phrase that a pattern with braces stands for, in order.

    >>> list(expand("open{,s,ed} {a,the} door"))[:3]
    ['open a door', 'open the door', 'opens a door']
    """
    parts = _BRACES.split(pattern)
    choices = [part.split(",") if number % 2 else [part] for number, part in enumerate(parts)]
    for choice in itertools.product(*choices):
        yield re.sub(r"  +", " ", "".join(choice)).strip()


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


def read_genders(table: Mapping[str, object]) -> Mapping[str, str]:
    """What each word of a table tells of a noun's gender, a letter each: "der" may be "mf"."""
    return MappingProxyType({one: str(genders) for word, genders in table.items() for one in expand(word)})


def read_ruled(tables: Mapping[str, Mapping[str, str]], faults: list[str]) -> Mapping[str, Mapping[str, str]]:
    """The markers whose role the case behind them decides: «с Кипра» is from Cyprus, «с Кипром» with it."""
    for marker, roles in tables.items():
        faults += [f"markers.ruled.{marker}: no such role as {role!r}" for role in roles.values() if role not in ROLES]
    return MappingProxyType({marker: MappingProxyType(dict(roles)) for marker, roles in tables.items()})


def read_homes(tables: Mapping[str, Mapping[str, object]]) -> Iterator[Home]:
    for party, table in tables.items():
        letters = frozenset(strings_of(table.get("letters", [])))
        yield Home(party=party, marks=tuple(strings_of(table.get("marks", []))), letters=letters)


def read_homographs(tables: Mapping[str, Mapping[str, object]]) -> Iterator[Homograph]:
    for word, table in tables.items():
        party, city, country = (str(table.get(key, "")) for key in ("party", "city", "country"))
        marks, others, leads = (tuple(strings_of(table.get(key, []))) for key in ("marks", "others", "leads"))
        yield Homograph(
            word=word, party=party, city=city, country=country, marks=marks, others=others, leads=frozenset(leads)
        )


def read_realms(table: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    """The states that each word for a realm may mean: "المملكة" is Saudi Arabia or another kingdom."""
    return MappingProxyType({one: tuple(map(str, ids)) for word, ids in table.items() for one in expand(word)})


def strings_of(value: object) -> list[str]:
    return [one for item in value for one in expand(str(item))] if isinstance(value, list) else []


def read_cues(
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
            phrases = dict.fromkeys(_phrases(patterns, label, faults))
            for letter, other in spellings.items():
                phrases |= dict.fromkeys((one[0].replace(letter, other), *one[1:]) for one in phrases)
            out[label] = tuple(phrases)
    return MappingProxyType(out)


def _phrases(patterns: object, label: str, faults: list[str]) -> Iterator[tuple[str, bool, bool]]:
    if not isinstance(patterns, list):
        faults.append(f"cues.{label}: a list of phrases is wanted")
        return
    for phrase in itertools.chain.from_iterable(expand(str(one)) for one in patterns):
        bare = phrase.strip("*").strip() if phrase.strip("*") else ""
        if not bare or "*" in bare:
            faults.append(f"cues.{label}: {phrase!r} – a star may only open or close a phrase")
            continue
        yield bare, phrase.startswith("*"), phrase.endswith("*")


def read_markers(roles: Mapping[str, list[str]], side: str, faults: list[str]) -> Mapping[str, str]:
    out: dict[str, str] = {}
    for role, words in roles.items():
        if role not in ROLES:
            faults.append(f"markers.{side}.{role}: no such role, one of {', '.join(ROLES)}")
        for word in (one for item in words for one in expand(str(item))):
            if out.get(word, role) != role:
                faults.append(f"markers.{side}: {word!r} is both {out[word]} and {role}")
            out[word] = role
    return MappingProxyType(out)
