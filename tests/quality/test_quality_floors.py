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

pytestmark = pytest.mark.skipif(not (DATA / "gold").is_dir(), reason="no labelled documents beside the checkout")


@pytest.fixture(scope="module", params=sorted(FLOORS))
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, float]]:
    """The name of a set of documents, and its strict precision, recall and F1 by type and over all."""
    name = str(request.param)
    sources = sorted(path for path in (DATA / name).iterdir() if (DATA / "gold" / f"{path.stem}.jsonl").exists())
    claims = tmp_path_factory.mktemp("quality") / "claims.jsonl"
    with claims.open("w", encoding="utf-8") as file:
        for one in extract(sources, workers=2):
            if isinstance(one, Claim):
                file.write(json.dumps(to_json(one), ensure_ascii=False) + "\n")
    only = ",".join(path.stem for path in sources)
    command = [sys.executable, DATA / "tools" / "score.py", DATA / "gold", claims, "--only", only, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return name, {kind: modes["strict"] for kind, modes in json.loads(done.stdout).items() if "strict" in modes}


def test_no_floor_is_sunk(measured: tuple[str, dict[str, dict[str, float]]]) -> None:
    name, scores = measured
    sunk = [
        f"{name} {kind} {measure}: {scores.get(kind, {}).get(measure, 0.0)} is below {floor}"
        for kind, floors in FLOORS[name].items()
        for measure, floor in floors.items()
        if scores.get(kind, {}).get(measure, 0.0) < floor
    ]
    assert not sunk, "\n".join(sunk)
