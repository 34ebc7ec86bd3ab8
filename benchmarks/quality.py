"""The scores of all labelled texts of the repository, a row a folder: the table of docs/reference/quality.md.

python benchmarks/quality.py [FOLDER…]
"""

from __future__ import annotations

import sys
from pathlib import Path

from comity.model.claim import Claim
from comity.pipeline import extract
from comity.scores import Label, judge, parse_labels, tabulate

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "documents"


def labels_of(path: Path) -> list[Label]:
    """The labels of a file."""
    found = parse_labels(path.read_text(encoding="utf-8").splitlines(), str(path))
    return [one for one in found if isinstance(one, Label)]


def row(folder: Path) -> str:
    """A folder's row: how many texts, strict precision, recall and F1, lenient F1, how many labels are asked for."""
    gold = {path.stem: labels_of(path) for path in sorted(folder.glob("*.jsonl"))}
    places = (ROOT / "examples", folder)
    documents = [path for place in places for path in sorted(place.iterdir()) if path.suffix != ".jsonl"]
    said = [one for one in extract(path for path in documents if path.stem in gold) if isinstance(one, Claim)]
    strict, lenient = (tabulate(judge(gold, said, strict=way), lambda _: "all").popitem()[1] for way in (True, False))
    figures = f"{strict.precision:.3f} | {strict.recall:.3f} | {strict.f1:.3f} | {lenient.f1:.3f}"
    return f"| {folder.name} | {len(gold)} | {figures} | {strict.found + strict.missed} |"


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or sorted(one for one in CASES.iterdir() if one.is_dir())
    print("| texts | how many | strict precision | recall | F1 | lenient F1 | asked |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for folder in folders:
        print(row(folder))


if __name__ == "__main__":
    main()
