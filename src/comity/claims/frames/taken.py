"""Whom a verb of recognition takes, said right beside it by an adjective, or by the relations that go with it."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.discourse import Found
from comity.claims.frames.sides import found
from comity.claims.mention import Mention

_BESIDE = 1
_JOINED = 12


def taken_beside(chart: Chart, verb: Mention) -> Found | None:
    """Whose independence an adjective behind the verb says, or with whom the relations are that go with recognition.

    "Recognised | Moroccan | independence from French sovereignty", "recognised and established relations with | Cuba".
    """
    if chart.pack.adjectives != "before" or chart.pack.order != "svo":
        return None
    nouns = chart.cues("noun.independence")
    for one in chart.parties:
        held = one.form == "adjective" and 0 < one.start - verb.end <= _BESIDE
        if held and any(0 < noun.start - one.end <= _BESIDE for noun in nouns):
            return found([one])
    return _with_relations(chart, verb)


def _with_relations(chart: Chart, verb: Mention) -> Found | None:
    """With whom a verb joined to the recognition right behind it makes relations."""
    joined = [one for one in chart.cues("verb.establish") if 0 < one.start - verb.end <= _JOINED]
    words = chart.text[verb.end : joined[0].start].lower().split() if joined else []
    if not words or words[0] not in chart.pack.joiners or not chart.has("noun.relations", "noun.bare_relations"):
        return None
    partners = [one for one in chart.parties if one.role == "with" and one.start >= joined[0].end]
    return found(chart.group_of(partners[0])) if partners else None


def owned_by_adjective(chart: Chart, noun: Mention) -> Mention | None:
    """Whose independence an adjective right behind the noun says: "reconoció la independencia | kazaja"."""
    if chart.pack.adjectives != "after":
        return None
    return next((one for one in chart.parties if one.form == "adjective" and 0 < one.start - noun.end <= 1), None)


def by_adjective(chart: Chart, start: int, end: int) -> Found | None:
    """Whose independence or rule is recognised, said by an adjective right before it: "Bulgarian | independence"."""
    nouns = chart.within(chart.cues("noun.independence", "noun.regime"), start, end)
    owners = [
        one
        for one in chart.parties
        if one.form == "adjective" and any(0 <= noun.start - one.end <= 1 for noun in nouns)
    ]
    return found(owners[:1]) if owners else None
