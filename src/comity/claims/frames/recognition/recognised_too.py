"""Recognitions told without their verb: "Peru recognised Kosovo on 22 February 2008, Croatia | on 19 March"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.days.stretch import stretch
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Recognition

_FEW = 3
_DASHES = ("–", "—", "-")


def read_recognised_too(chart: Chart, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What the last recognition says, of another state and day behind a comma: «…, Хорватия – 19 марта».

    One in the case of an object is recognised itself: «Украину Минск признал 27 декабря, | Грузию – 4 февраля».
    Refuses a part with a verb, a mission or anybody else of its own, and one before the recognition.
    """
    told = [one for one in drafts if isinstance(one.roles, Recognition) and one.dated.when is not None]
    if not told or chart.pack.order != "svo" or not chart.pack.spaced or told[-1].modality != "asserted":
        return
    last = told[-1]
    assert isinstance(last.roles, Recognition)
    said = {one.roles.subject for one in told if isinstance(one.roles, Recognition)}
    verbs = chart.cues("verb.recognise")
    for one in chart.parties:
        day = _own_day(chart, one)
        behind = not verbs or verbs[-1].end <= one.start  # «Испания сделала это 28 мая, | Словения – 4 июня»
        if day is None or not behind or set(one.ids) & {*said, last.roles.object}:
            continue
        for party in one.ids if len(one.ids) == 1 or one.form == "group" else ():
            said.add(party)
            taken = one.role == "object" or one.form == "group"
            roles = replace(last.roles, object=party) if taken else replace(last.roles, subject=party, order=None)
            yield replace(last, roles=roles, dated=dated(day), rule="recognition.gapped")


def gapped(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a state behind a verb has a day of its own, so that the verb's is not told of it."""
    return one.start >= verb.end and _own_day(chart, one) is not None


def _own_day(chart: Chart, one: Mention) -> Mention | None:
    """The day that is all that its stretch tells of a state: a joiner before it, a dash or small words between."""
    low, high = stretch(chart, one.start)
    if low == 0 or one.role not in ("", "object") or one.form == "adjective" or one.deictic:
        return None
    days = chart.within(chart.dates, one.end, high)
    before = chart.text[low : one.start].replace(",", " ").lower().split()
    others = [
        it for it in chart.within((*chart.parties, *chart.actors, *chart.kind("city")), low, high) if it is not one
    ]
    if len(days) != 1 or others or chart.within(chart.cues("verb", "mission", "fact"), low, high):
        return None
    between = chart.text[one.end : days[0].start].lower().split()
    small = all(it in _DASHES or it in chart.pack.before or it in chart.pack.light for it in between)
    led = all(it in chart.pack.joiners for it in before)
    return (
        days[0] if small and led and len(between) <= _FEW and not chart.text[days[0].end : high].strip(" .") else None
    )
