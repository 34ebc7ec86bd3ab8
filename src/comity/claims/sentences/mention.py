"""What a sentence mentions: a name, somebody in office, a date, a number, a cue – each with its place and its role."""

from __future__ import annotations

from dataclasses import dataclass

from comity.dates import DateHit
from comity.model.selector import Selector
from comity.quantities import QuantityHit


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One thing a sentence mentions, ``start`` and ``end`` in the sentence's plain text.

    ``kind``: party, organization, city, actor, date, quantity, cue. ``ids``: the parties, the city or the organization
    meant (a pair said as "both" has two). ``role``: what its preposition, case or suffix makes it (`of in to from with
    by between for object`, or none). ``group`` numbers the list it stands in ("A, B and C").
    """

    kind: str
    start: int
    end: int
    ids: tuple[str, ...] = ()
    form: str = ""
    case: str = ""
    role: str = ""
    group: int = -1
    classes: frozenset[str] = frozenset()
    date: DateHit | None = None
    quantity: QuantityHit | None = None
    actor: Actor | None = None
    context: tuple[Selector, ...] = ()
    deictic: bool = False
    country: str = ""

    def kind_in(self, group: str) -> str:
        """The name of its class in a group, the first where it has several: ``embassy`` in ``mission``; "" for none."""
        names = sorted(label for label in self.classes if label.startswith(f"{group}."))
        return names[0].partition(".")[2] if names else ""

    def distance(self, other: Mention) -> int:
        """How many characters lie between the two; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody in office or at a post: ``office`` or ``post`` as in the contract, the name as the text has it.

    ``title`` is the class of the title, where its office differs by state and time ("chancellor").
    """

    office: str = ""
    title: str = ""
    post: str = ""
    person: str = ""
    person_start: int = 0
    person_end: int = 0
    female: bool = False  # where titles tell women from men
