"""Which documents are one voice: copies of one text, or of one passage, say a thing once."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Mapping, Sequence

from comity.facts.folding import split_words
from comity.model.document import Document

_WORD = re.compile(r"\w+")
WORDS = 5  # words of one piece when documents are compared
LETTERS = 5  # characters of one piece when sentences are
SAMPLE = 4  # of a document about one run of words in so many is kept
COMMON = 50  # a piece in more documents than this is a form's wording, not a copied text
SHORT = 100  # a shorter sentence is alike by chance: "Diplomatic relations were established on 2 March 1992."


def find_copies(documents: Mapping[str, Document], copy: float) -> dict[str, str]:
    """Each document's id → the id of the first document that it is a copy of, or its own.

    ``copy`` is how alike copies are, as the share of the smaller one's pieces, from 0 to 1. Linear where texts differ:
    only documents that share a piece are compared.
    """
    sketches = {name: _sketch(documents[name].source.text) for name in sorted(documents)}
    first: dict[str, str] = {}
    by_piece: dict[int, list[str]] = {}
    for name, sketch in sketches.items():
        others = {other for piece in sketch for other in by_piece.get(piece, ())[:COMMON]}
        first[name] = next((o for o in sorted(others) if _share(sketch, sketches[o]) >= copy), name)
        if first[name] == name:
            for piece in sketch:
                by_piece.setdefault(piece, []).append(name)
    return first


def _sketch(text: str) -> frozenset[int]:
    """Hashes of runs of words; a run is kept where its first word's hash says so, the same in every copy."""
    words = [word.encode() for word in _WORD.findall(text.lower())]
    picked = (place for place in range(len(words) - WORDS + 1) if zlib.crc32(words[place]) % SAMPLE == 0)
    return frozenset(zlib.crc32(b" ".join(words[place : place + WORDS])) for place in picked)


def _share(one: Collection[int], other: Collection[int]) -> float:
    return len(set(one) & set(other)) / min(len(one), len(other)) if len(one) >= WORDS and len(other) >= WORDS else 0.0


def count_voices(quotes: Mapping[str, Sequence[str]], copies: Mapping[str, str], copy: float) -> int:
    """How many of these documents are independent: copies of each other, or of one long sentence, are one voice.

    ``quotes`` holds each document's sentences on the thing, ``copies`` what `find_copies` found.
    """
    if len(quotes) == 1:
        return 1
    voices: list[frozenset[str]] = []
    for document in sorted({copies.get(document, document) for document in quotes}):
        pieces = _pieces(quotes.get(document, ()))
        if not any(_alike(pieces, voice) >= copy for voice in voices):
            voices.append(pieces)
    return len(voices)


def _pieces(quotes: Collection[str]) -> frozenset[str]:
    if sum(map(len, quotes)) < SHORT:
        return frozenset()
    text = " ".join(" ".join(split_words(quote)) for quote in sorted(set(quotes)))
    if len(text) < SHORT:
        return frozenset()
    return frozenset(text[place : place + LETTERS] for place in range(len(text) - LETTERS + 1))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
