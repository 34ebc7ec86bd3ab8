"""What was typed → whom it means: one, two, several that it may be, or the nearest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.parties.registry import load_registry
from comity.views.search import find_asked, find_party


@pytest.mark.parametrize(
    ("typed", "parties"),
    [
        ("KAZ", ("KAZ",)),
        ("kaz", ("KAZ",)),
        ("哈萨克斯坦", ("KAZ",)),
        ("  Türkiye ", ("TUR",)),
        ("South Korea", ("KOR",)),
        ("KAZ TUR", ("KAZ", "TUR")),
        ("Kazakhstan Turkey", ("KAZ", "TUR")),
        ("哈萨克斯坦和土耳其", ("KAZ", "TUR")),
        ("Kazakistan ile Türkiye", ("KAZ", "TUR")),
        ("Казахстан – Україна", ("KAZ", "UKR")),
        ("South Korea, Kazakhstan", ("KOR", "KAZ")),
    ],
)
def test_names_of_one_and_of_two(typed: str, parties: tuple[str, ...]) -> None:
    assert find_asked(typed).parties == parties


def test_a_name_of_several_chooses_none() -> None:
    found = find_asked("Congo")
    assert found.parties == ()
    assert {one.party for one in found.candidates} == {"COD", "COG"}
    assert find_asked("Congo Kazakhstan").parties == ()


def test_a_misspelt_name_gives_the_nearest_or_the_one_meant() -> None:
    found = find_asked("Kazzakhsttan")
    assert "KAZ" in found.parties + found.near
    assert find_asked("") == find_asked("   ")
    assert find_asked("").parties == ()


def test_a_pair_is_not_one_party() -> None:
    assert len(find_asked("KAZ TUR").parties) == 2
    assert find_party("KAZ").parties == ("KAZ",)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_typed_is_answered_with_parties_that_are_known(text: str) -> None:
    found = find_asked(text)
    known = load_registry()
    assert len(found.parties) <= 2
    assert all(party in known for party in (*found.parties, *found.near, *(one.party for one in found.candidates)))
