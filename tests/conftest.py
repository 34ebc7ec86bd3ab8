"""What tests of several rooms share."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest


@pytest.fixture
def costs_its_length() -> Callable[[Callable[[str], object], str], None]:
    """A law of what reads a text: ten times the text costs less than sixty times the time."""

    def check(read: Callable[[str], object], seed: str) -> None:
        def seconds(size: int) -> float:
            text = seed * (size // len(seed))
            start = time.process_time()
            read(text)
            return time.process_time() - start

        seconds(1000)
        small, large = max(seconds(5000), 0.002), seconds(50000)
        assert large < small * 60, f"{small:.3f} s for 5,000 characters, {large:.3f} s for 50,000"

    return check
