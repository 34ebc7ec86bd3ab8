"""Whose mission is told of, and where: what a sentence says of it, else the two in question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.clauses.unnamed import NOBODY
from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.context.guides import usual_ends
from comity.claims.frames.mission.called_after import called_after_seat
from comity.claims.frames.mission.listed_senders import listed_senders
from comity.claims.frames.mission.of_it import of_it
from comity.claims.frames.mission.third_seats import with_its_seat
from comity.claims.frames.sides.exile import exiled_with
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.sides.owners import had_besides, leader_of, owner_of, seat_state
from comity.claims.frames.sides.senders import of_the_topic
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before

_TO_ORGANIZATION = ("permanent-mission", "delegation")
_REACH = 300
_BY = 44
_SENT_TO = 9
_BOTH = 2
_AUXILIARIES = 3
_BESIDE_OF = 8
_BELOW = frozenset({"mission.legation"})
_DEEDS = frozenset(f"verb.{name}" for name in ("recognise", "refuse", "sever", "sign", "visit", "join", "appoint"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One mission noun with what was found around it."""

    noun: Mention
    kind: str
    verb: Mention
    event: str
    cities: tuple[Mention, ...]
    via: str | None = None
    owner: Mention | None = None
    day: Mention | None = None
    dateless: bool = False
    host: str = ""


def from_elsewhere(chart: Chart, post: Post) -> Post:
    """The post with its host and the state it sits in, where both are said: "represented in A by its embassy in B".

    B lies in another state than A. Refuses a host that a comma or a joiner parts from the mission: it is another's.
    """
    city = post.cities[0] if len(post.cities) == 1 else None
    seated = with_its_seat(chart, post.noun, city) if not post.via else None
    if seated is not None:
        return replace(post, host=seated[0], via=seated[1])
    sent = _sent_to(chart, post, city)
    if sent is not None:
        return replace(post, host=sent.ids[0])
    if post.event != "exists" or city is None or not city.country or city.start < post.noun.end or post.via:
        return post
    if chart.pack.order != "svo" or not chart.pack.spaced:
        return post
    there = {one.start for one in chart.cues("deixis.there")}  # "L'Irlande | y | est représentée par son ambassade à …"
    hosts = [one for one in chart.parties if one.role == "in" and (not one.deictic or one.start in there)]
    hosts = [one for one in hosts if one.end <= post.noun.start]
    town = _in_town(chart, post)
    if town is not None and town.country != city.country:
        return replace(post, host=town.country, via=city.country)
    if not hosts or len(hosts[-1].ids) != 1 or hosts[-1].ids[0] == city.country or hosts[-1].form == "adjective":
        return post
    gap = chart.text[hosts[-1].end : post.noun.start].lower()
    if _one_of_several(chart, hosts[-1], post.noun):
        return replace(post, host=hosts[-1].ids[0], via=city.country)
    if len(gap) > _BY or has_any(gap, COMMAS + SEMICOLONS) or set(gap.split()) & chart.pack.joiners:
        return post
    return replace(post, host=hosts[-1].ids[0], via=city.country)


def _sent_to(chart: Chart, post: Post, city: Mention | None) -> Mention | None:
    """The state right behind a mission to which it is sent, where it sits in another: "embassy | to the Holy See"."""
    if city is None or not city.country or chart.pack.order != "svo" or not chart.pack.spaced:
        return None
    owner = owner_of(chart, post.noun)
    owned = owner is not None and owner.role == "of" and post.noun.end <= owner.start  # "the embassy of Brazil | to A"
    start = owner.end if owner is not None and owned else post.noun.end
    behind = (one for one in chart.parties if one.role == "to" and 0 < one.start - start <= _SENT_TO)
    state = next(behind, None)
    told = state is not None and len(state.ids) == 1 and not state.deictic and state.form != "adjective"
    return state if state is not None and told and state.ids[0] != city.country and state.end <= city.start else None


def _one_of_several(chart: Chart, host: Mention, noun: Mention) -> bool:
    """Whether a mission is the last of a list through which a state is represented: "in A through X and | its embassy".

    A joiner stands right before it and another mission between it and the marker behind the host.
    """
    words = chart.text[host.end : noun.start].lower().replace(",", " ").split()
    others = [one for one in chart.cues("mission", "verb.accredit") if host.end <= one.start < noun.start]
    led = bool(words) and chart.pack.before.get(words[0]) in ("via", "by")
    coupled = any(word in chart.pack.joiners for word in words[-2:])
    return led and coupled and bool(others)


def sender_of(chart: Chart, discourse: Discourse, post: Post) -> Found:
    """Whose mission it is: said beside the noun ("X's embassy", "embassy of X"), else the subject of the verb."""
    if post.owner is not None:
        return found([post.owner])
    listed = listed_senders(chart, post.noun)
    if listed.ids:
        return listed
    if _done_by_unnamed(chart, post.verb):
        return Found(ids=(NOBODY,))
    owner = owner_of(chart, post.noun) or had_besides(chart, post.noun)
    if owner is not None:
        return found(chart.group_of(owner))
    if called_after_seat(chart, post.noun) is not None:
        return Found()
    leading = _of_the_first(chart, post.noun) or leader_of(chart, post.noun)
    if leading is not None:
        return found([leading])
    if "verb.have" in post.verb.classes and any(
        one.role == "by" and post.verb.end <= one.start < post.noun.start for one in chart.parties
    ):  # "Iran was represented at first by Algeria and then by an Interests Section"
        before = [one for one in chart.parties if one.end <= post.verb.start and one.role == ""]
        return found(chart.group_of(before[-1])) if before else Found()
    subject = of_the_topic(chart, discourse, post.verb) or subject_of(chart, discourse, post.verb)
    if subject.ids:
        return subject
    others = [one for one in chart.cues("mission") if one is not post.noun]
    owners = [one for one in chart.parties if one.role == "of" and not _owns_another(one, others)]
    end = chart.clause(max(post.noun.start, post.verb.start))[1]
    near = chart.nearest(post.noun, [one for one in owners if one.start < end], limit=_REACH)
    return found(chart.group_of(near)) if near is not None else Found()


def _done_by_unnamed(chart: Chart, verb: Mention) -> bool:
    """Whether states that nobody names do it, right before the verb: "| 多个阿拉伯国家 | 关闭驻叙大使馆"."""
    low, _ = chart.clause(verb.start)
    before = [one for one in chart.within(chart.kind("party"), low, verb.start) if one.role == ""]
    return not chart.pack.spaced and bool(before) and NOBODY in before[-1].ids


def _of_the_first(chart: Chart, noun: Mention) -> Mention | None:
    """Whose mission leads a clause in which another joins it: "the | American | consulate was joined by a legation"."""
    if not leads(chart.pack):
        return None
    start, _ = chart.clause(noun.start)
    before = [one for one in chart.within(chart.cues("mission"), start, noun.start) if not one.form]
    joined = chart.within(chart.cues("verb.join"), before[0].end if before else noun.start, noun.start)
    return owner_of(chart, before[0]) if before and joined else None


def _owns_another(one: Mention, others: Sequence[Mention]) -> bool:
    """Whether an adjective stands right before another mission, or an owner right behind: "Embassy | of Pakistan |"."""
    if any(0 <= one.start - noun.end <= _BESIDE_OF for noun in others):
        return True
    return one.form == "adjective" and any(0 <= noun.start - one.end <= 1 for noun in others)


def ends_of(chart: Chart, discourse: Discourse, post: Post, sender: Found, city: Mention | None) -> Iterator[Found]:
    """Sender and receiver, as far as the sentence and the two in question tell; each in the other in "both"."""
    receiver = Found() if sender.ids or post.host else _receiver(chart, post, city)
    if len(receiver.ids) == _BOTH and _in_both(chart, post, receiver):
        yield from (replace(receiver, ids=ends) for ends in (receiver.ids, receiver.ids[::-1]))
    else:
        yield from _ends(chart, discourse, post, sender, city)


def _ends(chart: Chart, discourse: Discourse, post: Post, sender: Found, city: Mention | None) -> Iterator[Found]:
    if post.noun.form == "it":
        yield from of_it(chart, discourse, post.noun, city if post.event == "moved" else None)
        return
    seat = called_after_seat(chart, post.noun)
    away = found([seat]) if seat is not None and seat.kind == "party" else None
    receiver = Found(ids=(post.host,)) if post.host else _receiver(chart, post, city)
    if post.kind == "permanent-mission" and receiver.ids and not chart.kind("organization"):
        if discourse.headed is None:
            return  # at which of the organizations in Geneva, nobody says
        receiver = found([discourse.headed])
    receiver = away or exiled_with(chart, discourse, post.event, sender, city) or receiver
    apart = chart.pack.order == "svo" and chart.pack.spaced and owner_of(chart, post.noun) is not None
    if (apart or len(sender.ids) == _BOTH) and set(receiver.ids) <= set(sender.ids) and city is None:
        receiver = Found()  # "the closure of the American legation, but … in the United States"
    if _in_each_other(chart, sender, receiver):
        receiver = Found()
    whose = owner_of(chart, post.noun) if chart.pack.order == "sov" else None
    late = whose is not None and "deixis.we" not in post.noun.classes  # "Cezayir'in Tinduf'ta bürosu"
    if (late or (apart and leads(chart.pack))) and city is not None and city.country in sender.ids:
        return  # "the American legation in San Jose" is in none of America's
    known = discourse.missions.get(rank_classes(post.noun))
    if known is None and post.event in ("raised", "closed") and post.kind == "embassy" and not sender.ids:
        known = discourse.missions.get(_BELOW)  # "Elevation to Embassy Status, 1942": of the legation told of
    if known is not None and not receiver.ids and set(sender.ids) <= set(known.ids) and _is_done_to(chart, post):
        sender = Found()
    if known is not None and not receiver.ids and not sender.ids and _led_by_other(chart, post, known):
        return
    if known is not None and not receiver.ids and not sender.ids:
        single = not chart.text[post.noun.start : post.noun.end].lower().endswith(chart.pack.plurals or ("s",))
        yield replace(known, ids=(usual_ends(discourse, known.ids) if single else ()) or known.ids)
        return
    if discourse.row is not None and not sender.ids:
        if not receiver.ids:
            return
        host = receiver.ids[0]
        if host in discourse.row and len(discourse.row) == 2:
            yield Found(ids=(next(one for one in discourse.row if one != host), host))
        return
    senders = [one for one in sender.ids if one not in receiver.ids]
    context = (*sender.context, *receiver.context)
    if not senders and receiver.ids:
        other = discourse.other_than(receiver.ids[0]) or _lone_topic(chart, discourse, receiver.ids[0])
        if other is not None:
            senders, context = list(other.ids), (*context, *other.context())
    for one in senders:
        targets: Sequence[str] = receiver.ids
        extra = context
        if not targets:
            if len(sender.ids) == 2 and not (post.owner is None and _listed_owners(chart, discourse, post, sender)):
                targets = [party for party in sender.ids if party != one]
            else:
                other = discourse.other_than(one) or _lone_topic(chart, discourse, one)
                other = None if other is not None and _on_other_land(chart, post, {one, *other.ids}) else other
                targets = other.ids if other else ()
                extra = (*context, *(other.context() if other else ()))
        for target in targets:
            if target != one:
                yield Found(ids=(one, target), context=extra)


def _in_both(chart: Chart, post: Post, receiver: Found) -> bool:
    """Whether missions of nobody named are told of in both of two: "embassies were opened | in both capitals |"."""
    both = [one for one in chart.parties if one.deictic and one.role == "in" and one.ids == receiver.ids]
    word = chart.text[post.noun.start : post.noun.end].lower()
    return bool(both) and word.endswith(chart.pack.plurals or ("s",)) and post.owner is None


def _is_done_to(chart: Chart, post: Post) -> bool:
    """Whether a mission told of before is itself the subject: "A declared war; | the Legation was closed | that day".

    Who stands in the clause before did something else.
    """
    gap = chart.text[post.noun.end : post.verb.start] if post.noun.end <= post.verb.start else ","
    small = len(gap.split()) <= _AUXILIARIES and not has_any(gap, COMMAS + SEMICOLONS)
    return leads(chart.pack) and small and post.owner is None and owner_of(chart, post.noun) is None


def _in_each_other(chart: Chart, sender: Found, receiver: Found) -> bool:
    """Whether two are told to have a mission in "the other": each in each, "两国在 | 对方 | 均设有利益代表处"."""
    others = [one for one in chart.parties if one.deictic and one.ids == receiver.ids and one.role == "in"]
    return len(sender.ids) == 2 and len(receiver.ids) == 1 and receiver.ids[0] in sender.ids and bool(others)


def _on_other_land(chart: Chart, post: Post, known: set[str]) -> bool:
    """Whether a place before the mission is a third state's: "on Phuket, an island | of Thailand, Russia …"."""
    lands = [one for one in chart.parties if one.role in ("of", "in") and one.end <= post.noun.start]
    lands = [one for one in lands if one.form not in ("adjective", "demonym", "government") and not one.deictic]
    apart = [one for one in lands if not set(one.ids) & known and has_any(chart.between(one, post.noun), COMMAS)]
    return bool(apart) and bool(chart.pack.cases) and not post.cities


def _led_by_other(chart: Chart, post: Post, known: Found) -> bool:
    """Whether the clause of an unowned mission begins with another party's thing: "A British office was made | one"."""
    start, _ = chart.clause(post.noun.start)
    led = [one for one in chart.parties if start <= one.start < post.noun.start and not one.deictic]
    plain = chart.pack.order == "svo" and chart.pack.spaced and not chart.pack.inverts
    return plain and bool(led) and not any(set(one.ids) & set(known.ids) for one in led)


def _lone_topic(chart: Chart, discourse: Discourse, host: str) -> Spoken | None:
    """The one party a document is about, whose mission abroad an unowned one is."""
    topic = None if leads(chart.pack) and discourse.strayed() else discourse.topic
    return topic if topic is not None and len(topic.ids) == 1 and host not in topic.ids else None


def _receiver(chart: Chart, post: Post, city: Mention | None) -> Found:
    if post.kind in _TO_ORGANIZATION:
        bodies = chart.kind("organization")
        near = chart.nearest(post.noun, bodies)
        if near is not None:
            return found(_bodies_behind(chart, post.noun, near))
    if city is not None and city.country:
        return Found(ids=(city.country,))
    named = seat_state(chart, post.noun)
    if named is not None:
        return found([named])
    hosts = [one for one in chart.parties if one.role in ("in", "to") and one.form != "adjective"]
    hosts = [one for one in hosts if one.start < post.noun.start or ":" not in chart.text[post.noun.end : one.start]]
    late = [one for one in hosts if chart.pack.order == "sov" and one.end <= post.noun.start]  # "B'de elçiliği, C'de"
    near = chart.nearest(post.noun, late or [one for one in hosts if not _hosts_another(chart, post, one)])
    return found(chart.group_of(near)) if near is not None else Found()


def _listed_owners(chart: Chart, discourse: Discourse, post: Post, sender: Found) -> bool:
    """Whether two own missions in a list, not in each other: "hier sind die Botschaften | Sambias und Ugandas".

    The two that a document is about have theirs in each other.
    """
    owner = owner_of(chart, post.noun)
    pair = discourse.the_pair()
    spoken = pair is not None and set(pair.ids) == set(sender.ids)
    return owner is not None and owner.group >= 0 and owner.role == "of" and not owner.deictic and not spoken


def _in_town(chart: Chart, post: Post) -> Mention | None:
    """The town of who is told of, where a mission elsewhere represents: "in | Oslo | durch die Botschaft in Rom"."""
    start, _ = chart.clause(post.noun.start)
    if role_before(chart.text, post.noun.start, chart.pack)[0] != "by" or not chart.pack.inverts:
        return None
    towns = [
        one for one in chart.within(chart.kind("city"), start, post.noun.start) if one.role == "in" and one.country
    ]
    return towns[-1] if towns and post.noun.start - towns[-1].end <= _BY else None


def _bodies_behind(chart: Chart, noun: Mention, near: Mention) -> list[Mention]:
    """The organizations that a noun's own markers list behind it: "bei der UNO in Wien | und bei der OSZE".

    Only where no verb, no other mission and no semicolon stands between the first and the last.
    """
    stop = min(
        (one.start for one in chart.cues("verb", "mission", "post") if one.start > near.start),
        default=chart.clause(noun.start)[1],
    )
    behind = [one for one in chart.kind("organization") if near.end <= one.start < stop and one.role == near.role]
    cities = {one.ids for one in chart.within(chart.kind("city"), noun.end, stop)}
    return [near, *behind] if noun.end <= near.start and near.role in ("in", "to") and len(cities) <= 1 else [near]


def _hosts_another(chart: Chart, post: Post, one: Mention) -> bool:
    """Whether a verb of its own stands between a mission and a host: "closed … and never recognised … into A"."""
    between = [cue for cue in chart.cues("verb") if post.noun.end <= cue.start < one.start and cue != post.verb]
    told = [cue for cue in between if cue.classes & _DEEDS and not cue.classes & post.verb.classes]
    return chart.pack.order == "svo" and chart.pack.spaced and bool(told)


def rank_classes(noun: Mention) -> frozenset[str]:
    """The classes of mission that a noun names, without what else its form may mean."""
    return frozenset(label for label in noun.classes if label.startswith("mission."))
