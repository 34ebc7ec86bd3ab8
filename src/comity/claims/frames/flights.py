"""Flights and ways counted: since when, and between whom («возобновят 10 февраля: | два рейса в неделю»)."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of
from comity.claims.frames.attach import date_of
from comity.claims.frames.figures import Figure
from comity.claims.mention import Mention
from comity.model.roles import Quantity
from comity.model.when import When

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


def _is_noun(chart: Chart, verb: Mention) -> bool:
    """Whether a word is a verb's noun or a participle: "after | the opening | of the line"."""
    word = chart.text[verb.start : verb.end].lower()
    endings = (*chart.pack.verbal_nouns, *chart.pack.participles)
    return bool(endings) and word.endswith(endings)


def between_towns(chart: Chart, figure: Figure) -> list[Found]:
    """The two states between towns of which one flies or measures: "between | Ulaanbaatar | and | Seoul"; else none.

    Also "from | Almaty | to | Baku". Refuses more towns than two, and two of one state.
    """
    if figure.indicator not in ("distance", "flights-per-week"):
        return []
    towns = chart.within(chart.kind("city"), *chart.clause(figure.number.start))
    roles = {one.role for one in towns}
    states = tuple(sorted({one.country for one in towns if one.country}))
    apart = roles == {"between"} or (roles <= {"from", "to", "in"} and "from" in roles and len(roles) == len(towns))
    return [Found(ids=states)] if len(towns) == len(states) == 2 and apart else []
