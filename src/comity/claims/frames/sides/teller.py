"""What a text tells in the first person, where nobody has said whose person that is."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_DOES = 24
_OWNS = 3


def told_by_us(chart: Chart, discourse: Discourse, verb: Mention, *things: Mention) -> bool:
    """Whether "we" do it or "our" thing is meant, and whose that is the text does not show: "| we | recognised Texas".

    A president, a memoir, a pamphlet may speak so of any state: nobody told of before is meant. Refuses a text whose
    speaker is known.
    """
    ours = [one for one in chart.cues("deixis.teller", "deixis.we") if not _numbers(chart, one)]
    if not ours or discourse.speaker() is not None:
        return False
    return _by_us(chart, ours, verb) or any(_our_own(chart, one) for one in things)


def _numbers(chart: Chart, one: Mention) -> bool:
    """Whether a capital only counts a name: "World War | I |", "George | I"."""
    word = next((word for _, word in left_words(chart.text, one.start, 1)), "")
    return one.end - one.start == 1 and word[:1].isupper()


def _by_us(chart: Chart, ours: list[Mention], verb: Mention) -> bool:
    if any(one.start <= verb.start < one.end for one in ours):
        return True  # "| suscribimos | un convenio"
    start, _ = chart.clause(verb.start)
    near = [one for one in ours if start <= one.start and 0 <= verb.start - one.end <= _DOES]
    named = (*chart.parties, *chart.actors)
    return bool(near) and not any(near[-1].end <= one.start < verb.start for one in named)


def _our_own(chart: Chart, thing: Mention) -> bool:
    """Whether "our" stands before a thing, with nothing but little words and a name's adjective between."""
    ours = {chart.text[one.start : one.end].lower() for one in chart.cues("deixis.teller")}
    words = [word.lower() for _, word in left_words(chart.text, thing.start, _OWNS)]
    return any(word in ours for word in words)
