"""Offsets kept as runs: a stretch of them is what the same stretch of the plain list is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.passages.weave import Offsets


@given(st.data())
def test_a_stretch_of_offsets_is_that_stretch(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 40))
    cuts = sorted(data.draw(st.sets(st.integers(1, size - 1), max_size=6))) if size > 1 else []
    at = [0, *cuts]
    steps = data.draw(st.lists(st.sampled_from([0, 1]), min_size=len(at), max_size=len(at)))
    offsets = Offsets(at, [50 * number for number in range(len(at))], steps, size)
    start, stop = data.draw(st.integers(0, size)), data.draw(st.integers(0, size))
    assert list(offsets[start:stop]) == list(offsets)[start:stop]
