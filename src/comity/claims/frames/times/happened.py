"""When something happened, by a time that is said of it: "in force since 2014" began in 2014."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.when import When

_ENDS = {f"verb.{name}" for name in ("close", "sever", "end", "leave", "terminate")}
_BREATH = 90  # characters between "suspended" and the day, in which what is suspended is named


def happened(own: Dated, anchor: Mention) -> Dated:
    """The date of an event: "in force since 2014" began in 2014; what ended did not end "since"."""
    when = own.when
    if anchor.classes & {"verb.close", "verb.sever"} and _spans_years(when):
        return Dated()  # "operated an embassy between 2000 and 2014, but suspended operations"
    if when is None or not when.interval or when.end is not None or when.start is None:
        return own
    if "verb.negotiate" in anchor.classes:
        return own
    if anchor.classes & _ENDS:
        return Dated()
    return Dated(when=When(when.start, None), context=own.context)


def over_since(chart: Chart, anchor: Mention) -> Dated | None:
    """The day since which something is over, right behind the word for it: "closed | since 1 July 2011".

    In Chinese right before it: "自10日起 | 终止外交关系". A whole day may stand behind what is over, in the same
    breath: "приостановила работу посольства в Москве | с 1 августа 2023 года".
    """
    if not anchor.classes & _ENDS or chart.pack.order != "svo":
        return None
    for one in chart.dates:
        hit = one.date
        if (
            hit is not None
            and hit.kind == "since"
            and (0 <= _gap(chart, one, anchor) <= 1 or _day_behind(chart, one, anchor))
        ):
            return Dated(when=When(hit.when.start, None), alternatives=hit.alternatives, context=one.context)
    return None


def _spans_years(when: When | None) -> bool:
    """Whether a time runs from one year to one later than the next."""
    if when is None or not when.interval or when.start is None or when.end is None:
        return False
    return when.start.year.isdecimal() and when.end.year.isdecimal() and int(when.end.year) - int(when.start.year) > 1


def _day_behind(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a whole day stands behind the word for an end with no pause and no other verb between."""
    day = one.date is not None and one.date.when.to_the_day
    if not day or not chart.pack.spaced or not 0 < one.start - anchor.end <= _BREATH:
        return False
    said = chart.within(chart.cues("verb"), anchor.end, one.start)
    return not said and not set(chart.text[anchor.end : one.start]) & set(",;:()")


def _gap(chart: Chart, one: Mention, anchor: Mention) -> int:
    if chart.pack.inverts and one.end <= anchor.start:  # "ist | seit 2014 | geschlossen"
        return anchor.start - one.end
    return one.start - anchor.end if chart.pack.spaced else anchor.start - one.end
