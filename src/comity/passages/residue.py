"""What conversion leaves in a text and is no text: footnote marks, "[edit]", "[tpl]…[/tpl]", web addresses.

The words are data (`data/languages/*.text.toml`, section residue); here stand only the shapes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from comity.model.passage import MappedText
from comity.packs.reading import RESIDUE_OPENING, load_residue_words
from comity.passages.weave import cut
from comity.text import fold

_LEADING_DATE = re.compile(r"\s*([^\W\d_]{2,12})[ \t]+(\d{4}-\d\d-\d\d)[ \t]+(?=\S)")
_ADDRESS = r"(?i:ttps?)://[^\s<>\"'\[\]{}|\u3000-\u9fff\uff00-\uffef«»]+"
_BRACKETED = r"\[(?i:tpl)\]|\[/(?i:tpl)\]|\[(?P<inner>[^\[\]\n]{1,80})\]|\{\{-\}\}"
# Each alternative begins with a letter as it stands: so the search leaps from one such letter to the next.
_INLINE = re.compile(_BRACKETED)
_INLINE_OR_ADDRESS = re.compile(rf"{_BRACKETED}|h{_ADDRESS}|H{_ADDRESS}")
_FOOTNOTE = re.compile(r"^(?:\^|note |nb |n )?(?:\d{1,3}|[a-z])$|^\^\S{1,30}$", re.IGNORECASE)
_SENTENCE_END = '.!?。！？؟۔”»"'
_LINE_MARKS = "*•– \t\r\n"
TEMPLATE_BLOCK = re.compile(r"\[tpl\]|\[/tpl\]", re.IGNORECASE)


class LeftOut:
    """Counts what was left out of a document's text, by kind, with the place of the first of each."""

    __slots__ = ("counts", "first")

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.first: dict[str, tuple[int, int]] = {}

    def note(self, kind: str, start: int, end: int) -> None:
        """One more of this kind, at source[start:end]."""
        self.counts[kind] += 1
        self.first.setdefault(kind, (start, end))


def clean(text: MappedText, left_out: LeftOut) -> MappedText:
    """The text without residue inside it.

    "open since 1991.[1][edit] It" gives "open since 1991. It"; what is left out is noted. A gap between a sentence's
    end and a letter becomes a blank.
    """
    body = text.text
    marks = _INLINE_OR_ADDRESS if "/" in body and "://" in body else _INLINE
    if marks is _INLINE and "[" not in body and not ("{" in body and "{{-" in body):
        return text
    gaps = _merged(_gaps(text, marks, left_out), body)
    return cut(text, gaps) if gaps else text


def _merged(gaps: Iterator[tuple[int, int]], body: str) -> list[tuple[int, int, bool]]:
    """The gaps (start, end, whether a blank takes the place), neighbours joined, no two blanks left side by side."""
    joined: list[tuple[int, int]] = []
    for start, end in gaps:
        if joined and not body[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    out = []
    for start, end in joined:
        if start > 0 and body[start - 1].isspace() and end < len(body) and body[end].isspace():
            out.append((start - 1, end, False))
        else:
            out.append((start, end, _wants_blank(body, start, end)))
    return out


def _wants_blank(body: str, start: int, end: int) -> bool:
    return start > 0 and end < len(body) and body[start - 1] in _SENTENCE_END and not body[end].isspace()


def _gaps(text: MappedText, marks: re.Pattern[str], left_out: LeftOut) -> Iterator[tuple[int, int]]:
    """The stretches of residue in a text, in order; ``marks`` find what may be some."""
    body = text.text
    template, depth = -1, 0
    for found in marks.finditer(body):
        token = found.group().lower()
        if token == "[tpl]":
            template = found.start() if depth == 0 else template
            depth += 1
        elif token == "[/tpl]":
            depth -= 1
            if depth <= 0:
                start = template if template >= 0 else found.start()
                left_out.note("template block", *text.source_span(start, found.end()))
                yield start, found.end()
                template, depth = -1, 0
        elif depth == 0:
            kind = _kind(found)
            if kind:
                start, end = found.span()
                if kind == "web address":
                    end -= len(found.group()) - len(found.group().rstrip(".,;:)"))
                left_out.note(kind, *text.source_span(start, end))
                yield start, end
    if depth > 0:
        left_out.note("template block without an end", *text.source_span(template, template + 5))
        yield template, template + 5


def _kind(found: re.Match[str]) -> str:
    inner = found.group("inner")
    if inner is None:
        return "template" if found.group().startswith("{") else "web address"
    if is_footnote_mark(inner):
        return "footnote mark"
    return "editing mark" if is_editing_mark(inner.strip()) else ""


def is_footnote_mark(inner: str) -> bool:
    """Whether what stands in square brackets points to a note: "12", "a", "note 3"."""
    return _FOOTNOTE.match(fold(inner.strip())) is not None


def is_editing_mark(inner: str) -> bool:
    """Whether what stands in square brackets is a page's own mark: "edit", "править | править код", "dead link"."""
    folded = fold(inner)
    brackets = load_residue_words().brackets
    return folded in brackets or all(part.strip() in brackets for part in folded.split("|"))


def is_residue_line(line: str) -> bool:
    """Whether a whole line is navigation, a list of categories or the like, and no text of the document."""
    words = load_residue_words()
    bare = line.lstrip(_LINE_MARKS)
    if fold(bare[:RESIDUE_OPENING]) not in words.line_openings:
        return False
    folded = " ".join(fold(bare.rstrip(_LINE_MARKS)).split())
    return folded in words.lines or folded.startswith(words.line_starts)


def is_apparatus(heading: str) -> bool:
    """Whether a heading opens notes, sources or links, whose lines are titles of other texts: "References"."""
    folded = fold(heading.strip().strip(":：. "))
    return folded in load_residue_words().apparatus


def leading_date_end(source: str, start: int = 0) -> int:
    """Where the text begins after a leading " date 2026-02-02", which tells of the document and is none of its text."""
    found = _LEADING_DATE.match(source, start)
    return found.end() if found and fold(found.group(1)) in load_residue_words().date_line else start
