"""Which lines of plain text stand over others: headings without marks, numbered ones, leads of lists."""

from __future__ import annotations

import re

from comity.passages.line_lists import has_digit
from comity.passages.lines import (
    Line,
    Shape,
    ends_sentence,
)
from comity.passages.residue import is_apparatus

# "2.1 Visits" hangs under "2. Contacts"; "1992:" and "From Korea:" hang under either.
DEEPEST_NUMBER = 3
_SECTION = re.compile(r"[ \t]*\d{1,2}((?:\.\d{1,2}){1,3})\.?[ \t]+[^\W\d]")
_NUMBERED = re.compile(r"[ \t]*(\d{1,2})[.)][ \t]+(\S.*?)[ \t]*$")
_DAY_FIRST = re.compile(
    r"(?:\d{4}[./年-]\s?\d|\d{1,2}[./]\d{1,2}[./]\d{2}"
    r"|\d{1,2}\.?[ \t]+[^\W\d_]{3,12}\.?[ \t]+\d{4}\b"
    # «14–16 مايو 2007   الأمير …», "June 2006   Prime Minister …": parted from what follows as in columns
    r"|(?:\d{1,2}\.?[ \t]?[-–—][ \t]?\d{1,2}\.?[ \t]+)?[^\W\d_]{3,12}\.?[ \t]+\d{4}(?:[ \t]{2}|\t))"
)
_LONGEST_NUMBERED = 60
_COMMAS = ",，、،;；"
_LISTED = 4
_LABELLED = re.compile(r"[^:：,，、،]{2,40}[:：]\s*\S")
_ITEM_LENGTH = 160


def is_heading(line: Line, after: Line | None, *, alone: bool) -> bool:
    """Whether a short line without an end mark stands over text: "Illicit drugs" over a paragraph.

    ``alone``: between blank lines. A mark like "[edit]" at its end says so by itself.
    """
    if line.shape is not Shape.SHORT or len(line.bare) > 80 or not any(letter.isalpha() for letter in line.bare):
        return False
    if (
        opens_with_day(line)
        or "……" in line.bare
        or sum(map(line.bare.count, _COMMAS)) >= (1 if _LABELLED.match(line.bare) else _LISTED)
    ):
        return False
    if line.has_editing_mark or (alone and is_apparatus(line.bare)):
        return True
    if after is None:
        return False
    return alone or after.shape in (Shape.PROSE, Shape.DATE, Shape.BULLET)


def depth_of(line: Line) -> int:
    """How many levels below the outermost a heading's number stands: 1 for "2.1 Visits", 0 where it has none."""
    found = _SECTION.match(line.text)
    return min(found.group(1).count("."), DEEPEST_NUMBER - 1) if found else 0


def opens_with_day(line: Line) -> bool:
    """Whether a short line begins with a date: "1995.5.14-16   President Kim" is an item, no heading."""
    return len(line.bare) < _ITEM_LENGTH and _DAY_FIRST.match(line.bare) is not None


def is_numbered_heading(line: Line, after: Line | None) -> bool:
    """Whether "2. Principal visits" is a section's heading: short, without an end mark or date, no "3." right below."""
    found = _NUMBERED.match(line.text)
    if found is None or after is None or len(line.bare) > _LONGEST_NUMBERED or ends_sentence(line.text):
        return False
    if has_digit_in(found.group(2)) or not found.group(2)[:1].isalpha() or ":" in found.group(2):
        return False
    beside = _NUMBERED.match(after.text)
    return beside is None or int(beside.group(1)) not in (int(found.group(1)) + 1,)


def is_lead(line: Line, after: Line | None) -> bool:
    """Whether "From Korea:" opens the short lines below it."""
    bare = line.bare
    if not bare.endswith((":", "：")) or len(bare) > _LONGEST_NUMBERED or has_digit(line) or after is None:
        return False
    return after.shape in (Shape.SHORT, Shape.DATE, Shape.BULLET) or opens_with_day(after)


def has_digit_in(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
