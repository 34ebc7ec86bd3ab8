"""Missions: an embassy, consulate or other post of one party in another, per city; what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from comity.claims.clauses.led import none_of_another
from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.days.stretch import day_of_part, stretch
from comity.claims.factuality.aims import decided, only_aimed
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.mission.accredited import read_accredited, seat_country
from comity.claims.frames.mission.acting import acts
from comity.claims.frames.mission.bracketed_seats import bracketed_seats, unbracketed_seats
from comity.claims.frames.mission.cover_seats import belongs_to
from comity.claims.frames.mission.days import (
    day_of_each,
    of_what_is_there,
    on_its_own_day,
    since_beside,
    stands,
    there_since,
)
from comity.claims.frames.mission.gapped import read_gapped
from comity.claims.frames.mission.inserted import inserted_cities, read_inserted, without_inserted
from comity.claims.frames.mission.jubilee import opened_then
from comity.claims.frames.mission.led_by_towns import days_led
from comity.claims.frames.mission.opened_as import at_first_rank, first_ranks
from comity.claims.frames.mission.placed import remember_named
from comity.claims.frames.mission.posts import Post, from_elsewhere, rank_classes, sender_of
from comity.claims.frames.mission.ranks import Ladder, changed, find_ladders, rank_of, rank_within
from comity.claims.frames.mission.representing import also_represents
from comity.claims.frames.mission.seated_abroad import had_instead, sits_instead, without_denied
from comity.claims.frames.mission.seats import (
    cities_of,
    dated_cities,
    is_counted,
    is_spared,
    kept_until,
    left_for,
    moved_to,
    paired_before,
    paired_behind,
    reopened_in,
    seat_behind,
)
from comity.claims.frames.mission.sheltered import protector_of
from comity.claims.frames.mission.sites import sites_of
from comity.claims.frames.mission.strangers import done_by_somebody
from comity.claims.frames.mission.strung import begun, days_apart, its_own
from comity.claims.frames.mission.tellers import left_by, only_tells
from comity.claims.frames.mission.verbs import (
    HAPPENING,
    followed,
    held_besides,
    only_seated,
    says_of,
    standing,
    stands_above,
    verb_of,
    verbless,
)
from comity.claims.frames.sides.of_anchor import subject_of
from comity.claims.frames.sides.owners import has_here, owner_of
from comity.claims.frames.times.attach import dated as day_of
from comity.claims.frames.times.attach import event_date, since
from comity.claims.frames.times.background import lasted
from comity.claims.frames.times.by_member import dates_beside, dates_by_member
from comity.claims.frames.times.standing import standing_date, till_published
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.institutions import acts_for_itself
from comity.claims.states.places import only_a_place
from comity.model.roles import Mission

_SEATED = 40
_VERBS = {
    "verb.close": "closed",
    "verb.move": "moved",
    "verb.raise": "raised",
    "verb.lower": "lowered",
    "verb.open": "opened",
    "verb.have": "exists",
    "verb.follow": "opened",
}


def read_missions(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that has, opens, closes, moves or lacks a mission.

    "Ukraine has an embassy in Astana and a consulate-general in Almaty." → two missions that exist. Refuses a mission
    that is only a place or a speaker ("a concert at the embassy").
    """
    apart = inserted_cities(chart)
    chart = without_inserted(chart, apart)
    told = list(_told(chart, discourse))
    drafts = [*without_denied([*told, *read_inserted(apart, told), *sits_instead(chart, told)])]
    yield from (*drafts, *read_gapped(chart, discourse, drafts))
    yield from also_represents(chart, discourse)


def _told(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of the missions that are named as such."""
    first, nouns = first_ranks(chart, chart.cues("mission"))
    ladders = find_ladders(chart, nouns)
    steps = {rank.start for ladder in ladders for rank in ladder.ranks}
    nouns = [one for one in nouns if one.start not in steps]
    rungs = {chart.clause(ladder.verb.start) for ladder in ladders}
    climbing = [one for one in chart.cues("verb.raise", "verb.lower") if chart.clause(one.start) in rungs]
    chained = {second.start: first for first, second in pairwise(nouns) if belongs_to(chart, first, second)}
    if nouns:
        remember_named(chart, discourse, nouns)
    for noun in nouns:
        if noun.start in chained or is_counted(chart, noun) or stands_above(chart, noun) or acts(chart, noun):
            continue
        seat = next((second for second in nouns if chained.get(second.start) is noun), None)
        others = [one for one in nouns if one is not seat]
        via = seat_country(chart, seat) or protector_of(chart, noun)
        alone = discourse.row is not None and verbless(chart, discourse, noun)
        posts = [replace(post, via=via) for post in _posts(chart, noun, others, climbing, noted=alone)]
        posts += [post for ladder in ladders if ladder.noun is noun for post in _climbed(chart, ladder)]
        two = paired_before(chart, noun)
        posts = [replace(post, cities=(city,), owner=owner) for post in posts for city, owner in two] or posts
        posts = [from_elsewhere(chart, at_first_rank(post, first)) for post in _shared(chart, noun, others, posts)]
        for post in sorted(posts, key=lambda one: one.verb.start):
            yield from there_since(chart, noun, post.verb, _drafts(chart, discourse, post))
    acting = [cue for cue in chart.cues("verb.represent") if chart.within(nouns, *chart.clause(cue.start))]
    acting = [] if chart.has("mission.interests-section") else acting
    for cue in [*chart.cues("verb.accredit"), *acting]:
        yield from read_accredited(chart, discourse, cue, nouns)


def _shared(chart: Chart, noun: Mention, nouns: Sequence[Mention], posts: list[Post]) -> list[Post]:
    """The posts, those told of by an adjective alone behind their noun with them: «…, азербайджанское в Тбилиси»."""
    stop = min((one.start for one in nouns if one.start > noun.start), default=len(chart.text))
    pairs = paired_behind(chart, noun, stop)
    if len(pairs) > 1 and not posts:
        posts = [Post(noun=noun, kind=noun.kind_in("mission"), verb=noun, event="exists", cities=())]
    pairs = pairs if posts else []
    taken = {city.start for city, _ in pairs}
    kept = [replace(post, cities=tuple(one for one in post.cities if one.start not in taken)) for post in posts]
    kept = [post for post, whole in zip(kept, posts, strict=True) if post.cities or not whole.cities]
    kept = [post for post in kept if not (pairs and post.verb is noun and not post.cities)]
    for place, (city, owner) in enumerate(pairs):
        low, high = stretch(chart, owner.start)
        last = pairs[place + 1][1].start if place + 1 < len(pairs) and pairs[place + 1][1] != owner else stop
        day = next(iter(chart.within(chart.dates, city.end, min(last, chart.clause(owner.start)[1]))), None)
        verb = next(iter(chart.within(chart.cues(*_VERBS), low, high)), None) or posts[0].verb
        event = next(_VERBS[label] for label in _VERBS if label in verb.classes) if verb is not noun else "exists"
        event = "exists" if standing(verb) else event
        kept.append(replace(posts[0], verb=verb, event=event, cities=(city,), owner=owner, day=day))
    return kept


def _climbed(chart: Chart, ladder: Ladder) -> Iterator[Post]:
    """The mission once for each rank of a ladder, dated by what stands beside the rank."""
    event = "raised" if "verb.raise" in ladder.verb.classes else "lowered"
    end = ladder.ranks[-1].start
    cities = tuple(one for one in cities_of(chart, ladder.noun, [ladder.noun]) if one.start < end)
    for rank in ladder.ranks:
        verb = rank if len(ladder.ranks) > 1 else ladder.verb
        yield Post(noun=ladder.noun, kind=rank.kind_in("mission"), verb=verb, event=event, cities=cities)


def _posts(
    chart: Chart, noun: Mention, nouns: Sequence[Mention], climbing: Sequence[Mention], *, noted: bool
) -> Iterator[Post]:
    """The mission once for each thing that became of it: "was closed in 1984 and reopened in 2006"."""
    kind = noun.kind_in("mission")
    cities = tuple(cities_of(chart, noun, nouns))
    then = opened_then(chart, noun)
    if then is not None:
        yield Post(noun=noun, kind=kind, verb=noun, event="opened", cities=cities, day=then)
        return
    told = [
        verb
        for verb in chart.cues(*HAPPENING)
        if says_of(chart, noun, verb, nouns)
        and not stands(chart, verb)
        and not lasted(chart, verb)
        and verb not in climbing
        and not _in_other_brackets(chart, noun, verb)
        and not _of_another_town(chart, noun, verb)
    ]
    told = its_own(chart, noun, told) or followed(chart, noun)
    if not told and not only_seated(chart, noun):
        verb = verb_of(chart, noun, climbing)
        told = [verb] if verb is not None and not _in_other_brackets(chart, noun, verb) else []
    if kind != "honorary-consulate":  # "the embassy represents it in B, too": where it sits, says its seat
        told = [one for one in told if "verb.represent" not in one.classes]
    held = held_besides(chart, noun, told)
    rest = unbracketed_seats(chart, noun, told, cities)
    if rest:
        yield Post(noun=noun, kind=kind, verb=noun, event="exists", cities=rest)
    for verb in [*held, *told]:
        there = moved_to(chart, verb) if "verb.move" in verb.classes else seat_behind(chart, verb)
        again = reopened_in(chart, verb, cities) if verb in told[1:] else None
        if again is not None and again.country != cities[0].country:
            continue  # "shut in Belgrade and re-established in London": to whom it is there, its seat does not say
        cities = there or ((again,) if again is not None else cities)
        if "verb.move" not in verb.classes:
            cities = tuple(one for one in cities if one not in left_for(chart, verb, told))
        event = next(_VERBS[label] for label in _VERBS if label in verb.classes)
        if stands(chart, verb):
            event = "exists"
        if event in ("opened", "closed") and (
            left_by(chart, noun) or only_a_place(chart, noun) or _of_a_firm(chart, kind, verb)
        ):
            continue
        rank = rank_of(chart, noun, verb, nouns) if event in ("raised", "lowered") else noun
        step = rank_within(chart, noun, verb) if event in ("raised", "lowered") else None
        if rank is None or step == ("", ""):
            continue
        event = changed(event, noun.kind_in("mission"), rank.kind_in("mission")) if rank is not noun else event
        kind, event = step if step is not None else (rank.kind_in("mission"), event)
        if event == "raised" and kind == "legation" and rank is noun and noun.end <= verb.start:
            kind = "embassy"  # "the Legation was raised to the same rank": there is but one above it
        days = dated_cities(chart, noun) if event != "exists" and verb is told[-1] else []
        yield from (Post(noun=noun, kind=kind, verb=verb, event=event, cities=(city,), day=day) for city, day in days)
        apart = [] if days else days_apart(chart, noun, event, cities)
        for city, day in apart:
            yield Post(noun=noun, kind=kind, verb=verb, event=event, cities=(city,), day=day, dateless=day is None)
        if not days and not apart:
            seats = bracketed_seats(chart, noun, verb, cities)
            yield Post(noun=noun, kind=kind, verb=verb, event=event, cities=seats)
    if not told and (noted or _bare(chart, noun, cities)):
        yield Post(noun=noun, kind=kind, verb=noun, event="exists", cities=cities)


def _in_other_brackets(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether noun and verb stand in a bracket each: "Paris (embassy), Strasbourg (consulate-general, closed 2009)".

    Or the verb's bracket is said of what stands before it: "six consulates (in …), two offices (in A, to be | raised)".
    """
    first, second = chart.aside(noun.start), chart.aside(verb.start)
    if first is None and second is not None and chart.asides[0] != second:
        return not 0 <= second[0] - noun.end <= _SEATED
    return first is not None and second is not None and first != second


def _of_another_town(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a clause that a town leads tells of another, the mission having a verb: "gibt es in A, | in B …"."""
    start, end = chart.clause(verb.start)
    if not chart.pack.inverts or start <= noun.start < end or verb.start < noun.start:
        return False
    own = chart.within(chart.cues("verb.have"), *chart.clause(noun.start))
    towns = [one for one in chart.within(chart.kind("city"), start, end) if one.role == "in"]
    return bool(own and towns) and chart.text[start : towns[0].start].strip().lower() in chart.pack.before


def _of_a_firm(chart: Chart, kind: str, verb: Mention) -> bool:
    """Whether an office that firms have, too, is one's: "the bank opened a representative office in Almaty"."""
    return kind in ("representative-office", "trade-office") and acts_for_itself(chart, verb)


def _bare(chart: Chart, noun: Mention, cities: Sequence[Mention]) -> bool:
    """Whether a language that needs no "is" says that the mission is there: an owner, a mission, a city, no verb."""
    start, end = chart.clause(noun.start)
    owner = owner_of(chart, noun)
    idle = not chart.within([*events(chart), *chart.cues("verb.accredit", "noun.anniversary")], start, end)
    owned = (
        owner is not None and start <= owner.start < end and (chart.pack.order != "vso" or has_here(chart, owner, noun))
    )
    owned = owned or any(one.role == "by" for one in chart.within(chart.parties, start, end))  # «у Италии в Ливане»
    return chart.pack.bare and idle and bool(cities) and owned


def _drafts(chart: Chart, discourse: Discourse, post: Post) -> Iterator[Draft]:
    modality = modality_of(chart, post.verb)
    event = post.event
    spared = is_spared(chart, post.noun) or none_of_another(chart, post.noun)
    spared = spared or had_instead(chart, post.verb, post.noun)
    if not spared and negated(chart, [post.verb, post.noun]) and modality == "asserted":
        if event not in ("exists", "opened") or (event == "opened" and chart.has("fact.idle")):
            return
        behind = post.verb.end <= post.noun.start and ": " in chart.between(post.verb, post.noun)
        if behind or any(is_spared(chart, one) for one in chart.cues("mission")):
            return  # "n'en a jamais eu à Oslo : | son ambassade à Stockholm"
        if not chart.pack.spaced and chart.clause(post.verb.start) != chart.clause(post.noun.start):
            return  # "领事馆门前…，可是 | 没有 | 人知道"
        event = "absent"
    if modality == "asserted" and post.event in ("opened", "closed", "raised", "lowered"):
        if only_aimed(chart, post.verb):
            return
        modality = "planned" if decided(chart, post.verb) else modality
    chained = chart.pack.order == "sov" and len(chart.cues(*HAPPENING)) > 1
    nouns = _of_clause(chart, post)
    led = days_led(chart, nouns, till_published(discourse) if event == "exists" else Dated())
    apart = led if led or chained else dates_by_member(chart, nouns) or dates_beside(chart, nouns)
    apart |= {at: day_of(one) for at, one in day_of_part(chart, post.noun, post.verb).items()}
    itself = event in ("raised", "lowered") or chart.attribute(post.verb.start) is not None
    dated = (None if itself else apart.get(post.noun.start)) or _date(chart, discourse, post, event)
    sender = sender_of(chart, discourse, post)
    if _done_by_nobody_known(chart, discourse, post):
        return
    for told in sites_of(chart, discourse, replace(post, event=event), sender):
        discourse.missions[rank_classes(post.noun)] = Found(ids=(told.sender, told.receiver), context=told.context)
        if post.via is None and event != "absent":
            discourse.posts.put_post(told, discourse.sentence)
        yield Draft(
            roles=Mission(
                sender=told.sender,
                receiver=told.receiver,
                kind=told.kind,
                event=event,
                city=told.city,
                city_id=told.city_id,
                via=post.via,
            ),
            rule=f"mission.{event}",
            dated=day_of_each(chart, post.verb, sender).get(told.sender, dated),
            modality=modality,
            context=told.context,
        )


def _done_by_nobody_known(chart: Chart, discourse: Discourse, post: Post) -> bool:
    """Whether neither the mission's owner nor who does it is a party, and an unknown noun does it: "Bayern hat …"."""
    told = post.owner is not None or owner_of(chart, post.noun) is not None
    return not told and done_by_somebody(chart, post.verb) and not subject_of(chart, discourse, post.verb).ids


def _of_clause(chart: Chart, post: Post) -> list[Mention]:
    """The missions that may have a date each: where verbs come last or clauses name nobody, those of the verb's."""
    nouns = chart.cues("mission")
    own = chart.within(nouns, *chart.clause(post.verb.start))
    return own if chart.pack.order == "sov" or (not chart.pack.spaced and len(own) == 1) else nouns


def _date(chart: Chart, discourse: Discourse, post: Post, event: str) -> Dated:
    if post.dateless:
        return Dated()
    if event not in ("exists", "absent"):
        told = day_of(post.day) if post.day is not None else event_date(chart, discourse, post.verb)
        return begun(chart, on_its_own_day(chart, post.verb, told)) if event == "opened" else told
    own = since_beside(chart, post.noun) if event == "exists" else None
    if own is not None:
        return day_of(own)
    said = post.noun if event == "absent" else post.verb  # "has no embassy, | but an office opened in 2015"
    held = standing_date(chart, discourse, said)
    held = till_published(discourse) if event == "absent" and of_what_is_there(chart, post.noun, held) else held
    dated = kept_until(held, post.day) if post.day is not None else held
    if dated.when is not None and not dated.when.interval and event == "exists":
        if dated.when.to_the_day and only_tells(chart, post):
            return till_published(discourse)  # "wie die Botschaft in Windhuk am 3. Mai | mitteilte |": there it was
        return Dated(when=since(dated.when), alternatives=(), context=dated.context)
    return dated
