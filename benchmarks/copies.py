"""How well copies of a passage are known again: `python benchmarks/copies.py [FILE …]`, beside rensa.

Every paragraph of the files (without any: of the repository's texts) is copied with words left out, put in and
replaced, and cut at both ends. Counted are the copies that are known, and the other paragraphs that are taken for one.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

import numpy as np
from rensa import RMinHash

from comity.packs.sources import load_source_rules
from comity.text.sketch import HASHES, keys_of, share_pieces, sketch_text

ROOT = Path(__file__).parents[1]
UNIT = re.compile(r"[\u2e80-\U0003ffff]|[^\W\u2e80-\U0003ffff]+")
# share of words changed, and of the text cut off at either end at most
COPIES = ((0.0, 0.0), (0.05, 0.1), (0.1, 0.0), (0.1, 0.2), (0.15, 0.2), (0.0, 0.5))

Hashes: TypeAlias = "tuple[int, ...] | np.ndarray[tuple[int], np.dtype[np.uint64]]"


def iter_paragraphs(paths: Sequence[Path]) -> Iterator[list[str]]:
    """The paragraphs of 30 to 250 words, as words."""
    for path in paths:
        text = re.sub(r"<[^>]*>", " ", path.read_text("utf-8"))
        for paragraph in re.split(r"\n\s*\n", text):
            words = UNIT.findall(paragraph.lower())
            if 30 <= len(words) <= 250:
                yield words


def change(words: Sequence[str], rate: float, cut: float, draw: random.Random, vocabulary: Sequence[str]) -> str:
    """A copy with so many words changed: a third left out, a third replaced, a third put in."""
    begin, end = int(len(words) * cut * draw.random()), len(words) - int(len(words) * cut * draw.random())
    out: list[str] = []
    for word in words[begin:end]:
        chance = draw.random()
        if chance < rate / 3:
            continue
        out.append(draw.choice(vocabulary) if chance < 2 * rate / 3 else word)
        if 2 * rate / 3 <= chance < rate:
            out.append(draw.choice(vocabulary))
    return " ".join(out)


def runs(text: str) -> list[str]:
    """The same pieces that our sketch is made of, as text."""
    words = UNIT.findall(text.casefold())
    sizes = (6 if word >= "\u2e80" else 3 for word in words)
    return sorted({" ".join(words[at : at + size]) for at, size in enumerate(sizes) if at + size <= len(words)})


def hash_rensa(text: str) -> Hashes:
    one = RMinHash(num_perm=HASHES, seed=1)
    one.update(runs(text))
    return np.asarray(one.digest(), dtype=np.uint64)


def share_equal(one: Hashes, other: Hashes) -> float:
    return float(np.mean(np.asarray(one) == np.asarray(other))) if len(one) == len(other) > 0 else 0.0


def compare(one: Hashes, other: Hashes) -> float:
    """The share of equal hashes, where a key brings the two together at all: what comity does."""
    left, right = tuple(map(int, one)), tuple(map(int, other))
    return share_pieces(left, right) if set(keys_of(left)) & set(keys_of(right)) else 0.0


WAYS: dict[str, tuple[Callable[[str], Hashes], Callable[[Hashes, Hashes], float]]] = {
    "rensa": (hash_rensa, share_equal),
    "every pair compared": (sketch_text, share_equal),
    "comity": (sketch_text, compare),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    paths = options.files or sorted([*ROOT.glob("examples/*.*"), *ROOT.glob("tests/cases/documents/*/*.[thmw]*")])
    texts = list(iter_paragraphs(paths))
    vocabulary = [word for words in texts for word in words]
    print(f"{len(texts)} paragraphs of {len(paths)} files")
    print(
        "way                  others, at most  taken at  "
        + "  ".join(f"{rate:.0%}, cut {cut:.0%}" for rate, cut in COPIES)
        + "  µs"
    )
    for name, (sketch, share) in WAYS.items():
        start = time.process_time()
        kept = [sketch(" ".join(words)) for words in texts]
        spent = (time.process_time() - start) / len(texts) * 1e6
        shares_of_others = [share(one, other) for one, other in combinations(kept, 2)]
        most, met = max(shares_of_others), sum(one > 0 for one in shares_of_others) / len(shares_of_others)
        alike = load_source_rules().alike
        draw, found = random.Random(3), []
        for rate, cut in COPIES:
            copies = [sketch(change(words, rate, cut, draw, vocabulary)) for words in texts]
            found.append(sum(share(one, other) >= alike for one, other in zip(kept, copies, strict=True)) / len(texts))
        shares = "  ".join(f"{one:13.1%}" for one in found)
        print(f"{name:20}  {most:15.2f}  {alike:8.2f}  {shares}  {spent:5.0f}  {met:.3%}")


if __name__ == "__main__":
    main()
