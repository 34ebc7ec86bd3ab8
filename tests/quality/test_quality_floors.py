"""Quality has a floor: precision and recall on labelled documents may rise, and never sink quietly.

The labelled documents are development data that stand beside a checkout, not in it; without them this is skipped.
A floor is raised by hand, in ``floors.toml``, after a change that earned it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from comity.model.claim import Claim, to_json
from comity.pipeline import extract

DATA = Path(__file__).parents[2].parent / "shared"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))

Scores = dict[str, dict[str, float]]

pytestmark = pytest.mark.skipif(not (DATA / "gold").is_dir(), reason="no labelled documents beside the checkout")


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_floor_is_sunk(name: str, tmp_path: Path) -> None:
    sources = sorted(path for path in (DATA / name).iterdir() if (DATA / "gold" / f"{path.stem}.jsonl").exists())
    claims = tmp_path / "claims.jsonl"
    lines = (json.dumps(to_json(one), ensure_ascii=False) for one in extract(sources) if isinstance(one, Claim))
    claims.write_text("\n".join(lines), encoding="utf-8")
    only = ",".join(path.stem for path in sources)
    scores = score(claims, only, "type") | score(claims, only, "language")
    sunk = [
        f"{kind} {measure}: {scores.get(kind, {}).get(measure, 0.0)} is below {floor}"
        for kind, floors in FLOORS[name].items()
        for measure, floor in floors.items()
        if scores.get(kind, {}).get(measure, 0.0) < floor
    ]
    assert not sunk, "\n".join(sunk)


def score(claims: Path, only: str, by: str) -> Scores:
    """The strict scores of these claims, by type or language and over all."""
    scorer = DATA / "tools" / "score.py"
    command = [sys.executable, scorer, DATA / "gold", claims, "--only", only, "--by", by, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return {kind: modes["strict"] for kind, modes in json.loads(done.stdout).items() if "strict" in modes}
