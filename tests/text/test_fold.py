"""Folding never moves an offset."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.text import fold


@given(st.text(), st.text(), st.booleans())
def test_fold_keeps_length_and_is_the_same_in_pieces(left, right, turkish):
    whole = fold(left + right, turkish=turkish)
    assert len(whole) == len(left) + len(right)
    assert whole == fold(left, turkish=turkish) + fold(right, turkish=turkish)


@given(st.text(), st.booleans())
def test_folded_text_stays_as_it_is(text, turkish):
    once = fold(text, turkish=turkish)
    assert fold(once, turkish=turkish) == once


def test_every_code_point_folds_to_one():
    letters = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(letters)) == len(fold(letters, turkish=True)) == len(letters)


@pytest.mark.parametrize(
    ("text", "turkish", "folded"),
    [
        ("İSTANBUL", False, "istanbul"),
        ("İSTANBUL IŞIK", True, "istanbul ışık"),
        ("ΟΔΟΣ", False, "οδοσ"),
        ("Straße ÄÖÜ", False, "straße äöü"),
        ("ҚАЗАҚСТАН Ә", False, "қазақстан ә"),
        ("中国ABC", False, "中国abc"),
    ],
)
def test_fold(text, turkish, folded):
    assert fold(text, turkish=turkish) == folded
