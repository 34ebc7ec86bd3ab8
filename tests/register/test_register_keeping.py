"""What is put is there again, to the letter; what is put twice is there once; what is replaced is in the past."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from small_world import (
    CLAIM,
    FACT,
    INFERRED,
    LIST_PAPER,
    MISSING,
    PERU_PAPER,
    ROW,
    TROUBLE,
    fact_of,
    fill,
    relations_of,
)

from comity.errors import NotRecorded, RegisterError
from comity.model.fact import Standing
from comity.model.issue import Issue, Severity
from comity.model.when import When
from comity.register import open_register


def dump(place: Path) -> list[str]:
    """The whole content of a register file as SQL, line by line."""
    with closing(sqlite3.connect(place)) as connection:
        return list(connection.iterdump())


def test_what_is_put_is_there_again(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
    with open_register(place) as register:
        assert list(register.iter_documents()) == [LIST_PAPER, PERU_PAPER]
        assert register.get_document("peru").source.text == PERU_PAPER.source.text
        assert list(register.iter_claims()) == [ROW, CLAIM]
        assert register.get_claim(CLAIM.id) == CLAIM
        assert register.get_claims([ROW.id, CLAIM.id]) == {c.id: c for c in (ROW, CLAIM)}
        assert {fact.id: fact for fact in register.iter_facts()} == {
            "f1": FACT,
            "f2": INFERRED,
        }
        assert list(register.iter_missing()) == [MISSING]
        assert list(register.iter_issues()) == [TROUBLE]
        assert register.parties() == {"CHL": 2, "PER": 2}
        counts = register.counts()
        assert (counts.documents, counts.claims, counts.facts, counts.missing_rows, counts.open_rows) == (2, 2, 2, 1, 1)
        assert (counts.conflicts, counts.issues) == (0, 1)


def test_twice_is_once(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.register.store._now", lambda: "2026-11-22T10:00:00+00:00")  # a second may pass between
    with open_register(place, write=True) as register:
        fill(register)
        once = dump(place)
        fill(register)
    assert dump(place) == once


def test_opening_and_reading_changes_no_byte(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
    before = place.read_bytes()
    with open_register(place, write=True) as register:
        register.counts()
    with open_register(place) as register:
        assert len(list(register.iter_facts())) == 2
    assert place.read_bytes() == before


def test_questions_are_answered_by_party_type_and_standing(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        assert [fact.id for fact in register.iter_facts(parties=("PER", "CHL"))] == ["f1", "f2"]
        assert [fact.id for fact in register.iter_facts(standing=Standing.INFERRED)] == ["f2"]
        assert list(register.iter_facts(parties=("PER", "KAZ"))) == []
        assert list(register.iter_facts(type="mission")) == []
        assert [claim.document for claim in register.iter_claims(parties=("KAZ",), type="relations")] == ["list"]
        assert [claim.document for claim in register.iter_claims(document="peru")] == ["peru"]
        assert [row.known for row in register.iter_missing(known="KAZ")] == ["KAZ"]
        assert list(register.iter_missing(known="PER")) == []
        assert [issue.code for issue in register.iter_issues(place="list")] == ["row-without-party"]


def test_a_fact_is_found_by_the_beginning_of_its_id(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        register.put_facts([fact_of("abc1", CLAIM), fact_of("abd2", CLAIM)], [], [], "engine")
        assert register.get_fact("abc").id == "abc1"
        with pytest.raises(NotRecorded, match="several begin so: abc1, abd2"):
            register.get_fact("ab")
        for unknown in ("zzz", "", "%"):
            with pytest.raises(NotRecorded):
                register.get_fact(unknown)
        with pytest.raises(NotRecorded):
            register.get_claim("nothing")
        with pytest.raises(NotRecorded, match="nothing"):
            register.get_claims([CLAIM.id, "nothing"])
        with pytest.raises(NotRecorded):
            register.get_document("nothing")


def test_a_changed_document_replaces_its_claims_and_the_past_keeps_them(place: Path) -> None:
    text = "Peru and Chile established diplomatic relations in 1861."
    changed = replace(PERU_PAPER, source=replace(PERU_PAPER.source, text=text, digest="other"))
    new = relations_of("peru", text, ("CHL", "PER"), "1861")
    with open_register(place, write=True) as register:
        fill(register)
    with open_register(place, write=True) as register:
        register.put_document(changed, [new], [], "engine")
        assert list(register.iter_claims(document="peru")) == [new]
        assert register.facts_engine() == ""
        assert register.get_claim(CLAIM.id) == CLAIM, "the facts still rest on it"
        register.put_facts([fact_of("f1", new)], [], [], "engine")
        assert register.facts_engine() == "engine"
        with pytest.raises(NotRecorded):
            register.get_claim(CLAIM.id)
    with closing(sqlite3.connect(place)) as connection:
        kept = connection.execute("SELECT kind, id, recorded, retired FROM past ORDER BY kind, id").fetchall()
        assert kept == [
            ("claim", CLAIM.id, 1, 2),
            ("document", "peru", 1, 2),
            ("fact", "f1", 1, 2),
            ("fact", "f2", 1, 2),
            ("missing", ROW.id, 1, 2),
        ]


def test_a_claim_that_comes_back_is_current_again(place: Path) -> None:
    with open_register(place, write=True) as register:
        register.put_document(PERU_PAPER, [CLAIM], [], "engine")
        register.put_facts([FACT], [], [], "engine")
        register.put_document(PERU_PAPER, [], [], "engine 2")
        assert list(register.iter_claims()) == []
        register.put_document(PERU_PAPER, [CLAIM, CLAIM], [], "engine 3")
        assert list(register.iter_claims()) == [CLAIM]
        assert register.states()["peru"].engine == "engine 3"


def test_a_dropped_document_leaves_with_its_facts(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        register.drop_documents(["peru"])
        assert set(register.states()) == {"list"}
        assert len(list(register.iter_facts())) == 2, "facts stay readable until they are made anew"
        register.put_facts([fact_of("f3", ROW)], [], [], "engine")
        assert [document.id for document in register.iter_documents()] == ["list"]
        assert register.counts().documents == 1


def test_a_file_that_gave_no_document_is_on_the_work_list_until_it_does(place: Path) -> None:
    issue = Issue(code="not-utf-8", severity=Severity.ERROR, place="papers/peru.txt", message="byte 3")
    with open_register(place, write=True) as register:
        register.put_load_issues(issue.place, [issue])
        assert register.load_places() == (issue.place,)
        assert list(register.iter_issues(place=issue.place)) == [issue]
        register.put_load_issues(issue.place, [])
        assert register.load_places() == ()


def test_everything_has_a_source(place: Path) -> None:
    """The constraint holds below the types too: neither an unknown claim nor none can stand behind a fact."""
    unknown = relations_of("peru", "Nobody wrote this.", ("CHL", "PER"), "1900")
    with open_register(place, write=True) as register:
        register.put_document(PERU_PAPER, [CLAIM], [], "engine")
        with pytest.raises(RegisterError, match="FOREIGN KEY"):
            register.put_facts([fact_of("f1", unknown)], [], [], "engine")
        assert register.counts().facts == 0
    row = ("f9", "relations", "agreed", "asserted", "{}", 1)
    with closing(sqlite3.connect(place)) as connection, pytest.raises(sqlite3.IntegrityError, match="source"):
        connection.execute("INSERT INTO facts (id,type,standing,modality,body,recorded) VALUES (?,?,?,?,?,?)", row)


def test_an_open_date_is_kept_as_open(place: Path) -> None:
    open_left = replace(CLAIM, when=When.parse("../2026-02-02"))
    undated = replace(CLAIM, when=None)
    with open_register(place, write=True) as register:
        register.put_document(PERU_PAPER, [open_left, undated], [], "engine")
        assert list(register.iter_claims()) == [open_left, undated]
