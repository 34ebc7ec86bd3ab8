"""What the floors' tests share: labels read, documents extracted, scores by facet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from comity.model.claim import Claim
from comity.pipeline import extract
from comity.scores import Label, Score, fingerprint, judge, parse_labels, tabulate

Scores = Mapping[tuple[str, str], Score]


@pytest.fixture(scope="session")
def measure() -> Callable[[Iterable[Path], Iterable[Path]], tuple[str, Scores]]:
    """The fingerprint of these files of labels, and the strict scores of what comity says of these documents."""

    def measured(labels: Iterable[Path], documents: Iterable[Path]) -> tuple[str, Scores]:
        files = sorted(labels)
        gold = {path.stem: _labels(path) for path in files}
        said = [one for one in extract(sorted(documents)) if isinstance(one, Claim)]
        verdicts = list(judge(gold, said, strict=True))
        facets = {"all": lambda one: "all", "type": lambda one: one.type, "document": lambda one: one.document}
        scores = {(f, kind): score for f, of in facets.items() for kind, score in tabulate(verdicts, of).items()}
        return fingerprint((path.name, path.read_bytes()) for path in files), scores

    return measured


def _labels(path: Path) -> list[Label]:
    found = list(parse_labels(path.read_text(encoding="utf-8").splitlines(), str(path)))
    assert [one for one in found if not isinstance(one, Label)] == []
    return [one for one in found if isinstance(one, Label)]
