"""Which date belongs to an anchor: the attachment rules all frames share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Spoken
from comity.claims.draft import Dated
from comity.claims.frames.stretch import sets_the_time, stretch, told_by_when
from comity.claims.marks import CLAUSE_COMMAS, SEMICOLONS, count_commas, has_any
from comity.claims.mention import Mention
from comity.claims.words import joined
from comity.model.when import When

_PER_VERB = 70
_PER_COMMA = 12
_PER_WALL = 120
_WRONG_SIDE = 15
_PER_SOFT_WALL = 30
_BARE_ASIDE = 12
_TITLE_REACH = 30
_NAME_LENGTH = 40
_THEN_REACH = 24
_RIGHT_AT = 5
_TEXT_VERBS = frozenset({"verb.sign", "verb.ratify", "verb.force", "verb.terminate", "verb.negotiate"})
_OLD_TEXT_VERBS = frozenset({"verb.ratify", "verb.force", "verb.terminate"})
_PARTICIPLE_REACH = 40
_GOINGS = frozenset({"verb.visit", "verb.meet", "verb.convene", "verb.establish", "verb.found"})
_EVENTS = tuple(
    f"verb.{name}"
    for name in (
        *("establish", "sever", "suspend", "restore", "upgrade", "downgrade", "recognise"),
        *("unrecognise", "open", "close", "move", "raise", "lower", "visit"),
        *("meet", "sign", "ratify", "force", "terminate", "negotiate", "join"),
        *("leave", "elect", "award", "appoint", "credentials", "recall", "expel"),
        *("end", "found", "convene", "inaugurate", "settle", "refer", "succeed"),
    )
)
_SPANS = frozenset({"day", "week", "month", "year"})


def events(chart: Chart) -> list[Mention]:
    """The cues of a sentence that tell of something happening: not those that only say that it did not ("was off")."""
    return [one for one in chart.cues(*_EVENTS) if "fact.cancel" not in one.classes]


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
    side = _WRONG_SIDE if not free and (one.start > anchor.start) == behind else 0
    return len(gap) + between * _PER_VERB + commas * _PER_COMMA + wall + side


def _wall_between(chart: Chart, gap: str) -> int:
    """What it costs to cross into another clause: less where only a comma of a script without spaces divides them."""
    return _PER_WALL if chart.pack.spaced or has_any(gap, SEMICOLONS) else _PER_SOFT_WALL


def date_of(chart: Chart, anchor: Mention, *, limit: int = 260) -> Dated | None:
    """The date that belongs to an anchor, or None: the cheapest to reach, if no other verb owns it more.

    A date at the very start of the sentence holds for all of it.
    """
    then = chart.then(anchor.start)
    if then is not None and not chart.within(chart.dates, *stretch(chart, anchor.start)):
        return dated(then)
    verbs = events(chart)
    own = _in_turn(chart, anchor, verbs)
    if own is not None:
        return dated(own)
    best: tuple[int, Mention] | None = None
    for one in chart.dates:
        if _set_aside(chart, one, anchor) or _of_participle(chart, one, anchor, verbs):
            continue
        price = cost(chart, anchor, one, verbs)
        if len(chart.dates) == 1 and not _taken(chart, one, anchor, verbs):
            price = min(price, limit)
        elif _owned(chart, one, anchor, verbs, price):
            continue
        if price <= limit and (best is None or price < best[0]):
            best = (price, one)
    if best is None and chart.dates and chart.text[: chart.dates[0].start].strip(" *•-–\t") == "":
        return dated(chart.dates[0])
    if best is None:
        return None
    return dated(_finer(chart, anchor, best[1], verbs, limit))


def _in_turn(chart: Chart, anchor: Mention, verbs: Sequence[Mention]) -> Mention | None:
    """The date behind a verb where verbs and dates take turns: "recognised it in 1958, opened an embassy in 1962"."""
    if chart.pack.order != "svo" or len(verbs) < 2 or len(verbs) != len(chart.dates):
        return None
    pairs = list(zip(verbs, chart.dates, strict=True))
    follows = all(verb.end <= day.start for verb, day in pairs)
    apart = all(day.end <= verb.start for (_, day), (verb, _) in pairwise(pairs))
    if not follows or not apart or any(_set_aside(chart, day, verb) for verb, day in pairs):
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
        year = told.when.start.year
        same = year == hit.when.start.year and year not in chart.text[one.start : one.end]
        if same and not _owned(chart, one, anchor, verbs, cost(chart, anchor, one, verbs)):
            return one if cost(chart, anchor, one, verbs) <= limit else chosen
    return chosen


def background(chart: Chart, verb: Mention) -> bool:
    """Whether a verb only says when something else was: "after relations were restored", "复交后"."""
    before = chart.cues("mark.before_verb")
    return (
        any(0 <= one.start - verb.end <= 0 for one in chart.cues("mark.after_verb"))
        or any(0 <= verb.start - one.end <= 2 for one in before)
        or any(_behind_party(chart, one, verb) for one in before)
    )


def _behind_party(chart: Chart, mark: Mention, verb: Mention) -> bool:
    """Whether only who did it stands between the mark and the verb, and no date behind: "after Prague | broke off"."""
    doers = [one for one in chart.parties if mark.end < one.start and one.end < verb.start]
    if len(doers) != 1 or doers[0].start - mark.end > _RIGHT_AT or verb.start - doers[0].end > _RIGHT_AT:
        return False
    stop = next((at for at in range(verb.end, len(chart.text)) if chart.text[at] in CLAUSE_COMMAS), len(chart.text))
    return not any(verb.end <= one.start < stop for one in chart.dates)


def _counted_from(chart: Chart, one: Mention) -> bool:
    """Whether a date is but what a stretch of days is counted from: "six days after the coup of | 1 September 1969"."""
    for mark in chart.cues("mark.before_verb"):
        spans = [span for span in chart.kind("quantity") if 0 <= mark.start - span.end <= 1]
        told = any(span.quantity is not None and span.quantity.unit in _SPANS for span in spans)
        if told and mark.end <= one.start and not has_any(chart.between(mark, one), CLAUSE_COMMAS):
            return next(other for other in chart.dates if other.start >= mark.end) is one
    return False


def _set_aside(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether the date stands in a bracket that says more than a date, and the anchor does not; or is but compared."""
    if one.start in chart.contrasted.values() or _of_which(chart, one, anchor) or _counted_from(chart, one):
        return True
    counted = one.date is not None and one.date.kind == "anniversary"
    if _quoted(chart, one) and not _quoted(chart, anchor) and len(chart.dates) > 1:
        return True
    if _names_text(chart, one, anchor) or (counted and "verb.recognise" not in anchor.classes):
        return True
    if not chart.pack.spaced and one.start > anchor.end and has_any(chart.text[anchor.end : one.start], SEMICOLONS):
        return True
    aside = chart.aside(one.start)
    if aside is not None and aside != chart.aside(anchor.start) and len(chart.dates) > 1 and _over_years(one):
        return True
    if aside is None or aside == chart.aside(anchor.start):
        return chart.compared(one) or (
            chart.near_cue(one, "fact.said", 2) and "fact.said" not in anchor.classes and len(chart.dates) > 1
        )
    return aside[1] - aside[0] - (one.end - one.start) > _BARE_ASIDE


def _of_which(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether the date is told in a relative clause with a verb of its own: "left EFTA, which it joined in | 1960"."""
    low, high = stretch(chart, one.start)
    if low <= anchor.start < high or anchor.start > one.start:
        return False
    which = chart.within(chart.cues("mark.relative"), low, one.start)
    return bool(which) and bool(chart.within(events(chart), which[0].start, high))


def _of_participle(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether a date is that of a participle before its noun: "1994'te | giren iki ülke SADC'nin kurucu üyeleri"."""
    if not chart.pack.participles or anchor.start <= one.start:
        return False
    endings = (*chart.pack.participles, *chart.pack.relatives)
    for verb in verbs:
        word = chart.text[verb.start : verb.end].lower()
        near = one.end <= verb.start <= one.end + _PARTICIPLE_REACH and verb.end < anchor.start
        if near and word.endswith(endings) and not verb.classes & _GOINGS and verb.classes.isdisjoint(anchor.classes):
            return chart.text[verb.end : anchor.start].strip(" ,") != ""
    return False


def _over_years(one: Mention) -> bool:
    """Whether a date runs from one year to another: "the Korean War (1951-1954)"."""
    when = one.date.when if one.date is not None else None
    if when is None or not when.interval or when.start is None or when.end is None:
        return False
    return when.start.year != when.end.year


def _quoted(chart: Chart, one: Mention) -> bool:
    """Whether a mention stands in quotation marks of two shapes, as part of a name: « Astana 2017 »."""
    before, after = chart.text[: one.start], chart.text[one.end :]
    for left, right in ("«»", "“”"):
        opened = before.rfind(left)
        if opened > before.rfind(right) and one.start - opened <= _NAME_LENGTH and right in after[:_NAME_LENGTH]:
            return True
    return False


def _names_text(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a year only names a text: "under the 1961 Vienna Convention"."""
    if anchor.classes & _TEXT_VERBS or one.date is None or not one.date.when.start or one.date.when.start.month:
        return chart.pack.order == "sov" and bool(anchor.classes & _OLD_TEXT_VERBS) and _of_text(chart, one)
    heads = [head for head in chart.cues("agreement") if 0 < head.start - one.end <= _TITLE_REACH]
    return bool(heads) and chart.text[one.end : heads[0].start].strip().istitle()


def _of_text(chart: Chart, one: Mention) -> bool:
    """Whether a date stands right before a text, another date being there: "шілдеде | 1993 жылғы келісімді бұзды"."""
    beside = any(chart.text[one.end : head.start].isspace() for head in chart.cues("agreement") if head.start > one.end)
    return beside and len(chart.dates) > 1


def _taken(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether the only date stands right beside another verb, a comma between it and the anchor."""
    if chart.clause(one.start) != chart.clause(anchor.start) and any(
        chart.clause(verb.start) == chart.clause(one.start) for verb in verbs
    ):
        return chart.text[: one.start].strip(" *•-–\t") != ""
    low, high = (one.end, anchor.start) if one.end <= anchor.start else (anchor.end, one.start)
    if not has_any(chart.text[low:high], CLAUSE_COMMAS):
        return False
    beside = [verb for verb in verbs if verb.start != anchor.start and verb.distance(one) <= 12]
    return bool(beside) and one.distance(anchor) > 40 and chart.text[: one.start].strip(" *•-–\t") != ""


def _owned(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention], price: int) -> bool:
    """Whether another event of another kind, not the leading one, reaches the date clearly cheaper."""
    if chart.text[: one.start].strip(" *•-–\t") == "" and one is chart.dates[0]:
        return False
    if sets_the_time(chart, one, anchor) or told_by_when(chart, one, anchor):
        return False
    if not chart.pack.spaced and any(_qualifies(chart, one, verb) for verb in verbs if verb.start != anchor.start):
        return True
    for verb in verbs:
        alike = verb.classes & anchor.classes & set(_EVENTS)
        if verb.start == anchor.start or (alike and chart.clause(verb.start) == chart.clause(anchor.start)):
            continue
        if _leads_on(chart, verb, anchor):
            continue
        near = min(chart.dates, key=lambda date: cost(chart, verb, date, verbs))
        if near is one and cost(chart, verb, one, verbs) + 5 < price and not _same_event(chart, verb, anchor):
            return True
    return False


def _qualifies(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a date and a verb right behind it only tell which thing is meant: "重开 | 1992年关闭的 | 大使馆"."""
    behind = chart.text[verb.end : verb.end + 1]
    return 0 <= verb.start - one.end <= _RIGHT_AT and chart.pack.after.get(behind) == "of"


def _leads_on(chart: Chart, verb: Mention, anchor: Mention) -> bool:
    """Whether a verb only leads on to the anchor in its clause and shares its date: "Кореяға барып, … кездесті"."""
    start, _ = chart.clause(anchor.start)
    converb = chart.text[verb.start : verb.end].lower().endswith(chart.pack.converbs)
    return bool(chart.pack.converbs) and converb and start <= verb.start < anchor.start


def _same_event(chart: Chart, verb: Mention, anchor: Mention) -> bool:
    return verb.distance(anchor) <= 3


def dated(one: Mention) -> Dated:
    """A date mention as a date of a claim."""
    hit = one.date
    assert hit is not None
    return Dated(when=hit.when, alternatives=hit.alternatives, context=one.context)


def event_date(chart: Chart, discourse: Discourse, anchor: Mention) -> Dated:
    """The date of something that happened: its own, else the day the text is telling of."""
    own = date_of(chart, anchor) if not _later_that_day(chart, discourse, anchor) else None
    if own is not None:
        return _happened(_when_it_did(chart, own, anchor), anchor)
    trip = discourse.coming_trip()
    if trip is not None and not chart.dates and chart.has("deixis.occasion") and chart.has("fact.plan"):
        return Dated(when=trip.when, context=trip.context())
    earlier = [one for one in chart.dates if one.end <= anchor.start and not chart.compared(one)]
    if chart.has("deixis.occasion") and earlier:
        return dated(earlier[-1])
    if chart.has("deixis.occasion") and discourse.episode is not None:
        return Dated(when=discourse.episode.when, context=discourse.episode.context())
    if chart.has("deixis.occasion", "deixis.same_day") and discourse.date is not None:
        return Dated(when=discourse.date.when, context=discourse.date.context())
    if chart.dates or (chart.has("fact.plan") and not chart.has("fact.request")):
        return Dated()
    if discourse.episode is not None and not _of_others(chart, discourse.episode):
        return Dated(when=discourse.episode.when, context=discourse.episode.context())
    return Dated()


def _of_others(chart: Chart, episode: Spoken) -> bool:
    """Whether a sentence names a state that had no part in the meeting told of: that day is not its."""
    named = {party for one in chart.parties if not one.deictic for party in one.ids}
    return bool(episode.ids) and not named <= set(episode.ids)


def _later_that_day(chart: Chart, discourse: Discourse, anchor: Mention) -> bool:
    """Whether a clause without a date says "that day", "in the evening": what another clause dates is another day's."""
    start, end = chart.clause(anchor.start)
    told = chart.within(chart.cues("deixis.same_day"), start, end)
    return bool(told) and discourse.date is not None and not chart.within(chart.dates, start, end)


def _when_it_did(chart: Chart, own: Dated, anchor: Mention) -> Dated:
    """The end of "until 2005", where what happened then stands right behind it: "until 2005, when it | opened"."""
    for one in chart.dates:
        hit = one.date
        if hit is None or hit.when != own.when or hit.kind != "until" or hit.when.end is None:
            continue
        if 0 <= anchor.start - one.end <= _THEN_REACH and has_any(chart.text[one.end : one.end + 1], CLAUSE_COMMAS):
            return Dated(when=When(hit.when.end, None), context=own.context)
    return own


def _happened(own: Dated, anchor: Mention) -> Dated:
    """The date of an event: "in force since 2014" began in 2014; what ended did not end "since"."""
    when = own.when
    if when is None or not when.interval or when.end is not None or when.start is None:
        return own
    if "verb.negotiate" in anchor.classes:
        return own
    if anchor.classes & {"verb.close", "verb.sever", "verb.end", "verb.leave", "verb.terminate"}:
        return Dated()
    return Dated(when=When(when.start, None), context=own.context)


def standing_date(chart: Chart, discourse: Discourse, anchor: Mention) -> Dated:
    """The time of what merely holds: "since 1994" is 1994/.., else open on the left to the document's day."""
    own = date_of(chart, anchor)
    if own is None or own.when is None or _told_elsewhere(chart, own, anchor):
        return till_published(discourse)
    return own


def _told_elsewhere(chart: Chart, own: Dated, anchor: Mention) -> bool:
    """Whether another clause dates what holds: "has an embassy in A; B proposed a consulate in 2014".

    Refuses a date that leads the sentence, which is all of it's.
    """
    told = [one for one in chart.dates if one.date is not None and one.date.when == own.when]
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


def dates_by_member(chart: Chart, members: Sequence[Mention]) -> dict[int, Dated]:
    """The date of each of several members, where each has one of its own: "with A on 1 May, with B on 2 May".

    Keyed by where the member begins; empty unless every member has exactly one date on the same side.
    """
    if len(members) < 2 or len(chart.dates) < len(members):
        return {}
    starts = [one.start for one in members]
    for bounds in (
        zip(starts, [*starts[1:], len(chart.text)], strict=True),
        zip([0, *starts[:-1]], starts, strict=True),
    ):
        spans = list(bounds)
        owned = [[date for date in chart.dates if low <= date.start < high] for low, high in spans]
        if all(len(dates) == 1 for dates in owned):
            return {start: dated(dates[0]) for start, dates in zip(starts, owned, strict=True)}
    return {}


def respectively(chart: Chart, members: Sequence[Mention], anchor: Mention) -> dict[int, Dated]:
    """The date of each of several members that one list of dates is paired with: "A、B、C分别于1991年、1992年和1993年".

    Keyed by where the member begins; empty unless the text says so and there are as many dates as members.
    """
    if len(members) < 2 or not chart.has("mark.severally"):
        return {}
    start, end = members[0].start, max(anchor.end, chart.clause(anchor.start)[1])
    dates = [one for one in chart.dates if start <= one.start < end]
    chained = all(joined(chart.between(left, right), chart.pack) for left, right in pairwise(dates))
    if not dates:
        start = chart.clause(anchor.start)[0]
        dates = [one for one in chart.dates if start <= one.start < members[0].start]
        chained = all(joined(chart.between(left, right), chart.pack) for left, right in pairwise(dates))
    if len(dates) != len(members) or not chained:
        return {}
    return {one.start: dated(date) for one, date in zip(members, dates, strict=True)}


def since(when: When) -> When:
    """The open interval that begins with this date."""
    return when if when.interval else When.between(when, None)
