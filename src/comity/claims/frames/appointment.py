"""Appointments: an ambassador or consul is named, accredited, recalled, or simply holds the post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import date_of, dated, event_date, since, standing_date
from comity.claims.frames.envoy_lists import read_envoy_lists
from comity.claims.frames.named import held_by, is_named, named_at
from comity.claims.frames.post_taken import only_held, posted, risen
from comity.claims.frames.posting import ends_of, lives_there, presented_to
from comity.claims.frames.senders import is_the_doers, sent_by
from comity.claims.frames.sides import subject_of
from comity.claims.marks import SEMICOLONS, has_any
from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.claims.words import capital_run
from comity.model.roles import Appointment

_VERBS = {
    "verb.credentials": "credentials",
    "verb.recall": "recalled",
    "verb.expel": "expelled",
    "verb.end": "ended",
    "verb.appoint": "appointed",
    "verb.serve": "holds",
}
_DATED_DEEDS = ("verb.credentials", "verb.recall", "verb.end", "verb.appoint")
_REACH = 160
_LIST_REACH = 400
_DASHES = ("–", "—")
_PLACE_REACH = 70
_OPENS = 4
_RIGHT_BEHIND = 8
_TWO = 2
_RESIDING = 24
_CALLED = 60
_WHICH = 16  # "qui ont tous | rappelé"


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
    before: Draft | None = None
    listed = list(read_envoy_lists(chart, discourse))
    if listed:
        yield from listed
        return
    yield from _by_name_alone(chart, discourse)
    for one in map(partial(_unnamed, chart), risen(chart, posted(chart))):
        if one.actor is None or not one.actor.post or _counted(chart, one):
            continue
        person = ""
        holders = held_by(chart, one)
        for name, day in holders:
            yield from _holding(chart, discourse, one, name, day)
        for verb, event in _deeds(chart, discourse, one) if not holders else ():
            for draft in _drafts(chart, discourse, one, _Deed(verb=verb, event=event, before=before, person=person)):
                before, person = draft, _person(draft)
                yield draft


def _counted(chart: Chart, one: Mention) -> bool:
    """Whether envoys are but counted, none of them named: "51 | Türk büyükelçi | görev yaptı"."""
    named = one.actor is not None and bool(one.actor.person)
    numbers = [it for it in chart.kind("quantity") if it.quantity is not None and not it.quantity.ordinal]
    near = 1 if one.ids else _RIGHT_BEHIND  # "siete nuevos | embajadores | ante X"
    counts = [it for it in numbers if it.quantity and it.quantity.unit == "count"]
    return not named and any(1 <= one.start - it.end <= near for it in counts)


def _sent_to(chart: Chart, one: Mention) -> bool:
    """Whether a title itself says where an envoy is sent: "the Swiss ambassador | in Kuwait"."""
    inner = [it for it in chart.mentions if it.kind in ("party", "city") and one.start <= it.start < one.end]
    return any(it.role in ("in", "to") for it in inner)


def _holding(chart: Chart, discourse: Discourse, one: Mention, name: str, day: Mention) -> Iterator[Draft]:
    """That one of several held a post over the years in the bracket behind the name."""
    for draft in _drafts(chart, discourse, one, _Deed(verb=None, event="holds", before=None, person=name)):
        yield replace(draft, dated=dated(day))


def _person(draft: Draft) -> str:
    return draft.roles.person or "" if isinstance(draft.roles, Appointment) else ""


def _was_received(chart: Chart, discourse: Discourse, one: Mention, verb: Mention | None) -> bool:
    """Whether a sentence only says who presented the credentials that the one before told of: "They are A, envoy …"."""
    told = discourse.recent_ceremony()
    if verb is None:
        said = not chart.has("verb.award")
    else:
        said = bool(verb.classes & {"verb.accredit", "verb.credentials"}) or 0 <= one.start - verb.end <= 1
    return told is not None and said and len(one.ids) == 1 and one.ids != told.ids


def _deeds(chart: Chart, discourse: Discourse, one: Mention) -> Iterator[tuple[Mention | None, str]]:
    """What happened with an envoy, each verb with its event; "holds" where no verb stands by a named one."""
    assert one.actor is not None
    coming = _becomes(chart, one)
    if coming is not None:
        yield coming, "appointed"
        return
    told = _copula_before(chart, one)
    if told is not None:
        yield told, "holds"
        return
    verb = (
        _bracketed(chart, one)
        or chart.nearest(one, chart.cues(*_VERBS), limit=_REACH)
        or chart.nearest(one, chart.cues("verb.credentials"), limit=_LIST_REACH)
    )
    if verb is not None and _leads_in(chart, verb):
        verb = chart.nearest(one, chart.cues("verb.credentials"), limit=_LIST_REACH) or verb
    said = any(one.start <= cue.start < one.end for cue in chart.cues("post")) or "office.minister" in one.classes
    if verb is None and not ((one.actor.person or is_named(chart, one)) and said):
        return
    if verb is not None and not said and "verb.serve" in verb.classes:
        return
    if verb is None and one.form == "holder" and "verb.relieve" not in one.classes:
        return
    verb = _later(chart, one, verb) or verb
    if _was_received(chart, discourse, one, verb):
        yield verb, "credentials"
        return
    event = _event(verb)
    if event == "holds" and chart.near_cue(one, "fact.cease", 1):
        return
    unnamed = not one.actor.person and not named_at(chart, verb, one, event)
    if event == "holds" and chart.has("verb.accredit") and (unnamed or not _sent_to(chart, one)):
        return
    if verb is not None and (negated(chart, [verb]) or _remembers(chart, verb, one) or only_held(chart, verb, one)):
        return
    yield verb, ("appointed" if event == "holds" and verb is None and "verb.relieve" in one.classes else event)
    if verb is not None and (one.actor.person or named_at(chart, verb, one, event)):
        yield from ((more, _event(more)) for more in _more(chart, one, verb))


def _copula_before(chart: Chart, one: Mention) -> Mention | None:
    """The "is" that joins a name to a post since a day, where another clause tells what somebody else did.

    "X | es | embajador en Lima desde 2021; su antecesora, Y, presentó credenciales en 2018."
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or one.actor is None or chart.pack.cases:
        return None
    _, stop = chart.clause(one.start)
    named = is_named(chart, one) is not None and not one.actor.person
    since = [day for day in chart.within(chart.dates, one.end, stop) if day.date and day.date.kind == "since"]
    others = [cue for cue in chart.cues(*_VERBS) if cue.start >= stop]
    links = [cue for cue in chart.cues("mark.copula") if 0 < one.start - cue.end <= _RIGHT_BEHIND // 2]
    return links[0] if named and since and others and links else None


def _bracketed(chart: Chart, one: Mention) -> Mention | None:
    """What the bracket right behind an envoy's name tells of him: "现任大使季平（2022年11月 | 递交国书 |）"."""
    aside = next((span for span in chart.asides if 0 <= span[0] - one.end <= 1), None)
    if aside is None or not chart.within(chart.dates, *aside):
        return None
    return next(iter(chart.within(chart.cues("verb.appoint", "verb.credentials", "verb.end"), *aside)), None)


def _becomes(chart: Chart, one: Mention) -> Mention | None:
    """The word that says a post is to be somebody's: "Neuer Botschafter in Wilna | wird | Cornelius Zimmermann"."""
    told = [cue for cue in chart.cues("fact.present") if 0 < cue.start - one.end <= 2]
    named = one.actor is not None and not one.actor.person and told and is_named(chart, one)
    return told[0] if named else None


def _event(verb: Mention | None) -> str:
    return next(_VERBS[label] for label in _VERBS if label in verb.classes) if verb is not None else "holds"


def _more(chart: Chart, one: Mention, main: Mention) -> Iterator[Mention]:
    """What happened with the same envoy besides, on a day of its own: "Ferrer, named in 2015, | left in April 2020".

    Refuses a verb that somebody else stands before.
    """
    first = date_of(chart, main)
    if chart.pack.order == "vso" or not chart.pack.spaced or first is None:
        return
    others = [other for other in (*chart.actors, *chart.parties) if other.role == "" and other.start > one.start]
    others = [other for other in others if other.actor is None or other.actor.post or other.actor.office]
    for verb in chart.cues(*_DATED_DEEDS):
        own = date_of(chart, verb)
        if verb.start < one.end or verb.classes & main.classes or own is None or own.when == first.when:
            continue
        parted = has_any(chart.text[one.end : verb.start], SEMICOLONS)
        if not parted and not any(other.start < verb.start for other in others) and not negated(chart, [verb]):
            yield verb


def _drafts(chart: Chart, discourse: Discourse, one: Mention, deed: _Deed) -> Iterator[Draft]:
    """The deed once for each state that the envoy is of."""
    assert one.actor is not None
    verb, event = deed.verb, deed.event
    person = one.actor.person or deed.person or named_at(chart, verb, one, event)
    city = None if one.form in ("pronoun", "holder") else _seat(chart, one, event)
    if city is not None and lives_there(chart, city) and not discourse.is_in_question(city.country):
        city = None
    owners = one.ids
    if not owners and verb is not None and event == "recalled" and not chart.pack.spaced:
        owners = subject_of(chart, discourse, verb).ids
    for party in owners or ("",):
        known = replace(one, ids=(party,)) if party else one
        if verb is not None and event == "recalled" and city is not None and known.ids == (city.country,):
            known = replace(known, ids=sent_by(chart, discourse, verb, known))
        if not known.ids and verb is not None and event in ("recalled", "appointed"):
            known = replace(known, ids=sent_by(chart, discourse, verb, known))
            if not known.ids and event == "recalled" and is_the_doers(chart, known):
                continue
        if verb is not None and event == "expelled" and known.ids and city is None:
            doer = subject_of(chart, discourse, verb)
            if len(doer.ids) == 1 and doer.ids != known.ids:
                yield _expelled(chart, discourse, verb, known, doer)
                continue
        if verb is not None and event == "recalled" and _only_summoned(chart, verb, known):
            continue
        host = presented_to(chart, known) if event == "credentials" else None
        if host is not None and city is not None and city.country not in host.ids:
            city = None
        ends = _known_posting(discourse, known, deed.before) or ends_of(
            chart,
            discourse,
            known,
            city,
            event=event,
            host=host,
            told=verb is not None and one.actor.post != "permanent-representative",
            named=bool(person),
        )
        if len(ends.ids) != 2 or (len(owners) > 1 and ends.ids[1] in owners) or _also_sends(chart, one, ends.ids[1]):
            continue  # "the envoys of A, B and C presented …": none of them received the others
        name, number = city_roles(city)
        told = _own_day(chart, one, event) or _dated(chart, discourse, verb or one, event)
        ceremony = discourse.recent_ceremony() if event == "credentials" and not chart.dates else None
        told = Dated(when=ceremony.when, context=ceremony.context()) if ceremony is not None else told
        if verb is None and event == "holds" and told.when is not None and not told.when.interval:
            continue  # on that day somebody was honoured, or left: since when the post is held, nobody says
        yield Draft(
            roles=Appointment(
                post=one.actor.post,
                sender=ends.ids[0],
                receiver=ends.ids[1],
                event=event,
                person=person,
                city=name,
                city_id=number,
            ),
            rule=f"appointment.{event}",
            dated=told,
            modality=modality_of(chart, verb) if verb is not None else "asserted",
            context=ends.context,
        )


def _also_sends(chart: Chart, one: Mention, receiver: str) -> bool:
    """Whether a sentence on several envoys names the receiver only as whose another is: "la de Uruguay, Y"."""
    others = [x for x in chart.kind("party") if receiver in x.ids and not one.start <= x.start < one.end]
    heads = [x for x in chart.actors if x.actor and x.actor.office]
    others = [x for x in others if not any(who.start <= x.start < who.end for who in heads)]
    envoys = [x for x in chart.actors if x.actor and x.actor.post and x.ids]
    owned = bool(others) and all(x.role == "of" and not x.deictic for x in others)
    return chart.pack.order == "svo" and not chart.pack.cases and owned and len({x.ids for x in envoys}) > 1


def _only_summoned(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a ministry calls in another state's envoy, who stays: "Sofia's ministry summoned the Syrian envoy"."""
    start, end = chart.clause(verb.start)
    named = [x for x in chart.within(chart.parties, start, end) if x.form == "government" and x.ids]
    return bool(one.ids) and bool(named) and not any(set(x.ids) & set(one.ids) for x in named)


def _owns_holder(chart: Chart, one: Mention) -> bool:
    """Whether somebody only tells whose predecessor or successor is meant: "| Manasijevski'nin | selefi Mucunski"."""
    behind = (cue.start - one.end for cue in chart.cues("deixis.holder"))
    return chart.pack.order == "sov" and one.role == "of" and any(0 < gap <= _RIGHT_BEHIND for gap in behind)


def _unnamed(chart: Chart, one: Mention) -> Mention:
    """The envoy; without a name where it is but whose predecessor is told of, without a post where he has his own."""
    if one.actor is None or not _owns_holder(chart, one):
        return one
    told = any(other.form == "holder" and other.actor and other.actor.person for other in chart.actors)
    return replace(one, actor=replace(one.actor, person="", post="" if told else one.actor.post))


def _by_name_alone(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The credentials of somebody whom the sentence calls by name alone, right behind one on the post: "Sivacek …".

    Refuses a sentence with an envoy of its own.
    """
    recent = discourse.sentence - discourse.posting_at <= 1 and len(discourse.posting.ids) == _TWO
    posted = any(one.actor is not None and one.actor.post for one in chart.actors)
    for verb in chart.cues("verb.credentials") if recent and not posted and chart.pack.capitals else ():
        end = capital_run(chart.text, 0, chart.pack)
        who = any(one.start < end for one in chart.mentions) or not end or end > verb.start
        if not who and not negated(chart, [verb]):
            sender, receiver = discourse.posting.ids
            person, post = chart.text[:end].strip(), discourse.posting_kind
            roles = Appointment(post=post, sender=sender, receiver=receiver, event="credentials", person=person)
            yield Draft(
                roles=roles,
                rule="appointment.by_name",
                dated=event_date(chart, discourse, verb),
                modality=modality_of(chart, verb),
                context=discourse.posting.context,
            )
        return


def _remembers(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a post far behind the verb is not what is called home: "recalled his talks during his time as envoy"."""
    far = one.start - verb.end > _CALLED
    return chart.pack.order == "svo" and chart.pack.spaced and "verb.recall" in verb.classes and far


def _known_posting(discourse: Discourse, one: Mention, before: Draft | None) -> Found | None:
    """Whose envoy to whom a person is that the text has told of before: "he was recalled", "his successor"."""
    if one.form == "holder" and before is not None and isinstance(before.roles, Appointment):
        return Found(ids=(before.roles.sender, before.roles.receiver), context=before.context)
    told = discourse.posting
    if one.form not in ("pronoun", "holder") or len(told.ids) != 2:
        return None
    if one.form == "pronoun" and one.ids[:1] != told.ids[:1]:
        return None
    return Found(ids=told.ids, context=(*one.context, *told.context))


def _leads_in(chart: Chart, verb: Mention) -> bool:
    """Whether a participle only tells who it is that does the rest: "atanan | Büyükelçi … güven mektubunu sundu"."""
    word = chart.text[verb.start : verb.end].lower()
    return bool(chart.pack.participles) and "verb.appoint" in verb.classes and word.endswith(chart.pack.participles)


def _later(chart: Chart, one: Mention, verb: Mention | None) -> Mention | None:
    """What happened with somebody said to serve, where the next clause tells it: "现任大使黄巍，2019年到任"."""
    if chart.pack.spaced or verb is None or "verb.serve" not in verb.classes:
        return None
    start, end = chart.clause(chart.clause(one.end - 1)[1])
    others = chart.within((*chart.actors, *chart.parties), start, end)
    told = chart.within(chart.cues("verb.appoint", "verb.credentials"), start, end)
    return told[0] if told and not others else None


def _expelled(chart: Chart, discourse: Discourse, verb: Mention, one: Mention, doer: Found) -> Draft:
    """ "Kenya expelled the Somali ambassador": the one who expels is the host."""
    assert one.actor is not None
    return Draft(
        roles=Appointment(
            post=one.actor.post,
            sender=one.ids[0],
            receiver=doer.ids[0],
            event="expelled",
            person=one.actor.person or None,
        ),
        rule="appointment.expelled",
        dated=event_date(chart, discourse, verb),
        modality=modality_of(chart, verb),
        context=(*one.context, *doer.context),
    )


def _dated(chart: Chart, discourse: Discourse, anchor: Mention, event: str) -> Dated:
    if event != "holds":
        return event_date(chart, discourse, anchor)
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
    led = [city for city in placed if city.start - start <= _OPENS and city.country not in one.ids]
    return led if len(placed) == 1 else []


def _own_day(chart: Chart, one: Mention, event: str) -> Dated | None:
    """The day that a dash alone parts from an envoy: «… вручил 30 июня, а посол Y | — 12 октября»."""
    if event == "holds" or chart.pack.order != "svo":
        return None
    day = next((date for date in chart.dates if date.start >= one.end), None)
    return dated(day) if day is not None and chart.text[one.end : day.start].strip() in _DASHES else None


def _seat(chart: Chart, one: Mention, event: str) -> Mention | None:
    """The city an envoy sits in; where one is recalled, the city he leaves ("from Minsk")."""
    roles = ("in", "to", "", "from") if event in ("recalled", "expelled") else ("in", "to", "")
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
        and not (chart.pack.order == "vso" and city.role == "" and one.end < city.start <= one.end + 1)
        and (one.start <= city.start <= one.end or city.distance(one) <= _PLACE_REACH)
    ]
    if chart.pack.order == "svo" and chart.pack.spaced:  # a bare city beside a post acts, as its state
        cities = [city for city in cities if city.role or one.start <= city.start <= one.end]
    left = [city for city in chart.kind("city") if city.role == "from"] if event == "recalled" else []
    where = _where(chart, one) if event == "credentials" and not cities else []
    if where:
        return where[0]
    return chart.nearest(one, left or cities, limit=_PLACE_REACH) or next(
        (city for city in cities if one.start <= city.start <= one.end), None
    )
