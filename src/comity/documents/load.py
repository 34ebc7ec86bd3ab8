"""Files and folders → sources, or issues: nothing that was pointed at is passed over in silence."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from comity.model.document import Source
from comity.model.issue import Issue, Severity

_SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".wiki": "text/x-wiki",
    ".wikitext": "text/x-wiki",
    ".mediawiki": "text/x-wiki",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HTML_BEGIN = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_MARKDOWN_SIGNS = tuple(  # by letters that they cannot do without, which are looked for first
    (letters, tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns))
    for letters, patterns in (
        ("<table", (r"^<table[ >]",)),
        ("# ", (r"^#{1,6} \S[^\n]*\n\s*\n",)),
        ("](", (r"\]\((?:https?|\.\.?/)[^\s()]+",)),
        (
            "---",
            (
                r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|",
                r"^[ \t]*-{3,}(?:[ \t]{1,9}-{3,})+[ \t]*$",
                r"^\+[-=]{3,}[-=+]*\+[ \t]*$",
            ),
        ),
        ("+==", (r"^\+[-=]{3,}[-=+]*\+[ \t]*$",)),
    )
)
_FEW_TEMPLATES = 2
_WIKI_SIGNS = re.compile(r"^\{\||^==[^=\n]+==[ \t]*$|\{\{[^{}\n]+\}\}|\[\[[^\[\]\n]+\|[^\[\]\n]+\]\]", re.MULTILINE)


def load_sources(paths: Iterable[Path | str]) -> Iterator[Source | Issue]:
    """Each document under the paths, or an issue in its place; a folder's files in the order of their names.

    ``load_sources(["examples"])`` gives one source a file, its id the file's stem (with a number after it where two
    files share one). The text is the file decoded and otherwise untouched: line ends stay, so that offsets count the
    code points of the file. A byte order mark is a mark of the encoding and no character of the text: it is dropped.
    Hidden files are left alone.
    """
    seen: dict[str, int] = {}
    for path in paths:
        for file in _files(Path(path)):
            if isinstance(file, Issue):
                yield file
                continue
            loaded = load_file(file, _free_id(file.stem, seen))
            if isinstance(loaded, Issue):
                seen[file.stem] -= 1
            yield loaded


def _free_id(stem: str, seen: dict[str, int]) -> str:
    seen[stem] = seen.get(stem, 0) + 1
    return stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"


def _files(path: Path) -> Iterator[Path | Issue]:
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield path
    else:
        yield _issue("no-such-file", path, "there is no file or folder of this name")


def _folder(path: Path) -> Iterator[Path | Issue]:
    faults: list[Issue] = []

    def note(fault: OSError) -> None:
        faults.append(_issue("cannot-read", Path(fault.filename or path), fault.strerror or str(fault)))

    for folder, inner, names in os.walk(path, onerror=note):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(names) if not name.startswith("."))
    yield from faults


def load_file(path: Path, document: str) -> Source | Issue:
    """The source of one file, or what was wrong with it."""
    media_type = _SUFFIXES.get(path.suffix.lower())
    if media_type is None:
        return _issue("unknown-suffix", path, f"{path.suffix or 'no suffix'}: read are {', '.join(sorted(_SUFFIXES))}")
    try:
        data = path.read_bytes()
    except OSError as fault:
        return _issue("cannot-read", path, fault.strerror or str(fault))
    text = _decoded(data, path)
    if isinstance(text, Issue):
        return text
    if not text.strip():
        return _issue("empty", path, "there is no text in it")
    return Source(
        id=document,
        place=str(path),
        digest=hashlib.sha256(data).hexdigest(),
        media_type=_by_content(media_type, text),
        text=text,
    )


def _decoded(data: bytes, path: Path) -> str | Issue:
    """The text of the bytes: UTF-8 unless a byte order mark says UTF-16 or UTF-32."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\x00" in data[:8192]:
        return _issue("binary", path, "it holds zero bytes: no text")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        return _issue(f"not-{encoding.removesuffix('-sig')}", path, f"byte {fault.start}, line {line}: {fault.reason}")


def _by_content(media_type: str, text: str) -> str:
    """The media type the text shows, where a plain suffix says less: a page saved as .txt."""
    if media_type == "text/plain" and _HTML_BEGIN.match(text):
        return "text/html"
    if media_type == "text/plain" and _is_wikitext(text):
        return "text/x-wiki"
    if media_type == "text/plain" and _is_markdown(text):
        return "text/markdown"
    return media_type


def _is_markdown(text: str) -> bool:
    return any(_holds(text, letters) and any(one.search(text) for one in signs) for letters, signs in _MARKDOWN_SIGNS)


def _holds(text: str, letters: str) -> bool:
    """Whether these letters stand in the text; leaps from first letter to first letter, where those are rare."""
    at = text.find(letters[0])
    while at >= 0 and not text.startswith(letters, at):
        at = text.find(letters[0], at + 1)
    return at >= 0


def _is_wikitext(text: str) -> bool:
    """Whether raw wikitext was saved as plain text: a table's opening line, references, templates and piped links."""
    head = text[:20_000]
    signs = [found.group() for found in _WIKI_SIGNS.finditer(head)]
    marked = sum(not sign.startswith("==") for sign in signs)
    noted = "<ref" in head or head.count("{{") >= _FEW_TEMPLATES
    return any(sign == "{|" for sign in signs) or marked * 400 > len(head) or noted


def _issue(code: str, path: Path, message: str) -> Issue:
    return Issue(code=code, severity=Severity.ERROR, place=str(path), message=message)
