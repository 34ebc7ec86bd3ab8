"""Relations of two parties: established, severed, suspended, restored, upgraded, downgraded, existing, absent."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import Found, background, date_of, event_date, found, pair_of, subject_of
from comity.claims.mention import Mention
from comity.model.claim import Relations

_VERBS = {
    "verb.establish": "established",
    "verb.sever": "severed",
    "verb.suspend": "suspended",
    "verb.restore": "restored",
    "verb.upgrade": "upgraded",
    "verb.downgrade": "downgraded",
}
_LEVELS = {
    "noun.embassy_level": "embassy",
    "noun.legation_level": "legation",
    "noun.consular_level": "consular",
    "noun.charge_level": "charge-d-affaires",
    "noun.comprehensive_strategic": "comprehensive-strategic-partnership",
    "noun.strategic": "strategic-partnership",
}
_REACH = 220


def read_relations(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that makes, ends, changes or denies relations.

    "Both countries established diplomatic relations in 1991." → established, the two in question, 1991.
    """
    if not chart.has("noun.relations", "noun.bare_relations"):
        return
    used: set[int] = set()
    for verb in chart.cues(*_VERBS):
        noun = _noun(chart, verb)
        if noun is None or background(chart, verb):
            continue
        used.add(noun.start)
        yield from _event(chart, discourse, verb, noun)
    yield from _absent(chart, discourse, used)


def _noun(chart: Chart, verb: Mention) -> Mention | None:
    """The relations a verb is about: said with it, or within reach in its clause or its sentence."""
    nouns = chart.cues("noun.relations", "noun.bare_relations")
    for noun in nouns:
        if noun.start == verb.start:
            return noun
    if "verb.establish" in verb.classes and not chart.has("noun.relations"):
        nouns = [noun for noun in nouns if _told_of(chart, noun)]
    near = chart.nearest(verb, nouns, limit=_REACH)
    if near is None and "verb.establish" not in verb.classes and nouns:
        return min(nouns, key=lambda noun: noun.distance(verb))
    return near


def _told_of(chart: Chart, noun: Mention) -> bool:
    """Whether bare relations are those of two parties: named between, of or beside them."""
    return bool(chart.parties)


def _event(chart: Chart, discourse: Discourse, verb: Mention, noun: Mention) -> Iterator[Draft]:
    event = next(_VERBS[label] for label in _VERBS if label in verb.classes)
    level = _level(chart, verb)
    if event == "established" and chart.has("noun.strategic", "noun.comprehensive_strategic") and level:
        event = "upgraded"
    modality = modality_of(chart, verb)
    if negated(chart, [verb]) and modality == "asserted":
        if event != "established":
            return
        event = "absent"
    if event == "established" and not chart.has("noun.relations") and not chart.dates:
        return
    dated = event_date(chart, discourse, verb) if event != "absent" else (date_of(chart, verb) or Dated())
    for pair in _counted(chart, discourse, verb, noun) or pair_of(chart, discourse, noun):
        if len(pair.ids) == 2:
            yield Draft(
                roles=Relations(parties=tuple(sorted(pair.ids)), event=event, level=level),
                rule=f"relations.{event}",
                dated=dated,
                modality=modality,
                context=pair.context,
            )


def _counted(chart: Chart, discourse: Discourse, verb: Mention, noun: Mention) -> list[Found]:
    """The pairs of a count that names some: "with 130 states (including A, B and C) and D"."""
    counts = [one for one in chart.cues("indicator.relations-count") if one.start >= noun.start]
    if not counts or not any(one.kind == "quantity" for one in chart.mentions):
        return []
    subject = subject_of(chart, discourse, verb)
    if len(subject.ids) != 1:
        return []
    named = [*chart.parties, *chart.kind("organization")]
    partners = found(one for one in named if one.start > counts[-1].end and one.ids != subject.ids)
    return [Found(ids=(subject.ids[0], one), context=subject.context) for one in partners.ids] or [Found()]


def _level(chart: Chart, verb: Mention) -> str | None:
    for label, level in _LEVELS.items():
        near = chart.nearest(verb, chart.cues(label), limit=80)
        if near is not None:
            return level
    return None


def _absent(chart: Chart, discourse: Discourse, used: set[int]) -> Iterator[Draft]:
    """"A and B have no diplomatic relations": absent, dated only if the text dates it."""
    for noun in chart.cues("noun.relations", "noun.bare_relations"):
        kept = chart.nearest(noun, chart.cues("verb.maintain"), limit=30)
        if noun.start in used or not negated(chart, [noun, kept] if kept is not None else [noun]):
            continue
        if "noun.relations" not in noun.classes and kept is None:
            continue
        for pair in pair_of(chart, discourse, noun):
            if len(pair.ids) == 2:
                yield Draft(
                    roles=Relations(parties=tuple(sorted(pair.ids)), event="absent"),
                    rule="relations.absent",
                    dated=date_of(chart, noun) or Dated(),
                    context=pair.context,
                )
