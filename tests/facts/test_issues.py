"""What cannot be, totals that do not add up, and what has ended: told, never repaired."""

from __future__ import annotations

import pytest
from facts_world import World, claim, document, quantity, row

from comity.facts import reconcile
from comity.model.fact import Standing


def _codes(*claims):
    return [issue.code for issue in reconcile(claims, {}, World()).issues]


def test_an_embassy_before_relations():
    opened = claim("mission opened KAZ TUR embassy Ankara", "a", "1991-12-20")
    assert _codes(opened, claim("relations established KAZ TUR", "b", "1992-03-02")) == ["mission-before-relations"]
    assert _codes(opened, claim("relations established KAZ TUR", "b", "1991")) == []


def test_relations_of_a_state_that_did_not_exist():
    assert _codes(claim("relations established KAZ SRB", "a", "1996-12-10")) == ["party-did-not-exist"]


def test_two_embassies_at_once():
    claims = [claim(f"mission exists KAZ TUR embassy {city}", city, "2010") for city in ("Ankara", "Istanbul")]
    assert _codes(*claims) == ["two-embassies-at-once"]


def test_an_embassy_that_moved_is_not_two():
    claims = [
        claim("mission exists TUR KAZ embassy Almaty", "old", "../1998"),
        claim("mission exists TUR KAZ embassy Astana", "new", "../2026-02-02"),
    ]
    assert _codes(*claims) == []


@pytest.mark.parametrize(("stated", "code"), [(6, "total-agrees"), (7, "total-differs")])
def test_a_stated_total_is_counted(stated, code):
    rows = [row("KAZ", "list", f"1992-01-{number:02d}", number) for number in range(1, 7)]
    total = quantity("relations-count", stated, "list", "2015", **{"from": "KAZ"}, unit="count")
    assert _codes(*rows, total) == [code]


def test_a_page_that_lists_little_is_not_counted():
    rows = [row("KAZ", "page", f"1992-01-{number:02d}", number) for number in range(1, 4)]
    assert _codes(*rows, quantity("relations-count", 130, "page", **{"from": "KAZ"}, unit="count")) == []


@pytest.mark.parametrize(("stated", "codes"), [(5.4e9, []), (5.5e9, []), (6.4e9, ["turnover-differs"])])
def test_a_turnover_is_exports_and_imports(stated, codes):
    ways = {"from": "KAZ", "to": "TUR"}
    claims = [
        quantity("exports", 3.1e9, "page", "2024", **ways, unit="USD", start=10),
        quantity("imports", 2.3e9, "page", "2024", **ways, unit="USD", start=20),
        quantity("imports", 9e9, "page", "2023", **ways, unit="USD", start=30),
        quantity("trade-turnover", stated, "page", "2024", parties=["KAZ", "TUR"], unit="USD", start=40),
    ]
    assert _codes(*claims) == codes


def test_of_words_that_a_post_is_there_the_latest_stands_first():
    claims = [
        claim("mission exists KAZ TUR embassy Ankara", "old", "../2020-01-01"),
        claim("mission exists KAZ TUR embassy Ankara", "new", "../2026-02-02"),
        claim("mission exists KAZ TUR embassy Ankara", "none"),
    ]
    [fact] = reconcile(claims, {}, World()).facts
    assert str(fact.when) == "../2026-02-02"
    since = claim("mission exists KAZ TUR embassy Ankara", "since", "1992-10-22/..")
    [fact] = reconcile([*claims, since], {}, World()).facts
    assert str(fact.when) == "1992-10-22/.."


def test_a_closed_embassy_is_superseded_where_the_older_document_says_it_is_there():
    claims = [
        claim("mission exists FRA MNG embassy Ulaanbaatar", "old", "../1995"),
        claim("mission closed FRA MNG embassy Ulaanbaatar", "new", "1999"),
    ]
    found = reconcile(claims, {}, World())
    standing = {fact.roles.event: fact.standing for fact in found.facts}
    assert standing == {"exists": Standing.SUPERSEDED, "closed": Standing.SINGLE}


def test_what_a_younger_document_says_is_there_was_opened_again():
    claims = [
        claim("mission exists FRA MNG embassy Ulaanbaatar", "young"),
        claim("mission closed FRA MNG embassy Ulaanbaatar", "old", "1999"),
    ]
    documents = {"young": document("young", date="2020")}
    found = reconcile(claims, documents, World())
    assert Standing.SUPERSEDED not in {fact.standing for fact in found.facts}


def test_an_ambassador_after_severance():
    severed = claim("relations severed FRA MNG", "a", "1980-05-01")
    late = claim("mission opened FRA MNG embassy Ulaanbaatar", "b", "1981")
    assert _codes(severed, late) == ["after-severance"]
    assert _codes(severed, late, claim("relations restored FRA MNG", "c", "1980-12-01")) == []
    assert _codes(severed, claim("mission opened FRA MNG embassy Ulaanbaatar", "b", "1970")) == []


def test_both_ends_of_one_trade():
    exports = quantity("exports", 3_900_000_000, "a", "2025", **{"from": "KAZ", "to": "TUR"}, unit="USD")
    imports = {"from": "TUR", "to": "KAZ", "unit": "USD"}
    assert _codes(exports, quantity("imports", 4_700_000_000, "b", "2025", **imports)) == ["both-sides-differ"]
    assert _codes(exports, quantity("imports", 3_912_000_000, "b", "2025", **imports)) == []
    assert _codes(exports, quantity("imports", 4_700_000_000, "b", "2024", **imports)) == []
