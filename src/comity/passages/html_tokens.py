"""HTML cut into tokens, each with its place; linear in the source, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape

# '<' ends a tag that was never closed, so that no tag is looked for twice over the same stretch.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^<>\"']|\"[^\"]*\"|'[^']*'|[\"'](?=[\s/>]))*+)>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]+)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPECIAL = re.compile(r"[<&]")
_RAW_TEXT = ("script", "style", "textarea", "noscript", "svg", "template")
_VOID_NAMES = "br img hr meta link input wbr col area base embed source track param"
VOID = frozenset(_VOID_NAMES.split())


class TokenKind(Enum):
    """What a token is."""

    TEXT = "text"
    ENTITY = "entity"
    OPEN = "open"
    CLOSE = "close"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Token:
    """One token, source[start:end]; ``name`` is a tag's name in small letters, or an entity's characters."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of source[start:end], in order and without a gap.

    Comments, declarations and the contents of scripts and styles are `SKIPPED`; a '<' or '&' that begins nothing is
    text.
    """
    missing: set[str] = set()
    at = text_from = start
    while (found := _SPECIAL.search(source, at, end)) is not None:
        token = _token(source, found.start(), end, missing)
        if token is None:
            at = found.end()
            continue
        if token.start > text_from:
            yield Token(TokenKind.TEXT, text_from, token.start)
        yield token
        at = text_from = token.end
        if token.kind is TokenKind.OPEN and token.name in _RAW_TEXT:
            close = _find(source, f"</{token.name}", at, end, missing)
            if close > at:
                yield Token(TokenKind.SKIPPED, at, close, token.name)
                at = text_from = close
    if text_from < end:
        yield Token(TokenKind.TEXT, text_from, end)


def _token(source: str, at: int, end: int, missing: set[str]) -> Token | None:
    if source[at] == "&":
        entity = _ENTITY.match(source, at, end)
        if entity is None:
            return None
        text = unescape(entity.group())
        return None if text == entity.group() else Token(TokenKind.ENTITY, at, entity.end(), text)
    if source.startswith(("!", "?"), at + 1):
        return _aside(source, at, end, missing)
    tag = _TAG.match(source, at, end)
    if tag is None:
        return None
    kind = TokenKind.CLOSE if tag.group(1) else TokenKind.OPEN
    return Token(kind, at, tag.end(), tag.group(2).lower())


def _aside(source: str, at: int, end: int, missing: set[str]) -> Token | None:
    """A comment or a declaration; of a comment that does not end only its opening is skipped."""
    if source.startswith("<!--", at):
        close = _find(source, "-->", at + 4, end, missing)
        return Token(TokenKind.SKIPPED, at, close + 3 if close >= 0 else at + 4, "comment")
    close = source.find(">", at, min(end, at + 1000))
    return Token(TokenKind.SKIPPED, at, close + 1, "declaration") if close >= 0 else None


def _find(source: str, needle: str, start: int, end: int, missing: set[str]) -> int:
    """Where the needle stands, or -1; what was missing once is not looked for again."""
    if needle in missing:
        return -1
    at = source.find(needle, start, end)
    if at < 0 and needle.startswith("</"):
        found = re.compile(re.escape(needle), re.IGNORECASE).search(source, start, end)
        at = found.start() if found else -1
    if at < 0:
        missing.add(needle)
    return at


def attributes(source: str, token: Token) -> dict[str, tuple[str, int, int]]:
    """A tag's attributes by name in small letters: (value, where it stands); entities in a value are resolved."""
    out: dict[str, tuple[str, int, int]] = {}
    for found in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), token.end - 1):
        group = found.lastindex or 1
        value = found.group(group) if group > 1 else ""
        start, end = found.span(group)
        out.setdefault(found.group(1).lower(), (unescape(value), start, end))
    return out
