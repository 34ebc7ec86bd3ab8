"""Whether what is recognised is a thing and no state: diplomas, a right, an annexation, what a state owns."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_after, role_before

_PAPER_REACH = 60
_HE_REACH = 20


def of_a_paper(chart: Chart, verb: Mention) -> bool:
    """Whether what is recognised is no state: "recognises | Kazakh | diplomas", a right, the importance of something.

    It stands nearer the verb than any state said for itself; a state of the region "whose borders …" comes first.
    """
    start, end = chart.clause(verb.start)
    papers = chart.within(chart.cues("noun.paper"), start, end)
    near = chart.nearest(verb, papers, limit=_PAPER_REACH)
    if near is None:
        return False
    late = chart.pack.order == "sov" or (chart.pack.closes and near.end <= verb.start)
    ahead = near.end <= verb.start if late else near.start >= verb.end
    low, high = (near.end, verb.start) if late else (verb.end, near.start)
    states = [
        one for one in chart.parties if one.form != "adjective" and one.role in ("", "object") and not one.deictic
    ]
    if not chart.pack.spaced:  # 承认|哈萨克斯坦|学历: the state stands right before what it owns
        states = [one for one in states if one.end != near.start]
    return ahead and not chart.within(states, low, high)


def of_a_thing(chart: Chart, verb: Mention) -> bool:
    """Whether what is recognised is a party's thing, or done to it: "recognised the right | of that state".

    Its independence or government is the party itself; "recognition of X" too.
    """
    _, end = chart.clause(verb.start)
    behind = [one for one in chart.within(chart.parties, verb.end, end) if one.form != "adjective"]
    if chart.pack.order != "svo" or not chart.pack.spaced or not behind:
        return False
    if _owner_before(chart, behind[0], verb) or _thing_first(chart, verb, behind[0]):
        return True
    if behind[0].deictic:
        return False
    role, begin = role_before(chart.text, behind[0].start, chart.pack)
    by = [one for one in chart.parties if one.form == "adjective" and chart.text[verb.end : one.start].isspace()]
    gap = chart.text[by[0].end if by else verb.end : begin].strip()
    nouns = chart.within(chart.cues("noun.independence", "noun.government"), verb.end, behind[0].start)
    owned = role in ("of", "to", "in") and behind[0].form != "government"
    return owned and bool(gap) and not nouns and not has_any(gap, COMMAS)


def _thing_first(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a thing nobody knows stands right behind the verb, a state only behind a comma: "the conquest, and A".

    What is recognised as ruling is no such thing; nor is a word that leads on to the state ("the tiny republic of").
    """
    gap = chart.text[verb.end : one.start]
    words = gap.replace(",", " , ").split()
    first = next((word for word in words if word.lower() not in chart.pack.skip), "")
    plain = first[:1].islower() and first not in chart.pack.before and first not in chart.pack.joiners
    if not plain or "," not in gap or not first.isalpha() or first in chart.pack.light or chart.pack.inverts:
        return False
    start = verb.end + gap.index(first)
    known = (*chart.cues("noun", "mark", "deixis", "fact.first"), *chart.dates, *chart.kind("actor", "city", "party"))
    return not any(cue.start <= start < cue.end for cue in known)


def _owner_before(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a state owns what is recognised, and not as its independence: "recognized | the state's | fall"."""
    begins, _ = role_after(chart.text, one.end, chart.pack)
    led = role_before(chart.text, one.start, chart.pack)[0]
    near = one.start - verb.end <= _HE_REACH and begins == "of" and not led
    nouns = chart.cues("noun.independence", "noun.government", "noun.regime")
    return near and not any(0 <= cue.start - one.end <= _HE_REACH for cue in nouns)
