"""When a figure was so: the period that belongs to it, the day a stock is said of, the year of a target."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.quantity.figures import OWN, Figure
from comity.claims.frames.sides.announced import announced
from comity.claims.frames.times.attach import date_of, dated
from comity.claims.frames.times.standing import till_published
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.marks import CLAUSE_COMMAS, PARTING, has_any
from comity.claims.sentences.mention import Mention
from comity.model.when import When

TRADE = ("trade-turnover", "exports", "imports")
_STOCKS = ("companies", "students", "diaspora", "flights-per-week", "other", *OWN)
_SUMS = ("investment", "aid", "projects", "treaties", "visits")
_BESIDE = 6
_WHOLE = 40
_SAID = 24


def date_figure(chart: Chart, discourse: Discourse, figure: Figure) -> Dated:
    """The time a figure is of; of a sum that grew up to then, open on the left: "cumulative investment (end of 2020)".

    A sum "since 1994" keeps its beginning.
    """
    told = _date_figure(chart, discourse, figure)
    grown = figure.indicator in _SUMS and any(
        _same_stretch(chart, cue, figure) for cue in chart.cues("mark.accumulated")
    )
    if not grown or (told.when is not None and told.when.interval):
        return told
    if told.when is None:
        return till_published(discourse)
    last = replace(told.when.start, mark="") if told.when.start is not None else None
    return replace(told, when=When(None, last, True))


def _same_stretch(chart: Chart, cue: Mention, figure: Figure) -> bool:
    """Whether a word is said of a figure: no comma parts them."""
    one = figure.cue if cue.distance(figure.cue) < cue.distance(figure.number) else figure.number
    return cue.distance(one) <= _SAID and not has_any(chart.between(cue, one), CLAUSE_COMMAS)


def _date_figure(chart: Chart, discourse: Discourse, figure: Figure) -> Dated:
    """The time a figure is of: the date it is told with, the day of a stock, what the text spoke of last for trade.

    A figure held against another has only the date right behind it: "41 million, against 36 million in 2018".
    """
    held = _of_rival(chart, figure.number)
    if held is not None:
        return dated(held)
    if chart.pack.order == "sov" and _till_now(chart, figure):
        return till_published(discourse)
    led = [one for one in chart.dates if 0 <= figure.number.start - one.end <= 1 and not chart.compared(one)]
    if led and (chart.pack.inverts or chart.pack.order == "sov") and len(chart.dates) > 1:
        return dated(led[0])  # "der Handel, 2005 noch 60 Millionen, erreichte | 2022 | rund 170"
    beside = [one for one in chart.dates if 0 <= one.start - figure.cue.end <= _BESIDE and not chart.compared(one)]
    beside = [one for one in beside if not _of_a_later_text(chart, one.start, figure)]
    own = dated(beside[0]) if len(chart.dates) > 1 and beside else _own_date(chart, figure)
    if own is not None and not (figure.indicator in _STOCKS and _of_another(chart, figure.number, own)):
        return own
    if figure.indicator in _STOCKS or _is_there(chart, figure):
        return Dated(when=discourse.published, context=discourse.published_context())
    if _signed_then(chart, figure):
        return dated(chart.dates[0])
    if figure.indicator in ("visits", "treaties"):
        return till_published(discourse)
    told = next((one for one in chart.dates if not chart.compared(one)), None)
    if figure.indicator in TRADE and told is not None:
        return dated(told)
    aimed = modality_of(chart, figure.cue) == "planned"
    compared = {one.date.when for one in chart.dates if one.date is not None}  # "| 2020 yılına göre | ticaret … ulaştı"
    if figure.indicator in TRADE and discourse.date is not None and not aimed and discourse.date.when not in compared:
        return Dated(when=discourse.date.when, context=discourse.date.context())
    return Dated()


def _signed_then(chart: Chart, figure: Figure) -> bool:
    """Whether texts are counted behind a verb of signing, on the one day that leads it all: "双方 | 签署11项协议"."""
    led = figure.indicator == "treaties" and not chart.pack.spaced and len(chart.dates) == 1
    return led and any(0 <= figure.number.start - one.end <= _BESIDE for one in chart.cues("verb.sign"))


def _of_a_later_text(chart: Chart, place: int, figure: Figure) -> bool:
    """Whether a bracket is that of something named behind a figure, a comma between: "签署20项，其中：《A》| （…）"."""
    end = figure.number.end
    return not chart.pack.spaced and end <= place and has_any(chart.text[end:place], CLAUSE_COMMAS)


def _till_now(chart: Chart, figure: Figure) -> bool:
    """Whether sittings or visits are counted up to now, as their own clause says: "| bugüne kadar | 3 toplantı"."""
    counted = figure.indicator in ("meetings", "visits", "treaties")
    low, _ = chart.clause(figure.number.start)
    return counted and bool(chart.within(chart.cues("fact.yet"), low, figure.number.start))


def _is_there(chart: Chart, figure: Figure) -> bool:
    """Whether investments are said to be there, as a stock is: "2,5 milyar dolarlık yatırımı | var"."""
    beside = any(0 <= one.start - figure.cue.end <= 1 for one in chart.cues("verb.have"))
    return figure.indicator == "investment" and beside


def _of_another(chart: Chart, number: Mention, own: Dated) -> bool:
    """Whether a stock's date stands beyond another figure and verb: "500 study there, and | 96,000 came in 2022"."""
    others = [one for one in chart.kind("quantity") if one is not number and not _is_ordinal(one)]
    for one in chart.dates:
        if one.date is not None and one.date.when == own.when and one.end < number.start and chart.pack.order != "sov":
            between = [other for other in others if one.end <= other.start and other.end <= number.start]
            verbs = chart.within(chart.cues("verb"), between[-1].end, number.start) if between else []
            led = not chart.text[: one.start].strip(" *•-–\t")
            return bool(verbs) and not led  # "acumulada | desde 1994 | asciende a 367 millones y operan más de 50 …"
        if one.date is not None and one.date.when == own.when and one.start > number.end:
            where = chart.within(chart.cues("mark.where"), number.end, one.start)
            if where and chart.within(chart.cues("post", "mission"), where[-1].end, one.start):
                return True  # "350 vivent en Zambie, | où | un consul honoraire est en fonction depuis 2018"
            return any(number.end <= other.start < one.start for other in others) and not _shared(chart, number, one)
    return False


def _shared(chart: Chart, number: Mention, one: Mention) -> bool:
    """Whether the figures before a date are of one statement: no verb stands between them."""
    return not chart.within(chart.cues("verb"), number.end, one.start)


def _is_ordinal(one: Mention) -> bool:
    return one.quantity is None or one.quantity.ordinal or one.quantity.unit == "percent"


def is_undated_comparison(chart: Chart, number: Mention) -> bool:
    """Whether a figure is only what another is held against, with no date of its own: "compared with | 36 million"."""
    held = chart.pack.order != "sov" and chart.near_cue(number, "mark.compare")
    return (held and _of_rival(chart, number) is None) or _shared_out(chart, number)


def _shared_out(chart: Chart, number: Mention) -> bool:
    """Whether a figure is only the whole that a share is of: "70 per cent of Mauritius' | 1.2 million | people"."""
    shares = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.unit == "percent"]
    gaps = [chart.text[one.end : number.start] for one in shares if 0 < number.start - one.end <= _WHOLE]
    words = [gap.split()[:1] for gap in gaps if not has_any(gap, PARTING)]
    return any(bool(word) and chart.pack.before.get(word[0].lower()) == "of" for word in words)


def _of_rival(chart: Chart, number: Mention) -> Mention | None:
    """The date right behind a figure that is held against another: "against 36 million | in 2018"."""
    return next((one for one in chart.dates if chart.rival(one) is number), None)


def aimed_at(told: Dated, modality: str) -> Dated:
    """The date of a target: "to 5 billion by 2025" is a figure of 2025."""
    when = told.when
    if modality != "planned" or when is None or not when.interval or when.start is not None or when.end is None:
        return told
    return replace(told, when=When(when.end, None))


def _own_date(chart: Chart, figure: Figure) -> Dated | None:
    """The date of a figure; one in a bracket before it belongs to what stands before the bracket."""
    listed = announced(chart)
    if listed:
        before = [dated(one) for one in chart.dates if one.end <= listed[0].start]
        return before[-1] if before else None
    own = date_of(chart, figure.number)
    latest = chart.within(chart.cues("mark.latest"), figure.number.end, len(chart.text))
    if latest and own is not None and all(one.start >= latest[0].end for one in chart.dates):
        return None
    for one in chart.dates:
        aside = chart.aside(one.start)
        past = aside is not None and aside[1] <= min(figure.number.start, figure.cue.start)
        past = past or (aside is not None and _of_a_later_text(chart, aside[0], figure))
        if past and own is not None and one.date is not None and one.date.when == own.when:
            return None
    return own
