"""The golden cases: a source and the passages in it, as data in `tests/cases/passages`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from comity.model.document import Document, Found, Source
from comity.model.passage import Passage
from comity.passages import read_passages

CASES = Path(__file__).parents[1] / "cases" / "passages"


def _cases():
    for file in sorted(CASES.glob("*.toml")):
        data = tomllib.loads(file.read_text("utf-8"))
        default = data.get("media_type", f"text/{file.stem}")
        for case in data["case"]:
            yield pytest.param(case, default, id=f"{file.stem}: {case['name']}")


def _passages(text: str, media_type: str, language: str) -> list[Passage]:
    source = Source(id="case", place="case", digest="", media_type=media_type, text=text)
    found = read_passages(Document(source=source, language=Found(value=language, how="told")))
    return [one for one in found if isinstance(one, Passage)]


def _seen(passage: Passage, text: str) -> dict[str, object]:
    place = passage.place
    return {
        "kind": passage.kind.value,
        "text": passage.body.text,
        "quote": text[passage.start : passage.end],
        "start": passage.start,
        "language": passage.language,
        "headings": [heading.text for heading in passage.headings],
        "names": [name.text for name in passage.names],
        "cells": [cell.body.text for cell in passage.cells],
        "headers": [cell.header for cell in passage.cells],
        "cell_names": [[name.text for name in cell.names] for cell in passage.cells],
        "table": place.table if place else None,
        "row": place.row if place else None,
        "heading": place.heading if place else None,
        "lead": passage.lead.quote if passage.lead else None,
        "head": passage.head.quote if passage.head else None,
    }


@pytest.mark.parametrize(("case", "media_type"), list(_cases()))
def test_case(case, media_type):
    text = case["source"]
    passages = _passages(text, media_type, case.get("language", "en"))
    seen = [_seen(passage, text) for passage in passages]
    assert [one["kind"] for one in seen] == [one["kind"] for one in case["expect"]], seen
    for got, wanted in zip(seen, case["expect"], strict=True):
        assert {key: got[key] for key in wanted} == wanted
