"""Whom the published lists count: the Correlates of War, Gleditsch and Ward, and the United Nations.

The totals are published ones. State-years, 1816 to 2020: 16,731 for COW (the R package peacesciencer, `create_stateyears`)
and 19,864 for Gleditsch-Ward (V-Dem's demspaces, gw-state-age). Tenures, a state's unbroken times in the
system: 243 in COW v2016 (the R package igoR, `states2016`), 239 in Gleditsch-Ward to 2020 (isard, `gw_system`). Members by year: the United Nations' own growth table.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from comity.model.when import When
from comity.packs.polities import load_polities
from comity.parties.registry import load_registry

REGISTRY = load_registry()
TABLES = load_polities()


def when(text: str) -> When:
    return When.parse(text)


def state_years(scheme: str, last: int) -> int:
    """How many pairs of a number and a year the list has, a year counting with any of its days."""
    found: set[tuple[str, int]] = set()
    for code in TABLES.codes:
        if code.scheme == scheme:
            begin = int(code.when.start.year) if code.when.start else 1816
            end = int(code.when.end.year) if code.when.end else last
            found.update((code.code, year) for year in range(begin, min(end, last) + 1))
    return len(found)


@pytest.mark.parametrize(
    ("scheme", "last", "published"),
    [("cow", 2016, 15_951), ("cow", 2020, 16_731), ("cow", 2022, 17_121), ("gw", 2020, 19_864)],
)
def test_state_years_are_the_published_ones(scheme: str, last: int, published: int) -> None:
    assert state_years(scheme, last) == published


def tenures(scheme: str, last: str) -> int:
    """How many unbroken times in the system the list has until a day, whichever of our parties held the number."""
    ever = date.max.toordinal()
    spans: dict[str, list[tuple[int, int]]] = {}
    for code in TABLES.codes:
        if code.scheme == scheme and (code.when.first or 0) <= date.fromisoformat(last).toordinal():
            spans.setdefault(code.code, []).append((code.when.first or 0, code.when.last or ever))
    breaks = (one[1] + 1 < other[0] for held in spans.values() for one, other in pairwise(sorted(held)))
    return len(spans) + sum(breaks)


@pytest.mark.parametrize(("scheme", "last", "published"), [("cow", "2016-12-31", 243), ("gw", "2020-12-31", 239)])
def test_tenures_are_the_published_ones(scheme: str, last: str, published: int) -> None:
    assert tenures(scheme, last) == published


def test_the_lists_have_their_numbers() -> None:
    assert len({code.code for code in TABLES.codes if code.scheme == "cow"}) == 217
    assert len({code.code for code in TABLES.codes if code.scheme == "gw"}) == 225


@pytest.mark.parametrize(
    ("day", "cow", "gw"), [("1816-01-01", 23, 48), ("1920-12-31", 59, 67), ("2016-12-31", 195, 197)]
)
def test_members_of_the_lists_by_day(day: str, cow: int, gw: int) -> None:
    assert len(REGISTRY.members("cow", when(day))) == cow
    assert len(REGISTRY.members("gw", when(day))) == gw


UN_GROWTH = {
    1945: 51, 1946: 55, 1947: 57, 1948: 58, 1949: 59, 1950: 60, 1955: 76, 1956: 80, 1957: 82, 1958: 82, 1960: 99,
    1961: 104, 1962: 110, 1963: 113, 1964: 115, 1965: 117, 1966: 122, 1967: 123, 1968: 126, 1970: 127, 1971: 132,
    1973: 135, 1974: 138, 1975: 144, 1976: 147, 1977: 149, 1978: 151, 1979: 152, 1980: 154, 1981: 157, 1983: 158,
    1984: 159, 1990: 159, 1991: 166, 1992: 179, 1993: 184, 1994: 185, 1999: 188, 2000: 189, 2002: 191, 2006: 192,
    2011: 193, 2024: 193,
}  # fmt: skip


@pytest.mark.parametrize(("year", "members"), UN_GROWTH.items())
def test_members_of_the_united_nations_at_the_end_of_a_year(year: int, members: int) -> None:
    assert len(REGISTRY.un_members(when(f"{year}-12-31"))) == members


def test_indonesia_was_away() -> None:
    assert "IDN" not in REGISTRY.un_members(when("1965-06-01"))
    assert "IDN" in REGISTRY.un_members(when("1966-10-01"))


def test_the_seat_passes_with_the_state() -> None:
    assert {"YUG", "SCG", "SRB"} & set(REGISTRY.un_members(when("2002-01-01"))) == {"YUG"}
    assert {"YUG", "SCG", "SRB"} & set(REGISTRY.un_members(when("2005-01-01"))) == {"SCG"}
    assert {"YUG", "SCG", "SRB"} & set(REGISTRY.un_members(when("2010-01-01"))) == {"SRB"}


def test_all_present_members_are_states_with_iso_codes() -> None:
    members = REGISTRY.un_members(when("2024-01-01"))
    assert all(REGISTRY.get(party).kind == "state" for party in members)
    assert all(REGISTRY.codes(party, "iso3", when("2024-01-01")) == (party,) for party in members)


# Parties that a list counts on days our spells do not have; each is explained in docs/reference/parties.md.
EXPLAINED = {
    "cow": "AUH AUT BAD BAV COL MLI PER POL RHO WRT ZAN",
    "gw": """ANNAM AUH AUT BGR COL DDR DOM HAN HSE HUN IRL LVA MDV MEC MEX MMR MODE NZL OFS PAPAL PARM PER RHO RWA SAX SEN
        SLV SYR TIBET TUN TUSC VEN VUT ZAN ZARP""",
}


@pytest.mark.parametrize("scheme", ["cow", "gw"])
def test_what_a_list_counts_is_there_but_for_the_explained(scheme: str) -> None:
    codes = [code for code in TABLES.codes if code.scheme == scheme]
    assert {code.party for code in codes if not _covered(code.party, code.when)} == set(EXPLAINED[scheme].split())


@pytest.mark.parametrize("scheme", ["cow", "gw"])
def test_every_explained_party_stands_in_the_reference(scheme: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "parties.md").read_text(encoding="utf-8")
    assert [party for party in EXPLAINED[scheme].split() if f"`{party}`" not in page] == []


def _covered(party: str, span: When) -> bool:
    """Whether the party is there on every day of the span, from 1816 to 2016."""
    first, last = when("1816-01-01").first, when("2016-12-31").last
    assert first is not None and last is not None
    day, end = max(span.first or first, first), min(span.last or last, last)
    for spell in REGISTRY.get(party).spells:
        if (spell.when.first or first) <= day <= (spell.when.last or last):
            day = (spell.when.last or last) + 1
    return day > end
