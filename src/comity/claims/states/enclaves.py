"""Territories that are towns of the state that holds them, where a mission sits in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined
from comity.model.when import When
from comity.packs.language import LanguagePack
from comity.packs.places import load_cities, load_city_history
from comity.parties.registry import load_registry

_POSTS = ("mission.", "post.consul", "post.honorary-consul")


def as_seats(
    text: str, names: list[Mention], cues: Sequence[Mention], when: When | None, pack: LanguagePack
) -> list[Mention]:
    """The names, a territory in which a mission sits read as a town of its state: "an honorary consulate in | Macau".

    In a list of towns it is one of them: "驻上海、| 香港 | 总领事馆". Refuses a time at which another state held it.
    """
    if not any(label.startswith(_POSTS) for one in cues for label in one.classes):
        return names
    out: list[Mention] = []
    for place, one in enumerate(names):
        alone = one.kind == "party" and len(one.ids) == 1
        once = _once_a_state(one.ids[0], when) if alone and one.role == "in" else None
        if once is not None:
            out.append(replace(one, kind="city", ids=(str(once),), country=load_cities()[once].country))
            continue
        town = _towns().get(one.ids[0]) if alone else None
        beside = [*out[-1:], *names[place + 1 : place + 2]]
        if town is not None and (one.role == "in" or any(_listed(text, one, other, pack) for other in beside)):
            holder = _holder(town, when)
            out.append(replace(one, kind="city", ids=(str(town),), country=holder) if holder else one)
        else:
            out.append(one)
    return out


def _listed(text: str, one: Mention, other: Mention, pack: LanguagePack) -> bool:
    """Whether a town stands beside it in a list."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return other.kind == "city" and joined(text[first.end : second.start], pack)


def _holder(town: int, when: When | None) -> str:
    """The state that holds a town today; "" where it was another's at the time."""
    spells = load_city_history()[town]
    then = [one.party for one in spells if when is None or one.holds(when)]
    return spells[-1].party if then[-1:] == [spells[-1].party] else ""


@cache
def _once_a_state(party: str, when: When | None) -> int | None:
    """The town that a state of its name is since it ended: a consulate "in | Zanzibar" in 1985 sits in Tanzania."""
    registry = load_registry()
    if when is None or party not in registry or registry.exists(party, when):
        return None
    town = registry.capital(party)
    if town is None or load_cities()[town].name != registry.name(party, "en"):
        return None
    return town if registry.exists(load_cities()[town].country, when) else None


@cache
def _towns() -> dict[str, int]:
    """By territory, the town that it is: the one whose places are said to be another's by name."""
    held = load_city_history()
    return {load_cities()[town].country: town for town in held if _is_territory(town)}


def _is_territory(town: int) -> bool:
    """Whether a town belonged to several states, and to none of them by the country it is listed in."""
    own = load_cities()[town].country
    return all(spell.party != own for spell in load_city_history()[town])
