"""What a document tells of itself: language, date, title, topic, each with how it was found."""

from __future__ import annotations

import pytest

from comity.model.document import Document, Source
from comity.parties.index import load_index
from comity.passages import read_document


def _document(text: str, name: str = "some-page", media_type: str = "text/plain") -> Document:
    return read_document(Source(id=name, place=name, digest="", media_type=media_type, text=text), load_index())


@pytest.mark.parametrize(
    ("text", "day", "how"),
    [
        (" date 2026-02-02 Türkiye ile Peru arasında ilişkiler kuruldu.", "2026-02-02", "a leading date line"),
        ("Title here\n\nNAIROBI, March 15, 2023 (Savanna Wire) - Kenya will go to Peru.", "2023-03-15", "a dateline"),
        ("Başlık burada\n\n(Ankara, 2 Şubat 2026) Türkiye, Peru'yu tanıdı.", "2026-02-02", "a dateline"),
        (
            "Сообщение\n\nДУШАНБЕ, 6 февраля 2017 года. /Корр. агентства/. Президент прибыл в Перу.",
            "2017-02-06",
            "a dateline",
        ),
        (
            "Peru - Beziehungen (Stand: 07.08.2017)\n\nÖsterreich und Peru haben Beziehungen.",
            "2017-08-07",
            "a line that says when",
        ),
        (
            "Perú\nFecha de publicación: 14/08/2020\n\nEl Perú abrió una embajada.",
            "2020-08-14",
            "a line that says when",
        ),
        (
            "# Peru\n\n*Status: 30 September 2016. More below.*\n\nPeru opened it.",
            "2016-09-30",
            "a line that says when",
        ),
        ("秘鲁同中国的关系\n\n（最近更新时间：2020年4月）\n\n两国于1971年建交。", "2020-04", "a line that says when"),
        (
            "DİPLOMASİ TAKVİMİ / 26 Ağustos 2022, Cuma\n\nTam 30 yıl önce bugün ilişkiler kuruldu.",
            "2022-08-26",
            "a day in the title",
        ),
    ],
)
def test_the_date_and_how_it_was_found(text, day, how):
    document = _document(text, media_type="text/markdown" if text.startswith("#") else "text/plain")
    assert document.date is not None
    assert (str(document.date.value).rstrip("?"), document.date.how) == (day, how)
    assert document.date.start is not None
    assert document.date.end is not None
    assert any(letter.isdigit() for letter in text[document.date.start : document.date.end])


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Peru\n\nOn 27 June 2011 Chad opened an embassy in Lima.",
        "Chad and Peru\n\nAs of 2015, Chad has relations with 155 states.",
        "Chad and Peru\n\nRelations were established on 3 May 1992 – the first of that year – in Lima.",
        "Dates\n\nPeru\n3 May 1992\n\nChile\n4 May 1992\n\nCuba\n5 May 1992\n",
    ],
)
def test_the_day_of_an_event_is_not_the_document_s(text):
    assert _document(text).date is None


def test_a_page_gives_its_day_in_its_mark_up():
    page = '<html><head><meta property="article:published_time" content="2020-05-06T10:00"></head><body><p>x</p></body></html>'
    document = _document(page, media_type="text/html")
    assert document.date is not None
    assert (str(document.date.value), document.date.how) == ("2020-05-06", "the page's own mark-up")
    assert page[document.date.start : document.date.end] == "2020-05-06"


@pytest.mark.parametrize(
    ("text", "title", "parties", "language"),
    [
        (
            "Kazakhstan–Ukraine relations\n\nBoth states opened them in 1991.",
            "Kazakhstan–Ukraine relations",
            ("KAZ", "UKR"),
            "en",
        ),
        (
            "[[Foreign relations of Peru]]\n\nCATEGORIES: X\n\nPeru joined in 1945.",
            "Foreign relations of Peru",
            ("PER",),
            "en",
        ),
        (
            "Etiyopya-Türkiye ilişkileri\n\nİki ülke arasında ilişkiler kuruldu.",
            "Etiyopya-Türkiye ilişkileri",
            ("ETH", "TUR"),
            "tr",
        ),
        ("中国—塞内加尔关系\n\n两国于1971年建交。", "中国—塞内加尔关系", ("CHN", "SEN"), "zh"),
    ],
)
def test_title_topic_and_language(text, title, parties, language):
    document = _document(text)
    assert document.title is not None
    assert document.topic is not None
    assert document.title.value == title
    assert document.topic.value == parties
    assert document.language.value == language
    assert document.topic.how == "parties of the title line"
    assert title in text[document.title.start : document.title.end]


def test_without_a_title_the_file_s_name_stands_in_and_the_first_paragraph_gives_the_topic():
    text = "Kazakhstan and Serbia maintain relations. Kazakhstan opened an embassy in Belgrade; Serbia followed.\n\n== History ==\nLong."
    document = _document(text, "en-kazakhstan-serbia")
    assert document.title is not None
    assert document.topic is not None
    assert (document.title.value, document.title.how) == ("en kazakhstan serbia", "the file's name")
    assert document.title.start is None
    assert document.topic.value == ("KAZ", "SRB")


def test_parties_named_once_in_passing_are_no_topic():
    assert _document("A late train\n\nThere were Russians and a notary from Hungary in the cold.").topic is None


def test_a_ministry_s_page_on_one_country_is_about_its_own_too():
    text = (
        "Slovenia: overview\n\nAustria recognised Slovenia in 1992. Austria has an embassy in Ljubljana.\n\n"
        "Austria and Slovenia signed a treaty. The president of Austria visited in 2014."
    )
    topic = _document(text).topic
    assert topic is not None
    assert topic.value == ("SVN", "AUT")
    assert topic.how == "the party of the title line and the one named most beside it"


def test_text_without_letters_is_still_a_document():
    document = _document("1992\n\n1993")
    assert document.language.how == "nothing tells: taken as English"
    assert document.topic is None


def test_a_list_page_without_a_title_is_about_the_one_state_its_introduction_names():
    text = "Liste des missions diplomatiques de Madagascar à l'étranger, au 1er mai 2019.\n\n" + "".join(
        f"* {city} (ambassade)\n" for city in ("Pretoria", "Moroni", "Rabat", "Ottawa")
    )
    topic = _document(text).topic
    assert topic is not None
    assert topic.value == ("MDG",)
