"""What was denied until something else happened, and so was done then: "did not recognise it | until it accepted …"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_REACH = 90


def waited_for(chart: Chart, verb: Mention) -> Mention | None:
    """The day of what somebody waited for before doing what a verb denies; None where no "until" follows the verb."""
    denied = "fact.not" in verb.classes or any(0 <= verb.start - cue.end <= 1 for cue in chart.cues("fact.not"))
    words = chart.pack.voice.put_off_to
    behind = [one for one in chart.cues("mark.subordinate") if one.start >= verb.end]
    until = next((one for one in behind if chart.text[one.start : one.end].lower() in words), None)
    if not denied or until is None or until.start - verb.end > _REACH or "," in chart.text[verb.end : until.start]:
        return None
    days = [one for one in chart.dates if one.start >= until.end]
    named = days and days[0].date is not None and not days[0].date.when.interval and days[0].form != "not-until"
    return days[0] if named and len(days) == 1 else None
