"""Relations told of before, raised or lowered to a rank without their name."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.model.roles import Relations

_LEVELS = {
    "noun.embassy_level": "embassy",
    "noun.legation_level": "legation",
    "noun.charge_level": "charge-d-affaires",
}
_REACH = 40


def read_ranked(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that gives relations of the sentence before another rank, and names neither.

    "ورُفعت إلى مستوى السفراء عام 1948." → upgraded, the two told of. Refuses a sentence that names a party or a mission.
    """
    pairs = discourse.recent_relations()
    if len(pairs) != 1 or chart.parties or chart.has("mission", "agreement", "noun.visit"):
        return
    for label, level in _LEVELS.items():
        for rank in chart.cues(label)[:1]:
            verb = chart.nearest(rank, chart.cues("verb.upgrade", "verb.downgrade"), limit=_REACH)
            if verb is None or negated(chart, [verb]):
                continue
            event = "upgraded" if "verb.upgrade" in verb.classes else "downgraded"
            yield Draft(
                roles=Relations(parties=tuple(sorted(pairs[0].ids)), event=event, level=level),
                rule=f"relations.rank.{event}",
                dated=event_date(chart, discourse, verb),
                modality=modality_of(chart, verb),
                context=pairs[0].context,
            )


def read_partnered(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The strategic partnership that two set up, no relations named: «A и B | провозгласили | стратегическое …».

    Refuses a text of that name, one without a day, and a sentence in which others than the two are named.
    """
    ranks = chart.cues("noun.comprehensive_strategic") or chart.cues("noun.strategic")
    if not ranks or not chart.dates or chart.has("agreement", "body", "noun.visit", "noun.meeting"):
        return
    verb = chart.nearest(ranks[0], chart.cues("verb.establish", "mark.declared"), limit=_REACH)
    named = {one.ids for one in chart.parties if not one.deictic}
    pairs = pair_of(chart, discourse, ranks[0]) if verb is not None and not negated(chart, [verb]) else []
    if verb is None or len(pairs) != 1 or len(pairs[0].ids) != 2 or not named <= {(one,) for one in pairs[0].ids}:
        return
    level = "comprehensive-strategic" if chart.has("noun.comprehensive_strategic") else "strategic"
    yield Draft(
        roles=Relations(parties=tuple(sorted(pairs[0].ids)), event="upgraded", level=f"{level}-partnership"),
        rule="relations.partnered",
        dated=event_date(chart, discourse, verb),
        modality=modality_of(chart, verb),
        context=pairs[0].context,
    )
