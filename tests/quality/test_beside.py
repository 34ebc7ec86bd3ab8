"""Quality has a floor on the labelled documents that stand beside a checkout, not in it; without them this is skipped.

A floor is raised by hand, in ``floors/seeds.toml`` and ``floors/corpus.toml``, after a change that earned it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.scores import find_sunk, parse_floors

DATA = Path(__file__).parents[2].parent / "shared"
FLOORS = Path(__file__).parent / "floors"

pytestmark = pytest.mark.skipif(not (DATA / "gold").is_dir(), reason="no labelled documents beside the checkout")


@pytest.mark.parametrize("folder", ["seeds", "corpus"])
def test_no_floor_is_sunk(folder: str, measure) -> None:
    gold = {path.stem for path in (DATA / "gold").glob("*.jsonl")}
    documents = sorted(path for path in (DATA / folder).iterdir() if path.stem in gold)
    labels, scores = measure([DATA / "gold" / f"{path.stem}.jsonl" for path in documents], documents)
    floors = parse_floors((FLOORS / f"{folder}.toml").read_text(encoding="utf-8"), f"{folder}.toml")
    assert list(find_sunk(floors, labels, scores)) == []
