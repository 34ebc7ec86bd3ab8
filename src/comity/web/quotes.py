"""A quote of a page's source → the words a reader sees: a row of a table as its cells, without tags and link targets.

It is only for reading: the quote itself, to the letter, stands beside it wherever the two differ.
"""

from __future__ import annotations

import re
from html import unescape

_CELL = re.compile(r"<t[dh]\b[^<>]*>(.*?)(?=<t[dh]\b|</tr|$)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s+|={2,6}\s*)(.*?)\s*(?:#+|={2,6})?\s*$")
_EMPTY = "–"
_LONGEST = 20_000  # characters of a quote that are still set out for reading


def plain_words(quote: str) -> str:
    """The words of a quote as they are read.

    ``"<tr><td></td><td><p>1992年3月2日</p></td></tr>"`` is ``"– | 1992年3月2日"``: the empty cell stays to be seen.
    """
    if len(quote) > _LONGEST:
        return quote
    cells = [_strip(cell) or _EMPTY for cell in _CELL.findall(quote)]
    if cells:
        return " | ".join(cells)
    return "\n".join(_strip(_HEADING.sub(r"\1", line)) for line in quote.splitlines()).strip() or quote


def _strip(text: str) -> str:
    words = _WIKI_LINK.sub(r"\1", _LINK.sub(r"\1", _TAG.sub("", text)))
    return " ".join(unescape(words).split())
