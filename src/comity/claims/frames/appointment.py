"""Appointments: an ambassador or consul is named, accredited, recalled, or simply holds the post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found, Spoken
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import date_of, event_date, since, standing_date
from comity.claims.frames.sides import found, owner_of, subject_of
from comity.claims.mention import Mention
from comity.claims.places import city_roles
from comity.claims.titles import bare_person
from comity.claims.words import capital_run
from comity.model.claim import Appointment

_VERBS = {
    "verb.credentials": "credentials",
    "verb.recall": "recalled",
    "verb.expel": "expelled",
    "verb.end": "ended",
    "verb.appoint": "appointed",
    "verb.serve": "holds",
}
_REACH = 160
_LIST_REACH = 400
_LINK_BEHIND = re.compile(r"(?:\s+([^\W\d_]{1,4}|[–—-])|\s?:)\s+(?=[^\W\d_])()")
_LINK_BEFORE = re.compile(
    r"((?:[^\W\d_]+[ .'’-]+){1,3}[^\W\d_]+)\s+([^\W\d_]{1,4}|[–—-])\s+(?:[^\W\d_]{1,3}['’]?\s*)?$"
)
_PLACE_REACH = 70
_RIGHT_BEHIND = 8
_ACCEPTING = ("head-of-state", "head-of-government", "foreign-minister", "other")
_RESIDING = 24
_CALLED = 60


def read_appointments(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that tells who holds or takes a post.

    "The consul-general of Senegal in Dakhla, Babou Sène, was appointed in March 2021." Refuses an envoy whose sender or
    receiver is not known, and one without name or event.
    """
    for one in _posted(chart):
        actor = one.actor
        if actor is None or not actor.post:
            continue
        verb = chart.nearest(one, chart.cues(*_VERBS), limit=_REACH) or chart.nearest(
            one, chart.cues("verb.credentials"), limit=_LIST_REACH
        )
        if verb is not None and _leads_in(chart, verb):
            verb = chart.nearest(one, chart.cues("verb.credentials"), limit=_LIST_REACH) or verb
        said = any(one.start <= cue.start < one.end for cue in chart.cues("post"))
        said = said or "office.minister" in one.classes
        if verb is None and not ((actor.person or _is_named(chart, one)) and said):
            continue
        if verb is not None and not said and "verb.serve" in verb.classes:
            continue
        verb = _later(chart, one, verb) or verb
        event = next(_VERBS[label] for label in _VERBS if label in verb.classes) if verb else "holds"
        if event == "holds" and chart.near_cue(one, "fact.cease", 1):
            continue
        unnamed = not actor.person and not _named(chart, verb, one, event)
        if event == "holds" and unnamed and chart.has("verb.accredit"):
            continue
        if verb is not None and (negated(chart, [verb]) or _remembers(chart, verb, one)):
            continue
        city = None if one.form == "pronoun" else _seat(chart, one, event)
        name, number = city_roles(city)
        owners = one.ids
        if not owners and verb is not None and event == "recalled" and not chart.pack.spaced:
            owners = subject_of(chart, discourse, verb).ids
        for party in owners or ("",):
            known = replace(one, ids=(party,)) if party else one
            if not known.ids and verb is not None and event in ("recalled", "appointed"):
                known = replace(known, ids=_sent(chart, discourse, verb, known))
            if verb is not None and event == "expelled" and known.ids and city is None:
                doer = subject_of(chart, discourse, verb)
                if len(doer.ids) == 1 and doer.ids != known.ids:
                    yield _expelled(chart, discourse, verb, known, doer)
                    continue
            host = _presented_to(chart, known) if event == "credentials" else None
            if host is not None and city is not None and city.country not in host.ids:
                name = number = city = None
            ends = _known_posting(discourse, known) or _ends(
                chart,
                discourse,
                known,
                city,
                event=event,
                host=host,
                told=verb is not None and actor.post != "permanent-representative",
            )
            if len(ends.ids) != 2:
                continue
            yield Draft(
                roles=Appointment(
                    post=actor.post,
                    sender=ends.ids[0],
                    receiver=ends.ids[1],
                    event=event,
                    person=actor.person or _named(chart, verb, one, event),
                    city=name,
                    city_id=number,
                ),
                rule=f"appointment.{event}",
                dated=_dated(chart, discourse, verb or one, event),
                modality=modality_of(chart, verb) if verb is not None else "asserted",
                context=ends.context,
            )


def _posted(chart: Chart) -> Iterator[Mention]:
    """The actors, a minister who presents credentials being an envoy: "when Minister Lucius Foote presented his …"."""
    for one in chart.actors:
        actor = one.actor
        behind = [verb for verb in chart.cues("verb.credentials") if 0 < verb.start - one.end <= _RIGHT_BEHIND]
        if actor is not None and actor.office == "minister" and not actor.post and actor.person and behind:
            yield replace(one, actor=replace(actor, post="envoy", office=""))
            continue
        yield one


def _remembers(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a post far behind the verb is not what is called home: "recalled his talks during his time as envoy"."""
    far = one.start - verb.end > _CALLED
    return chart.pack.order == "svo" and chart.pack.spaced and "verb.recall" in verb.classes and far


def _sent(chart: Chart, discourse: Discourse, verb: Mention, one: Mention) -> tuple[str, ...]:
    """Who sends an envoy that nobody is said to own: the state that recalls or appoints, named before the verb."""
    start, _ = chart.clause(verb.start)
    doers = [party for party in chart.parties if start <= party.start < verb.start and party.role == ""]
    said = subject_of(chart, discourse, verb)
    if "verb.recall" in verb.classes:
        return said.ids[:1]
    return said.ids[:1] if doers and set(said.ids) <= set(found(doers).ids) and verb.start < one.start else ()


def _known_posting(discourse: Discourse, one: Mention) -> Found | None:
    """Whose envoy to whom a person is that the text has told of before: "he was recalled"; None for others."""
    told = discourse.posting
    if one.form != "pronoun" or len(told.ids) != 2 or one.ids[:1] != told.ids[:1]:
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


def _named_behind(chart: Chart, verb: Mention | None) -> str | None:
    """The name right behind the verb: "назначен Иван Петров"."""
    if verb is None or not chart.pack.capitals:
        return None
    start = verb.end + 1
    if any(one.start <= start < one.end for one in chart.mentions):
        return None
    end = capital_run(chart.text, start, chart.pack)
    return chart.text[start:end].strip() if " " in chart.text[start:end].strip() else None


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


def _named(chart: Chart, verb: Mention | None, one: Mention, event: str) -> str | None:
    """Who it is where the post has no name beside it: behind the verb, joined by "is", or before a passive verb."""
    name = _named_behind(chart, verb) or _is_named(chart, one)
    if name is None and verb is not None and event in ("appointed", "credentials", "ended"):
        name = bare_person(chart, verb) or None
    return name


def _is_named(chart: Chart, one: Mention) -> str | None:
    """The full name that one short word joins to a post: "Ambassador of Kazakhstan to Japan is Yerlan Omarov"."""
    if not chart.pack.capitals:
        return None
    behind = _LINK_BEHIND.match(chart.text, one.end)
    if behind and _free(chart, behind.start(2)) and not chart.pack.joiners & {(behind.group(1) or "").lower()}:
        end = capital_run(chart.text, behind.start(2), chart.pack)
        name = chart.text[behind.start(2) : end].strip()
        dashed = (behind.group(1) or " ") in "–—-"
        return name if " " in name and (dashed or chart.pack.order == "svo") else None
    before = _LINK_BEFORE.search(chart.text, 0, one.start)
    if before and before.group(2).lower() not in chart.pack.joiners:
        words = before.group(1)
        start = before.start(1)
        if _free(chart, start) and capital_run(chart.text, start, chart.pack) >= start + len(words):
            return words if chart.pack.order == "svo" else None
    return None


def _free(chart: Chart, place: int) -> bool:
    return not any(one.start <= place < one.end for one in chart.mentions)


def _dated(chart: Chart, discourse: Discourse, anchor: Mention, event: str) -> Dated:
    if event != "holds":
        return event_date(chart, discourse, anchor)
    own = date_of(chart, anchor, limit=60)
    if own is not None and own.when is not None:
        told = any(
            one.date is not None and one.date.when == own.when and one.date.kind == "since" for one in chart.dates
        )
        return Dated(when=since(own.when), context=own.context) if told else own
    return standing_date(chart, discourse, anchor) if not chart.dates else date_of(chart, anchor, limit=160) or Dated()


def _seat(chart: Chart, one: Mention, event: str) -> Mention | None:
    """The city an envoy sits in; where one is recalled, the city he leaves ("from Minsk")."""
    roles = ("in", "to", "", "from") if event in ("recalled", "expelled") else ("in", "to", "")
    cities = [
        city
        for city in chart.kind("city")
        if city.role in roles
        and not chart.near_cue(city, "fact.nonresident", _RESIDING)
        and (one.start <= city.start <= one.end or city.distance(one) <= _PLACE_REACH)
    ]
    left = [city for city in chart.kind("city") if city.role == "from"] if event == "recalled" else []
    return chart.nearest(one, left or cities, limit=_PLACE_REACH) or next(
        (city for city in cities if one.start <= city.start <= one.end), None
    )


def _own_hosts(chart: Chart, one: Mention, hosts: Sequence[Mention]) -> list[Mention]:
    """The hosts that are not said of an envoy named later in a list; the one said with "to" within the post.

    "X, ambassador of A, and Y, ambassador of B to C, resident in D" tells nothing of where X is.
    """
    posted = [
        actor for actor in chart.actors if actor.start > one.start and actor.actor and actor.actor.post and actor.ids
    ]
    stop = posted[0].start if posted else len(chart.text)
    near = [host for host in hosts if host.start < stop]
    aimed = [host for host in near if host.role == "to" and one.start <= host.start < one.end]
    return aimed or near


def _accredited_to(chart: Chart, one: Mention, hosts: Sequence[Mention]) -> Mention | None:
    """The host right behind "accredited to", which counts more than the post's own: "Ambassador to India, also …"."""
    for cue in chart.cues("verb.accredit"):
        near = [host for host in hosts if cue.start >= one.end and 0 <= host.start - cue.end <= _RIGHT_BEHIND]
        if near:
            return near[0]
    return None


def _accepting(chart: Chart, discourse: Discourse, one: Mention) -> Found:
    """Who accepts credentials: the state of the head of state or minister in the sentence, or the home state."""
    heads = [head for head in chart.actors if head.actor is not None and head.actor.office in _ACCEPTING]
    near = chart.nearest(one, heads)
    if near is None or not one.ids:
        return Found()
    return found([near]) if near.ids else discourse.at_home(chart.pack.home, one.ids[0])


def _presented_to(chart: Chart, one: Mention) -> Mention | None:
    """Who received an envoy's credentials: the one in office, or the government, of another party."""
    others = [other for other in chart.actors if other.actor is not None and other.actor.office and other.ids]
    others = [other for other in others if not set(other.ids) & set(one.ids)]
    near = chart.nearest(one, others, limit=_REACH)
    if near is not None:
        return near
    for cue in chart.cues("noun.government"):
        owner = owner_of(chart, cue)
        if owner is not None and not set(owner.ids) & set(one.ids):
            return owner
    return None


def _drifts(discourse: Discourse) -> bool:
    """Whether a text is on no two parties as such, so that "our ambassador" may sit with anybody."""
    return discourse.topic is None or len(discourse.topic.ids) != 2


def _lone(discourse: Discourse, party: str) -> Spoken | None:
    """The one party that a document is about, where it is not this one."""
    topic = discourse.topic
    return topic if topic is not None and len(topic.ids) == 1 and party not in topic.ids else None


def _ends(
    chart: Chart,
    discourse: Discourse,
    one: Mention,
    city: Mention | None,
    *,
    event: str,
    host: Mention | None = None,
    told: bool = False,
) -> Found:
    """Sender and receiver: whose envoy, and where: the seat's country, a country named "to" or "in", else the other."""
    receiver = Found(ids=(city.country,)) if city is not None and city.country else Found()
    if host is not None and not receiver.ids:
        receiver = found([host])
    owner = [party for party in one.ids if party not in receiver.ids]
    if not receiver.ids:
        inner = [party for party in chart.kind("party") if one.start <= party.start and party.end <= one.end]
        hosts = [
            party
            for party in (*chart.parties, *inner, *chart.kind("organization"))
            if party.role in ("to", "in") and party.ids and party.ids[0] not in owner and party.form != "adjective"
        ]
        near = _accredited_to(chart, one, hosts) or chart.nearest(one, _own_hosts(chart, one, hosts), limit=_REACH)
        receiver = found([near]) if near is not None else Found()
    if event == "credentials" and not receiver.ids:
        receiver = _accepting(chart, discourse, one)
    context = (*one.context, *receiver.context)
    by = [actor for actor in chart.actors if actor.role == "by" and len(actor.ids) == 1 and actor is not one]
    if receiver.ids and not owner and by and by[0].ids != receiver.ids:
        owner = list(by[0].ids)
    if owner and not receiver.ids and not ("deixis.we" in one.classes and _drifts(discourse)):
        other = discourse.other_than(owner[0]) or (_lone(discourse, owner[0]) if told else None)
        if other is not None:
            receiver, context = Found(ids=other.ids), (*context, *other.context())
    if receiver.ids and not owner:
        other = discourse.other_than(receiver.ids[0]) or (_lone(discourse, receiver.ids[0]) if told else None)
        if other is not None:
            owner, context = list(other.ids), (*context, *other.context())
    if event == "credentials" and not owner and not receiver.ids:
        other = discourse.other_than(chart.pack.home) if chart.pack.home else None
        if other is not None:
            owner, receiver, context = [chart.pack.home], Found(ids=other.ids), (*context, *other.context())
    if len(owner) != 1 or len(receiver.ids) != 1 or owner[0] == receiver.ids[0]:
        return Found()
    return Found(ids=(owner[0], receiver.ids[0]), context=context)
