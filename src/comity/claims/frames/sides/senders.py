"""Who sends an envoy that nobody is said to own: the state that appoints or recalls him."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun

_NAMING = ("head-of-state", "head-of-government")
_DOES = 2
_WHICH = 16  # "qui ont tous | rappelé"


def is_the_doers(chart: Chart, one: Mention) -> bool:
    """Whether an envoy is, by an ending of the post, that of whoever acts: «استدعاء | سفيرها | لدى إسرائيل»."""
    if not chart.pack.possessives:
        return False
    title = next((cue.end for cue in chart.cues("post") if cue.start == one.start), one.start)
    words = chart.text[one.start : title].split() or chart.text[one.start : one.end].split(maxsplit=1)[:1]
    return any(word.endswith(chart.pack.possessives) for word in words)


def of_the_topic(chart: Chart, discourse: Discourse, verb: Mention) -> Found | None:
    """The one state a text is about, where somebody of no state said does it: "a chargé, X, | opened | the legation".

    Who acted in the clause before is not meant by him.
    """
    envoys = [one for one in chart.actors if one.actor is not None and one.actor.post and not one.ids]
    who = [one for one in envoys if 0 < verb.start - one.end <= _DOES and one.form != "pronoun"]
    topic = discourse.topic
    told = who and leads(chart.pack) and topic is not None and len(topic.ids) == 1
    return Found(ids=topic.ids, context=topic.context()) if told and topic is not None else None


def _ministry(chart: Chart, verb: Mention) -> tuple[str, ...]:
    """The state whose ministry alone speaks of a recall: «в МИД Киргизии опровергли слухи об отзыве | посла …»."""
    told = [one for one in chart.parties if one.form == "government" and one.end <= verb.start and one.role == "in"]
    return found(told).ids if len(found(told).ids) == 1 else ()


def _namer(chart: Chart, discourse: Discourse, verb: Mention, one: Mention) -> tuple[str, ...]:
    """The state whose head names an envoy, verbs first: «عين | الرئيس السوري | فلانا سفيرا», «قرار أمير قطر بتعيين».

    Or who was told of before: «استقبل الملك فلانا الذي | عين | سفيرا». A head of no state is the home's.
    """
    heads = [who for who in chart.actors if who.actor is not None and who.actor.office in _NAMING]
    start, _ = chart.clause(verb.start)
    behind = [who for who in heads if 0 < who.start - verb.end <= _DOES and who.start < one.start]
    before = [who for who in heads if start <= who.start and who.end <= verb.start and who.role in ("", "by")]
    late = ("verb.appoint" in verb.classes and is_verbal_noun(chart, verb)) or chart.near_cue(verb, "mark.relative", 1)
    who = next(iter(behind or (before if late else [])), None)
    if who is None:
        return ()
    return who.ids[:1] or ((discourse.home,) if discourse.home_shown else ())


def sent_by(chart: Chart, discourse: Discourse, verb: Mention, one: Mention) -> tuple[str, ...]:
    """The state that recalls or appoints an envoy, named before the verb, or right behind it where verbs come first.

    Refuses who stands behind the envoy of a "recall of its ambassador": he is a reason, no doer.
    """
    start, _ = chart.clause(verb.start)
    heads = [who for who in chart.actors if who.actor is not None and who.actor.office in _NAMING and who.ids]
    doers = [it for it in (*chart.parties, *heads) if start <= it.start < verb.start and it.role == ""]
    if chart.pack.order == "vso" and is_the_doers(chart, one):
        own = [party for party in chart.parties if party.start < one.start and party.role in ("", "by")]
        told = discourse.subject
        recent = told is not None and discourse.sentence - told.at <= 1 and not own and not chart.kind("city")
        return found(own[-1:]).ids or (told.ids[:1] if told is not None and recent else ())
    said = subject_of(chart, discourse, verb)
    which = [cue for cue in chart.cues("mark.relative") if 0 <= verb.start - cue.end <= _WHICH]
    if which and chart.pack.order == "svo" and chart.pack.spaced:
        led = [party for party in chart.parties if 0 <= which[-1].start - party.end <= 1 and len(party.ids) == 1]
        return led[0].ids if len(led) == 1 and len(chart.group_of(led[0])) == 1 else ()
    if chart.pack.order == "vso" and verb.classes & {"verb.appoint", "verb.end"}:
        doers = [party for party in chart.parties if verb.end < party.start < one.start and party.role == ""]
        named = () if doers else _namer(chart, discourse, verb, one)
        if named:
            return named
    if "verb.recall" in verb.classes:
        turns = chart.pack.inverts or chart.pack.cases  # the envoy may stand before an active verb
        passive = chart.pack.order == "svo" and chart.pack.spaced and not turns and one.end <= verb.start
        return () if passive else said.ids[:1] or _ministry(chart, verb)
    places = chart.within((*chart.kind("party"), *chart.kind("city")), start, one.end)
    aimed = chart.pack.order == "sov" and any(it.role in ("to", "in") for it in places)  # "A, B'ye | elçi | atadı"
    behind = verb.start < one.start or aimed
    return said.ids[:1] if doers and set(said.ids) <= set(found(doers).ids) and behind else ()
