"""What kind of source a document is, guessed from declared hints."""

from __future__ import annotations

from comity.facts.folding import split_words
from comity.model.document import Document
from comity.model.origin import UNKNOWN, SourceGuess
from comity.model.roles import Mission, Recognition, Roles, Visit, iter_parties
from comity.packs.sources import SourceRules


def find_source(document: Document, rules: SourceRules) -> SourceGuess:
    """The kind of source that the declared hints show for this document, ``unknown`` where none does.

    A document kept as ``mfa.gov.tr/relations.html`` is the ministry of TUR; ``haber`` in a file's name is news.
    """
    source = document.source
    place = " ".join((source.place, source.id, document.title.value if document.title else ""))
    text = source.text[: rules.reach] + " " + source.text[-rules.reach :]
    folded = {"place": _folded(place), "text": _folded(text)}
    for domain, party in rules.ministries.items():
        if _folded(domain) in folded["place"]:
            return SourceGuess(kind="ministry", party=party, how=domain)
    for hint in rules.hints:
        word = next((word for word in hint.words if _folded(word) in folded[hint.where]), None)
        if word is not None:
            return SourceGuess(kind=hint.kind, how=word)
    return UNKNOWN


def _folded(text: str) -> str:
    return " " + " ".join(split_words(text)) + " "


def kind_for(guess: SourceGuess, roles: Roles) -> str:
    """The kind of this source for these roles: a ministry is ``own-ministry`` for an act of its own state."""
    if guess.kind != "ministry" or guess.party is None:
        return guess.kind
    if guess.party not in tuple(iter_parties(roles)):
        return "ministry"
    actor = _actor(roles)
    return "own-ministry" if actor in (None, guess.party) else "partner-ministry"


def _actor(roles: Roles) -> str | None:
    if isinstance(roles, Mission):
        return roles.sender
    if isinstance(roles, Recognition):
        return roles.subject
    return roles.visitor if isinstance(roles, Visit) else None
