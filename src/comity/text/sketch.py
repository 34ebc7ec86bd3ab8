"""Text → a few hashes: few enough to keep, enough to tell a copy from another text on the same subject (MinHash)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

_WORD = re.compile(r"[\u2e80-\U0003ffff]|[^\W\u2e80-\U0003ffff]+")  # scripts without blanks give a character a word
_DENSE = "\u2e80"  # from here on
WORDS, CHARACTERS = 3, 6  # of one piece; longer pieces lose a copy in which every tenth word is another
HASHES = 128  # the share of equal ones is then known to four in a hundred
LEAST = 20  # pieces of a text that is long enough to be known again
_BANDS = 32  # keys of a sketch, two hashes each: 87 in 100 of copies that share a quarter of all pieces share a key
_SEED = 1  # of the hash functions: a register's sketches are of these and no others


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
    from datasketch import MinHash

    least = MinHash(num_perm=HASHES, seed=_SEED, hashfunc=zlib.crc32)
    least.update_batch([run.encode() for run in sorted(runs)])
    return tuple(int(one) for one in least.hashvalues)


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
