"""Wikitext inside a line: links, templates, emphasis, notes, tags."""

from __future__ import annotations

import re
from collections.abc import Mapping

from comity.packs.reading import TemplateWords, load_template_words
from comity.passages.html import read_inline
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
_DEEPEST = 30


class Inline:
    """Takes stretches of one wikitext into weaves; captions of pictures met on the way wait in ``captions``."""

    def __init__(self, source: str, marks: Mapping[int, Mark], left_out: LeftOut) -> None:
        self.source, self.marks, self.left_out = source, marks, left_out
        self.words: TemplateWords = load_template_words()
        self.captions: list[tuple[Mark, int, int]] = []

    def take(self, start: int, end: int, weave: Weave, depth: int = 0) -> None:
        """Take the visible text of source[start:end] into the weave."""
        at = scan = start
        closing: int = -1
        while (found := _SPECIAL.search(self.source, scan, end)) is not None:
            kind, begin = found.lastgroup, found.start()
            mark = self.marks.get(begin) if kind in ("link", "template", "tag") else None
            if mark is not None and mark.end <= end:
                stop = mark.end
            elif kind in ("link", "template") or self.source.startswith("<!--", begin):
                scan = found.end()
                continue
            elif kind == "outside":
                closing = self.source.find("]", found.end(), min(end, found.end() + 500))
                if closing < 0:
                    scan = found.end()
                    continue
                stop = found.end()
            else:
                stop = found.end()
            weave.keep(at, begin)
            if mark is not None:
                self._mark(mark, weave, depth)
            elif kind == "outside":
                weave.keep(stop, closing)
                stop = closing + 1
            elif kind in ("tag", "entity"):
                read_inline(self.source, begin, stop, weave)
            at = scan = stop
        weave.keep(at, end)

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
            if len(parts) > 1 and kind in self.words.files:
                self.captions.append((mark, *parts[-1]))
            return
        if colon and len(parts) == 1 and _LANGUAGE_LINK.fullmatch(prefix):
            self.left_out.note("language link", mark.start, mark.end)
            return
        if len(parts) > 1 and self.source[parts[-1][0] : parts[-1][1]].strip():
            weave.name(target.removeprefix(":").partition("#")[0].replace("_", " "), start, end)
            if depth < _DEEPEST:
                self.take(*parts[-1], weave, depth + 1)
        else:
            start += target.startswith(":")
            weave.keep(start, end)

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        text = self.source[start:end]
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def _template(self, mark: Mark, weave: Weave, depth: int) -> None:
        """A template's text by what its name says it shows; an unknown one shows nothing, and is noted."""
        name, parts = self._name_and_parts(mark)
        folded = fold(name).replace("_", " ")
        words = self.words
        if folded in words.text:
            weave.put(words.text[folded], mark.start, mark.end)
        elif not self._shows(folded, name, parts, mark, weave, depth):
            self.left_out.note(f"template {name[:60]}", mark.start, mark.end)

    def _name_and_parts(self, mark: Mark) -> tuple[str, list[tuple[int, int]]]:
        head = self.source[mark.start + 2 : min(mark.start + 122, mark.end - 2)]
        name = re.split(r"[|{<\n]", head, maxsplit=1)[0].strip()
        folded = fold(name).replace("_", " ")
        if not self._is_known(folded, name):
            return name, []
        return name, split_at(self.source, mark.start + 2, mark.end - 2, self.marks, PIPES)

    def _is_known(self, folded: str, name: str) -> bool:
        words = self.words
        kinds = (words.flag, words.icon, words.date, words.keep_first, words.keep_second, words.keep_all, words.hatnote)
        return any(folded in kind for kind in kinds) or _CODE.fullmatch(name) is not None

    def _shows(
        self, folded: str, name: str, parts: list[tuple[int, int]], mark: Mark, weave: Weave, depth: int
    ) -> bool:
        """Whether the template showed something."""
        words = self.words
        given = [self._bare(*part) for part in parts[1:] if not self._is_named(part)]
        given = [part for part in given if part[0] < part[1]]
        if _CODE.fullmatch(name) and folded not in words.flag:
            start = mark.start + 2
            weave.name(name, start, start + len(name))
            weave.keep(start, start + len(name))
            return True
        if not given or depth >= _DEEPEST:
            return False
        if folded in words.icon:
            weave.name(self.source[given[0][0] : given[0][1]], *given[0])
        elif folded in words.hatnote:
            weave.name(self.source[given[0][0] : given[0][1]].partition("#")[0], *given[0])
        elif folded in words.flag:
            weave.name(self.source[given[0][0] : given[0][1]], *given[0])
            self.take(*given[0], weave, depth + 1)
        elif folded in words.date:
            self._date(mark, given, weave)
        elif folded in words.keep_all:
            for part in given:
                weave.line_break(part[0] - 1, part[0])
                self.take(*part, weave, depth + 1)
        else:
            wanted = given[1] if folded in words.keep_second and len(given) > 1 else given[0]
            self.take(*wanted, weave, depth + 1)
        return True

    def _is_named(self, part: tuple[int, int]) -> bool:
        """Whether an argument is given by name: "df=yes"."""
        return re.match(r"\s*[\w -]{1,30}=(?!=)", self.source[part[0] : min(part[1], part[0] + 40)]) is not None

    def _date(self, mark: Mark, given: list[tuple[int, int]], weave: Weave) -> None:
        """A date of its arguments: numbers from the year down as an ISO date, anything else as it is written."""
        texts = [self.source[start:end] for start, end in given[:3]]
        if len(texts) == 1:
            weave.keep(*given[0])
        elif len(texts[0]) == 4 and all(text.isdecimal() for text in texts):
            weave.put("-".join(text.zfill(2) for text in texts), mark.start, mark.end)
        else:
            weave.put(" ".join(texts), mark.start, mark.end)
