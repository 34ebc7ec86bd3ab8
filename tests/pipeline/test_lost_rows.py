"""Tables as converters leave them, from the file to the name back in its row: clues kept, languages told, forms kept."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from click.testing import CliRunner

from comity.cli.group import comity
from comity.model.claim import from_json, to_json
from comity.model.document import Source
from comity.pipeline import read_source

HEADS = "# Foreign relations of Djibouti\n\n## Diplomatic relations\n\n| Country | Date | Notes |\n|---|---|---|\n"


def read(text, media="text/markdown", name="page"):
    digest = sha256(text.encode()).hexdigest()
    return read_source(Source(id=name, place=name, digest=digest, media_type=media, text=text))


def relations(text, media="text/markdown"):
    return [one for one in read(text, media).claims if one.rule == "row.relations"]


def test_a_row_without_a_party_keeps_what_its_note_tells():
    [lost] = relations(HEADS + "| | 6 July 1979 | The ambassador of Cuba in Addis Ababa is accredited. |\n")
    assert lost.missing == "party" and str(lost.when) == "1979-07-06"
    assert {(one.kind, one.parties) for one in lost.clues} >= {("note", ("CUB",)), ("city", ("ETH",))}
    text = HEADS + "| | 6 July 1979 | The ambassador of Cuba in Addis Ababa is accredited. |\n"
    assert all(text[one.quote.start : one.quote.end] == one.quote.quote for one in lost.clues)
    assert from_json(to_json(lost)) == lost


def test_the_lists_owner_is_no_clue_and_a_named_row_has_none():
    lost, named = relations(
        HEADS + "| | 6 July 1979 | Djibouti's president visited. |\n| Chad | 7 July 1979 | Cairo |\n"
    )
    assert lost.missing == "party" and lost.clues == ()
    assert named.parties() == ("DJI", "TCD") and named.clues == ()


@pytest.mark.parametrize(
    ("cell", "party"),
    [
        ("[[File:Flag of Turkey.svg|23px]]", "TUR"),
        ("{{flagicon|JPN}}", "JPN"),
        ("{{JPN}}", "JPN"),
        ("[[File:Flag of Chad.svg]]", "TCD"),
    ],
)
def test_a_flag_tells_the_party_of_a_wikitext_row(cell, party):
    text = f"== Diplomatic relations of Djibouti ==\n{{|\n! Country !! Date\n|-\n| {cell} || 27 June 1977\n|}}\n"
    [row] = relations(text, "text/x-wiki")
    assert row.parties() == tuple(sorted(("DJI", party)))


def test_a_code_that_is_no_states_is_no_party():
    text = "== Diplomatic relations of Djibouti ==\n{|\n! Country !! Date\n|-\n| {{flagicon|QQQ}} || 27 June 1977\n|}\n"
    [row] = relations(text, "text/x-wiki")
    assert row.missing == "party"


def test_files_are_named_in_english_on_pages_of_any_language():
    text = "# 吉布提建交列表\n\n## 建交列表\n\n| 国家 | 建交日期 |\n|---|---|\n| ![](Flag_of_Turkey.svg) | 1977年6月27日 |\n"
    [row] = relations(text)
    assert row.parties() == ("DJI", "TUR")


@pytest.mark.parametrize(
    ("language", "title", "heads", "day"),
    [
        ("en", "Foreign relations of China", "Country | Date | Notes", "October 6, 1949"),
        ("de", "Außenpolitik: China", "Land | Datum | Anmerkungen", "6. Oktober 1949"),
        ("tr", "Çin dış ilişkileri", "Ülke | Tarih | Notlar", "6 Ekim 1949"),
        ("fr", "Relations extérieures de la Chine", "Pays | Date | Notes", "6 octobre 1949"),
        ("es", "Relaciones exteriores de China", "País | Fecha | Notas", "6 de octubre de 1949"),
    ],
)
def test_a_page_of_little_but_dates_is_read_in_its_own_language(language, title, heads, day):
    rule = "|".join("---" for _ in heads.split("|"))
    rows = "".join(f"| | {day} | |\n" for _ in range(3))
    found = read(f"# {title}\n\n| {heads} |\n|{rule}|\n{rows}")
    assert found.document.language.value == language
    assert {str(one.when) for one in found.claims if one.missing} == {"1949-10-06"}


PAGE = "Djibouti and Türkiye established diplomatic relations on 27 June 1977.\n"
FORMS = {
    "list.md": (HEADS + "| | 27 June 1977 | |\n| | 3 July 1980 | See Chad–Djibouti relations |\n| | 4 July 1980 | |\n", "| Türkiye ("),
    "list.html": (
        "<h1>Foreign relations of Djibouti</h1><h2>Diplomatic relations</h2><table><tr><th>Country</th><th>Date</th>"
        "<th>Notes</th></tr><tr><td></td><td>27 June 1977</td><td></td></tr><tr><td></td><td>3 July 1980</td>"
        "<td>See Chad–Djibouti relations</td></tr><tr><td></td><td>4 July 1980</td><td></td></tr></table>",
        '<tr class="settled"><td>Türkiye (',
    ),
    "list.wiki": (
        "== Diplomatic relations of Djibouti ==\n{|\n! Country !! Date !! Notes\n|-\n| || 27 June 1977 ||\n|-\n"
        "| || 3 July 1980 || See [[Chad–Djibouti relations]]\n|-\n| || 4 July 1980 ||\n|}\n",
        "|-\n| Türkiye (",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_repair_writes_the_table_again_in_its_form(name, tmp_path):
    text, expected = FORMS[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    said = CliRunner().invoke(comity, ["repair", str(tmp_path / name), "--with", str(tmp_path / "page.txt")])
    assert said.exit_code == 0, said.output
    assert expected in said.stdout
    assert "Chad ✓" in said.stdout and "?" in said.stdout
    assert "3 rows had lost their party; 2 of them are restored" in said.stderr


def test_repair_puts_a_lost_column_back_and_gives_reasons_as_json(tmp_path):
    text = (
        "# Foreign relations of Djibouti\n\n## Diplomatic relations\n\n| # | Date |\n|---|---|\n| 1 | 27 June 1977 |\n"
    )
    (tmp_path / "list.md").write_text(text, encoding="utf-8")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    words = ["repair", str(tmp_path / "list.md"), "--with", str(tmp_path / "page.txt"), "--json"]
    [table] = json.loads(CliRunner().invoke(comity, words).stdout)["tables"]
    assert table["heads"] == ["#", "Country", "Date"]
    assert table["rows"][0]["restored"]["parties"] == ["TUR"]
    assert "page dates relations with Türkiye" in table["rows"][0]["restored"]["reason"]


def test_repair_reads_a_document_of_the_register(tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "list.md").write_text(FORMS["list.md"][0], encoding="utf-8")
    (papers / "page.txt").write_text(PAGE, encoding="utf-8")
    place = str(tmp_path / "r.db")
    built = CliRunner().invoke(comity, ["build", str(papers), "--register", place])
    assert built.exit_code == 0, built.output
    said = CliRunner().invoke(comity, ["repair", "list", "--register", place])
    assert "| Türkiye (" in said.stdout
    assert CliRunner().invoke(comity, ["repair", "nothing", "--register", place]).exit_code == 3


def test_a_list_that_lost_nothing_is_not_written():
    from comity.views.repair import repair_document

    found = read(HEADS + "| Chad | 7 July 1979 | |\n")
    assert list(repair_document(found.document, found.claims, {}, str)) == []
