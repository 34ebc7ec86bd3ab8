"""Every rule that can be declared has its sentence, and every sentence can be filled."""

from __future__ import annotations

import re

from comity.facts.rows import heading_continents
from comity.facts.weigh import REASON_OF
from comity.packs.continents import load_continents
from comity.packs.reasons import load_reasons, say
from comity.packs.sources import RULES


def test_every_declared_rule_and_kind_of_clash_has_a_sentence():
    reasons = load_reasons()
    assert {f"by_{rule}" for rule in (*RULES, "time", "order")} <= set(reasons)
    assert set(REASON_OF.values()) <= set(reasons)


def test_every_sentence_names_only_simple_things():
    for rule, text in load_reasons().items():
        names = re.findall(r"\{(\w+)\}", text)
        assert "{" not in say(rule, **dict.fromkeys(names, "x")), rule


def test_a_language_without_reasons_is_answered_in_english():
    assert load_reasons("ar") == load_reasons("en")


def test_a_heading_of_two_continents_means_both():
    assert {"north-america", "south-america", "caribbean"} <= set(load_continents()["美洲"])
    assert heading_continents("South America and the Caribbean") == {"south-america", "caribbean"}
    assert heading_continents("States of Africa (54)") == {"africa"}
    assert heading_continents("亚洲国家") == {"asia"}
    assert heading_continents("南美洲") == {"south-america"}
    assert heading_continents("Eurasia") == heading_continents("1992") == heading_continents(None) == frozenset()
    assert load_continents()["asya"] == load_continents()["азия"] == ("asia",)
