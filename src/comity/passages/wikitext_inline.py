"""Wikitext inside a line: links, templates, emphasis, notes, tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from comity.packs.reading import TemplateWords, load_template_words
from comity.parties.index import load_index
from comity.passages.html import read_inline
from comity.passages.html_attributes import hidden_end, picture_name
from comity.passages.residue import LeftOut
from comity.passages.weave import Weave
from comity.passages.wikitext_marks import PIPES, Mark, split_at
from comity.text import fold

_SPECIAL = re.compile(
    r"(?P<quotes>'{2,5})|(?P<link>\[\[)|(?P<template>\{\{)"
    r"|(?P<tag><!--|</?[a-zA-Z][^<>]{0,1000}>)|(?P<entity>&\#?\w{1,31};)"
    r"|(?P<outside>\[(?:https?:|ftp:|mailto:)?//[^\s\]\[]+[ \t]*)|(?P<magic>__[A-Z]{3,30}__)"
)
_CODE = re.compile(r"[A-Z]{3}")
_LANGUAGE_LINK = re.compile(r"[a-z]{2,3}(?:-[a-z]+)?|simple")
_NAMED = re.compile(r"\s*([\w -]{1,30}?)\s*=(?!=)")
_BRACKET = re.compile(r"\s*\([^()]{1,30}\)$")
_SHORTEST_STATE = 4  # "{{us}}", "{{or}}" are no states
_DEEPEST = 30


class _Call(NamedTuple):
    """One use of a template: its name, the same folded, and what it was given by place."""

    mark: Mark
    name: str
    folded: str
    given: list[tuple[int, int]]


class Inline:
    """Takes stretches of one wikitext into weaves; captions of pictures met on the way wait in ``captions``."""

    def __init__(self, source: str, marks: Mapping[int, Mark], left_out: LeftOut) -> None:
        self.source, self.marks, self.left_out = source, marks, left_out
        self.words: TemplateWords = load_template_words()
        words = self.words
        self.known = (
            words.flag, words.icon, words.date, words.hatnote,
            words.keep_first, words.keep_second, words.keep_all, words.keep_named,
        )  # fmt: skip
        self.captions: list[tuple[Mark, int, int]] = []

    def take(self, start: int, end: int, weave: Weave, depth: int = 0) -> None:
        """Take the visible text of source[start:end] into the weave; what nests too deep is left out, and noted."""
        if depth > _DEEPEST:
            self.left_out.note("nesting too deep", start, end)
            return
        at = scan = start
        while (found := _SPECIAL.search(self.source, scan, end)) is not None:
            stop = self._extent(found, end)
            if stop < 0:
                scan = found.end()
                continue
            weave.keep(at, found.start())
            self._put(found, stop, weave, depth)
            at = scan = stop
        weave.keep(at, end)

    def _extent(self, found: re.Match[str], end: int) -> int:
        """Where the markup found ends; -1 where it is text: brackets that do not close."""
        kind, begin = found.lastgroup, found.start()
        mark = self.marks.get(begin)
        if mark is not None and mark.end <= end:
            return mark.end
        if kind in ("link", "template") or self.source.startswith("<!--", begin):
            return -1
        if kind == "tag" and (hidden := hidden_end(self.source, begin, end)) >= 0:
            return hidden
        if kind == "outside":
            return self.source.find("]", found.end(), min(end, found.end() + 500)) + 1 or -1
        return found.end()

    def _put(self, found: re.Match[str], stop: int, weave: Weave, depth: int) -> None:
        """What stands in the text for the markup found."""
        mark = self.marks.get(found.start())
        if mark is not None and mark.end == stop:
            self._mark(mark, weave, depth)
        elif found.lastgroup == "outside":
            self.take(found.end(), stop - 1, weave, depth + 1)
        elif found.lastgroup == "tag" and stop > found.end():
            self.left_out.note("hidden text", found.start(), stop)
        elif found.lastgroup in ("tag", "entity"):
            read_inline(self.source, found.start(), stop, weave)

    def _mark(self, mark: Mark, weave: Weave, depth: int) -> None:
        if mark.kind == "link":
            self._link(mark, weave, depth)
        elif mark.kind == "template":
            self._template(mark, weave, depth)
        elif mark.kind == "nowiki":
            inner = self.source.find(">", mark.start) + 1
            close = self.source.rfind("</", inner, mark.end)
            weave.keep(inner, close if close > inner else inner)
        else:
            self.left_out.note(mark.kind, mark.start, mark.end)

    def _link(self, mark: Mark, weave: Weave, depth: int) -> None:
        """A link's text; its target is a name where it differs; files give their caption, categories nothing."""
        parts = split_at(self.source, mark.start + 2, mark.end - 2, self.marks, PIPES)
        start, end = self._bare(*parts[0])
        target = self.source[start:end]
        prefix, colon, _ = target.partition(":")
        kind = fold(prefix.strip()) if colon else ""
        if kind in self.words.categories or kind in self.words.files:
            self.left_out.note("category or file link", mark.start, mark.end)
            if kind in self.words.files and picture_name(target):
                weave.name(picture_name(target), start, end)
            if len(parts) > 1 and kind in self.words.files:
                self.captions.append((mark, *parts[-1]))
            return
        if colon and len(parts) == 1 and _LANGUAGE_LINK.fullmatch(prefix):
            self.left_out.note("language link", mark.start, mark.end)
            return
        if len(parts) > 1 and self.source[parts[-1][0] : parts[-1][1]].strip():
            weave.name(target.removeprefix(":").partition("#")[0].replace("_", " "), start, end)
            self.take(*parts[-1], weave, depth + 1)
        else:
            start += target.startswith(":")
            weave.keep(start, end)

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        text = self.source[start:end]
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def _template(self, mark: Mark, weave: Weave, depth: int) -> None:
        """A template's text by what its name says it shows; an unknown one shows nothing, and is noted."""
        call = self._call(mark)
        if call.folded in self.words.text and not (call.given and call.folded in self.words.keep_named):
            weave.put(self.words.text[call.folded], mark.start, mark.end)
        elif _CODE.fullmatch(call.name):
            start = self.source.index(call.name, mark.start)
            weave.name(call.name, start, start + len(call.name))
            weave.keep(start, start + len(call.name))
        elif call.given:
            self._show(call, weave, depth + 1)
        elif _is_state(call.name):
            start = self.source.index(call.name, mark.start)
            weave.name(_without_bracket(call.name), start, start + len(call.name))
            weave.keep(start, start + len(_without_bracket(call.name)))
        else:
            self.left_out.note(f"template {call.name[:60]}", mark.start, mark.end)

    def _call(self, mark: Mark) -> _Call:
        """The template's name and, where its name is known, the stretches of what it was given without names."""
        head = self.source[mark.start + 2 : min(mark.start + 122, mark.end - 2)]
        name = re.split(r"[|{<\n]", head, maxsplit=1)[0].strip()
        folded = fold(name).replace("_", " ")
        given: list[tuple[int, int]] = []
        if any(folded in kind for kind in self.known):
            parts = split_at(self.source, mark.start + 2, mark.end - 2, self.marks, PIPES)
            given = [bare for part in parts[1:] if (bare := self._given(part)) is not None]
        return _Call(mark, name, folded, given)

    def _given(self, part: tuple[int, int]) -> tuple[int, int] | None:
        """The stretch of an argument given by place ("Peru", "1=Peru"); ``None`` where it is empty or has a name."""
        named = _NAMED.match(self.source, part[0], min(part[1], part[0] + 40))
        if named is not None and not named.group(1).isdecimal():
            return None
        start, end = self._bare(named.end() if named else part[0], part[1])
        return (start, end) if start < end else None

    def _show(self, call: _Call, weave: Weave, depth: int) -> None:
        words, first = self.words, call.given[0]
        if call.folded in words.icon or call.folded in words.hatnote:
            weave.name(self.source[first[0] : first[1]].partition("#")[0], *first)
        elif call.folded in words.flag:
            weave.name(self.source[first[0] : first[1]], *first)
            self.take(*first, weave, depth)
        elif call.folded in words.date:
            self._date(call.mark, call.given, weave)
        elif call.folded in words.keep_named:
            begin = self.source.index(call.name, call.mark.start)
            weave.keep(begin, begin + len(call.name))
            weave.put(" ", begin + len(call.name), first[0])
            self.take(*first, weave, depth)
        elif call.folded in words.keep_all:
            for start, end in call.given:
                weave.line_break(start - 1, start)
                self.take(start, end, weave, depth)
        else:
            second = call.folded in words.keep_second and len(call.given) > 1
            self.take(*call.given[second], weave, depth)

    def _date(self, mark: Mark, given: list[tuple[int, int]], weave: Weave) -> None:
        """A date of its arguments: numbers from the year down, or up to it, as an ISO date, else as it is written."""
        texts = [self.source[start:end] for start, end in given[:3]]
        numbers = all(text.isdecimal() for text in texts)
        if len(texts) == 1:
            weave.keep(*given[0])
        elif numbers and len(texts[0]) == 4:
            weave.put("-".join(text.zfill(2) for text in texts), mark.start, mark.end)
        elif numbers and len(texts[-1]) == 4:
            weave.put("-".join(text.zfill(2) for text in reversed(texts)), mark.start, mark.end)
        else:
            weave.put(" ".join(texts), mark.start, mark.end)


def _without_bracket(name: str) -> str:
    """The name without what tells it from its namesakes: "Maurice (pays)"."""
    return _BRACKET.sub("", name)


def _is_state(name: str) -> bool:
    """Whether a template without arguments is called after a state, whose flag and name it shows: "{{Maroc}}"."""
    bare = _without_bracket(name)
    if len(bare) < _SHORTEST_STATE or not bare[0].isupper():
        return False
    return any(form.kind == "party" for form in load_index().find_forms(bare))
