"""Where a name in capitals is over, small words behind it being none of it."""

from __future__ import annotations

import re

from comity.claims.chart import Chart
from comity.claims.mention import Mention

_CAPITAL_THEN_SMALL = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+)\s(?=([a-z][^\W\d_]{3,}))")


def named_until(chart: Chart, head: Mention, end: int) -> int:
    """Where a name in capitals is over: "Treaty of Friendship and Cooperation | further solidifying relations".

    At a small word right behind a capitalised one that is none of those which join or lead.
    """
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    if not plain or not chart.pack.capitals or chart.pack.inverts or not chart.text[head.start].isupper():
        return end
    known = chart.pack.joiners | chart.pack.skip | chart.pack.light | set(chart.pack.before) | set(chart.pack.about)
    for found in _CAPITAL_THEN_SMALL.finditer(chart.text, head.end, end):
        if found.group(2) not in known:
            return found.end(1)
    return end
