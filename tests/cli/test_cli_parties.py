"""Who is who on the command line: names in any language, dates, and refusals that help."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from comity.cli.group import comity
from comity.cli.party_names import read_party
from comity.errors import AmbiguousParty, UnknownParty


def run(*words: str) -> Result:
    return CliRunner().invoke(comity, list(words))


@pytest.mark.parametrize("name", ["KAZ", "kaz", "Kazakhstan", "哈萨克斯坦", "哈薩克", "Kazakistan", " Kazakhstan "])
def test_a_party_is_known_by_its_names(name: str) -> None:
    assert read_party(name) == "KAZ"


@pytest.mark.parametrize("name", ["TUR", "Türkiye", "Turkey", "土耳其"])
def test_old_and_new_names_are_one_party(name: str) -> None:
    assert read_party(name) == "TUR"


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownParty, match=r"did you mean .*Kazakhstan \(KAZ\)"):
        read_party("Kazakstann")
    said = run("party", "Kazakstann")
    assert said.exit_code == 3
    assert "Kazakhstan (KAZ)" in said.stderr
    assert said.stdout == ""
    assert "comity parties" in run("who", "xqzzy").stderr


def test_a_name_that_means_two_is_not_guessed() -> None:
    with pytest.raises(AmbiguousParty, match=r"\(COD\).*\(COG\)|\(COG\).*\(COD\)"):
        read_party("Congo")


def test_who_lists_candidates_with_reasons() -> None:
    data = json.loads(run("who", "Congo", "--json").stdout)
    assert {one["party"] for one in data["candidates"]} >= {"COD", "COG"}
    assert all(one["reasons"] for one in data["candidates"])
    assert "COG" in run("who", "Congo").stdout


def test_who_says_what_a_party_was_called_then() -> None:
    assert "Thailand, then Siam" in run("who", "Siam", "--on", "1905").stdout
    said = json.loads(run("who", "Siam", "--on", "1905", "--json").stdout)["candidates"]
    assert [(one["party"], one["then"]) for one in said] == [("THA", "Siam")]
    assert json.loads(run("who", "Siam", "--json").stdout)["candidates"][0]["then"] is None


def test_the_parties_of_a_day() -> None:
    before = {one["id"]: one for one in json.loads(run("parties", "--on", "1980-01-01", "--json").stdout)["parties"]}
    after = {one["id"]: one for one in json.loads(run("parties", "--on", "1995-01-01", "--json").stdout)["parties"]}
    assert {"SUN", "CSK", "DDR", "YUG"} <= set(before)
    assert not {"SUN", "CSK", "DDR"} & set(after)
    assert {"KAZ", "CZE", "SVK"} <= set(after) - set(before)
    assert "Federal Republic" in after["YUG"]["name"]
    said = run("parties", "--on", "1995-01-01")
    assert f"{len(after)} parties on 1995-01-01" in said.stderr
    assert len(said.stdout.splitlines()) == len(after)
    assert "哈萨克斯坦" in run("parties", "--on", "1995", "--language", "zh").stdout


def test_without_a_day_it_is_today() -> None:
    said = {one["id"] for one in json.loads(run("parties", "--json").stdout)["parties"]}
    assert {"KAZ", "SRB", "VAT"} <= said
    assert "SUN" not in said


def test_a_party_s_card() -> None:
    data = json.loads(run("party", "Serbia", "--json").stdout)
    assert data["id"] == "SRB"
    assert data["names"]["zh-Hans"] == "塞尔维亚"
    assert {"scheme": "iso2", "code": "RS"}.items() <= data["codes"][0].items()
    assert "SCG" in {kin["party"] for kin in data["before"]}
    scg = next(kin for kin in data["before"] if kin["party"] == "SCG")
    assert "YUG" in {kin["party"] for kin in scg["beyond"]}
    text = run("party", "SRB").stdout
    assert "Belgrade" in text
    assert "SCG" in text
    assert "  └ YUG" in text


def test_an_organization_has_a_card_too() -> None:
    data = json.loads(run("party", "NATO", "--json").stdout)
    assert data["kind"] == "organization"
    assert data["before"] == data["after"] == []


@pytest.mark.parametrize("words", [("parties", "--on", "yesterday"), ("who", "Peru", "--on", "1992-13-01")])
def test_a_date_that_is_none_is_wrong_use(words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.exit_code == 2
    assert "is no date: write 1992-03-02" in said.stderr
