"""What a register answers on the command line: the same in words and in JSON, each line with its source."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from comity.cli.group import comity

CASES = Path(__file__).parents[1] / "cases" / "papers"
OTHER = "Kazakhstan–Turkey relations\n\nKazakhstan and Turkey established diplomatic relations on 4 April 1992.\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answers")
    shutil.copytree(CASES, folder / "papers")
    (folder / "papers" / "another-day.txt").write_text(OTHER, encoding="utf-8")
    place = folder / "world.comity.db"
    said = CliRunner().invoke(comity, ["build", str(folder / "papers"), "--register", str(place)])
    assert said.exit_code == 0, said.output
    return place


def run(place: Path, *words: str) -> Result:
    return CliRunner().invoke(comity, [*words, "--register", str(place)])


def data(place: Path, *words: str) -> dict[str, Any]:
    said = run(place, *words, "--json")
    assert said.exit_code == 0, said.stderr
    value = json.loads(said.stdout)
    assert isinstance(value, dict)
    return value


def lines(value: dict[str, Any]) -> list[dict[str, object]]:
    sections = value["sections"]
    assert isinstance(sections, list)
    return [line for section in sections for line in section["lines"]]


def test_a_pair_s_dossier(place: Path) -> None:
    dossier = data(place, "show", "KAZ", "TUR")
    assert dossier["parties"] == ["KAZ", "TUR"]
    made = next(line for line in lines(dossier) if line["type"] == "relations")
    assert made["date"] == "1992-03-02"
    assert made["standing"] == "disputed"
    assert made["others"] == ["1992-04-04"]
    assert {"kazakhstan-turkey", "kazakistan-turkiye"} <= set(made["documents"])
    text = run(place, "show", "KAZ", "TUR").stdout
    assert "1992-03-02" in text
    assert str(made["facts"][0])[:8] in text


def test_a_dossier_speaks_other_languages(place: Path) -> None:
    assert "哈萨克斯坦" in run(place, "show", "KAZ", "TUR", "--language", "zh").stdout
    assert "Kazakistan" in run(place, "show", "KAZ", "TUR", "--language", "tr").stdout


def test_names_in_any_language_mean_the_same_parties(place: Path) -> None:
    assert data(place, "show", "哈萨克斯坦", "Türkiye") == data(place, "show", "KAZ", "TUR")


def test_a_party_s_overview(place: Path) -> None:
    overview = data(place, "show", "KAZ")
    assert overview["party"] == "KAZ"
    assert {"TUR", "AZE", "CHN", "JPN"} <= {partner["party"] for partner in overview["partners"]}
    assert "Kazakhstan" in run(place, "show", "KAZ").stdout


@pytest.mark.parametrize("names", [("KAZ", "KAZ"), ("KAZ", "TUR", "AZE"), ()])
def test_show_takes_one_party_or_two(place: Path, names: tuple[str, ...]) -> None:
    said = run(place, "show", *names)
    assert said.exit_code == 2
    assert said.stdout == ""


def test_relations_have_three_answers(place: Path) -> None:
    answers = {
        one["partner"]: one["answer"] for one in data(place, "relations", "KAZ", "--as-of", "1992-02-01")["answers"]
    }
    assert answers["CHN"] == "yes"
    assert answers["AZE"] == "no"
    assert answers["PER"] == "not recorded"
    assert answers["SUN"] == "not recorded" if "SUN" in answers else True
    said = run(place, "relations", "KAZ", "--as-of", "1992-02-01")
    assert "not recorded" in said.stdout
    assert said.stderr.startswith("yes: ")


def test_only_one_answer_is_shown_where_it_is_asked_for(place: Path) -> None:
    shown = data(place, "relations", "KAZ", "--as-of", "1992-02-01", "--only", "no")["answers"]
    assert {one["answer"] for one in shown} == {"no"}
    assert run(place, "relations", "KAZ", "--as-of", "soon").exit_code == 2


def test_why_shows_the_quotes_of_every_side(place: Path) -> None:
    fact = str(lines(data(place, "show", "KAZ", "TUR"))[0]["facts"][0])
    why = data(place, "why", fact)
    quotes = [quote for reading in why["readings"] for quote in reading["quotes"]]
    assert any("4 April 1992" in quote["quote"] for quote in quotes)
    assert any("2 Mart 1992" in quote["quote"] for quote in quotes)
    for quote in quotes:
        source = next(path for path in (place.parent / "papers").iterdir() if path.stem == quote["document"])
        text = source.read_bytes().decode("utf-8")
        assert text[quote["start"] : quote["end"]] == quote["quote"]
    assert data(place, "why", fact[:8]) == why
    assert "4 April 1992" in run(place, "why", fact[:8]).stdout


def test_an_unknown_fact_is_told(place: Path) -> None:
    said = run(place, "why", "nothing")
    assert said.exit_code == 3
    assert "holds no fact 'nothing'" in said.stderr


def test_conflicts_show_each_side(place: Path) -> None:
    found = data(place, "conflicts")["conflicts"]
    assert [one["type"] for one in found] == ["relations"]
    assert {side["value"] for side in found[0]["sides"]} >= {"1992-03-02", "1992-04-04"}
    said = run(place, "conflicts")
    assert "1992-04-04" in said.stdout
    assert "1 conflicts" in said.stderr


def test_rows_whose_party_is_missing(place: Path) -> None:
    rows = data(place, "rows")["rows"]
    assert [(row["document"], row["table"], row["row"], row["heading"]) for row in rows] == [
        ("hasakesitan", 1, 2, "亚洲")
    ]
    assert rows[0]["settled"] in ("TUR", None)
    assert "hasakesitan:1:2" in run(place, "rows").stdout
    assert data(place, "rows", "哈萨克斯坦") == data(place, "rows")
    assert data(place, "rows", "PER")["rows"] == []
    is_open = rows[0]["settled"] is None
    assert len(data(place, "rows", "--open")["rows"]) == is_open


def test_an_unknown_party_is_told(place: Path) -> None:
    for words in (("show", "Kazakstann"), ("relations", "Kazakstann"), ("rows", "Kazakstann")):
        said = run(place, *words)
        assert said.exit_code == 3
        assert "Kazakhstan (KAZ)" in said.stderr
