"""Whose missions and envoys a text means that names no state: in a guide by one state to another, the first one's."""

from __future__ import annotations

from collections.abc import Collection

from comity.claims.context.discourse import Discourse
from comity.claims.context.theme import labels_in
from comity.model.document import Document

_TWO = 2
_HEAD = 240  # letters of a document's first lines


def is_guide(title: str, document: Document) -> bool:
    """Whether a title, or the line under it, says that a page is such a guide: "Guide to Recognition: Bulgaria"."""
    return "mark.heading_guide" in labels_in(f"{title}\n{document.source.text[:_HEAD]}", document.language.value)


def usual_ends(discourse: Discourse, pair: Collection[str]) -> tuple[str, ...]:
    """Whose mission in whom "the Legation" is: a guide's own, else of those told of far above the others; () if none.

    "On December 13, 1941, Bulgaria declared war; the Legation was closed" in an American guide to Bulgaria.
    """
    topic = discourse.topic.ids if discourse.topic is not None else ()
    named = [one for one in discourse.titled if one in topic]
    if discourse.guide and named and len(pair) == _TWO and named[-1] in pair:
        return (next(one for one in pair if one != named[-1]), named[-1])
    return discourse.posts.usual_ends(pair)
