"""Rows of a table that lost its columns: "Australia 1970 See Australia–Fiji relations", line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.context.theme import labels_in
from comity.claims.find import Finder
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.sentence import Sentence
from comity.dates import find_dates
from comity.model.claim import Claim
from comity.model.passage import Passage, PassageKind
from comity.model.roles import Relations
from comity.model.selector import Selector

_HEADS = ("mark.column_date", "mark.column_notes", "mark.column_mission")
_LONGEST_HEAD = 100
_START = 2
_GAP = re.compile(r"[\W_]*(?:[^\W\d_]{1,3}\.?\W*)?")  # "c. 1975", "in 1975", "– 1975"
_BEHIND = re.compile(r"[\W_]*$")
_GLUE = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=[a-zà-öø-ÿ)])(?=[A-ZÀ-ÖØ-Þ])")
_LONGEST_NAME = 60
_OPENS = re.compile(r"(?:\[\w{1,4}\]|\s)*(?:$|[A-ZÀ-ÖØ-Þ])")  # nothing, or a sentence of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRow:
    """A line's row: its party, its date where one stands right behind it, and where its notes begin.

    ``torn``: as no list's item is written, so that a list does not read it, too.
    """

    party: Mention
    day: Mention | None
    end: int
    torn: bool = False


def opens_flat_table(passage: Passage) -> bool:
    """Whether a line is the head of a table that lost its columns: "Country Formal Relations Began Notes".

    One that is read as a heading must have a column for dates.
    """
    text = passage.body.text
    if len(text) > _LONGEST_HEAD or any(map(str.isdigit, text)) or "\n" in text or "\t" in text:
        return False
    labels = labels_in(text, passage.language)
    heads = set(_HEADS[:1] if passage.kind == PassageKind.HEADING else _HEADS)
    return "mark.column_party" in labels and bool(labels & heads) and not text.rstrip().endswith((".", "。", ":"))


def read_flat_line(sentence: Sentence, finder: Finder, discourse: Discourse) -> tuple[Sentence, list[Claim]]:
    """What is left to read of a line of a table without columns, and the claims of the row that it begins.

    The row's party is who the lines below it are about.
    """
    topic = discourse.topic
    owner = topic.ids[0] if topic is not None and len(topic.ids) == 1 else ""
    if topic is None or not owner:
        return sentence, []
    row = flat_row(finder.chart(sentence, discourse), owner) or _glued_row(sentence, finder, discourse, owner)
    if row is None:
        return sentence, []
    whole = sentence.selector()
    discourse.heading = Spoken(ids=row.party.ids, place=whole)
    discourse.pair = discourse.subject = None
    if sentence.passage.kind == PassageKind.ITEM and not row.torn:  # read as a list's item, with its place
        return sentence, []
    told = [draft.claim(sentence, whole) for draft in read_flat_row(row, owner, topic.context())]
    end = len(sentence.body)
    rest = row.end if any(map(str.isalpha, sentence.text[row.end :])) else end
    return replace(sentence, body=sentence.body.slice(rest, end)), told


def _glued_row(sentence: Sentence, finder: Finder, discourse: Discourse, owner: str) -> FlatRow | None:
    """The row of a line whose name lost the blank behind it: "Rwanda18 December 1962Both countries …", "KenyaSee …"."""
    for found in _GLUE.finditer(sentence.text, 0, _LONGEST_NAME):
        cut = found.start()
        name = finder.chart(replace(sentence, body=sentence.body.slice(0, cut)), discourse)
        party = next((one for one in name.parties if not one.deictic and not name.text[: one.start].strip()), None)
        if party is None or party.end != cut or len(party.ids) != 1 or party.ids[0] == owner:
            continue
        rest = finder.chart(replace(sentence, body=sentence.body.slice(cut, len(sentence.body))), discourse)
        day = next((one for one in rest.dates if not rest.text[: one.start].strip()), None)
        if day is None:
            return FlatRow(party=party, day=None, end=cut, torn=True)
        shifted = replace(day, start=day.start + cut, end=day.end + cut)
        return FlatRow(party=party, day=shifted, end=shifted.end, torn=True)
    return None


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
    year = _year_behind(chart, party)
    if year is not None:
        return FlatRow(party=party, day=year, end=year.end, torn=True)
    if _points_to(chart, party, owner) or _BEHIND.match(chart.text, party.end) is not None:
        return FlatRow(party=party, day=None, end=len(chart.text))
    return None


def _year_behind(chart: Chart, party: Mention) -> Mention | None:
    """The bare year that is all that stands behind a name, or all but a note beginning there: "China | 1962 | See"."""
    for hit in find_dates(chart.text, chart.sentence.language):
        if hit.bare and 0 < hit.start - party.end <= _START and _OPENS.match(chart.text, hit.end):
            return Mention(kind="date", start=hit.start, end=hit.end, date=hit)
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
