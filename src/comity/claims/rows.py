"""Rows and list items: what a table says by its columns, a list by its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.chart import Chart
from comity.claims.clues import find_clues
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.frames.attach import dated, since, till_published
from comity.claims.frames.sides import found
from comity.claims.mention import Mention
from comity.claims.places import city_roles, place_names
from comity.claims.titles import title_at
from comity.model.claim import Agreement, Mission, Recognition, Relations, Visit
from comity.model.passage import RowPlace
from comity.model.selector import Selector

_TO_BODY = ("permanent-mission", "delegation")
# What makes an item a thing of its own: a dated item with one of these has lost no name.
_NO_NAME = ("agreement", "mission", "noun.visit", "noun.meeting", "post", "office", "verb", "body", "award")
_NAMELESS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row or item as charts: a chart per column that says something (``party``, ``date`` …), and its place.

    ``told``: the party that the sentences of its notes tell, where no column does; ``paired``: the document's title
    names two parties, so that its rows are about both.
    """

    theme: str
    owner: str
    owner_context: tuple[Selector, ...]
    charts: tuple[tuple[str, Chart], ...]
    context: tuple[Selector, ...] = ()
    place: RowPlace | None = None
    lead: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    whole: Selector | None = None
    told: tuple[Mention, ...] = ()
    paired: bool = False

    def column(self, *names: str) -> list[Chart]:
        """The charts of the columns of these names."""
        return [chart for name, chart in self.charts if name in names]


def read_row(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The drafts that a row makes by its columns; its notes are read as sentences elsewhere."""
    if row.theme == "relations":
        yield from _relations(row)
        if "recognised" in row.heads:
            yield from _recognition(row)
    elif row.theme == "recognition":
        yield from _recognition(row)
    elif row.theme == "visits":
        yield from _visits(row, discourse)
    elif row.theme == "agreements":
        yield from _agreements(row, discourse)
    elif row.theme in ("missions", "closed-missions", "foreign-missions", "multilateral"):
        yield from _missions(row, discourse)


def partners(row: Row) -> list[Mention]:
    """The parties a row names in its party column, or anywhere outside its notes where it has no such column."""
    charts = (
        row.column("party", "sender")
        if {"party", "sender"} & set(row.heads)
        else [chart for name, chart in row.charts if name not in ("notes", "number")]
    )
    for chart in charts:
        named = [
            one
            for one in (*chart.parties, *chart.kind("organization"))
            if one.ids and one.ids[0] != row.owner and not one.deictic and one.form != "adjective"
        ]
        if named:
            return chart.group_of(named[0]) if named[0].group >= 0 else named[:1]
    return []


def told_by_note(row: Row) -> list[Mention]:
    """The party that the notes of a row without one tell: the other of a pair with the owner, or the only one.

    "See Azerbaijan–Djibouti relations" in a list of Azerbaijan's tells Djibouti.
    """
    for chart in row.column("notes") if any(row.heads) else row.column(""):
        for one in chart.parties:
            group = chart.group_of(one)
            ids = found(group).ids
            if row.owner in ids and len(ids) == 2:
                return [other for other in group if row.owner not in other.ids][:1]
        named = [one for one in chart.parties if row.owner not in one.ids and not one.deictic]
        if len(found(named).ids) == 1 and not chart.has("verb.continue"):
            return named[:1]
    return []


def row_dates(row: Row) -> list[Dated]:
    """The dates that a row's date column gives, in order."""
    charts = row.column("date") or row.column("")
    out = [dated(one) for chart in charts for one in chart.dates]
    return [replace(one, context=()) for one in out]


def _denied(row: Row) -> bool:
    charts = row.column("date", "")
    return any(chart.has("fact.not") and not chart.dates for chart in charts)


def _relations(row: Row) -> Iterator[Draft]:
    named = partners(row) or list(row.told) or told_by_note(row)
    dates = row_dates(row)
    context = (*row.owner_context, *row.context)
    if _denied(row) and named:
        for party in found(named).ids:
            yield _relation(row, (row.owner, party), "absent", Dated(), context)
        return
    if not dates:
        return
    if not named:
        if row.paired or not _lacks_name(row):
            return
        yield Draft(
            roles=Relations(parties=(row.owner,), event="established"),
            rule="row.relations",
            dated=dates[0],
            context=context,
            missing="party",
            place=row.place,
            clues=find_clues(row.charts, row.owner),
        )
        return
    for party in found(named[:1]).ids:
        yield _relation(row, (row.owner, party), "established", dates[0], context)


def _lacks_name(row: Row) -> bool:
    """Whether the row is one of a list of dates whose name was lost: nothing but a date stands where a name should.

    "3 April: Foreign Minister Haavisto" among relations is a visit, no lost name; neither is a row about a person.
    """
    if row.heads and any(row.heads):
        return "person" not in row.heads and "title" not in row.heads
    others = [one for _, chart in row.charts for one in (*chart.actors, *chart.kind("organization"))]
    told = any(chart.has(*_NO_NAME) for _, chart in row.charts)
    rest = sum(len(chart.text) - sum(day.end - day.start for day in chart.dates) for _, chart in row.charts)
    return not others and not told and rest <= _NAMELESS


def _relation(row: Row, parties: tuple[str, str], event: str, when: Dated, context: tuple[Selector, ...]) -> Draft:
    return Draft(
        roles=Relations(parties=tuple(sorted(parties)), event=event),
        rule="row.relations",
        dated=when,
        context=context,
        place=row.place if row.place and row.place.heading else None,
    )


def _visits(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The visits of a list: "2004.9.19-21  President Roh Moo-hyun" under "From Korea"."""
    dates = [dated(one) for _, chart in row.charts for one in chart.dates]
    people = [one for _, chart in row.charts for one in chart.actors if one.actor is not None and one.actor.office]
    for one in people[:1]:
        home = one.ids[:1] or row.lead[:1]
        cities = [city for _, chart in row.charts for city in chart.kind("city") if city.country not in home]
        hosts = tuple(dict.fromkeys(city.country for city in cities if city.country))[:1] or _taken_to(row)
        if not home and hosts:
            guest = discourse.other_than(hosts[0])
            home = guest.ids if guest is not None else ()
        if not hosts and home:
            other = discourse.other_than(home[0])
            hosts = other.ids if other is not None else ()
        if not home or len(hosts) != 1 or home == hosts or not dates or one.actor is None:
            continue
        labels = {label for _, chart in row.charts for cue in chart.cues("kind", "fact") for label in cue.classes}
        kind = next((name for name in ("state", "official", "working", "private") if f"kind.{name}" in labels), None)
        yield Draft(
            roles=Visit(
                visitor=home[0],
                host=hosts[0],
                office=one.actor.office,
                person=one.actor.person or None,
                kind=kind,
                places=place_names(cities),
            ),
            rule="row.visit",
            dated=dates[0],
            modality="planned" if "fact.plan" in labels else "asserted",
            context=(*row.owner_context, *row.context),
        )


def _taken_to(row: Row) -> tuple[str, ...]:
    """The one party that a row says somebody went to."""
    ids = found(one for _, chart in row.charts for one in chart.parties if one.role in ("in", "to", "object")).ids
    return ids if len(ids) == 1 else ()


def _agreements(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The texts of a list or table, each with its day: "Treaty of friendship (Astana, 3 June 1996)"."""
    texts = row.column("title") or [chart for name, chart in row.charts if name == ""]
    heads = [(chart, head) for chart in texts for head in chart.cues("agreement")][:1]
    signed = [dated(one) for chart in row.column("date", "") for one in chart.dates]
    force = [dated(one) for chart in row.column("force") for one in chart.dates]
    for chart, head in heads:
        parties = _parties_to(row, discourse)
        if len(parties.ids) < 2:
            continue
        start, end = title_at(chart, head)
        if "title" in row.heads:
            start, end = 0, len(chart.text)
        cities = [one for _, other in row.charts for one in other.kind("city") if not start <= one.start < end]
        for event, days in (("signed", signed), ("in-force", force)):
            for day in days[:1]:
                yield Draft(
                    roles=Agreement(
                        parties=tuple(sorted(parties.ids)),
                        title=chart.text[start:end].strip(),
                        event=event,
                        kind=head.kind_in("agreement"),
                        place=city_roles(cities[0] if cities and event == "signed" else None)[0],
                    ),
                    rule="row.agreement",
                    dated=day,
                    context=(*row.owner_context, *row.context, *parties.context),
                )


def _parties_to(row: Row, discourse: Discourse) -> Found:
    """Whose text a row is: the two it names, the one it names with the owner, else the two in question."""
    charts = row.column("party") or [chart for _, chart in row.charts]
    named = found(one for chart in charts for one in (*chart.parties, *chart.kind("organization")))
    if "party" in row.heads and row.owner and named.ids:
        return Found(ids=(row.owner, *(one for one in named.ids if one != row.owner)))
    named = found(one for chart in charts for one in chart.parties)
    if len(named.ids) >= 2:
        return named
    rest = [one for one in named.ids if one != row.owner]
    pair = discourse.the_pair()
    if pair is not None and len(pair.ids) == 2 and set(rest) <= set(pair.ids):
        return Found(ids=pair.ids, context=pair.context())
    return Found(ids=(row.owner, *rest)) if row.owner and len(rest) == 1 else Found()


def _recognition(row: Row) -> Iterator[Draft]:
    """Each state of a list recognises the one the list is of, on the day its column gives."""
    charts = row.column("recognised")
    if any(chart.has("verb.refuse") or (chart.has("fact.not") and not chart.dates) for chart in charts):
        for party in found(partners(row)[:1]).ids:
            yield Draft(
                roles=Recognition(subject=row.owner, object=party, event="refused"),
                rule="row.recognition",
                context=(*row.owner_context, *row.context),
            )
        return
    dates = [replace(dated(one), context=()) for chart in charts for one in chart.dates]
    if not dates and row.theme == "relations":
        return
    dates = dates or row_dates(row)
    for party in found(partners(row)[:1]).ids:
        yield Draft(
            roles=Recognition(subject=party, object=row.owner, event="recognised"),
            rule="row.recognition",
            dated=dates[0] if dates else Dated(),
            context=(*row.owner_context, *row.context),
        )


def _missions(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """A mission for each city and kind that a row pairs: "Lagos (Consulate-General)", or a column each."""
    hosts = found(partners(row)).ids or row.lead
    senders = found(one for chart in row.column("sender") for one in chart.parties).ids[:1]
    for city, kind, chart in _posts(row):
        receiver = _receiver(kind, city, () if senders else hosts, chart)
        if not receiver or receiver == (senders[0] if senders else row.owner):
            continue
        ends = (receiver, row.owner) if row.theme == "foreign-missions" else (row.owner, receiver)
        ends = (senders[0], receiver) if senders else ends
        name, number = city_roles(city)
        yield from _accredited(row, kind, ends, (name, number))
        for event, when, modality in _events(row, chart, discourse):
            yield Draft(
                roles=Mission(
                    sender=ends[0],
                    receiver=ends[1],
                    kind=kind,
                    event=event,
                    city=name,
                    city_id=number,
                    via=_via(city, ends[1]),
                ),
                rule="row.mission",
                dated=when,
                modality=modality,
                context=(*row.owner_context, *row.context),
            )


def _via(city: Mention | None, receiver: str) -> str | None:
    """The state in which a mission to another state sits: Rome, for the Holy See, is Italy's."""
    if city is None or not city.country or city.country == receiver or not receiver.isupper() or len(receiver) != 3:
        return None
    return city.country


def _accredited(row: Row, kind: str, ends: tuple[str, str], seat: tuple[str | None, int | None]) -> Iterator[Draft]:
    """The states that a mission covers besides, by the column that lists them."""
    for chart in row.column("accredited"):
        for party in found(chart.parties).ids:
            if party not in ends:
                yield Draft(
                    roles=Mission(
                        sender=ends[0],
                        receiver=party,
                        kind=kind,
                        event="exists",
                        city=seat[0],
                        city_id=seat[1],
                        via=ends[1],
                    ),
                    rule="row.mission.accredited",
                    context=(*row.owner_context, *row.context),
                )


def _posts(row: Row) -> Iterator[tuple[Mention | None, str, Chart]]:
    kinds = row.column("mission")
    if kinds:
        cities = [one for chart in row.column("city", "") for one in chart.kind("city")]
        for chart in kinds:
            for cue in chart.cues("mission"):
                places: Sequence[Mention | None] = cities or (None,)
                for city in places:
                    yield city, cue.kind_in("mission"), chart
        return
    for _, chart in row.charts:
        cues = chart.cues("mission")
        for seat in chart.kind("city"):
            behind = [cue for cue in cues if cue.start >= seat.end]
            said = behind[0] if behind else (cues[-1] if cues else None)
            if said is not None:
                yield seat, said.kind_in("mission"), chart


def _receiver(kind: str, city: Mention | None, hosts: Sequence[str], chart: Chart) -> str:
    if kind in _TO_BODY:
        bodies = found(chart.kind("organization")).ids
        if bodies:
            return bodies[0]
    if hosts:
        return hosts[0]
    return city.country if city is not None else ""


def _events(row: Row, chart: Chart, discourse: Discourse) -> Iterator[tuple[str, Dated, str]]:
    opened = [dated(one) for one in (d for c in row.column("open", "date") for d in c.dates)]
    closed = [dated(one) for one in (d for c in row.column("end") for d in c.dates)]
    planned = any(c.has("fact.plan") for c in row.column("open", "date", "mission"))
    if row.theme == "closed-missions" or closed:
        yield "closed", closed[0] if closed else (opened[0] if opened else Dated()), "asserted"
        return
    if planned:
        yield "opened", opened[0] if opened else Dated(), "planned"
        return
    if opened:
        yield "opened", opened[0], "asserted"
    own = [one for one in chart.dates if one.date is not None and one.date.kind == "since"]
    if own and own[0].date is not None:
        yield "exists", Dated(when=since(own[0].date.when)), "asserted"
        return
    yield "exists", till_published(discourse), "asserted"
