"""The laws of reading: offsets rise, characters are the source's own, no letter is lost, hostile text stays linear."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from comity.model.document import Document, Found, Source
from comity.model.issue import Issue
from comity.model.passage import MappedText, Passage, PassageKind
from comity.passages import guess_language, read_passages

MEDIA_TYPES = ("text/plain", "text/markdown", "text/html", "text/x-wiki")
SNIPPETS = st.sampled_from(
    [
        *(
            "Peru ",
            "1992",
            "12.05.2012",
            "\n",
            "\n\n",
            "  ",
            "\t",
            ". ",
            "| ",
            "||",
            "!",
            "{|",
            "|}",
            "|-",
            "==",
            "# ",
            "* ",
        ),
        *(
            "{{flag|",
            "}}",
            "[[",
            "]]",
            "[1]",
            "[edit]",
            "[tpl]",
            "[/tpl]",
            "](",
            ")",
            "<td>",
            "<tr>",
            "<table>",
            "</table>",
        ),
        *(
            "<p>",
            "</p>",
            "<h2>",
            "<b>",
            "<!--",
            "-->",
            "&amp;",
            "&",
            "<",
            "+---+---+\n",
            "| a | b |\n",
            "---\n",
            "```",
            "_",
        ),
        *(
            "<ref>",
            "</ref>",
            "''",
            "http://x.org/a",
            "\r\n",
            "\u00a0",
            "\u200b",
            "中国。",
            "Қазақ ",
            "»",
            '"',
            "- ",
            "1. ",
        ),
    ]
)
TEXTS = st.one_of(st.lists(SNIPPETS, max_size=60).map("".join), st.text(max_size=200))
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _read(text: str, media_type: str) -> list[Passage | Issue]:
    source = Source(id="d", place="d", digest="", media_type=media_type, text=text)
    return list(read_passages(Document(source=source, language=Found(value="en", how="told"))))


def _passages(text: str, media_type: str) -> list[Passage]:
    return [one for one in _read(text, media_type) if isinstance(one, Passage)]


def _texts(passage: Passage) -> list[MappedText]:
    cells = [part for cell in passage.cells for part in (cell.body, *cell.names)]
    return [passage.body, *passage.names, *cells]


@FEW
@given(text=TEXTS, media_type=st.sampled_from(MEDIA_TYPES))
@example(text="a\u200b  b", media_type="text/plain")
@example(text="| a | b |\n| 1 | 2 |", media_type="text/markdown")
def test_offsets_rise_and_characters_are_the_source_s_own(text, media_type):
    for passage in _passages(text, media_type):
        assert 0 <= passage.start < passage.end <= len(text)
        for body in _texts(passage):
            offsets, ends = list(body.offsets), list(body.ends)
            assert len(offsets) == len(ends) == len(body.text)
            assert offsets == sorted(offsets)
            for letter, start, end in zip(body.text, offsets, ends, strict=True):
                assert 0 <= start <= end <= len(text)
                if letter.isalnum() and end - start == 1:
                    assert text[start] == letter


@FEW
@given(text=TEXTS, media_type=st.sampled_from(MEDIA_TYPES))
def test_passages_come_in_the_order_of_the_source_and_rows_are_numbered(text, media_type):
    passages = [one for one in _passages(text, media_type) if one.kind is not PassageKind.CAPTION]
    rows = [one.place for one in passages if one.place is not None]
    tables = [place.table for place in rows]
    assert tables == sorted(tables)
    for before, after in pairwise(rows):
        assert after.row > before.row if after.table == before.table else after.row >= 1


@FEW
@given(
    words=st.lists(
        st.sampled_from(["Peru", "opened", "1975", "embassy.", "Ürün,", "中国", "\n", "\n\n", "—", "(xy)"]), max_size=40
    )
)
@example(words=["Peru", "\n", "Peru", "\n", "Peru", "\n", "1975", "\n", "1975"])
def test_no_letter_of_plain_text_is_lost(words):
    text = " ".join(words)
    passages = list(_passages(text, "text/plain"))
    heads = {one.place.table: [cell.header for cell in one.cells] for one in passages if one.place is not None}
    kept = [*(one.body.text for one in passages), *(name for names in heads.values() for name in names)]
    assert sorted(_letters("".join(kept))) == sorted(_letters(text))


@FEW
@given(
    cells=st.lists(
        st.lists(st.sampled_from(["Peru", "1975", "a b", "x &amp; y", "", "中"]), min_size=2, max_size=3),
        min_size=1,
        max_size=6,
    )
)
def test_every_cell_of_a_table_is_read_in_every_format(cells):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in cells)
    wanted = [[unescape(cell) for cell in row] for row in cells if any(row)]
    page = _passages(f"<p>Before.</p><table>{rows}</table>", "text/html")
    wiki = _passages(
        "{|\n" + "".join("|-\n" + "".join(f"| {cell}\n" for cell in row) for row in cells) + "|}", "text/x-wiki"
    )
    for passages in (page, wiki):
        read = [[cell.body.text for cell in one.cells] for one in passages if one.kind is PassageKind.ROW]
        heads = [one.head.quote for one in passages if one.head is not None]
        assert read == wanted or (heads and read == wanted[1:])


@FEW
@given(text=TEXTS.filter(lambda text: "\r" not in text), media_type=st.sampled_from(MEDIA_TYPES))
def test_line_ends_of_windows_are_read_as_any_others(text, media_type):
    here, there = _passages(text, media_type), _passages(text.replace("\n", "\r\n"), media_type)
    assert [(one.kind, one.body.text) for one in here] == [(one.kind, one.body.text) for one in there]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "<",
            "<a ",
            '<a "',
            "<!--",
            "&",
            "[",
            "[[",
            "{{",
            "{|\n",
            "](",
            '](x "',
            "|",
            "+--+\n",
            "`",
            "*",
            "[tpl]",
            '"',
            "(",
        ),
        *(
            ". ",
            "a\n",
            "a\t",
            "\n- ",
            "==\n",
            "<table>",
            "<td>",
            "<tr><td rowspan=9999 colspan=9999>x",
            "<div>",
            "<script>",
        ),
        *("<ref>", "{{nowrap|", "[[a|", "http://", "-- --\n", "| a\n", "1992\nPeru\n\n", "''' ", "<a b=", "[http://x "),
    ],
)
def test_hostile_text_costs_no_more_than_its_length(costs_its_length, pattern, media_type):
    costs_its_length(lambda text: _read(text, media_type), pattern)


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_a_megabyte_of_opening_brackets_is_read(media_type):
    for text in ("<" * 1_000_000, "{{nowrap|" * 50_000):
        assert _read(text, media_type) is not None


def test_what_is_left_out_is_said():
    issues = [one for one in _read("Open.[1][2] See http://x.org/a now.", "text/plain") if isinstance(one, Issue)]
    assert [(one.code, one.message, one.start) for one in issues] == [
        ("left-out", "footnote mark × 2, the first at 5", 5),
        ("left-out", "web address × 1, the first at 16", 16),
    ]


def test_an_unknown_template_is_named():
    issues = [one for one in _read("Fiji {{Strange box|a}} joined.", "text/x-wiki") if isinstance(one, Issue)]
    assert [one.message for one in issues] == ["template Strange box × 1, the first at 5"]


@pytest.mark.parametrize(
    ("text", "fallback", "language"),
    [
        ("Қазақстан мен Малайзия арасындағы дипломатиялық қатынастар", "", "kk"),
        ("Дипломатические отношения между двумя странами были установлены", "", "ru"),
        ("Дипломатичні відносини між державами встановлено", "", "uk"),
        ("Дипломатски односи између две земље успостављени су", "", "sr"),
        ("Diplomatski odnosi između dve zemlje uspostavljeni su 1992. godine", "", "sr"),
        ("İki ülke arasında diplomatik ilişkiler kuruldu", "", "tr"),
        ("Les relations entre les deux pays ont été établies", "", "fr"),
        ("Las relaciones entre los dos países fueron establecidas", "", "es"),
        ("Die Beziehungen zwischen den beiden Ländern wurden aufgenommen", "", "de"),
        ("The two countries established relations", "", "en"),
        ("两国建立外交关系", "en", "zh"),
        ("兩國建立外交關係", "en", "zh"),
        ("أقام البلدان علاقاتهما الدبلوماسية", "en", "ar"),
        ("1992", "tr", "tr"),
        ("1992", "", ""),
        ("Dar es Salaam, in 1975", "en", "en"),
        ("ภาษาไทย", "en", "en"),
    ],
)
def test_language_by_letters_and_little_words(text, fallback, language):
    assert guess_language(text, fallback) == language
