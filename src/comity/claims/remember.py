"""What a sentence leaves behind for those after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.claims.context.blocs import stems
from comity.claims.context.ceremonies import RECEIVING, remember_ceremony
from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.context.namings import remember_naming
from comity.claims.context.scene import remember_scene
from comity.claims.days.stretch import stretch
from comity.claims.frames.membership.unjoined import is_listed_with_states
from comity.claims.frames.recognition.regime import broken_up
from comity.claims.people.memory import Posted, is_currency
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Actor, Mention
from comity.model.passage import Passage, PassageKind
from comity.model.roles import (
    Agreement,
    Appointment,
    Body,
    Landmark,
    Meeting,
    Membership,
    Mission,
    Recognition,
    Relations,
    Visit,
    iter_parties,
)
from comity.model.selector import Selector
from comity.packs.language import LanguagePack

_TWO = 2


def remember(discourse: Discourse, chart: Chart, drafts: Iterable[Draft]) -> None:
    """Move the discourse on: people, parties, the last date, the episode a paragraph tells of."""
    place = chart.sentence.selector()
    drafts = tuple(drafts)
    _remember_who(discourse, chart, drafts, place)
    _remember_home(discourse, chart)
    for draft in drafts:
        if isinstance(draft.roles, Mission) and draft.roles.via is None and draft.roles.event != "absent":
            discourse.posts.put_seat(_posted(draft.roles, place))
    _remember_aside(discourse, chart, drafts, place)
    remember_scene(discourse, chart)
    remember_ceremony(discourse, chart, drafts, place)
    remember_naming(discourse, chart, drafts, place)
    for actor in chart.actors:
        discourse.persons.put_person(
            _of_the_other(discourse, chart, actor), place, _endings(chart, actor), first=chart.pack.family_first
        )
    _remember_met(discourse, chart, drafts, place)
    _remember_parties(discourse, chart, drafts, place)
    _remember_things(discourse, chart, place)
    for draft in drafts:
        _remember_told(discourse, draft, place, chart.pack)


def turn_to(discourse: Discourse, passage: Passage) -> None:
    """Leave behind what but the passage before told, as another begins; of its dates the last, where all are of one
    year and this is a paragraph: "in the same year" may open it."""
    discourse.episode = discourse.coupled = None
    discourse.opened = discourse.sentence
    told_on = passage.kind == PassageKind.PARAGRAPH and len(discourse.years) == 1
    discourse.earlier = discourse.date if told_on else None
    discourse.years.clear()


def _remember_home(discourse: Discourse, chart: Chart) -> None:
    """Whose text it is, once a sentence tells whose "our" one is: "our embassy in Kyiv" of Ireland and Ukraine."""
    ours = {cue.start for cue in chart.cues("deixis.we")} if not discourse.home else set()
    told = {one.ids for one in chart.parties if one.deictic and one.start in ours and len(one.ids) == 1}
    if len(told) == 1:
        discourse.home, discourse.home_shown = told.pop()[0], True


def _endings(chart: Chart, actor: Mention) -> Iterable[str]:
    return (*chart.pack.voice.surname_cases, *(chart.pack.endings if actor.role else ()))


def _of_the_other(discourse: Discourse, chart: Chart, actor: Mention) -> Mention:
    """Somebody in office of whom no state is told, as of the other of a document's two beside one of the first.

    "The President of Mongolia came to Kazakhstan; | President Nazarbayev | and his guest signed …".
    """
    two = discourse.topic.ids if discourse.topic is not None else ()
    if actor.ids or len(two) != _TWO or actor.actor is None or actor.actor.office not in RECEIVING:
        return actor
    others = {one.ids for one in chart.actors if one is not actor and one.actor is not None and one.actor.person}
    named = [one[0] for one in others if len(one) == 1]
    if len(others) != 1 or len(named) != 1 or named[0] not in two:
        return actor
    return replace(actor, ids=tuple(one for one in two if one != named[0]))


def _remember_met(discourse: Discourse, chart: Chart, drafts: tuple[Draft, ...], place: Selector) -> None:
    """Who met somebody of one of two parties, and is of the other: "mevkidaşı Ceyhun Bayramov"."""
    for roles in (one.roles for one in drafts):
        if not isinstance(roles, Meeting) or len(roles.parties) != _TWO or len(roles.persons) != _TWO:
            continue
        met = [one for one in chart.actors if one.actor is not None and one.actor.person in roles.persons]
        known = {party for one in met for party in one.ids}
        rest = tuple(set(roles.parties) - known)
        for one in met:
            if not one.ids and len(rest) == 1 and len(known) == 1:
                other = replace(one, ids=rest)
                discourse.persons.put_person(other, place, _endings(chart, one), first=chart.pack.family_first)


def _remember_parties(discourse: Discourse, chart: Chart, drafts: tuple[Draft, ...], place: Selector) -> None:
    ends = {
        frozenset((one.roles.sender, one.roles.receiver))
        for one in drafts
        if isinstance(one.roles, Mission) and one.modality == "asserted"
    }
    named = [one for one in chart.parties if not one.deictic and one.form != "adjective"]
    named = [one for one in named if not broken_up(chart, one)] or named
    ids = tuple(dict.fromkeys(party for one in named for party in one.ids))
    discourse.known |= set(ids)
    _remember_coupled(discourse, named, ids, place)
    if len(ids) > 2:
        discourse.several = Spoken(ids=ids, place=place, at=discourse.sentence)
    posted = {
        frozenset((one.roles.sender, one.roles.receiver))
        for one in drafts
        if isinstance(one.roles, Appointment) and one.modality == "asserted" and one.roles.event == "credentials"
    }
    ends = ends or (posted if len(posted) == 1 and not set(next(iter(posted))) & set(ids) else ends)
    if len(ends) == 1 and (len(ids) < 2 or (ends == posted and posted)):
        discourse.see_parties(tuple(sorted(next(iter(ends)))), place)
    elif ids:
        discourse.see_parties(ids[:6], place)
    else:
        _remember_people(discourse, chart, place)
    if ids:
        lead = next((one for one in named if one.role == ""), named[0])
        spoken = discourse.the_one()
        if lead.role == "with" and spoken is not None and not set(spoken.ids) & set(ids):
            discourse.subject = replace(spoken, at=discourse.sentence)  # "Con Tailandia las relaciones se entablaron …"
            return
        discourse.subject = Spoken(ids=lead.ids[:1], place=place, at=discourse.sentence)


def _remember_coupled(discourse: Discourse, named: Sequence[Mention], ids: tuple[str, ...], place: Selector) -> None:
    """The two that a sentence joins and names nobody else: "| A and B | have quarrelled for years"; kept while no other
    is named."""
    joined = len(ids) == _TWO and named[0].group >= 0 and all(one.group == named[0].group for one in named)
    if joined:
        discourse.coupled = Spoken(ids=ids, place=place, at=discourse.sentence)
        return
    told = discourse.coupled
    if told is not None and told.at == discourse.sentence - 1 and set(ids) <= set(told.ids):
        discourse.coupled = replace(told, at=discourse.sentence)


def _remember_people(discourse: Discourse, chart: Chart, place: Selector) -> None:
    """Two states that a sentence names only by their people are the two spoken of: "décora son homologue ukrainien"."""
    states = tuple(dict.fromkeys(one.ids[0] for one in chart.actors if len(one.ids) == 1 and not one.deictic))
    two = discourse.topic is not None and len(discourse.topic.ids) == _TWO
    if len(states) == _TWO and not two:
        discourse.pair = Spoken(ids=states, place=place, at=discourse.sentence)


def _remember_things(discourse: Discourse, chart: Chart, place: Selector) -> None:
    """The last city, organization, currency and date."""
    if chart.has("noun.region"):
        discourse.region_at = discourse.sentence
    cities, bodies = chart.kind("city"), chart.kind("organization")
    if cities:
        discourse.city, discourse.city_at = cities[-1], discourse.sentence
    spoken = [one for one in bodies if not is_listed_with_states(chart, one)]  # "members are A, B and the | EC"
    if spoken:
        last = spoken[-1]
        discourse.organization = last if last.context else replace(last, context=(place,))
        discourse.organization_at = discourse.sentence
    for one in bodies:
        if not one.deictic:
            named = one if one.context else replace(one, context=(place,))
            called = stems(chart.text[one.start : one.end], one.ids[0] if one.ids else "", chart.pack.code)
            discourse.bodies |= dict.fromkeys(called, named)
    for one in chart.kind("quantity"):
        if one.quantity is not None and is_currency(one.quantity.unit):
            discourse.money.put_currency(one.quantity.unit)
    told = [one.date for one in chart.dates if one.date is not None and not chart.compared(one)]
    dates = [one.when for one in told if not _of_somebody(chart, one.start)] or [one.when for one in told]
    discourse.years |= {side.year for one in dates for side in (one.start, one.end) if side is not None}
    if dates:
        discourse.date = Spoken(when=dates[-1], place=place)


def _of_somebody(chart: Chart, place: int) -> bool:
    """Whether a day is but what somebody did: "Pabst, | who had been minister since 1923, | stayed on"."""
    low, _ = stretch(chart, place)
    asides = chart.cues("mark.who", "mark.relative") if _is_open(chart, place) else chart.cues("mark.who")
    return bool(chart.within(asides, low, place))


def _is_open(chart: Chart, place: int) -> bool:
    """Whether a date is said with "since" or "until": "…, which had overseen it | since 1945"."""
    return any(one.date.start == place and one.date.kind in ("since", "until") for one in chart.dates if one.date)


def _remember_told(discourse: Discourse, draft: Draft, place: Selector, pack: LanguagePack) -> None:
    """The visit, landmark or agreement that was told of."""
    roles = draft.roles
    if isinstance(roles, Relations | Recognition) and draft.modality == "asserted":
        discourse.deals.put_pair(tuple(iter_parties(roles)))
    if isinstance(roles, Visit):
        _remember_visit(discourse, roles, draft, place, pack)
    if isinstance(roles, Meeting) and draft.modality == "asserted" and draft.dated.when and draft.dated.when.to_the_day:
        discourse.episode = Spoken(ids=roles.parties, when=draft.dated.when, place=place)
    if isinstance(roles, Body):
        discourse.body, discourse.body_at, discourse.body_place = roles, discourse.sentence, place
    if isinstance(roles, Meeting) and len(roles.parties) == _TWO and draft.modality == "asserted":
        discourse.pair = Spoken(ids=roles.parties, place=place, at=discourse.sentence)
    if isinstance(roles, Landmark):
        discourse.landmark_at = discourse.sentence
    if isinstance(roles, Agreement):
        discourse.agreement, discourse.agreement_at = roles, discourse.sentence
        discourse.agreement_place = place
        if len(roles.parties) > 2:
            discourse.ensemble = Spoken(ids=roles.parties, place=place)


def _remember_visit(discourse: Discourse, roles: Visit, draft: Draft, place: Selector, pack: LanguagePack) -> None:
    guest = Mention(
        kind="actor",
        start=0,
        end=1,
        ids=(roles.visitor,),
        actor=Actor(office=roles.office, person=roles.person or ""),
        context=(place,),
    )
    if roles.person:
        discourse.persons.put_person(guest, place, pack.endings, first=pack.family_first)
    if roles.person and draft.modality in ("asserted", "planned"):
        discourse.visitor, discourse.visitor_at = guest, discourse.sentence
    if draft.modality == "planned" and draft.dated.when is not None:
        discourse.trip = Spoken(when=draft.dated.when, place=place, at=discourse.sentence)
    if draft.modality != "asserted":
        return
    discourse.pair = Spoken(ids=(roles.visitor, roles.host), place=place, at=discourse.sentence)
    if draft.dated.when is not None:
        discourse.episode = Spoken(ids=(roles.visitor, roles.host), when=draft.dated.when, place=place)


def _posted(roles: Mission, place: Selector) -> Posted:
    return Posted(
        sender=roles.sender,
        receiver=roles.receiver,
        kind=roles.kind,
        city=roles.city,
        city_id=roles.city_id,
        context=(place,),
    )


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
    if len(pairs) == 1 and not next(iter(pairs)) & set(topic):
        discourse.strangers = Spoken(ids=tuple(sorted(next(iter(pairs)))), place=place, at=discourse.sentence)
    elif named - set(discourse.strangers.ids):
        discourse.strangers = Spoken()


def _remember_who(discourse: Discourse, chart: Chart, drafts: tuple[Draft, ...], place: Selector) -> None:
    """Who led the sentence, for "he" in the next: its first named person in office or at a post."""
    homes = {one.roles.person: one.roles.visitor for one in drafts if isinstance(one.roles, Visit) and one.roles.person}
    leads = [one for one in chart.actors if one.actor is not None and one.actor.person and one.role == ""]
    if leads:
        lead = leads[0]
        ids = lead.ids or tuple(homes[one.actor.person] for one in leads[:1] if one.actor and one.actor.person in homes)
        discourse.who, discourse.who_at = replace(lead, ids=ids, context=(place,)), discourse.sentence
        people = [one for one in chart.actors if one.actor is not None and one.actor.person and one.form != "pronoun"]
        discourse.people = tuple(replace(one, context=(place,)) for one in people if one is not lead)
    posted = [one.roles for one in drafts if isinstance(one.roles, Appointment) and one.roles.person]
    told = [one.roles for one in drafts if isinstance(one.roles, Appointment)]
    if len(told) == 1 and not told[0].person:
        discourse.unnamed, discourse.unnamed_at = told[0], discourse.sentence
    for roles in posted[:1]:
        discourse.posting = Found(ids=(roles.sender, roles.receiver), context=(place,))
        discourse.posting_kind, discourse.posting_at = roles.post, discourse.sentence
        discourse.posting_person = roles.person or ""
        if not leads or leads[0].actor is None or leads[0].actor.person == roles.person:
            female = any(one.actor is not None and one.actor.female and one.actor.post for one in chart.actors)
            actor = Actor(post=roles.post, person=roles.person or "", female=female)
            who = Mention(kind="actor", start=0, end=1, ids=(roles.sender,), actor=actor, context=(place,))
            discourse.who, discourse.who_at = who, discourse.sentence
