"""The level at which relations are told: embassies, legations, a chargé, a strategic partnership."""

from __future__ import annotations

from comity.claims.frames.relations.tie_nouns import EVENTS, own_levels
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_LEVELS = {
    "noun.embassy_level": "embassy",
    "noun.legation_level": "legation",
    "noun.consular_level": "consular",
    "noun.charge_level": "charge-d-affaires",
    "noun.comprehensive_strategic": "comprehensive-strategic-partnership",
    "noun.strategic": "strategic-partnership",
}
_BESIDE = 12
_OF_IT = 8
_TOLD_AT = 80


def level_of(chart: Chart, verb: Mention) -> str | None:
    """The level relations are told at: in the verb's own words, beside it where verbs come last, else the first."""
    said = [level for label, level in _LEVELS.items() if label in verb.classes]
    if said:
        return said[0]
    if chart.pack.order == "sov":
        told = [one for one in chart.cues(*_LEVELS) if not one.classes & {"body.body", *EVENTS}]  # those of other verbs
        near = chart.nearest(verb, told, limit=80)
        return next((level for label, level in _LEVELS.items() if near is not None and label in near.classes), None)
    ranks = [one for one in chart.cues("mission.embassy", "mission.legation") if 0 <= one.start - verb.end <= _OF_IT]
    plain = chart.pack.order == "svo" and chart.pack.spaced and not chart.pack.inverts
    if plain and ranks and {"verb.upgrade", "verb.downgrade"} & verb.classes:  # "portées au rang d'| ambassades"
        return ranks[0].kind_in("mission")
    behind = [one for one in chart.cues(*_LEVELS) if 0 <= one.start - verb.end <= _BESIDE]
    if behind and {"verb.upgrade", "verb.downgrade"} & verb.classes:  # "从大使级降至 | 代办级"
        return next(level for label, level in _LEVELS.items() if label in behind[0].classes)
    _, end = chart.clause(verb.start)
    later = min((one.start for one in chart.cues(*EVENTS) if one.start > verb.end), default=end) if plain else end
    own = [one for one in chart.cues(*_LEVELS) if verb.end <= one.start < min(later, end)] if plain else []
    if own and own[0].distance(verb) <= _TOLD_AT:
        return next(level for label, level in _LEVELS.items() if label in own[0].classes)
    for label, level in _LEVELS.items():
        near = chart.nearest(verb, own_levels(chart, verb, label), limit=_TOLD_AT)
        if near is not None and (not plain or near.end <= verb.start or near.start < later):
            return level
    return None
