"""One act told in several languages, its title in each: joined where nothing else it could be was signed that day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from comity.facts.keys import PERSONS, CoarseKey, Thing, coarse_key
from comity.model.roles import Agreement, Appointment, Body, Honour
from comity.model.when import When
from comity.parties.words import script_of

# Kinds of which two states sign one on a day; of agreements, memoranda and protocols a visit brings several
ONLY = ("treaty", "declaration", "communique", "convention")

Place = tuple[CoarseKey, str, str]


def join_tongues(things: Iterable[Thing], languages: Mapping[str, str]) -> Iterator[Thing]:
    """The things, those that tell one act in several languages as one.

    ``Декларация о стратегическом партнёрстве`` and ``Stratejik Ortaklık Bildirisi`` of one pair and day are one
    declaration, when no document and no language has two of that day. A memorandum in one language and a memorandum
    in another stay two: a visit brings several. An appointment or an award is joined only where the person's name is
    in another script in each, so that nobody could compare it. Nothing is joined where a document's language is not
    known.
    """
    kept: list[Thing] = []
    places: defaultdict[Place, list[Thing]] = defaultdict(list)
    for thing in things:
        place = _place(thing)
        if place is None:
            kept.append(thing)
        else:
            places[place].append(thing)
    for place in sorted(places):
        kept += _join(places[place], languages)
    yield from sorted(kept, key=lambda thing: thing.id)


def _place(thing: Thing) -> Place | None:
    """What things must share to be one act: the coarse key, the kind, and the very day (of a body its founding)."""
    claim = thing.said[0].claim
    roles = claim.roles
    kinds = {getattr(one.claim.roles, "kind", None) for one in thing.said}
    days = {str(one.claim.when) for one in thing.said if one.claim.when is not None and _is_day(one.claim.when)}
    if len(days) != 1 or len(kinds - {None}) > 1:
        return None
    if isinstance(roles, Body) and roles.event == "founded":
        return coarse_key(claim), "body", days.pop()
    if isinstance(roles, Appointment | Honour):
        return coarse_key(claim), "person", days.pop()
    kind = next(iter(kinds - {None}), None)
    if isinstance(roles, Agreement) and kind in ONLY:
        return coarse_key(claim), str(kind), days.pop()
    return None


def _is_day(when: When) -> bool:
    return when.precision == "day" and not when.interval


def _apart(things: Sequence[Thing]) -> bool:
    """Whether the persons' names, where there are any, are each in a script of their own: "Tokayev", «Токаев»."""
    scripts = [
        {
            script_of(name[:1])
            for one in thing.said
            for role in PERSONS
            if (name := getattr(one.claim.roles, role, None))
        }
        for thing in things
    ]
    return sum(map(len, scripts)) == len(set().union(*scripts))


def _join(things: Sequence[Thing], languages: Mapping[str, str]) -> Iterator[Thing]:
    """The things of one place as one thing, or as they are where one language or one document has two of them."""
    told = [{languages.get(one.document, "") for one in thing.said} for thing in things]
    spoken = [language for each in told for language in each]
    if len(things) < 2 or "" in spoken or len(set(spoken)) < len(spoken) or not _apart(things):
        yield from things
        return
    first = min(things, key=lambda thing: (-len({one.document for one in thing.said}), thing.id))
    said = tuple(sorted((one for thing in things for one in thing.said), key=lambda one: one.id))
    yield replace(first, said=said)
