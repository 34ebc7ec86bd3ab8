"""Development data beside the checkout, where present: evidence and rows of its labels against what is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comity.documents import load_sources
from comity.model.document import Source
from comity.model.passage import Passage
from comity.packs.reading import load_sentence_rules
from comity.parties.index import load_index
from comity.passages import read_document, read_passages
from comity.text import split_sentences

SHARED = Path(__file__).parents[3] / "shared"
FILES = sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []

pytestmark = pytest.mark.skipif(not FILES, reason="no development data beside this checkout")


def _read(file: Path) -> tuple[Source, list[Passage]]:
    (source,) = load_sources([file])
    assert isinstance(source, Source)
    passages = read_passages(read_document(source, load_index()))
    return source, [one for one in passages if isinstance(one, Passage)]


def _gold(file: Path) -> list[dict]:
    lines = (SHARED / "gold" / f"{file.stem}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _stretches(passages: list[Passage]) -> set[tuple[int, int]]:
    out = {(one.start, one.end) for one in passages}
    for one in passages:
        if not one.cells:
            out |= {
                one.body.source_span(*span)
                for span in split_sentences(one.body.text, load_sentence_rules(one.language))
            }
    return out


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_evidence_lies_in_a_sentence_or_row(file):
    _, passages = _read(file)
    stretches = _stretches(passages)
    for claim in _gold(file):
        start, end = claim["evidence"]["start"], claim["evidence"]["end"]
        assert any(first <= start and end <= last for first, last in stretches), claim["evidence"]["quote"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_row_has_its_place_and_its_quote(file):
    _, passages = _read(file)
    rows = {(one.start, one.end): one.place for one in passages if one.place is not None}
    for claim in (one for one in _gold(file) if "row" in one):
        place = rows[claim["evidence"]["start"], claim["evidence"]["end"]]
        assert place is not None
        assert (place.table, place.row, place.heading) == (claim["table"], claim["row"], claim["heading"])
