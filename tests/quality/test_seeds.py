"""Quality has a floor on the labelled documents that stand beside a checkout, not in it; without them this is skipped.

A floor is raised by hand, in ``floors/seeds.toml``, after a change that earned it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.scores import find_sunk, parse_floors

DATA = Path(__file__).parents[2].parent / "shared"
FLOORS = Path(__file__).parent / "floors" / "seeds.toml"

pytestmark = pytest.mark.skipif(not (DATA / "gold").is_dir(), reason="no labelled documents beside the checkout")


def test_no_floor_is_sunk(measure) -> None:
    documents = [path for path in (DATA / "seeds").iterdir() if (DATA / "gold" / f"{path.stem}.jsonl").exists()]
    labels, scores = measure([DATA / "gold" / f"{path.stem}.jsonl" for path in documents], documents)
    floors = parse_floors(FLOORS.read_text(encoding="utf-8"), FLOORS.name)
    assert list(find_sunk(floors, labels, scores)) == []
