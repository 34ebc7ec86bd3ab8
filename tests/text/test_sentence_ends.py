"""Sentences: golden cases by language, and the laws of cutting."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.packs.language import LANGUAGES
from comity.packs.reading import load_sentence_rules
from comity.text import SentenceRules, split_sentences

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "sentences.toml").read_text("utf-8"))["case"]
MARKS = st.sampled_from([*'.!?…。！？؟"“”«»()[] \nAaБбZz19年', "г. ", "No. ", "27. ", "J. F. ", "http://x", ".A"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:40]}")
def test_case(case):
    text = case["text"]
    spans = split_sentences(text, load_sentence_rules(case["language"]))
    assert [text[start:end] for start, end in spans] == case["are"]


def test_every_language_has_a_case():
    assert {case["language"] for case in CASES} == set(LANGUAGES)


@given(st.lists(MARKS, max_size=80).map("".join) | st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_sentences_rise_and_leave_out_nothing_but_blanks(text, language):
    spans = split_sentences(text, load_sentence_rules(language))
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(st.lists(MARKS, max_size=40).map("".join), st.sampled_from(LANGUAGES))
def test_lines_are_cut_apart(text, language):
    rules = load_sentence_rules(language)
    apart = [line[start:end] for line in text.split("\n") for start, end in split_sentences(line, rules)]
    assert [text[start:end] for start, end in split_sentences(text, rules)] == apart


@pytest.mark.parametrize(
    "pattern", [". ", "г. ", '"', "(", "“a. ", ".A", "Ab.Ab ", "a.", "1. ", "? No", "J. ", "\n", "…"]
)
def test_hostile_text_costs_no_more_than_its_length(costs_its_length, pattern):
    rules = load_sentence_rules("ru")
    costs_its_length(lambda text: split_sentences(text, rules), pattern)
    assert split_sentences(pattern * 40_000, rules) is not None


def test_rules_without_words_cut_at_the_marks():
    text = "One. Two! three? Four"
    assert [text[a:b] for a, b in split_sentences(text, SentenceRules())] == ["One.", "Two! three?", "Four"]


def test_a_sentence_longer_than_any_writers_is_parted_at_its_commas_and_nothing_is_lost():
    for text in ("Peru, which recognised Chad, " * 200, "秘鲁承认乍得，" * 400, "word " * 900, "x" * 3000):
        spans = split_sentences(text, SentenceRules())
        assert len(spans) > 1 and all(end - start <= 1200 for start, end in spans)
        assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert len(split_sentences("Peru, which recognised Chad, " * 20, SentenceRules())) == 1
