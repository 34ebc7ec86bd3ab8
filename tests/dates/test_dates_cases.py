"""Every case under tests/cases/dates: a text with its dates in brackets, and the whens they must be read as."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from comity.dates import DateContext, find_dates
from comity.model.when import When

FOLDER = Path(__file__).parents[1] / "cases" / "dates"
LANGUAGES = ("ar", "de", "en", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh")


def load_cases() -> list[object]:
    cases: list[object] = []
    for language in LANGUAGES:
        data = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
        for group in data["group"]:
            context = DateContext(
                document=When.parse(group["document"]) if "document" in group else None,
                previous=When.parse(group["previous"]) if "previous" in group else None,
                order=group.get("order"),
            )
            for marked, *whens in group["cases"]:
                cases.append(pytest.param(language, context, marked, whens, id=f"{language}: {marked}"))
    return cases


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and where they stood."""
    text, spans, start = "", [], 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            start = len(text)
        elif piece == "]":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans


@pytest.mark.parametrize(("language", "context", "marked", "whens"), load_cases())
def test_dates_of_the_text(language: str, context: DateContext, marked: str, whens: list[str]) -> None:
    text, spans = unmark(marked)
    hits = find_dates(text, language, context)
    kinds = [f"{hit.kind}:" if ":" in want else "" for hit, want in zip(hits, whens, strict=False)]
    found = [f"{kind}{hit.when}" for hit, kind in zip(hits, [*kinds, *[""] * len(hits)], strict=False)]
    assert found == whens
    assert [text[hit.start : hit.end] for hit in hits] == [text[start:end] for start, end in spans]
    assert [(hit.start, hit.end) for hit in hits] == spans
    assert all(hit.start_full <= hit.start < hit.end <= hit.end_full for hit in hits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_cases(language: str) -> None:
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    assert sum(len(group["cases"]) for group in data["group"]) >= 60
