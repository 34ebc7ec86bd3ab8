"""Passages become claims: sentence by sentence, each read by every frame, in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Spoken
from comity.claims.draft import Draft
from comity.claims.era import as_of
from comity.claims.find import Finder
from comity.claims.frames import Frame
from comity.claims.frames.agreement import read_agreements
from comity.claims.frames.appointment import read_appointments
from comity.claims.frames.body import read_bodies
from comity.claims.frames.dispute import read_disputes
from comity.claims.frames.echo import read_echoes, tell
from comity.claims.frames.honour import read_honours
from comity.claims.frames.landmark import read_landmarks
from comity.claims.frames.meeting import read_meetings
from comity.claims.frames.membership import read_memberships
from comity.claims.frames.mission import read_missions
from comity.claims.frames.quantity import read_quantities
from comity.claims.frames.recognition import read_recognitions
from comity.claims.frames.relations import read_relations
from comity.claims.frames.succession import read_successions
from comity.claims.frames.visit import read_visits
from comity.claims.home import at_home
from comity.claims.notes import Frames
from comity.claims.remember import remember
from comity.claims.row_reader import RowReader
from comity.claims.rows import read_row
from comity.claims.sentence import Sentence
from comity.claims.theme import heading_date, theme_of, told_together
from comity.claims.watch import Watch
from comity.dates import DateContext, date_order, find_dates
from comity.model.claim import Claim, Visit, to_json
from comity.model.document import Document
from comity.model.issue import Issue
from comity.model.passage import Heading, Passage, PassageKind
from comity.model.selector import Selector
from comity.packs.language import has_language
from comity.packs.reading import load_sentence_rules
from comity.parties.index import load_index
from comity.parties.places import load_places
from comity.parties.registry import load_registry
from comity.text import split_sentences

FRAMES: tuple[Frame, ...] = (
    read_visits,
    read_relations,
    read_recognitions,
    read_missions,
    read_meetings,
    read_agreements,
    read_memberships,
    read_quantities,
    read_honours,
    read_bodies,
    read_appointments,
    read_landmarks,
    read_disputes,
    read_successions,
)
_YEAR_ENDS = tuple("–—-:.")
_MORE_THAN_VISITS = ("verb.be_in", "verb.meet", "verb.sign", "verb.award")
_ASKING = ("?", "？", "؟")
_DOUBTED = 6
_TOLD_OF_TEXTS = ("verb.sign", "verb.ratify", "verb.terminate", "verb.negotiate")
_MISSION_THEMES = ("missions", "foreign-missions", "multilateral")
_BRACKETED = (*_MISSION_THEMES, "relations")
_SEVERAL = 3
_LABEL_START = 3


def extract_claims(
    document: Document, passages: Iterable[Passage], *, watch: Watch | None = None
) -> Iterator[Claim | Issue]:
    """The claims of a document, in order of place, each once; what could not be read as an issue.

    Same document, same claims: no clock, no state outside the call. A ``watch`` sees every sentence and row being read.
    """
    passages = tuple(passages)
    finder = Finder(
        index=load_index(),
        places=load_places(),
        registry=load_registry(),
        order=date_order([passage.body.text for passage in passages]),
    )
    reader = _Reader(document, finder, watch)
    claims = [claim for passage in passages for claim in reader.read_passage(passage)]
    kept = sorted(_once(claims), key=lambda claim: (claim.evidence.start, claim.evidence.end))
    if watch is not None:
        watch.claims = tuple(kept)
    yield from kept


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    seen: set[str] = set()
    for claim in claims:
        said = to_json(claim)
        said.pop("rule", None)
        said.pop("context", None)
        key = repr(sorted(said.items(), key=lambda item: item[0]))
        if key not in seen:
            seen.add(key)
            yield claim


def _is_row(chart: Chart, kind: PassageKind, theme: str) -> bool:
    """Whether a sentence is an entry of a list, no statement: an item, a text with its day, a labelled line."""
    if theme == "agreements":
        return not chart.has(*_TOLD_OF_TEXTS) and (kind == PassageKind.ITEM or not chart.has("verb.force"))
    if theme == "memberships":
        several = len(chart.kind("organization")) >= _SEVERAL
        return not chart.has("verb") and (kind == PassageKind.ITEM or several)
    if kind != PassageKind.ITEM:
        return theme in _MISSION_THEMES and _says_in_brackets(chart) and _is_labelled(chart)
    if theme == "visits":
        return not chart.has(*_MORE_THAN_VISITS)
    return not chart.has("verb") or (theme in _BRACKETED and _says_in_brackets(chart))


def _says_in_brackets(chart: Chart) -> bool:
    """Whether all that an item tells beside names stands in a bracket: "Plovdiv (consulate, to open in 2023)".

    Refuses one that tells of another post there: closed, or accredited elsewhere.
    """
    inside = all(chart.aside(verb.start) is not None for verb in chart.cues("verb"))
    return inside and not chart.has("verb.close", "verb.accredit")


def _is_labelled(chart: Chart) -> bool:
    """Whether a line begins with a class of mission and a colon: "Embassies: Beijing, Tokyo"."""
    return any(
        cue.start <= _LABEL_START and chart.text[cue.end : cue.end + 2].lstrip()[:1] in (":", "：")
        for cue in chart.cues("mission")
    )


def read_frames(chart: Chart, discourse: Discourse, *, watch: Watch | None = None) -> list[Draft]:
    """What all frames read in a sentence; a visit tells the later ones whose its people are."""
    drafts: list[Draft] = []
    for frame in FRAMES:
        drafts += frame(chart, discourse) if watch is None else watch.read(frame, chart, discourse)
        if frame is read_visits:
            chart = _informed(chart, drafts)
    if watch is not None:
        watch.end((("", chart),), discourse)
    return drafts


def _informed(chart: Chart, drafts: Iterable[Draft]) -> Chart:
    """The chart, its people given the party that a visit of theirs has just told."""
    homes = {one.roles.person: one.roles.visitor for one in drafts if isinstance(one.roles, Visit) and one.roles.person}
    if not homes:
        return chart
    mentions = tuple(
        replace(one, ids=(homes[one.actor.person],))
        if one.actor is not None and not one.ids and one.actor.person in homes
        else one
        for one in chart.mentions
    )
    return replace(chart, mentions=mentions)


def _asked(chart: Chart) -> bool:
    """Whether a sentence is a question, which says nothing; "signed 11.12.2003?" only doubts its day."""
    text = chart.text.rstrip(' »”"*')
    doubted = any(len(text) - one.end <= _DOUBTED for one in chart.dates)
    return text.endswith(_ASKING) and not doubted


def _only_dated(chart: Chart) -> bool:
    """Whether a line is nothing but years, a heading over what follows: "1918–1940". A day may be a row's."""
    rest = chart.text
    for one in reversed(chart.dates):
        rest = rest[: one.start] + rest[one.end :]
    days = [one for one in chart.dates if one.date and one.date.when.start and one.date.when.start.month is not None]
    return bool(chart.dates) and not days and not any(char.isalnum() for char in rest)


class _Reader:
    """Reads one document's passages in order, keeping what it has spoken of."""

    def __init__(self, document: Document, finder: Finder, watch: Watch | None) -> None:
        self._document = document
        self._watch = watch
        self._frames: Frames = partial(read_frames, watch=watch)
        self._finder = finder
        language = document.language.value
        self._discourse = at_home(document)
        self._headings: tuple[Heading, ...] = ()
        self._listed = False
        self._number = 0
        self._title = document.title.value if document.title else ""
        self._sure = True
        hits = finder.index.find_names(self._title, language)
        self._discourse.titled = tuple(dict.fromkeys(hit.ids[0] for hit in hits if hit.kind == "party"))
        topic = document.topic
        if topic is not None:
            place = None
            if topic.start is not None and topic.end is not None:
                place = Selector.of(document.source.text, topic.start, topic.end)
            self._discourse.topic = Spoken(ids=topic.value, place=place)
            self._sure = (
                document.title is not None and document.title.how in topic.how and told_together(self._title, hits)
            )
        self._rows = RowReader(document, finder, self._discourse, self._frames, watch)

    def read_passage(self, passage: Passage) -> Iterator[Claim]:
        """The claims of one passage."""
        if not has_language(passage.language):
            return
        if passage.headings != self._headings:
            self._enter(passage)
        theme = theme_of(passage.headings, self._title, passage.language)
        if theme == "references" or passage.kind in (PassageKind.HEADING, PassageKind.TITLE):
            return
        self._discourse.episode = None
        self._discourse.theme = theme
        listed = passage.kind == PassageKind.ITEM and self._listed
        self._discourse.date = heading_date(self._dating(passage), passage.language) or (
            self._discourse.date if listed else None
        )
        self._listed = passage.kind == PassageKind.ITEM
        if passage.kind == PassageKind.ROW:
            yield from self._rows.claims(passage, theme, self._number)
            return
        for sentence in self._sentences(passage):
            if self._number == 1 and not theme:
                self._title = f"{self._title} {sentence.text}"
            yield from self._sentence(sentence, theme)

    def _dating(self, passage: Passage) -> tuple[Heading, ...]:
        """The headings that can date what stands below them: not the line that gives the document's own day."""
        own = self._document.date
        if own is None or own.start is None:
            return passage.headings
        day = own.start
        return tuple(one for one in passage.headings if not one.selector.start <= day < one.selector.end)

    def _enter(self, passage: Passage) -> None:
        """Under a new heading: the party it names joins the topic, the last subject is forgotten."""
        self._headings = passage.headings
        self._listed = False
        self._discourse.heading = None
        self._discourse.subject = None
        self._discourse.ensemble = None
        self._discourse.pair = None
        for heading in reversed(passage.headings):
            hits = self._finder.index.find_names(heading.text, passage.language)
            ids = tuple(
                dict.fromkeys(hit.ids[0] for hit in hits if hit.kind in ("party", "organization") and len(hit.ids) == 1)
            )
            topic = self._discourse.topic.ids if self._discourse.topic else ()
            fresh = tuple(one for one in ids if one not in topic)
            if fresh and len(fresh) <= 2:
                self._discourse.heading = Spoken(ids=fresh if len(ids) != 2 else ids, place=heading.selector)
                return

    def _sentences(self, passage: Passage) -> Iterator[Sentence]:
        rules = load_sentence_rules(passage.language)
        for start, end in split_sentences(passage.body.text, rules):
            if passage.body.text[start:end].strip():
                self._number += 1
                if "\n" in passage.body.text[max(0, start - 1) : start + 1]:
                    self._discourse.date = heading_date(self._dating(passage), passage.language)
                self._led_by_year(passage, start, end)
                yield Sentence(
                    passage=passage,
                    body=passage.body.slice(start, end),
                    source=self._document.source.text,
                    number=self._number,
                )

    def _led_by_year(self, passage: Passage, start: int, end: int) -> None:
        """A line that begins with a year alone ("1993 – …", "1993 жыл. …") tells of that year to its end."""
        text = passage.body.text
        if start > 0 and "\n" not in text[max(0, start - 1) : start + 1]:
            return
        self._discourse.episode = None
        if not text[start : start + 4].isdecimal():
            return
        hit = next(iter(find_dates(text[start:end], passage.language, DateContext())), None)
        if hit is None or hit.start > 0 or hit.when.precision != "year":
            return
        if text[start + hit.end_full : start + hit.end_full + 3].lstrip()[:1] in _YEAR_ENDS:
            span = passage.body.source_span(start, start + hit.end_full)
            self._discourse.episode = Spoken(when=hit.when, place=Selector.of(self._document.source.text, *span))

    def _sentence(self, sentence: Sentence, theme: str) -> Iterator[Claim]:
        self._discourse.sentence += 1
        chart = self._finder.chart(sentence, self._discourse)
        if not self._sure:
            self._weigh_topic(chart)
        drafts: list[Draft] = []
        if theme and not _only_dated(chart) and _is_row(chart, sentence.passage.kind, theme):
            drafts = list(read_row(self._rows.item(sentence, chart, theme), self._discourse))
            if drafts and self._watch is not None:
                self._watch.row((("", chart),), drafts, self._discourse)
        if not drafts:
            drafts = self._frames(chart, self._discourse)
            echoes = list(read_echoes(chart, self._discourse, drafts))
            drafts += echoes
            if self._watch is not None:
                self._watch.add("echoes", echoes)
        named = {
            party
            for one in (*chart.parties, *chart.actors)
            if not one.deictic and one.form != "metonym"
            for party in one.ids
        }
        drafts = [] if _asked(chart) else drafts
        drafts = [as_of(one, named, self._discourse.known, self._finder.registry) for one in drafts]
        yield from (draft.claim(sentence, sentence.selector()) for draft in drafts)
        remember(self._discourse, chart, drafts)
        self._discourse.put_told(tell(chart, drafts))

    def _weigh_topic(self, chart: Chart) -> None:
        """Drop a pair guessed from the first words unless they name it as one: "A and B", or nobody else.

        A sentence that names nobody decides nothing: the next one does.
        """
        self._sure = bool(chart.parties or chart.actors)
        if not self._sure:
            return
        topic = self._discourse.topic
        if topic is None or len(topic.ids) != 2:
            return
        named = [one for one in chart.parties if not one.deictic]
        together = any(
            {party for one in chart.group_of(mention) for party in one.ids} == set(topic.ids) for mention in named
        )
        strangers = any(not one.ids for one in chart.actors)
        alone = not strangers and {party for one in (*named, *chart.actors) for party in one.ids} == set(topic.ids)
        if not together and not alone:
            self._discourse.topic = None


__all__ = ["FRAMES", "extract_claims"]
