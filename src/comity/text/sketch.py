"""Text → a few hashes: few enough to keep, enough to tell a copy from another text on the same subject (MinHash)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import uint32
    from numpy.typing import NDArray

_WORD = re.compile(r"[\u2e80-\U0003ffff]|[^\W\u2e80-\U0003ffff]+")  # scripts without blanks give a character a word
_DENSE = "\u2e80"  # from here on
WORDS, CHARACTERS = 3, 6  # of one piece; longer pieces lose a copy in which every tenth word is another
HASHES = 128  # the share of equal ones is then known to four in a hundred
LEAST = 20  # pieces of a text that is long enough to be known again
_BANDS = 32  # keys of a sketch, two hashes each: 87 in 100 of copies that share a quarter of all pieces share a key
_STEP = 2654435761  # Knuth's multiplier; with it the hash functions are the same everywhere and for ever


def sketch_text(text: str) -> tuple[int, ...]:
    """For each of `HASHES` hash functions the smallest value among the text's pieces; nothing where it has few.

    Pieces are runs of three words: ``Kazakhstan and Türkiye established relations`` has three. Of scripts without
    blanks, runs of six characters.
    """
    words = _WORD.findall(text.casefold())
    sizes = (CHARACTERS if word >= _DENSE else WORDS for word in words)
    runs = {" ".join(words[at : at + size]) for at, size in enumerate(sizes) if at + size <= len(words)}
    if len(runs) < LEAST:
        return ()
    import numpy as np

    pieces = np.fromiter((zlib.crc32(run.encode()) for run in runs), dtype=np.uint32, count=len(runs))
    factors, terms = _functions()
    least = np.full(HASHES, 0xFFFFFFFF, dtype=np.uint32)
    for begin in range(0, len(pieces), 4096):  # a book has a hundred thousand pieces
        some = pieces[begin : begin + 4096]
        mixed = some[:, None] * factors[None, :] + terms[None, :]
        mixed ^= mixed >> 15
        mixed *= factors[None, :]
        least = np.minimum(least, mixed.min(axis=0))
    return tuple(least.tolist())


@cache
def _functions() -> tuple[NDArray[uint32], NDArray[uint32]]:
    import numpy as np

    terms = np.asarray([zlib.crc32(f"{number}".encode()) for number in range(HASHES)], dtype=np.uint32)
    return (terms * np.uint32(_STEP & 0xFFFFFFFF)) | np.uint32(1), terms


def share_pieces(one: Sequence[int], other: Sequence[int]) -> float:
    """About how many of the pieces of either text are in both, from 0 to 1; 0 where either was too short."""
    if not one or not other:
        return 0.0
    return sum(left == right for left, right in zip(one, other, strict=True)) / HASHES


def keys_of(sketch: Sequence[int]) -> tuple[int, ...]:
    """The keys under which a copy is looked for: two texts are compared only if they share one."""
    if not sketch:
        return ()
    return tuple(zlib.crc32(f"{band} {sketch[2 * band]} {sketch[2 * band + 1]}".encode()) for band in range(_BANDS))
