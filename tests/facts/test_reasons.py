"""Every rule that can be declared has its sentence, and every sentence can be filled."""

from __future__ import annotations

import re

from comity.facts.rows import heading_continents
from comity.facts.weigh import REASON_OF
from comity.packs.continents import load_continents
from comity.packs.reasons import load_own_reasons, load_reasons, read_places, resay, resay_one_of, say
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
    assert load_reasons("xx") == load_reasons("en")


def test_a_heading_of_two_continents_means_both():
    assert {"north-america", "south-america", "caribbean"} <= set(load_continents()["美洲"])
    assert heading_continents("South America and the Caribbean") == {"south-america", "caribbean"}
    assert heading_continents("States of Africa (54)") == {"africa"}
    assert heading_continents("亚洲国家") == {"asia"}
    assert heading_continents("南美洲") == {"south-america"}
    assert heading_continents("Eurasia") == heading_continents("1992") == heading_continents(None) == frozenset()
    assert load_continents()["asya"] == load_continents()["азия"] == ("asia",)


def test_every_language_says_how_a_value_ranks_with_the_places_of_the_english_sentence():
    english = load_reasons()
    for language in ("ar", "de", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh"):
        own = load_own_reasons(language)
        assert {*REASON_OF.values(), "only", "all_agree", "no_other", "finer", "finer_than", "superseded"} <= set(own)
        assert {f"by_{rule}" for rule in (*RULES, "time", "order")} <= set(own)
        for rule, text in own.items():
            assert set(re.findall(r"\{(\w+)\}", text)) <= set(re.findall(r"\{(\w+)\}", english[rule])), (language, rule)


def test_a_sentence_is_said_again_in_another_language_and_what_is_not_that_sentence_is_not():
    text = say("by_voices", others="1991, 1993", count=2, documents="a, b (row 1 of table 2)")
    assert resay("by_voices", text, "de") == (
        "1991, 1993 vorgezogen: 2 unabhängige Dokumente sagen es (a, b (row 1 of table 2))"
    )
    assert resay("only", text, "de") is None
    assert resay("by_date", say("only", documents="a"), "de") is None
    assert resay("only", say("only", documents="only a says so"), "tr") == "yalnızca only a says so böyle diyor"


def test_every_english_sentence_gives_back_what_was_put_into_it():
    for rule, text in load_reasons().items():
        values = {name: f"x{at}" for at, name in enumerate(dict.fromkeys(re.findall(r"\{(\w+)\}", text)))}
        assert read_places(text, text.format(**values)) == values, rule


def test_every_language_says_why_a_row_may_be_a_party():
    english = load_reasons()
    rows = [rule for rule in english if rule.startswith(("candidate", "by_remark", "by_clues", "by_date", "placed"))]
    for language in ("ar", "de", "es", "fr", "kk", "ru", "sr", "tr", "uk", "zh"):
        own = load_own_reasons(language)
        assert set(rows) <= set(own), language
        for rule in rows:
            places = dict.fromkeys(re.findall(r"\{(\w+)\}", english[rule]), "x")
            assert resay(rule, say(rule, **places), language) == own[rule].format(**places), (language, rule)


def test_a_clue_is_said_again_by_the_rule_with_the_most_words_of_its_own():
    text = say("candidate_exists", date="1992-03-02", heading="Asia")
    assert resay_one_of("candidate_", text, "de") == "es gab es am 1992-03-02, und es liegt in Asia"
    assert resay_one_of("candidate_", say("candidate_existed", date="1992-03-02"), "de") == "es gab es am 1992-03-02"
    assert resay_one_of("candidate_", "said by nobody", "de") is None
