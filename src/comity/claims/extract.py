"""Passages become claims: sentence by sentence, each read by every frame, in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from comity.claims.apart import read_clauses
from comity.claims.context.chronicle import led_by_day, led_by_year, line_date, opens_line
from comity.claims.context.discourse import Spoken
from comity.claims.context.era import as_of, could_be, ever_met, were_there
from comity.claims.context.glance import Glance, Passed, Skipped, glance_at
from comity.claims.context.home import at_home, settle_home
from comity.claims.context.repeats import without_headed, without_loose, without_repeats
from comity.claims.context.theme import heading_date, tells_in_notes, theme_of, theme_of_lead, titled, told_together
from comity.claims.context.topics import stands_as_topic
from comity.claims.factuality.asked import is_asked
from comity.claims.find import Finder
from comity.claims.frames.echo import read_echoes, tell
from comity.claims.remember import remember, turn_to
from comity.claims.rows.entries import before_accredited, is_row, only_dated
from comity.claims.rows.flat import opens_flat_table, read_flat_line
from comity.claims.rows.headline import read_headline
from comity.claims.rows.notes import Frames
from comity.claims.rows.post_lists import PostsLed, announced, may_lead_posts, posts_led, read_listed_post
from comity.claims.rows.reader import RowReader
from comity.claims.rows.tables import read_row
from comity.claims.sentences.draft import ahead
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.sentence import Sentence
from comity.claims.statements import read_frames
from comity.claims.watch import Watch
from comity.dates import date_order, document_era
from comity.model.claim import Claim, to_json
from comity.model.document import Document
from comity.model.issue import Issue
from comity.model.passage import Heading, Passage, PassageKind
from comity.model.selector import Selector
from comity.packs.continents import is_continent
from comity.packs.language import has_language
from comity.packs.reading import load_sentence_rules
from comity.parties.index import load_index
from comity.parties.places import load_places
from comity.parties.registry import load_registry
from comity.text import split_sentences

_OWN_SECTIONS = ("visits", "agreements")


def extract_claims(
    document: Document, passages: Iterable[Passage], *, watch: Watch | None = None
) -> Iterator[Claim | Issue]:
    """The claims of a document, in order of place, each once; what could not be read as an issue.

    Same document, same claims: no clock, no state outside the call. A ``watch`` sees every sentence and row being read.
    """
    passages = tuple(passages)
    texts = [passage.body.text for passage in passages]
    finder = Finder(
        index=load_index(),
        places=load_places(),
        registry=load_registry(),
        order=cache(partial(date_order, texts)),
        era=cache(partial(document_era, texts, document.language.value)),
    )
    reader = _Reader(document, finder, watch)
    claims = [claim for passage in passages for claim in reader.read_passage(passage)]
    kept = sorted(
        _once(without_headed(without_loose(without_repeats(claims)))),
        key=lambda claim: (claim.evidence.start, claim.evidence.end),
    )
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
        self._flat = False
        self._line: Spoken | None = None
        self._number = 0
        self._title = document.title.value if document.title else ""
        self._sure = True
        hits = finder.index.find_names(self._title, language)
        topic = document.topic
        told = topic.value if topic is not None else ()
        named = [next((one for one in hit.ids if one in told), hit.ids[0]) for hit in hits if hit.kind == "party"]
        self._discourse.titled = tuple(dict.fromkeys(named))
        if topic is not None:
            place = None
            if topic.start is not None and topic.end is not None:
                place = Selector.of(document.source.text, topic.start, topic.end)
            self._discourse.topic = Spoken(ids=topic.value, place=place)
            together = told_together(self._title, hits)
            self._sure = document.title is not None and document.title.how in topic.how and together
            self._discourse.parted = not together and "，" in self._title
        settle_home(self._discourse, self._title, finder.index)
        self._leading: Passage | None = None
        self._posts: PostsLed | None = None
        self._rows = RowReader(document, finder, self._discourse, self._frames, watch)
        self._passed = Passed()

    def read_passage(self, passage: Passage) -> Iterator[Claim]:
        """The claims of one passage."""
        if not has_language(passage.language):
            return
        if passage.headings != self._headings:
            self._enter(passage)
            self._line = None
        theme = self._theme(passage)
        self._flat = self._flat or opens_flat_table(passage)
        self._posts = self._posts_over(passage)
        if theme == "references" or passage.kind in (PassageKind.HEADING, PassageKind.TITLE):
            if theme != "references":
                line = self._cut(passage, 0, len(passage.body))
                around = (line, self._finder, self._discourse)
                yield from read_flat_line(*around)[1] if self._flat else read_headline(*around)
            return
        if theme != self._discourse.theme and theme in _OWN_SECTIONS:
            self._discourse.aside = None  # what another section told of third states is over
        self._discourse.theme = theme
        turn_to(self._discourse, passage)
        listed = passage.kind == PassageKind.ITEM and self._listed
        self._discourse.date = heading_date(self._dating(passage), passage.language) or (
            self._discourse.date if listed else None
        )
        self._listed = passage.kind == PassageKind.ITEM
        if passage.kind == PassageKind.CAPTION:
            self._rows.see_caption(passage.body.text)
        if passage.kind == PassageKind.ROW:
            self._catch_up()
            yield from self._rows.claims(passage, theme, self._number)
            return
        glance = self._glance(passage, theme) if self._posts is None else None
        if glance is not None and self._is_barren(passage, glance):
            self._passed.passages.append(passage)
            self._discourse.money.pass_over(passage.body.text, passage.language)
            return
        self._catch_up()
        for start, end in self._sentences(passage):
            self._discourse.sentence += 1
            if glance is not None and not self._is_told(glance, start, end):
                self._passed.put_sentence(Skipped(passage, start, end, self._discourse.sentence))
                self._discourse.money.pass_over(glance.text[start:end], passage.language)
                continue
            self._settle()
            sentence = self._cut(passage, start, end)
            if self._number == 1 and not theme:
                self._title = f"{self._title} {sentence.text}"
            if self._flat and theme in ("", "relations") and opens_line(passage, start):
                sentence, told = read_flat_line(sentence, self._finder, self._discourse)
                yield from told
            if len(sentence.body):
                yield from self._sentence(sentence, theme)
        if self._listed:
            self._settle()
        self._passed.end_line()

    def _theme(self, passage: Passage) -> str:
        """What the list that a passage is of is about; "" for one of no such list."""
        theme = theme_of(passage.headings, self._title, passage.language)
        theme = "" if theme == "references" and tells_in_notes(passage) else theme
        if passage.kind == PassageKind.ITEM and passage.lead is not None and theme != "references":
            theme = theme_of_lead(passage.lead.quote, passage.language) or theme
        listed = self._rows.lists(passage) if passage.kind == PassageKind.ITEM and theme in ("", "relations") else ""
        return theme if listed == "missions" and theme else listed or theme

    def _posts_over(self, passage: Passage) -> PostsLed | None:
        """What the paragraph that leads a list says of all its posts: read once, at the list's first item."""
        if passage.kind != PassageKind.ITEM:
            self._leading = passage
            return None
        lead, self._leading = self._leading, None
        if lead is None or not may_lead_posts(lead):
            return self._posts if lead is None else None
        spans = split_sentences(lead.body.text, load_sentence_rules(lead.language))
        charts = [self._finder.chart(self._cut(lead, *span), self._discourse) for span in spans]
        return posts_led(charts, self._discourse, Selector.of(self._document.source.text, lead.start, lead.end))

    def _glance(self, passage: Passage, theme: str) -> Glance | None:
        """Where a passage may say something; none where all of it is read: in lists, while watched, at the start."""
        if theme or self._flat or self._watch is not None or not self._sure or not self._number:
            return None
        return glance_at(passage, self._finder.index, self._discourse.persons, somebody=self._discourse.knows_anybody())

    def _is_barren(self, passage: Passage, glance: Glance) -> bool:
        """Whether a passage says nothing at all, nor goes on with what was said before it."""
        if not glance.barren or passage.kind == PassageKind.ITEM:
            return False
        return bool(self._passed.passages) or not self._discourse.is_open(ahead=1)

    def _is_told(self, glance: Glance, start: int, end: int) -> bool:
        """Whether a sentence is to be read: it may say something, or take up what those before it said."""
        return (
            glance.tells(start, end)
            or self._discourse.is_open()
            or self._discourse.persons.any_in(glance.text[start:end], since=glance.persons)
        )

    def _catch_up(self) -> None:
        """Count the sentences of the passages that were passed over."""
        if not self._passed.passages:
            return
        last, sentences = self._passed.count()
        self._discourse.sentence += sentences
        self._number += sentences
        self._passed.last = replace(last, number=self._discourse.sentence)

    def _settle(self) -> None:
        """Read what of the sentences passed over those behind may go on from: a day in this passage, a person."""
        now, discourse = self._discourse.sentence, self._discourse
        last = self._passed.last
        if not discourse.knows_anybody() and last is not None and now - last.number == 1:
            date = discourse.date
            self._read_again(last)
            discourse.date = date
        for one in self._passed.sentences:
            if self._finder.dates(self._cut(one.passage, one.start, one.end), discourse):
                self._read_again(one)
        discourse.sentence = now
        self._passed.end_line()

    def _read_again(self, one: Skipped) -> None:
        self._discourse.sentence = one.number
        chart = self._finder.chart(self._cut(one.passage, one.start, one.end), self._discourse)
        remember(self._discourse, chart, ())

    def _cut(self, passage: Passage, start: int, end: int) -> Sentence:
        body = passage.body.slice(start, end)
        return Sentence(passage=passage, body=body, source=self._document.source.text, number=self._number)

    def _dating(self, passage: Passage) -> tuple[Heading, ...]:
        """The headings that can date what stands below them: not the line that gives the document's own day."""
        own = self._document.date
        if own is None or own.start is None:
            return passage.headings or (titled(self._document, passage.language) if own is None else ())
        day = own.start
        return tuple(one for one in passage.headings if not one.selector.start <= day < one.selector.end)

    def _enter(self, passage: Passage) -> None:
        """Under a new heading: the party it names joins the topic, the last subject is forgotten."""
        self._headings = passage.headings
        self._listed = False
        self._discourse.heading = None
        self._discourse.subject = None
        self._discourse.ensemble = self._discourse.pair = None
        self._discourse.headed = self._headed(passage)
        self._discourse.headed_posting = self._rows.posting(passage)
        for heading in reversed(passage.headings):
            hits = self._finder.index.find_names(heading.text, passage.language)
            hits = [hit for hit in hits if not is_continent(heading.text[hit.start : hit.end])]  # "Asya ve Amerika"
            ids = tuple(
                dict.fromkeys(hit.ids[0] for hit in hits if hit.kind in ("party", "organization") and len(hit.ids) == 1)
            )
            topic = self._discourse.topic.ids if self._discourse.topic else ()
            fresh = tuple(one for one in ids if one not in topic)
            if fresh and len(fresh) <= 2:
                both = ids if len(ids) == 2 else fresh
                if not ever_met(both, self._finder.registry):  # "From Gran Colombia to Colombia"
                    both = both[-1:]
                self._discourse.heading = Spoken(ids=both, place=heading.selector)
                return

    def _headed(self, passage: Passage) -> Mention | None:
        """The one organization that the innermost heading names, and no party beside it."""
        for heading in passage.headings[-1:]:
            hits = self._finder.index.find_names(heading.text, passage.language)
            ids = {hit.ids for hit in hits if hit.kind in ("party", "organization")}
            bodies = [hit for hit in hits if hit.kind == "organization"]
            if len(ids) == 1 and bodies and len(bodies[0].ids) == 1:
                context = (heading.selector,)
                return Mention(kind="organization", start=0, end=1, ids=bodies[0].ids, context=context, deictic=True)
        return None

    def _sentences(self, passage: Passage) -> Iterator[tuple[int, int]]:
        text = passage.body.text
        for start, end in split_sentences(text, load_sentence_rules(passage.language)):
            self._number += 1
            if "\n" in text[max(0, start - 1) : start + 1]:
                self._passed.end_line()
                self._discourse.date = heading_date(self._dating(passage), passage.language)
            if opens_line(passage, start):
                source = self._document.source.text
                self._discourse.episode = led_by_year(passage, start, end, source) or led_by_day(
                    passage, start, end, source
                )
                self._line = line_date(passage, start, end, source, self._line)
                self._discourse.date = self._discourse.date or self._line
            yield start, end

    def _sentence(self, sentence: Sentence, theme: str) -> Iterator[Claim]:
        chart = self._finder.chart(sentence, self._discourse)
        if not self._sure:
            self._sure = bool(chart.parties or chart.actors)
            if self._sure and not stands_as_topic(chart, self._discourse.topic):
                self._discourse.topic = None
        drafts = list(read_listed_post(chart, sentence.passage, self._posts)) if self._posts else []
        if not drafts and theme and not only_dated(chart) and is_row(chart, sentence.passage.kind, theme):
            drafts = list(read_row(self._rows.item(sentence, chart, theme), self._discourse))
            if drafts and self._watch is not None:
                self._watch.row((("", chart),), drafts, self._discourse)
        if not drafts:
            drafts = read_clauses(chart, self._finder, self._discourse, self._frames)
            echoes = list(read_echoes(chart, self._discourse, drafts))
            drafts += echoes
            entry = before_accredited(chart, sentence.passage.kind, theme)
            if entry is not None:
                drafts += read_row(self._rows.item(sentence, entry, theme), self._discourse)
            if self._watch is not None:
                self._watch.add("echoes", echoes)
        named = {
            party
            for one in (*chart.parties, *chart.actors)
            if not one.deictic and one.form != "metonym"
            for party in one.ids
        }
        drafts = [] if is_asked(chart) else [one for one in drafts if not announced(chart, one)]
        drafts = [as_of(one, named, self._discourse.known, self._finder.registry) for one in drafts]
        drafts = [one for one in drafts if could_be(one, self._finder.registry)]
        drafts = [one for one in drafts if were_there(one, named, self._finder.registry)]
        drafts = [ahead(one, self._discourse.published) for one in drafts]
        yield from (draft.claim(sentence, sentence.selector()) for draft in drafts)
        remember(self._discourse, chart, drafts)
        self._discourse.put_told(tell(chart, drafts))


__all__ = ["extract_claims"]
