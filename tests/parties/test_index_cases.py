"""Every language's case files are read with a precision of 0.99 and a recall of 0.95 at least, namesakes without a fault.

``en.toml`` and ``en-2.toml`` are one language's, and `zh-Hant` is Chinese in traditional characters; the second
was written later, to see how the first had been fitted (docs/reference/names.md says what it found).
"""

from __future__ import annotations

import pytest
from name_cases import CASES, Tally, iter_sentences, tally

FILES = sorted(path.stem for path in CASES.glob("*.toml"))
VARIETIES = ("ar", "de", "en", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh", "zh-Hant")


def files_of(variety: str) -> list[str]:
    return [name for name in FILES if name.removesuffix("-2") == variety]


def read_all(variety: str, about: str = "") -> Tally:
    """What the index makes of all files of a language, or of a script of it."""
    language = variety.partition("-")[0]
    whole = Tally()
    for one in (tally(name, language, about) for name in files_of(variety)):
        whole.right += one.right
        whole.missed += one.missed
        whole.wrong += one.wrong
        whole.faults += one.faults
    return whole


def test_every_file_is_read() -> None:
    assert sorted(name for variety in VARIETIES for name in files_of(variety)) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_case_file_is_found(name: str) -> None:
    found = tally(name, name.partition("-")[0])
    assert found.precision >= 0.99, "\n".join(found.faults)
    assert found.recall >= 0.95, "\n".join(found.faults)


@pytest.mark.parametrize("variety", VARIETIES)
def test_namesakes_are_never_confused(variety: str) -> None:
    found = read_all(variety, about="namesakes")
    assert found.faults == []
    assert found.right >= 20


@pytest.mark.parametrize("variety", VARIETIES)
def test_the_case_files_are_large_enough_to_mean_something(variety: str) -> None:
    sentences = [one for name in files_of(variety) for one in iter_sentences(name)]
    assert sum(len(one.mentions) for one in sentences) >= 150
    assert sum(not one.mentions for one in sentences) >= 4
