"""A language's pack: refused with all its faults at once, and every field of it explained to who writes one."""

from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest

from comity.errors import PackError
from comity.packs.language import LANGUAGES, LanguagePack, parse_language

MANUAL = Path(__file__).parents[2] / "docs" / "reference" / "packs.md"
WRONG = """
order = "vos"
plurls = ["s"]
[markers]
joinrs = ["and"]
[markers.before]
beside = ["near"]
in = ["at"]
from = ["at"]
[clauses]
markers = ["which"]
[cues.verb]
opne = ["opens"]
"""


def test_a_wrong_pack_is_refused_with_all_its_faults() -> None:
    with pytest.raises(PackError) as refused:
        parse_language(WRONG, "xx", "xx.toml")
    told = " ".join(refused.value.faults)
    for part in (
        "'vos'",
        "plurls",
        "markers.joinrs",
        "markers.before.beside",
        "'at' is both",
        "clauses.markers",
        "opne",
    ):
        assert part in told


def test_a_file_that_is_no_toml_is_refused() -> None:
    with pytest.raises(PackError, match=r"xx\.toml"):
        parse_language("order = ", "xx", "xx.toml")


def test_a_pack_without_a_word_has_the_usual_habits() -> None:
    pack = parse_language("", "xx", "xx.toml")
    assert (pack.order, pack.spaced, pack.capitals, pack.places) == ("svo", True, True, "after")
    assert not pack.cues
    assert not pack.joiners


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pack_reads(code: str) -> None:
    text = (files("comity") / "data" / "languages" / f"{code}.toml").read_text("utf-8")
    assert parse_language(text, code, code).cues


def test_every_field_is_explained() -> None:
    told = MANUAL.read_text(encoding="utf-8")
    keys = {one.metadata["key"] or one.name for one in fields(LanguagePack) if one.metadata}
    assert not {key for key in keys if f"`{key}`" not in told and f"\n{key} = " not in told}
