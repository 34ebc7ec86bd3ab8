"""Every language's case file is read with a precision of 0.99 and a recall of 0.95 at least, namesakes without a fault."""

from __future__ import annotations

import pytest
from name_cases import CASES, iter_sentences, tally

LANGUAGES = sorted(path.stem for path in CASES.glob("*.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_file_is_found(language: str) -> None:
    found = tally(language, language)
    assert found.precision >= 0.99, "\n".join(found.faults)
    assert found.recall >= 0.95, "\n".join(found.faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_namesakes_are_never_confused(language: str) -> None:
    found = tally(language, language, about="namesakes")
    assert found.faults == []
    assert found.right >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_file_is_large_enough_to_mean_something(language: str) -> None:
    sentences = list(iter_sentences(language))
    assert sum(len(one.mentions) for one in sentences) >= 150
    assert sum(not one.mentions for one in sentences) >= 5
