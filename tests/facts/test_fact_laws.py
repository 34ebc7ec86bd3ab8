"""Laws: any order of the claims gives the same facts, twice is once, nothing is lost, nothing has no source."""

from __future__ import annotations

from dataclasses import replace

from facts_world import World, claim, quantity, row
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.facts import reconcile
from comity.facts.relate import relate_dates
from comity.model.fact import Link, Rank, Standing
from comity.model.judgement import Verdict, make_judgement, mark_claim, mark_fact
from comity.model.when import When

DOCUMENTS = st.sampled_from(["a", "b", "c", "wiki", "mfa.gov.kz"])
DATES = st.sampled_from(
    [None, "1991", "1992", "1992-03", "1992-03-02", "1992-03-03", "1992-02-03", "1992-03-02?", "1993/.."]
)
PAIRS = st.sampled_from(["KAZ TUR", "AZE KAZ", "KAZ YUG", "SUN YUG", "KAZ MNG"])
SAID = st.one_of(
    st.builds(lambda pair, doc, date: claim(f"relations established {pair}", doc, date), PAIRS, DOCUMENTS, DATES),
    st.builds(lambda pair, doc, date: claim(f"mission exists {pair} embassy", doc, date), PAIRS, DOCUMENTS, DATES),
    st.builds(
        lambda pair, city, doc, date: claim(f"mission opened {pair} embassy {city}", doc, date),
        PAIRS,
        st.sampled_from(["", "Ankara", "Baku"]),
        DOCUMENTS,
        DATES,
    ),
    st.builds(lambda pair, doc, date: claim(f"visit {pair} head-of-state", doc, date), PAIRS, DOCUMENTS, DATES),
    st.builds(
        lambda value, doc, date: quantity("relations-count", value, doc, date, **{"from": "KAZ"}, unit="count"),
        st.sampled_from([130, 155]),
        DOCUMENTS,
        DATES,
    ),
    st.builds(
        lambda date, number, heading: row("KAZ", "list", date, number, heading=heading),
        st.sampled_from(["1992-03-02", "1992-03-03"]),
        st.integers(1, 3),
        st.sampled_from(["Asia", "Europe"]),
    ),
)
CLAIMS = st.lists(SAID, max_size=14)


@settings(deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_twice_is_once(claims, random):
    shuffled = [*claims, *claims[: len(claims) // 2]]
    random.shuffle(shuffled)
    assert reconcile(claims, {}, World()) == reconcile(shuffled, {}, World())


@settings(deadline=None)
@given(CLAIMS)
def test_every_claim_is_in_one_fact_or_one_row(claims):
    found = reconcile(claims, {}, World())
    in_facts = [name for fact in found.facts for name in fact.claims()]
    rows = {one.claim for one in found.missing}
    assert {one.id for one in claims} == set(in_facts) | rows
    alone = [name for name in in_facts if name not in rows]
    assert len(alone) == len(set(alone))


@settings(deadline=None)
@given(CLAIMS)
def test_every_fact_has_a_source_a_reason_and_one_preferred_reading(claims):
    found = reconcile(claims, {}, World())
    names = [fact.id for fact in found.facts]
    assert len(names) == len(set(names))
    for fact in found.facts:
        assert fact.claims() or (fact.inference is not None and fact.inference.facts)
        assert [one.rank for one in fact.readings].count(Rank.PREFERRED) == 1
        assert fact.readings[0].rank is Rank.PREFERRED
        assert all(one.reason and "{" not in one.reason for one in fact.readings)
        if fact.standing is Standing.AGREED:
            assert len({name for one in fact.readings for name in one.documents}) >= 2


@settings(deadline=None)
@given(CLAIMS)
def test_no_date_is_finer_than_what_was_said(claims):
    given_dates = {str(one.when) for one in claims}
    for fact in reconcile(claims, {}, World()).facts:
        if fact.standing is not Standing.INFERRED:
            assert {str(one.when) for one in fact.readings} <= given_dates


@settings(deadline=None)
@given(DATES, DATES)
def test_relations_between_dates_are_the_same_both_ways(one, other):
    left, right = (None if date is None else When.parse(date) for date in (one, other))
    assert relate_dates(left, right) is relate_dates(right, left)
    assert (relate_dates(left, right) is Link.DUPLICATES) == (one == other)


def judgements_on(claims, found):
    """Judgements on what there is: claims and facts that a person may have been shown, in any of the ways to rule."""
    marks = [mark_claim(one) for one in claims if not one.missing]
    lost = [mark_claim(one) for one in claims if one.missing]
    facts = [mark_fact(one) for one in found.facts]
    said = [
        *(("reject", (mark,), {}) for mark in marks[:2] + facts[1:2]),
        *(("accept", (mark,), {}) for mark in marks[-2:] + facts[:1]),
        *(("correct", (mark,), {"date": "1992-05-05"}) for mark in marks[2:3] + facts[2:3]),
        *(("row", (mark,), {"party": "TUR"}) for mark in lost[:1]),
        *((verdict, tuple(facts[:2]), {}) for verdict in ("same", "not-same") if len(facts) > 1),
    ]
    made = [
        make_judgement(Verdict(verdict), by=by, on=f"2026-11-0{1 + number % 9}", why="seen", marks=marks, **change)
        for number, (verdict, marks, change) in enumerate(said)
        for by in ("A", "B")[: 1 + number % 2]
    ]
    undos = [make_judgement(Verdict.UNDO, by="C", on="2026-11-20", why="no", undoes=one.id) for one in made[::3]]
    return [*made, *undos, *(replace(one, why="yes", undoes=one.id) for one in undos[:1])]


@settings(deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_any_order_of_judgements_gives_the_same_and_twice_is_once(claims, random):
    judgements = judgements_on(claims, reconcile(claims, {}, World()))
    shuffled, others = [*judgements, *judgements[:2]], [*claims]
    random.shuffle(shuffled)
    random.shuffle(others)
    one = reconcile(claims, {}, World(), judgements=judgements)
    assert one == reconcile(others, {}, World(), judgements=shuffled)
    assert {ruling.judgement for ruling in one.rulings} == {judgement.id for judgement in judgements}
    assert all(fact.claims() or (fact.inference and fact.inference.facts) for fact in one.facts)
    assert len({fact.id for fact in one.facts}) == len(one.facts)


@settings(deadline=None)
@given(CLAIMS)
def test_undoing_every_judgement_restores_the_facts_exactly(claims):
    before = reconcile(claims, {}, World())
    made = [one for one in judgements_on(claims, before) if not one.undoes]
    undos = [make_judgement(Verdict.UNDO, by="C", on="2026-11-20", why="no", undoes=one.id) for one in made]
    after = reconcile(claims, {}, World(), judgements=[*undos, *made])
    assert (after.facts, after.missing, after.issues) == (before.facts, before.missing, before.issues)


@settings(deadline=None)
@given(CLAIMS, st.integers(1, 500))
def test_judgements_survive_a_new_reading_with_text_put_before(claims, by):
    unlike = list({one.id: one for one in claims}.values())
    judgements = judgements_on(unlike, reconcile(unlike, {}, World()))
    later = [
        replace(
            one,
            rule="another frame",
            evidence=replace(one.evidence, start=one.evidence.start + by, end=one.evidence.end + by),
        )
        for one in unlike
    ]
    names = {one.id: new.id for one, new in zip(unlike, later, strict=True)}
    one, other = (reconcile(said, {}, World(), judgements=judgements) for said in (unlike, later))
    assert [ruling.state for ruling in one.rulings] == [ruling.state for ruling in other.rulings]
    for before, after in zip(one.rulings, other.rulings, strict=True):
        assert {names[name] for name in before.claims} == set(after.claims)
    assert [(fact.id, fact.when, fact.standing) for fact in one.facts] == [
        (fact.id, fact.when, fact.standing) for fact in other.facts
    ]
