"""The draft of one visit, its visitor and host known: when it was, which places, whether it came about."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.calls_off import new_day
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.frames.visit.days import latest_day, since_another
from comity.claims.frames.visit.kinds import kind_of
from comity.claims.frames.visit.stay import stayed
from comity.claims.people.offices import held
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import place_names
from comity.model.roles import Visit


def _met(chart: Chart, city: Mention) -> bool:
    """Whether a city stands in a clause on a body, a mission or a text, and is where that was."""
    return bool(chart.within(chart.cues("body", "mission", "agreement"), *chart.clause(city.start)))


def draft_visit(chart: Chart, discourse: Discourse, anchor: Mention, visitor: Mention, host: Found) -> Draft | None:
    modality = modality_of(chart, anchor)
    if modality == "asserted" and negated(chart, [anchor]):
        return None
    vague = modality in ("requested", "cancelled") and not chart.dates
    then = (
        Dated() if vague else stayed(chart, event_date(chart, discourse, anchor), anchor, coming=modality == "planned")
    )
    later = [day for cue in chart.cues("fact.postpone") if (day := new_day(chart, cue)) is not None]
    then = dated(later[0]) if later and modality == "planned" else then
    then = latest_day(chart, anchor) or (Dated() if since_another(chart, then) else then)
    actor = held(visitor, then.when or discourse.published).actor
    assert actor is not None
    if then.when is None and not actor.person and modality == "asserted":
        return None  # "the last visit of an Austrian president lies far back": of nobody, on no day
    cities = [
        one for one in chart.kind("city") if one.country == host.ids[0] and one.role in ("in", "to", "object", "")
    ]
    if chart.pack.order == "sov":  # "… ziyaret etmiş, Konsey ise | Ankara'da | toplanmıştır"
        cities = [
            one for one in cities if chart.clause(one.start) == chart.clause(anchor.start) or not _met(chart, one)
        ]
    return Draft(
        roles=Visit(
            visitor=visitor.ids[0],
            host=host.ids[0],
            office=actor.office or "other",
            person=actor.person or None,
            kind=kind_of(chart, anchor),
            places=place_names(cities),
        ),
        rule="visit",
        dated=then,
        modality=modality,
        context=(*visitor.context, *host.context),
    )
