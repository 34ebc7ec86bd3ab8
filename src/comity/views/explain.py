"""A document being read → what was found in each sentence, what every frame made of it, why something was dropped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.claims import Watched
from comity.claims.context.discourse import Spoken
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.watch import Asked, Try
from comity.model.claim import to_json
from comity.model.roles import JSON
from comity.model.when import When
from comity.packs.sentences import Sentences
from comity.parties.index import NameHit, load_index
from comity.parties.link import link_party

_APART = frozenset({"evidence", "context", "place"})  # of a claim: shown by the sentence itself
_CANDIDATES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something found: its words, what it is, what it means, and its part in the sentence (a role, a column)."""

    start: int
    end: int
    words: str
    kind: str
    meaning: str
    part: str

    def to_json(self) -> dict[str, JSON]:
        """The thing, its place in the source's code points."""
        return {
            "start": self.start,
            "end": self.end,
            "words": self.words,
            "kind": self.kind,
            "meaning": self.meaning,
            "part": self.part,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one frame came to: the claims it read, or the words of its that stand there and what it missed."""

    frame: str
    claims: tuple[str, ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]
    missed: tuple[str, ...]

    def to_json(self) -> dict[str, JSON]:
        """The outcome; lists, each empty where there is nothing."""
        return {
            "frame": self.frame,
            "claims": list(self.claims),
            "words": [{"words": word, "classes": list(classes)} for word, classes in self.words],
            "missed": list(self.missed),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One sentence or row: its text and place, what it was read in the light of, what was found, tried and claimed."""

    document: str
    line: int
    start: int
    end: int
    text: str
    kind: str
    headings: tuple[str, ...]
    theme: str
    light: tuple[str, ...]
    things: tuple[Thing, ...]
    left_out: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    claims: tuple[str, ...]

    def to_json(self) -> dict[str, JSON]:
        """All of it as JSON has it."""
        return {
            "document": self.document,
            "line": self.line,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "headings": list(self.headings),
            "theme": self.theme,
            "light": list(self.light),
            "found": [one.to_json() for one in self.things],
            "left_out": list(self.left_out),
            "tried": [one.to_json() for one in self.outcomes],
            "claims": [json.loads(one) for one in self.claims],
        }


def explain_reading(watched: Iterable[Watched], words: Sentences, *, line: int | None = None) -> Iterator[Explanation]:
    """An explanation of each sentence and row that was read, in order; with ``line`` (from 1) those standing on it."""
    for one in watched:
        first, last = _lines(one)
        if line is None or first <= line <= last:
            yield _explain(one, first, words)


def _lines(one: Watched) -> tuple[int, int]:
    first = one.charts[0][1].sentence.source.count("\n", 0, one.span.start) + 1
    return first, first + one.span.quote.count("\n")


def _explain(one: Watched, line: int, words: Sentences) -> Explanation:
    return Explanation(
        document=one.passage.document,
        line=line,
        start=one.span.start,
        end=one.span.end,
        text=one.text,
        kind=one.passage.kind.value,
        headings=tuple(heading.text for heading in one.passage.headings),
        theme=one.theme,
        light=tuple(_light(one, words)),
        things=tuple(_thing(mention, column, chart) for column, chart in one.charts for mention in chart.mentions),
        left_out=tuple(said for _, chart in one.charts for said in _left_out(chart, words)),
        outcomes=tuple(_outcome(tried) for tried in one.tries),
        claims=tuple(_flat(to_json(claim)) for claim in one.claims),
    )


def _light(one: Watched, words: Sentences) -> Iterator[str]:
    """What the sentence was read in the light of."""
    if one.pair is not None:
        yield _spoken("both", one.pair, words)
    if one.one is not None:
        yield _spoken("it", one.one, words)
    if one.carried is not None and one.carried.when is not None:
        yield words.fill("explain", "carried", date=str(one.carried.when))


def _spoken(name: str, spoken: Spoken, words: Sentences) -> str:
    quote = " ".join(spoken.place.quote.split()) if spoken.place is not None else ""
    return words.fill("explain", name, parties=", ".join(spoken.ids), quote=quote[:80])


def _thing(mention: Mention, column: str, chart: Chart) -> Thing:
    start, end = chart.sentence.body.source_span(mention.start, mention.end)
    parts = (column, mention.role, mention.case)
    return Thing(
        start=start,
        end=end,
        words=chart.text[mention.start : mention.end],
        kind=mention.kind,
        meaning=_meaning(mention),
        part=" · ".join(one for one in parts if one),
    )


def _meaning(mention: Mention) -> str:
    """What a mention means, in the contract's words."""
    if mention.date is not None:
        return f"{mention.date.when} {mention.date.kind}"
    if mention.quantity is not None:
        one = mention.quantity
        bounds = one.value if one.value is not None else f"{one.min or ''}..{one.max or ''}"
        return f"{bounds} {one.unit}"
    if mention.actor is not None:
        said = (mention.actor.office or mention.actor.post, mention.actor.person, *mention.ids)
        return " · ".join(one for one in said if one)
    if mention.kind == "city":
        return f"{mention.ids[0]} ({mention.country})"
    return " ".join(mention.ids or sorted(mention.classes))


def _left_out(chart: Chart, words: Sentences) -> Iterator[str]:
    """The names that stand in the text and not in the chart, each with why."""
    taken = [(one.start, one.end) for one in chart.mentions if one.kind != "cue"]
    when = next((one.date.when for one in chart.dates if one.date is not None), None)
    for hit in load_index().find_names(chart.text, chart.sentence.language):
        if (hit.start, hit.end) in taken:
            continue
        inside = any(start <= hit.start and hit.end <= end for start, end in taken)
        why = words.get("explain", "inside") if inside else _undecided(hit, chart.sentence.language, when, words)
        yield words.fill("explain", "left_out", words=chart.text[hit.start : hit.end], candidates=why)


def _undecided(hit: NameHit, language: str, when: When | None, words: Sentences) -> str:
    if hit.kind == "city":
        return words.get("explain", "inside")
    ranked = link_party(hit.ids, language=language, when=when)[:_CANDIDATES]
    parties = ", ".join(f"{one.party} ({one.score:.2f}: {'; '.join(one.reasons)})" for one in ranked)
    return words.fill("explain", "undecided", parties=parties)


def _outcome(tried: Try) -> Outcome:
    found: dict[str, dict[str, None]] = {}
    for asked in tried.asked:
        for word, classes in asked.answers:
            found.setdefault(word, {}).update(dict.fromkeys(classes))
    return Outcome(
        frame=tried.frame,
        claims=tuple(dict.fromkeys(draft.rule for draft in tried.drafts)),
        words=tuple((word, tuple(classes)) for word, classes in found.items()),
        missed=tuple(_missed(tried.asked)) if found and not tried.drafts else (),
    )


def _missed(asked: Iterable[Asked]) -> Iterator[str]:
    """What was asked for after the first answer, and not found; a class once."""
    begun, told = False, set[str]()
    for one in asked:
        begun = begun or bool(one.answers)
        for label in one.labels if begun and not one.answers else ():
            if label not in told:
                told.add(label)
                yield label


def _flat(said: dict[str, JSON]) -> str:
    return json.dumps({key: value for key, value in said.items() if key not in _APART}, ensure_ascii=False)


def render_explanations(explanations: Iterable[Explanation], words: Sentences) -> Iterator[str]:
    """The lines of explanations for a terminal, a block a sentence."""
    for one in explanations:
        place = f" {words.get('explain', 'under')} “{one.headings[-1]}”" if one.headings else ""
        theme = f" · {words.get('explain', 'read_as')}: {one.theme}" if one.theme else ""
        yield f"{one.document}:{one.line} · {words.get('explain', one.kind)}{place}{theme}"
        yield f"  “{' '.join(one.text.split())}”"
        yield from (f"  {line}" for line in one.light)
        yield from _found_lines(one, words)
        yield from _tried_lines(one, words)
        yield f"  {words.get('explain', 'claims')}"
        yield from (f"    {claim}" for claim in one.claims or (words.get("explain", "no_claim"),))
        yield ""


def _found_lines(one: Explanation, words: Sentences) -> Iterator[str]:
    yield f"  {words.get('explain', 'found')}"
    for thing in one.things:
        part = f"  [{thing.part}]" if thing.part else ""
        yield f"    {thing.kind:13}“{' '.join(thing.words.split())}”  {thing.meaning}{part}"
    yield from (f"    {line}" for line in one.left_out)


def _tried_lines(one: Explanation, words: Sentences) -> Iterator[str]:
    yield f"  {words.get('explain', 'tried')}"
    yield from (f"    {line}" for line in say_outcomes(one, words))


def say_outcomes(one: Explanation, words: Sentences) -> Iterator[str]:
    """A sentence for each frame that read something or had a word here, and one for all the others."""
    for outcome in one.outcomes:
        if outcome.claims:
            yield words.fill("explain", "gave", frame=outcome.frame, claims=", ".join(outcome.claims))
        elif outcome.words:
            found = ", ".join(f"“{word}” ({', '.join(classes)})" for word, classes in outcome.words)
            missed = ", ".join(outcome.missed)
            yield words.fill("explain", "nothing", frame=outcome.frame, words=found, labels=missed)
    silent = [outcome.frame for outcome in one.outcomes if not outcome.claims and not outcome.words]
    if silent:
        yield words.fill("explain", "no_words", frames=", ".join(silent))
