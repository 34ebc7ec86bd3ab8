"""What a person decides on the command line: recorded, heard, shown, undone, reviewed, carried as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from comity.cli.group import comity

MADE = "Kazakhstan and Türkiye established diplomatic relations on 2 March 1992.\n"
OTHER = "Türkiye and Kazakhstan established diplomatic relations on 4 April 1992.\n"
LIST = """\
# Dates of establishment of diplomatic relations of Kazakhstan

| No. | State | Date |
|---|---|---|
| 1 | Mongolia | 22 January 1992 |
| 2 | | 12 July 1992 |
| 3 | France | 25 January 1992 |
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in (
        ("made.txt", MADE),
        ("other.txt", OTHER),
        ("mirror.txt", f"By a mirror.\n\n{OTHER}"),
        ("list.md", LIST),
    ):
        (papers / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMITY_REGISTER", "world.comity.db")
    monkeypatch.setenv("COMITY_JUDGE", "Ayşe")
    build()
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(comity, list(words))


def build() -> None:
    said = run("build", "papers")
    assert said.exit_code == 0, said.output


def data(*words: str) -> dict[str, Any]:
    said = run(*words, "--json")
    assert said.exit_code == 0, said.stderr
    value = json.loads(said.stdout)
    assert isinstance(value, dict)
    return value


def relations() -> dict[str, Any]:
    sections = data("show", "KAZ", "TUR")["sections"]
    (line,) = (line for section in sections for line in section["lines"] if line["type"] == "relations")
    return dict(line)


def claim_of(document: str) -> str:
    readings = data("why", relations()["facts"][0])["readings"]
    return next(quote["claim"] for one in readings for quote in one["quotes"] if quote["document"] == document)


def test_a_ruling_on_a_quote_holds_in_its_mirror_and_after_a_new_reading(place: Path) -> None:
    assert relations()["standing"] == "disputed"
    one = data("judge", "reject", claim_of("other")[:8], "--why", "another treaty")["judgements"][0]
    assert (one["state"], len(one["binds"])) == ("applied", 2)
    assert (relations()["date"], relations()["standing"]) == ("1992-03-02", "single source")
    (place / "papers" / "other.txt").write_text(f"A new first line, of 5 May 2001.\n\n{OTHER}", encoding="utf-8")
    build()
    assert (relations()["date"], relations()["standing"]) == ("1992-03-02", "single source")
    assert data("judge", "list")["judgements"][0]["state"] == "applied"
    why = run("why", relations()["facts"][0]).stdout
    assert "Ayşe" in why and "another treaty" in why


def test_twice_is_once_and_an_undo_restores(place: Path) -> None:
    before = (relations(), data("conflicts"))
    one = data("judge", "accept", relations()["facts"][0][:8], "date=1992-04-04", "--why", "seen")["judgements"][0]
    assert (relations()["date"], relations()["standing"]) == ("1992-04-04", "judged")
    assert data("conflicts") == {"conflicts": []}
    assert run("judge", "export", "judgements.toml").exit_code == 0
    kept = (place / "world.comity.db").read_bytes()
    again = run("judge", "import", "judgements.toml")
    assert "0 recorded, 1 known before" in again.stderr
    build()
    assert (place / "world.comity.db").read_bytes() == kept
    assert run("judge", "undo", one["id"][:8], "--why", "no", "--by", "Борис").exit_code == 0
    assert (relations(), data("conflicts")) == before


def test_judgements_travel_as_a_file_with_all_its_faults_at_once(place: Path) -> None:
    run("judge", "reject", claim_of("other"), "--why", 'so "they" say: \\ \n é')
    run("judge", "row", "list:1:2", "Cuba", "--why", "its own list")
    shown = data("judge", "list")
    assert run("judge", "export", "judgements.toml").exit_code == 0
    assert run("build", "papers", "--register", "second.db").exit_code == 0
    assert run("judge", "import", "judgements.toml", "--register", "second.db").exit_code == 0
    assert data("judge", "list", "--register", "second.db") == shown
    text = (place / "judgements.toml").read_text(encoding="utf-8")
    broken = text.replace('by = "Ayşe"', 'by = ""').replace('verdict = "row"', 'verdict = "table"')
    (place / "broken.toml").write_text(broken, encoding="utf-8")
    said = run("judge", "import", "broken.toml", "--register", "second.db")
    assert said.exit_code == 2
    # two judgements of one second stand in the order of their ids, which is neither's
    assert ": by is missing" in said.stderr
    assert ": no verdict 'table'" in said.stderr
    assert data("judge", "list", "--register", "second.db") == shown
    changed = text.replace("its own list", "another reason")
    (place / "changed.toml").write_text(changed, encoding="utf-8")
    assert "leave the id out" in run("judge", "import", "changed.toml").stderr


def test_a_named_row_fills_the_table(place: Path) -> None:
    assert data("judge", "row", "list:1:2", "Cuba", "--why", "its own list")["judgements"][0]["state"] == "applied"
    row = next(row for row in data("rows")["rows"] if row["row"] == 2)
    assert (row["settled"], row["rule"]) == ("CUB", "by_judgement")
    assert "Cuba" in run("repair", "list").stdout
    run("judge", "export", "judgements.toml")
    said = run("repair", "papers/list.md", "--judgements", "judgements.toml")
    assert "Cuba" in said.stdout, said.output
    (place / "papers" / "list.md").write_text(
        LIST.replace("| 1 | Mongolia", "| 1 | India | 22 February 1992 |\n| 2 | Mongolia").replace(
            "| 2 | |", "| 3 | |"
        ),
        encoding="utf-8",
    )
    build()
    assert next(row["settled"] for row in data("rows")["rows"] if row["date"] == "1992-07-12") == "CUB"


def test_the_review_list_begins_with_what_changes_most(place: Path) -> None:
    questions = data("judge", "review")["questions"]
    assert [one["facts"] for one in questions] == sorted((one["facts"] for one in questions), reverse=True)
    assert {one["kind"] for one in questions} >= {"conflict", "row"}
    conflict = next(one for one in questions if one["kind"] == "conflict")
    assert {answer.split()[-1] for answer in conflict["answers"]} == {"date=1992-03-02", "date=1992-04-04"}
    assert len(data("judge", "review", "--first", "1")["questions"]) == 1
    assert run("judge", *conflict["answers"][0].split(), "--why", "seen").exit_code == 0
    assert "conflict" not in {one["kind"] for one in data("judge", "review")["questions"]}


def test_two_persons_who_differ_are_asked_about_first(place: Path) -> None:
    fact = relations()["facts"][0]
    run("judge", "accept", fact, "date=1992-03-02", "--why", "one paper")
    run("judge", "accept", fact, "date=1992-04-04", "--why", "another", "--by", "Борис")
    assert relations()["standing"] == "disputed"
    assert "judgements-differ" in run("issues").stdout
    kinds = [one["kind"] for one in data("judge", "review")["questions"]]
    assert kinds[0] == "judgements"


def test_what_is_no_more_said_is_kept_as_an_issue(place: Path) -> None:
    run("judge", "reject", claim_of("other"), "--why", "another treaty")
    for name in ("other.txt", "mirror.txt"):
        (place / "papers" / name).write_text("Nothing is said here.\n", encoding="utf-8")
    build()
    assert data("judge", "list")["judgements"][0]["state"] == "unbound"
    assert "judgement-unbound" in run("issues").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("reject", "nothing", "--why", "x"), "no fact, claim or row"),
        (("reject", "FACT"), "--why"),
        (("accept", "FACT", "date=1993", "--why", "x"), "no document gives 1993"),
        (("correct", "FACT", "level=embassy", "--why", "x"), "roles are corrected on the claim"),
        (("correct", "FACT", "--why", "x"), "what is put right"),
        (("row", "FACT", "TUR", "--why", "x"), "party is missing"),
        (("row", "list:1:9", "TUR", "--why", "x"), "0 claims stand at"),
        (("same", "FACT", "FACT", "--why", "x"), "the two are one"),
        (("same", "FACT", "--why", "x"), "same takes 2"),
        (("undo", "abc", "--why", "x"), "no judgement"),
        (("list", "FACT"), "takes no words"),
    ],
)
def test_a_wrong_use_says_the_mend_and_records_nothing(place: Path, words: tuple[str, ...], said: str) -> None:
    fact = relations()["facts"][0]
    done = run("judge", *(fact if word == "FACT" else word for word in words))
    assert done.exit_code in (2, 3)
    assert said in done.stderr
    assert data("judge", "list") == {"judgements": []}


def test_as_known_on_a_day_before_is_refused_and_today_is_now(place: Path) -> None:
    assert data("show", "KAZ", "TUR", "--as-known-on", "2999") == data("show", "KAZ", "TUR")
    asked = ("relations", "KAZ", "--as-of", "1993", "--as-known-on")
    assert data(*asked, "2999") == data("relations", "KAZ", "--as-of", "1993")
    fact = relations()["facts"][0]
    assert data("why", fact, "--as-known-on", "2999") == data("why", fact)
    early = run(*asked, "1999")
    assert (early.exit_code, early.stdout) == (3, "")
    assert "held nothing" in early.stderr
