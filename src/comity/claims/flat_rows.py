"""Rows of a table that lost its columns: "Australia 1970 See Australia–Fiji relations", line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.claims.chart import Chart
from comity.claims.draft import Draft
from comity.claims.frames.attach import dated
from comity.claims.mention import Mention
from comity.claims.theme import labels_in
from comity.model.roles import Relations
from comity.model.selector import Selector

_HEADS = ("mark.column_date", "mark.column_notes", "mark.column_mission")
_LONGEST_HEAD = 100
_START = 2
_GAP = re.compile(r"[\W_]*(?:[^\W\d_]{1,3}\.?\W*)?")  # "c. 1975", "in 1975", "– 1975"
_BEHIND = re.compile(r"[\W_]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRow:
    """A line's row: its party, its date where one stands right behind it, and where its notes begin."""

    party: Mention
    day: Mention | None
    end: int


def opens_flat_table(text: str, language: str) -> bool:
    """Whether a line is the head of a table that lost its columns: "Country Formal Relations Began Notes"."""
    if len(text) > _LONGEST_HEAD or any(map(str.isdigit, text)) or "\n" in text:
        return False
    labels = labels_in(text, language)
    return "mark.column_party" in labels and bool(labels & set(_HEADS)) and not text.rstrip().endswith((".", "。", ":"))


def flat_row(chart: Chart, owner: str) -> FlatRow | None:
    """The row that a line begins with, below such a head; None for a line that begins as a sentence does.

    A date must stand right behind the name, or else nothing, or a note that points to the page of the two. Refuses the
    list's own owner, an adjective, and a name in a list.
    """
    party = next((one for one in chart.parties if one.start <= _START and not one.deictic), None)
    if party is None or len(party.ids) != 1 or party.ids[0] == owner or party.form in ("adjective", "demonym"):
        return None
    if party.group >= 0 and len(chart.group_of(party)) > 1:
        return None
    day = next((one for one in chart.dates if one.start >= party.end), None)
    if day is not None and _GAP.fullmatch(chart.text, party.end, day.start) is not None:
        return FlatRow(party=party, day=day, end=day.end)
    if _points_to(chart, party, owner) or _BEHIND.match(chart.text, party.end) is not None:
        return FlatRow(party=party, day=None, end=len(chart.text))
    return None


def _points_to(chart: Chart, party: Mention, owner: str) -> bool:
    """Whether nothing but a reference to the relations of the two stands behind a name."""
    see = next((cue for cue in chart.cues("mark.see") if cue.start >= party.end), None)
    if see is None or _GAP.fullmatch(chart.text, party.end, see.start) is None or chart.dates:
        return False
    named = {one for other in chart.parties if other.start >= see.end for one in other.ids}
    return named in ({party.ids[0]}, {party.ids[0], owner}) and not chart.has("mission", "noun.visit")


def read_flat_row(row: FlatRow, owner: str, context: tuple[Selector, ...]) -> list[Draft]:
    """The relations that a flat row dates; none without a date."""
    if row.day is None:
        return []
    parties = tuple(sorted((owner, row.party.ids[0])))
    roles = Relations(parties=parties, event="established")
    return [Draft(roles=roles, rule="row.flat", dated=dated(row.day), context=context)]
