"""Relations told of a list that a colon announces: who stands behind it, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Relations

_COLONS = ":："
_FEWEST = 2
_NAMED = 0.55  # so much of a list's letters are names; the rest are "and", regions, numbers of states


def announced(chart: Chart) -> list[Mention]:
    """The parties of a list that ends a sentence behind a colon: "… with the following states: Bhutan, Kiribati".

    Refuses a single name, and words behind the colon that say more than names; brackets are not looked at.
    """
    colon = next((place for place, char in enumerate(chart.text) if char in _COLONS), -1)
    named = [one for one in (*chart.parties, *chart.kind("organization")) if one.start > colon and not one.deictic]
    named = sorted((one for one in named if chart.aside(one.start) is None), key=lambda one: one.start)
    if colon <= 0 or len(found(named).ids) < _FEWEST or any(len(one.ids) != 1 for one in named):
        return []
    if any(cue.start > colon and chart.aside(cue.start) is None for cue in chart.cues("verb")):
        return []
    letters = sum(_letters(chart, start, end) for start, end in _outside(chart, colon))
    told = sum(_letters(chart, one.start, one.end) for one in named)
    return named if told >= _NAMED * letters else []


def _outside(chart: Chart, start: int) -> Iterator[tuple[int, int]]:
    """The stretches behind a place that stand in no bracket."""
    for low, high in chart.asides:
        if low >= start:
            yield start, low
            start = high
    yield start, len(chart.text)


def _letters(chart: Chart, start: int, end: int) -> int:
    return sum(map(str.isalpha, chart.text[start:end]))


def read_announced(chart: Chart, discourse: Discourse, members: list[Mention]) -> Iterator[Draft]:
    """The drafts of a list of partners: "Malta has no diplomatic relations with: Bhutan, Kiribati" → absent, each.

    A date counts only in the bracket right behind a name: "as of 2014" is none of the relations'. Refuses a list that
    no single party's relations announce.
    """
    before = members[0].start
    nouns = [one for one in chart.cues("noun.relations") if one.end <= before]
    nouns += [one for one in chart.cues("noun.bare_relations") if one.end <= before and chart.has("verb.establish")]
    owner = owner_of_list(chart, discourse, members)
    if not nouns or len(owner.ids) != 1:
        return
    event, modality = _event(chart, nouns[0], before)
    for one in members:
        if event and one.ids != owner.ids:
            yield Draft(
                roles=Relations(parties=tuple(sorted((owner.ids[0], one.ids[0]))), event=event),
                rule="relations.announced",
                dated=_day(chart, one) if event == "established" else Dated(),
                modality=modality,
                context=owner.context,
            )


def owner_of_list(chart: Chart, discourse: Discourse, members: list[Mention]) -> Found:
    """Whose list it is: the one party named before the colon, else the one spoken of."""
    named = found(one for one in chart.parties if one.end <= members[0].start and not one.deictic)
    if named.ids:
        return named
    topic = discourse.topic if discourse.topic is not None and len(discourse.topic.ids) == 1 else None
    spoken = topic or discourse.the_one()
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()


def _event(chart: Chart, noun: Mention, before: int) -> tuple[str, str]:
    """What the words before the colon say of each, and how sure; "" where they tell of no relations kept or made."""
    verbs = [one for one in chart.cues("verb.establish", "verb.maintain") if one.end <= before]
    without = any(one.end <= before for one in chart.cues("mark.heading_no_relations"))
    if without or negated(chart, [noun, *verbs]):
        return "absent", "asserted"
    if chart.has("verb.sever", "verb.suspend", "verb.restore"):
        return "", ""
    made = next((one for one in verbs if "verb.establish" in one.classes), None)
    kept = made or next(iter(verbs), None)
    if kept is None:
        return "", ""
    return ("established" if made else "exists"), modality_of(chart, kept)


def _day(chart: Chart, one: Mention) -> Dated:
    """The date in the bracket right behind a name: "Austria (1974)"."""
    aside = next((span for span in chart.asides if 0 <= span[0] - one.end <= 1), None)
    days = [day for day in chart.dates if aside is not None and aside[0] <= day.start < aside[1]]
    return dated(days[0]) if days else Dated()
