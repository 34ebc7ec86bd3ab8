"""Days that only tell which text is meant, and texts that are none in particular."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_BESIDE = 1
_OF = 5
_RIGHT_BEHIND = 6


def not_its_own(chart: Chart, head: Mention, title: tuple[int, int], day: Dated) -> Dated:
    """The day, unless it only tells which text is meant: "the | 1903 | treaty was abrogated" tells no day of that.

    Nor does "the treaty | of 1858 | was revised". Where one other day stands in the clause, that is it.
    """
    own = _naming(chart, head, title)
    if not leads(chart.pack) or not any(one.date is not None and one.date.when == day.when for one in own):
        return day
    start, end = chart.clause(head.start)
    others = [one for one in chart.within(chart.dates, start, end) if one not in own]
    return dated(others[0]) if len(others) == 1 else Dated()


def _naming(chart: Chart, head: Mention, title: tuple[int, int]) -> list[Mention]:
    """The days right before a title, and those right behind it with "of"."""
    out = []
    for one in chart.dates:
        before = 0 <= title[0] - one.end <= _BESIDE
        gap = chart.text[head.end : one.start].split()
        behind = one.start >= head.end and bool(gap) and chart.pack.before.get(gap[-1].lower()) == "of"
        said = chart.text[one.start : one.end].lower().split()
        behind = behind or (one.start >= head.end and bool(said) and chart.pack.before.get(said[0]) == "of")
        if before or (behind and one.start - max(head.end, title[1]) <= _OF):
            out.append(one)
    return out


def none_in_particular(chart: Chart, title: tuple[int, int]) -> bool:
    """Whether a text is any of a kind: "should renounce it; from | such declaration |"."""
    anys = {word for word, _, _ in chart.pack.cues.get("mark.any", ())}
    first = chart.text[title[0] : title[1]].split(maxsplit=1)[:1]
    before = next((word.lower() for _, word in left_words(chart.text, title[0], 1)), "")
    return bool(anys) and (before in anys or (bool(first) and first[0].lower() in anys))


def only_signed(chart: Chart, verb: Mention, heads: list[Mention]) -> list[Mention]:
    """The texts without those behind a participle told of one before it: "a treaty | signed in 1880 | ended B".

    Nor those that are but talked of behind the verb: "signed a treaty and agreed to hold | talks on | an agreement".
    """
    talks = [one for one in chart.cues("fact.talked", "mark.talking", "noun.next_meeting") if one.start >= verb.end]
    heads = [one for one in heads if not talks or one.start < talks[0].start]
    if not leads(chart.pack) or len(heads) < 2:
        return heads
    right = [one for one in heads if 0 < verb.start - one.end <= _BESIDE]
    words = chart.text[verb.end :].split(maxsplit=1)[:1]
    led = bool(words) and words[0].lower() in chart.pack.before
    return right if right and led else heads


def of_signing(chart: Chart, verb: Mention, day: Dated) -> bool:
    """Whether the day beside a text in force is that of its signing, said before: "signed on 14 April, it is in force".

    So is one in a bracket behind its title: "in force are the agreement on visas (2010) and …".
    """
    told = [one for one in chart.dates if one.date is not None and one.date.when == day.when]
    if not told or chart.pack.order == "sov" or chart.pack.inverts or not chart.pack.spaced or told[0].date is None:
        return False
    if told[0].date.kind == "since" or told[0].start - verb.end in range(_RIGHT_BEHIND):
        return False
    if chart.aside(told[0].start) is not None and chart.aside(told[0].start) != chart.aside(verb.start):
        return True
    signed = [one for one in chart.cues("verb.sign") if one.end <= told[0].start and told[0].end <= verb.start]
    return bool(signed) and not chart.within(chart.dates, told[0].end, chart.clause(verb.start)[1])
