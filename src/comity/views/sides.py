"""What the documents of one state say of another, beside what the other's say of it: where they differ, and silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.facts.sources import find_source
from comity.model.fact import Fact, Reading
from comity.model.issue import Issue
from comity.model.roles import JSON, Quantity, iter_parties
from comity.packs.sources import load_source_rules
from comity.views.lines import AGREEING, Line, in_time, make_line
from comity.views.reads import Reads
from comity.views.sentences import Speech, say_number

TRADE = "both-sides-differ"
HOUSES = ("ministry",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A fact of which the two sides' own documents give different values, each side's with its documents."""

    line: Line
    values: tuple[tuple[str, ...], tuple[str, ...]]
    documents: tuple[tuple[str, ...], tuple[str, ...]]

    def to_json(self) -> dict[str, JSON]:
        """The fact's line, and both sides' values and documents in the order of the parties."""
        return {
            "line": self.line.to_json(),
            "values": [list(one) for one in self.values],
            "documents": [list(one) for one in self.documents],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two states' own documents compared: what both tell alike, differently, or one alone, and trade told apart.

    ``spoken`` counts each side's documents that speak of both: of a side with none, silence means nothing.
    """

    parties: tuple[str, str]
    spoken: tuple[int, int]
    alike: int
    differ: tuple[Difference, ...]
    alone: tuple[tuple[Line, ...], tuple[Line, ...]]
    trade: tuple[str, ...]

    @property
    def can_be_compared(self) -> bool:
        """Whether both sides speak, and something sets them apart."""
        return all(self.spoken) and bool(self.differ or any(self.alone) or self.trade)

    def to_json(self) -> dict[str, JSON]:
        """The comparison, each side in the order of the parties."""
        return {
            "parties": list(self.parties),
            "documents": list(self.spoken),
            "alike": self.alike,
            "differ": [one.to_json() for one in self.differ],
            "alone": [[line.to_json() for line in lines] for lines in self.alone],
            "trade": list(self.trade),
        }


def compare_sides(register: Reads, one: str, other: str, speech: Speech) -> Sides:
    """What the ministries of two states say of each other, side by side.

    KAZ and UKR: Kazakhstan's ministry dates relations to 1992-07-22 and Ukraine's to 1992-07-23: a difference. What
    one tells and the other, though it speaks of the pair, does not is told alone. Other documents are left aside.
    """
    facts = in_time(fact for fact in register.iter_facts(parties=(one, other)) if _counts(fact, one, other))
    owners = _owners(register, {name for fact in facts for name in _documents(fact)})
    spoken = Counter(owners[name] for name in {name for fact in facts for name in _documents(fact)} if name in owners)
    alike, differ, alone = 0, [], ([], [])  # type: ignore[var-annotated]
    for fact in facts:
        told = [_told(fact, owners, party) for party in (one, other)]
        if all(told):
            found = _difference(fact, told, speech)
            alike += found is None
            differ += [] if found is None else [found]
        elif any(told):
            alone[0 if told[0] else 1].append(make_line(fact, speech))
    return Sides(
        parties=(one, other),
        spoken=(spoken[one], spoken[other]),
        alike=alike,
        differ=tuple(differ),
        alone=(tuple(alone[0]), tuple(alone[1])),
        trade=tuple(issue.message for issue in register.iter_issues() if _is_trade(issue, facts)),
    )


def _owners(register: Reads, names: Iterable[str]) -> Mapping[str, str]:
    """Whose ministry each document is of, by the declared hints; of most documents nobody's."""
    rules = load_source_rules()
    guesses = {name: find_source(register.get_document(name), rules) for name in sorted(names)}
    return {name: guess.party for name, guess in guesses.items() if guess.kind in HOUSES and guess.party is not None}


def _counts(fact: Fact, one: str, other: str) -> bool:
    return fact.modality == "asserted" and fact.inference is None and {one, other} <= set(iter_parties(fact.roles))


def _documents(fact: Fact) -> Iterable[str]:
    return (name for reading in fact.readings for name in reading.documents)


def _told(fact: Fact, owners: Mapping[str, str], party: str) -> tuple[Reading, ...]:
    return tuple(reading for reading in fact.readings if any(owners.get(name) == party for name in reading.documents))


def _difference(fact: Fact, told: list[tuple[Reading, ...]], speech: Speech) -> Difference | None:
    """What sets the two apart: no value of one stands with a value of the other; none where one is only less exact."""
    first, second = (tuple(_value(reading, speech) for reading in side) for side in told)
    clashing = any(reading.rule not in AGREEING for side in told for reading in side if reading is not fact.preferred)
    if set(first) & set(second) or not clashing:
        return None
    documents = tuple(tuple(sorted({name for reading in side for name in reading.documents})) for side in told)
    return Difference(line=make_line(fact, speech), values=(first, second), documents=(documents[0], documents[1]))


def _value(reading: Reading, speech: Speech) -> str:
    date = str(reading.when) if reading.when else speech.words.get("pages", "undated")
    return f"{say_number(reading.roles, speech)} ({date})" if isinstance(reading.roles, Quantity) else date


def _is_trade(issue: Issue, facts: Iterable[Fact]) -> bool:
    return issue.code == TRADE and any(f"[fact {fact.id}]" in issue.message for fact in facts)
