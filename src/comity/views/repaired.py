"""Repaired tables → text in the form of their document: Markdown, HTML, wikitext, a plain list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from comity.model.passage import Heading
from comity.views.repair import RepairedTable


def render_repaired(tables: Iterable[RepairedTable], media_type: str) -> Iterator[str]:
    """The lines of the tables, each under its headings, in the form of a document of this media type.

    Plain text and grids become Markdown's tables of bars, which any reader of text reads.
    """
    write = {"text/html": _html, "text/x-wiki": _wiki}.get(media_type, _markdown)
    above: tuple[Heading, ...] = ()
    for table in tables:
        yield from write(table, _fresh(table.headings, above))
        yield ""
        above = table.headings


def _fresh(headings: Sequence[Heading], above: Sequence[Heading]) -> list[tuple[int, str]]:
    """The headings that did not stand over the table before, with their levels."""
    return [(one.level, one.text) for one in headings if one not in above]


def _markdown(table: RepairedTable, headings: Iterable[tuple[int, str]]) -> Iterator[str]:
    for level, text in headings:
        yield f"{'#' * level} {text}"
        yield ""
    if not table.heads:
        yield from (f"- {' – '.join(filter(None, row.cells))}" for row in table.rows)
        return
    yield _bars(table.heads)
    yield "|" + "---|" * len(table.heads)
    for row in table.rows:
        yield _bars(row.cells)


def _bars(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _html(table: RepairedTable, headings: Iterable[tuple[int, str]]) -> Iterator[str]:
    for level, text in headings:
        yield f"<h{min(level, 6)}>{escape(text)}</h{min(level, 6)}>"
    if not table.heads:
        yield "<ul>"
        yield from (f"<li>{escape(' – '.join(filter(None, row.cells)))}</li>" for row in table.rows)
        yield "</ul>"
        return
    yield "<table>"
    yield _cells(table.heads, "th", "")
    for row in table.rows:
        yield _cells(row.cells, "td", row.restored.state if row.restored else "")
    yield "</table>"


def _cells(cells: Sequence[str], tag: str, state: str) -> str:
    mark = f' class="{state}"' if state else ""
    return f"<tr{mark}>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _wiki(table: RepairedTable, headings: Iterable[tuple[int, str]]) -> Iterator[str]:
    for level, text in headings:
        yield f"{'=' * level} {text} {'=' * level}"
    if not table.heads:
        yield from (f"* {' – '.join(filter(None, row.cells))}" for row in table.rows)
        return
    yield '{| class="wikitable"'
    yield "! " + " !! ".join(table.heads)
    for row in table.rows:
        yield "|-"
        yield "| " + " || ".join(cell.replace("|", "{{!}}") for cell in row.cells)
    yield "|}"
