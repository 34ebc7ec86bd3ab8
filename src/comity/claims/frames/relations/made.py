"""What a verb that makes relations makes instead, where verbs come last: a body, or nothing on a day of its own."""

from __future__ import annotations

from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BEHIND = 60


def made_of_else(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a verb that may make relations makes a body, or tells only in passing that relations began.

    "ilişkilerin geliştirilmesi amacıyla | Konsey kurulmuş", "kurulması kararlaştırılan | Konsey …, ilişkiler",
    "1905'te Rusya'yı mağlup etmesi, geç | başlayan | ilişkilerin". Refuses languages whose verbs come first.
    """
    if chart.pack.order != "sov" or "verb.establish" not in verb.classes:
        return False
    bodies = [one for one in chart.cues("body") if not one.classes & {"noun.relations", "noun.bare_relations"}]
    if noun.end <= verb.start:
        return bool(chart.within(bodies, noun.end, verb.start))
    nearer = chart.within(bodies, verb.end, min(noun.start, verb.end + _BEHIND))
    return bool(nearer) or _in_passing(chart, verb, noun)


def between_any(chart: Chart, noun: Mention) -> bool:
    """Whether relations are those of states at large, none being named: "l'absence de relations | entre les pays"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.parties or chart.kind("city"):
        return False
    behind = chart.text[noun.end : noun.end + _BEHIND].lower().split()
    return any(chart.pack.before.get(word) == "between" for word in behind)


def _in_passing(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a participle right before "relations" has no day in its own stretch, other stretches having one."""
    word = chart.text[verb.start : verb.end].lower()
    beside = 0 <= noun.start - verb.end <= 1 and word.endswith(chart.pack.participles or ("\n",))
    return beside and bool(chart.dates) and not chart.within(chart.dates, *stretch(chart, verb.start))
