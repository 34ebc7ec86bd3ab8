"""Years counted back to the document's own day: "33 years ago today", "exactly seventy years ago"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.dates.around import Around
from comity.dates.hit import DateHit, DateKind, OpenDate
from comity.dates.lexicon import EXACT, TODAY, standing_for
from comity.dates.parts import Atom
from comity.dates.resolve import Known, years_before
from comity.dates.tokens import Token
from comity.packs.dates import DateWords

_BESIDE = standing_for(",lioj")


def today_beside(atoms: Sequence[Atom], place: int, first: Atom, tokens: Sequence[Token]) -> Atom | None:
    """The "today" that stands beside "33 years ago" and makes it a day."""
    if place >= len(atoms) or not first.ref or first.ref.unit != "year" or first.ref.base != "document":
        return None
    other = atoms[place]
    return other if _beside(first, other, tokens) and other.ref == TODAY else None


def counted_behind(atoms: Sequence[Atom], place: int, tokens: Sequence[Token]) -> Atom | None:
    """The years counted back right behind a "today": "heute vor 30 Jahren", "бүгін, отыз жыл бұрын"."""
    if atoms[place].ref != TODAY or place + 1 >= len(atoms):
        return None
    other = atoms[place + 1]
    return other if _counts_back(other) and _beside(atoms[place], other, tokens) else None


def counted_exactly(first: Atom, around: Around, tokens: Sequence[Token]) -> bool:
    """Whether a word says that years are counted to the day: «ровно семьдесят лет назад», "vor genau 30 Jahren"."""
    inside = any(token.letter == EXACT for token in tokens[first.first : first.last + 1])
    return _counts_back(first) and (inside or around.says(EXACT) or around.says_after(EXACT))


def counted_from_deed(text: str, one: Atom, words: DateWords) -> bool:
    """Whether years are counted on from the deed right before them, whose day nobody says: "关闭近 | 7年后 | 重开".

    Said of letters without blanks; at a clause's beginning they are counted from the day told before.
    """
    ref = one.ref if one.form == "shift" and one.count > 0 else None
    forward = ref is not None and ref.offset > 0 and ref.unit != "day"
    before = text[: one.start].rstrip(words.roughly)[-1:]
    return forward and "\u3400" <= before <= "\u9fff" and before not in words.no_deeds


def _counts_back(one: Atom) -> bool:
    if one.form != "shift" or not one.ref or (one.ref.base, one.ref.unit) != ("document", "year"):
        return False
    return one.ref.offset < 0


def _beside(one: Atom, other: Atom, tokens: Sequence[Token]) -> bool:
    return {token.letter for token in tokens[one.last + 1 : other.first]} <= _BESIDE


def on_this_day(
    first: Atom, today: Atom, known: Known, around: Around, kind: DateKind = "anniversary"
) -> Iterator[DateHit | OpenDate]:
    """The document's own day so many years before; open where the document has none."""
    document = known.context.document
    when = years_before(document, first.count) if document and not document.interval else None
    if when is None:
        yield OpenDate(
            start=first.start, end=today.end, start_full=first.start, end_full=today.end, needs=("document",)
        )
        return
    known.named = when
    yield DateHit(
        start=first.start,
        end=today.end,
        start_full=min(around.start, first.start),
        end_full=max(today.end, around.end),
        when=when,
        kind=kind,
        needs=("document",),
    )
