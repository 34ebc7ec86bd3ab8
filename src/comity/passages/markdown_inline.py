"""Markdown inside a line: emphasis, links, images, code, escapes, HTML tags and entities."""

from __future__ import annotations

import re
from collections.abc import Mapping

from comity.passages.html import read_inline
from comity.passages.html_attributes import hidden_end, page_name, picture_name
from comity.passages.residue import is_footnote_mark
from comity.passages.weave import Weave

_SPECIAL = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[)"
    r"|(?P<open>\[)"
    r"|(?P<close>\])"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,2000}>|<!--|&\#?\w{1,31};)"
    r"|(?P<auto><https?://[^\s<>]+>)"
    r"|(?P<star>\*{1,3}|~~)"
    r"|(?P<under>_{1,3})"
    r"|(?P<code>`+)"
    r"|(?P<quote>(?:^|(?<=\n))[ \t]*(?:>[ \t]?)+)"
    r"|(?P<hard>[ ]{2,}\n|\\\n)"
)
_TARGET = re.compile(
    r"\(\s*(?:<(?P<bracketed>[^<>\n]*)>|(?P<plain>(?:[^\s()\\]|\\.|\([^\s()]*\))*+))"
    r"(?:\s+(?:\"(?P<title>[^\"]*)\"|'(?P<quoted>[^']*)'))?\s*\)(?:\{[^{}\n]*\})?"
)
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,200}\]|\{[^{}\n]{0,200}\}")
_BRACKETS = re.compile(r"\\.|[\[\]]")
_EMPTY_TITLES = ("wikilink", "")


def take_markdown(source: str, start: int, end: int, weave: Weave) -> None:
    """Take the visible text of source[start:end] into the weave; link targets, titles and image texts become names.

    "[Peru](https://…/wiki/Peru "Peru") since *1975*" gives "Peru since 1975". Square brackets that make no link stay;
    two footnote marks side by side, "[37][38]", are no link with the text 37.
    """
    _Inline(source, end, weave, _pairs(source, start, end)).take(start)


def _pairs(source: str, start: int, end: int) -> dict[int, int]:
    """Each square bracket that opens with the one that closes it."""
    stack: list[int] = []
    pairs: dict[int, int] = {}
    for found in _BRACKETS.finditer(source, start, end):
        if found.group() == "[":
            stack.append(found.start())
        elif found.group() == "]" and stack:
            pairs[stack.pop()] = found.start()
    return pairs


class _Inline:
    """Walks one stretch; ``skips`` holds, by the bracket that closes a link's text, where its target ends."""

    def __init__(self, source: str, end: int, weave: Weave, pairs: Mapping[int, int]) -> None:
        self.source, self.end, self.weave, self.pairs = source, end, weave, pairs
        self.skips: dict[int, int] = {}

    def take(self, start: int) -> None:
        """Take all from ``start`` on."""
        at = scan = start
        while (found := _SPECIAL.search(self.source, scan, self.end)) is not None:
            stop = self._left_out(found)
            if stop < 0:
                scan = found.end()
                continue
            self.weave.keep(at, found.start())
            self._put(found, stop)
            at = scan = stop
        self.weave.keep(at, self.end)

    def _left_out(self, found: re.Match[str]) -> int:
        """Where the markup found ends that is left out of the text; -1 where it is text."""
        kind, start, end = found.lastgroup, found.start(), found.end()
        if kind == "close":
            return self.skips.get(start, -1)
        if kind in ("open", "image"):
            return self._bracket(found)
        if kind == "tag":
            return max(end, hidden_end(self.source, start, self.end))
        if kind == "star":
            return end if self._is_emphasis(start, end) else -1
        if kind == "under":
            return end if self._is_emphasis(start, end) and not self._inside_word(start, end) else -1
        return end

    def _put(self, found: re.Match[str], stop: int) -> None:
        """What stands in the text for the markup found."""
        kind = found.lastgroup
        if kind == "escaped":
            self.weave.put(found.group("escaped"), found.start(), stop)
        elif kind == "tag" and stop == found.end():
            read_inline(self.source, found.start(), stop, self.weave)
        elif kind == "auto":
            self.weave.keep(found.start() + 1, stop - 1)
        elif kind == "hard":
            self.weave.line_break(found.start(), stop)

    def _is_emphasis(self, start: int, end: int) -> bool:
        before = self.source[start - 1] if start else " "
        after = self.source[end] if end < self.end else " "
        return not (before.isspace() and after.isspace())

    def _inside_word(self, start: int, end: int) -> bool:
        before = self.source[start - 1] if start else " "
        return before.isalnum() and end < len(self.source) and self.source[end].isalnum()

    def _bracket(self, found: re.Match[str]) -> int:
        """A link's or image's opening bracket: its target becomes a name, and is left out where it closes."""
        opening = found.end() - 1
        close = self.pairs.get(opening)
        if close is None:
            return -1
        target = _TARGET.match(self.source, close + 1, self.end)
        if target is None:
            other = _REFERENCE.match(self.source, close + 1, self.end)
            shown = self.source[opening + 1 : close].strip()
            if other is None or not shown or is_footnote_mark(shown):
                return -1
            self.skips[close] = other.end()
            return found.end()
        if found.lastgroup == "image":
            self._picture(target, opening + 1, close)
            return target.end()
        _name_target(target, self.weave)
        self.skips[close] = target.end()
        return found.end()

    def _picture(self, target: re.Match[str], start: int, end: int) -> None:
        """Note what a picture shows: its text, else the words of its file's name."""
        text = self.source[start:end]
        if text.strip():
            self.weave.name(text, start, end)
        else:
            group = "bracketed" if target.group("bracketed") is not None else "plain"
            self.weave.name(picture_name(target.group(group)), *target.span(group))


def _name_target(target: re.Match[str], weave: Weave) -> None:
    """Note what a link points to: its title, else the page's name in its address."""
    title = target.group("title") or target.group("quoted") or ""
    if title not in _EMPTY_TITLES and not title.startswith("fig:"):
        group = "title" if target.group("title") else "quoted"
        weave.name(title, *target.span(group))
        return
    group = "bracketed" if target.group("bracketed") is not None else "plain"
    page = page_name(target.group(group))
    if page:
        weave.name(page, *target.span(group))
