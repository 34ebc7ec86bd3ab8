"""What is found: a date with its stretch, or a date that the context cannot complete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from comity.model.when import When

DateKind = Literal[
    "absolute", "relative", "anniversary", "since", "until", "before", "after", "by", "between", "period"
]  # fmt: skip
Order = Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateContext:
    """What is known before the text is read: the document's own day, the date named last before it, and the order in
    which the document writes dates of bare numbers (`date_order`), or what finds it when a date is in need of it;
    likewise the year before the first of the era its short years are counted by (`document_era`). ``earlier``: the
    date named last in the paragraph before, for "in the same year" that opens one.
    """

    document: When | None = None
    previous: When | None = None
    earlier: When | None = None
    order: Order | Callable[[], Order | None] | None = None
    era: int | Callable[[], int] = 0

    def known_order(self) -> Order | None:
        """The order of day and month in this document's bare numbers; ``None`` where nothing tells it."""
        return self.order() if callable(self.order) else self.order

    def known_era(self) -> int:
        """The year before the first of the document's era; 0 where it counts by none."""
        return self.era() if callable(self.era) else self.era


@dataclass(frozen=True, slots=True, kw_only=True)
class DateHit:
    """A date in a text.

    ``start``..``end`` are the date's own words; ``start_full``..``end_full`` take in its preposition, ending or
    particle ("on …", "…'de", "自…以来"). ``needs`` names what outside the text it was completed with: ``document``,
    ``previous``. ``alternatives`` are other readings, the likelier first. ``bare``: a four-digit number that nothing
    beside it says is a year. ``kind`` ``period`` is a stretch, ``between`` one with both its ends said.
    """

    start: int
    end: int
    start_full: int
    end_full: int
    when: When
    kind: DateKind
    alternatives: tuple[When, ...] = ()
    needs: tuple[str, ...] = ()
    bare: bool = False


def at_its_end(hit: DateHit) -> DateHit:
    """The hit of a day told with "until", read as that day: «محدثة حتى | 1 أبريل 2022 |»; any other as it is."""
    last = hit.when.end if hit.kind == "until" and hit.when.start is None else None
    return replace(hit, when=When(start=last, end=None), kind="absolute") if last is not None else hit


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDate:
    """Words for a date ("the next day", "on 9 October") that nothing known completes; ``needs`` says what would."""

    start: int
    end: int
    start_full: int
    end_full: int
    needs: tuple[str, ...]
