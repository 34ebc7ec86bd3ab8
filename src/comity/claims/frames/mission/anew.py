"""Missions before which a joiner begins anew, so that the verb before it is of something else."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import takes_object

_OWN = ("verb.close", "verb.move", "verb.raise", "verb.lower", "verb.open", "verb.follow")
_FEW = 4  # words from a joiner to its noun: "and | a Kenyan | embassy"


def over_with(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb has its mission before it, and a joiner behind a comma begins anew: "it was closed, and a … put".

    Refuses a noun without a verb of its own: "were opened in A, and those in B".
    """
    gap = chart.text[verb.end : noun.start]
    last = gap.rsplit(",", 1)[-1].lower().split()
    led = [one for one in chart.cues("mission") if one.end <= verb.start]
    plain = chart.pack.order == "svo" and chart.pack.spaced and not chart.pack.inverts and verb.end <= noun.start
    anew = "," in gap and bool(last) and last[0] in chart.pack.joiners and "verb.have" not in verb.classes
    taken = [(one.start, one.end) for one in chart.mentions if one is not noun]
    own = noun.form == "" and takes_object(chart.text, noun.end, chart.pack, taken)
    return plain and anew and own and bool(led) and chart.clause(led[-1].start) == chart.clause(verb.start)


def _between(one: Mention, verb: Mention) -> tuple[int, int]:
    """The stretch between a thing and a verb, whichever stands first."""
    return (one.end, verb.start) if one.end <= verb.start else (verb.end, one.start)


def has_its_own(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb is said of relations or another mission, a joiner before this one, which has a verb of its own.

    "Relations | were established | in 1963 and an | embassy | opened in 1967", "established relations and an embassy".
    """
    if not leads(chart.pack) or verb.end > noun.start or noun.form:
        return False
    start, _ = chart.clause(verb.start)
    things = chart.within(chart.cues("noun.relations", "noun.bare_relations", "mission"), start, noun.start)
    made = any(not chart.within(chart.cues("verb"), *_between(one, verb)) for one in things)
    words = chart.text[verb.end : noun.start].lower().replace(",", " ").split()[-_FEW:]
    _, end = chart.clause(noun.start)
    own = chart.within(chart.cues(*_OWN), noun.end, max(end, noun.end))
    return made and any(word in chart.pack.joiners for word in words) and bool(own)
