"""What a sentence leaves behind for those after it."""

from __future__ import annotations

from collections.abc import Iterable

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Spoken
from comity.claims.draft import Draft
from comity.claims.mention import Actor, Mention
from comity.model.claim import Agreement, Landmark, Visit


def remember(discourse: Discourse, chart: Chart, drafts: Iterable[Draft]) -> None:
    """Move the discourse on: people, parties, the last date, the episode a paragraph tells of."""
    place = chart.sentence.selector()
    for actor in chart.actors:
        discourse.persons.put_person(actor, place)
    named = [one for one in chart.parties if not one.deictic and one.form != "adjective"]
    ids = tuple(dict.fromkeys(party for one in named for party in one.ids))
    discourse.known |= set(ids)
    if len(ids) > 2:
        discourse.several = Spoken(ids=ids, place=place, at=discourse.sentence)
    if ids:
        discourse.see_parties(ids[:6], place)
        lead = next((one for one in named if one.role == ""), named[0])
        discourse.subject = Spoken(ids=lead.ids[:1], place=place, at=discourse.sentence)
    cities = chart.kind("city")
    if cities:
        discourse.city = cities[-1]
    if chart.kind("organization"):
        discourse.organization = chart.kind("organization")[-1]
        discourse.organization_at = discourse.sentence
    for one in chart.kind("quantity"):
        if one.quantity is not None and len(one.quantity.unit) == 3 and one.quantity.unit.isupper():
            discourse.currency = one.quantity.unit
    dates = [one.date.when for one in chart.dates if one.date is not None and not chart.compared(one)]
    if dates:
        discourse.date = Spoken(when=dates[-1], place=place)
    for draft in drafts:
        if isinstance(draft.roles, Visit) and draft.roles.person:
            office = Actor(office=draft.roles.office, person=draft.roles.person)
            who = Mention(kind="actor", start=0, end=1, ids=(draft.roles.visitor,), actor=office)
            discourse.persons.put_person(who, place)
        if isinstance(draft.roles, Visit) and draft.modality == "asserted":
            if draft.roles.person:
                guest = Actor(office=draft.roles.office, person=draft.roles.person)
                discourse.visitor = Mention(
                    kind="actor", start=0, end=1, ids=(draft.roles.visitor,), actor=guest, context=(place,)
                )
                discourse.visitor_at = discourse.sentence
            two = (draft.roles.visitor, draft.roles.host)
            discourse.pair = Spoken(ids=two, place=place, at=discourse.sentence)
        if isinstance(draft.roles, Landmark):
            discourse.landmark_at = discourse.sentence
        if isinstance(draft.roles, Agreement):
            discourse.agreement, discourse.agreement_at = draft.roles, discourse.sentence
            discourse.agreement_place = place
        if isinstance(draft.roles, Agreement) and len(draft.roles.parties) > 2:
            discourse.ensemble = Spoken(ids=draft.roles.parties, place=place)
        if isinstance(draft.roles, Visit) and draft.dated.when is not None and draft.modality == "asserted":
            discourse.episode = Spoken(when=draft.dated.when, place=place)
