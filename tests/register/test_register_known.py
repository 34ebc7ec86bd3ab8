"""Recorded time: what the register held on a day is told as it stood then, whatever was learned or taken out since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_world import CLAIM, FACT, JUDGED, LIST_PAPER, MISSING, PERU_PAPER, ROW, fact_of, fill, relations_of

from comity.errors import NotRecorded
from comity.model.when import When
from comity.register import open_register, store
from comity.register.known import Known

TEXT = "Peru and Chile established diplomatic relations in 1861."
CHANGED = replace(PERU_PAPER, source=replace(PERU_PAPER.source, text=TEXT, digest="other"))
NEW = relations_of("peru", TEXT, ("CHL", "PER"), "1861")
NEW_FACT = fact_of("f1", NEW)
SETTLED = replace(MISSING, settled="AZE", rule="by_date", reason="The day is theirs.")


@pytest.fixture
def told(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register that was filled on 1 March, changed on 5 March, judged on 7 March and emptied on 9 March."""
    clock = {"now": "2026-03-01T10:00:00+00:00"}
    monkeypatch.setattr(store, "_now", lambda: clock["now"])
    with open_register(place, write=True) as register:
        fill(register)
    clock["now"] = "2026-03-05T23:59:59+00:00"
    with open_register(place, write=True) as register:
        register.put_document(CHANGED, [NEW], [], "engine")
        register.put_facts([NEW_FACT], [SETTLED], [], "engine")
    clock["now"] = "2026-03-07T10:00:00+00:00"
    with open_register(place, write=True) as register:
        assert register.put_judgements([JUDGED]) == 1
        assert register.put_judgements([JUDGED]) == 0
        register.put_facts([NEW_FACT], [SETTLED], [], "engine")
    clock["now"] = "2026-03-09T10:00:00+00:00"
    with open_register(place, write=True) as register:
        register.drop_documents(["peru", "list"])
        register.put_facts([], [], [], "engine")
    return place


def all_of(known: Known) -> tuple[object, ...]:
    return (
        [document.source.text for document in known.iter_documents()],
        list(known.iter_claims()),
        {fact.id: fact for fact in known.iter_facts()},
        list(known.iter_missing()),
    )


def test_each_day_is_answered_as_it_was(told: Path) -> None:
    with open_register(told) as register:
        first = register.as_known_on(When.parse("2026-03-01"))
        assert list(first.iter_documents()) == [LIST_PAPER, PERU_PAPER]
        assert list(first.iter_claims()) == [ROW, CLAIM]
        assert first.get_fact("f1") == FACT
        assert list(first.iter_missing()) == [MISSING]
        assert first.counts().facts == 2
        for day in ("2026-03-04", "2026-03-02"):
            assert all_of(register.as_known_on(When.parse(day))) == all_of(first)
        then = register.as_known_on(When.parse("2026-03-05"))
        assert [document.source.text for document in then.iter_documents()] == [LIST_PAPER.source.text, TEXT]
        assert list(then.iter_claims(document="peru")) == [NEW]
        assert list(then.iter_facts(parties=("CHL", "PER"), type="relations")) == [NEW_FACT]
        assert list(then.iter_facts(parties=("KAZ",))) == []
        assert list(then.iter_missing(known="KAZ")) == [SETTLED]
        assert then.judgements() == ()
        assert register.as_known_on(When.parse("2026-03-08")).judgements() == (JUDGED,)
        now = register.as_known_on(When.parse("2026"))
        assert all_of(now) == ([], [], {}, [])


def test_what_was_not_held_then_is_not_found(told: Path) -> None:
    with open_register(told) as register:
        then = register.as_known_on(When.parse("2026-03-05"))
        assert then.get_claims([NEW.id]) == {NEW.id: NEW}
        for ask in (lambda: then.get_claim(CLAIM.id), lambda: then.get_fact("f2"), lambda: then.get_document("chile")):
            with pytest.raises(NotRecorded):
                ask()
        with pytest.raises(NotRecorded, match="begins on 2026-03-01"):
            register.as_known_on(When.parse("2026-02"))


def test_on_the_last_day_it_is_what_stands_now(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        known = register.as_known_on(When.parse("2999"))
        assert known.parties() == register.parties()
        assert known.party_documents() == register.party_documents()
        assert known.find_missing([ROW.id, "x"]) == register.find_missing([ROW.id, "x"])
        for asked in ({}, {"type": "relations"}, {"parties": ("CHL",)}, {"document": "peru"}):
            assert list(known.iter_facts(**asked)) == list(register.iter_facts(**asked))
            assert list(known.iter_claims(**asked)) == list(register.iter_claims(**asked))
        now, then = register.counts(), known.counts()
        assert replace(now, issues=0) == then
