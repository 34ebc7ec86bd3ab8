"""Whether what a verb tells is but an aim, or only decided on, so that it was not yet done."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.clauses import leads
from comity.claims.mention import Mention
from comity.claims.verbal_nouns import is_verbal_noun
from comity.claims.words import role_before

_DEED = 30


def only_aimed(chart: Chart, verb: Mention) -> bool:
    """Whether a verb is but an aim: "sent a minister | to conclude | a treaty", with no day behind it.

    Refuses what somebody agreed to do, or was the first to do.
    """
    said = chart.text[verb.start : verb.end].lower().split()
    before = chart.text[: verb.start].lower().split()[-2:]
    words = said[:1] if said[:1] and said[0] in chart.pack.infinitives else before
    aimed = bool(chart.pack.infinitives & set(words)) or _sought(chart, verb)
    if not aimed or chart.near_cue(verb, "mark.done", _DEED):
        return False
    _, end = chart.clause(verb.start)
    return not any(verb.end <= one.start < end for one in chart.dates)


def _sought(chart: Chart, verb: Mention) -> bool:
    """Whether a verb's noun is what something is for: "a correspondence | for the establishment of | relations"."""
    return (
        is_verbal_noun(chart, verb)
        and leads(chart.pack)
        and role_before(chart.text, verb.start, chart.pack)[0] == "for"
    )


def decided(chart: Chart, verb: Mention) -> bool:
    """Whether an infinitive tells what is only decided on: "agreed | to open | embassies", with no day behind it."""
    said = chart.text[verb.start : verb.end].lower().split()[:1]
    meant = any(0 <= verb.start - one.end <= _DEED for one in chart.cues("mark.meant"))
    return bool(said) and said[0] in chart.pack.infinitives and meant
