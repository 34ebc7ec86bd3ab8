"""Whose text a document is: the state that its "we" and its ministers belong to."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.cues import load_cues
from comity.claims.discourse import Discourse
from comity.model.document import Document
from comity.packs.language import Home, LanguagePack, has_language, load_language
from comity.parties.index import NameHit

_ENOUGH = 2
_OWNED = 6


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


def host_of_page(title: str, topic: Sequence[str], hits: Sequence[NameHit], language: str) -> str:
    """Whose "our" a ministry's page on another state says: of its two parties the one that the title does not name.

    "Fiche pays : Indonésie" on a page about Indonesia and Tunisia is Tunisia's, "Cancillería de Panamá" Panama's own;
    "" where the title names both or neither, or somebody who speaks.
    """
    named = {hit.ids[0]: hit for hit in hits if hit.kind == "party" and hit.ids[0] in topic}
    if len(topic) != _ENOUGH or len(named) != 1 or not has_language(language):
        return ""
    one, hit = next(iter(named.items()))
    cues = load_cues(language).find_cues(title)
    if any(label.startswith(("post.", "office.")) for cue in cues for label in cue.classes):
        return ""
    own = any("noun.government" in cue.classes and 0 <= hit.start - cue.end <= _OWNED for cue in cues)
    return one if own else next(party for party in topic if party != one)


def _shown(text: str, pack: LanguagePack) -> Home | None:
    """The home of most marks, where they are two or more and no other has as many."""
    counts = sorted(((sum(mark in text for mark in one.marks), one) for one in pack.homes), key=lambda pair: -pair[0])
    if not counts or counts[0][0] < _ENOUGH or (len(counts) > 1 and counts[1][0] == counts[0][0]):
        return None
    return counts[0][1]
