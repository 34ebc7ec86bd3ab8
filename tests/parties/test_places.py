"""Places: spot facts that anyone can look up, and the laws of the data files."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import PackError, UsageError
from comity.model.when import When
from comity.packs.organizations import iter_organization_names, load_memberships, load_organizations
from comity.packs.places import iter_city_names, load_cities, load_city_history, load_country_history
from comity.packs.tables import read_rows
from comity.parties.places import load_places

CASES = Path(__file__).parents[1] / "cases" / "places"
PARTIES = Path(__file__).parents[2] / "src" / "comity" / "data" / "parties"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("row", _rows(CASES / "cities.csv"), ids=lambda row: row["name"])
def test_a_city_has_its_geonames_id_and_english_name(row: dict[str, str]) -> None:
    city = load_places().city(row["id"])
    assert (city.name, load_places().country(row["id"])) == (row["name"], row["country"])


@pytest.mark.parametrize("row", _rows(CASES / "countries.csv"), ids=lambda row: f"{row['city']} {row['date']}")
def test_the_country_of_a_city_on_a_day(row: dict[str, str]) -> None:
    assert load_places().country(row["id"], When.parse(row["date"])) == row["party"]


@pytest.mark.parametrize("row", _rows(CASES / "city_names.csv"), ids=lambda row: f"{row['language']} {row['name']}")
def test_a_city_is_called_so(row: dict[str, str]) -> None:
    when = When.parse(row["date"]) if row["date"] else None
    assert load_places().city_name(row["id"], row["language"], when) == row["name"]


@pytest.mark.parametrize("row", _rows(CASES / "organizations.csv"), ids=lambda row: f"{row['language']} {row['name']}")
def test_an_organization_answers_to_its_name(row: dict[str, str]) -> None:
    found = {
        one.organization
        for one in iter_organization_names()
        if one.language == row["language"] and one.name == row["name"]
    }
    assert found == set(row["ids"].split())


def test_letters_with_two_meanings_name_the_other() -> None:
    meanings: dict[tuple[str, str], set[str]] = {}
    for one in iter_organization_names():
        meanings.setdefault((one.language, one.name), set()).add(one.organization)
    for one in iter_organization_names():
        assert set(one.ambiguous) == meanings[one.language, one.name] - {one.organization}


def test_every_country_is_a_known_party() -> None:
    known = {row["id"] for row in _rows(PARTIES / "polities.csv")}
    spells = [spell for history in (load_city_history(), load_country_history()) for spell in history.values()]
    named = {city.country for city in load_cities().values()}
    named |= {spell.party for one in spells for spell in one} | set(load_country_history())
    named |= {one.member for one in load_memberships()}
    assert named - known - _territories() == set()


def _territories() -> set[str]:
    """Places that send and receive no missions of their own, under their ISO 3166-1 codes."""
    return set(_rows(CASES / "territories.csv")[0]["ids"].split())


def test_spells_of_a_place_follow_each_other() -> None:
    for spells in (*load_city_history().values(), *load_country_history().values()):
        for one, other in pairwise(spells):
            assert one.end is not None and other.start is not None
            assert (one.end.last or 0) < (other.start.first or 0)


def test_a_language_has_one_short_name_for_a_city() -> None:
    short = Counter((one.city, one.language) for one in iter_city_names() if one.kind == "short")
    named_twice = {key for key, times in short.items() if times > 1}
    dated = {(one.city, one.language) for one in iter_city_names() if one.kind == "short" and one.start}
    assert named_twice <= dated


def test_every_city_of_a_capital_spell_is_known() -> None:
    capitals = {int(row["city_id"]) for row in _rows(PARTIES / "capitals.csv") if row["city_id"].isdigit()}
    assert capitals - set(load_cities()) == set()


def test_no_name_is_a_listed_word() -> None:
    listed = {(row["language"], row["name"]) for row in _rows(CASES / "words.csv")}
    named = {(one.language.partition("-")[0], one.name) for one in iter_city_names()}
    assert named & listed == set()


def test_what_names_no_party_hides_no_great_city_of_that_name() -> None:
    great = {city for city, one in load_cities().items() if one.population >= 100_000}
    named = {(one.language, one.name.lower()) for one in iter_city_names() if one.city in great}
    for path in sorted((PARTIES / "names").glob("*.csv")):
        hidden = {(path.stem, row["name"].lower()) for row in _rows(path) if row["kind"] == "not"}
        assert hidden & named == set(), path.name


def test_an_organization_ends_after_it_began_and_has_an_english_name() -> None:
    english = {one.organization for one in iter_organization_names() if one.language == "en"}
    for one in load_organizations().values():
        assert one.id in english
        if one.founded is not None and one.ended is not None:
            assert (one.founded.first or 0) <= (one.ended.last or 0)


def test_the_organization_of_african_unity_became_the_african_union() -> None:
    unity = load_places().organization("OAU")
    assert unity.successor == "AU"
    assert unity.exists(When.parse("1975"))
    assert not unity.exists(When.parse("2003"))


def test_members_on_a_day() -> None:
    places = load_places()
    then = {one.member for one in places.members("EU", When.parse("1995-06-01")) if one.role == "member"}
    now = {one.member for one in places.members("EU", When.parse("2024-06-01")) if one.role == "member"}
    assert (len(then), len(now)) == (15, 27)
    assert "GBR" in then - now


def test_an_unknown_city_or_organization_says_where_the_ids_stand() -> None:
    for wrong in (1, "x", "", "٣"):
        with pytest.raises(UsageError, match=r"cities\.csv"):
            load_places().city(wrong)
    with pytest.raises(UsageError, match=r"organizations\.csv"):
        load_places().organization("NAM")
    assert "UN" in load_places() and 1526273 in load_places() and "XYZ" not in load_places()


@given(st.sampled_from(sorted(load_cities())), st.dates())
def test_a_city_is_in_one_country_every_day(city: int, day: object) -> None:
    places = load_places()
    party = places.country(city, When.parse(str(day)))
    assert party == places.country(city) or party in {spell.party for spell in places.city(city).country}


def test_a_wrong_table_tells_every_fault() -> None:
    with pytest.raises(PackError, match=r"line 2: has 1 cells.*line 4: has 3 cells"):
        list(read_rows("a,b\n1\n1,2\n1,2,3\n", "x.csv", ("a", "b")))
    with pytest.raises(PackError, match="columns are a,b"):
        list(read_rows("a,c\n", "x.csv", ("a", "b")))
    faults: list[str] = []
    (row,) = read_rows("start,end\n1992-13,x\n", "x.csv", ("start", "end"))
    row.span(faults)
    assert len(faults) == 2
    (row,) = read_rows("start,end\n1993,1992\n", "x.csv", ("start", "end"))
    row.span(faults)
    assert faults[-1] == "line 2: ends before it begins"
