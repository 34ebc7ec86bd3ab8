"""Missions told of by their anniversary: "the embassy's 20th anniversary" is its opening, so many years before."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BEHIND = 16  # "Büyükelçiliğinin | açılışının | 80. yıl dönümü"
_BEFORE = 32  # "the 20th anniversary | of the opening of the Swedish | embassy"


def opened_then(chart: Chart, noun: Mention) -> Mention | None:
    """The day that an anniversary of a mission is counted back to; None where none is told of it.

    "Bugün … Konsolosluğunun on beşinci yaş günü". Refuses a sentence on relations, and one kept on another day than the
    document's ("in 2018").
    """
    then = [one for one in chart.dates if one.date is not None and one.date.kind not in ("anniversary", "relative")]
    if then or chart.has("noun.relations", "noun.bare_relations"):
        return None
    for one in chart.dates:
        if one.date is None or one.date.kind != "anniversary":
            continue
        gap = one.start - noun.end if one.start >= noun.end else noun.start - one.end
        reach = _BEHIND if one.start >= noun.end else _BEFORE
        owned = chart.pack.order == "sov" if one.start >= noun.end else chart.pack.order != "sov"
        if owned and 0 <= gap <= reach and "," not in chart.between(noun, one):
            return one
    return None
