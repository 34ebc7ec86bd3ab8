"""Columns of a table of relations that hold missions: "Embassy of Montenegro", "Misión diplomática en España"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.context.discourse import Discourse
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.frames.times.standing import lasting, till_published
from comity.claims.rows.row import Row, partners
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Mission

THERE, HERE, EITHER = "there", "here", "either"
HEADS = ("embassy", "high-commission", "legation")  # what may sit in a third state
POSTS = (THERE, HERE, EITHER)


def post_column(head: Chart, owner: str) -> str:
    """Whose missions a column holds, by its head: the owner's (`THERE`), those in its country (`HERE`), or "".

    "Embassy of Montenegro" and "Montenegrin embassy" are there, "Embassy in Podgorica" is here, "Embassy" `EITHER`.
    """
    if not head.has("mission", "noun.mission", "mark.column_mission") or not owner:
        return ""
    for city in head.kind("city"):
        return HERE if city.country == owner else ""
    named = [one for one in (*head.parties, *head.actors) if owner in one.ids]
    if any(one.role == "in" for one in named):
        return HERE
    if named:
        return THERE
    return EITHER if head.has("mission") and not head.parties else ""


def read_post_columns(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The missions that such columns of a row tell, where its party is known: a class, a city, or both.

    A city in a third state is where a non-resident mission sits. Refuses a cell that denies, or that holds neither a
    class of mission nor a city; a row whose party is lost.
    """
    party = found(partners(row)[:1]).ids[:1] or found(row.told[:1]).ids[:1]
    for place in POSTS:
        for chart in row.column(place):
            if party and not chart.has("fact.not", "fact.plan", "verb.close"):
                yield from _posts(row, chart, place, party[0], discourse)


def _posts(row: Row, chart: Chart, place: str, party: str, discourse: Discourse) -> Iterator[Draft]:
    kinds = [cue.kind_in("mission") for cue in chart.cues("mission")]
    kind = kinds[0] if kinds else dict(row.kinds).get(place, "")
    heads = [one for name, one in row.seats if name == place]
    cities: Sequence[Mention | None] = chart.kind("city") or (heads[:1] or (None,) if kinds else ())
    others = [one for one in found(chart.parties).ids if one not in (row.owner, party)]
    if not kind or len(set(kinds)) > 1 or len(cities) > 1:
        return
    for city in cities:
        here = place == HERE or (place == EITHER and city is not None and city.country == row.owner)
        ends = (party, row.owner) if here else (row.owner, party)
        seat = city.country if city is not None else (others[0] if len(others) == 1 else "")
        outside = bool(seat) and seat not in ends
        if (
            (others and seat not in others)
            or (outside and kind not in HEADS)
            or (not seat and chart.has("fact.nonresident"))
        ):
            continue
        event, when = _event(chart, discourse)
        name, number = city_roles(city)
        yield Draft(
            roles=Mission(
                sender=ends[0],
                receiver=ends[1],
                kind=kind,
                event=event,
                city=name,
                city_id=number,
                via=seat if outside else None,
            ),
            rule="row.mission.column",
            dated=when,
            context=row.told_by,
        )


def _event(chart: Chart, discourse: Discourse) -> tuple[str, Dated]:
    """What a cell says became of a mission: "大使館（2007年開館）" was opened, "embassy (since 2007)" lasts."""
    days = [one for one in chart.dates if one.date is not None]
    if chart.has("verb.open") and days:
        return "opened", dated(days[0])
    if days and days[0].date is not None and days[0].date.kind == "since":
        return "exists", lasting(dated(days[0]))
    return "exists", till_published(discourse)
