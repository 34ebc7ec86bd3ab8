"""One deed of several, each on a day told behind it: "A and B recognised it, the former in 1934, the latter later"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Membership, Mission, Recognition, Relations, iter_parties

_TOLD = (Recognition, Relations, Mission, Membership)
_DASHES = ("–", "—", "-")
_TWO = 2


def each_on_its_day(chart: Chart, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those of a party that is named again with a day alone dated by it.

    Only where two or more are told so, behind what they did.
    """
    drafts = list(drafts)
    days = _days(chart) if any(isinstance(one.roles, _TOLD) for one in drafts) else {}
    if len(days) < _TWO:
        return drafts
    return [_redated(one, days) for one in drafts]


def _redated(draft: Draft, days: dict[str, Mention]) -> Draft:
    told = [party for party in iter_parties(draft.roles) if party in days]
    own = isinstance(draft.roles, _TOLD) and len(told) == 1
    return replace(draft, dated=dated(days[told[0]])) if own else draft


def _days(chart: Chart) -> dict[str, Mention]:
    """The day right behind each party that a sentence names for the second time, or by "the former", "the latter"."""
    verbs = chart.cues("verb")
    if not verbs or len(chart.dates) < _TWO:
        return {}
    named = {party for one in chart.parties if one.end <= verbs[0].start for party in one.ids}
    out: dict[str, Mention] = {}
    for one in chart.parties:
        again = one.start >= verbs[0].end and len(one.ids) == 1 and set(one.ids) <= named and one.role in ("", "by")
        day = next((date for date in chart.dates if date.start >= one.end), None) if again else None
        if day is None or day.date is None or day.date.kind == "since" or one.ids[0] in out:
            continue
        if _only_small(chart, chart.text[one.end : day.start]):
            out[one.ids[0]] = day
    return out


def _only_small(chart: Chart, gap: str) -> bool:
    """Whether no word of weight parts a name from a day."""
    words = gap.replace(",", " ").lower().split()
    return all(word in _DASHES or word in chart.pack.before or word in chart.pack.light for word in words)
