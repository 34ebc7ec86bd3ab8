"""A glance at a passage before it is read: where in it something may be said at all.

Most sentences of most texts name nobody and hold no word that a frame begins with. They are passed over, and nothing is
read differently for it: a glance may see too much, never too little.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.claims.people.memory import PersonMemory
from comity.claims.sentences.cues import load_cues
from comity.model.passage import Passage
from comity.packs.reading import load_sentence_rules
from comity.parties.index import NameIndex
from comity.quantities import has_number
from comity.text import split_sentences

TELLING = frozenset(
    {
        "agreement",
        "mission",
        "office",
        "post",
        "deixis.holder",
        "verb.relieve",
        "noun.bare_relations",
        "noun.dispute",
        "noun.meeting",
        "noun.moot",
        "noun.relations",
        "noun.visit",
        "verb.accredit",
        "verb.be_in",
        "verb.continue",
        "verb.meet",
        "verb.receive",
        "verb.be_received",
        "verb.recognise",
        "verb.refuse",
        "verb.split",
        "verb.succeed",
        "verb.switch",
        "verb.unrecognise",
        "verb.visit",
    }
)
"""What a sentence that names nobody must hold one of, for a frame to read anything of those named before it, …"""
TELLING_WITH = {
    "award": frozenset({"verb.award"}),
    "body": frozenset({"verb.convene", "verb.end", "verb.found"}),
    "landmark": frozenset({"verb.build", "verb.dedicate", "verb.have", "verb.inaugurate", "verb.open"}),
    "noun.border": frozenset({"verb.claim", "verb.refer", "verb.settle"}),
    "verb.join": frozenset({"mark.relative", "role"}),
    "role": frozenset({"deixis.body", "verb.award", "verb.join", "verb.leave", "verb.pass_on", "verb.take_over"}),
    "noun.nth": frozenset({"fact.plan", "fact.scheduled", "noun.sitting", "verb.convene"}),
    "noun.sitting": frozenset({"fact.plan", "fact.scheduled", "verb.convene"}),
    "deixis.body": frozenset({"verb.join", "verb.leave"}),
    "indicator": frozenset[str](),
}
"""… or one of these, with one of those beside it; an indicator with a number."""
_HEADS = TELLING | frozenset(TELLING_WITH)


_FAR = 10  # nothing is remembered for as many sentences by its distance


@dataclass(frozen=True, slots=True)
class Glance:
    """The places in a passage, in order, where a name or a telling word begins; how many persons were known then.

    ``halves``: the places of words that tell only with another, each with its class or group.
    """

    passage: Passage
    places: Sequence[int]
    halves: Sequence[tuple[int, str]]
    persons: int

    @property
    def text(self) -> str:
        """The passage's plain text."""
        return self.passage.body.text

    @property
    def barren(self) -> bool:
        """Whether there is nothing in it at all."""
        return not self.places and not self.halves

    def tells(self, start: int, end: int) -> bool:
        """Whether a sentence may say something; one glued to its neighbour may always: there words begin anew."""
        at = bisect_left(self.places, start)
        told = (at < len(self.places) and self.places[at] < end) or self._glued(start) or self._glued(end)
        return told or any(self._is_whole(head, start, end) for head in self._heads(start, end))

    def _heads(self, start: int, end: int) -> set[str]:
        first = bisect_left(self.halves, (start, ""))
        return {head for _, head in self.halves[first : bisect_left(self.halves, (end, ""))]}

    def _is_whole(self, head: str, start: int, end: int) -> bool:
        """Whether a sentence holds what a word of this class or group needs beside it."""
        wanted, text, language = TELLING_WITH[head], self.text[start:end], self.passage.language
        return bool(load_cues(language).find_heads(text, wanted)) if wanted else has_number(text, language)

    def _glued(self, cut: int) -> bool:
        return 0 < cut < len(self.text) and not self.text[cut - 1].isspace() and not self.text[cut].isspace()


def glance_at(passage: Passage, index: NameIndex, persons: PersonMemory, *, somebody: bool) -> Glance:
    """Where a passage may say something; before ``somebody`` was named in the document, only names can begin it."""
    text = passage.body.text
    places = index.find_places(text, passage.language)
    halves: list[tuple[int, str]] = []
    if somebody:
        places += [start for start, _, _ in persons.find_persons(text)]
        for start, labels in load_cues(passage.language).find_heads(text, _HEADS):
            if labels & TELLING:
                places.append(start)
            halves += [(start, head) for head in labels & TELLING_WITH.keys()]
    places.sort()
    halves.sort()
    return Glance(passage, places, halves, len(persons))


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence passed over, ``passage.body.text[start:end]``, and its number in the document."""

    passage: Passage
    start: int
    end: int
    number: int


@dataclass(slots=True)
class Passed:
    """What of a document was passed over and may matter yet.

    ``passages``: whole ones whose sentences are not counted. ``sentences``: those of this line since the last one that
    was read. ``last``: the last of all.
    """

    passages: list[Passage] = field(default_factory=list)
    sentences: list[Skipped] = field(default_factory=list)
    last: Skipped | None = None

    def put_sentence(self, one: Skipped) -> None:
        """Pass over a sentence."""
        self.sentences.append(one)
        self.last = one

    def end_line(self) -> None:
        """Forget the sentences whose days nothing can go on from any more."""
        self.sentences.clear()

    def count(self) -> tuple[Skipped, int]:
        """The last sentence of the passages, and how many theirs are, each far one counted as one; none is left."""
        spans = [split_sentences(one.body.text, load_sentence_rules(one.language)) for one in self.passages[-_FAR:]]
        last = Skipped(self.passages[-1], *spans[-1][-1], 0)
        count = max(0, len(self.passages) - _FAR) + sum(map(len, spans))
        self.passages.clear()
        return last, count
