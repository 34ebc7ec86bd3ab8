"""``comity evaluate``: tables, misses with their passage, floors, lines that are no claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from comity.cli.group import comity

LABELS = Path(__file__).parents[1] / "cases" / "documents" / "uk"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(comity, ["evaluate", *map(str, words)])


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """A file of claims: all that is labelled but the first, and one that nothing says."""
    lines = [line for path in sorted(LABELS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    asked = [line for line in lines if not json.loads(line).get("optional")]
    invented = json.loads(asked[0]) | {"type": "succession", "predecessor": "SUN", "successor": "UKR"}
    place = tmp_path / "claims.jsonl"
    place.write_text("\n".join([*asked[1:], json.dumps(invented)]), encoding="utf-8")
    return place


def test_scores_by_facet_strict_and_lenient(claims: Path) -> None:
    done = run(LABELS, claims, "--documents", LABELS)
    assert done.exit_code == 0, done.output
    facets = [line.split()[0] for line in done.stdout.splitlines() if "strict P" in line]
    assert facets == ["type", "language", "form", "modality", "all"]
    assert [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  uk")] == ["uk"]


def test_misses_come_with_their_passage(claims: Path) -> None:
    said = json.loads(run(LABELS, claims, "--json").stdout)
    assert [(len(one["missed"]), len(one["wrong"])) for one in said["misses"]] == [(1, 1)]
    (missed,) = said["misses"][0]["missed"]
    lines = run(LABELS, claims, "--misses", "--by", "type").stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("missed  "))
    assert lines[at + 1].strip("” “")[:60] in " ".join(missed["evidence"]["quote"].split())
    assert any(line.startswith("wrong  ") and '"succession"' in line for line in lines)


@pytest.mark.parametrize(("floor", "code"), [(0.5, 0), (1.0, 6)])
def test_a_sunk_floor_ends_with_its_own_code(claims: Path, tmp_path: Path, floor: float, code: int) -> None:
    labels = json.loads(run(LABELS, claims, "--json").stdout)["labels"]
    floors = tmp_path / "floors.toml"
    floors.write_text(f'labels = "{labels}"\n[all]\nprecision = {floor}\n', encoding="utf-8")
    done = run(LABELS, claims, "--floors", floors)
    assert done.exit_code == code
    assert ("is below" in done.stderr) is bool(code)


def test_floors_of_other_labels_are_refused(claims: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('labels = "0000"\n', encoding="utf-8")
    done = run(LABELS, claims, "--floors", floors)
    assert done.exit_code == 6
    assert "the labels have changed" in done.stderr


def test_a_line_that_is_no_claim_is_told_and_the_rest_is_scored(claims: Path) -> None:
    claims.write_text(claims.read_text("utf-8") + "\n{broken", encoding="utf-8")
    done = run(LABELS, claims)
    assert done.exit_code == 5
    assert "claims.jsonl:" in done.stderr
    assert "all" in done.stdout


def test_a_folder_without_labels_is_wrong_use(claims: Path) -> None:
    done = run(Path(__file__).parent, claims)
    assert done.exit_code == 2
    assert "no labels in" in done.stderr
