"""One fact, or a few that are said in one breath, as a line of a page: date, words, standing, source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.model.fact import Fact, Standing
from comity.model.roles import JSON, Quantity
from comity.model.when import When
from comity.views.sentences import Speech, say_fact, say_number

AGREEING = ("finer_than", "also_holds")  # rules of readings that say less of the same, not something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page. ``group`` is what it stands under in its section; ``note`` a conclusion that it rests on."""

    facts: tuple[str, ...]
    type: str
    text: str
    date: str | None
    standing: str
    documents: tuple[str, ...]
    reason: str
    group: str = ""
    note: str = ""
    others: tuple[str, ...] = ()
    confidence: float | None = None
    note_language: str = "en"

    def to_json(self) -> dict[str, JSON]:
        """The line as one flat object; ``others`` are the values that clash with this one."""
        return {
            "facts": list(self.facts),
            "type": self.type,
            "text": self.text,
            "date": self.date,
            "standing": self.standing,
            "documents": list(self.documents),
            "reason": self.reason,
            "group": self.group,
            "note": self.note,
            "others": list(self.others),
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A named part of a page with its lines, in the order of time."""

    key: str
    title: str
    lines: tuple[Line, ...]

    def to_json(self) -> dict[str, JSON]:
        """The section with its lines."""
        return {"key": self.key, "title": self.title, "lines": [line.to_json() for line in self.lines]}


def make_line(fact: Fact, speech: Speech, group: str = "") -> Line:
    """The line of one fact, its preferred reading first and what clashes with it beside."""
    concluded = (fact.inference.rule, fact.inference.reason) if fact.inference else ("", "")
    note, language = speech.reason(*concluded)
    return Line(
        facts=(fact.id,),
        type=fact.type,
        text=say_fact(fact, speech),
        date=None if fact.when is None else str(fact.when),
        standing=fact.standing.value,
        documents=documents_of(fact),
        reason=speech.reason(fact.preferred.rule, fact.preferred.reason)[0],
        group=group,
        note=note,
        note_language=language,
        others=_others(fact, speech),
        confidence=fact.confidence,
    )


def _others(fact: Fact, speech: Speech) -> tuple[str, ...]:
    """The values that clash with the preferred one: numbers of a quantity, dates of anything else."""
    if fact.standing is not Standing.DISPUTED:
        return ()
    clashing = [one for one in fact.readings[1:] if one.rule not in AGREEING]
    return tuple(
        say_number(one.roles, speech) if isinstance(one.roles, Quantity) else str(one.when) for one in clashing
    )


def documents_of(fact: Fact) -> tuple[str, ...]:
    """All documents that speak of the fact, those of the preferred reading first."""
    return tuple(dict.fromkeys(name for reading in fact.readings for name in reading.documents))


def in_time(facts: Iterable[Fact]) -> list[Fact]:
    """The facts by their first known day; undated ones last."""
    return sorted(facts, key=lambda fact: (*time_key(fact.when), fact.id))


def time_key(when: When | None) -> tuple[bool, int, int]:
    """What dates are sorted by: those without one last, an open beginning by its end."""
    if when is None:
        return True, 0, 0
    first = when.first if when.first is not None else when.last or 0
    return False, first, when.last if when.last is not None else first
