"""Items under a heading that names a state: "Date of relations: 1961", "Severed 2009; restored 2019" under "Egypt"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.context.theme import labels_in
from comity.claims.rows.row import Row
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.model.passage import Heading
from comity.parties.index import NameIndex

SPELLS = {
    "verb.restore": "restored",
    "verb.sever": "severed",
    "verb.suspend": "suspended",
    "verb.establish": "established",
}
# What makes an item a thing of its own, so that its day is none of relations.
_OTHER = ("agreement", "mission", "noun.visit", "noun.meeting", "post", "office", "body", "award", "fact", "membership")
_REMARKS = ("mark.when", "mark.subordinate", "mark.clause")
_TOLD = frozenset(("verb.establish", "noun.relations", "noun.bare_relations", "mark.column_date"))
_LED = ("–", "—", "-", ":", "：")
_LONGEST, _BARE = 60, 4


def headed_by(headings: Sequence[Heading], index: NameIndex, language: str, owner: str) -> str:
    """The one state but the owner that is the heading right over an item; "" for none, and for one that says more."""
    for heading in headings[-1:]:
        hits = [hit for hit in index.find_names(heading.text, language) if hit.kind == "party"]
        ids = {one for hit in hits for one in hit.ids}
        whole = sum(hit.end - hit.start for hit in hits[:1]) * 2 > len(heading.text)
        if len(ids) == 1 and owner not in ids and whole:
            return ids.pop()
    return ""


def tells_spells(chart: Chart) -> bool:
    """Whether an item tells in verbs alone what became of relations: "Established 1 July 1992, severed 2008 (…)".

    What stands in a bracket, or behind "when", is a remark; a name may lead it: "Nauru – severed (2008)". Refuses one
    that names anybody else or tells of anything else.
    """
    end = min((cue.start for cue in chart.cues(*_REMARKS)), default=len(chart.text))
    outside = [one for one in chart.mentions if one.end <= end and chart.aside(one.start) is None]
    outside = outside[_leads(chart, outside) :]
    cues = [one for one in outside if one.kind == "cue" and any(label.startswith("verb.") for label in one.classes)]
    named = any(one.kind in ("party", "actor", "organization", "city") for one in outside)
    days = any(one.kind == "date" for one in chart.dates if one.end <= end)
    only = all(any(label in one.classes for label in SPELLS) for one in cues)
    return days and bool(cues) and only and not named and not _tells_else(chart, end)


def _leads(chart: Chart, outside: Sequence[Mention]) -> bool:
    """Whether a party leads an item, a dash or colon behind it."""
    first = outside[0] if outside else None
    if first is None or first.kind != "party" or first.start > 1:
        return False
    return chart.text[first.end :].lstrip()[:1] in _LED


def _tells_else(chart: Chart, end: int) -> bool:
    return any(one.end <= end and chart.aside(one.start) is None for one in chart.cues(*_OTHER))


def days_headed(row: Row) -> bool:
    """Whether an item says but when relations with the state of its heading began or ended, and names nobody.

    Refuses a long text without a verb, and a table's row.
    """
    if not row.headed or any(row.heads):
        return False
    return any(tells_spells(chart) or _is_day(chart) for _, chart in row.charts)


def _is_day(chart: Chart) -> bool:
    """Whether an item is a day and a word or two of what began on it."""
    named = (*chart.parties, *chart.actors, *chart.kind("organization", "city"))
    rest = len(chart.text) - sum(one.end - one.start for one in chart.dates)
    if len(chart.dates) != 1 or named or rest > _LONGEST or _tells_else(chart, len(chart.text)):
        return False
    return rest <= _BARE or not _TOLD.isdisjoint(labels_in(chart.text[: chart.dates[0].start], chart.sentence.language))


__all__ = ["SPELLS", "days_headed", "headed_by", "tells_spells"]
