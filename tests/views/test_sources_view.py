"""How often a document agrees with others where they tell the same, beside the kind of source it is declared to be."""

from __future__ import annotations

from dataclasses import replace

from views_world import Memory, document

from comity.model.claim import from_json
from comity.model.roles import JSON
from comity.views.sources import iter_sources

DAYS = {"KAZ": "1992-07-22", "TUR": "1992-02-03", "FRA": "1992-01-24"}


def relations(name: str, party: str, date: str):
    quote = f"{party} {date}"
    evidence: JSON = {"document": name, "start": len(party) * ord(party[0]), "end": 0, "quote": quote}
    evidence["end"] = evidence["start"] + len(quote)
    return from_json(
        {
            "type": "relations",
            "event": "established",
            "parties": sorted((party, "UKR")),
            "date": date,
            "evidence": evidence,
        }
    )


def house(name: str, place: str, text: str = ""):
    made = document(name)
    return replace(made, source=replace(made.source, place=place, text=text or f"{name} " * 40))


def test_who_agrees_and_who_clashes_is_counted_beside_the_declared_kind():
    documents = {
        "kz": house("kz", "mfa.gov.kz/ukraine.html"),
        "news": house("news", "agency-news/1.txt"),
        "blog": house("blog", "somewhere/1.txt"),
    }
    claims = [relations(name, party, day) for name in ("kz", "news") for party, day in DAYS.items()]
    claims += [relations("blog", party, "1993-05-11") for party in ("KAZ", "TUR")] + [
        relations("blog", "DEU", "1992-01-17")
    ]
    found = {one.document: one for one in iter_sources(Memory(claims, documents))}
    assert [(one.agreed, one.clashed) for one in (found["kz"], found["news"], found["blog"])] == [
        (3, 0),
        (3, 0),
        (0, 2),
    ]
    assert (found["kz"].kind, found["news"].kind, found["blog"].kind) == ("own-ministry", "news", "unknown")
    assert (found["kz"].estimate, found["blog"].estimate) == (0.8, 0.25)


def test_a_copy_agrees_with_nobody_by_copying():
    text = " ".join(f"word{number}" for number in range(200))
    documents = {"a": house("a", "a.txt", text), "b": house("b", "b.txt", text)}
    claims = [relations(name, "KAZ", "1992-07-22") for name in ("a", "b")]
    found = list(iter_sources(Memory(claims, documents)))
    assert [(one.document, one.copy_of, one.estimate) for one in found] == [("a", None, None), ("b", "a", None)]
