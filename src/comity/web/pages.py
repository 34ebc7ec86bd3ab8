"""What is asked as a page → the template that shows it and what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from comity.errors import NotRecorded
from comity.parties.registry import Registry
from comity.views.answers import Answer, relations_as_of
from comity.views.conflicts import iter_conflicts
from comity.views.contents import find_documents, iter_held_documents, list_held
from comity.views.document import read_marked
from comity.views.dossier import SECTION_OF, show_pair
from comity.views.issues import work_list
from comity.views.lines import AGREEING, Section
from comity.views.overview import show_party
from comity.views.parties import PartyCard, find_card, list_parties
from comity.views.representation import representation_as_of
from comity.views.represented import show_level
from comity.views.rows import iter_rows
from comity.views.search import find_asked
from comity.views.sides import compare_sides
from comity.views.why import explain_fact
from comity.web.api import today
from comity.web.asking import Asked, Parameter
from comity.web.refusals import not_found, not_understood
from comity.web.routes import AS_OF, DOCUMENT, FACT, LANGUAGE, NEXT, OF_DOCUMENT, OF_PARTY, ON, ONE, OTHER, PARTY, ROOT

CANDIDATES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a template shows; ``data`` is the address of the same as JSON, ``go`` where else the reader is sent."""

    template: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    data: tuple[str, ...] = ()
    go: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAddress:
    """One page: its path, what can be asked, and who answers."""

    path: str
    answer: Callable[[Asked], Page]
    parameters: tuple[Parameter, ...] = ()

    def asked(self) -> tuple[Parameter, ...]:
        """All its parameters: its own, and the language."""
        return (*self.parameters, LANGUAGE)


def show_start(asked: Asked) -> Page:
    """What the register holds, and the states to begin with."""
    held = list_held(asked.register, asked.speech)
    states = [one for one in held if one.kind and one.kind != "organization"]
    documents, _ = asked.cut(iter_held_documents(asked.register, asked.speech))
    return Page(
        template="start.html",
        values={
            "counts": asked.register.counts(),
            "states": states,
            "examples": _examples([one.party for one in states[:3]], asked.speech.registry),
            "others": [one for one in held if not one.kind or one.kind == "organization"],
            "documents": documents,
        },
        data=("states",),
    )


def _examples(states: Sequence[str], registry: Registry) -> list[tuple[str, tuple[str, ...]]]:
    """Searches that find something here, as somebody may type them: a state, and a pair, each in another language."""
    found: list[tuple[str, tuple[str, ...]]] = [(registry.name(party, "zh"), ("state", party)) for party in states[:1]]
    if len(states) > 1:
        one, other = states[1], states[0]
        found.append((f"{registry.name(one, 'tr')} – {registry.name(other, 'ru')}", ("pair", one, other)))
    return found


def show_search(asked: Asked) -> Page:
    """The page of the state or pair that was typed, or the choice where it is not clear."""
    text = asked.text("q")
    found = find_asked(text)
    if len(found.parties) == 1:
        return Page(go=("state", found.parties[0]))
    if len(found.parties) == 2:
        return Page(go=("pair", *found.parties))
    names = {one: asked.speech.name(one) for one in (*(each.party for each in found.candidates), *found.near)}
    return Page(template="search.html", values={"found": found, "names": names, "q": text})


def show_state(asked: Asked) -> Page:
    """A state: what it is, its relations as of a day, what is recorded of it, its partners."""
    party = asked.party("party")
    if party != asked.text("party"):
        return Page(go=("state", party))
    date = asked.date("as_of") or today()
    overview = show_party(asked.register, party, asked.speech)
    card = find_card(party)
    answers = None if card.party.kind == "organization" else relations_as_of(asked.register, party, date, asked.speech)
    sides = {kind: [one for one in answers.answers if one.answer is kind] for kind in Answer} if answers else {}
    return Page(
        template="state.html",
        values={
            "overview": overview,
            "card": card,
            "codes": _codes(card),
            "answers": answers,
            "date": str(date),
            "sides": sides,
            "yes": sides.get(Answer.YES, []),
            "no": sides.get(Answer.NO, []),
            "unknown": sides.get(Answer.NOT_RECORDED, []),
            "documents": _documents(asked, overview.sections),
        },
        data=("states", party),
    )


def _codes(card: PartyCard) -> list[tuple[str, str]]:
    """The codes by scheme, each said once."""
    shown = sorted((one.scheme, one.code) for one in card.codes)
    return [
        (scheme, ", ".join(dict.fromkeys(code for _, code in of))) for scheme, of in groupby(shown, lambda one: one[0])
    ]


def _documents(asked: Asked, sections: tuple[Section, ...]) -> Mapping[str, object]:
    names = (name for section in sections for line in section.lines for name in line.documents)
    return find_documents(asked.register, names, asked.speech)


def show_dossier(asked: Asked) -> Page:
    """The dossier of two parties."""
    one, other = asked.party("one"), asked.party("other")
    if one == other:
        raise not_understood("same", "A pair is of two different parties.")
    if (one, other) != (asked.text("one"), asked.text("other")):
        return Page(go=("pair", one, other))
    dossier = show_pair(asked.register, one, other, asked.speech)
    date = today()
    levels = representation_as_of(asked.register, one, date, asked.speech, other)
    values = {
        "dossier": dossier,
        "documents": _documents(asked, dossier.sections),
        "levels": [show_level(each, asked.speech, date) for each in levels],
        "sides": compare_sides(asked.register, one, other, asked.speech),
        "date": str(date),
    }
    return Page(template="pair.html", values=values, data=("pairs", one, other))


def show_fact(asked: Asked) -> Page:
    """Why a fact stands, with the quotes it rests on."""
    try:
        why = explain_fact(asked.register, asked.text("fact"), asked.speech)
    except NotRecorded:
        raise not_found("fact", "The register holds no such fact.") from None
    names = (quote.document for reading in why.readings for quote in reading.quotes)
    values = {
        "why": why,
        "confidence": why.confidence.say(asked.speech) if why.confidence else "",
        "documents": find_documents(asked.register, names, asked.speech),
        "kind": SECTION_OF.get(why.type, why.type),
        "agreeing": AGREEING,
    }
    return Page(template="fact.html", values=values, data=("facts", why.fact))


def show_document(asked: Asked) -> Page:
    """A document's text with what it says marked in it."""
    try:
        read = read_marked(
            asked.register,
            asked.text("document"),
            asked.speech,
            fact=asked.text("fact"),
            claim=asked.text("claim"),
            at=_stretch(asked.text("at")),
        )
    except NotRecorded:
        raise not_found("document", "The register holds no such document.") from None
    numbers = {note.number: note for note in read.notes}
    values = {"read": read, "notes": numbers, "plain": read.about.media_type == "text/plain"}
    return Page(template="document.html", values=values, data=("documents", read.about.document))


def _stretch(text: str) -> tuple[int, int] | None:
    """The two places of ``"12-40"``; nothing where it is not such a text."""
    found = re.fullmatch(r"([0-9]{1,9})-([0-9]{1,9})", text)
    return (int(found[1]), int(found[2])) if found else None


def list_documents(asked: Asked) -> Page:
    """The documents as they describe themselves."""
    found, following = asked.cut(iter_held_documents(asked.register, asked.speech))
    return Page(template="documents.html", values={"documents": found, "next": following}, data=("documents",))


def list_conflicts(asked: Asked) -> Page:
    """Where documents disagree."""
    found, following = asked.cut(iter_conflicts(asked.register, asked.speech))
    names = (name for one in found for side in one.sides for name in side.documents)
    documents = find_documents(asked.register, names, asked.speech)
    values = {"conflicts": found, "next": following, "documents": documents}
    return Page(template="conflicts.html", values=values, data=("conflicts",))


def list_rows(asked: Asked) -> Page:
    """The rows whose party is missing."""
    known = asked.party("party") if asked.text("party") else None
    found, following = asked.cut(iter_rows(asked.register, asked.speech, known=known))
    values = {
        "rows": [(row, list(zip(row.candidates, row.names, strict=True))) for row in found],
        "documents": find_documents(asked.register, (row.document for row in found), asked.speech),
        "known": known,
        "known_name": asked.speech.name(known),
        "names": {row.known: asked.speech.name(row.known) for row in found},
        "shown": CANDIDATES,
        "next": following,
    }
    return Page(template="rows.html", values=values, data=("rows",))


def list_issues(asked: Asked) -> Page:
    """What could not be read, as a work list."""
    place = asked.text("document")
    items = work_list(asked.register, place=place or None)
    places = find_documents(asked.register, (issue.place for item in items for issue in item.issues), asked.speech)
    return Page(template="issues.html", values={"items": items, "documents": places, "of": place}, data=("issues",))


def list_all_parties(asked: Asked) -> Page:
    """Who could have relations on a day."""
    listed = list_parties(asked.date("on") or today(), asked.speech.language)
    held = {one.party: one.facts for one in list_held(asked.register, asked.speech)}
    return Page(template="parties.html", values={"listed": listed, "held": held}, data=("parties",))


QUERY = Parameter(name="q", purpose="A state, or two, in any language.")
OF_FACT = Parameter(name="fact", purpose="The fact whose quotes are chosen.")
AT = Parameter(name="at", purpose="The place that is shown: two numbers of characters, 12-40.")
OF_CLAIM = Parameter(name="claim", purpose="The claim whose quote is chosen.")

PAGES = (
    PageAddress(path="/", answer=show_start),
    PageAddress(path="/search", answer=show_search, parameters=(QUERY,)),
    PageAddress(path="/state/{party}", answer=show_state, parameters=(PARTY, AS_OF)),
    PageAddress(path="/pair/{one}/{other}", answer=show_dossier, parameters=(ONE, OTHER)),
    PageAddress(path="/fact/{fact}", answer=show_fact, parameters=(FACT,)),
    PageAddress(path="/documents", answer=list_documents, parameters=(NEXT,)),
    PageAddress(path="/document/{document:path}", answer=show_document, parameters=(DOCUMENT, OF_FACT, OF_CLAIM, AT)),
    PageAddress(path="/conflicts", answer=list_conflicts, parameters=(NEXT,)),
    PageAddress(path="/rows", answer=list_rows, parameters=(OF_PARTY, NEXT)),
    PageAddress(path="/issues", answer=list_issues, parameters=(OF_DOCUMENT,)),
    PageAddress(path="/parties", answer=list_all_parties, parameters=(ON,)),
)

DATA_ROOT = tuple(ROOT.strip("/").split("/"))
