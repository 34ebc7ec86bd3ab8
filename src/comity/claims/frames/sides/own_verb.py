"""Which partners are an anchor's, where several verbs make or end relations."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_MAKING = ("verb.establish", "verb.sever", "verb.restore", "verb.resume")
_SEVERAL = 2


def of_own_verb(chart: Chart, anchor: Mention, near: list[Mention]) -> list[Mention]:
    """Those near an anchor, partners of another verb left out: "A'yla | kesip, B'yle | kurdu", "cut ties | with A"."""
    each = leads(chart.pack) and len(chart.cues("noun.relations", "noun.bare_relations")) > 1
    made = chart.cues(*_MAKING)
    verbs = made if chart.pack.order == "sov" or (each and len(made) > 1) or _one_each(chart, made, near) else []
    place = {one.start: sum(verb.start < one.start for verb in verbs) for one in near}
    place[anchor.start] = sum(verb.start < anchor.start + (chart.pack.order != "sov") for verb in verbs)
    partners = [one for one in near if one.role == "with"]
    others = [one for one in partners if place[one.start] != place[anchor.start]]
    return [one for one in near if one not in others] if len(others) < len(partners) else near


def _one_each(chart: Chart, verbs: list[Mention], near: list[Mention]) -> bool:
    """Whether each of several verbs has a partner between its own commas: «разорвав отношения с A, восстановил с B».

    Where verbs come first, between it and the next verb: «قطعت علاقاتها مع A وأقامت علاقات مع B».
    """
    if len(verbs) < _SEVERAL:
        return False
    partners = [one.start for one in near if one.role == "with"]
    if chart.pack.order == "vso":
        stops = [*(verb.start for verb in verbs[1:]), len(chart.text)]
        spans = zip(verbs, stops, strict=True)
        return all(any(verb.end <= place < stop for place in partners) for verb, stop in spans)
    if not chart.pack.cases or chart.pack.order != "svo" or chart.pack.inverts:
        return False
    held = {stretch(chart, place) for place in partners}
    return all(stretch(chart, verb.start) in held for verb in verbs)
