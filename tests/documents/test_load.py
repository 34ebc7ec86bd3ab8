"""Loading: every file gives a source or an issue, and no character is changed."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.documents import load_sources
from comity.model.document import Source
from comity.model.issue import Issue, Severity


def _one(tmp_path, name: str, data: bytes) -> Source | Issue:
    file = tmp_path / name
    file.write_bytes(data)
    (loaded,) = load_sources([file])
    return loaded


def test_a_file_is_decoded_and_otherwise_untouched(tmp_path):
    text = "Қазақстан\r\nТүркия\rend\n\n"
    source = _one(tmp_path, "kz-tr.txt", text.encode())
    assert isinstance(source, Source)
    assert source.text == text
    assert source.id == "kz-tr"
    assert source.media_type == "text/plain"
    assert source.digest == hashlib.sha256(text.encode()).hexdigest()
    assert source.place.endswith("kz-tr.txt")


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text and not text.startswith("\ufeff")))
def test_any_text_comes_back_to_the_letter(tmp_path_factory, text):
    source = _one(tmp_path_factory.mktemp("any"), "a.md", text.encode())
    assert isinstance(source, Source)
    assert source.text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(tmp_path, encoding):
    source = _one(tmp_path, "a.txt", "Peru – 1975".encode(encoding))
    assert isinstance(source, Source)
    assert source.text == "Peru – 1975"


@pytest.mark.parametrize(
    ("name", "data", "code", "says"),
    [
        ("latin.txt", "Peru\nPerú".encode("latin-1"), "not-utf-8", "byte 8, line 2"),
        ("cut.txt", "Peru".encode("utf-16")[:-1], "not-utf-16", "byte"),
        ("empty.txt", b"", "empty", "no text"),
        ("blank.txt", b" \n\t\n", "empty", "no text"),
        ("zero.txt", b"PK\x03\x04\x00\x00", "binary", "zero bytes"),
        ("page.pdf", b"%PDF", "unknown-suffix", ".pdf"),
        ("README", b"x", "unknown-suffix", "no suffix"),
    ],
)
def test_what_cannot_be_read_is_an_issue(tmp_path, name, data, code, says):
    issue = _one(tmp_path, name, data)
    assert isinstance(issue, Issue)
    assert (issue.code, issue.severity) == (code, Severity.ERROR)
    assert says in issue.message
    assert issue.place == str(tmp_path / name)


def test_a_path_that_is_not_there_is_an_issue(tmp_path):
    (issue,) = load_sources([tmp_path / "nothing"])
    assert isinstance(issue, Issue)
    assert issue.code == "no-such-file"


def test_a_folder_gives_its_files_in_order_and_loses_none(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.md", "b/a.txt", ".hidden.txt", "c.bin"):
        (tmp_path / name).write_text("Peru", "utf-8")
    loaded = list(load_sources([tmp_path]))
    assert [one.id if isinstance(one, Source) else one.code for one in loaded] == ["a", "unknown-suffix", "z", "a-2"]


@pytest.mark.parametrize(
    ("name", "text", "media_type"),
    [
        ("a.htm", "<p>x</p>", "text/html"),
        ("a.wiki", "x", "text/x-wiki"),
        ("a.markdown", "x", "text/markdown"),
        ("a.txt", "<!DOCTYPE html>\n<html><body>x</body></html>", "text/html"),
        ("a.txt", "Peru\n\n{| class=x\n| a\n|}\n", "text/x-wiki"),
        ("a.txt", "Peru and [Chile](https://example.org).\n", "text/markdown"),
        ("a.txt", "Peru\n\n<table>\n<tr><td>x</td></tr>\n</table>\n", "text/markdown"),
        ("a.txt", "| a | b |\n|---|---|\n| 1 | 2 |\n", "text/markdown"),
        ("a.txt", "  Country   Date\n  --------- ---------\n  Peru      1992\n", "text/markdown"),
        ("a.txt", "Peru - a state -- and\n-----------\nso on.\n", "text/plain"),
        ("a.txt", "== History ==\nPeru, a < b, [1] and - so on.\n", "text/plain"),
    ],
)
def test_the_media_type_is_told_by_suffix_and_content(tmp_path, name, text, media_type):
    source = _one(tmp_path, name, text.encode())
    assert isinstance(source, Source)
    assert source.media_type == media_type
