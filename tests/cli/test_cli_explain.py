"""``comity explain``: in the terminal, as JSON, and as a page."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from comity.cli.group import comity

FILE = Path(__file__).parents[2] / "examples" / "tr-turkiye-kazakistan-2025-07-30.txt"


def run(*words: str) -> Result:
    return CliRunner().invoke(comity, ["explain", *words])


def test_a_line_is_explained_in_words_and_in_json() -> None:
    words = run(f"{FILE}:5")
    assert words.exit_code == 0
    data = json.loads(run(f"{FILE}:5", "--json").stdout)["explanations"]
    assert data
    assert all(one["line"] == 5 for one in data)
    assert data[0]["text"][:40] in words.stdout


def test_the_page_stands_by_itself_and_text_in_it_does_not_act(tmp_path: Path) -> None:
    place = tmp_path / "bad.txt"
    place.write_text("Kazakhstan opened <script>alert(1)</script> an embassy in Kyiv in 1992.\n", encoding="utf-8")
    page = run(str(place), "--html").stdout
    assert page.startswith("<!doctype html>")
    assert "<script>" not in page
    assert "https://" not in page and "/static/" not in page


def test_no_such_file_is_wrong_use() -> None:
    assert run("nowhere.txt:3").exit_code == 2
    assert run(f"{FILE}:x").exit_code == 2


def test_what_cannot_be_read_ends_with_its_own_code(tmp_path: Path) -> None:
    place = tmp_path / "x.pdf"
    place.write_bytes(b"%PDF")
    assert run(str(place)).exit_code == 5
