"""Missions to a government that sits in a third state: they are that government's state's, wherever they are."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse, Found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_PAIR = 2


def exiled_with(chart: Chart, discourse: Discourse, event: str, sender: Found, city: Mention | None) -> Found | None:
    """To whom a mission is that a page on two tells of in a third state's city, having gone there with a government.

    "The U.S. legation moved to London": on a page about the Netherlands, that to the Netherlands. Refuses a city of one
    of the two, and one of which neither a move nor an exiled government is told.
    """
    topic = discourse.topic.ids if discourse.topic is not None else ()
    if city is None or not city.country or len(topic) != _PAIR or city.country in topic:
        return None
    others = [one for one in topic if one not in sender.ids]
    if len(sender.ids) != 1 or len(others) != 1:
        return None
    moved = event == "moved" and city.role == "to"
    return Found(ids=(others[0],)) if moved or _with_government(chart, others[0]) else None


def _with_government(chart: Chart, party: str) -> bool:
    """Whether the sentence names this state's government as one in exile."""
    rulers = [one for one in chart.parties if one.form == "government" and party in one.ids]
    return bool(rulers) and (chart.has("mark.exile") or any(says_exile(chart, one) for one in rulers))


def says_exile(chart: Chart, one: Mention) -> bool:
    """Whether a name for a government itself tells that it is in exile: "the Dutch government-in-exile"."""
    words = {word for word, _, _ in chart.pack.cues.get("mark.exile", ())}
    return any(word in chart.text[one.start : one.end].lower() for word in words)
