"""What a reader must see on the development seeds, where they stand beside the checkout; skipped in a plain clone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from views_world import Memory, document, speech

from comity.model.claim import from_json
from comity.model.when import When
from comity.views.answers import Answer, relations_as_of
from comity.views.dossier import show_pair

SHARED = Path(__file__).parents[3] / "shared"
TOPICS = {
    "en-kazakhstan-serbia": ("KAZ", "SRB"),
    "en-kazakhstan-ukraine": ("KAZ", "UKR"),
    "en-foreign-relations-of-kazakhstan": ("KAZ",),
    "tr-kazakhstan-turkiye-2026-02-02": ("KAZ", "TUR"),
    "zh-kazakhstan-relations-list": ("KAZ",),
}
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the development data is not here")


@pytest.fixture(scope="module")
def register():
    lines = [line for name in TOPICS for line in (SHARED / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()]
    documents = {name: document(name, topic=topic) for name, topic in TOPICS.items()}
    return Memory([from_json(json.loads(line)) for line in lines], documents)


def _lines(register, one, other, section):
    dossier = show_pair(register, one, other, speech())
    return next((found.lines for found in dossier.sections if found.key == section), ())


def test_the_missions_of_kazakhstan_and_turkiye(register):
    groups = list(dict.fromkeys(line.group for line in _lines(register, "KAZ", "TUR", "missions")))
    assert groups == [
        "Kazakhstan in Türkiye: embassy (1) – Ankara",
        "Kazakhstan in Türkiye: consulates-general (3) – Antalya, Istanbul, Izmir",
        "Kazakhstan in Türkiye: honorary consulates (7) – Alanya, Bitlis, Bursa, Denizli, Eskişehir, Kocaeli, Mersin",
        "Türkiye in Kazakhstan: embassy (1) – Astana",
        "Türkiye in Kazakhstan: consulates-general (3) – Aktau, Almaty, Turkistan",
        "Türkiye in Kazakhstan: honorary consulate (1) – Shymkent",
    ]


def test_the_figures_of_kazakhstan_and_turkiye(register):
    texts = {line.text for line in _lines(register, "KAZ", "TUR", "figures")}
    assert texts >= {
        "Visits of Kazakhstan to Türkiye: 29",
        "Visits of Türkiye to Kazakhstan: 17",
        "Meetings of Kazakhstan and Türkiye: 13",
        "Trade turnover of Kazakhstan and Türkiye: 5,400,000,000 USD (+8.9 percent against the period before)",
        "Exports of Kazakhstan to Türkiye: 3,900,000,000 USD",
        "Imports of Kazakhstan from Türkiye: 1,500,000,000 USD",
        "Students of Kazakhstan in Türkiye: 13,971",
        "Flights a week between Kazakhstan and Türkiye: 192",
    }
    [recognition] = _lines(register, "KAZ", "TUR", "recognition")
    assert (recognition.date, recognition.text) == ("1991-12-16", "Türkiye recognised Kazakhstan, the first to do so")


def test_serbia_follows_yugoslavia_and_says_so(register):
    lines = _lines(register, "KAZ", "SRB", "relations")
    assert [(line.date, line.standing) for line in lines] == [("1996-12-10", "agreed"), ("2006-06-05/..", "inferred")]
    refused = {(line.date, line.text) for line in _lines(register, "KAZ", "SRB", "others")}
    assert refused == {
        ("2008-12", f"Kazakhstan does not recognise {name}") for name in ("Kosovo", "Abkhazia", "South Ossetia")
    }


def test_the_answers_of_new_year_1993(register):
    found = relations_as_of(register, "KAZ", When.parse("1993-01-01"), speech())
    answers = {one.partner: one.answer for one in found.answers}
    assert [party for party, answer in answers.items() if answer is Answer.YES] == ["AZE", "NGA", "TUR", "UKR"]
    assert [party for party, answer in answers.items() if answer is Answer.NO] == ["YUG"]
    assert answers["FRA"] is Answer.NOT_RECORDED and found.rows > 70
