"""A row's notes: sentences about the owner of the list and the party of the row, and about nobody before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.find import Finder
from comity.claims.frames.sides.of_anchor import found
from comity.claims.people.memory import PostMemory
from comity.claims.remember import remember
from comity.claims.rows.row import Row, row_dates
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.sentence import Sentence
from comity.model.roles import Agreement, Appointment, Mission, Recognition, Relations, Succession, Visit

Frames = Callable[[Chart, Discourse], list[Draft]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One sentence of a row's notes as it was read."""

    sentence: Sentence
    chart: Chart
    drafts: tuple[Draft, ...]


def read_notes(
    row: Row, sentences: Sequence[Sentence], discourse: Discourse, *, finder: Finder, frames: Frames
) -> tuple[tuple[Mention, ...], list[Note]]:
    """Who the row's party is by its notes, and what they say, sentence by sentence.

    "Latvia is represented in Namibia through its embassy in Portugal" in a row of Latvia's that names nobody tells
    Namibia; "both countries" there are Latvia and Namibia. A row whose notes name nobody else leaves nothing over from
    the row before it: its "both countries" stay unknown.
    """
    notes = list(_read(row, sentences, inside(discourse, row, ()), finder, frames))
    partner = _told(row.owner, notes)
    if partner:
        notes = list(_read(row, sentences, inside(discourse, row, partner), finder, frames))
    return partner, notes


def read_notes_of(
    row: Row, sentences: Sequence[Sentence], discourse: Discourse, *, finder: Finder, frames: Frames, ids: Sequence[str]
) -> list[Note]:
    """What the notes of a row say whose party is known."""
    return list(_read(row, sentences, inside(discourse, row, ids), finder, frames))


def inside(discourse: Discourse, row: Row, partner: Sequence[str | Mention]) -> Discourse:
    """The state of a document as it is for one row: its owner and its party, nothing of the rows before."""
    ids = tuple(one if isinstance(one, str) else one.ids[0] for one in partner)[:1]
    topic = discourse.topic
    if row.owner and not row.pair:
        topic = Spoken(ids=(row.owner,), place=topic.place if topic is not None else None)
    return replace(
        discourse,
        topic=topic,
        heading=Spoken(ids=ids, place=row.whole) if ids else None,
        row=(row.owner, *ids) if row.owner and not (row.pair and not ids) else None,
        subject=None,
        pair=None,
        pairs={},
        date=_date_of(row),
        episode=_day_of(row),
        ensemble=None,
        several=None,
        city=None,
        missions={},
        agreement=None,
        agreement_place=None,
        organization=None,
        visitor=None,
        who=None,
        trip=None,
        related=(),
        told=(),
        posting=Found(),
        posts=PostMemory(),
    )


def _date_of(row: Row) -> Spoken | None:
    """The one day of a row, which its notes may go on from: "recognised on the same day"."""
    days = row_dates(row)
    return Spoken(when=days[0].when, place=row.whole) if len(days) == 1 else None


def _day_of(row: Row) -> Spoken | None:
    """The day of a row of a chronology, whose text tells of it: "30.01.1992 | The CSCE admitted Uzbekistan".

    Refuses a table whose columns or heading say what its dates are.
    """
    if row.theme or any(row.heads):
        return None
    charts = [chart for _, chart in row.charts]
    days = [one for chart in charts for one in chart.dates if chart.text.strip() == chart.text[one.start : one.end]]
    if len(days) != 1 or days[0].date is None:
        return None
    return Spoken(when=days[0].date.when, place=row.whole)


def _read(
    row: Row, sentences: Iterable[Sentence], discourse: Discourse, finder: Finder, frames: Frames
) -> Iterator[Note]:
    dates = row_dates(row)
    for sentence in sentences:
        discourse.sentence += 1
        chart = finder.chart(sentence, discourse)
        drafts = [_dated_by_row(draft, row, dates) for draft in frames(chart, discourse)]
        remember(discourse, chart, drafts)
        yield Note(sentence=sentence, chart=chart, drafts=tuple(drafts))


def _dated_by_row(draft: Draft, row: Row, dates: Sequence[Dated]) -> Draft:
    own = isinstance(draft.roles, Succession) and draft.roles.successor == row.owner
    return replace(draft, dated=dates[0]) if own and dates and not draft.dated.when else draft


def _told(owner: str, notes: Sequence[Note]) -> tuple[Mention, ...]:
    """The one party that the notes name and tell of with the owner: a mission, an envoy, a visit, a text, relations."""
    if not owner:
        return ()
    others: dict[str, None] = {}
    drafts = [draft for note in notes for draft in note.drafts]
    seats = {draft.roles.via for draft in drafts if isinstance(draft.roles, Mission)}
    for draft in drafts:
        ends = _ends(draft)
        if owner in ends:
            others |= dict.fromkeys(one for one in ends if one != owner and one not in seats)
    named = [one for note in notes for one in note.chart.parties if not one.deictic and one.ids[0] in others]
    named = named or [one for note in notes for one in note.chart.actors if one.ids and one.ids[0] in others]
    return tuple(named[:1]) if len(others) == 1 and len(found(named).ids) == 1 else ()


def _ends(draft: Draft) -> tuple[str, ...]:
    """The two parties of a draft that tells of two."""
    roles = draft.roles
    if isinstance(roles, Mission | Appointment):
        return (roles.sender, roles.receiver)
    if isinstance(roles, Visit):
        return (roles.visitor, roles.host)
    if isinstance(roles, Recognition):
        return (roles.subject, roles.object)
    if isinstance(roles, Relations | Agreement) and len(roles.parties) == 2:
        return roles.parties
    return ()
