"""Other libraries as witnesses: the text they see is the text read here, offsets aside (they keep none)."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.model.document import Document, Found, Source
from comity.model.passage import Passage
from comity.passages import read_passages

FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.sampled_from(
    ["Peru", "opened", "1975", "embassy.", "Ürün", "中国", "&amp;", "&nbsp;", "&eacute;t&eacute;", "a < b", "x&y"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def _words(text: str, media_type: str) -> list[str]:
    source = Source(id="d", place="d", digest="", media_type=media_type, text=text)
    found = read_passages(Document(source=source, language=Found(value="en", how="told")))
    return " ".join(one.body.text.replace(" | ", " ") for one in found if isinstance(one, Passage)).split()


def _tag(name: str) -> st.SearchStrategy[str]:
    inner = st.one_of(TEXT, TEXT.map(lambda text: f"{text} <b>{text}</b><!-- c --> <i title='x>y'>{text}</i>"))
    return inner.map(lambda text: f"<{name}>{text}</{name}>\n")


PAGES = st.lists(
    st.one_of(
        *(_tag(name) for name in ("p", "h2", "li", "div")),
        TEXT.map(lambda text: f"<ul><li>{text}<ul><li>{text}</ul><li>{text}</ul>"),
        TEXT.map(lambda text: f"<table><tr><td>{text}</td><td>{text}<tr><td>{text}</table>"),
        TEXT.map(lambda text: f"<script>if (a < b) {{}}</script><p>{text}<br>{text}"),
    ),
    max_size=6,
).map("".join)


@FEW
@given(PAGES)
def test_a_page_s_words_are_those_a_browser_s_parser_sees(page):
    parser = pytest.importorskip("selectolax.lexbor")
    tree = parser.LexborHTMLParser(f"<body>{page}</body>")
    tree.strip_tags(["script"])
    seen = tree.body.text(separator=" ") if tree.body else ""
    assert _words(page, "text/html") == seen.replace("\u00a0", " ").split()


WIKI = st.lists(
    st.one_of(
        TEXT,
        TEXT.map(lambda text: f"'''{text}''' [[Page|{text}]] ''x''"),
        TEXT.map(lambda text: f"[[Peru]] <ref>note {{{{cite|a}}}}</ref>{text}"),
        TEXT.map(lambda text: f"<!-- {text} -->[http://x.org/a {text}]"),
        TEXT.map(lambda text: f"{{{{unknown|{text}|[[x]]}}}} {text}"),
    ),
    max_size=6,
).map("\n\n".join)


@FEW
@given(WIKI)
def test_a_wiki_page_s_words_are_those_mwparserfromhell_leaves(page):
    parser = pytest.importorskip("mwparserfromhell")
    code = parser.parse(page)
    for tag in code.filter_tags(matches=lambda node: node.tag == "ref"):
        code.remove(tag)
    seen = re.sub("\u00a0", " ", code.strip_code(normalize=True, collapse=True))
    assert _words(page, "text/x-wiki") == seen.split()
