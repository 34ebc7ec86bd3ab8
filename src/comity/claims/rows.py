"""Rows and list items: what a table says by its columns, a list by its heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.clues import find_clues
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.frames.attach import dated
from comity.claims.frames.sides import found
from comity.claims.honour_rows import read_honour_rows
from comity.claims.member_rows import read_member_rows
from comity.claims.mention import Mention
from comity.claims.mission_rows import read_mission_rows
from comity.claims.places import city_roles, place_names
from comity.claims.row import Row, note_dates, partners, row_dates, told_by_note
from comity.claims.term_rows import read_term_rows
from comity.claims.titles import title_at
from comity.claims.words import joined
from comity.model.roles import Agreement, Recognition, Relations, Visit
from comity.model.selector import Selector
from comity.model.when import When

_MODALITIES = (
    ("fact.cancel", "cancelled"),
    ("fact.postpone", "cancelled"),
    ("fact.request", "requested"),
    ("fact.plan", "planned"),
)
_SPELLS = {
    "verb.restore": "restored",
    "verb.sever": "severed",
    "verb.suspend": "suspended",
    "verb.establish": "established",
}
# What makes an item a thing of its own: a dated item with one of these has lost no name.
_NO_NAME = ("agreement", "mission", "noun.visit", "noun.meeting", "post", "office", "verb", "body", "award")
_NAMELESS = 40
_UNDONE = 25
_DASHES = ("—", "–", "-", "−")
_BEHIND_DAY = 2
_PARTS = ")]）】;；、\n|"
# Lists that may be read though nobody knows whose they are: their rows or headings name all that is needed.
_WITHOUT_OWNER = ("honours", "agreements", "visits", "ambassadors", "memberships")


def read_row(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The drafts that a row makes by its columns; its notes are read as sentences elsewhere."""
    if not row.owner and not row.column("sender") and row.theme not in _WITHOUT_OWNER:
        return
    if row.theme == "relations":
        yield from _relations(row)
        if "recognised" in row.heads:
            yield from _recognition(row)
    elif row.theme == "no-relations":
        yield from _absences(row)
    elif row.theme in ("recognition", "non-recognition", "withdrawn-recognition"):
        yield from _recognition(row)
        if {"recognised", "date"} <= set(row.heads) and partners(row):
            yield from _relations(row)
    elif row.theme == "honours":
        yield from read_honour_rows(row)
    elif row.theme == "ambassadors":
        yield from read_term_rows(row)
    elif row.theme == "memberships":
        yield from read_member_rows(row)
    elif row.theme == "visits":
        yield from _visits(row, discourse)
    elif row.theme == "agreements":
        yield from _agreements(row, discourse)
    elif row.theme in ("missions", "closed-missions", "foreign-missions", "multilateral"):
        yield from read_mission_rows(row, discourse)


def _denied(row: Row) -> bool:
    charts = row.column("date", "")
    if any(chart.text.strip() in _DASHES for chart in row.column("date")):
        return any(chart.has("verb.refuse") for chart in row.column("notes", "recognised"))
    return any(chart.has("fact.not") and not chart.dates for chart in charts)


def _relations(row: Row) -> Iterator[Draft]:
    named = partners(row) or list(row.told) or told_by_note(row)
    dates = row_dates(row)
    context = row.told_by
    if _denied(row) and named:
        for party in found(named).ids:
            yield _relation(row, (row.owner, party), "absent", Dated(), context)
        return
    if not named:
        dates = _finest(dates, note_dates(row))
    if not dates:
        return
    if not named:
        if row.pair or not _lacks_name(row):
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
    if any(chart.has("verb.recognise") and not chart.has("verb.establish") for chart in row.column("date")):
        for party in found(named[:1]).ids:
            roles = Recognition(subject=row.owner, object=party, event="recognised")
            yield Draft(rule="row.recognition.date", roles=roles, dated=dates[0], context=context)
        return
    for party in found(named[:1]).ids:
        for event, when in _spells(row):
            yield _relation(row, (row.owner, party), event, when, context)


def _finest(dates: list[Dated], noted: list[Dated]) -> list[Dated]:
    """The dates of a row's column, or its note's where the column has none or a coarser one: 2013, 2013-05-03."""
    if not noted or not dates:
        return dates or noted
    told, own = noted[0].when, dates[0].when
    return noted if told is not None and own is not None and told != own and own.contains(told) else dates


def _absences(row: Row) -> Iterator[Draft]:
    """A row or item of a list of those with whom its owner has no relations; refuses one with a date of relations."""
    if "date" in row.heads and row_dates(row):
        return
    context = row.told_by
    for party in found(partners(row)).ids:
        yield _relation(row, (row.owner, party), "absent", Dated(), context)


def _spells(row: Row) -> Iterator[tuple[str, Dated]]:
    """What happened on each date of a row: established on the first, on the others what the words before them say.

    "24 May 1935; severed 1940, restored 1991" are three, "28.4.1952 (restored)" is one; "(suspended)" beside the name
    is one without a date.
    """
    charts = row.column("date") or row.column("")
    for chart in charts[:1]:
        for number, day in enumerate(chart.dates):
            event = _said_of_day(chart, number)
            if event or number == 0:
                yield event or "established", _first_day(replace(dated(day), context=()))
    for chart in row.column("party"):
        for cue in [cue for cue in chart.cues("verb.suspend", "verb.sever") if chart.aside(cue.start) is not None][:1]:
            yield "suspended" if "verb.suspend" in cue.classes else "severed", Dated()


def _said_of_day(chart: Chart, number: int) -> str:
    """What the words beside a date of a row say happened then; "" where they say nothing.

    They stand before it, or right behind it: "16 Sept 1992 [restored]", "1990年8月8日复交".
    """
    days, cues = chart.dates, chart.cues(*_SPELLS)
    own = [cue for cue in cues if _stands_behind(chart, days[number], cue)]
    taken = {cue.start for one in days[:number] for cue in cues if _stands_behind(chart, one, cue)}
    low = days[number - 1].end if number else 0
    before = [cue for cue in chart.within(cues, low, days[number].start) if cue.start not in taken]
    only = chart.within(cues, days[number].end, len(chart.text)) if len(days) == 1 else []
    said = before[-1:] or own[:1] or only[:1]
    return next((_SPELLS[label] for cue in said for label in _SPELLS if label in cue.classes), "")


def _stands_behind(chart: Chart, day: Mention, cue: Mention) -> bool:
    """Whether a word stands right behind a date and no other date behind the word: "1992 [restored]; 1998"."""
    if not 0 <= cue.start - day.end <= _BEHIND_DAY:
        return False
    later = next((one.start for one in chart.dates if one.start >= cue.end), None)
    return later is None or any(mark in _PARTS for mark in chart.text[cue.end : later])


def _first_day(day: Dated) -> Dated:
    """The beginning of a time over which relations lasted: "13 August 1993 – 29 May 2018"."""
    if day.when is None or not day.when.interval or day.when.start is None or day.when.end is None:
        return day
    if day.when.start.year == day.when.end.year:
        return day
    return replace(day, when=When(day.when.start, None))


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
    dates = _chained(row)
    people = [one for _, chart in row.charts for one in chart.actors if one.actor is not None and one.actor.office]
    for one in people[:1]:
        home = one.ids[:1] or _guest_of_lead(row, discourse)
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
        roles = Visit(
            visitor=home[0],
            host=hosts[0],
            office=one.actor.office,
            person=one.actor.person or None,
            kind=kind,
            places=place_names(cities),
        )
        modality = next((name for label, name in _MODALITIES if label in labels), "asserted")
        context = row.told_by
        for day in dates:
            yield Draft(roles=roles, rule="row.visit", dated=day, modality=modality, context=context)


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


def _agreements(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The texts of a list or table, each with its day: "Treaty of friendship (Astana, 3 June 1996)"."""
    texts = row.column("title") or [chart for name, chart in row.charts if name == ""]
    heads = [(chart, head) for chart in texts for head in chart.cues("agreement")][:1]
    given = [(chart, one) for chart in row.column("date", "") for one in chart.dates]
    signed = [dated(one) for chart, one in given if not _in_force(chart, one) and not _left_undone(chart, one)]
    signed = [one for one in signed if one.when is None or not one.when.interval or one.when.end is not None]
    force = [dated(one) for chart in row.column("force") for one in chart.dates]
    force += [_begun(dated(one)) for chart, one in given if _in_force(chart, one)]
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
                    context=(*row.told_by, *parties.context),
                )


def _left_undone(chart: Chart, day: Mention) -> bool:
    """Whether a "not" stands right behind a day: "the draft of 1990 | remained unsigned"."""
    if chart.within(chart.cues("fact.pending"), day.end, len(chart.text)):
        return True
    return bool(chart.within(chart.cues("fact.not"), day.end, day.end + _UNDONE)) and not chart.has("verb.force")


def _begun(told: Dated) -> Dated:
    """The day itself of what holds since a day: "in force since 1947" took force in 1947."""
    when = told.when
    open_ended = when is not None and when.interval and when.end is None and when.start is not None
    return replace(told, when=When(when.start, None)) if when is not None and open_ended else told


def _in_force(chart: Chart, day: Mention) -> bool:
    """Whether a date is that of the entry into force: the word stands between it and the date before it."""
    before = max((one.end for one in chart.dates if one.end <= day.start), default=0)
    return bool(chart.within(chart.cues("verb.force"), before, day.start))


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
    if row.theme in ("non-recognition", "withdrawn-recognition") and not any(row.heads):
        yield from _unrecognised(row)
        return
    if any(chart.has("verb.refuse") or (chart.has("fact.not") and not chart.dates) for chart in charts):
        for party in found(partners(row)[:1]).ids:
            yield Draft(
                roles=Recognition(subject=row.owner, object=party, event="refused"),
                rule="row.recognition",
                context=row.told_by,
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
            context=row.told_by,
        )
        for day in [one for chart in row.column("end") for one in chart.dates][:1]:
            yield Draft(
                roles=Recognition(subject=party, object=row.owner, event="withdrawn"),
                rule="row.recognition.withdrawn",
                dated=replace(dated(day), context=()),
                context=row.told_by,
            )


def _unrecognised(row: Row) -> Iterator[Draft]:
    """An item of a list of those who do not recognise the list's owner, or no longer do."""
    gone = row.theme == "withdrawn-recognition"
    dates = row_dates(row) if gone else []
    for party in found(partners(row)[:1]).ids:
        yield Draft(
            roles=Recognition(subject=party, object=row.owner, event="withdrawn" if gone else "refused"),
            rule="row.recognition.withdrawn" if gone else "row.recognition",
            dated=dates[0] if dates else Dated(),
            context=row.told_by,
        )
