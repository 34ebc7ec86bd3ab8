"""Disputes: a disagreement of parties is open, raised or settled."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import date_of, event_date
from comity.claims.frames.sides import found, pair_of
from comity.claims.institutions import is_of_institution
from comity.claims.mention import Mention
from comity.claims.titles import title_at
from comity.model.claim import Dispute

_REACH = 140
_BODY_REACH = 34


def read_disputes(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which parties quarrel, or settle a quarrel, over something.

    "Kenya and Somalia have quarrelled for years about their sea border." → open, about the sea border.
    """
    cues = chart.cues("noun.dispute", "verb.claim", "verb.settle")
    borders = chart.cues("noun.border")
    if not cues or (not borders and not chart.has("noun.dispute")):
        return
    anchor = next((one for one in cues if "verb.settle" in one.classes), cues[0])
    subject = chart.nearest(anchor, [*borders, *chart.cues("noun.dispute")], limit=_REACH) or anchor
    if modality_of(chart, anchor) == "planned" or is_of_institution(chart, subject, _BODY_REACH):
        return
    event = _event(chart, anchor)
    lists = [found(chart.group_of(one)) for one in chart.parties if one.group >= 0 and one.form != "adjective"]
    longest = max(lists, key=lambda one: len(one.ids), default=None)
    pairs = [longest] if longest is not None and len(longest.ids) > 2 else pair_of(chart, discourse, anchor)
    start, end = title_at(chart, subject)
    for pair in pairs[:1]:
        if len(pair.ids) >= 2 and _known(chart, discourse, pair):
            yield Draft(
                roles=Dispute(
                    parties=tuple(sorted(pair.ids)), event=event, subject=chart.text[start:end].strip() or None
                ),
                rule=f"dispute.{event}",
                dated=event_date(chart, discourse, anchor) if event == "settled" else date_of(chart, anchor) or Dated(),
                context=pair.context,
            )


def _known(chart: Chart, discourse: Discourse, pair: Found) -> bool:
    """Whether the sentence names those who quarrel, or says what came of it, or the document is about them.

    "A controversy" alone is nobody's.
    """
    if chart.has("verb.claim", "verb.settle"):
        return True
    named = {party for one in (*chart.parties, *chart.actors, *chart.kind("city")) for party in (*one.ids, one.country)}
    two = discourse.topic.ids if discourse.topic is not None else ()
    over = discourse.heading.ids if discourse.heading is not None else ()
    return set(pair.ids) <= named | set(two) | set(over)


def _event(chart: Chart, anchor: Mention) -> str:
    if "verb.settle" in anchor.classes:
        return "open" if negated(chart, [anchor]) or chart.has("fact.yet") else "settled"
    return "open"
