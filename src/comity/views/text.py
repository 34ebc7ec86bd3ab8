"""Views → lines for a terminal: plain, one line a fact, with its date, words, standing, sources and id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comity.views.answers import Answer, AsOf, PartnerAnswer
from comity.views.conflicts import Conflict
from comity.views.dossier import Dossier
from comity.views.issues import WorkItem
from comity.views.lines import Line, Section
from comity.views.overview import Overview
from comity.views.rows import LostRow
from comity.views.sentences import Speech
from comity.views.why import Quote, Why, WhyReading

SHORT_ID = 8  # enough of a fact's id to name it in any register seen so far
DATE = 22  # the width of an interval of two days
CUT = 240  # characters of a quote that a reader of a terminal still reads
CANDIDATES = 5


def render_pair(dossier: Dossier, speech: Speech) -> Iterator[str]:
    """The lines of a dossier; one line that says so where nothing is recorded."""
    yield " – ".join(dossier.names)
    if not dossier.sections:
        yield speech.words.fill("pages", "empty_pair", parties=speech.words.join(dossier.names))
    for section in dossier.sections:
        yield from _section(section, speech)


def render_party(overview: Overview, speech: Speech) -> Iterator[str]:
    """The lines of a party's overview."""
    yield speech.words.fill(
        "pages",
        "existed",
        name=overview.name,
        official=overview.official_name,
        spans=", ".join(overview.spans),
    )
    if not overview.facts and not overview.rows:
        yield speech.words.get("pages", "nothing")
    for section in overview.sections:
        yield from _section(section, speech)
    if overview.rows:
        yield ""
        yield speech.words.fill(
            "pages", "lost_rows", party=overview.name, count=str(overview.rows), settled=str(overview.settled)
        )
    if overview.partners:
        yield ""
        yield speech.words.get("pages", "partners")
    for partner in overview.partners:
        name = f"{partner.name} ({partner.party})"
        yield "  " + speech.words.fill("pages", "facts_with", partner=name, count=str(partner.facts))


def _section(section: Section, speech: Speech) -> Iterator[str]:
    yield ""
    yield section.title
    group = ""
    for line in section.lines:
        if line.group != group:
            group = line.group
            yield f"  {group}"
        yield _line(line, speech)
        if line.note:
            yield f"  {'':{DATE}}  ↳ {line.note}"


def _line(line: Line, speech: Speech) -> str:
    date = line.date or speech.words.get("pages", "undated")
    standing = speech.words.get("standings", line.standing)
    others = f" ≠ {', '.join(line.others)}" if line.others else ""
    ids = " ".join(fact[:SHORT_ID] for fact in line.facts)
    sources = f" · {', '.join(line.documents)}" if line.documents else ""
    return f"  {date:{DATE}}  {line.text}  [{standing}{others}]{sources} · {ids}"


def render_answers(answers: AsOf, speech: Speech) -> Iterator[str]:
    """The lines of relations as of a day: yes, then no, then not recorded (by name only)."""
    words = speech.words
    yield words.fill("answers", "heading", party=answers.name, date=str(answers.date))
    for kind in Answer:
        found = [one for one in answers.answers if one.answer is kind]
        if not found:
            continue
        word = words.get("answers", kind.value.replace(" ", "_"))
        yield ""
        yield words.fill("lists", "several", names=word, count=str(len(found)))
        unknown = [one for one in found if not one.episodes]
        yield from (_answer(one, speech) for one in found if one.episodes)
        if unknown:
            yield "  " + words.get("lists", "comma").join(f"{one.name} ({one.partner})" for one in unknown)
    if answers.rows:
        yield ""
        yield words.fill("answers", "lost", count=str(answers.rows))
    if answers.reach:
        yield words.fill("answers", "beyond", date=answers.reach)


def _answer(answer: PartnerAnswer, speech: Speech) -> str:
    documents = tuple(dict.fromkeys(name for line in answer.episodes for name in line.documents))
    ids = " ".join(fact[:SHORT_ID] for line in answer.episodes for fact in line.facts)
    doubt = f"; {answer.doubt}" if answer.doubt else ""
    standing = speech.words.get("standings", answer.episodes[0].standing)
    sources = f" · {', '.join(documents)}" if documents else ""
    return f"  {answer.name} ({answer.partner}): {answer.reason}{doubt}  [{standing}]{sources} · {ids}"


def render_why(why: Why, speech: Speech) -> Iterator[str]:
    """The lines of an explanation: the fact, its values with their quotes, what it rests on, what speaks against."""
    yield f"{why.text}"
    date = why.date or speech.words.get("pages", "undated")
    yield f"{date} · {speech.words.get('standings', why.standing)} · {why.fact}"
    if why.confidence:
        yield why.confidence.say(speech)
    if why.inference:
        yield f"↳ {why.inference}"
    for one in why.judgements:
        yield f"⚖ {one.judgement.verdict} · {one.judgement.by} · {one.judgement.on}: {one.judgement.why}"
        yield from (f"    {line}" for line in one.about)
    for name, text in why.rests_on:
        yield f"  {text} · {name[:SHORT_ID]}"
    for reading in why.readings:
        yield from _why_reading(reading, speech)
    if why.against:
        yield ""
        yield from (f"≠ {reason}" for reason in why.against)


def _why_reading(reading: WhyReading, speech: Speech) -> Iterator[str]:
    yield ""
    yield f"{reading.date or speech.words.get('pages', 'undated')} [{reading.rank}] {reading.text}"
    yield f"  {reading.reason}"
    for quote in reading.quotes:
        yield from _quote(quote)


def _quote(quote: Quote) -> Iterator[str]:
    said = f" ({quote.attributed_to})" if quote.attributed_to else ""
    yield f"  {quote.document}:{quote.start}-{quote.end}{said} · {quote.claim[:SHORT_ID]}"
    yield f"    “{_one_line(quote.quote)}”"
    yield from (f"    + “{_one_line(context)}”" for context in quote.context)
    if quote.settled:
        yield f"    ↳ {quote.settled}"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= CUT else line[:CUT].rstrip() + "…"


def render_conflicts(conflicts: Iterable[Conflict]) -> Iterator[str]:
    """The lines of the conflicts: each fact, then its sides, the preferred one first."""
    for conflict in conflicts:
        yield f"{conflict.text} · {conflict.fact[:SHORT_ID]}"
        for side in conflict.sides:
            yield f"  {side.value:{DATE}}  [{side.rank}] {side.reason}"


def render_rows(rows: Iterable[LostRow]) -> Iterator[str]:
    """The lines of the rows without a party: settled ones with the reason, open ones with their first candidates."""
    for row in rows:
        place = "" if row.table is None else f":{row.table}:{row.row}"
        heading = f" ({row.heading})" if row.heading else ""
        found = f"{row.name} ({row.settled})" if row.settled else row.state
        yield f"{row.document}{place}{heading}: {row.known} – ? {row.date or ''}: {found} · {row.claim[:SHORT_ID]}"
        if row.reason:
            yield f"  {row.reason}"
        for one, name in list(zip(row.candidates, row.names, strict=True))[:CANDIDATES]:
            yield f"  {one.score:6.1%}  {name} ({one.party}): {'; '.join(one.reasons)}"


def render_issues(items: Iterable[WorkItem]) -> Iterator[str]:
    """The lines of the work list: each code with its number, then its issues."""
    for item in items:
        yield f"{item.severity.value}: {item.code} ({len(item.issues)})"
        for issue in item.issues:
            place = issue.place if issue.start is None else f"{issue.place}:{issue.start}-{issue.end}"
            yield f"  {place}: {issue.message}"
