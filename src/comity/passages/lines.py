"""Lines of text without markup: what each line is by its shape, and which lines belong together.

Used by plain text and for what stands between the markup of Markdown. No word of a language decides here, only shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from comity.passages.residue import TEMPLATE_BLOCK, is_editing_mark, is_residue_line

# "5. März 1993" is a day, no fifth item.
BULLET = re.compile(
    r"[ \t]*(?:[•◦▪‣·●○*+:\-–—]|(?!\d{1,2}\.[ \t]+[^\W\d_]{3,12}\.?[ \t]+\d{4}\b)\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)"
)
_DATE = re.compile(r"\d{4}|\d{1,2}[./\-]\d{1,2}[./\-]\d{2}|\d+[年月]")
_ENDED = re.compile(r"[.!?。！？؟۔…:：;；,，][\"'”’»)\]」』》）]*$")
_STRICT_END = re.compile(r"[.!?。！？؟۔…][\"'”’»)\]」』》）]*$")
_LONGEST_MARK = 60
_COLUMNS = re.compile(r"\t+| {3,}| ?(?:\.{4,}|…{2,}|·{4,}|_{4,}) ?")  # leaders part, too: "Peru ........ 3 May 1991"
_LEADERS = ("....", "……", "····", "____")
_RULE = re.compile(r"[ \t]*([-=_*~#])(?:[ \t]*\1){2,}[ \t]*$")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_PARTS = re.compile(r"[\s.,/\-–—]+")
_YEAR_AND_STOP = re.compile(r"\d{4}[.!?]$")
_SHORT = 90
_WRAPPED_LINES = 3
_RAGGED = 0.5
_WRAP_FROM, _WRAP_TO, _WRAP_OF_TWO = 45, 130, 60


class Shape(Enum):
    """What a line looks like."""

    BLANK = "blank"
    BULLET = "bullet"
    DATE = "date"
    SHORT = "short"
    PROSE = "prose"
    RESIDUE = "residue"
    RULE = "rule"


class Line:
    """One line of the source without its line break; ``indent`` counts its leading blanks."""

    __slots__ = ("_shape", "end", "indent", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text
        self.indent = len(text) - len(text.lstrip())
        self._shape: Shape | None = None

    @property
    def shape(self) -> Shape:
        """What the line looks like."""
        if self._shape is None:
            self._shape = _shape(self.text)
        return self._shape

    @property
    def bare(self) -> str:
        """The line without blanks at its edges and without footnote and editing marks at its end."""
        return self.text[: _marks_at_end(self.text)].strip()

    @property
    def has_editing_mark(self) -> bool:
        """Whether the line ends in a mark that pages put after their headings: "[edit]"."""
        marks = self.text[_marks_at_end(self.text) :].strip()
        return bool(marks) and is_editing_mark(marks[1:-1])


def _marks_at_end(text: str) -> int:
    """Where the marks in square brackets begin that close a line, blanks before them included; its end for none."""
    begin = at = len(text)
    while True:
        while at and text[at - 1].isspace():
            at -= 1
        if begin < len(text):
            begin = at
        opened = text.rfind("[", max(0, at - _LONGEST_MARK - 2), at) if text[at - 1 : at] == "]" else -1
        if opened < 0 or "]" in text[opened : at - 1] or "\n" in text[opened:at]:
            return begin
        begin = at = opened


def split_lines(source: str, start: int, end: int) -> list[Line]:
    """The lines of source[start:end]; a line break inside a ``[tpl]`` block does not end a line."""
    return [Line(begin, stop, source[begin:stop]) for begin, stop in _line_spans(source, start, end)]


def _line_spans(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    blocks = _template_blocks(source, start, end)
    line_start = at = start
    index = 0
    while (stop := source.find("\n", at, end)) >= 0:
        while index < len(blocks) and blocks[index][1] <= stop:
            index += 1
        if index < len(blocks) and blocks[index][0] < stop:
            at = blocks[index][1]
            continue
        yield line_start, stop - (stop > line_start and source[stop - 1] == "\r")
        line_start = at = stop + 1
    if line_start < end:
        yield line_start, end


def _template_blocks(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """The closed ``[tpl]…[/tpl]`` stretches, outermost only."""
    blocks: list[tuple[int, int]] = []
    depth = begin = 0
    for found in TEMPLATE_BLOCK.finditer(source, start, end):
        if found.group().startswith("[/"):
            depth -= depth > 0
            if depth == 0 and begin >= 0:
                blocks.append((begin, found.end()))
                begin = -1
        else:
            begin = found.start() if depth == 0 else begin
            depth += 1
    return blocks


def _shape(text: str) -> Shape:
    bare = text.strip()
    if not bare:
        return Shape.BLANK
    if len(bare) > 400:
        return Shape.BULLET if BULLET.match(text) else Shape.PROSE
    if _RULE.match(text):
        return Shape.RULE
    if is_residue_line(bare):
        return Shape.RESIDUE
    if BULLET.match(text):
        return Shape.BULLET
    bare = bare[: _marks_at_end(bare)].strip()
    if len(bare) > _SHORT:
        return Shape.PROSE
    if _is_date_line(bare):
        return Shape.DATE
    return Shape.PROSE if _ENDED.search(bare) and not _is_dots(bare) else Shape.SHORT


def _is_date_line(bare: str) -> bool:
    """Whether a line is a date and little else: "14.01.1992", "1 January 1993 (successor state)", "2015 жыл"."""
    found = _DATE.search(bare)
    if found is None:
        return False
    before_aside: str = re.split(r"[(（]", bare, maxsplit=1)[0]
    digits = sum(letter.isdigit() for letter in before_aside)
    if digits < 4 or len(before_aside) > 40 or before_aside.endswith(("。", "！", "？")):
        return False
    if _IDEOGRAPH.search(before_aside):
        return sum(map(str.isalpha, before_aside)) <= 6
    words = [word for word in _PARTS.split(before_aside) if word and not any(letter.isdigit() for letter in word)]
    return len(words) <= (1 if _YEAR_AND_STOP.search(before_aside) else 3)


def is_year_line(line: Line) -> bool:
    """Whether a line is a year or a month of one and no more: "1991", "1993:", "Mai 1992", "1992年5月"."""
    bare = line.bare
    digits = sum(map(str.isdigit, bare))
    words = [word for word in _PARTS.split(bare.strip(":：")) if word and not any(map(str.isdigit, word))]
    return line.shape is Shape.DATE and len(bare) <= 20 and len(words) <= 1 and (digits == 4 or "年" in bare[:6])


def _is_dots(bare: str) -> bool:
    return not any(letter.isalnum() for letter in bare)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, footnote marks aside."""
    bare = text.rstrip()
    return _STRICT_END.search(bare[: _marks_at_end(bare)]) is not None


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether these lines are, at a glance, one wrapped paragraph: long, of even length, no mark before any."""
    sizes = [line.end - line.start for line in lines]
    widest = max(sizes)
    if not len(sizes) >= 3 or not _WRAP_FROM < widest <= _WRAP_TO or min(sizes[:-1]) < widest - 14:
        return False
    return all(line.text[:1].isalpha() and "\t" not in line.text and not _is_led(line.text) for line in lines)


def _is_led(text: str) -> bool:
    """Whether dots or a rule lead from one part of a line to the next."""
    return any(one in text for one in _LEADERS)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether these lines are one paragraph broken to fit a width: the next line's first word never had room."""
    if len(lines) < 2:
        return False
    width = max(line.end - line.start for line in lines)
    if not _WRAP_FROM <= width <= _WRAP_TO:
        return False
    if len(lines) == 2 and (width < _WRAP_OF_TWO or lines[1].shape is Shape.DATE or ends_sentence(lines[0].text)):
        return False  # a title over a line, sooner than two wrapped lines
    if len(lines) == 2 and lines[1].bare.startswith("("):
        return False  # "(as of 1 March 2021)" under a title
    if any("\n" in line.text or line.has_editing_mark for line in lines):
        return False
    fitting = sum(_would_fit(line, after, width) for line, after in pairwise(lines))
    return fitting * 5 <= len(lines) - 1


def _would_fit(line: Line, after: Line, width: int) -> bool:
    """Whether a line had room for the next one's first word; a script without spaces breaks at any letter."""
    word = after.text.split(maxsplit=1)[0] if after.text.strip() else ""
    wide = _IDEOGRAPH.search(word)
    word = word[: max(1, wide.start())] if wide is not None else word
    return len(line.text.rstrip()) + 1 + len(word) <= width


def columns(line: Line) -> list[tuple[int, int]]:
    """The stretches of a line that bars (also empty ones), tabs or wide gaps part, in the source's offsets."""
    if "|" in line.text:
        return _barred(line)
    if "\t" not in line.text and "   " not in line.text and not _is_led(line.text):
        return [(line.start, line.end)]
    out: list[tuple[int, int]] = []
    at = 0
    for found in _COLUMNS.finditer(line.text):
        if line.text[at : found.start()].strip():
            out.append((line.start + at, line.start + found.start()))
        at = found.end()
    if line.text[at:].strip():
        out.append((line.start + at, line.end))
    return out


def _barred(line: Line) -> list[tuple[int, int]]:
    """Between bars; those at both edges are the frame, one at a single edge parts an empty cell."""
    text = line.text.rstrip()
    framed = text.startswith("|")
    end = len(text) - (framed and len(text) > 1 and text.endswith("|"))
    at = int(framed)
    out: list[tuple[int, int]] = []
    while (bar := text.find("|", at, end)) >= 0:
        out.append((line.start + at, line.start + bar))
        at = bar + 1
    return [*out, (line.start + at, line.start + end)]


def is_broken_by_width(lines: Sequence[Line]) -> bool:
    """Whether lines were broken by width: all but the last about as long, most going on in the middle of a sentence."""
    width = max((len(line.text) for line in lines), default=0)
    body = [len(line.text) for line in lines[:-1]]
    if len(lines) < _WRAPPED_LINES or width > _WRAP_TO or min(body) < width * _RAGGED:
        return False
    small = sum(line.text.lstrip()[:1].islower() for line in lines[1:])
    return 2 * small >= len(lines) - 1
