"""Why a fact stands as it does: the claims behind it with their quotes, the reasons, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from comity.errors import NotRecorded
from comity.model.claim import Claim
from comity.model.document import BY_FILE_NAME, Document
from comity.model.fact import Fact, MissingRow, Reading, Standing
from comity.model.roles import JSON, iter_parties
from comity.model.selector import Selector
from comity.packs.confidence import load_shares
from comity.views.judgements import Judged, list_judgements
from comity.views.lines import AGREEING
from comity.views.reads import Reads
from comity.views.sentences import Speech, say_fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A claim as its document says it: the very characters, their place, and what is needed to read them."""

    claim: str
    document: str
    title: str | None
    start: int
    end: int
    quote: str
    context: tuple[str, ...]
    modality: str
    attributed_to: str | None
    place: str | None
    settled: str | None
    language: str = ""

    def to_json(self) -> dict[str, JSON]:
        """The quote as one flat object; ``settled`` says why a row without a party is taken for this one."""
        return {
            "claim": self.claim,
            "document": self.document,
            "title": self.title,
            "language": self.language or None,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "context": list(self.context),
            "modality": self.modality,
            "attributed_to": self.attributed_to,
            "place": self.place,
            "settled": self.settled,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyReading:
    """One value with its rank, the rule and reason, and the quotes that give it."""

    date: str | None
    text: str
    rank: str
    rule: str
    reason: str
    quotes: tuple[Quote, ...]
    reason_language: str = "en"

    def to_json(self) -> dict[str, JSON]:
        """The value with its quotes."""
        return {
            "date": self.date,
            "text": self.text,
            "rank": self.rank,
            "rule": self.rule,
            "reason": self.reason,
            "reason_language": self.reason_language,
            "quotes": [quote.to_json() for quote in self.quotes],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How often labelled facts of a kind were right: the share, and the counts of the narrowest kind measured."""

    share: float
    kind: str
    right: int
    of: int

    def to_json(self) -> dict[str, JSON]:
        """The share with its counts."""
        return {"share": self.share, "kind": self.kind, "right": self.right, "of": self.of}

    def say(self, speech: Speech) -> str:
        """The share and its counts in words."""
        share = f"{self.share:.0%}"
        return speech.words.fill("pages", "confidence", share=share, right=str(self.right), of=str(self.of))


def _confidence(fact: Fact) -> Confidence | None:
    if fact.confidence is None:
        return None
    kind, counted = load_shares().narrowest(fact.kind)
    return Confidence(share=fact.confidence, kind=kind, right=counted.right, of=counted.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A fact explained. ``rests_on`` are the facts of a conclusion in words; ``against`` what speaks against it.

    ``judgements`` say whose decisions it rests on: verdict, who, when, why, and about what.
    """

    fact: str
    text: str
    date: str | None
    standing: str
    modality: str
    readings: tuple[WhyReading, ...]
    inference: str | None
    rests_on: tuple[tuple[str, str], ...]
    against: tuple[str, ...]
    parties: tuple[tuple[str, str], ...] = ()
    type: str = ""
    judgements: tuple[Judged, ...] = ()
    confidence: Confidence | None = None
    inference_language: str = "en"

    def to_json(self) -> dict[str, JSON]:
        """The explanation with its readings and quotes."""
        return {
            "fact": self.fact,
            "type": self.type,
            "text": self.text,
            "date": self.date,
            "standing": self.standing,
            "confidence": None if self.confidence is None else self.confidence.to_json(),
            "modality": self.modality,
            "parties": [{"party": party, "name": name} for party, name in self.parties],
            "readings": [reading.to_json() for reading in self.readings],
            "inference": self.inference,
            "rests_on": [{"fact": name, "text": text} for name, text in self.rests_on],
            "against": list(self.against),
            "judgements": [one.to_json() for one in self.judgements],
        }


def explain_fact(register: Reads, fact_id: str, speech: Speech) -> Why:
    """Why this fact stands; `NotRecorded` where there is none of this id (or of this beginning of one)."""
    fact = register.get_fact(fact_id)
    behind = _behind(register, fact)
    concluded = (fact.inference.rule, fact.inference.reason) if fact.inference else ("", "")
    inference, language = speech.reason(*concluded)
    return Why(
        fact=fact.id,
        text=say_fact(fact, speech),
        date=None if fact.when is None else str(fact.when),
        standing=fact.standing.value,
        modality=fact.modality,
        readings=tuple(_reading(fact, one, behind, speech) for one in fact.readings),
        inference=inference if fact.inference else None,
        inference_language=language,
        rests_on=_rests_on(register, fact, speech),
        against=tuple(_against(register, fact, speech)),
        parties=tuple((party, speech.name(party)) for party in sorted(set(iter_parties(fact.roles)))),
        type=fact.type,
        judgements=list_judgements(register, fact.judgements) if fact.judgements else (),
        confidence=_confidence(fact),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Behind:
    """What stands behind a fact: its claims, the rows among them whose party was missing, the documents."""

    claims: Mapping[str, Claim]
    rows: Mapping[str, MissingRow]
    documents: Mapping[str, Document]


def _behind(register: Reads, fact: Fact) -> _Behind:
    claims = register.get_claims(fact.claims())
    return _Behind(claims=claims, rows=register.find_missing(claims), documents=_documents(register, claims.values()))


def _documents(register: Reads, claims: Iterable[Claim]) -> Mapping[str, Document]:
    return {name: register.get_document(name) for name in sorted({claim.document for claim in claims})}


def _reading(fact: Fact, reading: Reading, behind: _Behind, speech: Speech) -> WhyReading:
    found = sorted(
        ((behind.claims[name], name) for name in reading.claims),
        key=lambda one: (one[0].document, one[0].evidence.start),
    )
    reason, language = speech.reason(reading.rule, reading.reason)
    return WhyReading(
        date=None if reading.when is None else str(reading.when),
        text=say_fact(replace(fact, roles=reading.roles, readings=(reading,)), speech),
        rank=reading.rank.value,
        rule=reading.rule,
        reason=reason,
        reason_language=language,
        quotes=tuple(
            _quote(claim, name, behind.rows.get(name), behind.documents[claim.document]) for claim, name in found
        ),
    )


def _quote(claim: Claim, name: str, row: MissingRow | None, document: Document) -> Quote:
    place = claim.place
    return Quote(
        claim=name,
        document=claim.document,
        title=document.title.value if document.title and document.title.how != BY_FILE_NAME else None,
        start=claim.evidence.start,
        end=claim.evidence.end,
        quote=claim.evidence.quote,
        context=tuple(_unless_said(claim.context, claim.evidence)),
        modality=claim.modality,
        attributed_to=claim.attributed_to,
        place=None if place is None else f"{place.table}:{place.row}",
        settled=row.reason if row else None,
        language=document.language.value,
    )


def _unless_said(context: Iterable[Selector], evidence: Selector) -> Iterable[str]:
    return (one.quote for one in context if not one.overlaps(evidence))


def _rests_on(register: Reads, fact: Fact, speech: Speech) -> tuple[tuple[str, str], ...]:
    found = []
    for name in fact.inference.facts if fact.inference else ():
        try:
            base = register.get_fact(name)
        except NotRecorded:
            continue
        date = f" ({base.when})" if base.when else ""
        found.append((base.id, say_fact(base, speech) + date))
    return tuple(found)


def _against(register: Reads, fact: Fact, speech: Speech) -> Iterable[str]:
    """The values that clash, what cannot be true together with it, and what documents say with distance."""
    if fact.standing is Standing.DISPUTED:
        for reading in fact.readings[1:]:
            if reading.rule not in AGREEING:
                yield f"{reading.when or speech.words.get('pages', 'undated')}: {reading.reason}"
    for issue in register.iter_issues():
        if f"[fact {fact.id}]" in issue.message:
            yield issue.message.replace(f" [fact {fact.id}]", "")
