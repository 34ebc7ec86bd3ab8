"""Laws of lost rows: order, one row a party, only who existed, and a threshold that only ever takes away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from facts_world import PARTIES, World, claim, row
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.facts.alphabet import find_spots, is_sorted, weigh_spot
from comity.facts.assign import assign
from comity.facts.atlas import Atlas
from comity.facts.missing import settle_rows
from comity.facts.said import each_once
from comity.model.claim import Clue
from comity.model.when import When

DAYS = ["1970-05-05", "1992-03-02", "1992-03-03", "1992-08-27", "1996-12-10", "2007-01-31"]
OTHERS = [party for party in PARTIES if party not in ("KAZ", "SUN")]


def clued(lost, party):
    return lost if party is None else replace(lost, clues=(Clue(kind="link", parties=(party,), quote=lost.evidence),))


def rows_of(owner, document):
    return st.builds(
        lambda day, number, heading, party: clued(row(owner, document, day, number, heading=heading), party),
        st.sampled_from(DAYS),
        st.integers(1, 5),
        st.sampled_from(["Asia", "Europe", "Countries"]),
        st.one_of(st.none(), st.sampled_from(OTHERS)),
    )


DATED = st.builds(
    lambda party, day, document: claim(f"relations established KAZ {party}", document, day),
    st.sampled_from(OTHERS),
    st.sampled_from(DAYS),
    st.sampled_from(["news", "page"]),
)
NAMED = st.builds(
    lambda party, day, number: row("KAZ", "list", day, number, party=party),
    st.sampled_from(OTHERS),
    st.sampled_from(DAYS),
    st.integers(6, 9),
)
CLAIMS = st.lists(st.one_of(rows_of("KAZ", "list"), rows_of("TUR", "theirs"), DATED, NAMED), max_size=12)


def settle(claims, sure=0.9):
    return settle_rows(each_once(claims), Atlas(World()), {"list": "en", "theirs": "en"}, sure)


@settings(deadline=None, max_examples=60)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_any_order_settles_the_same(claims, random):
    shuffled = [*claims, *claims[:2]]
    random.shuffle(shuffled)
    assert settle(claims) == settle(shuffled)


@settings(deadline=None, max_examples=60)
@given(CLAIMS)
def test_nobody_stands_twice_in_a_list(claims):
    found = settle(claims, sure=0.5)
    where = {one.id: (one.document, one.claim.parties()) for one in found.said}
    settled = Counter((where[one.claim][0], one.settled) for one in found.missing if one.settled)
    named = Counter(
        (one.document, party)
        for one in claims
        if one.rule == "" and one.place and not one.missing
        for party in one.parties()
    )
    assert all(times == 1 for times in settled.values())
    assert not set(settled) & {key for key in named if key[1] != "KAZ"}


@settings(deadline=None, max_examples=60)
@given(CLAIMS)
def test_nobody_stands_where_it_did_not_exist(claims):
    world = World()
    for one in settle(claims, sure=0.5).missing:
        for party in [one.settled, *(candidate.party for candidate in one.candidates)]:
            assert party is None or world.exists(party, one.when)
            assert party != one.known


@settings(deadline=None, max_examples=40)
@given(CLAIMS, st.sampled_from([(0.5, 0.9), (0.9, 0.99), (0.6, 0.999)]))
def test_a_higher_threshold_settles_fewer_rows_and_no_others(claims, thresholds):
    low, high = (
        {one.claim: one.settled for one in settle(claims, sure).missing if one.settled and not one.together}
        for sure in thresholds
    )
    assert high.items() <= low.items()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.floats(0, 50), min_size=3, max_size=3), min_size=1, max_size=5))
def test_shares_are_shares_and_a_party_is_chosen_once(weights):
    found = assign(weights, [0.3, 0.6, 0.9], 0.01)
    for shares in found.shares:
        assert all(0 <= share <= 1 for share in shares)
    chosen = [party for party in found.chosen if party >= 0]
    assert len(chosen) == len(set(chosen))


def test_shares_of_one_row_are_its_weights():
    found = assign([[8.0, 1.0]], [1.0, 1.0], 1.0)
    assert [round(share, 6) for share in found.shares[0]] == [0.8, 0.1]
    assert list(found.chosen) == [0]


def test_what_one_row_must_be_another_is_not():
    found = assign([[1000.0, 0.0], [1.0, 1.0]], [0.01, 0.5], 0.01)
    assert list(found.chosen) == [0, 1]
    assert found.shares[1][0] < 0.01


def test_between_two_names_the_only_name_that_fits_is_the_row():
    anchors = [(10, "albania"), (30, "bahrain")]
    spot = find_spots([20], anchors)[20]
    ratios = weigh_spot(spot, {"DZA": "algeria", "ZMB": "zambia"})
    assert ratios["DZA"] > 0.9 and ratios["ZMB"] < 0.01


def test_as_many_names_as_rows_between_two_keep_their_order():
    spots = find_spots([20, 30], [(10, "a"), (40, "d")])
    first, second = (weigh_spot(spots[place], {"B": "b", "C": "c"}) for place in (20, 30))
    assert first["B"] > 10 * first["C"] and second["C"] > 10 * second["B"]


def test_a_list_is_in_order_or_is_not():
    assert is_sorted(["a", "b", "c", "d", "e", "f"])
    assert is_sorted(["a", "b", "z", "c", "d", "e", "f", "g", "h", "i", "j"])
    assert not is_sorted(["a", "b", "c"])
    assert not is_sorted(["f", "b", "e", "a", "d", "c"])


def test_a_row_in_the_order_of_its_neighbours_names_is_settled_by_it():
    parties = ["AZE", "FRA", None, "MNG", "MNE", "NGA", "SRB", "TUR", "UKR"]
    claims = [
        row("KAZ", "list", f"2007-02-{at + 1:02}", at + 1, heading="", party=party) for at, party in enumerate(parties)
    ]
    found = settle([claim("visit KAZ GEO head-of-state", "news"), *claims], sure=0.9)
    [lost] = found.missing
    assert (lost.settled, lost.rule) == ("GEO", "by_clues")
    assert "in the order of its names" in lost.reason


def test_two_lists_that_lost_their_names_find_each_other():
    ours = [row("KAZ", "list", f"19{year}-05-05", at + 1, heading="") for at, year in enumerate(range(92, 99))]
    theirs = [row("TUR", "theirs", f"19{year}-07-07", at + 1, heading="") for at, year in enumerate(range(60, 95))]
    claims = [
        *ours,
        *theirs,
        row("KAZ", "list", "2001-02-03", 40, heading=""),
        row("TUR", "theirs", "2001-02-03", 50, heading=""),
    ]
    best = {(one.known, str(one.when)): one.candidates[0] for one in settle(claims).missing if one.candidates}
    assert best[("KAZ", "2001-02-03")].party == "TUR"
    assert any("its own list theirs" in reason for reason in best[("KAZ", "2001-02-03")].reasons)
    assert best[("KAZ", "1992-05-05")].party != "TUR"


def test_the_first_day_of_a_party_is_a_clue():
    old = [row("FRA", "list", f"19{year}-05-05", at + 1, heading="") for at, year in enumerate(range(50, 80))]
    lost = row("FRA", "list", "1960-10-01", 40, heading="")
    [best] = [one.candidates[0] for one in settle([*old, lost]).missing if one.when == When.parse("1960-10-01")]
    assert best.party == "NGA" and "was its first day" in best.reasons[0]


def told_to_belong(lost, organization):
    return replace(lost, clues=(Clue(kind="membership", parties=(organization,), quote=lost.evidence),))


def test_an_organization_of_both_speaks_for_its_members():
    lost = row("KAZ", "list", "1992-03-02", 1, heading="")
    plain = {one.party: one.score for one in settle([lost]).missing[0].candidates}
    found = settle([told_to_belong(lost, "OTS")]).missing[0].candidates
    assert {one.party for one in found[:2]} == {"TUR", "AZE"} and found[0].score > plain[found[0].party]
    assert any("both are members" in reason for reason in found[0].reasons)
    assert not any("both are members" in reason for reason in found[-1].reasons)


def test_an_organization_that_the_lists_own_party_is_not_in_says_nothing():
    lost = row("KAZ", "list", "1992-03-02", 1, heading="")
    assert settle([told_to_belong(lost, "NATO")]).missing[0].candidates == settle([lost]).missing[0].candidates


def test_a_link_settles_a_row_and_two_that_disagree_do_not():
    lost = row("KAZ", "list", "1992-03-02", 1)
    one = clued(lost, "TUR")
    both = replace(one, clues=(*one.clues, Clue(kind="link", parties=("MNG",), quote=lost.evidence)))
    assert [row_.settled for row_ in settle([one]).missing] == ["TUR"]
    assert [row_.settled for row_ in settle([both]).missing] == [None]
