"""What a glance passes over would have said nothing: a watched document is read whole, and says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.claims import Watch, extract_claims
from comity.documents import load_sources
from comity.model.claim import to_json
from comity.model.document import Source
from comity.model.issue import Issue
from comity.packs.language import LANGUAGES
from comity.parties.index import load_index
from comity.passages import read_document, read_passages

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "examples", *sorted(path for path in (ROOT / "tests/cases/documents").iterdir() if path.is_dir())]
IDLE = {
    "en": "The harvest was good that year. In 1931 it rained for weeks, and bread cost $2.",
    "de": "Die Ernte war gut. 1931 regnete es wochenlang, und Brot kostete 2 Euro.",
    "fr": "La récolte fut bonne. En 1931, il plut des semaines, et le pain coûtait 2 euros.",
    "es": "La cosecha fue buena. En 1931 llovió durante semanas y el pan costaba 2 euros.",
    "ru": "Урожай был хорошим. В 1931 году неделями шёл дождь, хлеб стоил 2 рубля.",
    "tr": "Hasat iyiydi. 1931'de haftalarca yağmur yağdı, ekmek 2 lira oldu.",
    "zh": "那一年收成很好。1931年下了几个星期的雨，面包卖2美元。",
    "ar": "كان الحصاد جيدا. في عام 1931 هطل المطر أسابيع، وكان الخبز بدولارين.",
}


def claims_of(source: Source, watch: Watch | None) -> list[dict[str, object]]:
    document = read_document(source, load_index())
    passages = [one for one in read_passages(document) if not isinstance(one, Issue)]
    return [to_json(one) for one in extract_claims(document, passages, watch=watch) if not isinstance(one, Issue)]


def sources(folder: Path) -> list[Source]:
    files = sorted(path for path in folder.iterdir() if path.suffix != ".jsonl")
    return [one for one in load_sources(files) if not isinstance(one, Issue)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_passed_over_says_nothing(folder: Path) -> None:
    for source in sources(folder):
        assert claims_of(source, None) == claims_of(source, Watch()), source.id


@pytest.mark.parametrize("language", sorted(IDLE))
def test_idle_talk_between_paragraphs_is_passed_over_without_loss(language: str, tmp_path: Path) -> None:
    assert language in LANGUAGES
    folder = ROOT / "tests/cases/documents" / language
    for number, path in enumerate(sorted(one for one in folder.iterdir() if one.suffix == ".txt")):
        for gap in (f"\n\n{IDLE[language]}\n\n", f" {IDLE[language]}\n\n", f"\n\n{IDLE[language]} "):
            file = tmp_path / f"{number}.txt"
            file.write_text(path.read_text("utf-8").replace("\n\n", gap), "utf-8")
            (source,) = [one for one in load_sources([file]) if not isinstance(one, Issue)]
            assert claims_of(source, None) == claims_of(source, Watch()), path.name


def test_a_currency_named_where_nobody_is_named_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "trade.txt"
    file.write_text(
        "Relations between Peru and Chile\n\nPeru and Chile are neighbours.\n\nA loaf cost 3 euros.\n\n"
        "The harvest was good.\n\nBilateral trade between Peru and Chile reached 500 million in 2010.\n",
        "utf-8",
    )
    (source,) = [one for one in load_sources([file]) if not isinstance(one, Issue)]
    said = claims_of(source, None)
    assert [(one["value"], one["unit"]) for one in said if one["type"] == "quantity"] == [(500_000_000, "EUR")]
    assert said == claims_of(source, Watch())


def test_a_day_goes_on_from_a_year_in_a_sentence_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "days.txt"
    file.write_text(
        "Peru and Chile\n\nPeru and Chile are neighbours.\n\nIn 1931 it rained. The harvest was good. "
        "On 4 May, Peru opened an embassy in Santiago.\n",
        "utf-8",
    )
    (source,) = [one for one in load_sources([file]) if not isinstance(one, Issue)]
    said = claims_of(source, None)
    assert [one["date"] for one in said if one["type"] == "mission"] == ["1931-05-04"]
    assert said == claims_of(source, Watch())
