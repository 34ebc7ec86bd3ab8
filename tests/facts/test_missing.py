"""Rows whose party is missing: what settles them, what only narrows them, and that nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

from facts_world import World, claim, row

from comity.facts import reconcile
from comity.model.fact import Standing


def _rows(found):
    return {(str(row.when), row.claim): row for row in found.missing}.values()


def _fact(found, *parties):
    return next(fact for fact in found.facts if fact.type == "relations" and fact.roles.parties == parties)


def test_another_documents_date_settles_the_row_and_the_fact_is_agreed():
    found = reconcile(
        [claim("relations established KAZ TUR", "news", "1992-03-02"), row("KAZ", "list", "1992-03-02", 11)],
        {},
        World(),
    )
    [missing] = found.missing
    assert (missing.settled, missing.rule) == ("TUR", "by_date")
    assert "news" in missing.reason and "Türkiye" in missing.reason
    fact = _fact(found, "KAZ", "TUR")
    assert fact.standing is Standing.AGREED
    assert fact.preferred.documents == ("list", "news")
    assert "row 11 of table 1" in fact.preferred.reason


def test_a_row_under_another_continent_is_not_settled():
    found = reconcile(
        [
            claim("relations established KAZ TUR", "news", "1992-03-02"),
            row("KAZ", "list", "1992-03-02", 11, heading="欧洲"),
        ],
        {},
        World(),
    )
    assert [missing.settled for missing in found.missing] == [None]


def test_headings_of_any_language_are_understood():
    for heading in ("亚洲", "Asya", "Азия", "Asie", "آسيا"):
        claims = [claim("relations established KAZ TUR", "news", "1992-03-02")]
        found = reconcile([*claims, row("KAZ", "list", "1992-03-02", 1, heading=heading)], {}, World())
        assert found.missing[0].settled == "TUR"


def test_one_known_state_for_two_rows_is_placed_but_neither_row_is_named():
    found = reconcile(
        [
            claim("relations established AZE KAZ", "page", "1992-08-27"),
            row("KAZ", "list", "1992-08-27", 24),
            row("KAZ", "list", "1992-08-27", 25),
        ],
        {},
        World(),
    )
    assert [(one.settled, one.rule, len(one.together)) for one in found.missing] == [(None, "placed", 1)] * 2
    assert {one.candidates[0].party for one in found.missing} == {"AZE"}
    assert all(abs(one.candidates[0].score - 0.5) < 0.02 for one in found.missing)
    fact = _fact(found, "AZE", "KAZ")
    assert fact.standing is Standing.AGREED
    assert "row 24 or 25" in fact.preferred.reason
    assert len(fact.preferred.claims) == 3


def test_two_known_states_for_two_rows_are_settled_together():
    found = reconcile(
        [
            claim("relations established AZE KAZ", "page", "1992-08-27"),
            claim("relations established KAZ TUR", "other", "1992-08-27"),
            row("KAZ", "list", "1992-08-27", 24),
            row("KAZ", "list", "1992-08-27", 25),
        ],
        {},
        World(),
    )
    assert sorted(one.settled for one in found.missing) == ["AZE", "TUR"]
    assert {one.rule for one in found.missing} == {"by_date_together"}
    assert all("which row is which is not known" in one.reason for one in found.missing)
    assert {fact.standing for fact in found.facts} == {Standing.AGREED}


def test_three_known_states_for_two_rows_settle_nothing():
    dated = [claim(f"relations established KAZ {one}", one, "1992-08-27") for one in ("AZE", "TUR", "GEO")]
    found = reconcile([*dated, row("KAZ", "list", "1992-08-27", 24), row("KAZ", "list", "1992-08-27", 25)], {}, World())
    assert [one.settled for one in found.missing] == [None, None]
    assert {one.candidates[0].party for one in found.missing} <= {"AZE", "TUR", "GEO"}


def test_a_state_that_fits_two_rows_settles_neither():
    found = reconcile(
        [
            claim("relations established KAZ TUR", "a", "1992-03-02"),
            claim("relations established KAZ TUR", "b", "1992-03-12"),
            row("KAZ", "list", "1992-03-02", 1),
            row("KAZ", "list", "1992-03-12", 2),
        ],
        {},
        World(),
    )
    assert [one.settled for one in found.missing] == [None, None]


def test_a_state_that_the_list_names_has_no_second_row():
    found = reconcile(
        [
            claim("relations established KAZ TUR", "news", "1992-03-02"),
            row("KAZ", "list", "1992-03-02", 1),
            row("KAZ", "list", "1992-03-05", 2, party="TUR"),
        ],
        {},
        World(),
    )
    [missing] = found.missing
    assert missing.settled is None
    assert "TUR" not in {one.party for one in missing.candidates}


def test_a_year_alone_settles_no_row():
    found = reconcile(
        [claim("relations established KAZ TUR", "news", "1992"), row("KAZ", "list", "1992-03-02", 1)], {}, World()
    )
    [missing] = found.missing
    assert missing.settled is None
    assert missing.candidates[0].party == "TUR"
    assert any("1992" in reason for reason in missing.candidates[0].reasons)


def test_candidates_existed_that_day_and_share_out_one():
    found = reconcile([row("KAZ", "list", "1970-05-05", 1, heading="Europe")], {}, World())
    [missing] = found.missing
    parties = {one.party for one in missing.candidates}
    assert "SUN" in parties and "RUS" not in parties and "TUR" not in parties
    assert 0.95 < sum(one.score for one in missing.candidates) <= 1.001  # a little is left for a party not thought of
    assert "existed on 1970-05-05" in missing.reason


def test_the_rows_own_remark_names_the_party():
    lost = row("KAZ", "list", "1991-12-16", 1, heading="非洲")
    remark = claim("relations established NGA SUN", "list", "1960-11-25", start=lost.evidence.start)
    found = reconcile([lost, remark], {}, World())
    [missing] = found.missing
    assert (missing.settled, missing.rule) == ("NGA", "by_remark")
    assert "1960-11-25" in missing.reason and "Soviet Union" in missing.reason


def test_an_organization_that_a_remark_calls_one_of_both_is_not_the_party():
    lost = row("KAZ", "list", "1992-03-02", 1)
    remark = replace(claim("membership holds KAZ OTS member", "list"), evidence=lost.evidence)
    [missing] = reconcile([lost, remark], {}, World()).missing
    assert missing.settled is None


def test_a_named_row_says_which_relations_it_continues():
    named = row("KAZ", "list", "1991-12-16", 1, heading="非洲", party="NGA")
    older = replace(claim("relations established NGA SUN", "list", "1960-11-25"), evidence=named.evidence)
    fact = _fact(reconcile([named, older], {}, World()), "KAZ", "NGA")
    assert fact.standing is Standing.SINGLE
    assert fact.inference.rule == "inherited"
    assert "1960-11-25" in fact.inference.reason


def test_a_list_of_the_other_side_with_a_row_of_that_day_is_a_clue():
    found = reconcile(
        [row("KAZ", "ours", "1992-01-22", 2), row("MNG", "theirs", "1992-01-22", 90, heading="Asia")], {}, World()
    )
    ours = next(one for one in found.missing if one.known == "KAZ")
    assert ours.settled is None
    assert ours.candidates[0].party == "MNG"


def test_what_is_told_of_two_elsewhere_ranks_candidates():
    claims = [
        claim("mission exists KAZ GEO embassy Tbilisi", "page"),
        claim("relations absent KAZ MNG", "page"),
        row("KAZ", "list", "2005-05-05", 1),
    ]
    [missing] = reconcile(claims, {}, World()).missing
    order = [one.party for one in missing.candidates]
    assert order[0] == "GEO" and order.index("TUR") < order.index("MNG") < order.index("ABK")
    assert "missions, visits or agreements" in missing.candidates[0].reasons[0]


def test_a_claim_that_says_only_that_some_party_lacks_relations_is_kept_as_a_row():
    found = reconcile([claim("relations absent KAZ", "page", missing="party")], {}, World())
    assert [(one.known, one.settled, one.candidates) for one in found.missing] == [("KAZ", None, ())]
    assert found.facts == ()
