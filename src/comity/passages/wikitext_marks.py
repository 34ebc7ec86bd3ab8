"""Which brackets of a wikitext belong together: templates, links, comments, notes, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BRACKET = re.compile(
    r"<!--|<(?P<tag>nowiki|pre|math|gallery|timeline|syntaxhighlight|source|score|ref)\b(?P<rest>[^<>]*)>|\{\{|\}\}|\[\[|\]\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A bracketed stretch; ``kind``: ``template``, ``link``, ``comment``, or a tag whose inside is no wikitext."""

    kind: str
    start: int
    end: int


def find_marks(source: str, start: int, end: int) -> Mapping[int, Mark]:
    """Every stretch that closes again, by where it begins; what does not close is text.

    "{{flag|Peru}} [[Lima]]" gives a template at 0 and a link at 14. Linear in the source.
    """
    marks: dict[int, Mark] = {}
    stack: list[tuple[str, int]] = []
    templates = 0
    missing: set[str] = set()
    at = start
    while (found := _BRACKET.search(source, at, end)) is not None:
        token, at = found.group(), found.end()
        if token == "{{":
            stack.append(("template", found.start()))
            templates += 1
        elif token == "[[":
            stack.append(("link", found.start()))
        elif token == "]]":
            if stack and stack[-1][0] == "link":
                begin = stack.pop()[1]
                marks[begin] = Mark("link", begin, at)
        elif token == "}}":
            if templates:
                while stack[-1][0] != "template":
                    stack.pop()
                begin = stack.pop()[1]
                marks[begin] = Mark("template", begin, at)
                templates -= 1
        else:
            mark = _element(source, found, end, missing)
            if mark is not None:
                marks[mark.start] = mark
                at = mark.end
    return marks


def _element(source: str, found: re.Match[str], end: int, missing: set[str]) -> Mark | None:
    """A comment or a tag with all that stands in it."""
    tag = found.group("tag")
    if tag is None:
        close, kind = "-->", "comment"
    else:
        kind = tag.lower()
        if found.group("rest").rstrip().endswith("/"):
            return Mark(kind, found.start(), found.end())
        close = f"</{kind}"
    if close in missing:
        return None
    stop = source.find(close, found.end(), end)
    if stop < 0:
        missing.add(close)
        return None
    if tag is None:
        return Mark(kind, found.start(), stop + 3)
    bracket = source.find(">", stop, min(end, stop + 40))
    return Mark(kind, found.start(), bracket + 1 if bracket >= 0 else stop + len(close))


def outermost(marks: Mapping[int, Mark]) -> Iterator[Mark]:
    """The marks that stand in no other, in order."""
    reached = -1
    for begin in sorted(marks):
        if begin >= reached:
            yield marks[begin]
            reached = marks[begin].end


def split_at(
    source: str, start: int, end: int, marks: Mapping[int, Mark], separators: re.Pattern[str]
) -> list[tuple[int, int]]:
    """The stretches between separators, those inside a mark not counted."""
    out: list[tuple[int, int]] = []
    begin = at = start
    while (found := separators.search(source, at, end)) is not None:
        mark = marks.get(found.start())
        if mark is not None and mark.end <= end:
            at = mark.end
        elif found.lastgroup == "separator":
            out.append((begin, found.start()))
            begin = at = found.end()
        else:
            at = found.start() + 1
    out.append((begin, end))
    return out


PIPES = re.compile(r"\[\[|\{\{|<|(?P<separator>\|)")
CELLS = re.compile(r"\[\[|\{\{|<|(?P<separator>\|\|)")
HEADER_CELLS = re.compile(r"\[\[|\{\{|<|(?P<separator>\|\||!!)")
