"""The packs' words for time and number: complete beside CLDR, and every fault of a file told at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from babel.dates import get_day_names, get_month_names

from comity.dates.lexicon import load_lexicon
from comity.errors import PackError
from comity.packs import dates as pack
from comity.packs.dates import load_date_words
from comity.packs.language import LANGUAGES
from comity.packs.numbers import load_number_words
from comity.packs.pieces import pieces_of

SPACED = [code for code in LANGUAGES if code != "zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_pack_loads_and_no_phrase_has_roles_that_no_rule_tells_apart(language: str) -> None:
    assert load_lexicon(language).words.code == language
    assert load_number_words(language).units["€"] == "EUR"


@pytest.mark.parametrize("language", SPACED)
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_every_month_of_cldr_is_in_the_pack(language: str, context: str) -> None:
    words = load_date_words(language)
    known = {(pieces_of(one.text, turkish=words.turkish), one.value) for one in words.phrases if one.role == "month"}
    for number, name in get_month_names("wide", context, language).items():
        assert (pieces_of(name, turkish=words.turkish), number) in known


@pytest.mark.parametrize("language", SPACED)
def test_every_weekday_of_cldr_is_in_the_pack(language: str) -> None:
    words = load_date_words(language)
    known = {(pieces_of(one.text, turkish=words.turkish), one.value) for one in words.phrases if one.role == "weekday"}
    for number, name in get_day_names("wide", "stand-alone", language).items():
        assert any(
            form == pieces_of(name, turkish=words.turkish)[: len(form)] and value == number + 1 for form, value in known
        )


def test_a_faulty_pack_tells_all_its_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data" / "languages"
    folder.mkdir(parents=True)
    (folder / "qq.dates.toml").write_text(
        'capitals = "loud"\nmonths = [["one"]]\nweekdays = []\n[roles]\nbeforehand = ["x"]\n[relative]\n"today" = ["y"]\n[spans]\n"9-3" = ["z"]\n',
        "utf-8",
    )
    monkeypatch.setattr(pack, "files", lambda _: tmp_path)
    with pytest.raises(PackError) as raised:
        load_date_words.__wrapped__("qq")
    assert len(raised.value.faults) == 6, raised.value.faults
    with pytest.raises(PackError):
        load_date_words.__wrapped__("xx")


@pytest.mark.parametrize("kind", ["dates", "numbers"])
def test_the_files_are_toml_with_no_key_twice(kind: str) -> None:
    folder = Path(pack.__file__).parents[1] / "data" / "languages"
    for language in LANGUAGES:
        assert tomllib.loads((folder / f"{language}.{kind}.toml").read_text("utf-8"))
