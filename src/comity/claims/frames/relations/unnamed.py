"""Relations told without their name: what a row's note says of its pair, and a verb that has no object at all."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.times.attach import date_of, event_date
from comity.claims.frames.times.by_member import dates_by_member
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Relations

_TWO = 2
_VERBS = {"verb.sever": "severed", "verb.suspend": "suspended", "verb.restore": "restored"}
_APART = 24
_FEW = 14


def read_noted(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """What a row's note tells of the row's relations without their name: "severed in 1960, restored in 1998".

    Refuses a verb without a day in its own part: "restored; severed on 12 January 1971" dates the second alone.
    """
    row = discourse.row
    if row is None or len(row) != 2:
        return
    others = [*chart.parties, *chart.cues("mission", "agreement", "noun.visit")]
    verbs = chart.cues("verb.sever", "verb.suspend", "verb.restore")
    verbs = [verb for verb in verbs if not chart.within(others, *chart.clause(verb.start))]
    verbs = [verb for verb in verbs if not _of_something(chart, verb)]
    verbs = [verb for verb in verbs if chart.within(chart.dates, *chart.clause(verb.start))]
    apart = dates_by_member(chart, verbs)
    for verb in verbs:
        when = apart.get(verb.start) or date_of(chart, verb)
        if when is not None and not negated(chart, [verb]):
            event = next(_VERBS[label] for label in _VERBS if label in verb.classes)
            yield Draft(
                roles=Relations(parties=tuple(sorted(row)), event=event),
                rule=f"relations.noted.{event}",
                dated=when,
                modality=modality_of(chart, verb),
            )


def _of_something(chart: Chart, verb: Mention) -> bool:
    """Whether words stand before the verb that say what it is done to: "In 2014 the lease was | renewed"."""
    if chart.pack.order != "svo" or not chart.pack.spaced:
        return False
    start, _ = chart.clause(verb.start)
    told = [one for one in chart.mentions if one.kind == "date" or (one.kind == "cue" and one.kind_in("verb"))]
    told = [one for one in told if start <= one.start < verb.start]
    letters = sum(char.isalpha() for char in chart.text[start : verb.start])
    return letters - sum(char.isalpha() for one in told for char in chart.text[one.start : one.end]) > _FEW


def broken_with(chart: Chart, discourse: Discourse, verb: Mention, noun: Mention) -> Draft | None:
    """What a verb tells of the party right behind its "with", where the noun for relations is another verb's.

    "Le Pérou a rompu | avec Taïwan | le 2 novembre 1971, jour où il noua des relations avec Pékin."
    """
    if chart.pack.order != "svo" or not verb.classes & {"verb.sever", "verb.restore"} or noun.start < verb.end:
        return None
    behind = [one for one in chart.parties if one.role == "with" and 0 < one.start - verb.end <= _APART]
    subject = subject_of(chart, discourse, verb)
    if len(behind) != 1 or behind[0].deictic or noun.start < behind[0].end or len(subject.ids) != 1:
        return None
    pair = (subject.ids[0], behind[0].ids[0])
    if len(set(pair)) != _TWO or negated(chart, [verb]):
        return None
    return Draft(
        roles=Relations(parties=tuple(sorted(pair)), event=next(_VERBS[x] for x in _VERBS if x in verb.classes)),
        rule="relations.broken",
        dated=event_date(chart, discourse, verb),
        modality=modality_of(chart, verb),
        context=subject.context,
    )


def read_broken(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """ "Iran rompit avec l'Allemagne en 1941", "A et B avaient rompu le 24 novembre": no noun, two parties.

    Refuses a row's note, a partner that does not stand right behind the verb, and a sentence without a date.
    """
    if all(one.deictic for one in chart.parties):
        return  # "They were resumed in 1985": whose, the sentences before tell, not a verb
    if discourse.row is not None or not chart.dates or chart.has("agreement", "body", "verb.negotiate"):
        return
    for verb in chart.cues("verb.sever", "verb.restore"):
        behind = [one for one in chart.parties if one.role == "with" and 0 < one.start - verb.end <= _APART]
        if not behind and chart.has("mission"):
            continue
        partners = found(chart.group_of(behind[0])) if behind and not behind[0].deictic else Found()
        subject = subject_of(chart, discourse, verb)
        both = subject.ids if len(subject.ids) == 2 and not partners.ids and _dated_alone(chart, verb) else ()
        pairs = [both] if both else [(subject.ids[0], one) for one in partners.ids if len(subject.ids) == 1]
        if "noun.visit" in verb.classes or negated(chart, [verb]):
            continue
        for pair in pairs:
            if len(set(pair)) == 2:
                yield Draft(
                    roles=Relations(
                        parties=tuple(sorted(pair)), event=next(_VERBS[x] for x in _VERBS if x in verb.classes)
                    ),
                    rule="relations.broken",
                    dated=event_date(chart, discourse, verb),
                    modality=modality_of(chart, verb),
                    context=subject.context,
                )


def _dated_alone(chart: Chart, verb: Mention) -> bool:
    """Whether a date stands right behind the verb and no object behind the date: "rompirent le 24 novembre et …"."""
    day = next((one for one in chart.dates if 0 < one.start - verb.end <= 2), None)
    if day is None or chart.pack.cases:
        return False
    rest = chart.text[day.end :].lstrip()
    return not rest or not rest[0].isalpha() or rest.split()[0].lower() in chart.pack.joiners
