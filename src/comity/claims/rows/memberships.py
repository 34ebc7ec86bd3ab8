"""Lists and tables of memberships: "CBSS, CE, OAS (observer)"; a row with a state, an organization, a role, a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.frames.times.attach import begun, dated
from comity.claims.rows.row import Row, partners
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Membership
from comity.model.when import When

_ROLES = ("observer", "founder", "candidate", "partner", "chair", "council-member")
_BRACKETED = 4  # observer, founder, candidate, partner: what a bracket in a list tells
_BEHIND = 3
_MARKS = frozenset("–—:：-")


def read_member_rows(row: Row) -> Iterator[Draft]:
    """The drafts of a list under "Participation in international organizations": its owner is in each that it names.

    A bracket behind a name tells the role there. A table with a column of organizations tells by its columns whose row
    it is, in which role, and since when. Refuses a text that says more than names.
    """
    if any(chart.has("fact.not") and not chart.dates for _, chart in row.charts):
        return  # "See Malta–NATO relations: Malta is | not | a member"
    if "organization" in row.heads:
        yield from _by_columns(row)
        return
    for _, chart in row.charts:
        for one in chart.kind("organization"):
            if len(one.ids) != 1 or one.ids[0] == row.owner:
                continue
            day = _day_of(chart, one)
            event = "holds" if day is None else "joined"
            yield Draft(
                roles=Membership(member=row.owner, organization=one.ids[0], role=_role(chart, one), event=event),
                rule="row.membership",
                dated=Dated() if day is None else begun(dated(day)),
                context=row.told_by,
            )


def _by_columns(row: Row) -> Iterator[Draft]:
    """The drafts of one row: "Georgia | CIS | member | 1993 | left 2009"."""
    named = [one for one in partners(row) if one.kind == "party"] if {"party", "sender"} & set(row.heads) else []
    member = named[0].ids[0] if named else row.owner
    bodies = [one for chart in row.column("organization") for one in chart.kind("organization") if len(one.ids) == 1]
    if not member or len(bodies) != 1 or bodies[0].ids[0] == member:
        return
    charts = [chart for name, chart in row.charts if name not in ("party", "sender", "organization", "notes", "number")]
    role = next((told for chart in charts for told in _told(chart)), "member")
    for event, day in _days(row, charts):
        yield Draft(
            roles=Membership(member=member, organization=bodies[0].ids[0], role=role, event=event),
            rule="row.membership",
            dated=day,
            context=(*(() if named else row.owner_context), *row.context),
        )


def _told(chart: Chart) -> Iterator[str]:
    """The roles other than plain membership that a cell names."""
    for cue in chart.cues("role"):
        yield from (name for name in _ROLES if f"role.{name}" in cue.classes)


def _days(row: Row, charts: list[Chart]) -> Iterator[tuple[str, Dated]]:
    """What happened when: left in the column of ends, or where a cell says so; else joined; held where no day is."""
    ends = row.column("end")
    begun = [dated(one) for chart in charts if chart not in ends for one in chart.dates][:1]
    ended = [dated(one) for chart in ends for one in chart.dates][:1]
    if begun and any(chart.has("verb.leave") for chart in charts if chart not in ends):
        begun, ended = [], begun
    if begun and not ended and begun[0].when is not None and begun[0].when.closed:  # "3 December 1993 – 18 August 2009"
        begun, ended = [_at(begun[0], 0)], [_at(begun[0], 1)]
    yield from (("joined", replace(day, context=())) for day in begun)
    yield from (("left", replace(day, context=())) for day in ended)
    if not begun and not ended:
        yield "holds", Dated()


def _at(day: Dated, end: int) -> Dated:
    """One of the two ends of a time."""
    when = day.when
    bound = (when.end if end else when.start) if when is not None else None
    return replace(day, when=When(bound, bound) if bound is not None else None)


def _day_of(chart: Chart, one: Mention) -> Mention | None:
    """The day that an item gives for its one organization: "UN (31 July 1992)", "WTO: 14 June 2000"."""
    alone = len({other.ids for other in chart.kind("organization")}) == 1 and len(chart.dates) == 1
    day = chart.dates[0] if alone else None
    when = day.date.when if day is not None and day.date is not None else None
    if day is None or when is None or when.start is None or (when.interval and when.end is not None):
        return None
    return day if day.start >= one.end and len(chart.text[one.end : day.start].split()) <= _BEHIND else None


def _role(chart: Chart, one: Mention) -> str:
    """What the bracket or the dash right behind a name says, else a member."""
    aside = next((span for span in chart.asides if 0 <= span[0] - one.end <= _BEHIND), None)
    if aside is None and chart.text[one.end :].lstrip()[:1] in _MARKS:
        later = [other.start for other in chart.kind("organization") if other.start > one.start]
        aside = (one.end, min(later, default=len(chart.text)))
    cues = chart.within(chart.cues("role"), *aside) if aside is not None else []
    told = (role for cue in cues for role in _ROLES[:_BRACKETED] if f"role.{role}" in cue.classes)
    return next(told, "member")
