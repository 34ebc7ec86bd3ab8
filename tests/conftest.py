"""What tests of several rooms share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import settings

# A law holds or does not; how long it takes is the machine's affair.
settings.register_profile("comity", deadline=None)
settings.load_profile("comity")


@pytest.fixture
def costs_its_length() -> Callable[[Callable[[str], object], str], None]:
    """A law of what reads a text: eight times the text costs at most ten times the calls, the same on every machine."""

    def check(read: Callable[[str], object], seed: str) -> None:
        read(seed)  # what is loaded once is not counted
        small, large = (_calls(read, seed * (size // len(seed))) for size in (2_000, 16_000))
        assert large <= max(small, 200) * 10, f"{small} calls for 2,000 characters, {large} for 16,000"

    return check


def _calls(read: Callable[[str], object], text: str) -> int:
    """How many functions, ours and built in, were called to read a text."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count
