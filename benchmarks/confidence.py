"""How often facts of each kind are right, counted on the labelled texts: `python benchmarks/confidence.py [--write]`.

Without ``--write`` the confidence is tried on texts that it was not counted on (ten parts, by document), and what it
says is printed beside what was right; with it, the counts of all texts are written to src/comity/data/confidence.toml.
``--svg FILE`` draws the same.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from comity.facts import reconcile
from comity.model.claim import Claim
from comity.packs.confidence import Measured, Shares
from comity.parties.registry import load_registry
from comity.pipeline import extract, survey
from comity.scores import Label, judge, parse_labels

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "documents"
DATA = ROOT / "src" / "comity" / "data" / "confidence.toml"
PARTS, BINS = 10, 10
LEAST = 8  # a kind of fewer facts is told by the wider one


@dataclass(frozen=True, slots=True)
class Tried:
    """A fact of the labelled texts: its kind, whether a label bears it out, and the part that its document is in."""

    kind: tuple[str, ...]
    right: bool
    part: int


def try_folder(folder: Path) -> list[Tried]:
    """The facts of a folder's texts, all read together."""
    gold: dict[str, list[Label]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        found = parse_labels(path.read_text(encoding="utf-8").splitlines(), str(path))
        gold[path.stem] = [one for one in found if isinstance(one, Label)]
    places = (ROOT / "examples", folder)
    paths = [path for place in places for path in sorted(place.iterdir()) if path.suffix != ".jsonl"]
    paths = [path for path in paths if path.stem in gold]
    said = [one for one in extract(paths) if isinstance(one, Claim)]
    wrong = {claim.id for verdict in judge(gold, said, strict=True) for claim in verdict.wrong}
    documents = {one[0].source.id: one[0] for one in survey(paths) if isinstance(one, tuple)}
    facts = reconcile(said, documents, load_registry()).facts
    return [
        Tried(
            fact.kind, not set(fact.preferred.claims) <= wrong, zlib.crc32(fact.preferred.documents[0].encode()) % PARTS
        )
        for fact in facts
        if fact.confidence is not None
    ]


def count(tried: Iterable[Tried]) -> dict[str, Measured]:
    """The counts of every kind that has enough."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for one in tried:
        for length in range(len(one.kind) + 1):
            name = "/".join(one.kind[:length])
            of[name] += 1
            right[name] += one.right
    return {name: Measured(right=right[name], of=of[name]) for name in sorted(of) if of[name] >= LEAST}


def predict(tried: Sequence[Tried]) -> list[tuple[float, bool]]:
    """For each fact the confidence that the other parts give it, and whether it was right."""
    shares = [Shares(kinds=count(one for one in tried if one.part != part)) for part in range(PARTS)]
    return [(shares[one.part].share(one.kind), one.right) for one in tried]


def write(kinds: Mapping[str, Measured]) -> None:
    """Nothing; the counts are written as data."""
    lines = [
        "# How many facts of each kind were right, of how many that were looked at, on the labelled texts of the",
        "# repository. Written by: python benchmarks/confidence.py --write",
        "[kinds]",
        *(f'"{name}" = [{one.right}, {one.of}]' for name, one in kinds.items()),
    ]
    DATA.write_text("\n".join(lines) + "\n", encoding="utf-8")


def bins_of(predicted: Iterable[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """For each tenth with facts in it: what was said on the average, what was right, how many."""
    found: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for share, right in predicted:
        found[min(int(share * BINS), BINS - 1)].append((share, right))
    return [
        (sum(one for one, _ in some) / len(some), sum(right for _, right in some) / len(some), len(some))
        for _, some in sorted(found.items())
    ]


def draw(bins: Sequence[tuple[float, float, int]], facts: int) -> str:
    """The reliability curve as SVG, with its numbers as text for who does not see it."""
    side, edge = 320, 40

    def at(share: float, right: float) -> str:
        return f"{edge + share * side:.1f},{edge + (1 - right) * side:.1f}"

    told = "; ".join(f"said {said:.2f}, right {right:.2f}, {number} facts" for said, right, number in bins)
    marks = "".join(
        f'<circle cx="{at(said, right).split(",")[0]}" cy="{at(said, right).split(",")[1]}" '
        f'r="{3 + 12 * (number / facts) ** 0.5:.1f}" fill="#1b5e7a" fill-opacity="0.75"/>'
        for said, right, number in bins
    )
    ticks = "".join(
        f'<text x="{edge + tenth * side / 10:.0f}" y="{edge + side + 18}" text-anchor="middle">{tenth / 10:.1f}</text>'
        f'<text x="{edge - 8}" y="{edge + side - tenth * side / 10 + 4:.0f}" text-anchor="end">{tenth / 10:.1f}</text>'
        for tenth in range(0, 11, 2)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 2 * edge} {side + 2 * edge + 10}" role="img" '
        f'aria-labelledby="t d" font-family="sans-serif" font-size="11">\n'
        f'<title id="t">Confidence said, and share that was right</title>\n<desc id="d">{told}</desc>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#767676"/>\n'
        f'<path d="M{at(0, 0)} L{at(1, 1)}" stroke="#767676" stroke-dasharray="4 4"/>\n'
        f'<polyline points="{" ".join(at(said, right) for said, right, _ in bins)}" fill="none" stroke="#1b5e7a"/>\n'
        f"{marks}\n{ticks}\n"
        f'<text x="{edge + side / 2:.0f}" y="{edge + side + 36}" text-anchor="middle">confidence said</text>\n'
        f'<text x="{edge}" y="{edge - 12}">share that was right (circles: how many facts)</text>\n</svg>\n'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    tried = [one for folder in sorted(CASES.iterdir()) if folder.is_dir() for one in try_folder(folder)]
    if options.write:
        write(count(tried))
    predicted = predict(tried)
    base = sum(right for _, right in predicted) / len(predicted)
    brier = sum((share - right) ** 2 for share, right in predicted) / len(predicted)
    bins = bins_of(predicted)
    off = sum(abs(said - right) * number for said, right, number in bins) / len(predicted)
    print(
        f"{len(predicted)} facts, {base:.3f} right; Brier {brier:.4f} "
        f"(of one share for all {base * (1 - base):.4f}); off by {off:.3f}"
    )
    print("| said | right | facts |\n|---:|---:|---:|")
    for said, right, number in bins:
        print(f"| {said:.2f} | {right:.2f} | {number} |")
    if options.svg:
        options.svg.write_text(draw(bins, len(predicted)), encoding="utf-8")


if __name__ == "__main__":
    main()
