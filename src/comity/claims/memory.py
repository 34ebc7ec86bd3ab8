"""Who a document has introduced: names that stand alone later are found again with their office and party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.claims.mention import Actor, Mention
from comity.model.selector import Selector

_ENDING = 4
_SHORTEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person as last introduced: the actor, the party's ids, and where it stands."""

    name: str
    key: str
    actor: Actor
    ids: tuple[str, ...]
    context: tuple[Selector, ...]


class PersonMemory:
    """The people introduced so far in one document, the latest office first."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}

    def put_person(self, mention: Mention, place: Selector) -> None:
        """Remember an actor that was introduced with a name and a party."""
        actor = mention.actor
        if actor is None or not actor.person or len(mention.ids) != 1 or not (actor.office or actor.post):
            return
        key = _key(actor.person)
        if len(key) < 2 or (key.isascii() and len(key) < _SHORTEST):
            return
        self._known[key] = Known(name=actor.person, key=key, actor=actor, ids=mention.ids, context=(place,))

    def get_person(self, name: str) -> Known | None:
        """The person last introduced under this surname, an ending of it left aside; None where nobody was."""
        key = _key(name)
        known = self._known.get(key)
        if known is not None:
            return known
        return next(
            (one for other, one in self._known.items() if len(other) >= _SHORTEST and key.startswith(other)), None
        )

    def find_persons(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """Where a remembered name stands in a text, with up to four letters of an ending: (start, end, who)."""
        for key, known in self._known.items():
            start = text.find(key)
            while start >= 0:
                end = start + len(key)
                stop = end
                while stop < len(text) and text[stop].isalpha() and stop - end <= _ENDING and ord(key[-1]) < 0x2E80:
                    stop += 1
                free = start == 0 or not text[start - 1].isalnum() or ord(key[0]) >= 0x2E80
                if free and stop - end <= _ENDING:
                    yield self._begin(text, start, known), stop, known
                start = text.find(key, end)

    @staticmethod
    def _begin(text: str, start: int, known: Known) -> int:
        """The start of the fuller name, where the words before the surname are those of the known one."""
        first = known.name[: len(known.name) - len(known.key)].strip()
        if first and text[:start].rstrip().endswith(first):
            return text[:start].rstrip().rindex(first)
        return start


def _key(name: str) -> str:
    words = name.split()
    return words[-1] if words else name
