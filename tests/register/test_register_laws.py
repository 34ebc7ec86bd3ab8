"""Laws of keeping, tried on invented records: what is put comes back to the letter, in whatever order it was put."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from small_world import document_of, fact_of, relations_of

from comity.model.claim import Claim
from comity.model.document import Document, Found
from comity.model.roles import Quantity
from comity.model.when import When
from comity.register import open_register
from comity.register.records import (
    parse_claim,
    parse_document,
    parse_fact,
    write_claim,
    write_document,
    write_fact,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))
PARTIES = st.lists(st.sampled_from(["KAZ", "TUR", "SRB", "YUG", "CHN"]), min_size=1, max_size=3, unique=True).map(
    lambda ids: tuple(sorted(ids))
)
DATES = st.sampled_from(
    ["1992", "1992-03~", "../2026-02-02", "2005/..", "2010-10-06/2010-10-07", "199X", "1992-05-12?"]
)
NUMBERS = st.one_of(st.none(), st.integers(-(2**60), 2**60), st.floats(allow_nan=False, allow_infinity=False))


@st.composite
def said(draw: st.DrawFn) -> tuple[Document, Claim]:
    text = draw(TEXTS)
    key = draw(st.sampled_from("abcdef"))
    return document_of(key, text), relations_of(key, text, draw(PARTIES), draw(DATES))


@given(said(), NUMBERS, DATES)
def test_records_come_back_to_the_letter(one: tuple[Document, Claim], value: int | float | None, date: str) -> None:
    document, claim = one
    number = replace(claim, roles=Quantity(indicator="students", from_="KAZ", to="TUR", value=value))
    for each in (claim, number, replace(claim, alternatives=(When.parse(date),), when=None)):
        assert parse_claim(write_claim(each)) == each
        assert parse_fact(write_fact(fact_of("f", each))) == fact_of("f", each)
    found = replace(document, title=Found(value=document.source.text, how="told"), topic=None)
    assert parse_document(document.source, write_document(found)) == found


@settings(max_examples=25, deadline=None)
@given(st.lists(said(), max_size=6, unique_by=lambda one: one[0].id), st.randoms())
def test_the_order_of_putting_does_not_matter(given_: list[tuple[Document, Claim]], random: object) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder:
        kept = []
        for name, ones in (("a.db", given_), ("b.db", shuffled)):
            with open_register(Path(folder) / name, write=True) as register:
                for document, claim in ones:
                    register.put_document(document, [claim], [], "engine")
                kept.append((list(register.iter_documents()), list(register.iter_claims())))
    assert kept[0] == kept[1]
    assert sorted(kept[0][0], key=lambda document: document.id) == sorted(
        (document for document, _ in given_), key=lambda document: document.id
    )
