"""Which of the names in a passage are believed: what the words beside one, the other names and the years say of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from comity.parties.forms import DATED, EXPLAINED, JOINED
from comity.parties.registry import load_registry
from comity.parties.senses import Sense

# A form in the text with its boundaries right: start, minus its end (so that the longest sorts first), a number that
# makes ties fall as they were found, its senses (none where it blocks), the case its ending makes.
Found = tuple[int, int, int, tuple[Sense, ...], str]
# A word that denies the name beside it: start, end, what that is (thing, tongue), its side.
Denial = tuple[int, int, tuple[str, str]]

_SPOKEN = frozenset(("adjective",))
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_HYPHENS = "-\u2010\u2011\u2013\u2014"
_OLD_WORLD = 1918  # the last year of the empires: who names a state that ended by then speaks of that world


def without_denied(
    names: Sequence[Found], denials: Collection[Denial], text: str, chains: Collection[str]
) -> list[Found]:
    """The names but those of a thing or a tongue, by a word beside them: Lake Chad, speaks Turkish and Russian.

    What denies a tongue denies those joined to it as well (``chains`` stand between two): на турецком и узбекском
    языках.
    """
    before = {end + 1: what for _, end, (what, side) in denials if side == "before"}
    after = {start - 1: what for start, _, (what, side) in denials if side == "after"}
    denied = [_is_denied(one, before.get(one[0])) or _is_denied(one, after.get(-one[1])) for one in names]
    for turned in (1, -1):
        order = range(len(names))[::turned]
        for known, other in pairwise(order):
            if denied[known] and _is_spoken(names[known]) and _is_spoken(names[other]):
                first, second = sorted((known, other))
                denied[other] |= text[-names[first][1] : names[second][0]] in chains
    return [one for one, no in zip(names, denied, strict=True) if not no]


def _is_denied(one: Found, what: str | None) -> bool:
    return what == "thing" or (what == "tongue" and _is_spoken(one))


def _is_spoken(one: Found) -> bool:
    return one[3][0].form in _SPOKEN


def without_unproved(names: Sequence[Found], text: str) -> list[Found]:
    """The names but those that need a proof which the passage does not give.

    Letters too short to be believed need the same named in full; what is a region's name today (Bavaria) needs a year
    of the state's time and none after it, or another state of that world beside it; what is the first half of an
    adjective (Sino-Soviet) needs the other half, so that Anglo-Saxon names nobody. What is not proved keeps what
    else it may mean: «en Colombo», where Colombo- is Colombian, is the city.
    """
    weak = [one for one in names if one[3][0].letters >= EXPLAINED]
    if not weak:
        return list(names)
    named = {party for one in names if one[3][0].letters < EXPLAINED for party in one[3][0].ids}
    years = [int(year) for year in _YEAR.findall(text)]
    starts = {one[0] for one in names}
    out = []
    for one in names:
        joined = 1 - one[1] in starts and text[-one[1]] in _HYPHENS
        if one not in weak or _is_proved(one[3][0], named, years, joined):
            out.append(one)
        elif plain := tuple(sense for sense in one[3] if sense.letters < EXPLAINED):
            out.append((*one[:3], plain, one[4]))
    return out


def _is_proved(sense: Sense, named: set[str], years: Sequence[int], joined: bool) -> bool:
    if sense.letters == JOINED:
        return joined
    if sense.letters != DATED:
        return not named.isdisjoint(sense.ids)
    return max(years) <= sense.until if years else not named.isdisjoint(_old_world())


@cache
def _old_world() -> frozenset[str]:
    """The parties that were gone by the end of the empires."""
    return frozenset(_iter_gone())


def _iter_gone() -> Iterator[str]:
    registry = load_registry()
    for party in map(registry.get, registry):
        last = party.spells[-1].when.end if party.spells else None
        if last is not None and int(last.year) <= _OLD_WORLD:
            yield party.id
