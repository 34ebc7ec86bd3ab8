"""Relations that were severed for a time: "severed from 1964 to 1970" were so in 1964, and restored in 1970."""

from __future__ import annotations

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.when import When


def severed_over(chart: Chart, verb: Mention) -> list[tuple[str, Dated]]:
    """The days on which relations were severed and restored, of each time that the clause tells; else none.

    "Relations were severed | from 1964 to 1970 and again from 1973 to 1991" . Refuses a clause with any other day,
    or another verb before the time.
    """
    low, high = chart.clause(verb.start)
    days = chart.within(chart.dates, low, high)
    spans = [one.date.when for one in days if one.date is not None]
    if not spans or not all(span.over_years for span in spans):
        return []
    first, last = min(verb.start, days[0].start), max(verb.end, days[-1].end)
    first = low if chart.pack.inverts else first  # "| bestanden | von 1952 bis 1963 Beziehungen, die abgebrochen …"
    if any(one is not verb and not one.classes & verb.classes for one in chart.within(chart.cues("verb"), first, last)):
        return []
    out = []
    for day, span in zip(days, spans, strict=True):
        told = dated(day)
        for event, point in (("severed", span.start), ("restored", span.end)):
            out.append((event, Dated(when=When(point, None), context=told.context)))
    return out
