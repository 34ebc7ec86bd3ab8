"""Which post a sentence is about: the one somebody takes, not the one he had when he took it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.claims.clauses.relative import leads
from comity.claims.frames.appointment.sent_out import sending, sent_out
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_RIGHT_BEHIND = 8
_NAMED_SO = 90
_SEAT = 6
_ARTICLE = 5
_PROMOTED = 12
_LAST = 1965  # the last legations became embassies about then


def posted(chart: Chart) -> Iterator[Mention]:
    """The actors, a minister who presents credentials being an envoy: "when Minister Lucius Foote presented his …"."""
    for one in _two_posts(chart):
        actor = one.actor
        behind = [verb for verb in chart.cues("verb.credentials") if 0 < verb.start - one.end <= _RIGHT_BEHIND]
        named = actor is not None and actor.person and not one.form
        behind = behind or _credentials_of(chart, one)
        known = named or (one.ids and leads(chart.pack) and " " not in _title(chart, one) and _is_early(chart))
        if actor is not None and known and actor.office == "minister" and not actor.post and behind:
            yield replace(one, actor=replace(actor, post="envoy", office=""))
            continue
        if (
            actor is not None
            and actor.office == "minister"
            and (_as_minister(chart, one) or _sent_abroad(chart, one) or _posted_there(chart, one) or _sent(chart, one))
        ):
            yield replace(one, actor=replace(actor, post="envoy", office=""))
            continue
        yield one


def _credentials_of(chart: Chart, one: Mention) -> list[Mention]:
    """The verb right before somebody whose credentials it takes: "accepted the credentials of | Minister X"."""
    taken = [verb for verb in chart.cues("verb.credentials") if 0 < one.start - verb.end <= _ARTICLE]
    return taken if leads(chart.pack) else []


def _two_posts(chart: Chart) -> Iterator[Mention]:
    """The actors, a nameless post coupled with a named man's being his too: "Minister | and Consul John Doe"."""
    actors = chart.actors
    for at, one in enumerate(actors):
        other = actors[at + 1] if at + 1 < len(actors) else one
        first, second = one.actor, other.actor
        if first is not None and second is not None and first.post and second.post and second.person:
            gap = chart.text[one.end : other.start].split()
            coupled = len(gap) == 1 and gap[0].lower() in chart.pack.joiners
            if coupled and not first.person and not set(other.ids) - set(one.ids):
                yield replace(one, actor=replace(first, person=second.person))
                continue
        yield one


def _sent_abroad(chart: Chart, one: Mention) -> bool:
    """Whether a bare minister sits in another state's city: "Iceland's first | minister | in Copenhagen"."""
    if not leads(chart.pack) or not one.ids or chart.has("office.foreign-minister"):
        return False
    told = chart.within(chart.cues("verb.appoint", "verb.credentials", "verb.recall"), *chart.clause(one.start))
    seats = [city for city in chart.kind("city") if city.role == "in" and 0 < city.start - one.end <= _SEAT]
    return bool(told and seats) and seats[0].country not in one.ids and " " not in _title(chart, one)


def _sent(chart: Chart, one: Mention) -> bool:
    """Whether a bare minister is sent, or comes as such, in the days of legations: "| sent its first | minister"."""
    if one.actor is None or " " in _title(chart, one) or not _is_early(chart):
        return False
    envoy = replace(one, actor=replace(one.actor, post="envoy", office=""))
    named = bool(one.actor.person) and leads(chart.pack) and sending(chart, envoy, "verb.appoint") is not None
    arrived = [cue for cue in chart.cues("verb.appoint") if 0 < one.start - cue.end <= _ARTICLE]
    said = any(chart.text[: cue.end].split()[-1].lower() in chart.pack.contents for cue in arrived)
    return named or (said and leads(chart.pack)) or sent_out(chart, envoy) is not None


def _is_early(chart: Chart) -> bool:
    """Whether all the days of a sentence that has one are of the time of legations."""
    days = [day.date.when.start for day in chart.dates if day.date is not None and day.date.when.start is not None]
    return bool(days) and all(day.year.isdecimal() and int(day.year) < _LAST for day in days)


def _posted_there(chart: Chart, one: Mention) -> bool:
    """Whether a bare minister is named to a town or land abroad, in the days of legations: "became | minister | there".

    Also "took up residence in Athens as the first American | minister". Refuses a town that leads the sentence.
    """
    named = one.actor is not None and one.actor.person
    if not leads(chart.pack) or not _is_early(chart) or named or " " in _title(chart, one):
        return False
    if chart.has("office.foreign-minister"):
        return False
    start, end = chart.clause(one.start)
    told = chart.within(chart.cues("verb.appoint"), start, one.start)
    if not told:
        return False
    places = [*chart.kind("city"), *(it for it in chart.kind("party") if it.form not in ("adjective", "deixis"))]
    places = [it for it in chart.within(places, told[-1].start, end) if it.role in ("in", "to")]
    near = [it for it in places if it.start < one.start or it.start - one.end <= _SEAT]
    abroad = [it for it in near if not set(one.ids) & {it.country, *(it.ids if it.kind == "party" else ())}]
    return bool(abroad)


def _title(chart: Chart, one: Mention) -> str:
    """The words of a minister's title: "minister", "minister of trade"."""
    cues = [cue for cue in chart.cues("office.minister") if one.start <= cue.start < one.end]
    return chart.text[cues[0].start : cues[0].end] if cues else " "


def _as_minister(chart: Chart, one: Mention) -> bool:
    """Whether somebody presented credentials as a minister: "credentials | as | Soviet minister", "as Minister"."""
    if one.actor is None or one.actor.person:
        return False
    told = any(0 <= one.start - verb.end <= _NAMED_SO for verb in chart.cues("verb.credentials"))
    words = [word.lower() for _, word in left_words(chart.text, one.start, 2)]
    bare = leads(chart.pack) and " " not in _title(chart, one)
    return told and (bool(one.ids) or bare) and any(word in chart.pack.contents for word in words)


def risen(chart: Chart, actors: Iterable[Mention]) -> Iterator[Mention]:
    """The actors, one who takes a post "as" something having that post: "A, Minister to B, presented … as Ambassador".

    The post behind "as", which names nobody, is then not one of its own, nor what a joiner couples with it.
    """
    listed = list(actors)
    taken: set[int] = set()
    taken_over: set[int] = set()
    out = []
    for one in listed:
        last = _named_to(chart, one, listed) or _presented_as(chart, one, listed)
        if last is not None and last.actor is not None and one.actor is not None:
            taken.add(one.start)
            named = replace(last.actor, person=one.actor.person)
            out.append(replace(last, actor=named, ids=last.ids or one.ids))
            taken_over.add(last.start)
            continue
        later = _taken_as(chart, one, listed)
        if later is not None and one.actor is not None and later.actor is not None:
            coupled = [other for other in listed if later.group >= 0 and other.group == later.group]
            taken |= {other.start for other in coupled if other is not later}
            actor = replace(one.actor, post=later.actor.post, office="")
            hosted = any(later.start <= party.start < later.end for party in chart.kind("party"))
            span = later if hosted and leads(chart.pack) else one  # "… à Banjul, est nommé | ambassadeur au Maroc"
            taken_over.add(later.start)
            out.append(replace(one, start=span.start, end=span.end, ids=one.ids or later.ids, actor=actor))
        else:
            out.append(one)
    bare = {id(one) for one in listed if one.start in taken_over}
    yield from (one for one in out if one.start not in taken and id(one) not in bare)


def _named_to(chart: Chart, one: Mention, actors: Iterable[Mention]) -> Mention | None:
    """The post that an envoy is named to behind his name: "ernannte Botschafter X zum | Botschafter in Peru"."""
    who = one.actor
    verbs = [verb for verb in chart.cues("verb.appoint") if 0 <= one.start - verb.end <= _NAMED_SO]
    if who is None or not who.post or not who.person or not verbs or not chart.pack.inverts:
        return None
    _, end = chart.clause(one.start)
    for later in actors:
        bare = later.actor is not None and later.actor.post and not later.actor.person
        words = [word.lower() for _, word in left_words(chart.text, later.start, 3)]
        if bare and one.end < later.start < end and any(chart.pack.before.get(word) == "to" for word in words):
            return later
    return None


def _presented_as(chart: Chart, one: Mention, actors: Iterable[Mention]) -> Mention | None:
    """The post, its receiver in it, as which an envoy presents credentials: "… presented … as | ambassador to Y".

    Where the verb leads, it stands behind the credentials in the indefinite: «قدم سفير X أوراق اعتماده | سفيرا لدى Y».
    """
    who, verbs, verb_first = one.actor, chart.cues("verb.credentials"), chart.pack.order == "vso"
    if who is None or not who.post or not who.person or not one.ids or not (verb_first or leads(chart.pack)):
        return None
    told = [verb for verb in verbs if 0 < verb.start - one.end <= _RIGHT_BEHIND]
    for later in actors if told else ():
        bare = later.actor is not None and later.actor.post == who.post and not later.actor.person and not later.ids
        gap = chart.text[told[0].end : later.start].split()
        joined = not gap if verb_first else len(gap) == 1 and gap[0].lower() in chart.pack.contents
        to = [it for it in chart.kind("party") if later.start <= it.start < later.end and it.role in ("to", "in")]
        if bare and later.start >= told[0].end and joined and to:
            return later
    return None


def _taken_as(chart: Chart, one: Mention, actors: Iterable[Mention]) -> Mention | None:
    """The post that somebody on a post is said to take behind a verb: "was appointed | as | U.S. Ambassador"."""
    held = one.actor is not None and (one.actor.post or one.actor.office == "minister")
    if one.actor is None or not held or not one.actor.person or chart.pack.order != "svo":
        return None
    verbs = [
        verb for verb in chart.cues("verb.credentials", "verb.appoint") if 0 < verb.start - one.end <= _RIGHT_BEHIND
    ]
    raised = [verb for verb in chart.cues("verb.raise") if 0 < verb.start - one.end <= _RIGHT_BEHIND]
    for later in actors if raised and leads(chart.pack) else ():  # "was promoted to | Ambassador | and presented …"
        named = later.actor is not None and later.actor.post and not later.actor.person
        if named and 0 < later.start - raised[0].end <= _PROMOTED:
            return later
    for later in actors if verbs else ():
        actor = later.actor
        if actor is None or not actor.post or actor.person or not 0 < later.start - verbs[0].end <= _NAMED_SO:
            continue
        if has_any(chart.text[verbs[0].end : later.start], COMMAS):
            continue
        word = next((word.lower() for _, word in left_words(chart.text, later.start, 1)), "")
        bare = (
            leads(chart.pack) and later.start - verbs[0].end == 1 and later.ids != one.ids
        )  # "est nommé | ambassadeur"
        if word in chart.pack.contents or bare:
            return later
    return None


def only_held(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a bracket only tells which posts somebody had: "Adams (the former Minister to A) was nominated …"."""
    aside = chart.aside(one.start)
    return chart.pack.order == "svo" and aside is not None and aside != chart.aside(verb.start)
