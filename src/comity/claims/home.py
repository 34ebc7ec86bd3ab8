"""Whose text a document is: the state that its "we" and its ministers belong to."""

from __future__ import annotations

from comity.claims.discourse import Discourse
from comity.model.document import Document
from comity.packs.language import Home, LanguagePack, has_language, load_language

_ENOUGH = 2


def at_home(document: Document) -> Discourse:
    """The discourse a document begins with, at home in the state of its language, or of which its own words speak.

    A Chinese text with 我國 and 友邦 is Taiwan's, one with 中方 and 我国 is China's; with neither it has no home.
    """
    language = document.language.value
    pack = load_language(language) if has_language(language) else None
    shown = _shown(document.source.text, pack) if pack is not None else None
    if shown is None:
        return Discourse(document=document, home=pack.home if pack is not None else "")
    return Discourse(document=document, home=shown.party, home_shown=True, home_letters=shown.letters)


def _shown(text: str, pack: LanguagePack) -> Home | None:
    """The home of most marks, where they are two or more and no other has as many."""
    counts = sorted(((sum(mark in text for mark in one.marks), one) for one in pack.homes), key=lambda pair: -pair[0])
    if not counts or counts[0][0] < _ENOUGH or (len(counts) > 1 and counts[1][0] == counts[0][0]):
        return None
    return counts[0][1]
