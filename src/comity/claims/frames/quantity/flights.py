"""Flights and ways counted: since when, and between whom («возобновят 10 февраля: | два рейса в неделю»)."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.context.discourse import Found
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.quantity.figures import Figure
from comity.claims.frames.times.attach import date_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Quantity
from comity.model.when import When

_BOTH = 2
_BEGINS = ("verb.restore", "verb.open", "verb.establish", "verb.inaugurate")


def since_begun(chart: Chart, draft: Draft, number: Mention) -> Draft:
    """The draft of a figure; of flights, since the day on which their service begins, planned where that is.

    Refuses to date them so where the sentence gives the verb no day, or the day is a time with an end.
    """
    roles = draft.roles
    if not isinstance(roles, Quantity) or roles.indicator != "flights-per-week":
        return draft
    start, _ = chart.clause(number.start)
    verbs = [one for one in chart.within(chart.cues(*_BEGINS), start, number.start) if not _is_noun(chart, one)]
    day = date_of(chart, verbs[-1]) if verbs else None
    if not verbs or day is None or day.when is None or day.when.interval:
        return draft
    dated: Dated = replace(day, when=When(day.when.start, None, True))
    return replace(draft, dated=dated, modality=modality_of(chart, verbs[-1]))


def flown_between(chart: Chart, figure: Figure) -> list[Found]:
    """The two states that flights or miles lie between, where only towns say so: "three flights between A and B".

    Refuses towns of one state or of three, and a clause that names a state besides.
    """
    if figure.indicator not in ("flights-per-week", "distance"):
        return []
    where = chart.clause(figure.number.start)
    there = {one.start for one in chart.cues("deixis.there")}
    towns = [one.country for one in chart.within(chart.kind("city"), *where) if one.start not in there]
    states = [one for one in chart.within(chart.parties, *where) if one.form != "adjective" and one.role]
    told = len(set(towns)) == _BOTH and all(towns) and not states
    return [Found(ids=tuple(sorted(set(towns))))] if told else []


def _is_noun(chart: Chart, verb: Mention) -> bool:
    """Whether a word is a verb's noun or a participle: "after | the opening | of the line"."""
    word = chart.text[verb.start : verb.end].lower()
    endings = (*chart.pack.verbal_nouns, *chart.pack.participles)
    return bool(endings) and word.endswith(endings)
