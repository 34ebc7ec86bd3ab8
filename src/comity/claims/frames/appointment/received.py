"""Envoys of whom a sentence only says that they are among those who presented credentials."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def was_received(chart: Chart, discourse: Discourse, one: Mention, verb: Mention | None) -> bool:
    """Whether a sentence only says who presented the credentials that the one before told of: "They are A, envoy …"."""
    told = discourse.recent_ceremony()
    if verb is None:
        said = all("verb.receive" in cue.classes for cue in chart.cues("verb.award"))  # "a | reçu | l'ambassadeur"
    else:
        said = bool(verb.classes & {"verb.accredit", "verb.credentials"}) or 0 <= one.start - verb.end <= 1
        said = said and not verb.classes & {"verb.expel", "verb.recall"}
    said = said and not (chart.has("verb.accredit") and _elsewhere(chart, one, told))
    return told is not None and said and len(one.ids) == 1 and one.ids != told.ids


def _elsewhere(chart: Chart, one: Mention, told: Spoken | None) -> bool:
    """Whether a sentence names states besides an envoy's own and who received him: "accredited to | Austria | too"."""
    known = {*one.ids, *(told.ids if told is not None else ())}
    goals = (party for party in chart.kind("party") if party.role in ("for", "to", "in") and party.form != "adjective")
    return any(set(party.ids) - known for party in goals)
