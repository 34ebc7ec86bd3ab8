"""Visits by two people in one office by turns: one of them, or a reading, is wrong about who held it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from comity.facts.folding import fold_words, same_person
from comity.model.fact import Fact
from comity.model.issue import Issue, Severity
from comity.model.roles import Visit
from comity.packs.reasons import say

HELD = ("head-of-state", "head-of-government", "foreign-minister")  # offices that one person holds at a time
NEAR = 366  # days between the visits of the one on either side: longer apart, an office may have been held twice
UNLIKE = 0.6  # names closer than this may be one name in two spellings: Nazarbaev, Nasarbajew

Seen = tuple[int, str, Fact]


def holder_of(fact: Fact) -> tuple[str, str] | None:
    """The party and the office in which somebody came on a known day; ``None`` of any other fact."""
    roles, when = fact.roles, fact.when
    if not isinstance(roles, Visit) or roles.office not in HELD or not roles.person or fact.modality != "asserted":
        return None
    if when is None or when.first is None or when.precision != "day":
        return None
    return roles.visitor, roles.office


def check_holder(facts: Iterable[Fact]) -> Iterator[Issue]:
    """An issue for each visitor in one office in which another came both shortly before and shortly after.

    Tokayev in March, Sadyr Japarov in April and Tokayev in May, all as the president of Kazakhstan: the second.
    """
    seen: list[Seen] = []
    for fact in facts:
        if isinstance(fact.roles, Visit) and fact.roles.person and fact.when is not None and fact.when.first:
            seen.append((fact.when.first, fact.roles.person, fact))
    if seen and isinstance(roles := seen[0][2].roles, Visit):
        yield from _check(roles.visitor, roles.office, sorted(seen, key=lambda one: (one[0], one[1], one[2].id)))


def _check(party: str, office: str, seen: Sequence[Seen]) -> Iterator[Issue]:
    for before, one, after in zip(seen, seen[1:], seen[2:], strict=False):
        between = same_person(before[1], after[1]) and after[0] - before[0] <= NEAR and before[0] < one[0] < after[0]
        if between and _are_two(one[1], before[1]) and _are_two(one[1], after[1]):
            message = say(
                "holder_between", person=one[1], other=before[1], party=party, office=office, date=str(one[2].when)
            )
            place = one[2].preferred.documents[0] if one[2].preferred.documents else one[2].id
            yield Issue(
                code="visitor-not-in-office",
                severity=Severity.WARNING,
                place=place,
                message=f"{message} [fact {one[2].id}]",
            )


def _are_two(one: str, other: str) -> bool:
    """Whether two names are surely two people: in one script, and in no word nearly alike."""
    if _script(one) != _script(other) or same_person(one, other):
        return False
    return all(
        SequenceMatcher(None, left, right).ratio() < UNLIKE for left in fold_words(one) for right in fold_words(other)
    )


def _script(name: str) -> str:
    letter = next((letter for letter in name if letter.isalpha()), "")
    return unicodedata.name(letter, "?").split()[0] if letter else ""
