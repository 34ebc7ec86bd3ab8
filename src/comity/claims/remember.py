"""What a sentence leaves behind for those after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found, Spoken
from comity.claims.draft import Draft
from comity.claims.mention import Actor, Mention
from comity.model.claim import Agreement, Appointment, Landmark, Membership, Mission, Visit, iter_parties
from comity.model.selector import Selector


def remember(discourse: Discourse, chart: Chart, drafts: Iterable[Draft]) -> None:
    """Move the discourse on: people, parties, the last date, the episode a paragraph tells of."""
    place = chart.sentence.selector()
    drafts = tuple(drafts)
    _remember_who(discourse, chart, drafts, place)
    ends = {
        frozenset((one.roles.sender, one.roles.receiver))
        for one in drafts
        if isinstance(one.roles, Mission) and one.modality == "asserted"
    }
    _remember_aside(discourse, chart, drafts, place)
    for actor in chart.actors:
        discourse.persons.put_person(actor, place)
    named = [one for one in chart.parties if not one.deictic and one.form != "adjective"]
    ids = tuple(dict.fromkeys(party for one in named for party in one.ids))
    discourse.known |= set(ids)
    if len(ids) > 2:
        discourse.several = Spoken(ids=ids, place=place, at=discourse.sentence)
    if len(ends) == 1 and len(ids) < 2:
        discourse.see_parties(tuple(sorted(next(iter(ends)))), place)
    elif ids:
        discourse.see_parties(ids[:6], place)
    if ids:
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


def _remember_aside(discourse: Discourse, chart: Chart, drafts: tuple[Draft, ...], place: Selector) -> None:
    """The two states that a sentence told of where they are not the document's two, one of theirs among them."""
    bodies = {body for one in chart.kind("organization") for body in one.ids}
    told = (frozenset(iter_parties(one.roles)) for one in drafts if not isinstance(one.roles, Membership))
    pairs = {one for one in told if len(one) == 2 and not one & bodies}
    topic = discourse.topic.ids if discourse.topic is not None else ()
    if len(pairs) == 1 and len(topic) == 2:
        two = next(iter(pairs))
        if len(two & set(topic)) == 1:
            discourse.aside = Spoken(ids=tuple(sorted(two)), place=place, at=discourse.sentence)
    aside = discourse.aside
    named = {party for one in chart.parties if not one.deictic for party in one.ids}
    if aside is not None and not pairs and aside.at == discourse.sentence - 1 and named and named <= set(aside.ids):
        discourse.aside = replace(aside, at=discourse.sentence)


def _remember_who(discourse: Discourse, chart: Chart, drafts: tuple[Draft, ...], place: Selector) -> None:
    """Who led the sentence, for "he" in the next: its first named person in office or at a post."""
    homes = {one.roles.person: one.roles.visitor for one in drafts if isinstance(one.roles, Visit) and one.roles.person}
    leads = [one for one in chart.actors if one.actor is not None and one.actor.person and one.role == ""]
    if leads:
        lead = leads[0]
        ids = lead.ids or tuple(homes[one.actor.person] for one in leads[:1] if one.actor and one.actor.person in homes)
        discourse.who, discourse.who_at = replace(lead, ids=ids, context=(place,)), discourse.sentence
    posted = [one.roles for one in drafts if isinstance(one.roles, Appointment) and one.roles.person]
    for roles in posted[:1]:
        discourse.posting = Found(ids=(roles.sender, roles.receiver), context=(place,))
        if not leads or leads[0].actor is None or leads[0].actor.person == roles.person:
            actor = Actor(post=roles.post, person=roles.person or "")
            who = Mention(kind="actor", start=0, end=1, ids=(roles.sender,), actor=actor, context=(place,))
            discourse.who, discourse.who_at = who, discourse.sentence
