"""Whether a day is that of a participle before its noun, and not of the verb that is asked."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.days.late_verbs import by_its_text
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_PARTICIPLE_REACH = 40
_GOINGS = frozenset({"verb.visit", "verb.meet", "verb.convene"})


def of_participle(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether a date is that of a participle before its noun: "1994'te | giren iki ülke SADC'nin kurucu üyeleri".

    "Das | 1996 eröffnete | Konsulat wurde geschlossen": not when that was; a journey's and a figure's it may be.
    """
    inner = chart.attribute(one.start)
    only_verb = all(label.startswith("verb.") for label in anchor.classes)
    if inner is not None and only_verb and not inner[0] <= anchor.start < inner[1]:
        return True
    if not chart.pack.participles or anchor.start <= one.start or by_its_text(chart, anchor):
        return False
    endings = (*chart.pack.participles, *chart.pack.relatives)
    for verb in verbs:
        word = chart.text[verb.start : verb.end].lower()
        near = one.end <= verb.start <= one.end + _PARTICIPLE_REACH and verb.end < anchor.start
        if near and word.endswith(endings) and not verb.classes & _GOINGS and verb.classes.isdisjoint(anchor.classes):
            return chart.text[verb.end : anchor.start].strip(" ,") != ""
    return False
