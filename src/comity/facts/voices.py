"""Which claims are one voice: copies of one text, of one passage or of one sentence say a thing once.

What is kept of a text is a sketch (`comity.text.sketch`), so that a copy is known without the text. Whoever shares a
voice with a third shares it with the second: the result hangs on no order, and a new text changes its own voice only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from comity.facts.folding import split_words
from comity.facts.said import Said
from comity.model.sketch import WHOLE, Sketch, Voice
from comity.text.sketch import keys_of, share_pieces

LETTERS = 5  # characters of one piece when sentences are compared
SHORT = 100  # a shorter sentence is alike by chance: "Diplomatic relations were established on 2 March 1992."

Spot = tuple[str, int]
Sketches = Mapping[str, Sequence[Sketch]]
"""The sketches of each document: of the whole, and of the passages that claims were read in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who speaks: ``documents`` gives each copy the first document of its voice, ``passages`` each copied stretch."""

    documents: Mapping[str, str] = field(default_factory=dict)
    passages: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)

    def of_document(self, document: str) -> str:
        """The first document, by name, that this one is a copy of, or itself."""
        return self.documents.get(document, document)

    def of_passages(self, said: Said) -> Iterator[str]:
        """The voices of the copied passages that a claim stands in."""
        start, end = said.claim.evidence.start, said.claim.evidence.end
        for begins, ends, voice in self.passages.get(said.document, ()):
            if begins <= start and end <= ends:
                yield voice


def find_voices(sketches: Sketches, alike: float) -> tuple[Voice, ...]:
    """Who is one voice with whom among these documents and passages; those that nobody copies are not named.

    ``alike`` is the share of all pieces that makes two one voice, from 0 to 1. Linear where texts
    differ: only those that share a key are compared.
    """
    every = {(name, one.start): one for name in sorted(sketches) for one in sketches[name]}
    joined = _join_alike({spot: one.pieces for spot, one in every.items()}, alike)
    return tuple(
        Voice(document=spot[0], start=spot[1], end=every[spot].end, first=first[0], first_start=first[1])
        for spot, first in sorted(joined.items())
    )


def hear_voices(found: Iterable[Voice]) -> Voices:
    """These voices, to be asked by document and by claim."""
    documents: dict[str, str] = {}
    passages: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for one in found:
        if one.start == WHOLE:
            documents[one.document] = one.first
        else:
            passages[one.document].append((one.start, one.end, f"{one.first}:{one.first_start}"))
    return Voices(documents=documents, passages={name: tuple(sorted(some)) for name, some in passages.items()})


def _join_alike(pieces: Mapping[Spot, tuple[int, ...]], alike: float) -> dict[Spot, Spot]:
    """For each spot that is not alone the first of those that share its voice."""
    groups = _Groups()
    shelves: defaultdict[tuple[bool, int], list[Spot]] = defaultdict(list)
    for spot in sorted(pieces):
        for key in keys_of(pieces[spot]):
            shelves[(spot[1] == WHOLE, key)].append(spot)
    for shelf in shelves.values():
        if len(shelf) > 1:
            _join_shelf(shelf, pieces, groups, alike)
    return groups.named()


def _join_shelf(shelf: Sequence[Spot], pieces: Mapping[Spot, tuple[int, ...]], groups: _Groups, alike: float) -> None:
    """Nothing; the spots under one key are joined where they are alike.

    Group by group, so that a thousand copies of one text cost a thousand comparisons, not half a million.
    """
    known: list[list[Spot]] = []
    for spot in shelf:
        mine = [group for group in known if any(_are_one(spot, other, pieces, groups, alike) for other in group)]
        for group in mine:
            groups.join(spot, group[0])
            known.remove(group)
        known.append([*(other for group in mine for other in group), spot])


def _are_one(one: Spot, other: Spot, pieces: Mapping[Spot, tuple[int, ...]], groups: _Groups, alike: float) -> bool:
    if groups.first(one) == groups.first(other):
        return True
    return share_pieces(pieces[one], pieces[other]) >= alike


class _Groups:
    """Who was joined with whom; a group goes by its first member."""

    def __init__(self) -> None:
        self.up: dict[Spot, Spot] = {}

    def first(self, spot: Spot) -> Spot:
        """The first spot of this one's group."""
        while spot in self.up:
            spot = self.up[spot]
        return spot

    def join(self, one: Spot, other: Spot) -> None:
        """Nothing; the groups of both are one."""
        left, right = sorted((self.first(one), self.first(other)))
        if left != right:
            self.up[right] = left

    def named(self) -> dict[Spot, Spot]:
        """The first of its group for each spot that was joined, the first itself included."""
        joined = {spot: self.first(spot) for spot in self.up}
        return joined | {first: first for first in joined.values()}


def count_voices(said: Iterable[Said], voices: Voices, copy: float) -> int:
    """How many of these claims' documents are independent.

    Copies of each other are one voice, and so are those whose claims stand in copies of one passage or in one long
    sentence; ``copy`` is how alike sentences are then.
    """
    quotes: defaultdict[str, set[str]] = defaultdict(set)
    places: defaultdict[str, set[str]] = defaultdict(set)
    for one in said:
        speaker = voices.of_document(one.document)
        places[speaker].update(voices.of_passages(one))
        if one.claim.place is None:  # rows of tables are alike by their markup, and say nothing of who copied whom
            quotes[speaker].add(one.claim.evidence.quote)
    if len(places) == 1:
        return 1
    heard: list[tuple[frozenset[str], set[str]]] = []
    for speaker in sorted(places):
        pieces = _pieces(quotes[speaker])
        if not any(_alike(pieces, other) >= copy or places[speaker] & there for other, there in heard):
            heard.append((pieces, places[speaker]))
    return len(heard)


def _pieces(quotes: Collection[str]) -> frozenset[str]:
    if sum(map(len, quotes)) < SHORT:
        return frozenset()
    text = " ".join(" ".join(split_words(quote)) for quote in sorted(quotes))
    if len(text) < SHORT:
        return frozenset()
    return frozenset(text[place : place + LETTERS] for place in range(len(text) - LETTERS + 1))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
