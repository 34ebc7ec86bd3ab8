"""Whether what a document is about was guessed rightly, as the first sentence that names somebody tells."""

from __future__ import annotations

from comity.claims.context.discourse import Spoken
from comity.claims.sentences.chart import Chart


def stands_as_topic(chart: Chart, topic: Spoken | None) -> bool:
    """Whether a pair guessed from the first words stays the topic: they name it as one, "A and B", or nobody else.

    One alone stays.
    """
    if topic is None or len(topic.ids) != 2:
        return True
    named = [one for one in chart.parties if not one.deictic]
    together = any(
        {party for one in chart.group_of(mention) for party in one.ids} == set(topic.ids) for mention in named
    )
    strangers = any(not one.ids for one in chart.actors)
    doers = {party for one in named if one.role not in ("in", "to", "from", "with") for party in one.ids}
    seats = {one.country for one in chart.kind("city") if one.role in ("in", "to")}  # "A's minister came to Baku"
    people = {party for one in (*named, *chart.actors) for party in one.ids}
    alone = set(topic.ids) in (people, people | seats if chart.pack.order == "sov" else people)
    alone = alone and (not strangers or doers == set(topic.ids))
    return together or alone
