"""Days where verbs come last: that on which a plan was told, that of the text by which something is done."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BESIDE = 2
_WITH_TEXT = 60


def of_telling(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that on which a plan was told or made, where verbs come last.

    "açmayı | 2021'de | kararlaştırdı"; "Gürcistan, | 2008'de | çekileceğini açıkladı": where who acts leads, the day
    may be that of the telling. Refuses a day still to come.
    """
    if chart.pack.order != "sov" or not chart.pack.spaced or "fact.said" in anchor.classes or _is_coming(chart, one):
        return False
    _, end = chart.clause(anchor.start)
    told = chart.within(chart.cues("fact.said", "fact.plan"), anchor.end, end)
    if not told or not chart.text[anchor.start : anchor.end].lower().endswith(chart.pack.nominals):
        return False
    if anchor.end <= one.start:
        return one.end <= told[0].start <= one.end + _BESIDE
    if "fact.plan" not in anchor.classes or told[0].start - anchor.end > _BESIDE:
        return False
    return any(who.role == "" and who.end <= one.start and not who.deictic for who in chart.parties)


def _is_coming(chart: Chart, one: Mention) -> bool:
    """Whether a date is later than the document's day, where that is known."""
    last = one.date.when.last if one.date is not None else None
    known = chart.published.last if chart.published is not None else None
    return last is not None and known is not None and last > known


def by_its_text(chart: Chart, anchor: Mention) -> bool:
    """Whether a text whose signing is told is what something is done by: "imzalanan Antlaşma'yla | tesis etmiştir"."""
    made = anchor.classes & {"verb.establish", "verb.restore", "verb.found", "verb.upgrade"}
    if chart.pack.order != "sov" or not made or not chart.cues("agreement"):
        return False
    endings = tuple(key.lstrip("'-") for key, role in chart.pack.after.items() if role == "with")
    for head in chart.cues("agreement"):
        gap = chart.text[head.end : anchor.start]
        word = chart.text[head.start : head.end] + (gap.split(maxsplit=1)[0] if gap[:1].strip() else "")
        led = word.lower().endswith(endings) or gap.split()[:1] in [[one] for one in endings]
        signed = any(one.end <= head.start for one in chart.cues("verb.sign"))
        if 0 < len(gap) <= _WITH_TEXT and "," not in gap and led and signed:
            return True
    return False
