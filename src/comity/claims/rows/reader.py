"""Rows and items of one document: made of its passages, read by their columns, then by their notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.context.posting import Posting
from comity.claims.context.references import parts_of_note
from comity.claims.context.theme import (
    begins_relations,
    columns,
    is_planned,
    kind_over,
    labels_in,
    mission_class,
    shifted,
    table_theme,
    tells_trade,
)
from comity.claims.find import Finder
from comity.claims.rows.envoy_items import is_envoy_item, posting_in, posting_with, rank_in
from comity.claims.rows.finer import first_to, told_finer
from comity.claims.rows.headed import headed_by
from comity.claims.rows.honours import giver_in, honoured_in
from comity.claims.rows.missions import lists_missions
from comity.claims.rows.notes import Frames, Note, read_notes, read_notes_of
from comity.claims.rows.post_columns import POSTS, post_column, read_post_columns
from comity.claims.rows.row import Journeys, Row, partners, told_by_note, town_of
from comity.claims.rows.tables import read_row
from comity.claims.rows.terse_notes import is_seat_again
from comity.claims.rows.trade import read_trade_rows, weighs_trade
from comity.claims.rows.visits import guests_of, journeys_in
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.sentence import Sentence
from comity.claims.watch import Watch
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.passage import Heading, MappedText, Passage
from comity.model.selector import Selector
from comity.packs.reading import load_sentence_rules
from comity.text import split_sentences

_FILES = "en"  # what pictures of flags are called on the pages of any language
_LONGEST_CELL = 400
_OTHERWISE = ("noun.visit", "indicator.", "award.", "agreement.", "office.")  # of what a table's days may be besides
_FIRST_SENTENCES = 12


class RowReader:
    """Reads the rows of one document; ``discourse`` is the document's own and only looked at."""

    def __init__(
        self, document: Document, finder: Finder, discourse: Discourse, frames: Frames, watch: Watch | None = None
    ) -> None:
        self._document, self._finder, self._discourse, self._frames = document, finder, discourse, frames
        self._watch = watch
        self._caption = ""
        self._captioned: int | None = None
        self._heads: dict[tuple[str, str], Chart] = {}

    def item(self, sentence: Sentence, chart: Chart, theme: str) -> Row:
        """The row that a list's item is: one column without a name, under what the list hangs under."""
        owner, context = self._owner()
        lead = self._discourse.heading.ids if self._discourse.heading else ()
        passage = sentence.passage
        selectors = tuple(one for one in (passage.lead,) if one is not None)
        if passage.lead is not None:
            hits = self._finder.index.find_names(passage.lead.quote, passage.language)
            lead = tuple(hit.ids[0] for hit in hits if hit.kind in ("party", "organization"))[:1] or lead
        if theme == "visits":
            told = (
                self._named_by(one) or guests_of(self._head(one.text, passage)) for one in reversed(passage.headings)
            )
            lead = next(filter(None, told), lead)
        return Row(
            theme=theme,
            owner=owner,
            owner_context=context,
            charts=(("", chart), *self._flags(passage, chart)),
            context=selectors,
            place=passage.place,
            lead=lead,
            pair=self._pair() or (self._guessed_pair() if theme == "relations" else ()),
            kind=kind_over(passage, self._document.title.value if self._document.title is not None else ""),
            planned=is_planned(passage.headings, passage.language),
            town=town_of([self._head(one.text, passage) for one in passage.headings[-1:]]),
            posting=self.posting(passage) if theme == "ambassadors" else None,
            journeys=self._journeys(passage) if theme == "visits" else None,
            honoured=self._honoured(passage) if theme == "honours" else "",
            headed=headed_by(passage.headings, self._finder.index, passage.language, owner)
            if theme == "relations"
            else "",
        )

    def _flags(self, passage: Passage, chart: Chart) -> Iterator[tuple[str, Chart]]:
        """The organizations that an item shows by a flag alone: "{{flagicon|United Nations}} New York"."""
        if passage.lead is None and not chart.kind("organization"):
            for body in filter(len, passage.names):
                flag = self._finder.chart(self._cell(passage, body, chart.sentence.number), self._discourse)
                if flag.kind("organization"):
                    yield "", flag

    def claims(self, passage: Passage, theme: str, number: int) -> Iterator[Claim]:
        """The claims of a table's row: by its columns, then by its notes about the owner and the row's party."""
        headers = [cell.header for cell in passage.cells]
        heads = columns(headers, passage.language)
        if "date" in heads and theme in ("", "relations"):
            heads = self._with_posts(heads, passage)
        heads = shifted(heads, [len(cell.body) for cell in passage.cells])
        if not theme and self._journeys(passage) is not None:
            theme = "visits"
        begun = begins_relations(headers, passage.language)
        theme = table_theme(heads, theme, tells=self._tells(passage), begun=begun)
        theme = "" if (trades := tells_trade(headers, passage.language)) else theme
        row = self._row(passage, theme, heads, number)
        sentences = list(self._note_sentences(passage, heads, number))
        named = partners(row) or told_by_note(row)
        notes: Sequence[Note]
        if named or not sentences:
            ids = [one.ids[0] for one in named[:1] if one.ids[0] != row.owner]
            notes = self._notes(row, sentences, ids)
        else:
            told, notes = read_notes(row, sentences, self._discourse, finder=self._finder, frames=self._frames)
            row = replace(row, told=told)
        assert row.whole is not None
        whole = row.whole
        if not any(heads) and theme in ("", "relations") and self.lists(passage) == "ambassadors":
            chart = self._finder.chart(self._cell(passage, passage.body, number), self._discourse)
            theme, listed = "ambassadors", is_envoy_item(chart)
            row = replace(row, theme=theme, charts=(("", chart),) if listed else (), posting=self.posting(passage))
        owned = bool(row.owner) or theme in ("agreements", "memberships", "honours")
        drafts = list(read_row(row, self._discourse)) if theme and owned else []
        drafts += self._trade(passage, row) if trades or weighs_trade(passage) else []
        drafts += read_post_columns(row, self._discourse)
        if self._watch is not None:
            self._watch.row(row.charts, drafts, self._discourse)
        body = Sentence(passage=passage, body=passage.body, source=self._document.source.text, number=number)
        drafts = [first_to(draft, notes) for draft in drafts if not told_finer(draft, notes)]
        yield from (draft.claim(body, whole) for draft in drafts)
        said = {draft.roles for draft in drafts}
        for note in notes:
            for draft in note.drafts:
                if (draft.roles not in said or draft.dated.when is not None) and not is_seat_again(draft, drafts):
                    yield draft.claim(note.sentence, whole)

    def _with_posts(self, heads: tuple[str, ...], passage: Passage) -> tuple[str, ...]:
        """The columns' names, those that hold missions of the owner or in its country named as such."""
        owner, _ = self._owner()
        if self._pair():
            return heads
        told = tuple(
            cell.header if name in ("", "mission") else "" for name, cell in zip(heads, passage.cells, strict=True)
        )
        return tuple(
            (post_column(self._head(text, passage), owner) if text else "") or name
            for name, text in zip(heads, told, strict=True)
        )

    def _head(self, text: str, passage: Passage) -> Chart:
        """The chart of a heading, a title or a column's head, made once: it stands over many rows."""
        key = (text, passage.language)
        if key not in self._heads:
            body = MappedText(text=text, offsets=range(len(text)), ends=range(1, len(text) + 1))
            sentence = Sentence(passage=passage, body=body, source=text)
            self._heads[key] = self._finder.chart(sentence, Discourse(document=self._document))
        return self._heads[key]

    def _trade(self, passage: Passage, row: Row) -> Iterator[Draft]:
        """The figures of a row of a table of trade."""
        heads = [self._head(cell.header, passage) for cell in passage.cells]
        cells = [self._finder.chart(self._cell(passage, cell.body, 0), self._discourse) for cell in passage.cells]
        title = [self._document.title.value] if self._document.title is not None else []
        over = [*title, *(heading.text for heading in passage.headings), self._caption_over(passage)]
        return read_trade_rows(row, (heads, cells), over, self._discourse)

    def see_caption(self, text: str) -> None:
        """Remember what stands over the table whose rows come next."""
        self._caption, self._captioned = text, None

    def _caption_over(self, passage: Passage) -> str:
        """The caption of a row's table, which is the first behind it."""
        table = passage.place.table if passage.place is not None else None
        self._captioned = table if self._captioned is None else self._captioned
        return self._caption if self._captioned == table else ""

    def _notes(self, row: Row, sentences: Sequence[Sentence], ids: Sequence[str]) -> list[Note]:
        return read_notes_of(row, sentences, self._discourse, finder=self._finder, frames=self._frames, ids=ids)

    def _row(self, passage: Passage, theme: str, heads: tuple[str, ...], number: int) -> Row:
        owner, context = self._owner()
        charts = []
        for name, cell in zip(heads, passage.cells, strict=True):
            for body in self._bodies(name, cell.body, passage.language):
                chart = self._finder.chart(self._cell(passage, body, number), self._discourse)
                charts.append((name, self._finder.with_code(chart) if name == "party" else chart))
            told = name == "city" and bool(charts and charts[-1][0] == name and charts[-1][1].kind("city"))
            for body in filter(len, () if told else cell.names):  # a link's own name: "Tel Aviv-Jaffa" of "Tel-Aviv"
                chart = self._finder.chart(self._cell(passage, body, number), self._discourse)
                charts.append((name, self._hidden(passage, body, chart)))
        head = (passage.head,) if passage.head is not None else ()
        return Row(
            theme=theme,
            owner=owner,
            owner_context=context,
            charts=tuple(charts),
            context=(*(heading.selector for heading in passage.headings), *head),
            place=passage.place,
            heads=heads,
            whole=Selector.of(self._document.source.text, passage.start, passage.end),
            pair=self._pair(),
            kind=kind_over(passage, self._document.title.value if self._document.title is not None else ""),
            planned=is_planned(passage.headings, passage.language),
            town=town_of([self._head(one.text, passage) for one in passage.headings[-1:]]),
            kinds=tuple(
                (name, mission_class([cell.header], passage.language))
                for name, cell in zip(heads, passage.cells, strict=True)
                if name in POSTS
            ),
            seats=tuple(
                (name, city)
                for name, cell in zip(heads, passage.cells, strict=True)
                if name in POSTS
                for city in self._head(cell.header, passage).kind("city")[:1]
            ),
            posting=self.posting(passage) or self._posting_of(passage, heads, charts)
            if theme == "ambassadors"
            else None,
            journeys=self._journeys(passage) if theme == "visits" else None,
            giver=self._giver(passage) if theme == "honours" else "",
            honoured=self._honoured(passage) if theme == "honours" else "",
        )

    def _over(self, passage: Passage) -> Iterator[tuple[Chart, tuple[Selector, ...]]]:
        """What stands over a row or item, each with its place: the headings, the innermost first, then the title."""
        for heading in reversed(passage.headings):
            yield self._head(heading.text, passage), (heading.selector,)
        if self._document.title is not None:
            context = self._discourse.topic.context() if self._discourse.topic is not None else ()
            yield self._head(self._document.title.value, passage), context

    def _honoured(self, passage: Passage) -> str:
        """Whose honours the innermost heading over a list or table names, else the title; "" for nobody's."""
        return next((name for chart, _ in self._over(passage) if (name := honoured_in(chart))), "")

    def _giver(self, passage: Passage) -> str:
        """Whose awards the innermost heading with a party says that a table lists; "" for none."""
        charts = (self._head(heading.text, passage) for heading in reversed(passage.headings))
        return next((giver for chart in charts if (giver := giver_in(chart)) is not None), "")

    @staticmethod
    def _bodies(name: str, body: MappedText, language: str) -> Iterator[MappedText]:
        """A cell as it is charted: whole; notes and other long ones by their first sentences."""
        if name != "notes" and len(body) <= _LONGEST_CELL:
            yield from filter(len, (body,))
            return
        for start, end in split_sentences(body.text, load_sentence_rules(language))[:_FIRST_SENTENCES]:
            yield body.slice(start, end)

    def _hidden(self, passage: Passage, body: MappedText, chart: Chart) -> Chart:
        """The chart of a link's or picture's name, read as English where the page's language finds no party in it."""
        if chart.parties or passage.language == _FILES:
            return self._finder.with_code(chart)
        told = self._finder.chart(self._cell(replace(passage, language=_FILES), body, 0), self._discourse)
        return told if told.parties else self._finder.with_code(chart)

    def lists(self, passage: Passage) -> str:
        """What the headings over an item say that its list holds: envoys, somebody's honours, one state's missions."""
        posting = self.posting(passage)
        if posting is not None and posting.listed:
            return "ambassadors"
        if self._honoured(passage):
            return "honours"
        return "missions" if any(lists_missions(chart) for chart, _ in self._over(passage)) else ""

    def posting(self, passage: Passage) -> Posting | None:
        """Whose posts a table lists: told by the innermost heading with a post and its two ends, else the title.

        A heading under it that names a post alone tells that of its rows: "Envoys extraordinary".
        """
        owner, over = self._owner()[0], list(self._over(passage))
        told = [posting_in(chart, self._pair(), where, owner) for chart, where in over]
        for place, one in enumerate(told):
            if one is not None:
                rank = rank_in(chart for chart, _ in over[:place])
                return replace(one, post=rank) if rank else one
        return None

    def _posting_of(
        self, passage: Passage, heads: tuple[str, ...], charts: Sequence[tuple[str, Chart]]
    ) -> Posting | None:
        """Whose post a row with a party column tells: the heading or title names the other end and mostly the post."""
        named = [one for name, chart in charts if name == "party" for one in chart.parties if len(one.ids) == 1]
        if not named:
            return None
        told = (cell.header for name, cell in zip(heads, passage.cells, strict=True) if name == "person")
        posts = {cue.kind_in("post") for text in told for cue in self._head(text, passage).cues("post")}
        found = (posting_with(chart, posts, named[0].ids[0], where) for chart, where in self._over(passage))
        return next((one for one in found if one is not None), None)

    def _journeys(self, passage: Passage) -> Journeys | None:
        """Whose journeys a table or list holds: told by the innermost heading that speaks of visits, else the title."""
        owner, _ = self._owner()
        told = (journeys_in(chart, where, owner) for chart, where in self._over(passage))
        return next((one for one in told if one is not None), None)

    def _tells(self, passage: Passage) -> bool:
        """Whether a table's heads, or what stands over it, speak of relations, or nothing tells what it is about."""
        over = [heading.text for heading in passage.headings]
        over += [self._document.title.value] if self._document.title is not None else []
        labels = {label for text in over for label in labels_in(text, passage.language)}
        return not any(label.startswith(_OTHERWISE) for label in labels)

    def _note_sentences(self, passage: Passage, heads: Sequence[str], number: int) -> Iterator[Sentence]:
        rules = load_sentence_rules(passage.language)
        for name, cell in zip(heads, passage.cells, strict=True):
            if name not in ("notes", "") or not len(cell.body):
                continue
            for start, end in split_sentences(cell.body.text, rules):
                for first, last in parts_of_note(cell.body.text, start, end, passage.language):
                    yield self._cell(passage, cell.body.slice(first, last), number)

    def _cell(self, passage: Passage, body: MappedText, number: int) -> Sentence:
        return Sentence(passage=passage, body=body, source=self._document.source.text, number=number)

    def _owner(self) -> tuple[str, tuple[Selector, ...]]:
        topic = self._discourse.topic
        return (topic.ids[0], topic.context()) if topic is not None and topic.ids else ("", ())

    def _pair(self) -> tuple[str, ...]:
        """The two that the document's title names: its rows are about both, none of them lacks a party."""
        topic = self._discourse.topic
        paired = topic is not None and len(topic.ids) == 2 and set(topic.ids) <= set(self._discourse.titled)
        return topic.ids if topic is not None and paired else ()

    def _guessed_pair(self) -> tuple[str, ...]:
        """The two that the document's first lines name most: no bare day in such a text has lost its party."""
        topic = self._discourse.topic
        return topic.ids if topic is not None and len(topic.ids) == 2 and self._discourse.is_topic_guessed() else ()

    def _named_by(self, heading: Heading) -> tuple[str, ...]:
        """The one party that a heading names: "From Korea:"."""
        hits = self._finder.index.find_names(heading.text, self._document.language.value)
        topic = self._discourse.topic.ids if self._discourse.topic else ()
        ids = [next((one for one in hit.ids if one in topic), hit.ids[0]) for hit in hits if hit.kind == "party"]
        return tuple(dict.fromkeys(ids)) if len(set(ids)) == 1 else ()
