"""The same register in PostgreSQL, where one is at hand: COMITY_TEST_DATABASE names an empty database by its URL."""

from __future__ import annotations

import os

import pytest
from small_world import CLAIM, FACT, INFERRED, MISSING, PERU_PAPER, ROW, TROUBLE, fill

from comity.register import open_register

URL = os.environ.get("COMITY_TEST_DATABASE", "")


@pytest.mark.skipif(not URL, reason="COMITY_TEST_DATABASE names no database")
def test_what_is_put_is_there_again() -> None:
    with open_register(URL, write=True) as register:
        fill(register)
        fill(register)
        assert {fact.id: fact for fact in register.iter_facts(parties=("PER", "CHL"))} == {"f1": FACT, "f2": INFERRED}
        assert register.get_fact("f1") == FACT
        assert list(register.iter_claims()) == [ROW, CLAIM]
        assert list(register.iter_missing()) == [MISSING]
        assert list(register.iter_issues()) == [TROUBLE]
        register.put_document(PERU_PAPER, [], [], "engine 2")
        register.put_facts([], [], [], "engine 2")
        assert list(register.iter_claims()) == [ROW]
        assert register.counts().facts == 0
