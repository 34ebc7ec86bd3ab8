"""Rows and items of lists of visits: "2004.9.19-21  President Roh Moo-hyun" under "From Korea", journeys of one man."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.context.discourse import Discourse
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.rows.row import Journeys, Row, partners
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined
from comity.claims.states.places import place_names
from comity.model.roles import Visit
from comity.model.selector import Selector

_MODALITIES = (
    ("fact.cancel", "cancelled"),
    ("fact.postpone", "cancelled"),
    ("fact.request", "requested"),
    ("fact.plan", "planned"),
)
_KINDS = ("state", "official", "working", "private")
_LONGEST_NAME = 50


def journeys_in(chart: Chart, context: tuple[Selector, ...], owner: str = "") -> Journeys | None:
    """Whose journeys, or whose guests, a heading says that a table or list under it holds; None for neither.

    "International trips of President Hage Geingob of Namibia", "Visits of heads of state to Tunisia". Somebody in
    office of no state is the ``owner``'s: "Visits abroad by President Geingob" on Namibia's page.
    """
    if not chart.has("noun.visit", "indicator.visits", "mark.heading_visits"):
        return None
    people = [one for one in chart.actors if one.actor is not None and one.actor.office and one.actor.person]
    people = [one for one in people if one.ids or (owner and not chart.parties)]
    hosts = [one for one in chart.parties if one.role in ("in", "to", "object") and one.form != "adjective"]
    offices = {cue.kind_in("office") for cue in chart.cues("office")}
    if len(people) == 1 and people[0].actor is not None:
        actor = people[0].actor
        return Journeys(
            visitor=people[0].ids[0] if people[0].ids else owner,
            office=actor.office,
            person=actor.person,
            context=context,
        )
    if len(hosts) == len(chart.parties) == 1 and len(offices) <= 1 and len(hosts[0].ids) == 1 and not hosts[0].deictic:
        return Journeys(host=hosts[0].ids[0], office=next(iter(offices), ""), context=context)
    return None


def guests_of(chart: Chart) -> tuple[str, ...]:
    """The one of two parties of a heading whose guests it lists: "From Costa Rica to Singapore"."""
    named = [one for one in chart.kind("party") if len(one.ids) == 1 and not one.deictic]
    if len(named) != 2:
        return ()
    if chart.within(chart.cues("verb.visit"), named[0].end, named[1].start):  # 格鲁吉亚 | 访问 | 爱沙尼亚
        return named[0].ids
    if not any(one.role in ("in", "to", "object") for one in named):
        return ()
    return next((one.ids for one in named if one.role in ("of", "from") or one.form == "adjective"), ())


def read_visit_rows(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The visits of a list, by whom its heading says travels, else by those its rows name."""
    told = row.journeys
    dates = _days(row)
    if told is not None and told.visitor:
        yield from _journeys_of(row, told, dates)
        return
    guests = list(_guests(row, discourse))
    if told is not None and told.host and told.office and not guests:
        guests = list(_guest_of_host(row, told))
    for roles in guests:
        for day in dates:
            context = (*row.told_by, *(told.context if told is not None else ()))
            yield Draft(roles=roles, rule="row.visit", dated=day, modality=_modality(row), context=context)


def _days(row: Row) -> list[Dated]:
    """The days of a row: of its column of dates where it has one, else those it begins with."""
    own = [dated(one) for chart in row.column("date") for one in chart.dates][:1]
    return own or _chained(row)


def _journeys_of(row: Row, told: Journeys, dates: Sequence[Dated]) -> Iterator[Draft]:
    """Where the one that a heading names went: "Angola | Luanda | 12–14 April 2015 | State visit"."""
    cities = [one for chart in row.column("city", "") for one in chart.kind("city")]
    hosts = found(one for one in partners(row) if one.kind == "party").ids
    hosts = hosts or tuple(dict.fromkeys(one.country for one in cities if one.country))
    for host in hosts[:1]:
        for day in dates if host != told.visitor and len(hosts) == 1 else ():
            yield Draft(
                roles=Visit(
                    visitor=told.visitor,
                    host=host,
                    office=told.office,
                    person=told.person or None,
                    kind=_kind(row),
                    places=place_names([one for one in cities if one.country == host]),
                ),
                rule="row.visit",
                dated=day,
                modality=_modality(row),
                context=(*row.told_by, *told.context),
            )


def _guest_of_host(row: Row, told: Journeys) -> Iterator[Visit]:
    """Who came, where the heading tells his office: "Abdel Fattah al-Sissi (Égypte)" among heads of state."""
    homes = found(one for one in partners(row) if one.kind == "party").ids
    for _, chart in row.charts[:1] if len(homes) == 1 and homes[0] != told.host else ():
        low = max((one.end for one in chart.dates), default=0)
        named = next((one for one in chart.parties if one.ids == homes), None)
        name = chart.text[low : named.start].strip(" \t:：–—-(（,，") if named is not None and named.start > low else ""
        person = name if 1 < len(name) <= _LONGEST_NAME and name[0].isupper() and len(name.split()) > 1 else None
        yield Visit(visitor=homes[0], host=told.host, office=told.office, person=person, kind=_kind(row))


def _guests(row: Row, discourse: Discourse) -> Iterator[Visit]:
    """Who came and where to, by the people in office that a row names."""
    people = [one for _, chart in row.charts for one in chart.actors if one.actor is not None and one.actor.office]
    for one in people[:1]:
        hosted = row.journeys is not None and row.journeys.host
        home = one.ids[:1] or (_home_in(row) if hosted else _guest_of_lead(row, discourse))
        cities = [city for _, chart in row.charts for city in chart.kind("city") if city.country not in home]
        hosts = tuple(dict.fromkeys(city.country for city in cities if city.country))[:1] or _taken_to(row)
        if not hosts and row.journeys is not None and row.journeys.host:
            hosts = (row.journeys.host,)
        if not home and hosts and not hosted:
            guest = discourse.other_than(hosts[0])
            home = guest.ids if guest is not None else ()
        if not hosts and home:
            other = discourse.other_than(home[0])
            hosts = other.ids if other is not None else ()
        if not home or len(hosts) != 1 or home == hosts or one.actor is None:
            continue
        yield Visit(
            visitor=home[0],
            host=hosts[0],
            office=one.actor.office,
            person=one.actor.person or None,
            kind=_kind(row),
            places=place_names(cities),
        )


def _home_in(row: Row) -> tuple[str, ...]:
    """The one state that the column of states gives for a guest of the list's host: "Filipe Nyusi | Mozambique"."""
    ids = found(one for chart in row.column("party") for one in chart.parties).ids
    return ids if len(ids) == 1 and row.journeys is not None and row.journeys.host not in ids else ()


def _kind(row: Row) -> str | None:
    return next((name for name in _KINDS for _, chart in row.charts if chart.has(f"kind.{name}")), None)


def _modality(row: Row) -> str:
    labels = {label for _, chart in row.charts for cue in chart.cues("fact") for label in cue.classes}
    return next((name for label, name in _MODALITIES if label in labels), "asserted")


def _guest_of_lead(row: Row, discourse: Discourse) -> tuple[str, ...]:
    """Whose guests a list under a state's name holds: its own, or the other's where they went to its cities."""
    lead = row.lead[:1]
    seats = {city.country for _, chart in row.charts for city in chart.kind("city") if city.country}
    other = discourse.other_than(lead[0]) if lead and seats == set(lead) else None
    return other.ids if other is not None else lead


def _chained(row: Row) -> list[Dated]:
    """The first date of a row, and those that only a joiner parts from it: "先后于2012年、2015年和2021年访问"."""
    for _, chart in row.charts:
        days = _within_year(chart)
        chain = days[:1]
        for one in days[1:]:
            if joined(chart.between(chain[-1], one), chart.pack):
                chain.append(one)
        if chain:
            return [dated(one) for one in chain]
    return []


def _within_year(chart: Chart) -> list[Mention]:
    """The dates of an entry, a year at its head left off where a day of it follows: "2016: X in Bern, 12. Mai"."""
    begins = [one.date.when.start for one in chart.dates if one.date is not None]
    if len(begins) < 2 or len(begins) < len(chart.dates) or begins[0] is None or begins[0].month is not None:
        return chart.dates
    year = begins[0].year
    pairs = zip(chart.dates, begins, strict=True)
    return [one for one, at in pairs if at and at.year == year and at.month is not None] or chart.dates


def _taken_to(row: Row) -> tuple[str, ...]:
    """The one party that a row says somebody went to."""
    ids = found(one for _, chart in row.charts for one in chart.parties if one.role in ("in", "to", "object")).ids
    return ids if len(ids) == 1 else ()
