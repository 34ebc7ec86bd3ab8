"""Rows of lists of missions: a post for each city and class that a row or item pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.context.theme import VAGUE
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import begun, dated, since
from comity.claims.frames.times.standing import till_published
from comity.claims.rows.mission_notes import is_there, read_mission_notes
from comity.claims.rows.row import Row, partners
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.states.places import city_roles
from comity.model.roles import Mission
from comity.parties.registry import load_registry

_TO_BODY = ("permanent-mission", "delegation")
# Columns that tell of something beside the post.
_BESIDE = ("notes", "number", "accredited", "date", "open", "end", "person")
_LABEL = (":", "：")
_OPENED, _TOUCHING = 2, 3
_DASHES = ("–", "—", "-", ":", "：")


def lists_missions(chart: Chart) -> bool:
    """Whether a heading names missions of one state and nothing else: "Honorary consulates of Latvia"."""
    owners = [one for one in chart.parties if one.role == "of" or one.form == "adjective" or one.case == "gen"]
    told = (
        chart.has("verb", "fact", "office", "post", "noun.visit", "noun.meeting") or chart.dates or chart.kind("city")
    )
    return chart.has("mission") and len(chart.parties) == len(owners) == 1 and not told


def read_mission_rows(row: Row, discourse: Discourse) -> Iterator[Draft]:
    """A mission for each city and kind that a row pairs: "Lagos (Consulate-General)", or a column each.

    "China (embassy)" has no city, "Embassies: Beijing, Tokyo" a class for all; what a bracket says behind a city is
    said of that city alone.
    """
    hosts = found(partners(row)).ids or row.lead
    senders = found(one for chart in row.column("sender") for one in chart.parties).ids[:1]
    here = row.town if row.theme == "foreign-missions" and row.town and row.town.country == row.owner else None
    for named, told, chart in _posts(row):
        city = named or here
        if city is not None and city.country in row.lead:
            hosts = row.lead  # "Serbia: Belgrade (embassy; also accredited to | Montenegro)"
        receiver = _receiver(told, city, () if senders else hosts, (chart, *(one for _, one in row.charts)))
        owner = next((one for one in row.pair if one != receiver), row.owner) if receiver in row.pair else row.owner
        if not receiver or receiver == (senders[0] if senders else owner):
            continue
        body = told == "representative-office" and receiver in found(chart.kind("organization")).ids
        kind = "permanent-mission" if body else told  # "Representations" over organizations, "office at the EU"
        ends = (receiver, owner) if row.theme == "foreign-missions" and not row.pair else (owner, receiver)
        ends = (senders[0], receiver) if senders else ends
        name, number = city_roles(city)
        yield from _accredited(row, kind, ends, (name, number))
        post = Mission(sender=ends[0], receiver=ends[1], kind=kind, event="exists", city=name, city_id=number)
        noted = list(read_mission_notes(row, post)) if name is not None else []
        yield from noted
        for event, when, modality in _events(row, chart, discourse, city):
            if not is_there(noted) and (event != "opened" or modality != "asserted" or when.when is None):
                continue
            if event != "exists" and _via(city, ends[1]) in {one for who in chart.parties for one in who.ids}:
                continue  # "closed; covered from | Cotonou (Benin)": there is where it goes on
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
                context=row.told_by,
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
                    context=row.told_by,
                )


def _posts(row: Row) -> Iterator[tuple[Mention | None, str, Chart]]:
    kinds = [(cue, chart) for chart in row.column("mission") for cue in chart.cues("mission")]
    if kinds:
        cities = [one for chart in row.column("city", "") for one in chart.kind("city")]
        cities = cities or list(_called_as_state(row))
        for cue, chart in kinds:
            places: Sequence[Mention | None] = cities or (None,)
            for city in places:
                yield city, cue.kind_in("mission"), chart
        return
    charts = row.column("city") if "city" in row.heads else [chart for name, chart in row.charts if name not in _BESIDE]
    seated = False
    for chart in charts:
        for seat in chart.kind("city") or _namesakes(row, chart):
            kind = _kind_at(chart, seat) or row.kind
            if kind:
                seated = True
                yield seat, kind, chart
    if not seated and partners(row):
        yield from _without_city(row, charts)


def _called_as_state(row: Row) -> Iterator[Mention]:
    """The capital of the row's state where the city's column has but its name: «Алжир | посольство | Алжир»."""
    own, known = [one.ids for one in partners(row)[:1]], load_registry()
    for chart in row.column("city"):
        for one in (one for one in chart.parties if one.ids in own and one.ids[0] in known):
            seat = known.capital(one.ids[0])
            if seat is not None:
                yield replace(one, kind="city", ids=(str(seat),), country=one.ids[0])


def _namesakes(row: Row, chart: Chart) -> list[Mention]:
    """The capital that bears its state's name, where the state is named before it: "Tunisia: تونس (embassy)"."""
    named = [one for one in chart.parties if len(one.ids) == 1 and one.form != "adjective" and not one.deictic]
    again = [one for place, one in enumerate(named) if one.ids == row.lead or one.ids in [o.ids for o in named[:place]]]
    known = load_registry()
    seats = [(one, known.capital(one.ids[0])) for one in again[:1] if one.ids[0] in known]
    return [replace(one, kind="city", ids=(str(seat),), country=one.ids[0]) for one, seat in seats if seat is not None]


def _without_city(row: Row, charts: Sequence[Chart]) -> Iterator[tuple[Mention | None, str, Chart]]:
    """ "China (embassy)": a party with the class of its mission behind it, or alone under a heading that tells it."""
    for chart in charts[:1]:
        cues = [cue for cue in chart.cues("mission") if chart.aside(cue.start) is not None]
        cues = cues or _behind_dash(chart)
        if any(row.heads):
            cues = []
        for cue in cues:
            yield None, cue.kind_in("mission"), chart
        alone = not any(row.heads) and row.kind not in VAGUE and _is_alone(chart)
        if not cues and row.kind and (alone or {"open", "end"} & set(row.heads)):
            yield None, row.kind, chart


def _is_alone(chart: Chart) -> bool:
    """Whether an item is the name of one state and nothing else."""
    named = chart.parties[:1]
    rest = "".join(chart.text[: one.start] + chart.text[one.end :] for one in named)
    return len(chart.parties) == 1 and not any(map(str.isalnum, rest))


def _behind_dash(chart: Chart) -> list[Mention]:
    """The class of mission with which an item says what a state has there: "Saudi Arabia – | embassy (since 1977)"."""
    first = next(iter(chart.parties), None)
    if first is None or chart.text[: first.start].strip():
        return []
    behind = [cue for cue in chart.cues("mission") if cue.start >= first.end]
    return [cue for cue in behind[:1] if chart.text[first.end : cue.start].strip() in _DASHES]


def _kind_at(chart: Chart, seat: Mention) -> str:
    """The class said of a city: of the label before it ("Embassies: …"), else the next behind it, else the last."""
    cues = chart.cues("mission")
    aside = chart.aside(seat.start)
    led = role_before(chart.text, seat.start, chart.pack)[1] if seat.role == "in" else seat.start
    low = aside[0] if aside is not None else led
    told = [cue for cue in cues if 0 <= low - cue.end <= (_OPENED if aside is not None else _TOUCHING)]
    inner = aside is not None and any(aside[0] <= cue.start < aside[1] for cue in cues)
    if told and (aside is not None or seat.role == "in"):
        return told[-1].kind_in("mission")  # "consulates (in | Brest and Grodno)", "an embassy in | Moscow"
    if aside is not None and not inner and len(aside_cities(chart, aside)) > 1:
        return ""
    labels = [cue for cue in cues if cue.end <= seat.start and chart.text[cue.end : cue.end + 2].lstrip()[:1] in _LABEL]
    behind = [cue for cue in cues if cue.start >= seat.end]
    said = labels[-1:] or behind[:1] or cues[-1:]
    return said[0].kind_in("mission") if said else ""


def aside_cities(chart: Chart, aside: tuple[int, int]) -> list[Mention]:
    """The cities that a bracket lists."""
    return [one for one in chart.kind("city") if aside[0] <= one.start < aside[1]]


def _receiver(kind: str, city: Mention | None, hosts: Sequence[str], charts: Sequence[Chart]) -> str:
    """Whom a post is to; "" for a permanent mission whose organization nothing names: it is not to the city's state."""
    if kind in _TO_BODY:
        bodies = next((ids for chart in charts if (ids := found(chart.kind("organization")).ids)), ())
        if bodies:
            return bodies[0]
    if kind == "permanent-mission":
        return next((one for one in hosts if one not in load_registry()), "")
    if hosts:
        return hosts[0]
    return city.country if city is not None else ""


def _events(row: Row, chart: Chart, discourse: Discourse, city: Mention | None) -> Iterator[tuple[str, Dated, str]]:
    """What became of the post and when, by its columns, or by what stands in the bracket behind its city."""
    opened = [dated(one) for one in (d for c in row.column("open", "date") for d in c.dates)]
    closed = [dated(one) for one in (d for c in row.column("end") for d in c.dates)]
    plans = [cue for c in row.column("open", "date", "mission") for cue in c.cues("fact.plan", "mark.project")]
    plans += [cue for cue in chart.cues("fact.plan") if _is_said_of(chart, city, cue)]
    own = [one for one in chart.dates if one.date is not None and _is_said_of(chart, city, one)]
    if row.theme == "closed-missions" or closed:
        if row.column("open") and opened and closed:
            yield "opened", opened[0], "asserted"
        yield "closed", next(iter((*closed, *opened, *map(dated, own))), Dated()), "asserted"
        return
    deeds = [] if plans else _deeds(chart, city)
    if deeds:
        yield from ((event, when, "asserted") for event, when in deeds)
        yield "exists", till_published(discourse), "asserted"
        return
    shut = [cue for cue in chart.cues("verb.close") if _is_said_of(chart, city, cue)]
    shut = [cue for cue in shut if chart.aside(cue.start) or (plans and "mission" in row.heads)]
    if shut:
        if plans:
            yield "exists", till_published(discourse), "asserted"
            yield "closed", dated(own[0]) if own else Dated(), "planned"
            return
        for event, when in _became(chart, shut, own):
            yield event, when if event != "exists" else till_published(discourse), "asserted"
        return
    if plans or (row.planned and not opened):
        yield "opened", opened[0] if opened else (dated(own[0]) if own else Dated()), "planned"
        return
    moved = any(chart.has("verb.move") for chart in row.column("open", "date"))
    if opened:
        yield "moved" if moved else "opened", opened[0], "asserted"
    lasting = [one for one in own if one.date is not None and one.date.kind == "since"]
    if lasting and lasting[0].date is not None:
        yield "exists", Dated(when=since(lasting[0].date.when)), "asserted"
        return
    yield "exists", till_published(discourse), "asserted"


def _became(chart: Chart, shut: Sequence[Mention], days: Sequence[Mention]) -> Iterator[tuple[str, Dated]]:
    """What a bracket says became of a post, each with its day: "(embassy; closed in 1982, reopened in 2019)".

    A post shut from a year to a year is there again: "(2012年至2013年暂时关闭)".
    """
    aside = chart.aside(shut[0].start) or (0, 0)
    opened = [one for one in chart.within(chart.cues("verb.open"), *aside) if one not in shut]
    verbs = sorted((*shut, *opened), key=lambda one: one.start)
    told = [dated(one) for one in days]
    spell = told[0].when if len(told) == len(verbs) == 1 else None
    if spell is not None and spell.closed:
        yield "exists", Dated()
        return
    for place, verb in enumerate(verbs):
        when = told[place] if len(told) == len(verbs) else (told[0] if told and len(verbs) == 1 else Dated())
        yield "closed" if verb in shut else "opened", begun(when)


def _deeds(chart: Chart, city: Mention | None) -> list[tuple[str, Dated]]:
    """The days on which a city's post is told to have opened, in its bracket: "（大使馆，2012年2月开馆）"."""
    verbs = [cue for cue in chart.cues("verb.close", "verb.open") if chart.aside(cue.start)]
    verbs = [cue for cue in verbs if _is_said_of(chart, city, cue)]
    if any("verb.close" in cue.classes for cue in verbs):
        return []
    own = [one for one in chart.dates if chart.aside(one.start) and _is_said_of(chart, city, one)]
    days = [chart.within(own, *chart.clause(cue.start)) for cue in verbs]
    if not verbs or not all(len(one) == 1 for one in days):
        return []
    return [("opened", dated(day[0])) for day in days]


def _is_said_of(chart: Chart, city: Mention | None, one: Mention) -> bool:
    """Whether what stands in a bracket is said of this city: it is the one right before the bracket."""
    aside = chart.aside(one.start)
    if aside is None or city is None:
        return True
    before = [other for other in chart.kind("city") if other.end <= aside[0]]
    apart = any(city.end <= start and end <= aside[0] for start, end in chart.asides)  # of a place that is no city
    return not before or (before[-1].start == city.start and not apart)
