"""Relations of two parties: established, severed, suspended, restored, upgraded, downgraded, existing, absent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.stretch import stretch
from comity.claims.factuality.aims import only_aimed
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.relations.anniversaries import anniversary, beside_anniversary
from comity.claims.frames.relations.celebrated import counted_back, signing_of
from comity.claims.frames.relations.levels import level_of
from comity.claims.frames.relations.made import between_any, made_of_else
from comity.claims.frames.relations.meant import (
    by_a_surname,
    denied_until,
    makes_another,
    named_so,
    none_denied,
    none_of,
    of_text,
    of_years,
    there_are_none,
    to_new_heights,
)
from comity.claims.frames.relations.partners_apart import counted_pairs, pair_before, pair_behind, pairs_apart
from comity.claims.frames.relations.ranked import read_partnered, read_ranked
from comity.claims.frames.relations.spells import severed_over
from comity.claims.frames.relations.tie_nouns import EVENTS, between_states, noun_of_ties
from comity.claims.frames.relations.unnamed import broken_with, read_broken, read_noted
from comity.claims.frames.sides.announced import announced, read_announced
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.frames.sides.teller import told_by_us
from comity.claims.frames.times.attach import begun, date_of, dated, event_date
from comity.claims.frames.times.background import background
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.model.roles import Relations
from comity.model.when import When

_KEPT = 40
_RIGHT_BEFORE = 6


def read_relations(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that makes, ends, changes or denies relations.

    "Both countries established diplomatic relations in 1991." → established, the two in question, 1991.
    """
    if not chart.has("noun.relations", "noun.bare_relations"):
        yield from read_noted(chart, discourse)
        yield from read_broken(chart, discourse)
        yield from read_ranked(chart, discourse)
        yield from read_partnered(chart, discourse)
        return
    listed = announced(chart)
    if listed:
        yield from read_announced(chart, discourse, listed)
        return
    counted = [one for one in chart.dates if one.date is not None and one.date.kind == "anniversary"]
    if counted:
        if signing_of(chart, counted[0]) is None:
            yield from _since_then(chart, discourse, counted[0])
        return
    used: set[int] = set()
    restored: set[object] = set()
    for verb in chart.cues(*EVENTS):
        noun = noun_of_ties(chart, discourse, verb)
        if (
            noun is None
            or _of_verbal_noun(chart, verb, noun)
            or _of_nothing(chart, discourse, noun)
            or made_of_else(chart, verb, noun)
            or told_by_us(chart, discourse, verb, noun)
            or named_so(chart, verb, noun)
            or by_a_surname(chart, verb)
            or makes_another(chart, verb, noun)
            or _of_a_deed(chart, verb, noun)
            or _told_of_else(chart, verb, noun)
            or (background(chart, verb) and not _dated_itself(chart, verb))
        ):
            continue
        broken = broken_with(chart, discourse, verb, noun)
        if broken is not None:
            yield broken
            continue
        told = [one for one in _event(chart, discourse, verb, noun) if _made(one, "established") not in restored]
        restored |= {_made(one, "restored") for one in told} - {None}
        if told or not _denied_apart(chart, verb, noun):
            used.add(noun.start)
        yield from told
    _speaks_of(chart, discourse, used)
    yield from _kept(chart, discourse, used)
    yield from _absent(chart, discourse, used)
    yield from anniversary(chart, discourse)


def _of_a_deed(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a level is raised or lowered of what is but a deed: "降低了 | 建交 | 的意愿"."""
    ranked = bool(verb.classes & {"verb.upgrade", "verb.downgrade"})
    return ranked and not chart.pack.spaced and bool(noun.classes & {"verb.establish", "verb.sever", "verb.restore"})


def _told_of_else(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a relative verb tells of what stands before it, relations far behind: "odanın | kurulduğu | 2008"."""
    word = chart.text[verb.start : verb.end].lower()
    late = chart.pack.order == "sov" and bool(chart.pack.relatives) and word.endswith(chart.pack.relatives)
    return late and len(chart.text[verb.end : noun.start].split()) > 2 and noun.start > verb.end


def _speaks_of(chart: Chart, discourse: Discourse, used: set[int]) -> None:
    """Remember whose relations are only spoken of: "relations between A and B are close", for "they were made in …"."""
    nouns = [] if used else chart.cues("noun.relations", "noun.bare_relations")[:1]
    nouns = [one for one in nouns if between_states(chart, one)]
    named = {party for one in chart.parties if not one.deictic for party in one.ids}
    pairs = [pair for one in nouns for pair in pair_of(chart, discourse, one)]
    if len(pairs) == 1 and len(pairs[0].ids) == 2 and set(pairs[0].ids) <= named:
        discourse.put_relations((pairs[0],))


def _made(draft: Draft, event: str) -> object:
    """Whose relations were made and when, where a draft tells this event; restored is not told as established, too."""
    roles = draft.roles
    told = isinstance(roles, Relations) and roles.event == event and draft.dated.when is not None
    return (roles.parties, draft.dated.when) if isinstance(roles, Relations) and told else None


def _of_verbal_noun(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether relations are those of a verbal noun between: "was | opened | … since the establishment of relations"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or verb.end > noun.start or is_verbal_noun(chart, verb):
        return False
    return any(is_verbal_noun(chart, one) for one in chart.within(chart.cues(*EVENTS), verb.end, noun.start))


def _of_nothing(chart: Chart, discourse: Discourse, noun: Mention) -> bool:
    """Whether "them" written onto a verb means no relations, none being told of before: "prevé | reanudarlas"."""
    if "mark.ties" not in noun.classes or discourse.recent_relations():
        return False
    if any(one.role == "with" for one in (*chart.parties, *chart.kind("city"))):
        return False
    nouns = chart.cues("noun.relations", "noun.bare_relations")
    return all(one.start >= noun.start or "mark.ties" in one.classes for one in nouns)


def _denied_apart(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether relations are denied behind a comma: "contacts | ceased | in 1980, and they have had no relations"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.pack.inverts:
        return False
    low, high = stretch(chart, noun.start)
    return not low <= verb.start < high and negated(chart, [noun])


def _kept(chart: Chart, discourse: Discourse, used: set[int]) -> Iterator[Draft]:
    """ "A maintains diplomatic relations with B", by a sentence that names both and tells of no change."""
    since = [one for one in chart.dates if one.date is not None and one.date.kind == "since"]
    whole = since or [one for one in chart.dates if one.date is not None and _is_period(one)]
    nouns = [one for one in chart.cues("noun.relations") if one.start not in used]
    bare = chart.cues("noun.bare_relations") if whole and not chart.has("mission") else ()
    nouns = nouns or [one for one in bare if between_states(chart, one)]
    late = any(one.form == "not-until" for one in chart.dates) or chart.has("fact.unreal")  # "had threatened to …"
    if used or not nouns or late or chart.has(*EVENTS) or chart.has("noun.anniversary") or _of_many(chart):
        return
    verbs = chart.cues("verb.maintain", *(("verb.have",) if whole else ()))
    for noun in nouns[:1]:
        kept = chart.nearest(noun, verbs, limit=_KEPT)
        if kept is None or negated(chart, [noun, kept]) or modality_of(chart, kept) != "asserted":
            continue
        both = chart.has("deixis.pair") and bool(since)  # "die beiden Länder unterhalten seit 1922": no commonplace
        ours = {one.start for one in chart.cues("deixis.we")}
        named = {it for one in chart.parties if both or not one.deictic or one.start in ours for it in one.ids}
        apart = [(pair, day) for pair, day in pairs_apart(chart, discourse, kept) if since and len(since) > 1]
        together = [(pair, dated(whole[0]) if whole else Dated()) for pair in pair_of(chart, discourse, noun)]
        for pair, day in apart or together:
            if len(pair.ids) == 2 and set(pair.ids) <= named:
                yield _since_a_day(chart, Relations(parties=tuple(sorted(pair.ids)), event="exists"), day, pair)


def _is_period(one: Mention) -> bool:
    """Whether a date is a time with both its ends: "from 1924 to 1939"."""
    return one.date is not None and one.date.when.closed


def _of_many(chart: Chart) -> bool:
    """Whether states are counted, or told of in the plural beside no word for two: "with 183 states"."""
    counts = chart.cues("indicator.relations-count")
    pairs = chart.cues("deixis.pair")
    if not chart.kind("quantity") and len([one for one in chart.parties if one.role == "with"]) == 1:
        return False  # "has maintained | relations with | Colombia"
    meant = all(any(pair.start <= one.end and one.start <= pair.end + 1 for pair in pairs) for one in counts)
    return bool(counts) and (bool(chart.kind("quantity")) or not meant)


def _since_a_day(chart: Chart, roles: Relations, told: Dated, pair: Found) -> Draft:
    """Relations that are kept: since a day of which they were made on that day; since a year, they hold from it."""
    first = told.when.start if told.when is not None and told.when.end is None else None
    if first is not None and first.day is not None and not chart.pack.inverts:
        made = Dated(when=When(first, None), context=told.context)
        return Draft(
            roles=replace(roles, event="established"), rule="relations.since_a_day", dated=made, context=pair.context
        )
    return Draft(roles=roles, rule="relations.exists", dated=told, context=pair.context)


def _since_then(chart: Chart, discourse: Discourse, day: Mention) -> Iterator[Draft]:
    """ "Sixty years ago today relations were established", "今天是两国建交60周年": the day counted back to."""
    if negated(chart, chart.cues("noun.relations", "verb.establish")):
        return
    for pair in pair_of(chart, discourse, day)[:1]:
        if len(pair.ids) == 2:
            yield Draft(
                roles=Relations(parties=tuple(sorted(pair.ids)), event="established"),
                rule="relations.anniversary",
                dated=counted_back(chart, day),
                context=pair.context,
            )


def _event(chart: Chart, discourse: Discourse, verb: Mention, noun: Mention) -> Iterator[Draft]:
    event = next(EVENTS[label] for label in EVENTS if label in verb.classes)
    level = level_of(chart, verb)
    if event == "established" and chart.has("noun.strategic", "noun.comprehensive_strategic") and level:
        event = "upgraded"
    modality = modality_of(chart, verb)
    if (negated(chart, [verb]) or none_of(chart, verb, noun)) and modality == "asserted":
        if event != "established" or denied_until(chart, verb):
            return
        event = "absent"
    if event == "established" and (_describes(chart, verb) or not (chart.dates or _told_here(chart, verb))):
        return
    if of_text(chart, verb, noun) or _again_and_again(chart, verb):
        return
    if beside_anniversary(chart, verb):
        return
    if event == "upgraded" and level is None and to_new_heights(chart, verb):
        return
    if modality == "asserted" and (only_aimed(chart, verb) or of_years(chart, verb, noun)):
        return
    own = event_date(chart, discourse, verb) if event != "absent" else (date_of(chart, verb) or Dated())
    if own.when is not None and own.when.interval and own.when.start is None and event in ("suspended", "severed"):
        own = Dated()  # "were suspended until 1907" tells no day on which they were
    apart = pairs_apart(chart, discourse, verb) if event != "absent" else []
    together = pair_before(chart, discourse, verb, apart)
    behind = [] if apart else pair_behind(chart, verb, noun)
    together = together or behind if apart or behind else counted_pairs(chart, discourse, verb, noun)
    together = together or ([] if apart else pair_of(chart, discourse, noun))
    said = [*((pair, own) for pair in together), *apart]
    discourse.put_relations(tuple(pair for pair, _ in said if len(pair.ids) == 2))
    for pair, since in said:
        spells = severed_over(chart, verb) if event == "severed" else ()
        for what, when in spells or ((event, since if event == "absent" else begun(since)),):
            if len(pair.ids) == 2 and not (what in ("established", "restored") and _over_years(when)):
                yield Draft(
                    roles=Relations(parties=tuple(sorted(pair.ids)), event=what, level=level),
                    rule=f"relations.{what}",
                    dated=when,
                    modality=modality,
                    context=pair.context,
                )


def _again_and_again(chart: Chart, verb: Mention) -> bool:
    """Whether it happened several times: "have been | broken and reestablished | several times since 1977"."""
    _, end = chart.clause(verb.start)
    return any(verb.end <= one.start < end for one in chart.cues("mark.often"))


def _describes(chart: Chart, verb: Mention) -> bool:
    """Whether a participle only describes relations that there are: "few nations with | established | ties to both"."""
    word = chart.text[verb.start : verb.end].lower()
    before = chart.text[: verb.start].lower().split()[-1:]
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    led = bool(before) and chart.pack.before.get(before[0]) in ("with", "of")
    return plain and led and word.endswith("ed") and " " not in word


def _dated_itself(chart: Chart, verb: Mention) -> bool:
    """Whether a date stands right before a verb that only leads on to something else: "1959年 | 建交 | 后"."""
    if chart.pack.spaced or not background(chart, verb):
        return False
    start, _ = chart.clause(verb.start)
    return any(start <= one.start and 0 <= verb.start - one.end <= _RIGHT_BEFORE for one in chart.dates)


def _over_years(when: Dated) -> bool:
    """Whether a time runs over years in which nothing is established: "congeladas (1917-1946)", "19th century"."""
    span = when.when
    if span is None or span.start is None or (span.end is None and not span.start.year.endswith("XX")):
        return False
    return span.end is None or (span.interval and span.start.year != span.end.year)


def _told_here(chart: Chart, verb: Mention) -> bool:
    """Whether an undated statement names its parties itself and speaks of diplomatic relations."""
    start, end = chart.clause(verb.start)
    named = [one for one in chart.within(chart.parties, start, end) if not one.deictic]
    return chart.has("noun.relations") and bool(named)


def _absent(chart: Chart, discourse: Discourse, used: set[int]) -> Iterator[Draft]:
    """ "A and B have no diplomatic relations": absent, dated only if the text dates it."""
    for noun in chart.cues("noun.relations", "noun.bare_relations"):
        kept = chart.nearest(noun, chart.cues("verb.maintain"), limit=30) or there_are_none(chart, noun)
        if noun.start in used or not negated(chart, [noun, kept] if kept is not None else [noun]):
            continue
        if ("noun.relations" not in noun.classes and kept is None) or _denied_of_another(chart, noun):
            continue
        if none_denied(chart, noun, kept) or told_by_us(chart, discourse, kept or noun, noun):
            continue
        if between_any(chart, noun) or chart.within(chart.cues("fact.idle"), *chart.clause(noun.start)):
            continue
        for pair in pair_of(chart, discourse, noun):
            if len(pair.ids) == 2:
                discourse.put_relations((pair,))
                yield Draft(
                    roles=Relations(parties=tuple(sorted(pair.ids)), event="absent"),
                    rule="relations.absent",
                    dated=date_of(chart, noun) or Dated(),
                    context=pair.context,
                )


def _denied_of_another(chart: Chart, noun: Mention) -> bool:
    """Whether "that" parts relations from every denial before them: "il ne plaira pas | que les relations …"."""
    told = [one for one in chart.cues("fact.not") if one.end <= noun.start]
    later = [one for one in chart.cues("fact.not") if one.start >= noun.end]
    openers = chart.cues("mark.relative", "mark.subordinate")
    return bool(told) and not later and all(chart.within(openers, one.end, noun.start) for one in told)
