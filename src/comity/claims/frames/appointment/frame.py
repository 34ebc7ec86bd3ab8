"""Appointments: an ambassador or consul is named, accredited, recalled, or simply holds the post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.appointment.bare_rolls import or_bare_rolls
from comity.claims.frames.appointment.became import read_became
from comity.claims.frames.appointment.bracketed_senders import as_a_list, senders_of
from comity.claims.frames.appointment.careers import read_careers
from comity.claims.frames.appointment.deeds import deeds, only_counted
from comity.claims.frames.appointment.envoy_chain import read_chained
from comity.claims.frames.appointment.envoy_roll import read_envoy_roll
from comity.claims.frames.appointment.envoy_sendings import read_envoy_sendings
from comity.claims.frames.appointment.named import held_by, named_at
from comity.claims.frames.appointment.named_each import read_named_each
from comity.claims.frames.appointment.nameless_envoys import read_nameless_envoys
from comity.claims.frames.appointment.other_deeds import of_another_deed, own_day
from comity.claims.frames.appointment.post_taken import posted, risen
from comity.claims.frames.appointment.sent_away import (
    expelled,
    expeller,
    only_summoned,
    recalled_too,
    sent_for,
    sent_there,
)
from comity.claims.frames.appointment.succeeded import makes_way, without_the_gone
from comity.claims.frames.appointment.told_before import known_posting, same_posting, seat_told
from comity.claims.frames.appointment.wide_envoys import read_wide_envoys
from comity.claims.frames.appointment.wide_relay import read_wide_relay
from comity.claims.frames.sides.of_anchor import subject_of
from comity.claims.frames.sides.posting import ends_of, lives_there, presented_to
from comity.claims.frames.sides.senders import is_the_doers
from comity.claims.frames.times.attach import date_of, dated, event_date, since
from comity.claims.frames.times.standing import standing_date
from comity.claims.people.bare_names import is_relieved
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.passage import PassageKind
from comity.model.roles import Appointment

_PLACE_REACH = 70
_OPENS = 4
_RIGHT_BEHIND = 8
_RESIDING = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """A verb with its event, and what the sentence told of an envoy before."""

    verb: Mention | None
    event: str
    before: Draft | None
    person: str = ""


def read_appointments(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that tells who holds or takes a post.

    "The consul-general of Senegal in Dakhla, Babou Sène, was appointed in March 2021." Refuses an envoy whose sender or
    receiver is not known, and one without name or event.
    """
    lists = (read_envoy_roll, read_nameless_envoys, read_wide_envoys, read_envoy_sendings, read_became, read_named_each)
    drafts = next((told for read in (*lists, _told_apart) if (told := list(read(chart, discourse)))), [])
    drafts = or_bare_rolls(chart, discourse, drafts)
    careers = list(read_careers(chart, discourse, drafts))
    ended = {draft.roles.person for draft in careers if isinstance(draft.roles, Appointment) and _is_end(draft)}
    yield from (draft for draft in drafts if not (_is_until(draft) and _person(draft) in ended))
    yield from careers
    yield from read_wide_relay(chart, discourse, drafts)


def _is_end(draft: Draft) -> bool:
    return isinstance(draft.roles, Appointment) and draft.roles.event == "ended"


def _is_until(draft: Draft) -> bool:
    """Whether a draft tells only till when a post was held, which is when it ended: "served until 1938"."""
    when, roles = draft.dated.when, draft.roles
    held = isinstance(roles, Appointment) and roles.event == "holds" and bool(roles.person)
    return held and when is not None and when.interval and when.start is None


def _told_apart(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of each envoy, those left out that say no more than another with a name, or nothing at all."""
    told = as_a_list(list(_told(chart, discourse)))
    named = {_place(one) for one in told if _person(one)}
    yield from (one for one in told if _person(one) or (_place(one) not in named and not _is_empty(one)))


def _is_empty(draft: Draft) -> bool:
    """Whether somebody unnamed presented credentials or was named on no day: what envoys do, not who did it when."""
    return draft.rule in ("appointment.credentials", "appointment.appointed") and draft.dated.when is None


def _place(draft: Draft) -> object:
    """What an appointment tells beside the person: one told without him is the same as one told with him."""
    return replace(draft.roles, person="") if isinstance(draft.roles, Appointment) else None, draft.dated.when


def _told(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of each envoy with the verbs that stand by him."""
    before: Draft | None = None
    for one in map(partial(_unnamed, chart), risen(chart, posted(chart))):
        if one.actor is None or not one.actor.post or only_counted(chart, one) or makes_way(chart, one):
            continue
        person = ""
        holders = held_by(chart, one)
        for name, day in holders:
            yield from _holding(chart, discourse, one, name, day)
        for verb, event in deeds(chart, discourse, one) if not holders else ():
            for draft in _drafts(chart, discourse, one, _Deed(verb=verb, event=event, before=before, person=person)):
                before, person = draft, _person(draft)
                if event == "appointed" and is_relieved(chart, one.end):
                    continue  # who takes the place is told behind
                yield draft
                yield from (*read_chained(chart, draft), *recalled_too(chart, draft))


def _holding(chart: Chart, discourse: Discourse, one: Mention, name: str, day: Mention) -> Iterator[Draft]:
    """That one of several held a post over the years in the bracket behind the name."""
    for draft in _drafts(chart, discourse, one, _Deed(verb=None, event="holds", before=None, person=name)):
        yield replace(draft, dated=dated(day))


def _person(draft: Draft) -> str:
    return draft.roles.person or "" if isinstance(draft.roles, Appointment) else ""


def _drafts(chart: Chart, discourse: Discourse, one: Mention, deed: _Deed) -> Iterator[Draft]:
    """The deed once for each state that the envoy is of."""
    assert one.actor is not None
    verb, event = deed.verb, deed.event
    person = one.actor.person or deed.person or (named_at(chart, verb, one, event) if len(one.ids) <= 1 else "")
    city = None if one.form in ("pronoun", "holder") else _seat(chart, one, event)
    if city is not None and lives_there(chart, city) and not discourse.is_in_question(city.country):
        city = None
    owners = senders_of(chart, one) if event == "credentials" else one.ids
    if not owners and verb is not None and event == "recalled":
        callers = subject_of(chart, discourse, verb).ids  # «Колумбия и Чили | отозвали | послов из Израиля»
        owners = callers if not chart.pack.spaced or len(callers) > 1 else owners
    for party in owners or ("",):
        known = replace(one, ids=(party,)) if party else one
        if verb is not None:
            known = sent_for(chart, discourse, known, verb, (event, city))
            if event == "recalled" and not known.ids and is_the_doers(chart, known):
                continue
            doer = expeller(chart, discourse, known, verb) if event == "expelled" and city is None else None
            if doer is not None:
                yield expelled(chart, discourse, verb, known, doer)
                continue
            if event == "recalled" and only_summoned(chart, verb, known):
                continue
        ends, seat = _ends(chart, discourse, known, deed, (city, bool(person)))
        if (
            len(ends.ids) != 2
            or (len(owners) > 1 and ends.ids[1] in owners and event != "recalled")
            or _also_sends(chart, one, ends.ids[1])
        ):
            continue  # "the envoys of A, B and C presented …": none of them received the others
        told = _told_on(chart, discourse, one, deed)
        if event == "holds" and _says_too_little(one.actor.post, person, told, verb):
            continue
        name, number = seat_told(discourse, ends, one.actor.post) if seat is None else city_roles(seat)
        yield Draft(
            roles=Appointment(
                post=one.actor.post,
                sender=ends.ids[0],
                receiver=ends.ids[1],
                event=event,
                person=person or None,
                city=name,
                city_id=number,
            ),
            rule=f"appointment.{event}",
            dated=told,
            modality=modality_of(chart, verb) if verb is not None else "asserted",
            context=ends.context,
        )


def _ends(
    chart: Chart, discourse: Discourse, known: Mention, deed: _Deed, told: tuple[Mention | None, bool]
) -> tuple[Found, Mention | None]:
    """Who sends an envoy and who receives one, and the seat; none where credentials were handed over elsewhere."""
    city, named = told
    host = presented_to(chart, known) if deed.event == "credentials" else None
    if host is not None and city is not None and city.country not in host.ids:
        city = None
    ends = known_posting(discourse, known, deed.before) or (
        same_posting(discourse, known, deed.before) if city is None else None
    )
    resident = known.actor is not None and known.actor.post != "permanent-representative"
    ends = ends or sent_there(chart, discourse, deed.verb, known, deed.event if city is None else "")
    sure = deed.verb is not None or (named and chart.sentence.passage.kind == PassageKind.ITEM)
    ends = ends or ends_of(
        chart, discourse, known, city, event=deed.event, host=host, told=sure and resident, named=named
    )
    return ends, city


def _told_on(chart: Chart, discourse: Discourse, one: Mention, deed: _Deed) -> Dated:
    """The day of a deed: the envoy's own, that of the ceremony told before, the verb's."""
    told = own_day(chart, one, deed.verb, deed.event) or _dated(chart, discourse, deed.verb or one, deed.event)
    if told.when is None and deed.event == "credentials" and len(chart.dates) == 1 and chart.has("verb.receive"):
        return dated(chart.dates[0])  # «5 мая принял послов …, | которые вручили ему верительные грамоты»
    ceremony = discourse.recent_ceremony() if deed.event == "credentials" and not chart.dates else None
    return Dated(when=ceremony.when, context=ceremony.context()) if ceremony is not None else told


def _says_too_little(post: str, person: str | None, told: Dated, verb: Mention | None) -> bool:
    """Whether nobody learns who holds a post, nor since when.

    A day alone is when somebody was honoured, or left: "ambassador X was received on 5 May".
    """
    since = told.when is not None and told.when.start is not None
    if not person and not post.endswith("consul") and not since:
        return True
    return verb is None and told.when is not None and not told.when.interval


def _also_sends(chart: Chart, one: Mention, receiver: str) -> bool:
    """Whether a sentence on several envoys names the receiver only as whose another is: "la de Uruguay, Y"."""
    others = [x for x in chart.kind("party") if receiver in x.ids and not one.start <= x.start < one.end]
    heads = [x for x in chart.actors if x.actor and x.actor.office]
    others = [x for x in others if not any(who.start <= x.start < who.end for who in heads)]
    envoys = [x for x in chart.actors if x.actor and x.actor.post and x.ids]
    owned = bool(others) and all(x.role == "of" and not x.deictic for x in others)
    return chart.pack.order == "svo" and not chart.pack.cases and owned and len({x.ids for x in envoys}) > 1


def _owns_holder(chart: Chart, one: Mention) -> bool:
    """Whether somebody only tells whose predecessor or successor is meant: "| Manasijevski'nin | selefi Mucunski"."""
    behind = (cue.start - one.end for cue in chart.cues("deixis.holder"))
    return chart.pack.order == "sov" and one.role == "of" and any(0 < gap <= _RIGHT_BEHIND for gap in behind)


def _unnamed(chart: Chart, one: Mention) -> Mention:
    """The envoy; without a name where it is but whose predecessor is told of, without a post where he has his own."""
    if one.actor is None or not _owns_holder(chart, one):
        return without_the_gone(chart, one)
    told = any(other.form == "holder" and other.actor and other.actor.person for other in chart.actors)
    return replace(one, actor=replace(one.actor, person="", post="" if told else one.actor.post))


def _dated(chart: Chart, discourse: Discourse, anchor: Mention, event: str) -> Dated:
    if event != "holds":
        day = event_date(chart, discourse, anchor)
        gone = event == "expelled" and day.when is not None and day.when.interval  # "is to leave until 29 May"
        return Dated() if gone or (event == "appointed" and of_another_deed(chart, anchor, day)) else day
    own = date_of(chart, anchor, limit=60)
    if own is not None and own.when is not None:
        told = any(
            one.date is not None and one.date.when == own.when and one.date.kind == "since" for one in chart.dates
        )
        return Dated(when=since(own.when), context=own.context) if told else own
    return standing_date(chart, discourse, anchor)


def _where(chart: Chart, one: Mention) -> list[Mention]:
    """The one city that opens a clause, where credentials were presented: "| In Bratislava | the envoys of A and B …".

    Refuses a city of the envoy's own state.
    """
    start, end = chart.clause(one.start)
    placed = [city for city in chart.within(chart.kind("city"), start, end) if city.role == "in" and city.country]
    placed = [city for city in placed if chart.aside(city.start) is None]
    first = one.start - start if chart.pack.cases and chart.pack.order == "svo" else _OPENS
    led = [city for city in placed if city.start - start <= first and city.country not in one.ids]
    return led if len(placed) == 1 else []


def _of_another(chart: Chart, one: Mention, city: Mention) -> bool:
    """Whether a city stands within another's post: "Botschafterin in Ghana und der Generalkonsul | in Mailand |"."""
    posts = [it for it in chart.actors if it.start != one.start and it.actor is not None and it.actor.post]
    return any(it.start <= city.start < it.end for it in posts) and not one.start <= city.start < one.end


def _seat(chart: Chart, one: Mention, event: str) -> Mention | None:
    """The city an envoy sits in; where one is recalled, the city he leaves ("from Minsk")."""
    told = event in ("holds", "credentials", "appointed")
    roles = ("in", "to", "", "from") if event in ("recalled", "expelled", "ended") else ("in", "to", "")
    if chart.pack.order == "sov" and event in ("recalled", "expelled"):  # "Tel Aviv Büyükelçisi | Ankara'ya | çağrıldı"
        roles = ("in", "", "from")
    verbs_first = chart.pack.order == "vso"
    aimed = ("to", "in") if verbs_first else ("to",)
    inner = [it for it in chart.kind("party") if one.start <= it.start and it.end <= one.end and it.role in aimed]
    hosts = {party for it in inner for party in it.ids}
    cities = [
        city
        for city in chart.kind("city")
        if city.role in roles
        and not (hosts and (city.start >= one.end or verbs_first) and city.country not in hosts)
        and not chart.near_cue(city, "fact.nonresident", _RESIDING)
        and not (verbs_first and city.role == "" and one.end < city.start <= one.end + 1)
        and not (verbs_first and city.role == "" and city.end <= one.start and told)
        and (one.start <= city.start <= one.end or city.distance(one) <= _PLACE_REACH)
        and not _of_another(chart, one, city)
    ]
    if chart.pack.order == "svo" and chart.pack.spaced:  # a bare city beside a post acts, as its state
        beside = [span for span in chart.asides if 0 <= span[0] - one.end <= 1]  # "Honorarkonsul X | (Marburg)"
        inner = [city for city in cities if any(low < city.start < high for low, high in beside)]
        inner += [city for city in cities if event == "ended" and chart.near_cue(city, "verb.leave", 1)]
        cities = [city for city in cities if city.role or one.start <= city.start <= one.end or city in inner]
    if not chart.pack.spaced:  # "驻日大使菲利普·塞东 | 访问长崎": where an envoy goes is not where he sits
        cities = [city for city in cities if city.role != "to" or one.start <= city.start < one.end]
    left = [city for city in chart.kind("city") if city.role == "from"] if event == "recalled" else []
    where = _where(chart, one) if event == "credentials" and not cities else []
    if where:
        return where[0]
    return chart.nearest(one, left or cities, limit=_PLACE_REACH) or next(
        (city for city in cities if one.start <= city.start <= one.end), None
    )
