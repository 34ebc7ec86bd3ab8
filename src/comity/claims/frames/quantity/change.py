"""How a figure moved: its per cent of growth or fall, and the figure that a movement ends at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.factuality.negation import negated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.quantities import QuantityHit

_MOVED, _TOLD = 6, 60
_PLACES = 4


def change_of(chart: Chart, figure: Mention, figures: Sequence[Mention], taken: set[int]) -> float | None:
    """The per cent change that belongs to a figure: beside a word of growth or fall, nearest to this figure."""
    for number in chart.kind("quantity"):
        hit = number.quantity
        if hit is None or hit.unit != "percent" or hit.value is None or number.start in taken:
            continue
        moves = chart.cues("verb.grow", "verb.fall")
        near = chart.nearest(number, moves, limit=40)
        signed = chart.text[number.start : number.start + 2].strip()[:1] in "+-−"
        signed = signed or chart.text[max(0, number.start - 1) : number.start] in ("+", "-", "−")
        if near is None and not signed:
            continue
        owner = min(figures, key=lambda one: one.distance(number))
        told = [one for one in figures if one.end <= number.start]
        if told and chart.aside(number.start) is not None:
            owner = told[-1]  # "ihraç etti (+%1,3); ithalatı …": a bracket is said of what stands before it
        if owner is not figure:
            continue
        taken.add(number.start)
        value = plain(hit.value)
        assert value is not None
        return -abs(value) if near is not None and "verb.fall" in near.classes else value
    return None


def reached(chart: Chart, number: Mention, hit: QuantityHit) -> QuantityHit:
    """The figure that a change from one to another ends at: "fell from 35.9 to 27.4 million" is 27.4 million."""
    if hit.value is None and hit.max is None and _is_loan(chart, number):
        return replace(hit, value=hit.min, min=None)
    if hit.value is not None:
        return _surpassed(chart, number, hit)
    if hit.min is None and hit.max is not None and _moved_to(chart, number):
        return replace(hit, value=hit.max, max=None)  # "creció un 12,5 %, hasta los | 1.250 millones |"
    if hit.min is None or hit.max is None:
        return hit
    moves = [one for one in chart.cues("verb.grow", "verb.fall") if 0 <= number.start - one.end <= _MOVED]
    if not moves:
        return hit
    end = hit.min if "verb.fall" in moves[-1].classes else hit.max
    return replace(hit, value=end, min=None, max=None)


def _moved_to(chart: Chart, number: Mention) -> bool:
    """Whether a figure is what one grew or fell to, as its clause tells before it; not what it may grow to."""
    start, _ = chart.clause(number.start)
    told = chart.within(chart.cues("verb.grow", "verb.fall"), max(start, number.start - _TOLD), number.start)
    return bool(told) and not chart.has("fact.plan", "fact.ever", "fact.possible")


def _surpassed(chart: Chart, number: Mention, hit: QuantityHit) -> QuantityHit:
    """The figure as a bound where a verb says that it was passed, or was not: «لم تتجاوز قيمة التجارة | 12 مليون»."""
    start, _ = chart.clause(number.start)
    verbs = chart.within(chart.cues("verb.surpass"), start, number.start)
    low = verbs[-1].end if verbs else number.start
    sums = [one for one in chart.kind("quantity") if low <= one.start < number.start and one.quantity is not None]
    if not verbs or hit.unit == "percent" or any(one.quantity and one.quantity.unit == hit.unit for one in sums):
        return hit
    most = negated(chart, [verbs[-1]])
    return replace(hit, value=None, min=None if most else hit.value, max=hit.value if most else None)


def _is_loan(chart: Chart, number: Mention) -> bool:
    """Whether "über" right behind a loan only says how much it is: "ein Kredit | über 40 Millionen Euro"."""
    led = chart.text[number.start : number.end].lower().split()[:1]
    loans = any(0 < number.start - one.end <= 1 for one in chart.cues("indicator.aid"))
    return chart.pack.inverts and loans and bool(led) and led[0] in chart.pack.about


def plain(value: float | int | None) -> int | float | None:
    """The value without the dust of binary fractions: 163.2 hundred millions are 16320000000."""
    if value is None:
        return None
    value = round(float(value), _PLACES)
    return int(value) if value.is_integer() else value
