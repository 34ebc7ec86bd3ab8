"""A stretch whose first day an ending opens and whose last a word closes: "2011 yılından 2015 yılına kadar"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.dates.hit import DateHit
from comity.dates.resolve import between

_NEAR = 24  # letters between two sides: the word for a year, "бастап"
_PARTING = ",.;:()–—\n"


def with_stretches(text: str, hits: Sequence[DateHit], opening: tuple[str, ...]) -> list[DateHit]:
    """The dates, those drawn together of which one opens and the next closes a stretch.

    ``opening``: how the last word of a first side ends ("жылдан", "мамырдан бастап"). Refuses sides that a mark parts,
    and an end that comes before its beginning.
    """
    out: list[DateHit] = []
    for hit in hits:
        joined = _joined(text, out[-1], hit, opening) if out and opening and hit.kind == "until" else None
        out[-1:] = [joined] if joined is not None else [*out[-1:], hit]
    return out


def _joined(text: str, one: DateHit, other: DateHit, opening: tuple[str, ...]) -> DateHit | None:
    if one.kind not in ("absolute", "since") or not 0 <= other.start - one.end <= _NEAR:
        return None
    lead = text[one.start : other.start].rstrip()
    if not lead.lower().endswith(opening) or any(sign in text[one.end : other.start] for sign in _PARTING):
        return None
    when = between(one.when, other.when)
    if when is None or one.when.start is None or (one.when.interval and one.when.end is not None):
        return None
    needs = tuple(dict.fromkeys((*one.needs, *other.needs)))
    return replace(one, end=other.end, end_full=other.end_full, when=when, kind="period", alternatives=(), needs=needs)
