"""Rows and list items: what a table says by its columns, a list by its heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import begun, dated
from comity.claims.rows.envoy_items import read_envoy_items
from comity.claims.rows.honours import read_honour_rows
from comity.claims.rows.memberships import read_member_rows
from comity.claims.rows.missions import read_mission_rows
from comity.claims.rows.relations import absences, relations
from comity.claims.rows.row import Row, partners, row_dates
from comity.claims.rows.terms import read_term_rows
from comity.claims.rows.visits import read_visit_rows
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.claims.titles.reach import title_at
from comity.model.roles import Agreement, Recognition

_UNDONE = 25
# Lists that may be read though nobody knows whose they are: their rows or headings name all that is needed.
_WITHOUT_OWNER = ("honours", "agreements", "visits", "ambassadors", "memberships")


def read_row(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The drafts that a row makes by its columns; its notes are read as sentences elsewhere."""
    if not row.owner and not row.column("sender") and row.theme not in _WITHOUT_OWNER:
        return
    if row.theme == "relations":
        yield from relations(row)
        if "recognised" in row.heads:
            yield from _recognition(row)
    elif row.theme == "no-relations":
        yield from absences(row)
    elif row.theme in ("recognition", "non-recognition", "withdrawn-recognition"):
        yield from _recognition(row)
        if {"recognised", "date"} <= set(row.heads) and partners(row):
            yield from relations(row)
    elif row.theme == "honours":
        yield from read_honour_rows(row)
    elif row.theme == "ambassadors":
        yield from read_term_rows(row) if any(row.heads) else read_envoy_items(row)
    elif row.theme == "memberships":
        yield from read_member_rows(row)
    elif row.theme == "visits":
        yield from read_visit_rows(row, discourse)
    elif row.theme == "agreements":
        yield from _agreements(row, discourse)
    elif row.theme in ("missions", "closed-missions", "foreign-missions", "multilateral"):
        yield from read_mission_rows(row, discourse)


def _agreements(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """The texts of a list or table, each with its day: "Treaty of friendship (Astana, 3 June 1996)"."""
    texts = row.column("title") or [chart for name, chart in row.charts if name == ""]
    heads = [(chart, head) for chart in texts for head in chart.cues("agreement")][:1]
    given = [(chart, one) for chart in row.column("date", "") for one in chart.dates]
    ratified = [dated(one) for chart, one in given if _is_ratified(chart, one)]
    given = [(chart, one) for chart, one in given if not _is_ratified(chart, one)]
    signed = [dated(one) for chart, one in given if not _in_force(chart, one) and not _left_undone(chart, one)]
    signed = [one for one in signed if one.when is None or not one.when.interval or one.when.end is not None]
    force = [dated(one) for chart in row.column("force") for one in chart.dates]
    force += [begun(dated(one)) for chart, one in given if _in_force(chart, one)]
    for chart, head in heads:
        parties = _parties_to(row, discourse)
        if len(parties.ids) < 2:
            continue
        start, end = title_at(chart, head)
        if "title" in row.heads:
            start, end = 0, len(chart.text)
        cities = [
            one
            for _, other in row.charts
            for one in other.kind("city")
            if other is not chart or not start <= one.start < end
        ]
        for event, days in (("signed", signed), ("ratified", ratified), ("in-force", force)):
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


def _in_force(chart: Chart, day: Mention) -> bool:
    """Whether a date is that of the entry into force: the word stands between it and the date before it."""
    if chart.pack.order == "sov" and any(0 <= one.start - day.end <= 1 for one in chart.cues("verb.force")):
        return True  # "2 Mayıs 1993'te | yürürlüğe girmiştir"
    before = max((one.end for one in chart.dates if one.end <= day.start), default=0)
    return bool(chart.within(chart.cues("verb.force"), before, day.start))


def _is_ratified(chart: Chart, day: Mention) -> bool:
    """Whether a date is that of a ratification told in its bracket, no other date between them."""
    inside = chart.aside(day.start)
    told = chart.within(chart.cues("verb.ratify"), *inside) if inside is not None else []
    gaps = [sorted((day.start, one.start)) for one in told]
    return any(not [one for one in chart.within(chart.dates, *gap) if one is not day] for gap in gaps)


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
