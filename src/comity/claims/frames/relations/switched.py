"""Recognition or relations that go over from one to another: "switched its recognition from Taipei to Beijing"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import subject_of
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Recognition, Relations, Roles

_RECOGNITION = ("noun.allegiance", "noun.recognising", "verb.recognise")
_RELATIONS = ("noun.relations", "noun.bare_relations")


def read_switches(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The two drafts of a switch: what is taken from the one, what is given to the other.

    Refuses one that does not say from whom and to whom, and what is switched.
    """
    for verb in chart.cues("verb.switch"):
        start, end = chart.clause(verb.start)
        told = chart.within(chart.cues(*_RECOGNITION, *_RELATIONS), start, end)
        sides = _sides(chart, verb, start, end)
        subject = _who(chart, discourse, verb)
        if not told or sides is None or len(subject.ids) != 1 or negated(chart, [verb]):
            continue
        recognised = any(one.classes & set(_RECOGNITION) for one in told)
        for roles in _both(subject.ids[0], sides, recognised=recognised):
            yield Draft(
                roles=roles,
                rule="switched",
                dated=event_date(chart, discourse, verb),
                modality=modality_of(chart, verb),
                context=subject.context,
            )


def _who(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """Who switches: whom the sentence says, else the one a page is about ("the kingdom switched …")."""
    subject = subject_of(chart, discourse, verb)
    topic = discourse.topic
    if subject.ids or topic is None or len(topic.ids) != 1 or any(not one.role for one in chart.parties):
        return subject
    return Found(ids=topic.ids, context=topic.context())


def _sides(chart: Chart, verb: Mention, start: int, end: int) -> tuple[str, str] | None:
    """From whom and to whom, each the one nearest to the verb with that role."""
    named = [one for one in (*chart.parties, *chart.kind("city")) if party_ids(one)]
    named = sorted(chart.within(named, start, end), key=lambda one: one.distance(verb))
    left = next((party_ids(one) for one in named if _left(chart, one, verb)), ())
    taken = next((party_ids(one) for one in named if one.role in ("to", "object")), ())
    left, taken = _apart(left, taken), _apart(taken, left)
    return (left[0], taken[0]) if len(left) == 1 and len(taken) == 1 and left != taken else None


def _left(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a name is of whom what is switched was: behind the verb, "from A to B"; before it, "由 | A | 转向B"."""
    if chart.pack.spaced:
        return one.role in ("from", "of") and one.start >= verb.end
    return one.role in ("from", "by") and one.end <= verb.start


def _apart(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """What a name of several states may mean, where the other name means one of them: "the Republic of China"."""
    return tuple(one for one in some if one not in others) if len(some) > 1 else some


def _both(who: str, sides: tuple[str, str], *, recognised: bool) -> tuple[Roles, Roles]:
    left, taken = sides
    if recognised:
        return (
            Recognition(subject=who, object=left, event="withdrawn"),
            Recognition(subject=who, object=taken, event="recognised"),
        )
    return (
        Relations(parties=tuple(sorted((who, left))), event="severed"),
        Relations(parties=tuple(sorted((who, taken))), event="established"),
    )
