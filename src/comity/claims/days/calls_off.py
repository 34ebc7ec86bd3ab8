"""What is called off or put off after it was told: journeys above all."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

LIGHT = frozenset(
    {"mark.become", "verb.invite", "verb.have", "verb.hold", "verb.reach", "verb.be_in", "verb.maintain", "verb.serve"}
)
"""Verbs that tell nothing by themselves, and may stand between a deed and what is said of it."""
JOURNEYS = frozenset({"verb.visit", "noun.visit", "verb.be_in", "indicator.visits", "kind.official", "kind.state"})
"""What tells of a journey, made or planned."""
_LED_BY = 2
_LATER = 12  # " tarihine "


def undone(chart: Chart, anchor: Mention) -> bool:
    """Whether a later clause calls off what was planned: "was to come in 2016, but | the trip was called off"."""
    named = (*chart.parties, *chart.actors, *chart.kind("city"))
    own = chart.clause(anchor.start)
    if any(one.start >= anchor.end for one in chart.cues("fact.replaced")):
        return True
    for one in chart.cues("fact.cancel", "fact.postpone"):
        clause = chart.clause(one.start)
        if one.start < anchor.end or clause == own:
            continue
        low = max(_opened(chart, one), anchor.end)
        others = chart.within((*named, *chart.cues("verb", "mission", "agreement")), low, one.start)
        if all(other.deictic or other.classes <= LIGHT for other in others):
            return True
    return False


def called_off(chart: Chart, anchor: Mention) -> bool:
    """Whether the next clause calls a journey off: "was to visit A on the 15th, but the trip was postponed"."""
    if not anchor.classes & JOURNEYS:
        return False
    start, end = chart.clause(anchor.start)
    if not anchor.classes & {"verb.visit", "noun.visit"} and not chart.within(chart.cues("fact.plan"), start, end):
        return False  # "was there on 18 May; a visit by Y did not come about"
    for cue in chart.cues("fact.cancel", "fact.postpone"):
        opened = _opened(chart, cue)
        own = not chart.pack.spaced and opened <= anchor.start and end <= cue.start
        told = chart.within([*chart.cues("verb"), *chart.actors], anchor.end if own else opened, cue.start)
        told = [one for one in told if one.form != "pronoun"]  # "la venue du président X ; | elle | est reportée"
        others = [one for one in told if one.kind == "actor" or not one.classes <= LIGHT | JOURNEYS]
        if (own or opened == end) and not others:
            return True
    return False


def _opened(chart: Chart, cue: Mention) -> int:
    """Where the statement begins that a word for calling off closes; "因安全顾虑 | 而取消" is one in Chinese."""
    start, _ = chart.clause(cue.start)
    if chart.pack.spaced:
        return start
    return max(chart.text.rfind(mark, 0, cue.start) for mark in CLAUSE_COMMAS + SEMICOLONS) + 1


def is_put_off_to(chart: Chart, cue: Mention) -> bool:
    """Whether what is put off gets a new day, the only one of its clause: "was postponed | to | May 1985".

    A clause with two dates may tell of the day that was given up, and says nothing of which is which.
    """
    if "fact.postpone" in cue.classes and new_day(chart, cue) is not None:
        return True
    days = chart.within(chart.dates, *chart.clause(cue.start))
    meant = chart.within(chart.cues("fact.plan", "fact.scheduled"), *chart.clause(cue.start))
    if len(days) != 1 or "fact.postpone" not in cue.classes or [one for one in meant if one is not cue]:
        return False  # «визит, | намеченный на | май, отложен»: the day that was given up
    late = chart.pack.inverts or chart.pack.order == "sov"  # "wurde auf Mai | verschoben"
    if has_any(chart.between(cue, days[0]), CLAUSE_COMMAS) or (days[0].start < cue.start and not late):
        return False
    words = [word for _, word in left_words(chart.text, days[0].start, _LED_BY)]
    words += chart.text[days[0].start : days[0].end].split()[:1]
    return any(word.lower() in chart.pack.voice.put_off_to for word in words)


def new_day(chart: Chart, cue: Mention) -> Mention | None:
    """The day right before a verb of putting off that an ending gives what is put off, where verbs come last.

    "5 Mart'ta yapılacak ziyaret | 12 Mart'a | ertelendi"; None where no such ending stands there.
    """
    if chart.pack.order != "sov":
        return None
    endings = tuple(chart.pack.voice.put_off_to)
    days = [one for one in chart.dates if one.end <= cue.start and cue.start - one.end <= _LATER]
    lead = chart.text[days[-1].start : cue.start].rstrip().lower() if days else ""
    return days[-1] if days and lead.endswith(endings) and "," not in lead else None


__all__ = ["JOURNEYS", "LIGHT", "called_off", "is_put_off_to", "new_day", "undone"]
