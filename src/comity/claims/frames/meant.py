"""Whether a verb beside relations is said of them: not of a mission, of years that end, of none."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.frames.inner import object_of
from comity.claims.mention import Mention

_BESIDE = 12
_RIGHT_BEHIND = 4
_LEVELS = ("noun.embassy_level", "noun.legation_level", "noun.charge_level", "noun.strategic")
_RANKED = frozenset({"verb.upgrade", "verb.downgrade"})
_OF_BOTH = frozenset({"verb.establish", "verb.upgrade", "verb.downgrade"})


def of_a_mission(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether the verb opens a mission named between: "relations have developed since the | embassy | was opened"."""
    if not chart.pack.spaced:  # "秘方驻首尔使馆1988年由领事馆 | 升格 | 而成"
        start, end = chart.clause(verb.start)
        own = chart.within(chart.cues("noun.relations", "noun.bare_relations", *_LEVELS), start, end)
        return bool(verb.classes & _RANKED) and not own and bool(chart.within(chart.cues("mission"), start, end))
    restored = "verb.restore" in verb.classes and bool(chart.pack.cases) and chart.pack.order == "svo"
    if restored and any(verb.end <= one.start < noun.start for one in chart.cues("mission", "noun.mission")):
        return True  # «возобновление работы | миссии»
    told = [one for one in chart.cues("mission") if verb.end <= one.start and object_of(chart, verb, one)]
    ranked = bool(verb.classes & _RANKED) and noun.end <= verb.start and len(chart.cues("mission")) == 1
    if ranked and told and told[0].start - verb.end <= _RIGHT_BEHIND:
        return False  # "les relations furent portées au rang d'| ambassades"
    if told and verb.classes & _OF_BOTH and not _coupled(chart, told[0], noun):
        return True
    if not {"verb.establish", "verb.open"} <= verb.classes or noun.end > verb.start:
        return False
    between = [one for one in chart.cues("mission") if noun.end <= one.start < verb.start]
    return bool(between) and not (len(between) == 1 and _coupled(chart, noun, between[0]))


def _coupled(chart: Chart, left: Mention, right: Mention) -> bool:
    """Whether a joiner alone couples two things, the second's owner aside: "relations and the American | legation"."""
    gap = chart.between(left, right).lower().split()
    owners = [one for one in chart.parties if left.end <= one.start and one.end <= right.start]
    named = {word for one in owners for word in chart.text[one.start : one.end].lower().split()}
    rest = [word for word in gap if word not in chart.pack.skip and word not in named]
    return len(rest) == 1 and rest[0] in chart.pack.joiners


def of_years(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a time of relations is what ends, not they: "ended | 25 years | of hostile ties"."""
    spans = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.unit == "year"]
    return "verb.sever" in verb.classes and any(verb.end <= one.start < noun.start for one in spans)


def none_of(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether the noun itself is denied behind the verb: "severed | no | relations"."""
    return any(verb.end <= one.start and 0 <= noun.start - one.end <= _BESIDE for one in chart.cues("fact.not"))
