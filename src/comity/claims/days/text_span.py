"""Dates that only tell which text is meant, or what years it is for: nothing happened on them."""

from __future__ import annotations

from comity.claims.days.stretch import stretch
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_TITLE_REACH = 30
_NAMED_REACH = 90
_TEXT_VERBS = frozenset({"verb.sign", "verb.ratify", "verb.force", "verb.terminate", "verb.negotiate"})
_MADE_BY_TEXT = frozenset({"verb.found", "verb.convene", "verb.open"})
_OLD_TEXT_VERBS = frozenset({"verb.ratify", "verb.force", "verb.terminate"})


def of_its_span(chart: Chart, one: Mention) -> bool:
    """Whether years are those that a text named before is for: «план консультаций | на 2023–2024 годы |, «до 2030»."""
    if chart.pack.order != "svo" or not chart.pack.cases or chart.pack.inverts or one.date is None:
        return False
    low, _ = stretch(chart, one.start)
    heads = chart.within(chart.cues("agreement"), low, one.start)
    edge = one.date.when.start or one.date.when.end
    word = next(iter(left_words(chart.text, one.start, 1)), (0, ""))[1].lower()
    meant = word in chart.pack.about and chart.pack.before.get(word) != "with"
    plain = edge is not None and edge.month is None and (one.date.kind == "until" or meant)
    verbs = [*chart.cues("verb"), *chart.cues("fact.scheduled", "fact.plan")]
    return bool(heads) and plain and not chart.within(verbs, heads[-1].end, one.start)


def names_text(chart: Chart, one: Mention) -> bool:
    """Whether a date says by its ending which text is meant: "30 Nisan 2001 | tarihli"."""
    said = chart.text[one.start : one.end].lower()
    return bool(chart.pack.text_days) and said.endswith(chart.pack.text_days)


def names_its_text(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a year only names a text: "under the 1961 Vienna Convention"."""
    heads = [head for head in chart.cues("agreement") if 0 < head.start - one.end <= _NAMED_REACH]
    if names_text(chart, one) and heads and heads[0].start <= anchor.start and "verb.sign" not in anchor.classes:
        return True
    if _of_that_day(chart, one, anchor):
        return True
    if anchor.classes & _TEXT_VERBS or one.date is None or not one.date.when.start or one.date.when.start.month:
        return chart.pack.order == "sov" and bool(anchor.classes & _OLD_TEXT_VERBS) and _of_text(chart, one)
    heads = [head for head in chart.cues("agreement") if 0 < head.start - one.end <= _TITLE_REACH]
    return bool(heads) and (chart.text[one.end : heads[0].start].strip().istitle() or _articled(chart, one, heads[0]))


def _of_that_day(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a day tells by a "from" which text before it is meant: «в соответствии с соглашением о торговле | от …».

    Only of a body or a mission: relations are made on the day of the notes by which they are made.
    """
    if not chart.pack.cases or chart.pack.order != "svo" or not anchor.classes & _MADE_BY_TEXT:
        return False
    low, _ = stretch(chart, one.start)
    heads = chart.within(chart.cues("agreement"), max(low, anchor.end), one.start)
    words = [word for _, word in left_words(chart.text, one.start, 1)] + chart.text[one.start :].split(maxsplit=1)[:1]
    led = any(chart.pack.before.get(word.lower()) == "from" for word in words)
    return bool(heads) and led and not chart.within(chart.cues("verb"), heads[-1].end, one.start)


def _articled(chart: Chart, one: Mention, head: Mention) -> bool:
    """Whether a year stands between an article and a text's title: "under the | 2002 | cooperation accord"."""
    start = one.date.start if one.date is not None else one.start
    before = next(iter(left_words(chart.text, start, 1)), None)
    gap = chart.text[one.end : head.start]
    told = chart.within(chart.cues("verb", "fact"), one.end, head.start)
    word = before[1].lower() if before is not None else ""
    article = word in chart.pack.skip and word not in chart.pack.before
    return article and not told and not has_any(gap, COMMAS + SEMICOLONS) and chart.pack.adjectives == "before"


def _of_text(chart: Chart, one: Mention) -> bool:
    """Whether a date stands right before a text, another date being there: "шілдеде | 1993 жылғы келісімді бұзды"."""
    beside = any(chart.text[one.end : head.start].isspace() for head in chart.cues("agreement") if head.start > one.end)
    return beside and len(chart.dates) > 1
