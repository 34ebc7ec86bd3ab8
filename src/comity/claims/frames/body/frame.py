"""Joint bodies: a standing institution of two or more parties is founded, meets, ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.days.stretch import stretch
from comity.claims.days.text_span import names_its_text
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.agreement.named_texts import days_in_names
from comity.claims.frames.body.sitting import read_sittings
from comity.claims.frames.meeting.last_met import not_since
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.frames.times.attach import date_of, dated, event_date
from comity.claims.frames.times.by_member import dates_by_member
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.titles.reach import heads_of, title_at
from comity.model.roles import Body
from comity.model.when import When

_ACRONYM = 2
_VERBS = {"verb.end": "ended", "verb.found": "founded", "verb.convene": "met"}


def _agreed_on(chart: Chart, modality: str) -> bool:
    """Whether the sentence dates the signing of what plans the body, not the body."""
    return modality == "planned" and chart.has("verb.sign")


def _dated(chart: Chart, discourse: Discourse, verb: Mention, event: str) -> Dated:
    """ "Has worked since 2012" founds it in 2012; "has met 13 times since 1993" is a time that is still open."""
    own = event_date(chart, discourse, verb)
    said = date_of(chart, verb) if event == "met" else None
    if said is not None and said.when is not None and said.when.interval and said.when.end is None:
        return said
    return _on_day(own, event) or own


def _on_day(own: Dated | None, event: str) -> Dated | None:
    """What was founded "since" a day was so on it."""
    if event == "founded" and own is not None and own.when is not None and own.when.interval and own.when.end is None:
        return replace(own, when=When(own.when.start, None))
    return own


def _each_day(chart: Chart, own: Dated, event: str) -> list[Dated]:
    """The days of several sittings in a row: "met three times: in 2010 in Belgrade, in 2013 in Lisbon, in 2018 …"."""
    at = next((n for n, one in enumerate(chart.dates) if one.date is not None and one.date.when == own.when), -1)
    if event != "met" or at < 0:
        return []
    chain = [chart.dates[at]]
    for one in chart.dates[at + 1 :]:
        if not _only_places(chart, chain[-1].end, one.start) or chart.within(events(chart), one.end, _end(chart, one)):
            break
        chain.append(one)
    return [dated(one) for one in chain] if len(chain) > 1 else []


def _end(chart: Chart, one: Mention) -> int:
    return stretch(chart, one.start)[1]


def _only_places(chart: Chart, start: int, end: int) -> bool:
    """Whether nothing but cities, marks and joining words stands between two days."""
    cities = chart.within(chart.kind("city"), start, end)
    rest = chart.text[start:end]
    for one in cities:
        rest = rest.replace(chart.text[one.start : one.end], " ")
    known = chart.pack.joiners | chart.pack.light | chart.pack.before.keys() | set(chart.pack.after)
    words = [word.strip(",;–—-()") for word in rest.lower().split()]
    return all(not word or word in known or word.strip("'’") in known for word in words)


def _named_whole(chart: Chart, head: Mention | None, heads: Sequence[Mention]) -> Mention | None:
    """The name that an acronym in brackets stands behind: "Karma Ekonomik Komisyonu (KEK)"."""
    aside = chart.aside(head.start) if head is not None else None
    if head is not None and aside is None and chart.pack.order == "sov":  # "… Konseyi (YDSK) | mekanizması"
        behind = next((span for span in chart.asides if 0 <= head.start - span[1] <= 1), None)
        return next((one for one in heads if behind is not None and 0 <= behind[0] - one.end <= 1), head)
    if aside is None:
        return head
    return next((one for one in heads if 0 <= aside[0] - one.end <= 1), head)


def _sits_behind(chart: Chart, verb: Mention) -> bool:
    """Whether a cue only names the sitting that a verb tells of: "第四次会议拟于今年举行", «ستعقد دورتها»."""
    start, end = chart.clause(verb.start)
    told = [one for one in chart.within(chart.cues("verb.convene"), start, end) if one.start != verb.start]
    if chart.pack.order == "vso" and "noun.sitting" in verb.classes:
        told = [one for one in told if one.end <= verb.start and "noun.sitting" not in one.classes]
        return any(modality_of(chart, one) == "planned" for one in told)
    later = [one for one in told if one.start >= verb.end]
    return not chart.pack.spaced and "indicator.meetings" in verb.classes and bool(later)


def _counts_sittings(chart: Chart, verb: Mention) -> bool:
    """Whether a verb only tells how often a body has met: "1982年成立的委员会至今已 | 开会 | 41次".

    Where verbs come last, the number stands before it: "bugüne kadar 3 | toplantı | yapılmıştır".
    """
    counts = [one for one in chart.kind("quantity") if one.quantity and one.quantity.unit == "count"]
    if chart.pack.order == "sov":
        many = [one for one in counts if one.quantity and not one.quantity.ordinal and one.quantity.value != 1]
        return any(chart.text[one.end : verb.start] == " " and chart.text[one.start].isdecimal() for one in many)
    counts = [one for one in counts if 0 <= one.start - verb.end <= 1 and chart.text[one.start].isdecimal()]
    return not chart.pack.spaced and "verb.convene" in verb.classes and bool(counts)


def _cut_short(chart: Chart, head: Mention, start: int) -> bool:
    """Whether a body's bare noun is but the end of a longer word: "SICA | 外長 | 委員會"."""
    before = chart.text[start - 1 : start]
    told = (*chart.actors, *chart.cues("office"), *chart.kind("organization"))
    return not chart.pack.spaced and start == head.start and before.isalpha() and any(one.end == start for one in told)


def read_bodies(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that tells what became of a joint commission, council or group.

    "The joint commission, founded in 1972, met for the fifteenth time on 26 July 2013." → founded and met.
    """
    if not chart.has("body", "noun.sitting", "noun.nth"):
        yield from _of_it(chart, discourse)
        return
    sittings = list(_sittings(chart, discourse, drafts := list(_told(chart, discourse))))
    yield from sittings
    planned = [(one.roles, one.dated.when) for one in sittings if one.modality == "planned"]
    yield from (one for one in drafts if one.modality == "planned" or (one.roles, one.dated.when) not in planned)


def _of_it(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """That the body told of before was founded: "Fue creado por un memorando firmado el 4 de febrero de 2002"."""
    body = discourse.recent_body()
    verb = next(iter(chart.cues("verb.found")), None)
    if body is None or verb is None or not chart.pack.drops or chart.parties or chart.actors:
        return
    light = all(word in chart.pack.light | chart.pack.skip for word in chart.text[: verb.start].lower().split())
    own = event_date(chart, discourse, verb)
    if light and own.when is not None and chart.dates and not negated(chart, [verb]):
        roles = replace(body, event="founded")
        yield Draft(
            roles=roles,
            rule="body.of_it",
            dated=own,
            modality=modality_of(chart, verb),
            context=discourse.body_context(),
        )


def _sittings(chart: Chart, discourse: Discourse, told: list[Draft]) -> Iterator[Draft]:
    """The sittings that stand beside no body: of the one this sentence tells of, else one before it."""
    if not chart.has("noun.sitting", "noun.nth"):
        return
    own = [draft for draft in told if isinstance(draft.roles, Body)]
    if own:
        roles, context = own[0].roles, Found(context=own[0].context)
    elif chart.has("body") or (before := discourse.recent_body()) is None:
        return
    else:
        roles, context = before, Found(context=discourse.body_context())
    assert isinstance(roles, Body)
    planned = [one.dated.when for one in own if one.modality == "planned" and chart.pack.order == "vso"]
    for one in read_sittings(chart, roles, chart.cues("body"), context):
        if one.dated.when not in planned:  # «ستعقد اللجنة | دورتها المقبلة | في 2026»: what its verb tells
            yield one


def _told(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """What verbs tell of the bodies that a sentence names."""
    verbs = chart.cues(*_VERBS)
    texts = any(names_its_text(chart, one, verb) for one in chart.dates for verb in verbs)
    apart = {} if texts else dates_by_member(chart, verbs)
    for verb in verbs:
        if _sits_behind(chart, verb) or _counts_sittings(chart, verb):
            continue
        event = next(_VERBS[label] for label in _VERBS if label in verb.classes)
        modality = modality_of(chart, verb)
        last = not_since(chart, verb) if event == "met" and modality == "asserted" and negated(chart, [verb]) else None
        if modality == "asserted" and negated(chart, [verb]) and last is None:
            continue
        heads = heads_of(chart, verb, "body", [])
        head = _named_whole(chart, min(heads, key=lambda one: one.distance(verb), default=None), heads)
        if head is None:
            continue
        start, end = title_at(chart, head)
        if any(start <= one.start < end or 0 <= one.start - end <= _ACRONYM for one in chart.kind("organization")):
            continue  # "Foro de Cooperación Asia-Pacífico (APEC)"
        if _cut_short(chart, head, start):
            continue
        every = [found([one]) for one in chart.parties if one.deictic and len(one.ids) > 2]
        for pair in (every or pair_of(chart, discourse, head))[:1]:
            if len(pair.ids) >= 2:
                roles = Body(parties=tuple(sorted(pair.ids)), name=chart.text[start:end].strip(), event=event)
                own = last or _on_day(apart.get(verb.start), event) or _dated(chart, discourse, verb, event)
                if event == "met" and modality == "asserted" and own.when is None:
                    continue  # that it meets tells no sitting
                if event == "founded" and own.when is not None and own.when in days_in_names(chart):
                    continue  # "set up under the agreement | of 30 April 2001": some day after it
                days = [Dated()] if _agreed_on(chart, modality) else _each_day(chart, own, event) or [own]
                for day in days:
                    yield Draft(roles=roles, rule=f"body.{event}", dated=day, modality=modality, context=pair.context)
