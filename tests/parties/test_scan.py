"""A law of the scanner: whatever form stands in a text with its boundaries is among what is found, and nothing moves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_cases import CASES, iter_sentences

from comity.packs.names import load_rules
from comity.parties.forms import Form, fold_names
from comity.parties.index import load_index
from comity.parties.scan import Alphabet, Scanner
from comity.parties.table import FormTable
from comity.parties.tongue import Tongue, blank_proclitic
from comity.parties.words import is_word, script_of

BARE = frozenset({"Arabic"})
FORMS = (
    "guinea", "guinea bissau", "guinea-bissau", "u.s.", "'s-hertogenbosch", "مصر", "nato", "中国", "中", "g20峰会", "łódź", "한국",
)  # fmt: skip
BETWEEN = (" ", "", "-", ".", "'", "_", "“", "\n", "ل", "ꜳ", "\u0301", "中", "?", "\x01", "é", "x", "٢")


def stands(text: str, start: int, end: int) -> bool:
    """Whether no word runs on over these ends; before a bare script it may."""
    led = is_word(text[start]) and script_of(text[start]) not in BARE
    into = led and start > 0 and is_word(text[start - 1])
    return not into and not (is_word(text[end - 1]) and end < len(text) and is_word(text[end]))


def search(text: str, forms: frozenset[str]) -> set[tuple[int, str]]:
    """All forms that stand in the text, the slow way."""
    longest = max(map(len, forms))
    pieces = (
        (start, end) for start in range(len(text)) for end in range(start + 1, min(start + longest, len(text)) + 1)
    )
    return {(start, text[start:end]) for start, end in pieces if text[start:end] in forms and stands(text, start, end)}


def scan(text: str, scanner: Scanner, forms: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for place, _, spelling in scanner.find(text):
        for number, shift in scanner.spots(spelling):
            start, form = place + shift, forms[number]
            if text[max(start, 0) :].startswith(form) and stands(text, start, start + len(form)):
                yield start, form


@settings(deadline=None, max_examples=500)
@given(st.lists(st.one_of(st.sampled_from(FORMS), st.sampled_from(BETWEEN), st.text(max_size=2)), max_size=12))
def test_a_scanner_finds_what_a_slow_search_finds(pieces: list[str]) -> None:
    text, scanner = fold_names("".join(pieces)), Scanner.build(FORMS, BARE)
    assert set(scan(text, scanner, FORMS)) == search(text, frozenset(FORMS))
    again = Scanner.load(scanner.dump())
    assert again.find(text) == scanner.find(text)


@cache
def all_forms() -> tuple[tuple[str, ...], frozenset[str], Scanner]:
    forms = tuple(load_index().iter_folded())
    return forms, frozenset(forms), load_index()._table.scanner


@pytest.mark.parametrize("language", ["en", "zh", "tr", "ru", "ar", "de", "sr"])
def test_all_names_in_the_case_sentences_are_found_as_by_a_slow_search(language: str) -> None:
    forms, known, scanner = all_forms()
    (path,) = CASES.glob(f"{language}.toml")
    for one in list(iter_sentences(path.stem))[:60]:
        text = fold_names(one.text)
        assert set(scan(text, scanner, forms)) == search(text, known)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=30))
def test_a_spelling_is_as_long_as_its_text_and_blank_between_words(text: str) -> None:
    folded, alphabet = fold_names(text), Alphabet.of_forms(FORMS)
    spelled = alphabet.spell(folded)
    assert len(spelled) == len(folded)
    assert all(code == 32 for code, letter in zip(spelled, folded, strict=True) if not is_word(letter))


def test_no_form_has_a_word_that_blanking_proclitics_would_break() -> None:
    """In an Arabic text a proclitic before a word of another script is blanked (وNATO): no form may need it there."""
    joints = Tongue("ar", load_index()._table, load_rules()).joints
    assert joints is not None
    assert joints.sub(blank_proclitic, "وnato ال77 وبg20") == " nato ال77   g20"
    assert [form for form in all_forms()[0] if joints.sub(blank_proclitic, form) != form] == []
    assert [hit.ids for hit in load_index().find_names("مجموعة ال77 وUNESCO", "ar")] == [("G77",), ("UNESCO",)]


def test_a_table_without_forms_finds_nothing() -> None:
    assert FormTable.build([]).number("kazakhstan") is None
    form = Form(folded="x", surface="X", language="en", kind="party", id="X", form="short")
    assert FormTable.build([form]).number("x") == 0
