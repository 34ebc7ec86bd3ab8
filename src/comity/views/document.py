"""A document as it is read: its text in runs, every stretch that says something marked, with its claims and facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.model.claim import Claim, to_json
from comity.model.fact import Fact
from comity.model.roles import JSON
from comity.views.contents import HeldDocument, describe_document
from comity.views.reads import Reads
from comity.views.sentences import NOT_DONE, Speech, say_roles


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidClaim:
    """A claim of a document: what it says in words, its date, the fact it speaks for, and the claim itself."""

    claim: str
    text: str
    date: str | None
    facts: tuple[str, ...]
    standing: str
    record: Claim

    def to_json(self) -> dict[str, JSON]:
        """The claim as the contract writes it, with its id, its words and its facts."""
        return {
            "id": self.claim,
            "text": self.text,
            "facts": list(self.facts),
            "standing": self.standing or None,
            "claim": to_json(self.record),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A marked stretch (the evidence of one claim or several) and what is said there; ``number`` counts from 1."""

    number: int
    start: int
    end: int
    quote: str
    claims: tuple[SaidClaim, ...]
    chosen: bool = False

    def to_json(self) -> dict[str, JSON]:
        """The stretch with its claims."""
        return {
            "number": self.number,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "claims": [claim.to_json() for claim in self.claims],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of the text over which the same notes lie (none, one or several that overlap).

    ``begins`` and ``ends`` are the notes that begin at its first and end at its last character.
    """

    text: str
    notes: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    chosen: bool = False
    first_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with its text and what is marked in it; the runs put together are the text, to the letter."""

    about: HeldDocument
    text: str
    notes: tuple[Note, ...]
    runs: tuple[Run, ...]

    def to_json(self) -> dict[str, JSON]:
        """The document with its text and its notes."""
        return {**self.about.to_json(), "text": self.text, "notes": [note.to_json() for note in self.notes]}


def read_marked(
    register: Reads,
    document_id: str,
    speech: Speech,
    *,
    fact: str = "",
    claim: str = "",
    at: tuple[int, int] | None = None,
) -> ReadDocument:
    """The document with the quotes of its claims marked, as chosen those of this fact or claim, or the stretch ``at``.

    `NotRecorded` where there is no document of this id; a fact or claim that is not of this document chooses nothing.
    """
    document = register.get_document(document_id)
    claims = [one for one in register.iter_claims(document=document_id) if one.evidence.holds_in(document.source.text)]
    facts = _facts_of(register.iter_facts(document=document_id))
    chosen = {one for one, found in facts.items() if fact and any(each.id.startswith(fact) for each in found)} | {claim}
    notes = _notes(claims, facts, chosen, speech)
    return ReadDocument(
        about=describe_document(document, speech),
        text=document.source.text,
        notes=notes,
        runs=tuple(cut_runs(document.source.text, (*notes, *_place(document.source.text, at)))),
    )


def _place(text: str, at: tuple[int, int] | None) -> tuple[Note, ...]:
    """A stretch that is only shown, as a note without claims and number; none where it lies outside the text."""
    if at is None or not 0 <= at[0] < at[1] <= len(text):
        return ()
    return (Note(number=0, start=at[0], end=at[1], quote=text[at[0] : at[1]], claims=(), chosen=True),)


def _facts_of(facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    """The facts by the claims behind them."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for claim in fact.claims():
            found[claim].append(fact)
    return found


def _notes(
    claims: Iterable[Claim], facts: Mapping[str, list[Fact]], chosen: Collection[str], speech: Speech
) -> tuple[Note, ...]:
    """The claims by the stretch that says them, in order of place, of two that begin together the longer first."""
    places: defaultdict[tuple[int, int], list[SaidClaim]] = defaultdict(list)
    for claim in claims:
        said = _said(claim, facts.get(claim.id, []), speech)
        places[(claim.evidence.start, -claim.evidence.end)].append(said)
    return tuple(
        Note(
            number=number,
            start=place[0],
            end=-place[1],
            quote=places[place][0].record.evidence.quote,
            claims=tuple(places[place]),
            chosen=any(one.claim in chosen for one in places[place]),
        )
        for number, place in enumerate(sorted(places), 1)
    )


def _said(claim: Claim, facts: Sequence[Fact], speech: Speech) -> SaidClaim:
    sentence = say_roles(claim.roles, speech, claim.when, done=claim.modality not in NOT_DONE)
    text = speech.words.fill("modality", claim.modality, sentence=sentence)
    return SaidClaim(
        claim=claim.id,
        text=text[:1].upper() + text[1:],
        date=None if claim.when is None else str(claim.when),
        facts=tuple(fact.id for fact in facts),
        standing=facts[0].standing.value if facts else "",
        record=claim,
    )


def cut_runs(text: str, notes: Sequence[Note]) -> Iterator[Run]:
    """The text in pieces, cut wherever a note begins or ends; nothing is lost, nothing said twice."""
    begins, ends = defaultdict(list), defaultdict(list)
    for note in notes:
        begins[note.start].append(note)
        ends[note.end].append(note)
    cuts = sorted({0, len(text), *begins, *ends})
    open_notes: dict[int, Note] = {}
    seen_chosen = False
    for start, end in pairwise(cuts):
        open_notes = {number: note for number, note in open_notes.items() if note.end > start}
        open_notes |= {note.number: note for note in begins[start]}
        chosen = any(note.chosen for note in open_notes.values())
        yield Run(
            text=text[start:end],
            notes=tuple(open_notes),
            begins=tuple(note.number for note in begins[start]),
            ends=tuple(note.number for note in ends[end]),
            chosen=chosen,
            first_chosen=chosen and not seen_chosen,
        )
        seen_chosen = seen_chosen or chosen
