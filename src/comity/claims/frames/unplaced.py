"""Missions before which a town is named that no gazetteer knows: "y, en Speightstown, un consulado"."""

from __future__ import annotations

import re

from comity.claims.chart import Chart
from comity.claims.mention import Mention

_TOWN = re.compile(r",\s([^\W\d_]+)\s([A-Z][^\W\d_]+(?:[\s-][A-Z][^\W\d_]+)?),\s([^\W\d_]{1,4}\s)?$")
_REACH = 60


def in_unknown_town(chart: Chart, noun: Mention) -> bool:
    """Whether a name that is no known town stands between commas right before a mission, put there by "in".

    The mission is in none of the towns that the sentence names besides. Refuses a name that is known.
    """
    if not chart.pack.capitals or chart.pack.order != "svo" or not chart.pack.spaced:
        return False
    low = max(0, noun.start - _REACH)
    found = _TOWN.search(chart.text, low, noun.start)
    if found is None or chart.pack.before.get(found.group(1).lower()) != "in":
        return False
    return not any(one.start < found.end(2) and found.start(2) < one.end for one in chart.mentions)
