"""Questions that pages ask: the facts of a document, the lost rows among claims, in how many documents a party is."""

from __future__ import annotations

from pathlib import Path

from small_world import CLAIM, MISSING, ROW, fill

from comity.register import open_register


def test_facts_of_a_document_rows_of_claims_documents_of_parties(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        assert [fact.id for fact in register.iter_facts(document="peru")] == ["f1"], "an inference is of no document"
        assert list(register.iter_facts(document="list")) == []
        assert register.find_missing([CLAIM.id, ROW.id, "none"]) == {ROW.id: MISSING}
        assert register.find_missing([]) == {}
        assert register.party_documents() == {"CHL": 1, "PER": 1, "KAZ": 1}


def test_many_claims_are_asked_for_at_once(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        assert set(register.find_missing([f"c{number}" for number in range(2000)] + [ROW.id])) == {ROW.id}
