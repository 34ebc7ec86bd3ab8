"""What the attributes of HTML tags tell: the page a link names, the day a page gives of itself."""

from __future__ import annotations

import re
from urllib.parse import unquote

from comity.passages.html_tokens import TokenKind, attributes, tokens

_PAGE_NAME = re.compile(r"(?:^|/)([^/?#]+?)(?:\.(?:md|html?|php))?(?:[#?].*)?$")
_PICTURE = re.compile(r"^\d+px-|(?:\.(?:svg|png|jpe?g|gif|webp))+$", re.IGNORECASE)
_META_NAMES = """article:published_time og:published_time date dc.date dcterms.date pubdate datepublished
publish-date"""
_META_DATES = frozenset(_META_NAMES.split())
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_HIDDEN = 500
_HIDING_TAG = re.compile(
    r"<(\w{1,12})\b[^<>]{0,200}?(?:display\s*:\s*none|visibility\s*:\s*hidden)[^<>]{0,200}>", re.IGNORECASE
)


def page_name(address: str) -> str:
    """The page a link names, where it is a page of a wiki: "../Page/苏联.md" gives "苏联"."""
    if not (address.startswith(("../", "./", "/wiki/")) or "/wiki/" in address):
        return ""
    found = _PAGE_NAME.search(unquote(address))
    name = found.group(1).replace("_", " ") if found else ""
    return name.rpartition(":")[2] if ":" in name else name


def find_page_date(source: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The day a page gives of itself in ``<meta>`` or ``<time>``, as (ISO day, start, end)."""
    for token in tokens(source, start, end):
        if token.kind is not TokenKind.OPEN or token.name not in ("meta", "time"):
            continue
        given = attributes(source, token)
        named = given.get("property") or given.get("name") or given.get("itemprop") or ("", 0, 0)
        value = given.get("datetime") if token.name == "time" else given.get("content")
        if value is None or (token.name == "meta" and named[0].lower() not in _META_DATES):
            continue
        day = _DAY.match(value[0])
        if day is not None:
            return day.group(), value[1], value[1] + 10
    return None


def picture_name(address: str) -> str:
    """The words of a picture's file name: "…/120px-Flag_of_Peru.svg.png" gives "Flag of Peru"."""
    name = unquote(address).partition("?")[0].rpartition("/")[2].rpartition(":")[2]
    words = _PICTURE.sub("", name).replace("_", " ").strip()
    return words if any(letter.isalpha() for letter in words) else ""


def hidden_end(source: str, start: int, end: int) -> int:
    """Where the element ends that begins with the tag at ``start`` and that its style hides, else -1.

    '<span style="display:none">1993</span>12 May 1993' gives the place of "12": a key to sort by is no text.
    """
    found = _HIDING_TAG.match(source, start, min(end, start + _LONGEST_HIDDEN))
    if found is None:
        return -1
    close = f"</{found.group(1)}>"
    at = source.find(close, found.end(), min(end, found.end() + _LONGEST_HIDDEN))
    return at + len(close) if at >= 0 else -1
