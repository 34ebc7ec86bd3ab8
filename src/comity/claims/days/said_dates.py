"""Dates on which something was said, which are no days of what is said: "the minister said | on Sunday | that …"."""

from __future__ import annotations

from comity.claims.days.happenings import events
from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun

_RIGHT_AT = 2


def of_saying(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date tells but when something was said: «Молдавия, | писали на этой неделе газеты, | разорвёт …»."""
    if chart.pack.order != "svo" or not chart.pack.cases or chart.pack.inverts:
        return False
    low, high = stretch(chart, one.start)
    said = chart.within(chart.cues("fact.said", "fact.allege"), low, high)
    late = [cue for cue in said if anchor.end <= cue.start < one.start]
    if late and not is_verbal_noun(chart, anchor) and not chart.within(events(chart), late[-1].end, one.start):
        return True  # «откроет посольство, | говорится в сообщении от 5 мая»
    inserted = low > 0 and high < len(chart.text) - 1 and not low <= anchor.start < high
    return bool(said) and inserted and not chart.within(events(chart), low, high)


def before_that(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date stands between who says it and "that": «قال الوزير | اليوم | إن مالي أغلقت سفارتها».

    Refuses what is done by saying so: «أعلنت | اليوم | أن …»; what will be is not.
    """
    if chart.pack.order == "sov" or not chart.pack.spaced or anchor.start < one.end:
        return False
    said = chart.within(chart.cues("fact.said"), 0, one.start)
    said = said if chart.pack.order == "vso" else [cue for cue in said if 0 <= one.start - cue.end <= _RIGHT_AT]
    that = _that(chart, one.end, anchor.start)
    planned = "fact.plan" in anchor.classes or chart.within(chart.cues("fact.plan"), one.end, anchor.start)
    return bool(said) and that and ("mark.declared" not in said[-1].classes or bool(planned))


def _that(chart: Chart, start: int, end: int) -> bool:
    """Whether a word that opens what is said stands in a stretch: "that", "que", «что»."""
    words = chart.text[start:end].lower().split()
    return not chart.pack.contents.isdisjoint(words) or bool(chart.within(chart.cues("mark.subordinate"), start, end))


def said_then(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that on which something was said that is told behind: "发言人 | 21日 | 指出，与其断交前 …".

    Refuses what is done by saying so: "26日 | 宣布 | 断交".
    """
    if chart.pack.spaced or anchor.start < one.end or chart.clause(one.start) == chart.clause(anchor.start):
        return False
    _, end = chart.clause(one.start)
    said = [cue for cue in chart.within(chart.cues("fact.said"), one.end, end) if cue.end < anchor.start]
    done = chart.within([*chart.cues("mark.declared"), *events(chart)], one.end, end)
    return bool(said) and not done


def said_at_last(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that on which a sentence was said, at its end: "the visit was useful, | said on Sunday"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.pack.inverts or "fact.said" in anchor.classes:
        return False
    said = [cue for cue in chart.cues("fact.said") if 0 <= one.start - cue.end <= _RIGHT_AT]
    return bool(said) and anchor.end <= said[0].start and has_any(chart.text[anchor.end : said[0].start], CLAUSE_COMMAS)


def said_of_plan(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that on which a plan was told, where it stands before the word: "3日宣布 | 将重开使馆"."""
    if "fact.said" in anchor.classes or (chart.pack.spaced and chart.pack.order != "svo"):
        return False
    reach = len(chart.text) if chart.pack.spaced and one.start < _RIGHT_AT else _RIGHT_AT  # "On 3 May X said that it"
    said = [cue for cue in chart.cues("fact.said") if 0 <= cue.start - one.end <= reach]
    if chart.pack.spaced:
        said = said or [cue for cue in chart.cues("fact.said") if 0 <= one.start - cue.end <= _RIGHT_AT]
        said = [cue for cue in said if _that(chart, cue.end, anchor.start)]
    plans = chart.cues("fact.plan", "fact.consider")
    return bool(said) and any(said[0].end <= cue.start < anchor.start for cue in plans)


def before_plan(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that of what was done before a plan: «أُنشئ | في 2022 |، ومن المقرر أن يعقد اجتماعه»."""
    if chart.pack.order != "vso" or anchor.start < one.end:
        return False
    start, _ = chart.clause(one.start)
    plans = chart.within(chart.cues("fact.plan"), one.end, anchor.start)
    deeds = chart.within(events(chart), start, one.start)
    return bool(plans and deeds) and has_any(chart.text[one.end : plans[0].start], CLAUSE_COMMAS)
