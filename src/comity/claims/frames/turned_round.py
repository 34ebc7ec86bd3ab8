"""Recognitions told the other way round: whom before the verb, who behind it."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.mention import Mention


def by_participle(chart: Chart, verb: Mention, subjects: Found, objects: Found) -> bool:
    """Whether who recognises stands before a participle: «сделал Италию первой державой, | признавшей | Йемен»."""
    word, before = chart.text[verb.start : verb.end].lower(), chart.text[: verb.start].rstrip()
    if not chart.pack.participles or not chart.pack.cases or chart.pack.order != "svo" or not before.endswith(","):
        return False
    doers = [one for one in chart.parties if one.ids == subjects.ids]
    taken = [one for one in chart.parties if one.ids == objects.ids]
    apart = bool(doers) and bool(taken) and doers[0].start >= verb.end and taken[-1].end <= verb.start
    return apart and word.endswith(chart.pack.participles) and doers[0].role in ("", "object")


def turned(chart: Chart, discourse: Discourse, subjects: Found, objects: Found) -> bool:
    """Whether the one a document on recognition is about leads as object: «Прва је Косово признала | Авганистан»."""
    about = discourse.theme.endswith("recognition") and chart.pack.cases and discourse.titled == subjects.ids
    first = [one for one in chart.parties if one.ids == subjects.ids and "acc" in one.case.split("|")]
    doer = [one for one in chart.parties if one.ids == objects.ids and "nom" in one.case.split("|")]
    return bool(about and first and doer) and first[0].start < doer[0].start
