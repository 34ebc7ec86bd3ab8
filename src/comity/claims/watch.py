"""Watching a document being read: of each sentence and row, what was found in it and what every frame made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.claim import Claim
from comity.model.passage import Passage
from comity.model.selector import Selector

if TYPE_CHECKING:
    from comity.claims.frames import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Classes of cue (or groups) that a frame asked a sentence for, and what answered, each with its classes."""

    labels: tuple[str, ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One frame's look at a sentence: what it asked for, in order, and what it read."""

    frame: str
    asked: tuple[Asked, ...]
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One sentence, item or row as it was read.

    ``charts`` are its mentions, by column for a row; ``pair`` and ``one`` what "both countries" and "it" meant here;
    ``carried`` the date that a bare day would belong to; ``claims`` those whose evidence it is.
    """

    passage: Passage
    span: Selector
    text: str
    charts: tuple[tuple[str, Chart], ...]
    tries: tuple[Try, ...]
    claims: tuple[Claim, ...] = ()
    pair: Spoken | None = None
    one: Spoken | None = None
    carried: Spoken | None = None
    theme: str = ""


class Watch:
    """Collects what is read of a document while it is read; nothing is read differently for being watched."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], Watched] = {}
        self._tries: list[Try] = []
        self.claims: tuple[Claim, ...] = ()

    def read(self, frame: Frame, chart: Chart, discourse: Discourse) -> list[Draft]:
        """What the frame reads from the chart; its questions are noted."""
        listening = _Listening(
            sentence=chart.sentence, pack=chart.pack, mentions=chart.mentions, published=chart.published
        )
        drafts = list(frame(listening, discourse))
        name = _name_of(frame)
        self._tries.append(Try(frame=name, asked=tuple(dict.fromkeys(listening.heard)), drafts=tuple(drafts)))
        return drafts

    def row(self, charts: Sequence[tuple[str, Chart]], drafts: Iterable[Draft], discourse: Discourse) -> None:
        """Nothing; a row or item was read by its columns, and this came of it."""
        self._tries = [Try(frame="rows", asked=(), drafts=tuple(drafts))]
        self.end(charts, discourse)

    def end(self, charts: Sequence[tuple[str, Chart]], discourse: Discourse) -> None:
        """Nothing; a sentence or row is read. One that is read again, in the light of its row, is kept as last read."""
        if charts:
            passage = charts[0][1].sentence.passage
            whole = Selector.of(charts[0][1].sentence.source, passage.start, passage.end)
            alone = len(charts) == 1 and not charts[0][0]
            span = charts[0][1].sentence.selector() if alone else whole
            self._seen.pop((span.start, span.end), None)  # so that what was read last stands last
            self._seen[span.start, span.end] = Watched(
                passage=passage,
                span=span,
                text=charts[0][1].text if alone else passage.body.text,
                charts=tuple(charts),
                tries=tuple(self._tries),
                pair=discourse.the_pair(loose=True),
                one=discourse.the_one(),
                carried=discourse.date,
                theme=discourse.theme,
            )
        self._tries = []

    def add(self, name: str, drafts: Iterable[Draft]) -> None:
        """Nothing; of the sentence read last, something else was read by what is called so."""
        if self._seen:
            last = next(reversed(self._seen))
            tries = (*self._seen[last].tries, Try(frame=name, asked=(), drafts=tuple(drafts)))
            self._seen[last] = replace(self._seen[last], tries=tries)

    @property
    def seen(self) -> tuple[Watched, ...]:
        """All sentences and rows read, in order of place, each with the claims that rest on it."""
        found = (self._seen[key] for key in sorted(self._seen))
        return tuple(replace(one, claims=tuple(_resting_on(one, self.claims))) for one in found)


def _name_of(frame: Frame) -> str:
    """What a frame is called after: its type of claim, whose folder holds `frame.py`, else its own file."""
    *_, folder, file = frame.__module__.split(".")
    return folder if file == "frame" else file


def _resting_on(one: Watched, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims whose evidence this is; of a row's, which its notes share, those that a frame read here."""
    rules = {draft.rule for tried in one.tries for draft in tried.drafts}
    for claim in claims:
        inside = claim.evidence.start <= one.span.start and one.span.end <= claim.evidence.end
        if inside and claim.rule in rules:
            yield claim


@dataclass(frozen=True, kw_only=True)
class _Listening(Chart):
    """A chart that remembers which cues it was asked for."""

    heard: list[Asked] = field(default_factory=list)

    def cues(self, *labels: str) -> list[Mention]:
        found = super().cues(*labels)
        self._hear(labels, found)
        return found

    def has(self, *labels: str) -> bool:
        found = super().has(*labels)
        self._hear(labels, Chart.cues(self, *labels) if found else ())
        return found

    def _hear(self, labels: tuple[str, ...], found: Iterable[Mention]) -> None:
        answers = tuple(
            (
                self.text[one.start : one.end],
                tuple(sorted(name for name in one.classes if name in labels or name.partition(".")[0] in labels)),
            )
            for one in found
        )
        self.heard.append(Asked(labels=labels, answers=answers))
