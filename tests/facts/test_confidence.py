"""A confidence is a share that was counted, drawn to the wider kind where little was."""

from __future__ import annotations

import pytest
from facts_world import World, claim

from comity.facts import reconcile
from comity.model.fact import Standing
from comity.model.judgement import Verdict, make_judgement, mark_fact
from comity.packs.confidence import PRIOR, Measured, Shares, load_shares


def test_every_share_was_counted_and_a_narrow_kind_is_part_of_a_wide_one():
    kinds = load_shares().kinds
    assert kinds[""].of > 1000
    for name, one in kinds.items():
        assert 0 <= one.right <= one.of
        if name:
            assert one.of <= kinds[name.rpartition("/")[0]].of, name


def test_the_narrowest_kind_decides_and_few_are_drawn_to_the_wider():
    shares = Shares(
        kinds={"": Measured(right=90, of=100), "a": Measured(right=0, of=0), "a/b": Measured(right=0, of=90)}
    )
    wide = (90 + PRIOR * 0.5) / (100 + PRIOR)
    assert shares.share(("x", "y")) == pytest.approx(wide)
    assert shares.share(("a", "x")) == pytest.approx(wide)
    assert shares.share(("a", "b", "c")) == pytest.approx(wide * PRIOR / (90 + PRIOR))
    assert shares.narrowest(("a", "b", "c")) == ("a/b", Measured(right=0, of=90))


def test_a_fact_says_its_kind_and_a_conclusion_and_a_ruling_have_no_share():
    said = [claim("relations established KAZ YUG", "a", "1996-12-10")]
    facts = reconcile(said, {}, World()).facts
    told = next(fact for fact in facts if fact.standing is Standing.SINGLE)
    assert told.kind == ("single source", "relations", "established", "day")
    assert told.confidence is not None and 0.5 < told.confidence < 1
    assert all(fact.confidence is None for fact in facts if fact.standing is Standing.INFERRED)
    one = make_judgement(Verdict.ACCEPT, by="A", on="2026-11-01", why="seen", marks=(mark_fact(told),))
    judged = next(fact for fact in reconcile(said, {}, World(), judgements=[one]).facts if fact.id == told.id)
    assert judged.standing is Standing.JUDGED and judged.confidence is None
