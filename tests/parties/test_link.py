"""Which party a name means: date, what is named nearby, ids and names of any language, ambiguity that stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UnknownParty
from comity.model.when import When
from comity.packs.namesakes import load_link_reasons, load_namesakes
from comity.parties.index import load_index
from comity.parties.link import link_party, resolve_name
from comity.parties.registry import load_registry

KINSHASA, BRAZZAVILLE, PYONGYANG, BONN = "2314302", "2260535", "1871859", "2946447"


def ranked(*ids: str, when: str = "", near: tuple[str, ...] = ()) -> list[str]:
    found = link_party(ids, when=When.parse(when) if when else None, neighbours=near)
    return [one.party for one in found]


def meant(name: str, when: str = "", language: str | None = None) -> str:
    found = resolve_name(name, language, When.parse(when) if when else None)
    assert found, name
    assert len(found) == 1 or found[0].score > found[1].score, found
    return found[0].party


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("KAZ", "KAZ"),
        ("哈萨克斯坦", "KAZ"),
        ("哈薩克", "KAZ"),
        ("Türkiye", "TUR"),
        ("türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Türk", "TUR"),
        ("Kazakistan'ın", "KAZ"),
        ("Казахстаном", "KAZ"),
        ("Қазақстанның", "KAZ"),
        ("Ottoman Empire", "TUR"),
        ("Persia", "IRN"),
        ("SSCB", "SUN"),
        ("KKTC", "NCY"),
        ("波黑", "BIH"),
        ("NATO", "NATO"),
        ("Birleşmiş Milletler", "UN"),
        ("the Netherlands", "NLD"),
    ],
)
def test_a_name_of_any_language_or_an_id_is_understood(name: str, party: str) -> None:
    assert meant(name) == party


@pytest.mark.parametrize(
    ("name", "when", "party"),
    [
        ("Germany", "1960-01-01", "DEU"),
        ("Yugoslavia", "1980", "YUG"),
        ("Yugoslavia", "1996-12-10", "YUG"),
        ("Yugoslavia", "2004-05-05", "SCG"),
        ("Republic of China", "1930", "CHN"),
        ("Republic of China", "1955", "TWN"),
        ("China", "1960", "CHN"),
        ("Russia", "1970", "SUN"),
        ("Russia", "1995", "RUS"),
        ("Korea", "1900", "JOSEON"),
        ("Vietnam", "1990", "VNM"),
        ("Yemen", "2000", "YEM"),
        ("Austria", "1900", "AUH"),
    ],
)
def test_a_name_is_taken_as_of_its_date(name: str, when: str, party: str) -> None:
    assert meant(name, when) == party


@pytest.mark.parametrize(
    ("name", "when", "parties"),
    [
        ("Congo", "", {"COD", "COG"}),
        ("Korea", "1990", {"KOR", "PRK"}),
        ("Kore", "", {"KOR", "PRK"}),
        ("Vietnam", "1960", {"VDR", "RVN"}),
        ("Dominican", "", {"DMA", "DOM"}),
    ],
)
def test_ambiguous_stays_ambiguous(name: str, when: str, parties: set[str]) -> None:
    found = resolve_name(name, None, When.parse(when) if when else None)
    assert found[0].score == found[1].score
    assert {found[0].party, found[1].party} == parties


def test_nobody_answers_to_a_name_that_is_none() -> None:
    assert resolve_name("Xyzzyland") == ()
    assert resolve_name("") == ()
    assert resolve_name("Bitlis") == ()


def test_a_capital_may_stand_for_its_government_weakly() -> None:
    (found,) = resolve_name("Ankara")
    assert (found.party, found.score) == ("TUR", 0.4)


def test_an_adjective_is_a_weaker_name() -> None:
    assert resolve_name("Kazakh")[0].score < resolve_name("Kazakhstan")[0].score == 1.0


def test_a_name_out_of_its_time_is_weaker_and_says_so() -> None:
    late, then = (
        resolve_name("Swaziland", "en", When.parse("2020"))[0],
        resolve_name("Swaziland", "en", When.parse("2000"))[0],
    )
    assert late.score < then.score
    assert any("2020" in reason for reason in late.reasons)


def test_a_capital_named_nearby_decides() -> None:
    assert ranked("COD", "COG", near=(KINSHASA,))[0] == "COD"
    assert ranked("COD", "COG", near=(BRAZZAVILLE,))[0] == "COG"
    assert ranked("KOR", "PRK", near=(PYONGYANG,))[0] == "PRK"
    assert ranked("DEU", when="1960", near=(BONN,))[0] == "DEU"


def test_a_party_named_nearby_decides() -> None:
    found = link_party(("BRA", "PAK", "PSE"), neighbours={"PAK", "CHN"})
    assert found[0].party == "PAK"
    assert load_link_reasons()["beside"] in found[0].reasons


def test_a_party_that_did_not_exist_comes_last() -> None:
    assert ranked("RUS", "SUN", when="1970") == ["SUN", "RUS"]
    assert ranked("RUS", "SUN", when="2020") == ["RUS", "SUN"]
    assert ranked("SUN", when="1995") == ["SUN", "RUS"]


def test_an_unknown_id_is_refused() -> None:
    with pytest.raises(UnknownParty):
        link_party(("NOWHERE",))


def test_every_candidate_has_a_reason_in_words() -> None:
    for one in (*resolve_name("Germany", "en", When.parse("1960")), *link_party(("COD", "COG"), neighbours={KINSHASA})):
        assert one.reasons
        assert all("{" not in reason for reason in one.reasons)


def test_namesakes_and_names_are_of_parties_that_are_known() -> None:
    known = load_registry()
    for parties, rows in load_namesakes().items():
        assert all(party in known for party in (*parties, *(one.other for one in rows)))
    for language in ("en", "tr", "zh"):
        assert language in load_index().languages


ids = st.lists(
    st.sampled_from(["COD", "COG", "KOR", "PRK", "CHN", "TWN", "DEU", "RUS", "SUN", "EC", "EEC"]),
    min_size=1,
    max_size=4,
    unique=True,
)


@settings(deadline=None)
@given(ids, st.integers(1820, 2025), st.sets(st.sampled_from([KINSHASA, PYONGYANG, BONN, "PRK", "CHN", "1"])))
def test_scores_are_shares_and_order_does_not_matter(parties: list[str], year: int, near: set[str]) -> None:
    when = When.parse(str(year))
    found = link_party(parties, when=when, neighbours=near)
    assert abs(sum(one.score for one in found) - 1) < 0.001
    assert {one.party for one in found} >= set(parties)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    again = link_party(parties[::-1], when=when, neighbours=sorted(near, reverse=True))
    assert [(one.party, one.score) for one in again] == [(one.party, one.score) for one in found]


@pytest.mark.parametrize(
    ("name", "when", "party"),
    [
        ("West Germany", "1970", "DEU"),
        ("BRD", "1975", "DEU"),
        ("КНР", "1960", "CHN"),
        ("PRC", "1960", "CHN"),
        ("中华民国", "1930", "CHN"),
        ("中华民国", "1960", "TWN"),
        ("ROC", "1930", "CHN"),
        ("ROC", "1960", "TWN"),
    ],
)
def test_a_name_that_says_which_is_nobody_else_s(name: str, when: str, party: str) -> None:
    """Germany may be East Germany too in 1970; West Germany may not."""
    found = resolve_name(name, None, When.parse(when))
    assert found[0].party == party
    assert all(one.score < 0.01 for one in found[1:])


@pytest.mark.parametrize(
    ("name", "when", "party"),
    [
        ("Korea, South", "1990", "KOR"),
        ("Korea, Republic of", "", "KOR"),
        ("Congo, Democratic Republic of the", "", "COD"),
        ("Yemen, North", "1975", "YAR"),
        ("Turkey (Ottoman Empire)", "1890", "TUR"),
        ("Germany (Prussia)", "1850", "PRU"),
        ("Germany (Prussia)", "1900", "DEU"),
        ("Macedonia (FYROM)", "2000", "MKD"),
        ("Iran (Islamic Republic of)", "", "IRN"),
        ("Hawaii", "1880", "HAWAII"),
        ("Texas", "1840", "TEXAS"),
        ("Sardinia", "1850", "SARD"),
        ("S. Korea", "", "KOR"),
        ("German Federal Republic", "1970", "DEU"),
    ],
)
def test_names_as_lists_and_tables_write_them(name: str, when: str, party: str) -> None:
    assert meant(name, when) == party


@pytest.mark.parametrize("name", ["", ",", "()", "Nowhere, South", "Nowhere (Siam", "(Siam)", "a, b, c", ", Siam"])
def test_what_only_looks_like_a_list_s_name_does_no_harm(name: str) -> None:
    assert {one.party for one in resolve_name(name)} <= {"THA"}
