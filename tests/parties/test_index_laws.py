"""Laws of finding names: hits are in order, never overlap, and each stretch is a form that the index holds."""

from __future__ import annotations

import itertools
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from name_cases import CASES, iter_sentences

from comity.packs.names import iter_names
from comity.parties.forms import fold_names
from comity.parties.index import load_index

LANGUAGES = ("en", "zh", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk", "sr", "it")


@cache
def _pieces() -> tuple[str, ...]:
    """Words of all case files, to be thrown together."""
    words: list[str] = []
    for path in sorted(CASES.glob("*.toml")):
        for one in iter_sentences(path.stem):
            words += one.text.split() + [one.text[start:end] for start, end, _ in one.mentions]
    return tuple(sorted(set(words)))


@cache
def _short_names() -> tuple[tuple[str, str], ...]:
    """English short names that mean one party each, with it."""
    found: dict[str, set[str]] = {}
    for record in iter_names("en"):
        if record.kind in ("short", "official") and record.party:
            found.setdefault(record.name, set()).add(record.party)
    plain = {name: parties for name, parties in found.items() if name[0].isalnum() and name[-1].isalnum()}
    return tuple(sorted((name, *parties) for name, parties in plain.items() if len(parties) == 1))


texts = st.lists(st.one_of(st.sampled_from(_pieces()), st.text(max_size=6)), max_size=25).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words), "\n".join(words), "'".join(words)])
)


@settings(deadline=None, max_examples=300)
@given(texts, st.sampled_from(LANGUAGES))
def test_hits_are_in_order_and_never_overlap(text: str, language: str) -> None:
    hits = load_index().find_names(text, language)
    assert all(0 <= hit.start < hit.end <= len(text) and hit.ids for hit in hits)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))


@settings(deadline=None, max_examples=300)
@given(texts, st.sampled_from(LANGUAGES))
def test_every_hit_is_a_known_form_of_what_it_means(text: str, language: str) -> None:
    for hit in load_index().find_names(text, language):
        forms = load_index().find_forms(text[hit.start : hit.end])
        assert {one.folded for one in forms} == {fold_names(text[hit.start : hit.end])}
        for one in (hit, *hit.others):
            assert set(one.ids) <= {form.id for form in forms if form.kind == one.kind}
            assert (one.start, one.end) == (hit.start, hit.end)


@settings(deadline=None, max_examples=200)
@given(texts)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_names(text)) == len(text)


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(_short_names()),
    st.sampled_from(["", " ", "(", "“", "to ", "1992, "]),
    st.sampled_from(["", ".", ",", ")", " x", "'s"]),
)
def test_a_planted_name_is_found_as_itself(named: tuple[str, str], before: str, after: str) -> None:
    name, party = named
    (hit,) = load_index().find_names(before + name + after, "en")
    assert (hit.start, hit.end, hit.ids) == (len(before), len(before) + len(name), (party,))
    assert hit.case == ("gen" if after == "'s" else "")


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(_short_names()), st.sampled_from("abxyz0"), st.booleans())
def test_a_name_inside_a_word_is_not_found(named: tuple[str, str], letter: str, ahead: bool) -> None:
    text = letter + named[0] if ahead else named[0] + letter
    edge = 1 if ahead else len(named[0])
    hits = load_index().find_names(text, "en")
    assert all(edge not in (hit.start, hit.end) for hit in hits)
