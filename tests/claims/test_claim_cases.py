"""Sentences and the claims they make, as data: ``tests/cases/claims/*.toml``, one file a language or a subject."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.claims import extract_claims
from comity.model.claim import Claim, to_json
from comity.model.document import Source
from comity.model.passage import Passage
from comity.parties.index import load_index
from comity.passages import read_document, read_passages

CASES = Path(__file__).parent.parent / "cases" / "claims"
BESIDE = ("evidence", "context", "rule", "city_id", "alternatives", "table", "row", "heading")


def claims_of(text: str) -> list[Claim]:
    source = Source(id="case", place="case", digest="", media_type="text/plain", text=text)
    document = read_document(source, load_index())
    passages = [one for one in read_passages(document) if isinstance(one, Passage)]
    return [one for one in extract_claims(document, passages) if isinstance(one, Claim)]


def plain(claim: Claim) -> dict[str, object]:
    said = {key: value for key, value in to_json(claim).items() if key not in BESIDE}
    if said["modality"] == "asserted":
        del said["modality"]
    return said


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1):
            yield pytest.param(case, id=f"{path.stem}-{number}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_text_makes_just_the_claims_listed(case: dict[str, object]) -> None:
    text = f"{case['title']}\n\n{case['text']}\n"
    claims = claims_of(text)
    wanted = sorted(map(repr, map(sorted, (dict(one).items() for one in case["claims"]))))  # type: ignore[attr-defined]
    assert sorted(map(repr, map(sorted, (plain(one).items() for one in claims)))) == wanted
    assert all(one.evidence.holds_in(text) for one in claims)
