"""Every case under tests/cases/quantities: a text with its amounts in brackets, and what they must be read as.

``5400000000 USD`` is a value, ``>4000`` at least, ``<4000`` at most, ``3..4`` a range, ``~`` about, ``#13`` a place in a row;
no unit means a count.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from comity.dates import find_dates
from comity.quantities import QuantityHit, find_quantities

FOLDER = Path(__file__).parents[1] / "cases" / "quantities"
LANGUAGES = ("ar", "de", "en", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh")


def load_cases() -> list[object]:
    cases: list[object] = []
    for language in LANGUAGES:
        data = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
        cases += [pytest.param(language, marked, wants, id=f"{language}: {marked}") for marked, *wants in data["cases"]]
    return cases


def say(hit: QuantityHit) -> str:
    """The hit in the notation of the cases."""
    amount = f"{hit.value}"
    if hit.value is None:
        amount = (
            f"{hit.min}..{hit.max}"
            if None not in (hit.min, hit.max)
            else f">{hit.min}"
            if hit.max is None
            else f"<{hit.max}"
        )
    mark = ("~" if hit.approximate else "") + ("#" if hit.ordinal else "")
    return f"{mark}{amount}" + ("" if hit.unit == "count" else f" {hit.unit}")


@pytest.mark.parametrize(("language", "marked", "wants"), load_cases())
def test_amounts_of_the_text(language: str, marked: str, wants: list[str]) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    dates = [(hit.start_full, hit.end_full) for hit in find_dates(text, language) if not hit.bare]
    hits = find_quantities(text, language, dates)
    assert [say(hit) for hit in hits] == wants
    assert [hit.raw for hit in hits] == re.findall(r"\[([^\]]*)\]", marked)
    assert all(text[hit.start : hit.end] == hit.raw for hit in hits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_cases(language: str) -> None:
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    assert len(data["cases"]) >= 40
