"""What an anniversary is of, and the day it counts back to."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.when import When

_BESIDE = 12


def signing_of(chart: Chart, day: Mention) -> Mention | None:
    """The word for signing that an anniversary counts from: "20 years since the | signing | of the treaty".

    None where it counts from something else, which stands nearer.
    """
    ties = ("noun.relations", "noun.bare_relations")
    told = chart.cues("verb.sign", "verb.establish", "verb.open", "verb.restore", *ties)
    near = chart.nearest(day, told)
    return near if near is not None and "verb.sign" in near.classes else None


def only_remembered(chart: Chart, verb: Mention) -> bool:
    """Whether a signing is but what an anniversary is of, whose years nobody counts: "anniversary of the signing"."""
    return any(0 <= verb.start - cue.end <= _BESIDE for cue in chart.cues("noun.anniversary"))


def counted_back(chart: Chart, counted: Mention) -> Dated:
    """The year counted back to, with the day that is told beside it: "on 11 February it is 30 years since …".

    In Chinese also from a whole day told: "2021年12月8日，两国迎来建交 | 50周年 |".
    """
    back = dated(counted)
    if back.when is None or back.when.interval or back.when.start is None or back.when.start.month is not None:
        return back
    years = 0 if chart.pack.spaced else _years(chart, back.when)
    for one in chart.dates:
        later = one.start > counted.end and chart.clause(one.start) != chart.clause(counted.start)
        point = one.date.when.start if one.date is not None and not one.date.when.interval else None
        if point is None or point.day is None or one is counted or (later and not chart.pack.spaced):
            continue  # "今年是建交75周年，预计 | 今晚 | 出席国宴"
        if point.year not in chart.text[one.start : one.end]:
            return replace(back, when=When(replace(point, year=back.when.start.year), None))
        told = any(0 <= verb.start - one.end <= 1 for verb in chart.cues("verb.establish"))  # "1999年12月29日 | 建交"
        if years and point.year.isdigit() and not told:
            return replace(back, when=When(replace(point, year=str(int(point.year) - years)), None))
    return back


def _years(chart: Chart, back: When) -> int:
    """How many years were counted back from the document's own; 0 where that is not known."""
    now = chart.published
    told = (now.start.year, back.start.year) if now is not None and now.start is not None and back.start else ("", "")
    return int(told[0]) - int(told[1]) if all(one.isdigit() for one in told) else 0
