"""Relations told by their anniversary: "the two mark 30 years of relations"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.days.date_owners import events
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.errors import ModelError
from comity.model.roles import Relations
from comity.model.when import When

_BEGUN = frozenset({"verb.establish", "verb.restore"})
_REACH = 220
_BESIDE = 12
_OF_IT = 8
_YEAR = 4  # digits
_NEXT = 16
_APPOSED = 8


def anniversary(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """ "Today is the 30th anniversary of relations": established that day thirty years before."""
    cues, ties = chart.cues("noun.anniversary"), chart.cues("noun.relations", "noun.bare_relations")
    for cue in cues:
        if len(cues) > 1 and ties and all(chart.nearest(tie, cues) is not cue for tie in ties):
            continue  # "… and the 40th | anniversary | of the first volunteers"
        numbers = [one for one in chart.kind("quantity") if one.distance(cue) <= _BESIDE]
        near = chart.nearest(cue, numbers)
        base = _base_of(chart, cue)
        if near is None or near.quantity is None or near.quantity.value is None or base is None or base.when is None:
            continue
        exact = (
            all(one.classes & _BEGUN for one in events(chart))
            and not chart.actors
            and not chart.has("noun.visit", "noun.meeting", "verb.be_in")
            and not (base.when.start is not None and base.when.start.month is not None and base.when.start.day is None)
        )
        exact = exact or _is_that_day(chart, near, cue)
        told = base.when if exact else When.parse(base.when.start.year) if base.when.start else None
        years = int(near.quantity.value)
        if told is not None and _of_the_deed(chart, cue):
            when = base.when if _counts_to(chart, base.when, years) else None
        else:
            when = years_before(told, years) if told is not None else None
        for pair in pair_of(chart, discourse, cue)[:1]:
            if when is not None and len(pair.ids) == 2:
                yield Draft(
                    roles=Relations(parties=tuple(sorted(pair.ids)), event=_celebrated(chart, cue)),
                    rule="relations.anniversary",
                    dated=replace(base, when=when, alternatives=()),
                    context=pair.context,
                )


def _is_that_day(chart: Chart, number: Mention, cue: Mention) -> bool:
    """Whether a whole day is said to be the anniversary: "On 24 October 2023, | the fiftieth anniversary | of …"."""
    low = min(number.start, cue.start)
    days = [one for one in chart.dates if one.end <= low and low - one.end <= _APPOSED]
    led = days and chart.text[days[-1].end : low].replace(",", " ").lower().split()
    when = days[-1].date.when if days and days[-1].date is not None else None
    whole = when is not None and when.to_the_day
    return whole and "," in chart.text[days[-1].end : low] and all(word in chart.pack.skip for word in led)


def _of_the_deed(chart: Chart, cue: Mention) -> bool:
    """Whether the only date stands right behind the relations: "the 70th anniversary of their relations | in 1954".

    It may be the day when they began as well as that of the feast.
    """
    if len(chart.dates) != 1:
        return False
    day = chart.dates[0]
    if chart.text[cue.end : day.start].strip() in ("（", "("):
        return True  # "建交三十周年（1992年5月26日）"
    ties = [one for one in chart.cues("noun.relations", "noun.bare_relations") if one.start >= cue.end]
    return any(0 <= day.start - one.end <= _NEXT for one in ties)


def _counts_to(chart: Chart, begun: When, years: int) -> bool:
    """Whether relations begun then are so many years old in the year of the document."""
    now = chart.published
    if now is None or now.start is None or begun.start is None:
        return False
    told = (now.start.year, begun.start.year)
    return all(one.isdigit() for one in told) and abs(int(told[0]) - int(told[1]) - years) <= 1


def _celebrated(chart: Chart, cue: Mention) -> str:
    """What an anniversary is of: "40 aniversario del restablecimiento de relaciones" is one of their restoring."""
    return (
        "restored" if any(0 <= one.start - cue.end <= _BESIDE for one in chart.cues("verb.restore")) else "established"
    )


def _base_of(chart: Chart, cue: Mention) -> Dated | None:
    """The day or year the anniversary falls on: the date nearest to it, a range or a doubt refused."""
    near = chart.nearest(cue, chart.dates, limit=_REACH if chart.pack.spaced else 2 * _REACH)
    if near is None:
        return _bare_year(chart, cue)
    if near.date is None or near.date.when.interval or near.date.alternatives:
        return None
    if not chart.pack.spaced and any(0 <= one.start - near.end <= 1 for one in chart.cues("verb.establish")):
        return None  # "25週年（兩國1999年 | 建交）": the day itself is told
    return dated(near)


def _bare_year(chart: Chart, cue: Mention) -> Dated | None:
    """The year that leads a clause on an anniversary, no word beside it: "noted that | 2025 | marks the 75th …"."""
    for one in chart.kind("quantity"):
        said = chart.text[one.start : one.end]
        near = one.end <= cue.start <= one.end + _REACH
        if near and len(said) == _YEAR and said.isdigit() and said[:2] in ("19", "20"):
            return Dated(when=When.day(int(said)))
    return None


def years_before(when: When, years: int) -> When | None:
    """The same day or year so many years before; None where there is no such day."""
    if when.start is None or not when.start.year.isdigit():
        return None
    try:
        return When.day(int(when.start.year) - years, when.start.month, when.start.day)
    except ModelError:
        return None


def beside_anniversary(chart: Chart, verb: Mention) -> bool:
    """Whether a verb only names what an anniversary is of: "建交 | 20周年", "the anniversary of the | establishment".

    Refuses one that a comma parts from it where a day stands before it: "1999年建交，今年适逢20周年的庆典".
    """
    own = not chart.pack.spaced and any(one.end <= verb.start for one in chart.dates)
    for cue in chart.cues("noun.anniversary"):
        if own and verb.end <= cue.start and has_any(chart.between(verb, cue), CLAUSE_COMMAS):
            continue
        if 0 <= cue.start - verb.end <= _BESIDE or 0 <= verb.start - cue.end <= _OF_IT:
            return True
    return False
