"""Relations told of before, raised or lowered to a rank without their name."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
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
