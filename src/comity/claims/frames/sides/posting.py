"""Whose envoy somebody is, and to whom: by owner, seat, host, and the two in question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.context.guides import usual_ends
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.sides.owners import owner_of, seat_state
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import SEMICOLONS, SPACED_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.model.selector import Selector

_REACH = 160
_RIGHT_BEHIND = 8
_ALSO = 60
_LIVING = 3
_LIST = 2
_OFFICE = 60
_EARLIER = 90
_DEEDS = ("verb.appoint", "verb.credentials", "verb.accredit", "verb.recall")
ACCEPTING = ("head-of-state", "head-of-government", "foreign-minister", "other")


def lives_there(chart: Chart, place: Mention) -> bool:
    """Whether a place is only where an envoy to others lives: "the new envoy of Kenya, resident in | Vienna"."""
    for cue in chart.cues("fact.resides"):
        low, high = sorted((cue, place), key=lambda one: one.start)
        if (
            low.end <= high.start + 1
            and high.start - low.end <= _LIVING
            and not has_any(chart.text[low.end : high.start], SEMICOLONS)
        ):
            return True
    return False


def _served_before(chart: Chart, one: Mention, place: Mention) -> bool:
    """Whether an envoy was at a place earlier: "X, who has | served in | Libya and Georgia, presented …"."""
    first = min((other.start for other in chart.group_of(place)), default=place.start)
    told = [cue for cue in chart.cues("mark.earlier") if one.start <= cue.start and cue.end <= first]
    verbs = [cue for cue in chart.cues("post", "office", *_DEEDS) if told and told[-1].end <= cue.start < first]
    return bool(told) and first - told[-1].end <= _EARLIER and not verbs


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


def _shared_host(chart: Chart, one: Mention, owner: Sequence[str]) -> Found:
    """Where all of a list are sent, told behind the last of them: «سفيرا لتونس، وفلان سفيرا للبرتغال | لدى السلطنة»."""
    posted = [actor for actor in chart.actors if actor.actor is not None and actor.actor.post and actor.ids]
    if chart.pack.order != "vso" or len(posted) < _LIST or one is posted[-1]:
        return Found()
    hosts = [party for party in chart.kind("party") if party.role == "in" and party.start > posted[-1].start]
    return found([host for host in hosts if not set(host.ids) & set(owner)][:1])


def _hosted(one: Mention, hosts: Sequence[Mention]) -> bool:
    """Whether a post itself says where it is: "Embajador | en Noruega |, concurrente en Islandia"."""
    return any(one.start <= host.start < one.end for host in hosts)


def _accredited_to(chart: Chart, one: Mention, hosts: Sequence[Mention]) -> Mention | None:
    """The host right behind "accredited to", which counts more than the post's own: "Ambassador to India, also …"."""
    for cue in chart.cues("verb.accredit"):
        told = cue.start >= one.end and cue.start - one.end <= _ALSO
        near = [host for host in hosts if told and 0 <= host.start - cue.end <= _RIGHT_BEHIND]
        if near:
            return near[0]
    return None


def _accepting(chart: Chart, discourse: Discourse, one: Mention) -> Found:
    """Who accepts credentials: the state of the head of state or minister in the sentence, or the home state."""
    heads = [head for head in chart.actors if head.actor is not None and head.actor.office in ACCEPTING]
    near = chart.nearest(one, heads)
    told = discourse.recent_ceremony()
    if one.ids and told is not None and told.ids != one.ids and (near is None or not near.ids):
        return Found(ids=told.ids, context=told.context())
    if near is None or not one.ids:
        return Found()
    senders = {who.ids for who in chart.actors if who.actor is not None and who.actor.post and who.ids}
    if not near.ids and len(senders) > 1 and chart.pack.home and (chart.pack.home,) not in senders:
        return Found(ids=(chart.pack.home,))  # to whom envoys of many come is whose page it is
    return found([near]) if near.ids else discourse.at_home(chart.pack.home, one.ids[0])


def presented_to(chart: Chart, one: Mention) -> Mention | None:
    """Who received an envoy's credentials: the one in office, or the government, of another party."""
    others = [other for other in chart.actors if other.actor is not None and other.actor.office and other.ids]
    others = [other for other in others if not set(other.ids) & set(one.ids)]
    near = chart.nearest(one, others, limit=_REACH)
    if near is not None:
        return near
    for body in chart.kind("party"):
        if body.form == "government" and body.role == "to" and len(body.ids) == 1 and not set(body.ids) & set(one.ids):
            return body
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
    lone = topic is not None and len(topic.ids) == 1 and party not in topic.ids and not discourse.is_guessed()
    return topic if lone else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Envoy:
    """An envoy whose sender and receiver are looked for: what is told of one, and whether a verb and a name tell it."""

    one: Mention
    event: str
    told: bool
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends:
    """What is known so far of who sends an envoy and who receives one."""

    owner: tuple[str, ...]
    receiver: tuple[str, ...]
    context: tuple[Selector, ...]


def ends_of(
    chart: Chart,
    discourse: Discourse,
    one: Mention,
    city: Mention | None,
    *,
    event: str,
    host: Mention | None = None,
    told: bool = False,
    named: bool = False,
) -> Found:
    """Sender and receiver: whose envoy, and where: the seat's country, a country named "to" or "in", else the other."""
    envoy = _Envoy(one=one, event=event, told=told, named=named)
    body = one.actor is not None and one.actor.post == "permanent-representative"
    seat = Found(ids=(city.country,)) if city is not None and city.country and not body else Found()
    if host is not None and not seat.ids:
        seat = found([host])
    owner = tuple(party for party in one.ids if party not in seat.ids)
    receiver = seat if seat.ids else _receiver(chart, discourse, envoy)
    if body and not receiver.ids:
        receiver = found([at for at in chart.kind("organization") if one.start <= at.start and at.end <= one.end])
    ends = _Ends(owner=owner, receiver=receiver.ids, context=(*one.context, *receiver.context))
    for known in (_sent_by, _received_by_the_other, _of_the_last, _sent_by_the_other, _at_home):
        ends = known(chart, discourse, envoy, ends)
    if not ends.owner and not ends.receiver:
        return _of_a_mission(chart, discourse, envoy)
    if len(ends.owner) != 1 or len(ends.receiver) != 1 or ends.owner == ends.receiver:
        return Found()
    return Found(ids=(ends.owner[0], ends.receiver[0]), context=ends.context)


def _receiver(chart: Chart, discourse: Discourse, envoy: _Envoy) -> Found:
    """Where an envoy is sent, by a state or body named "to" or "in"; of credentials also by who takes them."""
    one, event = envoy.one, envoy.event
    named = seat_state(chart, one)
    inner = [party for party in chart.kind("party") if one.start <= party.start and party.end <= one.end]
    hosts = [
        party
        for party in (*chart.parties, *inner, *chart.kind("organization"))
        if (
            party.role in ("to", "in")
            or (party.role == "from" and event in ("recalled", "ended"))
            or party is named
            or _sent_from(chart, party, event)
        )
        and party.ids
        and party.ids[0] not in one.ids
        and party.form != "adjective"
        and not (lives_there(chart, party) and not discourse.is_in_question(party.ids[0]))
        and not _served_before(chart, one, party)
    ]
    also = _accredited_to(chart, one, hosts) if event != "holds" or not _hosted(one, hosts) else None
    near = also or chart.nearest(one, _own_hosts(chart, one, hosts), limit=_REACH)
    receiver = found([near]) if near is not None else Found()
    if event == "credentials" and not receiver.ids:
        receiver = _shared_host(chart, one, list(one.ids))
    if event == "credentials" and not receiver.ids:
        receiver = _accepting(chart, discourse, one)
    return receiver


def _sent_from(chart: Chart, party: Mention, event: str) -> bool:
    """Whether an envoy is sent away from a state that "of" leads to: "a été expulsé | du Burundi"."""
    if event != "expelled" or party.role != "of":
        return False
    verbs = [one for one in chart.cues("verb.expel") if 0 <= party.start - one.end <= _RIGHT_BEHIND]
    return any(not is_verbal_noun(chart, one) for one in verbs)


def _sent_by(chart: Chart, discourse: Discourse, envoy: _Envoy, ends: _Ends) -> _Ends:
    """With the sender by whom the deed is said to be: "was appointed ambassador to A | by the President of B"."""
    by = [actor for actor in chart.actors if actor.role == "by" and len(actor.ids) == 1 and actor is not envoy.one]
    if ends.receiver and not ends.owner and by and by[0].ids != ends.receiver:
        return replace(ends, owner=by[0].ids)
    return ends


def _received_by_the_other(chart: Chart, discourse: Discourse, envoy: _Envoy, ends: _Ends) -> _Ends:
    """With the receiver that is the other of the two a text is about."""
    if not ends.owner or ends.receiver or ("deixis.we" in envoy.one.classes and _drifts(discourse)):
        return ends
    other = discourse.other_than(ends.owner[0]) or (_lone(discourse, ends.owner[0]) if envoy.told else None)
    if other is None or _among_strangers(chart, envoy.event, {*ends.owner, *other.ids}):
        return ends
    return replace(ends, receiver=other.ids, context=(*ends.context, *other.context()))


def _of_the_last(chart: Chart, discourse: Discourse, envoy: _Envoy, ends: _Ends) -> _Ends:
    """With both ends of the mission told last, where a title alone goes on with it: "现任大使…", "…开馆；首任大使…"."""
    if ends.owner or ends.receiver or chart.pack.spaced:
        return ends
    here = discourse.posts.ends_at(discourse.sentence)
    if here and any(0 <= envoy.one.start - cue.end <= 0 for cue in chart.cues("fact.first")):
        return _Ends(owner=here[:1], receiver=here[1:], context=ends.context)
    if not chart.near_cue(envoy.one, "verb.serve", 0):
        return ends
    last = discourse.posts.last_between(discourse.sentence, discourse.topic.ids if discourse.topic else ())
    if last is None:
        return ends
    return _Ends(owner=(last.sender,), receiver=(last.receiver,), context=(*ends.context, *last.context))


def _sent_by_the_other(chart: Chart, discourse: Discourse, envoy: _Envoy, ends: _Ends) -> _Ends:
    """With the sender that is the other of the two a text is about."""
    if not ends.receiver or ends.owner:
        return ends
    guessed = not chart.pack.spaced and discourse.is_topic_guessed()  # "驻美大使X" of a text that began with France
    lone = _lone(discourse, ends.receiver[0]) if envoy.told and not guessed else None
    other = discourse.other_than(ends.receiver[0]) or lone or _last_subject(chart, discourse, envoy, ends)
    return ends if other is None else replace(ends, owner=other.ids, context=(*ends.context, *other.context()))


def _last_subject(chart: Chart, discourse: Discourse, envoy: _Envoy, ends: _Ends) -> Spoken | None:
    """Who did what the sentence before told, where this one only lists those named: "宣誓就职的有：驻比利时大使X"."""
    listed = not chart.pack.spaced and envoy.event == "appointed" and envoy.named and envoy.told
    head, told = discourse.recent_person() if listed else None, discourse.subject if listed else None
    if head is not None and head.actor is not None and head.actor.office in ACCEPTING and len(head.ids) == 1:
        told = Spoken(ids=head.ids, place=head.context[0] if head.context else None, at=discourse.sentence)
    recent = told is not None and len(told.ids) == 1 and discourse.sentence - told.at <= 1
    return told if recent and told is not None and not set(told.ids) & set(ends.receiver) else None


def _at_home(chart: Chart, discourse: Discourse, envoy: _Envoy, ends: _Ends) -> _Ends:
    """With both ends of credentials that name neither, where a text's own state sends: to the other it is about."""
    if envoy.event != "credentials" or ends.owner or ends.receiver:
        return ends
    home = discourse.home if discourse.home_shown else chart.pack.home
    other = discourse.other_than(home) if home else None
    if other is None:
        return ends
    return _Ends(owner=(home,), receiver=other.ids, context=(*ends.context, *other.context()))


def _of_a_mission(chart: Chart, discourse: Discourse, envoy: _Envoy) -> Found:
    """The ends of the mission that a sentence tells of, or the one before it, for an envoy of nobody who is named."""
    one = envoy.one
    if chart.pack.order == "vso" and any(_is_beside(chart, other, one) for other in chart.actors):
        return Found()
    posts = [other for other in chart.actors if other.actor is not None and other.actor.post]
    here = discourse.posts.told_at(discourse.sentence)
    titles = [cue for cue in chart.cues("post") if one.start <= cue.start < one.end]
    alone = not one.ids and len(titles) == len(chart.cues("mission")) == 1
    alone = alone and (chart.pack.spaced or (envoy.event == "holds" and envoy.named))
    alone = alone and not any(other is not one and other.start == one.start for other in chart.actors)
    if here is not None and alone:
        return Found(ids=(here.sender, here.receiver), context=here.context)
    ends = discourse.posts.ends_at(discourse.sentence) if envoy.event in ("credentials", "appointed") else ()
    if ends and envoy.told and envoy.named and len(posts) == 1 and leads(chart.pack):
        return Found(ids=ends)  # "the Legation at Tehran became an Embassy when X presented his letters as Ambassador"
    if not envoy.told or not envoy.named or envoy.event == "holds" or len(posts) > 1:
        return Found()
    takes_up = envoy.event == "credentials" or (envoy.event == "appointed" and chart.pack.postposes)
    last = discourse.posts.last_post(discourse.sentence) if takes_up else None
    forward = leads(chart.pack) or chart.pack.postposes
    only = last is not None and not discourse.guide and forward and discourse.posts.only_way(last)
    if last is not None and only and discourse.other_than(last.sender):
        return Found(ids=(last.sender, last.receiver), context=last.context)
    if last is not None and here is None and chart.pack.cases and chart.pack.order == "svo":
        return Found(ids=(last.sender, last.receiver), context=last.context)  # "… an embassy. The envoy, X, …"
    return _as_usual(discourse)


def _is_beside(chart: Chart, other: Mention, one: Mention) -> bool:
    """Whether an office stands before a bare title with a comma: «مساعد الوزير لشؤون النيل، | السفير فلان |»."""
    if other.actor is None or not other.actor.office or not 0 < one.start - other.end <= _OFFICE:
        return False
    words = chart.text[other.end : one.start].rstrip("".join(chart.pack.proclitics))
    verbs = chart.within(chart.cues("verb"), other.end, one.start)
    return words.rstrip().endswith(SPACED_COMMAS) and not verbs


def _among_strangers(chart: Chart, event: str, known: set[str]) -> bool:
    """Whether a sentence on who was named or dismissed names two states or more, none of them the one to be guessed."""
    before = min((cue.start for cue in chart.cues("mark.earlier")), default=len(chart.text))  # "who has | served in …"
    told = [one for one in chart.parties if not one.deictic and one.form != "adjective" and one.start < before]
    return event in ("appointed", "ended") and len({party for one in told for party in one.ids} - known) > 1


def _as_usual(discourse: Discourse) -> Found:
    """Whose envoy somebody is where no state is named: theirs whose embassies a text on two tells of above the other's.

    "The Legation in Kabul became an Embassy when Ely Palmer presented his credentials."
    """
    pair = discourse.the_pair()
    ends = usual_ends(discourse, pair.ids) if pair is not None and len(pair.ids) == 2 else ()
    return Found(ids=ends, context=pair.context() if pair is not None else ())
