"""The registry's laws, and facts of the world that stand in no doubt."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UnknownParty
from comity.model.when import When
from comity.packs.polities import load_polities
from comity.parties.registry import load_registry

REGISTRY = load_registry()
TABLES = load_polities()

days = st.dates(min_value=date(1816, 1, 1), max_value=date(2026, 12, 31)).map(lambda day: When.parse(day.isoformat()))
parties = st.sampled_from(sorted(REGISTRY))


def when(text: str) -> When:
    return When.parse(text)


@given(parties, days)
def test_a_party_exists_exactly_where_it_has_a_phase(party: str, day: When) -> None:
    covering = [spell for spell in REGISTRY.get(party).spells if spell.when.contains(day)]
    assert REGISTRY.exists(party, day) == bool(covering)
    if len(covering) == 1:
        assert REGISTRY.phase(party, day) == covering[0]


@given(parties, days)
def test_who_relates_exists(party: str, day: When) -> None:
    if party in REGISTRY.existing(day):
        phase = REGISTRY.phase(party, day)
        assert phase is not None and phase.status in ("independent", "limited")


@given(days)
def test_a_year_holds_all_that_its_days_hold(day: When) -> None:
    year = When.parse(str(day)[:4])
    assert set(REGISTRY.existing(day)) <= set(REGISTRY.existing(year))
    assert set(REGISTRY.un_members(day)) <= set(REGISTRY.un_members(year))


@given(days)
def test_members_of_the_united_nations_exist(day: When) -> None:
    for party in REGISTRY.un_members(day):
        assert REGISTRY.exists(party, day)


@given(days)
def test_each_list_gives_a_number_to_one_party_a_day(day: When) -> None:
    for scheme in ("cow", "gw"):
        numbers = [number for party in REGISTRY.members(scheme, day) for number in REGISTRY.codes(party, scheme, day)]
        assert len(numbers) == len(set(numbers))


def test_edges_are_seen_from_both_ends() -> None:
    for edge in TABLES.successions:
        assert edge in REGISTRY.successors(edge.predecessor)
        assert edge in REGISTRY.predecessors(edge.successor)


def test_a_party_that_has_ended_says_what_followed() -> None:
    silent = {
        party for party in REGISTRY if REGISTRY.get(party).kind == "former-state" and not REGISTRY.successors(party)
    }
    assert silent == set()


@pytest.mark.parametrize(
    ("party", "day", "phase"),
    [
        ("YUG", "1980", "YUG-SFRY"),
        ("YUG", "1996-12-10", "YUG-FRY"),
        ("YUG", "1925-06-01", "YUG-KSHS"),
        ("CHN", "1900-01-01", "CHN-QING"),
        ("CHN", "1937-07-07", "CHN-ROC"),
        ("CHN", "1971-10-25", "CHN"),
        ("TUR", "1912", "TUR-OTTOMAN"),
        ("RUS", "1867-03-30", "RUS-EMPIRE"),
        ("DEU", "1960-01-01", "DEU-WEST"),
        ("TZA", "1961-12-09", "TZA-TANGANYIKA"),
        ("EGY", "1960-01-01", "EGY-UAR"),
        ("YAR", "1950-01-01", "YAR-KINGDOM"),
    ],
)
def test_the_phase_is_that_of_the_day(party: str, day: str, phase: str) -> None:
    found = REGISTRY.phase(party, when(day))
    assert found is not None and found.phase == phase
    assert REGISTRY.party_of_phase(phase) == party


@pytest.mark.parametrize(
    ("party", "day", "there"),
    [
        ("KAZ", "1991-12-15", False),
        ("KAZ", "1991-12-16", True),
        ("SUN", "1991-12-26", True),
        ("SUN", "1992", False),
        ("EST", "1939-01-01", True),
        ("EST", "1960-01-01", False),
        ("SYR", "1959-01-01", False),
        ("AUT", "1940-01-01", False),
        ("SRB", "1996-01-01", False),
        ("VNM", "1975-01-01", False),
        ("VDR", "1975-01-01", True),
        ("SSD", "2011-07-09", True),
        ("EU", "1996", True),
        ("OTS", "1999", False),
    ],
)
def test_existence_by_day(party: str, day: str, there: bool) -> None:
    assert REGISTRY.exists(party, when(day)) is there


def test_a_colony_is_there_but_does_not_relate() -> None:
    assert REGISTRY.exists("HKG", when("1950-01-01"))
    assert "HKG" not in REGISTRY.existing(when("1950-01-01"))


def test_russia_continues_the_soviet_union_and_fourteen_leave_it() -> None:
    edges = REGISTRY.successors("SUN", when("1992-01-01"))
    assert [edge.successor for edge in edges if edge.kind == "continues"] == ["RUS"]
    assert {edge.successor for edge in edges if edge.kind == "restores"} == {"EST", "LVA", "LTU"}
    assert len({edge.successor for edge in edges if edge.kind == "splits-off"} - {"PMR"}) == 11


def test_five_succeed_the_socialist_federation_and_the_claim_to_continue_it_is_contested() -> None:
    edges = [edge for edge in REGISTRY.successors("YUG") if edge.predecessor_phase == "YUG-SFRY"]
    assert {edge.successor for edge in edges} == {"SVN", "HRV", "MKD", "BIH", "YUG"}
    assert {edge.kind for edge in edges} == {"succeeds"}
    assert all(edge.contested for edge in edges if edge.successor == "YUG")


def test_serbia_follows_yugoslavia_by_way_of_the_state_union() -> None:
    assert [edge.successor for edge in REGISTRY.successors("YUG") if edge.kind == "continues"] == ["SCG"]
    assert {edge.successor: edge.kind for edge in REGISTRY.successors("SCG")} == {
        "SRB": "continues",
        "MNE": "splits-off",
    }


def test_successors_by_a_day_leave_out_what_came_later() -> None:
    assert REGISTRY.successors("SDN", when("2000-01-01")) == ()
    assert [edge.successor for edge in REGISTRY.successors("SDN", when("2011"))] == ["SSD"]


def test_codes_are_attributes_not_keys() -> None:
    assert REGISTRY.holders("cow", "970") == ("NRU",)
    assert REGISTRY.holders("gw", "970") == ("KIR",)
    assert REGISTRY.holders("cow", "365", when("1950")) == ("SUN",)
    assert REGISTRY.holders("cow", "255", when("1850")) == ("PRU",)
    assert REGISTRY.codes("DEU", "numeric", when("1985")) == ("280",)
    assert REGISTRY.codes("DEU", "numeric", when("2000")) == ("276",)
    assert REGISTRY.codes("COD", "iso3", when("1980")) == ("COD", "ZAR")


def test_continents_of_both_schemes() -> None:
    assert REGISTRY.continents("TUR") == ("asia", "europe")
    assert REGISTRY.continents("FRA") == ("europe",)
    assert REGISTRY.continents("MEX") == ("central-america",)
    assert REGISTRY.continents("TLS") == ("asia",)


def test_capitals_by_day() -> None:
    almaty, astana, bonn = 1526384, 1526273, 2946447
    assert REGISTRY.capital("KAZ", when("1995-01-01")) == almaty
    assert REGISTRY.capital("KAZ", when("2000-01-01")) == astana
    assert REGISTRY.capital("KAZ") == astana
    assert REGISTRY.capital("DEU", when("1975")) == bonn
    assert REGISTRY.capital("FER") is None


def test_names_in_languages() -> None:
    assert REGISTRY.name("KAZ", "en") == "Kazakhstan"
    assert REGISTRY.name("KAZ", "zh") == "哈萨克斯坦"
    assert REGISTRY.name("KAZ", "tr") == "Kazakistan"
    assert REGISTRY.name("EU", "en") == "European Union"
    assert REGISTRY.name("COD", "en", when("1980")) == "Zaire"


def test_an_unknown_id_is_refused_with_what_it_looks_like() -> None:
    with pytest.raises(UnknownParty, match="did you mean KAZ"):
        REGISTRY.get("KAZA")
    with pytest.raises(UnknownParty):
        REGISTRY.exists("NOWHERE", when("2000"))
    with pytest.raises(UnknownParty):
        REGISTRY.party_of_phase("YUG-NONE")


def test_organizations_answer_as_parties() -> None:
    assert REGISTRY.get("EU").kind == "organization"
    assert "EU" in REGISTRY and "EU" not in set(REGISTRY)
    assert REGISTRY.successors("EU") == ()
    assert REGISTRY.capital("EU") is None


def test_no_gap_is_a_day_wide_by_mistake() -> None:
    """Between two spells of one party lies nothing, or a real interruption of at least ten days."""
    for party in REGISTRY:
        spells = REGISTRY.get(party).spells
        for earlier, later in pairwise(spells):
            assert earlier.when.last is not None and later.when.first is not None
            gap = timedelta(days=later.when.first - earlier.when.last - 1).days
            assert gap == 0 or gap >= 10, (party, earlier.phase, later.phase, gap)
