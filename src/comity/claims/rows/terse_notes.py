"""What a few words in a row's note say of its owner and its party, neither named: "recognised on 5 September 1991"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import dated
from comity.claims.rows.row import Row
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import SEMICOLONS
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment, Mission, Recognition, Relations, Succession
from comity.model.when import When

_BESIDE = 2
_SEATED = 14
_ABROAD = "row.mission.envoy"
_BEGINS = frozenset({"party", "actor", "organization"})


def now_called(row: Row) -> list[Mention]:
    """The state that a note says the row's party was by then: "ya como | Serbia y Montenegro"; empty where none."""
    for chart in row.column("notes"):
        led = [cue for cue in chart.cues("verb.succeed") if not chart.text[: cue.start].strip(" (")]
        named = [one for one in chart.parties if led and 0 < one.start - led[0].end <= _BESIDE]
        if named and not chart.text[named[0].end :].strip(" .)"):
            return named
    return []


def is_return(row: Row) -> bool:
    """Whether a note says of the row's own day that relations were restored then: "restablecimiento; rotas en 1960"."""
    for chart in row.column("notes"):
        for cue in chart.cues("verb.restore"):
            rest = chart.text[cue.end :].replace("؛", ";").split(";")[0]
            alone = not _led(chart, cue.start) and not rest.strip(" .)")
            if alone:
                return True
    return False


def terse_notes(row: Row, party: str) -> Iterator[Draft]:
    """The recognition and the higher rank that a note dates without naming anybody.

    "reconocido el 05/09/1991", "embajada desde el 24/04/1943" in a row of relations that began with legations.
    """
    yield from _heir(row, party)
    for chart in row.column("notes"):
        for verb in chart.cues("verb.recognise"):
            day = chart.day_behind(verb.end, _BESIDE)
            if day is not None and _opens(chart, verb) and not negated(chart, [verb]):
                roles = Recognition(subject=row.owner, object=party, event="recognised")
                yield Draft(rule="row.recognition.note", roles=roles, dated=dated(day), context=row.told_by)
        yield from _raised(row, chart, party)
        yield from _envoy_abroad(row, chart, party)


def _heir(row: Row, party: str) -> Iterator[Draft]:
    """Whose heir a bracket of an item says that its party is: «Словакия, 1.1.1993 (| преемник Чехословакии |)»."""
    for chart in row.column(""):
        for verb in chart.cues("verb.continue"):
            aside = chart.aside(verb.start)
            heirs = chart.within(chart.parties, *aside) if aside is not None else []
            if len(heirs) == 1 and len(heirs[0].ids) == 1 and heirs[0].ids[0] != party and not negated(chart, [verb]):
                roles = Succession(predecessor=heirs[0].ids[0], successor=party)
                day = [dated(one) for one in chart.dates if aside is not None and one.end <= aside[0]][:1]
                yield Draft(rule="row.succession", roles=roles, dated=day[0] if day else Dated(), context=row.told_by)


def _envoy_abroad(row: Row, chart: Chart, party: str) -> Iterator[Draft]:
    """The mission of the row's party that a note only tells by where its envoy sits: «посол — в Киеве до 2016 г.».

    Or where it is covered from: "covered from Vienna until 1993".

    Refuses a city of one of the two, and a note with more than the envoy, the city and a time.
    """
    covers = [cue for cue in chart.cues("verb.accredit", "mark.seat") if len(chart.kind("city")) == 1]
    for head in chart.cues("post.ambassador") or covers[:1]:
        behind = [
            one for one in chart.kind("city") if one.role in ("in", "from", "") and 0 < one.start - head.end <= _SEATED
        ]
        seat = behind[0] if len(chart.kind("city")) == 1 and behind else None
        told = [
            cue for cue in chart.cues("verb") if cue is not head and not cue.classes & {"verb.serve", "verb.accredit"}
        ]
        alone = not told and not chart.has("fact.not") and not chart.kind("organization", "party")
        if seat is None or _led(chart, head.start) or not alone:
            continue
        if seat.country in ("", row.owner, party):
            continue
        name, number = city_roles(seat)
        ends = Mission(sender=party, receiver=row.owner, kind="embassy", event="exists")
        roles = replace(ends, city=name, city_id=number, via=seat.country)
        day = next((dated(one) for one in chart.dates if one.start > seat.end), Dated())
        yield Draft(rule=_ABROAD, roles=roles, dated=day, context=row.told_by)


def is_seat_again(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a nameless envoy of a note is but the seat abroad that it tells: "ambassador in Budapest since 2011"."""
    seats = {one.roles.city for one in drafts if one.rule == _ABROAD and isinstance(one.roles, Mission)}
    roles = draft.roles
    return isinstance(roles, Appointment) and not roles.person and roles.city in seats


def _raised(row: Row, chart: Chart, party: str) -> Iterator[Draft]:
    ranked = any(one.has("mission.legation", "noun.legation_level") for name, one in row.charts if name != "notes")
    for head in chart.cues("mission.embassy") if ranked else ():
        day = chart.day_behind(head.end, _BESIDE)
        if day is None or day.date is None or day.date.kind != "since" or not _opens(chart, head):
            continue
        own = dated(day)
        start = own.when.start if own.when is not None else None
        if start is not None:
            parties = tuple(sorted((row.owner, party)))
            yield Draft(
                rule="row.relations.note",
                roles=Relations(parties=parties, event="upgraded", level="embassy"),
                dated=replace(own, when=When(start, None)),
                context=row.told_by,
            )


def _opens(chart: Chart, anchor: Mention) -> bool:
    """Whether a word begins the note or a part of it, and the part names nobody."""
    low, high = chart.clause(anchor.start)
    named = [one for one in chart.within(chart.mentions, low, high) if one.kind in _BEGINS]
    return not _led(chart, anchor.start, low) and not named


def _led(chart: Chart, end: int, low: int = 0) -> str:
    """What stands before a word in its part of a note; an article written onto it is nothing: «ال|سفير في نيروبي»."""
    before = chart.text[low:end].strip(SEMICOLONS + " (")
    return "" if before in chart.pack.proclitics else before
