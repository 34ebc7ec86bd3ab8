"""Facts on which documents disagree, with each side and the kind of the disagreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.model.fact import Fact, Reading, Standing
from comity.model.roles import JSON, Quantity
from comity.views.lines import AGREEING
from comity.views.reads import Reads
from comity.views.sentences import Speech, say_fact, say_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value of a disputed fact and the documents that give it."""

    value: str
    rank: str
    rule: str
    reason: str
    documents: tuple[str, ...]
    reason_language: str = "en"

    def to_json(self) -> dict[str, JSON]:
        """The side as one flat object."""
        return {
            "value": self.value,
            "rank": self.rank,
            "rule": self.rule,
            "reason": self.reason,
            "reason_language": self.reason_language,
            "documents": list(self.documents),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A disputed fact. ``kind`` is the rule that names the disagreement (``neighbouring_day``, ``other_time`` …)."""

    fact: str
    type: str
    text: str
    kind: str
    sides: tuple[Side, ...]

    def to_json(self) -> dict[str, JSON]:
        """The conflict with its sides, the preferred one first."""
        return {
            "fact": self.fact,
            "type": self.type,
            "text": self.text,
            "kind": self.kind,
            "sides": [side.to_json() for side in self.sides],
        }


def iter_conflicts(register: Reads, speech: Speech) -> Iterator[Conflict]:
    """The disputed facts, each with its sides; of those that only say less exactly the same, none."""
    for fact in register.iter_facts(standing=Standing.DISPUTED):
        sides = [reading for reading in fact.readings if reading.rule not in AGREEING]
        yield Conflict(
            fact=fact.id,
            type=fact.type,
            text=say_fact(fact, speech),
            kind=sides[1].rule if len(sides) > 1 else "",
            sides=tuple(_side(reading, fact, speech) for reading in sides),
        )


def _side(reading: Reading, fact: Fact, speech: Speech) -> Side:
    date = str(reading.when) if reading.when else speech.words.get("pages", "undated")
    number = say_number(reading.roles, speech) if isinstance(reading.roles, Quantity) else ""
    reason, language = speech.reason(reading.rule, reading.reason)
    return Side(
        value=f"{number} ({date})" if number else date,
        rank=reading.rank.value,
        rule=reading.rule,
        reason=reason,
        documents=reading.documents,
        reason_language=language,
    )
