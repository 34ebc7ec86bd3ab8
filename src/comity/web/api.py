"""What is asked as data → the records of the views as JSON objects; lists come in pages with a ``next``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from comity.errors import NotRecorded
from comity.model.fact import Standing
from comity.model.roles import JSON
from comity.model.when import When
from comity.views.answers import relations_as_of
from comity.views.conflicts import iter_conflicts
from comity.views.contents import iter_held_documents, list_held
from comity.views.document import read_marked
from comity.views.dossier import show_pair
from comity.views.issues import issue_json
from comity.views.lines import make_line
from comity.views.overview import show_party
from comity.views.parties import find_card, find_who, list_parties
from comity.views.representation import representation_as_of
from comity.views.rows import iter_rows
from comity.views.sides import compare_sides
from comity.views.why import explain_fact
from comity.web.asking import Asked, Said
from comity.web.refusals import not_found, not_understood

Answer = dict[str, JSON]


def today() -> When:
    """The day it is, where no other is asked for."""
    return When.parse(datetime.now(UTC).date().isoformat())


def paged(asked: Asked, items: Iterable[Said]) -> Answer:
    """The items of the page that is asked for, and ``next``: null on the last one."""
    found, following = asked.cut(items)
    return {"items": [item.to_json() for item in found], "next": following}


def answer_states(asked: Asked) -> Answer:
    """The parties that facts name, those of most facts first."""
    return paged(asked, list_held(asked.register, asked.speech))


def answer_state(asked: Asked) -> Answer:
    """The overview of a party."""
    return show_party(asked.register, asked.party("party"), asked.speech).to_json()


def answer_pair(asked: Asked) -> Answer:
    """The dossier of two parties."""
    one, other = asked.party("one"), asked.party("other")
    if one == other:
        raise not_understood("pair", "A pair is of two different parties.")
    return show_pair(asked.register, one, other, asked.speech).to_json()


def answer_relations(asked: Asked) -> Answer:
    """A party's relations as of a day."""
    date = asked.date("as_of") or today()
    found = relations_as_of(asked.register, asked.party("party"), date, asked.speech).to_json()
    only, answers = asked.text("only"), found["answers"]
    if only and isinstance(answers, list):
        found["answers"] = [one for one in answers if isinstance(one, dict) and one["answer"] == only]
    return found


def answer_representation(asked: Asked) -> Answer:
    """The levels at which a party was represented in others on a day, and they in it."""
    date, party = asked.date("as_of") or today(), asked.party("party")
    other = asked.party("other") if asked.text("other") else None
    found = representation_as_of(asked.register, party, date, asked.speech, other)
    return {"party": party, "date": str(date), "representation": [one.to_json() for one in found]}


def answer_sides(asked: Asked) -> Answer:
    """What two states' own documents say of each other, compared."""
    one, other = asked.party("one"), asked.party("other")
    if one == other:
        raise not_understood("pair", "A pair is of two different parties.")
    return compare_sides(asked.register, one, other, asked.speech).to_json()


def answer_facts(asked: Asked) -> Answer:
    """The facts that name these parties, of this type, standing and document, each as a line."""
    standing = asked.text("standing")
    facts = asked.register.iter_facts(
        parties=tuple(asked.party(name) for name in ("party", "with") if asked.text(name)),
        type=asked.text("type") or None,
        standing=Standing(standing) if standing else None,
        document=asked.text("document") or None,
    )
    return paged(asked, (make_line(fact, asked.speech) for fact in facts))


def answer_fact(asked: Asked) -> Answer:
    """Why a fact stands."""
    try:
        return explain_fact(asked.register, asked.text("fact"), asked.speech).to_json()
    except NotRecorded:
        raise not_found("fact", "The register holds no fact of this id, or several that begin so.") from None


def answer_documents(asked: Asked) -> Answer:
    """The documents without their text, by id."""
    return paged(asked, iter_held_documents(asked.register, asked.speech))


def answer_document(asked: Asked) -> Answer:
    """A document with its text and what is marked in it."""
    try:
        return read_marked(asked.register, asked.text("document"), asked.speech).to_json()
    except NotRecorded:
        raise not_found(
            "document", "The register holds no document of this id; /api/v1/documents lists them."
        ) from None


def answer_conflicts(asked: Asked) -> Answer:
    """The facts on which documents disagree."""
    return paged(asked, iter_conflicts(asked.register, asked.speech))


def answer_rows(asked: Asked) -> Answer:
    """The rows whose party is missing."""
    known = asked.party("party") if asked.text("party") else None
    return paged(asked, iter_rows(asked.register, asked.speech, known=known))


def answer_issues(asked: Asked) -> Answer:
    """The work list, one issue an item."""
    found, following = asked.cut(asked.register.iter_issues(place=asked.text("document") or None))
    return {"items": [issue_json(issue) for issue in found], "next": following}


def answer_parties(asked: Asked) -> Answer:
    """The parties that could have relations on a day."""
    listed = list_parties(asked.date("on") or today(), asked.speech.language)
    return {"on": str(listed.on), **paged(asked, listed.parties)}


def answer_party(asked: Asked) -> Answer:
    """One party: names, codes, phases, what came before and after it."""
    return find_card(asked.party("party")).to_json()


def answer_who(asked: Asked) -> Answer:
    """The parties that a name may mean; none where nobody answers to it."""
    found: Mapping[str, JSON] = find_who(asked.text("name"), when=asked.date("on")).to_json()
    return dict(found)
