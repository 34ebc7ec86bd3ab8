"""What an anniversary is of, and the day it counts back to."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.draft import Dated
from comity.claims.frames.attach import dated
from comity.claims.mention import Mention
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
    """The year counted back to, with the day that is told beside it: "on 11 February it is 30 years since …"."""
    back = dated(counted)
    if back.when is None or back.when.interval or back.when.start is None or back.when.start.month is not None:
        return back
    for one in chart.dates:
        point = one.date.when.start if one.date is not None and not one.date.when.interval else None
        if point is not None and point.day is not None and point.year not in chart.text[one.start : one.end]:
            return replace(back, when=When(replace(point, year=back.when.start.year), None))
    return back
