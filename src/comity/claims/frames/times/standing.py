"""The time of what merely holds: since when it does, or up to the day of the document."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse
from comity.claims.frames.times.attach import date_of, since
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.when import When


def standing_date(chart: Chart, discourse: Discourse, anchor: Mention) -> Dated:
    """The time of what merely holds: "since 1994" is 1994/.., else open on the left to the document's day."""
    own = date_of(chart, anchor)
    if own is None or own.when is None or _told_elsewhere(chart, own, anchor):
        return till_published(discourse)
    return own


def _told_elsewhere(chart: Chart, own: Dated, anchor: Mention) -> bool:
    """Whether another clause dates what holds: "has an embassy in A; B proposed a consulate in 2014".

    A day since when relations hold is no mission's that another verb has: "has kept relations since 1964 and has an
    embassy in A". Refuses a date that leads the sentence, which is all of it's.
    """
    told = [one for one in chart.dates if one.date is not None and one.date.when == own.when]
    if len(told) == 1 and told[0].end <= anchor.start:
        ties = [one for one in chart.cues("noun.relations") if one.end <= told[0].start]
        if ties and chart.within(chart.cues("verb.have"), told[0].end, anchor.end):
            return True
    led = bool(told) and chart.text[: told[0].start].strip(" *•-–\t") == ""
    clause = chart.clause(anchor.start)
    return bool(told) and not led and all(chart.clause(one.start) != clause for one in told)


def lasting(day: Dated) -> Dated:
    """The time that begins with a date and goes on: "since 2014"."""
    return Dated(when=since(day.when) if day.when is not None else None, context=day.context)


def till_published(discourse: Discourse) -> Dated:
    """The time up to the document's day, open on the left; none where the document has no day."""
    if discourse.published is None:
        return Dated()
    return Dated(when=When.between(None, discourse.published), context=discourse.published_context())
