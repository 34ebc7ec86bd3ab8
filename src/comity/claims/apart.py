"""A sentence taken apart: what is told in a clause within it is read by itself, and the rest without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.clauses.conjunctions import find_subordinates
from comity.claims.clauses.relative import Clause, find_clauses, leads
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.find import Finder
from comity.claims.rows.notes import Frames
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.sentence import Sentence
from comity.model.passage import MappedText


def read_clauses(chart: Chart, finder: Finder, discourse: Discourse, frames: Frames) -> list[Draft]:
    """What the frames read in a sentence, each clause within it by itself."""
    righted = set_right(chart)
    chart = chart if righted is None else finder.chart(righted, discourse)
    parts = apart(chart)
    if parts is None:
        return frames(chart, discourse)
    inner, rest = parts
    main = _dated_alike(finder.chart(rest, discourse), chart)
    drafts = frames(main, discourse)
    lead = [one for one in main.parties if one.role == "" and not one.deictic]
    if lead:
        discourse.subject = Spoken(ids=lead[0].ids[:1], place=chart.sentence.selector(), at=discourse.sentence)
    for sentence, clause in inner:
        told = of_clause(finder.chart(sentence, discourse), clause)
        if told is not None:
            drafts += frames(told, discourse)
    return drafts


def apart(chart: Chart) -> tuple[list[tuple[Sentence, Clause]], Sentence] | None:
    """The clauses of a sentence, each as a sentence of its own, and what is left of it; None where it has none."""
    clauses = find_clauses(chart)
    clauses = sorted([*clauses, *find_subordinates(chart, clauses)], key=lambda one: one.start)
    if not clauses:
        return None
    sentence = chart.sentence
    inner = [(replace(sentence, body=_told(sentence.body, one)), one) for one in clauses]
    return inner, replace(sentence, body=_left(sentence.body, clauses))


def _dated_alike(main: Chart, chart: Chart) -> Chart:
    """The chart of the rest, its dates as in the whole sentence: "in May of that year" is of the clause's year."""
    said = {chart.text[one.start : one.end]: one for one in chart.dates}
    mentions = tuple(
        replace(one, date=said[text].date, context=said[text].context)
        if one.kind == "date" and (text := main.text[one.start : one.end]) in said
        else one
        for one in main.mentions
    )
    return replace(main, mentions=mentions)


def of_clause(chart: Chart, clause: Clause) -> Chart | None:
    """The chart of a clause read by itself, what its pronoun stands for being no doer where the pronoun says so.

    None where two parties could each be who does it: ", das Jugoslawien 1984 anerkannt hatte".
    """
    if clause.head[0] == clause.head[1]:
        return chart
    low = clause.pronoun[0] - clause.start - 2
    size = clause.head[1] - clause.head[0]
    heads = [one for one in chart.parties if low <= one.start < low + size]
    if not low:
        freed = tuple(replace(one, role="", case="") if one in heads else one for one in chart.mentions)
        chart = replace(chart, mentions=freed)
    heads = [one for one in chart.parties if low <= one.start < low + size and not one.role]
    others = [one for one in chart.parties if one.start >= low + size and not one.role and one.form != "adjective"]
    if not heads or not others:
        return chart
    several = len(others) > 1 and len(chart.group_of(others[0])) == len(others)
    plural = chart.text.rstrip().lower().endswith(chart.pack.plural_verbs)
    if several and len(heads) == 1 and chart.pack.plural_verbs and not plural:
        held = tuple(replace(one, role="object", case="") if one in others else one for one in chart.mentions)
        return replace(chart, mentions=held)  # one verb in the singular cannot be said of several
    if not clause.object:
        return chart if leads(chart.pack) else None
    mentions = tuple(replace(one, role="object", case="") if one in heads else one for one in chart.mentions)
    return replace(chart, mentions=mentions)


def set_right(chart: Chart) -> Sentence | None:
    """The sentence without a name that it denies only to name another: «признала не | Румыния, а | Болгария».

    None where it has none: one word at most stands between each of the two words and its name.
    """
    named = chart.kind("party", "city", "organization", "date")
    nots = chart.cues("fact.not") if chart.has("mark.instead") else []
    for cue in (one for one in nots if chart.text[one.start : one.end].isalpha()):
        denied = next((one for one in named if one.start > cue.end), None)
        but = next((one for one in chart.cues("mark.instead") if denied and one.start >= denied.end), None)
        meant = next((one for one in named if but is not None and one.start > but.end), None)
        if denied is None or but is None or meant is None or denied.kind != meant.kind:
            continue
        gaps = (chart.text[cue.end : denied.start], chart.text[but.end : meant.start])
        beside = chart.text[denied.end : but.start].strip() in ("", ",")
        if beside and all(len(gap.split()) <= 1 and not set(gap) & set(",;:.(") for gap in gaps):
            body = chart.sentence.body
            left = _joined((body.slice(0, cue.start), body.slice(but.end + 1, len(body))))
            return replace(chart.sentence, body=left)
    return None


def _told(body: MappedText, one: Clause) -> MappedText:
    """A clause by itself, its pronoun being what it stands for."""
    if one.head[0] == one.head[1]:
        return body.slice(one.pronoun[1] + 1, one.end)
    before = body.slice(one.start + 2, one.pronoun[0])
    head = _at(body.slice(*one.head), body, one.pronoun[0])
    return _joined((before, head, body.slice(one.pronoun[1], one.end)))


def _at(part: MappedText, body: MappedText, place: int) -> MappedText:
    """A part of a text as if all of it stood at another place of it."""
    size = len(part)
    return MappedText(text=part.text, offsets=[body.offsets[place]] * size, ends=[body.ends[place]] * size)


def _left(body: MappedText, clauses: Sequence[Clause]) -> MappedText:
    """What is left of a sentence without its clauses and their commas."""
    parts: list[MappedText] = []
    start = 0
    for one in clauses:
        parts.append(body.slice(start, one.start))
        start = one.end + (body.text[one.end : one.end + 1] == ",")
    return _joined((*parts, body.slice(start, len(body))))


def _joined(parts: Sequence[MappedText]) -> MappedText:
    return MappedText(
        text="".join(one.text for one in parts),
        offsets=[place for one in parts for place in one.offsets],
        ends=[place for one in parts for place in one.ends],
    )
