"""Patterns with braces as the phrases they stand for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

_BRACES = re.compile(r"\{([^{}]*)\}")


def expand(pattern: str) -> Iterator[str]:
    """Every phrase that a pattern with braces stands for, in order.

    >>> list(expand("open{,s,ed} {a,the} door"))[:3]
    ['open a door', 'open the door', 'opens a door']
    """
    parts = _BRACES.split(pattern)
    choices = [part.split(",") if number % 2 else [part] for number, part in enumerate(parts)]
    for choice in itertools.product(*choices):
        yield re.sub(r"  +", " ", "".join(choice)).strip()


def phrases_of(patterns: object, label: str, faults: list[str]) -> Iterator[tuple[str, bool, bool]]:
    """The phrases of a list of patterns, each with whether its beginning and its end are open; faults are put down."""
    if not isinstance(patterns, list):
        faults.append(f"cues.{label}: a list of phrases is wanted")
        return
    for phrase in itertools.chain.from_iterable(expand(str(one)) for one in patterns):
        bare = phrase.strip("*").strip() if phrase.strip("*") else ""
        if not bare or "*" in bare:
            faults.append(f"cues.{label}: {phrase!r} – a star may only open or close a phrase")
            continue
        yield bare, phrase.startswith("*"), phrase.endswith("*")
