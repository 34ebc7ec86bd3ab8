"""A small world for the tests of facts: a few parties, claims made in a line, documents of a few words."""

from __future__ import annotations

from dataclasses import dataclass

from comity.model.claim import Claim, from_json
from comity.model.document import Document, Found, Source
from comity.model.roles import JSON
from comity.model.when import When


@dataclass(frozen=True)
class Step:
    predecessor: str
    successor: str
    kind: str
    when: When


@dataclass(frozen=True)
class Party:
    name: str
    continent: str
    since: str = "1900"
    until: str | None = None
    status: str = "independent"
    phase: str = ""


PARTIES = {
    "KAZ": Party("Kazakhstan", "asia", "1991-12-16"),
    "TUR": Party("Türkiye", "asia", "1923-10-29"),
    "AZE": Party("Azerbaijan", "asia", "1991-10-18"),
    "MNG": Party("Mongolia", "asia"),
    "GEO": Party("Georgia", "asia", "1991-04-09"),
    "FRA": Party("France", "europe"),
    "UKR": Party("Ukraine", "europe", "1991-08-24"),
    "RUS": Party("Russia", "europe", "1991-12-24"),
    "SUN": Party("Soviet Union", "europe", "1922-12-30", "1991-12-26"),
    "YUG": Party("Yugoslavia", "europe", "1918-12-01", "2003-02-04"),
    "SCG": Party("Serbia and Montenegro", "europe", "2003-02-04", "2006-06-05"),
    "SRB": Party("Serbia", "europe", "2006-06-05"),
    "MNE": Party("Montenegro", "europe", "2006-06-03"),
    "ABK": Party("Abkhazia", "asia", "1999-10-12", status="limited"),
    "NGA": Party("Nigeria", "africa", "1960-10-01"),
}
STEPS = tuple(
    Step(before, after, kind, When.parse(date))
    for before, after, kind, date in (
        ("SUN", "RUS", "continues", "1991-12-24"),
        ("SUN", "KAZ", "splits-off", "1991-12-16"),
        ("SUN", "AZE", "splits-off", "1991-10-18"),
        ("YUG", "YUG", "succeeds", "1992-04-27"),
        ("YUG", "SCG", "continues", "2003-02-04"),
        ("SCG", "SRB", "continues", "2006-06-05"),
        ("SCG", "MNE", "splits-off", "2006-06-03"),
    )
)


BELONGING = {"OTS": frozenset({"KAZ", "TUR", "AZE"}), "NATO": frozenset({"TUR", "FRA"})}


class World:
    """The few parties above, answering as the register of parties does."""

    def __contains__(self, party: object) -> bool:
        return party in PARTIES

    def existing(self, when: When) -> tuple[str, ...]:
        return tuple(party for party in PARTIES if self.exists(party, when))

    def exists(self, party: str, when: When) -> bool:
        known = PARTIES[party]
        return When.parse(f"{known.since}/{known.until or '..'}").overlaps(when)

    def name(self, party: str, language: str) -> str:
        return PARTIES[party].name

    def phase(self, party: str, when: When) -> Party | None:
        if party == "TUR" and when.last < When.parse("1923-10-29").first:
            return Party("Ottoman Empire", "asia", phase="TUR-OTTOMAN")
        return PARTIES[party] if self.exists(party, when) else None

    def since(self, party: str, when: When) -> int | None:
        return When.parse(PARTIES[party].since).first

    def continents(self, party: str) -> tuple[str, ...]:
        return (PARTIES[party].continent,)

    def belonging(self, organization: str) -> frozenset[str]:
        return BELONGING.get(organization, frozenset())

    def successors(self, party: str) -> tuple[Step, ...]:
        return tuple(step for step in STEPS if step.predecessor == party)

    def predecessors(self, party: str) -> tuple[Step, ...]:
        return tuple(step for step in STEPS if step.successor == party)


def claim(text: str, document: str, date: str | None = None, **more: JSON) -> Claim:
    """A claim from a line: ``"relations established KAZ TUR"``, ``"mission exists KAZ TUR embassy Ankara"`` …"""
    words = text.split()
    data: dict[str, JSON] = {"type": words[0], **_READERS[words[0]](words[1:]), **more}
    if date is not None:
        data["date"] = date
    quote = f"{text} {date} {document}"
    start = more.get("start") if isinstance(more.get("start"), int) else len(text) * 10
    data.pop("start", None)
    data["evidence"] = {"document": document, "start": start, "end": start + len(quote), "quote": quote}
    return from_json(data)


def row(known: str, document: str, date: str, number: int, *, heading: str = "Asia", party: str | None = None) -> Claim:
    """A row of a list of relations, its party missing unless one is given."""
    data: dict[str, JSON] = {"table": 1, "row": number, "heading": heading, "start": 10_000 + number * 100}
    if party is None:
        return claim(f"relations established {known}", document, date, missing="party", **data)
    return claim(f"relations established {known} {party}", document, date, **data)


def document(name: str, *, place: str | None = None, date: str | None = None, text: str = "x") -> Document:
    """A document of this id, kept at this place, published on this date."""
    source = Source(id=name, place=place or f"{name}.txt", digest="", media_type="text/plain", text=text)
    return Document(
        source=source,
        language=Found(value="en", how="told"),
        date=None if date is None else Found(value=When.parse(date), how="told"),
    )


_READERS = {
    "relations": lambda words: {"event": words[0], "parties": words[1:]},
    "recognition": lambda words: {"event": words[0], "subject": words[1], "object": words[2]},
    "mission": lambda words: {
        "event": words[0],
        "sender": words[1],
        "receiver": words[2],
        "kind": words[3],
        **({"city": words[4]} if len(words) > 4 else {}),
    },
    "visit": lambda words: {"visitor": words[0], "host": words[1], "office": words[2]},
    "meeting": lambda words: {"parties": words},
    "succession": lambda words: {"predecessor": words[0], "successor": words[1]},
    "membership": lambda words: {"event": words[0], "member": words[1], "organization": words[2], "role": words[3]},
    "agreement": lambda words: {"event": words[0], "parties": words[1:3], "title": " ".join(words[3:])},
    "appointment": lambda words: {
        "event": words[0],
        "post": words[1],
        "sender": words[2],
        "receiver": words[3],
    },
    "honour": lambda words: {"giver": words[0], "recipient": words[1], "award": " ".join(words[2:])},
}


def quantity(indicator: str, value: float, document: str, date: str | None = None, **more: JSON) -> Claim:
    """A number: ``quantity("trade-turnover", 5_400_000_000, "a", "2025", parties=["KAZ", "TUR"], unit="USD")``."""
    quote = f"{indicator} {value:g} {document} {date}"
    data: dict[str, JSON] = {"type": "quantity", "indicator": indicator, "value": value, **more}
    if date is not None:
        data["date"] = date
    data["evidence"] = {"document": document, "start": 0, "end": len(quote), "quote": quote}
    return from_json(data)
