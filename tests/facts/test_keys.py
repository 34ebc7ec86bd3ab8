"""Which claims are one thing: names loosely, dates by what they mean for the type."""

from __future__ import annotations

from facts_world import World, claim

from comity.facts import reconcile
from comity.facts.folding import same_name, same_person


def _facts(*claims):
    return reconcile(claims, {}, World()).facts


def test_a_visit_a_year_later_is_another_visit():
    assert (
        len(
            _facts(
                claim("visit SRB KAZ head-of-state", "a", "2010-10-06/2010-10-07"),
                claim("visit SRB KAZ head-of-state", "a", "2010-12-01/2010-12-02"),
            )
        )
        == 2
    )


def test_a_visit_told_by_its_first_day_is_the_same_visit():
    [fact] = _facts(
        claim("visit SRB KAZ head-of-state", "a", "2010-10-06/2010-10-07", person="Boris Tadić", kind="state"),
        claim("visit SRB KAZ head-of-state", "b", "2010-10-06", person="Tadić", places=["Astana"]),
    )
    assert (fact.roles.person, fact.roles.kind, fact.roles.places) == ("Boris Tadić", "state", ("Astana",))


def test_a_month_that_holds_two_visits_joins_neither():
    facts = _facts(
        claim("visit SRB KAZ head-of-state", "a", "2010-10-06"),
        claim("visit SRB KAZ head-of-state", "a", "2010-10-26"),
        claim("visit SRB KAZ head-of-state", "b", "2010-10"),
    )
    assert sorted(str(fact.when) for fact in facts) == ["2010-10", "2010-10-06", "2010-10-26"]


def test_undated_visits_of_two_documents_are_not_taken_for_one():
    assert len(_facts(*(claim("visit KAZ TUR foreign-minister", name) for name in ("a", "b")))) == 2


def test_planned_and_asserted_are_apart():
    facts = _facts(
        claim("visit UKR KAZ head-of-state", "a", "2014", modality="planned"),
        claim("visit UKR KAZ head-of-state", "b", "2014"),
    )
    assert sorted(fact.modality for fact in facts) == ["asserted", "planned"]


def test_an_embassy_without_a_city_joins_the_only_one_with_one():
    facts = _facts(
        claim("mission opened KAZ TUR embassy Ankara", "a", "1992-10-22"),
        claim("mission opened KAZ TUR embassy", "b", "1992"),
    )
    assert [(fact.roles.city, str(fact.when)) for fact in facts] == [("Ankara", "1992-10-22")]


def test_exists_and_opened_stay_two_facts():
    assert (
        len(
            _facts(
                claim("mission opened KAZ AZE embassy Baku", "a", "1994-12-16"),
                claim("mission exists KAZ AZE embassy Baku", "a", "1994-12-16/.."),
            )
        )
        == 2
    )


def test_consular_relations_are_not_diplomatic_ones():
    assert (
        len(
            _facts(
                claim("relations established FRA MNG", "a", "1965-04-27"),
                claim("relations established FRA MNG", "a", "1960-01-05", level="consular"),
            )
        )
        == 2
    )


def test_an_award_with_its_class_is_the_same_award():
    [fact] = _facts(
        claim("honour KAZ Vučić Order of Friendship", "a", "2018-10-08/2018-10-10"),
        claim("honour KAZ Vučić Order of Friendship 1st class", "b", "2018-10-09"),
    )
    assert str(fact.when) == "2018-10-09"


def test_terms_in_the_chair_are_each_a_fact():
    assert (
        len(
            _facts(
                claim("membership holds KAZ OSCE chair", "a", "2010"),
                claim("membership holds KAZ OSCE chair", "a", "2030"),
                claim("membership holds KAZ OSCE chair", "b", "2010-06"),
            )
        )
        == 2
    )


def test_loose_names():
    assert same_person("Vučić", "Aleksandar Vučić")
    assert not same_person("Dragomir Karić", "Milanka Karić")
    assert same_name("Joint Declaration on Strategic Partnership", "joint declaration on strategic partnership")
    assert not same_name("agreement", "agreement on visas")
    assert not same_name("agreement on visas", "agreement on trade")


def test_the_same_thing_has_the_same_name_whoever_says_it():
    one = _facts(claim("relations established KAZ UKR", "a", "1991"))
    other = _facts(claim("relations established KAZ UKR", "b", "1992-07-22"))
    assert one[0].id == other[0].id


def test_relations_with_the_empire_and_with_the_republic_are_two_acts():
    """Thirty years and a change of state lie between them; a day or two would be a disagreement."""
    two = _facts(
        claim("relations established FRA TUR", "a", "1896"),
        claim("relations established FRA TUR", "a", "1926"),
        claim("relations established FRA TUR", "b"),
    )
    assert {str(fact.when): len(fact.claims()) for fact in two} == {"1896": 1, "1926": 2}
    alone = _facts(claim("relations established FRA TUR", "a", "1926"))
    assert alone[0].id in {fact.id for fact in two if str(fact.when) == "1926"}
    near = _facts(
        claim("relations established FRA TUR", "a", "1923-10-01"),
        claim("relations established FRA TUR", "b", "1923-11-01"),
    )
    assert len(near) == 1
