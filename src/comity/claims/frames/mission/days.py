"""The days of missions that a sentence tells of together: each sender's own, and none that is a "since" of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.claims.context.discourse import Found
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.mission.verbs import standing
from comity.claims.frames.times.attach import date_of, dated
from comity.claims.frames.times.by_member import respectively
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.model.roles import Mission

_STANDS = frozenset(
    {"verb.establish", "verb.found", "verb.have", "verb.open", "verb.serve", "verb.maintain", "verb.hold"}
)


def day_of_each(chart: Chart, verb: Mention, sender: Found) -> dict[str, Dated]:
    """The day of each of several senders, as a list of days tells them: "A et B … respectivement en juin et en mai"."""
    members = [one for one in chart.parties if one.role == "" and set(one.ids) & set(sender.ids) and not one.deictic]
    days = respectively(chart, members, verb)
    return {one.ids[0]: days[one.start] for one in members if one.start in days}


def on_its_own_day(chart: Chart, verb: Mention, told: Dated) -> Dated:
    """The day of an opening, never a "since" of something else: "opened on Tuesday, shut | since 2002"."""
    when = told.when
    if when is None or not when.interval or when.end is not None or chart.pack.order != "svo":
        return told
    days = [one for one in chart.dates if one.date is not None and not one.date.when.interval]
    near = chart.nearest(verb, days)
    return dated(near) if near is not None else told


def there_since(chart: Chart, noun: Mention, verb: Mention, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of what became of a mission, one that closes told besides to be there since its time before the verb.

    "The consulate in Genoa, working | since 1960 |, was closed during the war": its end has no day. Refuses a time that
    another verb takes: "led since 1960 by …".
    """
    begun = [day for day in chart.dates if day.date is not None and day.date.kind == "since"]
    plain = chart.pack.order == "svo" and not chart.pack.inverts
    begun = [day for day in begun if plain and noun.end <= day.start and _parted(chart, day.end, verb.start)]
    others = chart.within(chart.cues("verb"), noun.end, begun[-1].end) if begun else []
    own = len(begun) == 1 and all(one.classes & _STANDS for one in others)
    for draft in drafts:
        if own and isinstance(draft.roles, Mission) and draft.roles.event == "closed":
            stood = replace(draft.roles, event="exists")
            yield replace(draft, roles=stood, rule="mission.exists", dated=dated(begun[0]), modality="asserted")
            told, since = draft.dated.when, begun[0].date.when if begun[0].date is not None else None
            same = told is not None and since is not None and told.start == since.start
            yield replace(draft, dated=Dated()) if same else draft
        else:
            yield draft


def _parted(chart: Chart, start: int, end: int) -> bool:
    """Whether a comma or an "and" parts two places: "has | since 2014 | been closed" is one statement."""
    gap = chart.text[start:end]
    return start <= end and (has_any(gap, CLAUSE_COMMAS) or bool(set(gap.split()) & chart.pack.joiners))


def since_beside(chart: Chart, noun: Mention) -> Mention | None:
    """The beginning told right behind a mission, where others have theirs: "a consul from 1871, a | post from 1906"."""
    begun = [one for one in chart.dates if one.date is not None and one.date.kind == "since"]
    near = [one for one in begun if 0 <= one.start - noun.end <= 1]
    return near[0] if near and len(begun) > 1 else None


def of_what_is_there(chart: Chart, noun: Mention, told: Dated) -> bool:
    """Whether a day is another mission's or deed's: "hat keine Botschaft, nur ein Büro, | seit 2013"."""
    day = next((one for one in chart.dates if one.date is not None and one.date.when == told.when), None)
    if day is None or day.start < noun.end or not has_any(chart.text[noun.end : day.start], CLAUSE_COMMAS + ":"):
        return False
    return bool(chart.within(chart.cues("mission", "verb.open", "verb.close", "deixis.one"), noun.end, day.start))


def stands(chart: Chart, verb: Mention) -> bool:
    """Whether a verb that may mean either says that a mission is there, and tells of no day and of nothing to come.

    "1975年双方互 | 设 | 办事处" and "承诺 | 设 | 使馆" tell of an opening.
    """
    if not standing(verb) or chart.pack.spaced:
        return standing(verb)
    own = date_of(chart, verb)
    on_a_day = own is not None and own.when is not None and not own.when.interval
    return not on_a_day and modality_of(chart, verb) not in ("planned", "requested")
