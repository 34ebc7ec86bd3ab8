"""Persons' decisions: what each does to the facts, who is heard where two differ, what no longer binds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facts_world import World, claim, document, row

from comity.errors import ModelError
from comity.facts import Reconciled, reconcile
from comity.model.claim import Claim
from comity.model.fact import Fact, Rank, Standing
from comity.model.judgement import (
    Judgement,
    Mark,
    Verdict,
    from_json_judgement,
    make_judgement,
    mark_claim,
    mark_fact,
    to_json_judgement,
)

MARCH = claim("relations established KAZ TUR", "a", "1992-03-02")
APRIL = claim("relations established KAZ TUR", "b", "1992-04-04")


def judge(verdict: str, *marks: Mark, by: str = "Ayşe", on: str = "2026-11-01", **change: object) -> Judgement:
    return make_judgement(Verdict(verdict), by=by, on=on, why="I saw the treaty.", marks=marks, **change)


def undo(one: Judgement, by: str = "Ayşe", on: str = "2026-11-09") -> Judgement:
    return make_judgement(Verdict.UNDO, by=by, on=on, why="I was wrong.", undoes=one.id)


def ruled(claims: list[Claim], *judgements: Judgement) -> Reconciled:
    return reconcile(claims, {}, World(), judgements=judgements)


def fact_of(found: Reconciled, event: str = "established") -> Fact:
    (fact,) = (one for one in found.facts if getattr(one.roles, "event", "") == event)
    return fact


def states(found: Reconciled) -> list[str]:
    return [one.state for one in found.rulings]


def test_a_rejected_quote_leaves_the_facts_and_its_fact_says_who_took_it_away() -> None:
    one = judge("reject", mark_claim(APRIL))
    found = ruled([MARCH, APRIL], one)
    fact = fact_of(found)
    assert fact.standing is Standing.SINGLE
    assert fact.claims() == (MARCH.id,)
    assert fact.judgements == (one.id,)
    (ruling,) = found.rulings
    assert (ruling.state, ruling.claims, ruling.facts) == ("applied", (APRIL.id,), (fact.id,))


def test_one_ruling_settles_every_copy_and_one_bound_to_a_document_only_its_own() -> None:
    copies = [replace(APRIL, document=name, evidence=APRIL.evidence) for name in ("b", "mirror-1", "mirror-2")]
    assert fact_of(ruled([MARCH, *copies], judge("reject", mark_claim(APRIL)))).claims() == (MARCH.id,)
    one = judge("reject", mark_claim(APRIL, document="mirror-1"))
    assert copies[1].id not in fact_of(ruled([MARCH, *copies], one)).claims()
    assert {copies[0].id, copies[2].id} < set(fact_of(ruled([MARCH, *copies], one)).claims())


def test_an_accepted_value_stands_first_and_says_who_and_why() -> None:
    for mark in (mark_claim(APRIL), replace_date(fact_of(ruled([MARCH, APRIL])), "1992-04-04")):
        fact = fact_of(ruled([MARCH, APRIL], judge("accept", mark)))
        assert (str(fact.when), fact.standing) == ("1992-04-04", Standing.JUDGED)
        assert "Ayşe" in fact.preferred.reason and "I saw the treaty." in fact.preferred.reason
        assert [reading.rank for reading in fact.readings].count(Rank.PREFERRED) == 1
        assert set(fact.claims()) == {MARCH.id, APRIL.id}


def replace_date(fact: Fact, date: str) -> Mark:
    reading = next(one for one in fact.readings if str(one.when) == date)
    return mark_fact(replace(fact, readings=(reading,)))


def test_a_corrected_date_and_role_are_the_fact_s_over_the_same_evidence() -> None:
    fact = fact_of(ruled([MARCH], judge("correct", mark_claim(MARCH), date="1992-03-03")))
    assert str(fact.when) == "1992-03-03"
    assert fact.claims() == (MARCH.id,)
    assert "I saw the treaty." in fact.preferred.reason
    moved = fact_of(ruled([MARCH], judge("correct", mark_claim(MARCH), parties=["MNG", "KAZ"])))
    assert moved.roles.parties == ("KAZ", "MNG")


def test_a_fact_s_date_is_corrected_over_all_its_claims() -> None:
    fact = fact_of(ruled([MARCH, APRIL]))
    judged = fact_of(ruled([MARCH, APRIL], judge("correct", mark_fact(fact), date="1992-03-03")))
    assert (judged.id, str(judged.when), judged.standing) == (fact.id, "1992-03-03", Standing.JUDGED)
    assert {str(reading.when) for reading in judged.readings[1:]} == {"1992-03-02", "1992-04-04"}


def test_a_rejected_fact_is_in_no_answer_and_neither_is_what_was_concluded_from_it() -> None:
    yug = claim("relations established KAZ YUG", "a", "1996-12-10")
    fact = fact_of(ruled([yug]), "established")
    inferred = [one for one in ruled([yug]).facts if one.standing is Standing.INFERRED]
    assert inferred
    assert ruled([yug], judge("reject", mark_fact(fact))).facts == ()
    less = ruled([yug], judge("reject", mark_fact(inferred[0])))
    assert inferred[0].id not in {one.id for one in less.facts}
    assert fact.id in {one.id for one in less.facts}
    assert states(less) == ["applied"]


def test_a_rejected_fact_of_a_row_that_inherits_leaves_the_other() -> None:
    row_of_both = replace(claim("relations established AZE FRA", "a", "1992-02-21"), evidence=MARCH.evidence)
    older = replace(claim("relations established FRA SUN", "a", "1924-10-28"), evidence=MARCH.evidence)
    fact = next(one for one in ruled([row_of_both, older]).facts if "SUN" in one.roles.parties)
    left = ruled([row_of_both, older], judge("reject", mark_fact(fact)))
    assert {one.roles.parties for one in left.facts if one.claims()} == {("AZE", "FRA")}


def test_two_names_are_one_thing_and_one_name_is_two() -> None:
    titles = [
        claim("agreement signed KAZ TUR Treaty of Friendship", "a", "1991-03-15"),
        claim("agreement signed KAZ TUR Dostluk Antlaşması", "b", "1991-03-15"),
    ]
    assert len(ruled(titles).facts) == 2
    for marks in ([mark_claim(one) for one in titles], [mark_fact(one) for one in ruled(titles).facts]):
        found = ruled(titles, judge("same", *marks))
        assert len(found.facts) == 1
        assert found.facts[0].judgements
    apart = ruled([MARCH, APRIL], judge("not-same", mark_claim(MARCH), mark_claim(APRIL)))
    assert len(apart.facts) == 2
    assert len({one.id for one in apart.facts}) == 2
    assert {one.standing for one in apart.facts} == {Standing.SINGLE}


def test_different_parties_are_never_made_one_thing() -> None:
    other = claim("relations established KAZ MNG", "b", "1992-01-22")
    found = ruled([MARCH, other], judge("same", mark_claim(MARCH), mark_claim(other)))
    assert len(found.facts) == 2
    assert states(found) == ["refused"]
    assert [issue.code for issue in found.issues] == ["judgement-refused"]


def test_a_named_row_is_settled_everywhere_and_its_party_stands_nowhere_else_in_the_list() -> None:
    lost = [row("KAZ", "list", "1992-03-02", 1), row("KAZ", "list", "1992-08-27", 2)]
    turkey = claim("relations established KAZ TUR", "news", "1992-03-02")
    copy = replace(lost[1], document="copy")
    texts = {name: document(name, text=f"Relations of Kazakhstan {'x ' * 300}") for name in ("list", "copy")}
    one = judge("row", mark_claim(lost[1], document="list"), party="AZE")
    found = reconcile([*lost, turkey, copy], texts, World(), judgements=[one])
    settled = {one.claim: one.settled for one in found.missing}
    assert settled == {lost[0].id: "TUR", lost[1].id: "AZE", copy.id: "AZE"}
    assert "Ayşe" in next(one.reason for one in found.missing if one.claim == lost[1].id)
    assert {one.roles.parties for one in found.facts} == {("KAZ", "TUR"), ("AZE", "KAZ")}


def test_a_row_that_a_person_said_is_not_a_party_leaves_it_to_another_row() -> None:
    lost = [row("KAZ", "list", "1992-03-02", 1), row("KAZ", "list", "1992-08-27", 2)]
    claims = [*lost, claim("relations established KAZ TUR", "a", "1992-03-02")]
    assert {one.claim: one.settled for one in ruled(claims).missing}[lost[0].id] == "TUR"
    one = judge("not-row", mark_claim(lost[0], document="list"), party="TUR")
    found = {each.claim: each for each in ruled(claims, one).missing}
    assert found[lost[0].id].settled != "TUR"
    assert "TUR" not in [each.party for each in found[lost[0].id].candidates]
    assert states(ruled(claims, one)) == ["applied"]


def test_who_names_a_row_and_who_denies_it_differ_and_one_person_may_change_her_mind() -> None:
    lost = row("KAZ", "list", "1992-03-02", 1)
    mark = mark_claim(lost, document="list")
    named, denied = judge("row", mark, party="AZE"), judge("not-row", mark, by="Berik", party="AZE")
    assert states(ruled([lost], named, denied)) == ["differs", "differs"]
    assert ruled([lost], named, denied).missing[0].settled is None
    later = judge("not-row", mark, on="2027-01-01", party="AZE")
    assert sorted(states(ruled([lost], named, later))) == ["applied", "overtaken"]
    other = judge("not-row", mark, by="Berik", party="TUR")
    assert states(ruled([lost], named, other)) == ["applied", "applied"]


def test_equal_rows_of_one_list_are_told_apart_by_their_order() -> None:
    rows = [replace(row("KAZ", "list", "1992-03-02", 1), evidence=moved(MARCH.evidence, at)) for at in (100, 900)]
    one = judge("row", mark_claim(rows[1], nth=2, of=2, document="list"), party="AZE")
    assert {one.claim: one.settled for one in ruled(rows, one).missing} == {rows[0].id: None, rows[1].id: "AZE"}
    assert states(ruled(rows[:1], one)) == ["unbound"], "one of two rows is not the row alone"
    other = replace(rows[1], document="other")
    assert states(ruled([rows[0], other], one)) == ["unbound"]


def moved(selector: object, by: int) -> object:
    return replace(selector, start=selector.start + by, end=selector.end + by)


def test_where_two_persons_differ_neither_is_applied_and_both_are_named() -> None:
    ones = [judge("reject", mark_claim(APRIL)), judge("accept", mark_claim(APRIL), by="Борис", on="2026-11-02")]
    found = ruled([MARCH, APRIL], *ones)
    assert found.facts == ruled([MARCH, APRIL]).facts
    (issue,) = (issue for issue in found.issues if issue.code == "judgements-differ")
    assert "Ayşe" in issue.message and "Борис" in issue.message
    assert states(found) == ["differs", "differs"]
    settled = ruled([MARCH, APRIL], *ones, undo(ones[0]))
    assert fact_of(settled).standing is Standing.JUDGED
    assert not settled.issues


def test_two_values_accepted_for_one_fact_differ_too() -> None:
    ones = [judge("accept", mark_claim(MARCH)), judge("accept", mark_claim(APRIL), by="Борис")]
    found = ruled([MARCH, APRIL], *ones)
    assert fact_of(found).standing is Standing.DISPUTED
    assert {one.state for one in found.rulings} == {"differs"}


def test_of_one_person_the_latest_counts() -> None:
    ones = [judge("reject", mark_claim(APRIL)), judge("accept", mark_claim(APRIL), on="2026-11-02")]
    found = ruled([MARCH, APRIL], *ones)
    assert str(fact_of(found).when) == "1992-04-04"
    assert sorted(states(found)) == ["applied", "overtaken"]
    assert not found.issues


def test_what_no_longer_binds_is_an_issue() -> None:
    gone = judge("reject", mark_claim(APRIL))
    found = ruled([MARCH], gone)
    assert [(issue.code, gone.id in issue.message) for issue in found.issues] == [("judgement-unbound", True)]
    assert states(found) == ["unbound"]
    assert [issue.code for issue in ruled([MARCH], undo(gone)).issues] == ["judgement-unbound"]


def test_a_fact_is_found_again_when_a_fuller_claim_gives_it_another_id() -> None:
    short = claim("visit TUR KAZ head-of-state", "a", "1993-05-01")
    fact = ruled([short]).facts[0]
    mark = replace(mark_fact(fact), id="0" * 16)
    found = ruled([short], judge("accept", mark))
    assert found.facts[0].standing is Standing.JUDGED


def test_an_undo_that_is_undone_undoes_nothing() -> None:
    one = judge("reject", mark_claim(APRIL))
    back = undo(undo(one), on="2026-11-10")
    found = ruled([MARCH, APRIL], one, undo(one), back)
    assert fact_of(found).claims() == (MARCH.id,)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"verdict": "reject", "by": "", "on": "2026-11-01", "why": "x"}, "by is missing"),
        ({"verdict": "shrug"}, "no verdict"),
        ({"verdict": "undo", "by": "a", "on": "yesterday", "why": "x", "undoes": "1"}, "UTC time"),
        ({"verdict": "undo", "by": "a", "on": "2026-02-30", "why": "x", "undoes": "1"}, "UTC time"),
        ({"verdict": "reject", "by": "a", "on": "2026-11-01", "why": "x", "claims": [{"type": "visit"}]}, "visit"),
        ({"verdict": "reject", "by": "a", "on": "2026-11-01", "why": "x"}, "about 1 claims or facts, not 0"),
        ({"verdict": "reject", "by": "a", "on": "2026-11-01", "why": "x", "colour": "red"}, "no field colour"),
    ],
)
def test_what_is_no_judgement_is_refused_by_name(data: dict[str, object], fault: str) -> None:
    with pytest.raises(ModelError, match=fault):
        from_json_judgement(data)


def test_what_cannot_be_corrected_is_refused_when_it_is_said() -> None:
    for change, fault in (({"city": "Ankara"}, "no role city"), ({"date": "soon"}, "soon"), ({"event": ""}, "event")):
        with pytest.raises(ModelError, match=fault):
            judge("correct", mark_claim(MARCH), **change)
    with pytest.raises(ModelError, match="party is missing"):
        judge("row", mark_claim(MARCH), party="AZE")


def test_a_judgement_is_its_own_record() -> None:
    ones = [
        judge("row", mark_claim(row("KAZ", "list", "1992-03-02", 5), nth=2, of=2, document="list"), party="AZE"),
        judge("correct", mark_claim(MARCH), date="", level="embassy"),
        judge("same", mark_claim(MARCH), mark_claim(APRIL)),
        judge("accept", mark_fact(fact_of(ruled([MARCH])))),
        undo(judge("reject", mark_claim(MARCH))),
    ]
    for one in ones:
        assert from_json_judgement(to_json_judgement(one)) == one
