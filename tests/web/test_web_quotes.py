"""A quote set out for reading: cells stay cells, an empty one stays to be seen, prose stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.web.quotes import plain_words
from comity.web.rendering import load_templates, show_controls


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("<tr><td></td><td><p>1992年3月2日</p></td></tr>", "– | 1992年3月2日"),
        ('<tr class="header">\n<th>国家</th>\n<th>日期</th>\n</tr>', "国家 | 日期"),
        ("### 亚洲", "亚洲"),
        ("== History ==", "History"),
        ('[哈萨克斯坦](https://example.org "wikilink")与155国建交', "哈萨克斯坦与155国建交"),
        ("[[Peru|Peruvian]] embassy &amp; consulate", "Peruvian embassy & consulate"),
        ("Relations since 1861.", "Relations since 1861."),
        ("| Peru | 5 < 7 |", "| Peru | 5 < 7 |"),
    ],
)
def test_words(quote: str, words: str) -> None:
    assert plain_words(quote) == words


@given(
    st.text(alphabet="Peru 1861,.年月;'é", min_size=1).filter(
        lambda text: text.strip() == " ".join(text.split()) == text
    )
)
def test_prose_stays_as_it_is(text: str) -> None:
    assert plain_words(text) == text


@given(st.text(max_size=300))
def test_no_quote_is_lost_and_none_becomes_markup(text: str) -> None:
    words = plain_words(text)
    assert bool(words.strip()) or not text.strip()
    shown = load_templates().from_string("{{ words }}").render(words=words)
    assert "<" not in shown


def test_long_markup_is_made_plain() -> None:
    for text in ("<td" * 6000, "[" * 19_000, "[[" * 9000, "<!--" * 4000, "== " * 6000, "<td>" * 4000):
        assert plain_words(text) is not None


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\x00", "\x1b", "\x85"])
def test_marks_that_act_are_written_out(mark: str) -> None:
    assert show_controls(f"a{mark}b") == f"a⟨U+{ord(mark):04X}⟩b"


def test_joiners_of_persian_and_line_ends_are_text() -> None:
    assert show_controls("می\u200cشود\n\tx") == "می\u200cشود\n\tx"
