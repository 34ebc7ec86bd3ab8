"""What a register holds, at a glance: the states with their facts and documents, the documents, how much of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from comity.errors import NotRecorded
from comity.model.document import BY_FILE_NAME, Document
from comity.model.roles import JSON
from comity.views.reads import Reads
from comity.views.sentences import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldParty:
    """A party that facts name: how many facts, and how many documents name it. ``kind`` tells states from others."""

    party: str
    name: str
    kind: str
    facts: int
    documents: int

    def to_json(self) -> dict[str, JSON]:
        """The party as one flat object."""
        return {
            "party": self.party,
            "name": self.name,
            "kind": self.kind,
            "facts": self.facts,
            "documents": self.documents,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """A document without its text: what it tells of itself, each with how that was found, and whom it is about."""

    document: str
    title: str
    title_how: str
    language: str
    language_how: str
    date: str | None
    date_how: str
    media_type: str
    characters: int
    topic: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, JSON]:
        """The document as one flat object."""
        return {
            "document": self.document,
            "title": self.title,
            "title_how": self.title_how,
            "language": self.language,
            "language_how": self.language_how,
            "date": self.date,
            "date_how": self.date_how,
            "media_type": self.media_type,
            "characters": self.characters,
            "topic": [{"party": party, "name": name} for party, name in self.topic],
        }


def list_held(register: Reads, speech: Speech) -> tuple[HeldParty, ...]:
    """The parties that facts name, those of most facts first."""
    facts, documents = register.parties(), register.party_documents()
    held = (
        HeldParty(
            party=party,
            name=speech.name(party),
            kind=speech.registry.get(party).kind if party in speech.registry else "",
            facts=number,
            documents=documents.get(party, 0),
        )
        for party, number in facts.items()
    )
    return tuple(sorted(held, key=lambda one: (-one.facts, one.name, one.party)))


def iter_held_documents(register: Reads, speech: Speech) -> Iterator[HeldDocument]:
    """The documents, by id."""
    return (describe_document(document, speech) for document in register.iter_documents())


def describe_document(document: Document, speech: Speech) -> HeldDocument:
    """The document without its text; one without a title is called by its id."""
    title, date, topic = document.title, document.date, document.topic
    return HeldDocument(
        document=document.id,
        title=title.value if title and title.how != BY_FILE_NAME and title.value.strip() else document.id,
        title_how=title.how if title else "",
        language=document.language.value,
        language_how=document.language.how,
        date=str(date.value) if date else None,
        date_how=date.how if date else "",
        media_type=document.source.media_type,
        characters=len(document.source.text),
        topic=tuple((party, speech.name(party)) for party in (topic.value if topic else ())),
    )


def find_documents(register: Reads, ids: Iterable[str], speech: Speech) -> Mapping[str, HeldDocument]:
    """The documents of these ids, by id; those that are not there are left out."""
    found = {}
    for name in dict.fromkeys(ids):
        try:
            found[name] = describe_document(register.get_document(name), speech)
        except NotRecorded:
            continue
    return found
