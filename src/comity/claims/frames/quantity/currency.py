"""The currency of a figure that names none itself: said before it, or behind the last of its list."""

from __future__ import annotations

import re

from comity.claims.context.discourse import Discourse
from comity.claims.people.memory import is_currency
from comity.claims.sentences.chart import Chart
from comity.quantities import QuantityHit

_LARGE = 100_000

_LETTERS = re.compile(r"(?<![^\W_])(?:[A-Z]{2,4}|R[sp]|Franc|Mark|Kr)\.?\s?\Z")


def currency_before(chart: Chart, hit: QuantityHit, discourse: Discourse) -> str:
    """The currency said before, for a bare large number ("189 million of this"): in the sentence, else before it.

    In a list it may stand behind the last alone: "2013'te | 300 milyon |, 2014'te 420 milyon dolar".
    """
    said = [one.quantity.unit for one in chart.kind("quantity") if one.quantity and one.quantity.start < hit.start]
    money = [unit for unit in said if is_currency(unit)]
    if in_other_money(chart, hit.start):
        return ""
    large = max(abs(one) for one in (hit.value, hit.min, hit.max, 0) if one is not None) >= _LARGE
    if hit.unit != "count" or not large:
        return ""
    return (money[-1] if money else "") or _currency_of_list(chart, hit) or discourse.money.last_currency()


def _currency_of_list(chart: Chart, hit: QuantityHit) -> str:
    """The currency of the next figure of a list, nothing but a comma or joiner and a day between."""
    later = [one for one in chart.kind("quantity") if one.quantity and one.start >= hit.end]
    if chart.pack.order != "sov" or not later or later[0].quantity is None or not is_currency(later[0].quantity.unit):
        return ""
    days = chart.within(chart.dates, hit.end, later[0].start)
    gap = chart.text[hit.end : days[0].start] + chart.text[days[-1].end : later[0].start] if days else "?"
    words = gap.replace(",", " ").split()
    return later[0].quantity.unit if all(word in chart.pack.joiners for word in words) else ""


def in_other_money(chart: Chart, place: int) -> bool:
    """Whether letters right before a number are a currency that is not known: "NRS 26 billion", "DM 250 million"."""
    word = _LETTERS.search(chart.text, 0, place)
    known = word is not None and any(one.start <= word.start() < one.end for one in chart.mentions)
    return word is not None and not known and chart.pack.spaced and chart.pack.capitals
