"""What is found: an amount with its stretch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityHit:
    """An amount in a text, in whole units: "5.4 billion" is 5400000000.

    Either ``value``, or ``min`` and/or ``max`` where the text gives only bounds. ``unit`` is an ISO 4217 code,
    ``count``, ``percent``, ``km``, ``mi``, another measure, or a length of time (``year`` … ``h``).
    ``approximate``: the text says about. ``ordinal``: it tells a place in a row ("13th"). ``start``..``end`` take in
    the words that belong to it, ``number_start``..``number_end`` the number alone, ``raw`` is the whole as it stands;
    ``scale`` is the largest magnitude said (a "million" without a unit is mostly money named before).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: int | float | None = None
    min: int | float | None = None
    max: int | float | None = None
    unit: str = "count"
    approximate: bool = False
    ordinal: bool = False
    raw: str = ""
    scale: int = 1
