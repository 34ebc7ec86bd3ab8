"""What goes on with a successor: only a continuation, as a conclusion that says so."""

from __future__ import annotations

from facts_world import World, claim

from comity.facts import reconcile
from comity.model.fact import Standing


def _pairs(found):
    return {fact.roles.parties: fact for fact in found.facts if fact.type == "relations" and fact.inference is not None}


def test_relations_with_yugoslavia_go_on_with_serbia_and_not_with_montenegro():
    found = reconcile([claim("relations established KAZ YUG", "a", "1996-12-10")], {}, World())
    inferred = _pairs(found)
    assert set(inferred) == {("KAZ", "SCG"), ("KAZ", "SRB")}
    serbia = inferred["KAZ", "SRB"]
    assert (serbia.standing, str(serbia.when)) == (Standing.INFERRED, "2006-06-05/..")
    assert str(inferred["KAZ", "SCG"].when) == "2003-02-04/2006-06-05"
    assert "1996-12-10" in serbia.inference.reason and "Serbia and Montenegro" in serbia.inference.reason
    base = next(fact for fact in found.facts if fact.roles.parties == ("KAZ", "YUG"))
    assert serbia.inference.facts == (base.id,)
    assert serbia.claims() == ()


def test_a_state_that_came_out_of_another_inherits_nothing():
    found = reconcile([claim("relations established FRA SUN", "a", "1924-10-28")], {}, World())
    assert set(_pairs(found)) == {("FRA", "RUS")}


def test_both_parties_may_be_continued_and_never_with_one_that_is_gone():
    claims = [
        claim("relations established YUG FRA", "a", "1992-05-05"),
        claim("relations established SUN YUG", "a", "1955"),
    ]
    assert set(_pairs(reconcile(claims[:1], {}, World()))) == {("FRA", "SCG"), ("FRA", "SRB")}
    assert ("SCG", "SUN") not in _pairs(reconcile(claims, {}, World()))


def test_a_break_in_the_same_name_ends_what_goes_on():
    """The Federal Republic of 1992 succeeded the Socialist one and did not continue it."""
    assert _pairs(reconcile([claim("relations established FRA YUG", "a", "1946")], {}, World())) == {}


def test_a_document_that_says_it_itself_needs_no_conclusion():
    claims = [
        claim("relations established KAZ YUG", "a", "1996-12-10"),
        claim("relations established KAZ SRB", "b", "2006-07-01"),
    ]
    assert ("KAZ", "SRB") not in _pairs(reconcile(claims, {}, World()))


def test_severed_relations_do_not_go_on():
    claims = [
        claim("relations established FRA SUN", "a", "1924-10-28"),
        claim("relations severed FRA SUN", "a", "1941-06-30"),
    ]
    assert _pairs(reconcile(claims, {}, World())) == {}
    claims.append(claim("relations restored FRA SUN", "a", "1944-10-23"))
    assert set(_pairs(reconcile(claims, {}, World()))) == {("FRA", "RUS")}
