"""Recognition: one party recognises another, refuses to, or takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.recognition.acknowledged import (
    by_a_number,
    by_somebody,
    come_from,
    dated_apart,
    dated_by_next,
    in_a_capacity,
    of_another_noun,
    second_half,
    sides_of_noun,
    somebody_else,
)
from comity.claims.frames.recognition.agents import agents_apart, days_of_agents
from comity.claims.frames.recognition.each_object import objects_by_day
from comity.claims.frames.recognition.mutual import both_ways
from comity.claims.frames.recognition.obtained import given
from comity.claims.frames.recognition.papers import of_a_paper, of_a_thing
from comity.claims.frames.recognition.recognised import lately, objects_of, passive_topic, spoken_of, told_of
from comity.claims.frames.recognition.recognised_aside import read_asides, recognised_asides, taken_aside
from comity.claims.frames.recognition.recognised_too import read_recognised_too
from comity.claims.frames.recognition.regime import broken_up, does_else, led_by_somebody, ruled
from comity.claims.frames.recognition.stately import gave_up, only_talked_of, takes_a_name, takes_no_state
from comity.claims.frames.recognition.taken import by_a_note, second_day, taken_beside, taken_from
from comity.claims.frames.recognition.turned_round import (
    by_endings,
    by_participle,
    decided_by_another,
    goes_on_with,
    turned,
)
from comity.claims.frames.recognition.waited import waited_for
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.sides.teller import told_by_us
from comity.claims.frames.times.attach import date_of, dated, event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import left_words
from comity.model.roles import Recognition
from comity.model.selector import Selector


def read_recognitions(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of all who recognise, with those told by a state and a day alone: "…, Croatia | on 19 March"."""
    drafts = list(_told(chart, discourse))
    yield from drafts
    yield from read_recognised_too(chart, drafts)


def _told(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which a party recognises, refuses or withdraws.

    "Kazakhstan did not recognise Kosovo and does not recognise Abkhazia and South Ossetia." → refused, three times.
    """
    seen: set[tuple[str, str, str]] = set()
    verbs = chart.cues("verb.recognise", "verb.unrecognise", "verb.refuse", *_taken_back(chart))
    verbs = [one for one in verbs if not _takes_else_back(chart, one)]
    last, doer = Found(), Found()
    asides = list(recognised_asides(chart))
    yield from read_asides(chart, discourse, asides)
    for verb in (one for one in verbs if not taken_aside(chart, one, asides)):
        if second_half(chart, verb, verbs) or _is_none(chart, discourse, verb):
            continue
        event, modality = _event(chart, verb)
        mutual = both_ways(chart, verb)
        taken = last
        last = mutual or _whom(chart, discourse, verb, event, last if verb is not verbs[0] else None)
        if last.ids:
            discourse.recognised, discourse.recognised_at = last.ids, discourse.sentence
        subjects, objects, event = _turned(
            chart, discourse, verb, (_who(chart, discourse, verb, last, mutual), last, event)
        )
        doer = subjects = doer if goes_on_with(chart, verb, subjects, taken) else subjects
        then = waited_for(chart, verb) if event == "refused" else None
        event = "recognised" if then is not None else event
        day = dated(then) if then is not None else _dated(chart, discourse, verb, event)
        every = [(one, two) for one in subjects.ids for two in objects.ids if one != two]
        pairs = [pair for pair in every if (*pair, event) not in seen]
        found = _Recognised(pairs=pairs, event=event, modality=modality, context=(*subjects.context, *objects.context))
        yield from _of_each(chart, verb, found, day)
        seen |= {(subject, other, event) for subject in subjects.ids for other in objects.ids}


def _is_none(chart: Chart, discourse: Discourse, verb: Mention) -> bool:
    """Whether a verb of recognising tells of no state's recognition: of a thing, by somebody, only talked of."""
    return (
        by_somebody(chart, verb)
        or of_a_thing(chart, verb)
        or of_a_paper(chart, verb)
        or in_a_capacity(chart, verb)
        or of_another_noun(chart, verb)
        or by_a_number(chart, verb)
        or takes_a_name(chart, verb)
        or (takes_no_state(chart, verb) and taken_beside(chart, verb) is None)
        or only_talked_of(chart, verb)
        or told_by_us(chart, discourse, verb, verb)
        or decided_by_another(chart, verb)
    )


def _whom(chart: Chart, discourse: Discourse, verb: Mention, event: str, last: Found | None) -> Found:
    """Who is recognised: named at the verb, by the verb before it (``last``), the page, what was spoken of before."""
    objects = Found(ids=tuple(objects_by_day(chart, verb))) if event == "recognised" else Found()
    objects = objects if objects.ids or event != "withdrawn" else taken_from(chart, verb)
    objects = objects if objects.ids else objects_of(chart, discourse, verb)
    if discourse.row is not None and len(discourse.row) == 2 and not objects.ids and not chart.parties:
        objects = Found(ids=(discourse.row[1],))
    if not objects.ids:
        spoken = spoken_of(chart, discourse, event) if last is None else last
        objects = spoken if spoken.ids else passive_topic(chart, discourse, verb)
        objects = objects if objects.ids else told_of(discourse, event)
    objects = objects if objects.ids else _declared(chart, verb)
    objects = objects if objects.ids else lately(chart, discourse)
    objects = objects if objects.ids else ruled(chart, discourse, verb)
    return _the_same(chart, discourse, objects)


def _who(chart: Chart, discourse: Discourse, verb: Mention, objects: Found, mutual: Found | None) -> Found:
    """Who recognises: both of two that recognise each other, an agent standing apart, the verb's own subject."""
    came = come_from(chart, verb)
    subjects = mutual or agents_apart(chart, verb) or (came if came.ids else None)
    return subjects or _subjects(chart, discourse, verb, objects.ids)


def _turned(
    chart: Chart, discourse: Discourse, verb: Mention, told: tuple[Found, Found, str]
) -> tuple[Found, Found, str]:
    """Who recognises whom, and the event, where a noun or a verb of giving says it the other way round."""
    subjects, objects, event = told
    sides = sides_of_noun(chart, verb)
    if sides is not None:
        subjects, objects = sides
    elif by_participle(chart, verb, subjects, objects):
        subjects, objects = objects, subjects
    how = given(chart, verb, objects) if sides is None else ""
    if how or turned(chart, discourse, subjects, objects) or by_endings(chart, verb, subjects, objects):
        subjects, objects = objects, subjects
        event = "withdrawn" if how == "forfeited" and event == "recognised" else event
    return subjects, objects, event


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recognised:
    """Who recognises whom by one verb, each pair once, and what is told of all of them."""

    pairs: Sequence[tuple[str, str]]
    event: str
    modality: str
    context: tuple[Selector, ...]


def _of_each(chart: Chart, verb: Mention, told: _Recognised, day: Dated) -> Iterator[Draft]:
    """The draft of each who recognises for each recognised, with the day of its own; again for a second day."""
    days = _days_of_each(chart, verb)
    days = days if {"", *(one for one, _ in told.pairs)} & days.keys() else {}  # "A recognised it, followed by | B |"
    others = objects_by_day(chart, verb)
    again = second_day(chart, verb, day)
    for subject, other in told.pairs:
        roles = Recognition(subject=subject, object=other, event=told.event, order=_order(chart, verb))
        yield Draft(
            roles=roles,
            rule=f"recognition.{told.event}",
            dated=others.get(other) or (days.get(subject, days.get("", Dated())) if days else day),
            modality=told.modality,
            context=told.context,
        )
        if again is not None and not days and not others:
            second = replace(roles, order=None)
            yield Draft(roles=second, rule="recognition.again", dated=again, modality=told.modality)


def _the_same(chart: Chart, discourse: Discourse, objects: Found) -> Found:
    """The one recognised right before, where "the republic was recognised by A" names it by no name."""
    named = [one for one in chart.parties if set(one.ids) <= set(objects.ids) and not one.deictic]
    agents = any(one.role == "by" for one in chart.parties)
    near = discourse.sentence - discourse.recognised_at <= 1 and len(discourse.recognised) == 1
    return Found(ids=discourse.recognised) if objects.ids and not named and agents and near else objects


def _days_of_each(chart: Chart, verb: Mention) -> dict[str, Dated]:
    """The day in a bracket right behind each of a list: "was recognised by A (5 May 2008), B (2009) and C"."""
    start, end = chart.clause(verb.start)
    days = days_of_agents(chart, verb)
    if days:
        return days
    for one in chart.within(chart.parties, start, end):
        aside = chart.aside(one.end + 1)
        inside = [date for date in chart.dates if aside is not None and aside[0] < date.start < aside[1]]
        if aside is not None and inside and aside[0] - one.end <= 1 and len(one.ids) == 1:
            days[one.ids[0]] = dated(inside[0])
    return days if len(days) > 1 else {}


def _taken_back(chart: Chart) -> tuple[str, ...]:
    """What withdraws, where it stands bare behind a recognition: "recognised 2012, withdrew 2018"."""
    return ("verb.withdraw",) if chart.has("verb.recognise") and not chart.has("post", "membership") else ()


def _declared(chart: Chart, verb: Mention) -> Found:
    """Who became independent in the clause before: "肯尼亚宣布独立，| 中国当天即予以承认"."""
    start, _ = chart.clause(verb.start)
    for noun in chart.cues("noun.independence"):
        low, high = chart.clause(noun.start)
        named = [one for one in chart.parties if low <= one.start and one.end <= noun.start and one.form != "adjective"]
        if high == start and len(found(named).ids) == 1:
            return found(named)
    return Found()


def _dated(chart: Chart, discourse: Discourse, verb: Mention, event: str) -> Dated:
    if event == "refused":
        day = Dated() if dated_by_next(chart, verb) else date_of(chart, verb, limit=400) or Dated()
        return Dated() if dated_apart(chart, verb, day) else day
    return event_date(chart, discourse, verb)


def _event(chart: Chart, verb: Mention) -> tuple[str, str]:
    modality = modality_of(chart, verb)
    if verb.classes & {"verb.unrecognise", "verb.withdraw"} or _is_taken_back(chart, verb):
        return "withdrawn", modality
    if any(one.form == "not-until" for one in chart.dates):
        return "recognised", modality
    if "verb.refuse" in verb.classes and gave_up(chart, verb):
        return "recognised", modality
    if "verb.refuse" in verb.classes or negated(chart, [verb]):
        return "refused", "asserted" if modality in ("planned", "requested") else modality
    return "recognised", modality


def _takes_else_back(chart: Chart, verb: Mention) -> bool:
    """Whether no recognition stands before what takes something back, so that it is another thing."""
    if "verb.withdraw" not in verb.classes or verb.classes & {"verb.recognise", "verb.unrecognise", "verb.refuse"}:
        return False
    return chart.pack.inverts and not any(one.end <= verb.start for one in chart.cues("verb.recognise"))


def _is_taken_back(chart: Chart, verb: Mention) -> bool:
    """Whether a recognition said as a noun is what a verb before takes back: "widerrief 2019 | die Anerkennung |"."""
    start, _ = chart.clause(verb.start)
    took = chart.within(chart.cues("verb.withdraw"), start, verb.start) if is_verbal_noun(chart, verb) else []
    gap = chart.text[took[-1].end : verb.start] if took and chart.pack.inverts else "?"
    for day in chart.within(chart.dates, took[-1].end, verb.start) if took else ():
        gap = gap.replace(chart.text[day.start : day.end], " ")
    small = chart.pack.skip | chart.pack.light | set(chart.pack.before)
    return all(word in small for word in gap.lower().split())


def _order(chart: Chart, verb: Mention) -> int | None:
    """1 where the text says "the first"; "the first after | China" was not."""
    if "fact.first" in verb.classes:
        return 1
    first = chart.nearest(verb, chart.cues("fact.first"), limit=60)
    later = first is not None and any(0 <= one.start - first.end <= 1 for one in chart.cues("mark.before_verb"))
    return 1 if first is not None and not later else None


def _owner_of_deed(chart: Chart, verb: Mention, objects: tuple[str, ...]) -> Found:
    """Who owns a recognition said as a noun, right before it: "in return for | Italy's | recognition of Manchukuo"."""
    last = next(left_words(chart.text, verb.end, 1), None)
    if not chart.pack.spaced or last is None or chart.pack.before.get(last[1].lower()) != "of" or last[0] <= verb.start:
        return Found()
    owners = [one for one in chart.parties if one.end <= verb.start and not set(one.ids) & set(objects)]
    near = owners[-1] if owners else None
    if near is None or not (near.role == "of" or near.form == "adjective" or near.case == "gen"):
        return Found()
    gap = chart.text[near.end : verb.start].strip().lower().removeprefix("'s").removeprefix("’s").split()
    return found([near]) if all(word in chart.pack.skip for word in gap) else Found()


def _who_did(discourse: Discourse, objects: tuple[str, ...]) -> Found:
    """Who recognises where nobody is named: whoever did right before, where the one spoken of is whom he recognised.

    "Abchasien wird von Estland nicht anerkannt. Auch Südossetien | ist nicht anerkannt |."
    """
    told = [one.draft.roles for one in discourse.told_before() if isinstance(one.draft.roles, Recognition)]
    spoken = discourse.the_one()
    passed = told and spoken is not None and set(spoken.ids) <= {one.object for one in told}
    doers = tuple(dict.fromkeys(one.subject for one in told)) if passed else ()
    return Found(ids=doers) if len(doers) == 1 and doers[0] not in objects else Found()


def _subjects(chart: Chart, discourse: Discourse, verb: Mention, objects: tuple[str, ...]) -> Found:
    own = _owner_of_deed(chart, verb, objects)
    if own.ids:
        return own
    noted = by_a_note(chart, verb, objects)
    if noted is not None:
        return noted
    subject = subject_of(chart, discourse, verb)
    ids = tuple(one for one in subject.ids if one not in objects)
    if ids:
        return Found(ids=ids, context=subject.context)
    others = found(
        one
        for one in chart.parties
        if one.role in ("", "by") and not set(one.ids) & set(objects) and one.form != "adjective"
        if not broken_up(chart, one) and not (chart.pack.cases and one.deictic and one.start > verb.end)
        if not does_else(chart, one, verb)
    )
    if others.ids and not (leads(chart.pack) and led_by_somebody(chart, verb)):
        return others
    if discourse.row is not None and discourse.row[0] not in objects:
        return Found(ids=(discourse.row[0],))
    if somebody_else(chart, verb, objects):
        return Found()
    before = _who_did(discourse, objects)
    if before.ids:
        return before
    spoken = discourse.the_one() or (discourse.topic if discourse.topic and len(discourse.topic.ids) == 1 else None)
    if spoken is None and len(objects) == 1 and led_by_somebody(chart, verb):
        spoken = discourse.other_than(objects[0])
    if spoken is not None:
        return Found(ids=tuple(one for one in spoken.ids if one not in objects), context=spoken.context())
    return Found()
