"""Every address of the data interface, once: what the application answers and what the description describes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from comity.model.fact import Standing
from comity.model.roles import TYPES
from comity.packs.interface import interface_languages
from comity.views.answers import Answer as RelationsAnswer
from comity.web import api
from comity.web.api import Answer
from comity.web.asking import MOST, Asked, Parameter

ROOT = "/api/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address: its path, name and purpose, what can be asked, who answers, which fields the answer has.

    ``paged`` answers are lists in pages: ``items`` and ``next``.
    """

    path: str
    name: str
    purpose: str
    answer: Callable[[Asked], Answer]
    fields: tuple[str, ...]
    parameters: tuple[Parameter, ...] = ()
    paged: bool = False

    def route(self) -> str:
        """Its path as Starlette reads it: a document's id may hold a slash."""
        return ROOT + self.path.replace("{document}", "{document:path}")

    def asked(self) -> tuple[Parameter, ...]:
        """All its parameters: its own, the language, and those of a list."""
        return (*self.parameters, LANGUAGE, *((LIMIT, NEXT) if self.paged else ()))


LANGUAGE = Parameter(
    name="language", purpose="The language of names and sentences.", choices=interface_languages(), kind="choice"
)
LIMIT = Parameter(name="limit", purpose=f"How many items at most: 1 to {MOST}.", kind="limit")
NEXT = Parameter(name="next", purpose="What an earlier answer gave as next, for the items after it.")
PARTY = Parameter(
    name="party", purpose="A party's id (KAZ), or its name in any language.", kind="party", path=True, required=True
)
ONE = Parameter(name="one", purpose="A party's id or name.", kind="party", path=True, required=True)
OTHER = Parameter(name="other", purpose="Another party's id or name.", kind="party", path=True, required=True)
OF_PARTY = Parameter(name="party", purpose="Only those of this party: its id or name.", kind="party")
WITH = Parameter(name="with", purpose="Only those that name this party too: its id or name.", kind="party")
OF_OTHER = Parameter(name="other", purpose="Only in and of this party: its id or name.", kind="party")
OF_DOCUMENT = Parameter(name="document", purpose="Only those of this document: its id.")
AS_OF = Parameter(name="as_of", purpose="A day, month or year (EDTF); today where none is given.", kind="date")
KNOWN = Parameter(
    name="as_known_on", purpose="What the register held at the end of that day (EDTF); now where none.", kind="date"
)
ON = Parameter(name="on", purpose="A day, month or year (EDTF); today where none is given.", kind="date")
ONLY = Parameter(
    name="only", purpose="Only this answer.", kind="choice", choices=tuple(one.value for one in RelationsAnswer)
)
TYPE = Parameter(name="type", purpose="Only facts of this type.", kind="choice", choices=tuple(TYPES))
STANDING = Parameter(
    name="standing", purpose="Only facts of this standing.", kind="choice", choices=tuple(one.value for one in Standing)
)
FACT = Parameter(name="fact", purpose="A fact's id, or the beginning of one.", path=True, required=True)
DOCUMENT = Parameter(name="document", purpose="A document's id.", path=True, required=True)
NAME = Parameter(name="name", purpose="A name in any language, or an id.", required=True)

ADDRESSES = (
    Address(
        path="/states",
        name="states",
        purpose="The parties that facts name, with how many facts and documents, those of most facts first.",
        answer=api.answer_states,
        fields=("party", "name", "kind", "facts", "documents"),
        paged=True,
    ),
    Address(
        path="/states/{party}",
        name="state",
        purpose="The overview of a party: its own layers in lines, its partners with the number of facts.",
        answer=api.answer_state,
        fields=("party", "name", "official_name", "spans", "facts", "rows", "settled", "sections", "partners"),
        parameters=(PARTY, KNOWN),
    ),
    Address(
        path="/pairs/{one}/{other}",
        name="pair",
        purpose="The dossier of two parties, in sections; each line has its date, standing, documents and facts.",
        answer=api.answer_pair,
        fields=("parties", "names", "sections"),
        parameters=(ONE, OTHER, KNOWN),
    ),
    Address(
        path="/sides/{one}/{other}",
        name="sides",
        purpose="What two states' own documents say of each other: where they differ, and what one alone tells.",
        answer=api.answer_sides,
        fields=("parties", "documents", "alike", "differ", "alone", "trade"),
        parameters=(ONE, OTHER),
    ),
    Address(
        path="/relations/{party}",
        name="relations",
        purpose="With whom a party had relations on a day: yes, no, or not recorded, which is not no.",
        answer=api.answer_relations,
        fields=("party", "name", "date", "rows_without_party", "reach", "answers"),
        parameters=(PARTY, AS_OF, KNOWN, ONLY),
    ),
    Address(
        path="/representation/{party}",
        name="representation",
        purpose="At which level the party was represented in others on a day, they in it, and the posts.",
        answer=api.answer_representation,
        fields=("party", "date", "representation"),
        parameters=(PARTY, AS_OF, OF_OTHER),
    ),
    Address(
        path="/facts",
        name="facts",
        purpose="Facts as lines, by type and day.",
        answer=api.answer_facts,
        fields=(
            "facts",
            "type",
            "text",
            "date",
            "standing",
            "documents",
            "reason",
            "group",
            "note",
            "others",
            "confidence",
        ),
        parameters=(OF_PARTY, WITH, TYPE, STANDING, OF_DOCUMENT, KNOWN),
        paged=True,
    ),
    Address(
        path="/facts/{fact}",
        name="fact",
        purpose="Why a fact stands: its values with rank, rule and reason, their quotes, what speaks against it.",
        answer=api.answer_fact,
        fields=(
            "fact",
            "text",
            "date",
            "standing",
            "confidence",
            "modality",
            "parties",
            "readings",
            "inference",
            "rests_on",
            "against",
            "judgements",
        ),
        parameters=(FACT, KNOWN),
    ),
    Address(
        path="/documents",
        name="documents",
        purpose="The documents as they describe themselves, without their text, by id.",
        answer=api.answer_documents,
        fields=("document", "title", "language", "date", "media_type", "characters", "topic"),
        paged=True,
    ),
    Address(
        path="/documents/{document}",
        name="document",
        purpose="A document with its text and its notes: each stretch that says something, with its claims and facts.",
        answer=api.answer_document,
        fields=("document", "title", "language", "date", "media_type", "characters", "topic", "text", "notes"),
        parameters=(DOCUMENT,),
    ),
    Address(
        path="/conflicts",
        name="conflicts",
        purpose="Facts on which documents disagree, each with its sides, the preferred one first.",
        answer=api.answer_conflicts,
        fields=("fact", "type", "text", "kind", "sides"),
        paged=True,
    ),
    Address(
        path="/rows",
        name="rows",
        purpose="Rows of tables whose party is missing: settled with the reason, or open with ranked candidates.",
        answer=api.answer_rows,
        fields=("claim", "document", "table", "row", "known", "date", "quote", "state", "settled", "candidates"),
        parameters=(OF_PARTY,),
        paged=True,
    ),
    Address(
        path="/issues",
        name="issues",
        purpose="What could not be read, was left out, or cannot be.",
        answer=api.answer_issues,
        fields=("code", "severity", "place", "start", "end", "message"),
        parameters=(OF_DOCUMENT,),
        paged=True,
    ),
    Address(
        path="/parties",
        name="parties",
        purpose="The parties that could have relations on a day, under the names of then.",
        answer=api.answer_parties,
        fields=("id", "name", "kind", "phase", "date", "status"),
        parameters=(ON,),
        paged=True,
    ),
    Address(
        path="/parties/{party}",
        name="party",
        purpose="One party itself: names, codes, phases, capitals, what came before and after it.",
        answer=api.answer_party,
        fields=("id", "kind", "name", "official_name", "names", "phases", "codes", "capitals", "before", "after"),
        parameters=(PARTY,),
    ),
    Address(
        path="/who",
        name="who",
        purpose="The parties that a name may mean, best first, each with its score and reasons.",
        answer=api.answer_who,
        fields=("name", "on", "candidates"),
        parameters=(NAME, ON),
    ),
)
