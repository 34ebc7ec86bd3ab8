"""Which date belongs to an anchor: the attachment rules all frames share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.days.date_owners import (
    EVENTS,
    events,
    goes_on_of,
    leads_on,
    led_off,
    of_joined,
    of_next,
    of_same_deed,
    set_aside,
)
from comity.claims.days.late_dates import told_later
from comity.claims.days.late_verbs import by_its_text
from comity.claims.days.said_dates import said_of_plan
from comity.claims.days.stretch import quoted_day, sets_the_time, stretch, told_by_when
from comity.claims.days.text_span import names_text
from comity.claims.frames.times.chain import of_earlier, on_the_way
from comity.claims.frames.times.happened import happened, over_since
from comity.claims.frames.times.next_part import opens_next
from comity.claims.frames.times.participle_days import of_participle
from comity.claims.frames.times.shared_day import shared_with, told_by_which
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, count_commas, has_any
from comity.claims.sentences.mention import Mention
from comity.model.passage import PassageKind
from comity.model.when import When

_LITTLE, _HEADING = 4, 160  # letters of a word that no title begins small; the longest line that heads others
_PER_VERB = 70
_PER_COMMA = 12
_PER_WALL = 120
_WRONG_SIDE = 15
_PER_SOFT_WALL = 30
_THEN_REACH = 24
_RIGHT_AT = 5


def cost(chart: Chart, anchor: Mention, one: Mention, verbs: Sequence[Mention]) -> int:
    """How badly a thing hangs with an anchor: characters between, and more for each verb, comma or wall between."""
    low, high = (one.end, anchor.start) if one.end <= anchor.start else (anchor.end, one.start)
    gap = chart.text[low:high]
    between = sum(
        1 for verb in verbs if low <= verb.start < high and verb is not anchor and not (verb.classes & anchor.classes)
    )
    clause = chart.clause(anchor.start)
    wall = 0 if clause[0] <= one.start < clause[1] else _wall_between(chart, gap)
    commas = count_commas(gap) + (gap.strip().lower() in chart.pack.joiners and gap.strip().isalpha())
    free = (bool(chart.pack.cases) and chart.pack.order == "svo") or chart.pack.inverts
    behind = chart.pack.order == "sov" or not chart.pack.spaced
    side = _WRONG_SIDE if not free and one.start != anchor.start and (one.start > anchor.start) == behind else 0
    return len(gap) + between * _PER_VERB + commas * _PER_COMMA + wall + side


def _wall_between(chart: Chart, gap: str) -> int:
    """What it costs to cross into another clause: less where only a comma of a script without spaces divides them."""
    return _PER_WALL if chart.pack.spaced or has_any(gap, SEMICOLONS) else _PER_SOFT_WALL


def _names_gathering(chart: Chart, day: Mention) -> bool:
    """Whether a year only tells one gathering from others, another date being there: "论坛 | 2013年 | 年会"."""
    return len(chart.dates) > 1 and any(cue.start == day.end for cue in chart.cues("noun.gathering"))


def date_of(chart: Chart, anchor: Mention, *, limit: int = 260) -> Dated | None:
    """The date that belongs to an anchor, or None: the cheapest to reach, if no other verb owns it more.

    A date at the very start of the sentence holds for all of it.
    """
    then = chart.then(anchor.start)
    inner = [one for one in chart.cues("mark.relative") if then is not None and then.end < one.start < anchor.start]
    inner = [one for one in inner if chart.text[one.start - 2 : one.start] == ", "]  # "…, que tardaron en | abrirse"
    if then is not None and not inner and not chart.within(chart.dates, *stretch(chart, anchor.start)):
        return _ending(then)
    verbs = [one for one in events(chart) if not goes_on_of(chart, one, anchor)]
    quoted = quoted_day(chart, anchor)
    if quoted is not None and not set_aside(chart, quoted, anchor):
        return dated(quoted)
    own = _in_turn(chart, anchor, verbs) or shared_with(chart, anchor)
    if own is not None:
        return dated(own)
    best: tuple[int, Mention] | None = None
    for one in chart.dates:
        if set_aside(chart, one, anchor) or of_participle(chart, one, anchor, verbs) or of_earlier(chart, one, anchor):
            continue
        if opens_next(chart, one, anchor, verbs) or of_joined(chart, one, anchor, verbs):
            continue
        if not chart.pack.spaced and (_overtaken(chart, one, anchor) or _names_gathering(chart, one)):
            continue
        price = cost(chart, anchor, one, verbs)
        if len(chart.dates) == 1 and not _taken(chart, one, anchor, verbs):
            price = min(price, limit)
        elif _owned(chart, one, anchor, verbs, price):
            continue
        if price <= limit and (best is None or price < best[0]):
            best = (price, one)
    if best is None and chart.dates and chart.text[: chart.dates[0].start].strip(" *•-–\t") == "":
        first = chart.dates[0]
        if of_participle(chart, first, anchor, verbs) or of_earlier(chart, first, anchor):
            return None
        if said_of_plan(chart, first, anchor) or told_later(chart, first, anchor):
            return None
        if names_text(chart, first) and set_aside(chart, first, anchor):
            return None
        if len(chart.dates) == 1 and chart.compared(first) and anchor.kind == "quantity":
            return None  # "| 2020 жылмен салыстырғанда | сауда … жетті"
        running = None if chart.pack.spaced else _running(chart, anchor)
        return dated(running or chart.dates[0])
    if best is None:
        return None
    return dated(_finer(chart, anchor, best[1], verbs, limit))


def _ending(then: Mention) -> Dated:
    """The day that a clause behind it tells of, the last of a time: "until 1881, the year in which | it was opened"."""
    own = dated(then)
    hit = then.date
    if own.when is None or hit is None or hit.kind != "until" or own.when.end is None:
        return own
    return replace(own, when=When(own.when.end, None))


def _overtaken(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether another clause, told later than a date, has a date before the anchor's: it leads on from there."""
    running = _running(chart, anchor)
    return running is not None and one.end <= running.start and chart.clause(one.start) != chart.clause(anchor.start)


def _running(chart: Chart, anchor: Mention) -> Mention | None:
    """The last date told before an anchor whose clause has none: "1月9日宣布中止外交关系，| 并关闭大使馆"."""
    before = [one for one in chart.dates if one.end <= anchor.start and not set_aside(chart, one, anchor)]
    gap = chart.text[before[-1].end : anchor.start] if before else ""
    return before[-1] if before and not has_any(gap, SEMICOLONS) else None


def _in_turn(chart: Chart, anchor: Mention, verbs: Sequence[Mention]) -> Mention | None:
    """The date behind a verb where verbs and dates take turns: "recognised it in 1958, opened an embassy in 1962"."""
    if chart.pack.order != "svo" or len(verbs) < 2 or len(verbs) != len(chart.dates):
        return None
    pairs = list(zip(verbs, chart.dates, strict=True))
    follows = all(verb.end <= day.start for verb, day in pairs)
    apart = all(day.end <= verb.start for (_, day), (verb, _) in pairwise(pairs))
    if not follows or not apart or any(set_aside(chart, day, verb) for verb, day in pairs):
        return None
    return next((day for verb, day in pairs if verb is anchor), None)


def _finer(chart: Chart, anchor: Mention, chosen: Mention, verbs: Sequence[Mention], limit: int) -> Mention:
    """The date within the chosen year that tells more: "in 2011, during a visit to Seoul (14 to 16 September)"."""
    hit = chosen.date
    if hit is None or hit.when.interval or hit.when.start is None or hit.when.start.month is not None:
        return chosen
    for one in chart.dates:
        told = one.date
        if one is chosen or told is None or told.when.start is None or told.when.start.month is None:
            continue
        later = chart.pack.order == "sov" and one.start > anchor.end  # "1929'da | kurulmuş, aynı yılın aralığında …"
        if (later and ":" not in chart.between(anchor, one)) or led_off(chart, one, anchor):
            continue
        if has_any(chart.between(anchor, one), SEMICOLONS) or _of_next_doer(chart, one, anchor):
            continue
        year = told.when.start.year
        behind = (chart.text[chosen.end : one.start], chart.text[max(anchor.end, chosen.end) : one.start])
        right_behind = " (" in behind  # "el mismo año | (15/09/1959)", "1975 | aufgenommen | (08.02.1975)"
        same = year == hit.when.start.year and (right_behind or year not in chart.text[one.start : one.end])
        if same and not _owned(chart, one, anchor, verbs, cost(chart, anchor, one, verbs)):
            return one if cost(chart, anchor, one, verbs) <= limit else chosen
    return chosen


def _of_next_doer(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date stands right behind another who did the same: "broke in 1917, | and Peru | in October"."""
    beside = [who for who in chart.parties if who.start >= anchor.end and 0 < one.start - who.end <= 1]
    return chart.pack.order == "svo" and any(who.role == "" and who.form != "adjective" for who in beside)


def _taken(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether the only date stands right beside another verb, a comma between it and the anchor."""
    if _dates_heading(chart, one):
        return False
    if of_next(chart, one, anchor, verbs):
        return True
    if chart.clause(one.start) != chart.clause(anchor.start) and any(
        chart.clause(verb.start) == chart.clause(one.start) for verb in verbs
    ):
        return chart.text[: one.start].strip(" *•-–\t") != ""
    low, high = (one.end, anchor.start) if one.end <= anchor.start else (anchor.end, one.start)
    if not has_any(chart.text[low:high], CLAUSE_COMMAS) and " – " not in chart.text[low:high]:
        return False
    beside = [verb for verb in verbs if verb.start != anchor.start and verb.distance(one) <= 12]
    return bool(beside) and one.distance(anchor) > 40 and chart.text[: one.start].strip(" *•-–\t") != ""


def _dates_heading(chart: Chart, one: Mention) -> bool:
    """Whether a date ends a heading, all of which it dates: "Embassy Reopens; Relations Reestablished, | 2004"."""
    if len(chart.dates) != 1 or chart.text[one.end :].strip(" .*:)"):
        return False
    words = [word for word in chart.text[: one.start].split() if len(word) > _LITTLE]
    titled = chart.pack.capitals and len(chart.text) <= _HEADING and all(word[:1].isupper() for word in words)
    return chart.sentence.passage.kind == PassageKind.HEADING or (bool(words) and titled)


def _owned(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention], price: int) -> bool:
    """Whether another event of another kind, not the leading one, reaches the date clearly cheaper."""
    if chart.text[: one.start].strip(" *•-–\t") == "" and one is chart.dates[0]:
        return False
    if sets_the_time(chart, one, anchor) or told_by_when(chart, one, anchor) or by_its_text(chart, anchor):
        return False
    if not chart.pack.spaced and any(_qualifies(chart, one, verb) for verb in verbs if verb.start != anchor.start):
        return True
    for verb in verbs:
        alike = verb.classes & anchor.classes & set(EVENTS)
        if verb.start == anchor.start or (alike and chart.clause(verb.start) == chart.clause(anchor.start)):
            continue
        if leads_on(chart, verb, anchor):
            continue
        near = min(chart.dates, key=lambda date: cost(chart, verb, date, verbs))
        same = of_same_deed(chart, verb, anchor, one)
        if near is one and cost(chart, verb, one, verbs) + 5 < price and not same:
            return True
    return False


def _qualifies(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a date and a verb right behind it only tell which thing is meant: "重开 | 1992年关闭的 | 大使馆"."""
    behind = chart.text[verb.end : verb.end + 1]
    return 0 <= verb.start - one.end <= _RIGHT_AT and chart.pack.after.get(behind) == "of"


def dated(one: Mention) -> Dated:
    """A date mention as a date of a claim."""
    hit = one.date
    assert hit is not None
    return Dated(when=hit.when, alternatives=hit.alternatives, context=one.context)


def event_date(chart: Chart, discourse: Discourse, anchor: Mention) -> Dated:
    """The date of something that happened: its own, else the day the text is telling of."""
    own = _that_same_day(chart, anchor)
    if own is None and not _later_that_day(chart, discourse, anchor):
        own = date_of(chart, anchor)
    if own is not None and _some_time_later(chart, own, anchor):
        return Dated()
    if own is not None:
        over = over_since(chart, anchor)
        return over if over is not None else happened(_when_it_did(chart, own, anchor), anchor)
    trip = discourse.coming_trip()
    if trip is not None and not chart.dates and chart.has("deixis.occasion") and chart.has("fact.plan"):
        return Dated(when=trip.when, context=trip.context())
    earlier = [one for one in chart.dates if one.end <= anchor.start and not set_aside(chart, one, anchor)]
    if chart.has("deixis.occasion") and earlier:
        return dated(earlier[-1])
    if chart.has("deixis.occasion") and discourse.episode is not None:
        return Dated(when=discourse.episode.when, context=discourse.episode.context())
    if chart.has("deixis.occasion", "deixis.same_day") and discourse.date is not None:
        return Dated(when=discourse.date.when, context=discourse.date.context())
    low, high = chart.clause(anchor.start)
    parted = bool(chart.dates) and ";" in chart.text[max(0, low - 1) : low + 1] + chart.text[high - 1 : high]
    near = chart.within(chart.dates, low, high) if parted else chart.dates
    if parted and chart.within(chart.cues("fact.plan", "fact.request"), low, high):
        return Dated()
    planned = chart.has("fact.plan") and not parted
    if near or (planned and not chart.has("fact.request")):
        shared = on_the_way(chart, anchor) or told_by_which(chart, anchor)
        return dated(shared) if shared is not None else Dated()
    if discourse.episode is not None and not _of_others(chart, discourse.episode):
        return Dated(when=discourse.episode.when, context=discourse.episode.context())
    return Dated()


def _some_time_later(chart: Chart, own: Dated, anchor: Mention) -> bool:
    """Whether something happened a while after the day told: "in 1910, and | a few years later | B opened"."""
    if chart.pack.order != "svo" or not chart.has("mark.later"):
        return False
    later = [cue for cue in chart.cues("mark.later") if cue.end <= anchor.start]
    told = [one for one in chart.dates if one.date is not None and one.date.when == own.when]
    near = bool(later) and not chart.within(chart.cues("verb"), later[-1].end, anchor.start)
    return near and bool(told) and all(one.end <= later[-1].start for one in told)


def _of_others(chart: Chart, episode: Spoken) -> bool:
    """Whether a sentence names a state that had no part in the meeting told of: that day is not its."""
    named = {party for one in chart.parties if not one.deictic for party in one.ids}
    named |= {one.country for one in chart.kind("city") if one.role == "to" and one.country}
    return bool(episode.ids) and not named <= set(episode.ids)


def _later_that_day(chart: Chart, discourse: Discourse, anchor: Mention) -> bool:
    """Whether a clause without a date says "that day", "in the evening": what another clause dates is another day's."""
    start, end = chart.clause(anchor.start)
    told = chart.within(chart.cues("deixis.same_day"), start, end)
    return bool(told) and discourse.date is not None and not chart.within(chart.dates, start, end)


def _that_same_day(chart: Chart, anchor: Mention) -> Dated | None:
    """The last whole day before "on the same day", where that is said behind an anchor with no other date between."""
    behind = [one for one in chart.cues("deixis.same_day") if one.start >= anchor.end]
    if not behind or behind[0].start >= chart.clause(anchor.start)[1]:
        return None
    if any(anchor.end <= one.start < behind[0].start for one in (*chart.dates, *events(chart)) if one is not anchor):
        return None
    days = [one for one in chart.dates if one.end <= anchor.start and _is_day(one)]
    return dated(days[-1]) if days else None


def _is_day(one: Mention) -> bool:
    """Whether a date is one whole day."""
    when = one.date.when if one.date is not None else None
    return when is not None and not when.interval and when.to_the_day


def _when_it_did(chart: Chart, own: Dated, anchor: Mention) -> Dated:
    """The end of "until 2005", where what happened then stands right behind it: "until 2005, when it | opened"."""
    for one in chart.dates:
        hit = one.date
        if hit is None or hit.when != own.when or hit.kind != "until" or hit.when.end is None:
            continue
        comma = anchor.start - one.end <= _THEN_REACH and has_any(chart.text[one.end : one.end + 1], CLAUSE_COMMAS)
        waited = any(0 <= cue.start - one.end <= 1 for cue in chart.cues("mark.before_verb"))
        if one.end <= anchor.start and (comma or waited):  # "had to wait until 1954 | before relations were made"
            return Dated(when=When(hit.when.end, None), context=own.context)
    return own


def begun(told: Dated) -> Dated:
    """The first day of what holds since it, told as a deed: "in force since 1947" took force in 1947."""
    when = told.when
    return replace(told, when=When(when.start, None)) if when is not None and when.open_ended else told


def since(when: When) -> When:
    """The open interval that begins with this date."""
    return when if when.interval else When.between(when, None)
