"""A glance at a passage before it is read: where in it something may be said at all.

Most sentences of most texts name nobody and hold no word that a frame begins with. They are passed over, and nothing is
read differently for it: a glance may see too much, never too little.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.claims.cues import load_cues
from comity.claims.memory import PersonMemory
from comity.model.passage import Passage
from comity.packs.reading import load_sentence_rules
from comity.parties.index import NameIndex
from comity.text import split_sentences

TELLING = frozenset(
    {
        "agreement",
        "award",
        "body",
        "indicator",
        "landmark",
        "mission",
        "office",
        "post",
        "noun.bare_relations",
        "noun.border",
        "noun.dispute",
        "noun.meeting",
        "noun.relations",
        "noun.visit",
        "verb.accredit",
        "verb.be_in",
        "verb.continue",
        "verb.join",
        "verb.meet",
        "verb.receive",
        "verb.recognise",
        "verb.refuse",
        "verb.succeed",
        "verb.unrecognise",
        "verb.visit",
    }
)
"""What a sentence that names nobody must hold one of, for a frame to read anything of those named before it."""


_FAR = 10  # nothing is remembered for as many sentences by its distance


@dataclass(frozen=True, slots=True)
class Glance:
    """The places in a passage, in order, where a name or a telling word begins; how many persons were known then."""

    text: str
    places: Sequence[int]
    persons: int

    def tells(self, start: int, end: int) -> bool:
        """Whether a sentence may say something; one glued to its neighbour may always: there words begin anew."""
        at = bisect_left(self.places, start)
        return (at < len(self.places) and self.places[at] < end) or self._glued(start) or self._glued(end)

    def _glued(self, cut: int) -> bool:
        return 0 < cut < len(self.text) and not self.text[cut - 1].isspace() and not self.text[cut].isspace()


def glance_at(passage: Passage, index: NameIndex, persons: PersonMemory, *, somebody: bool) -> Glance:
    """Where a passage may say something; before ``somebody`` was named in the document, only names can begin it."""
    text = passage.body.text
    places = index.find_places(text, passage.language)
    if somebody:
        places += load_cues(passage.language).find_places(text, TELLING)
        places += [start for start, _, _ in persons.find_persons(text)]
    places.sort()
    return Glance(text, places, len(persons))


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
