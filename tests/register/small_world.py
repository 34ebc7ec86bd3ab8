"""A small world to keep: two documents, their claims, a fact of one, one inferred, a row whose party is missing."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from comity.model.claim import Claim
from comity.model.document import Document, Found, Source
from comity.model.fact import Candidate, Fact, Inference, MissingRow, Rank, Reading, Standing
from comity.model.issue import Issue, Severity
from comity.model.judgement import Ruling, Verdict, make_judgement, mark_claim
from comity.model.passage import RowPlace
from comity.model.roles import Relations
from comity.model.selector import Selector
from comity.model.when import When
from comity.register import Register

PERU = "Peru and Chile established diplomatic relations on 12 March 1861.\r\n"
LIST = "| 5 | 27 August 1992 |\n"


def document_of(key: str, text: str, language: str = "en") -> Document:
    source = Source(
        id=key, place=f"papers/{key}.txt", digest=sha256(text.encode()).hexdigest(), media_type="text/plain", text=text
    )
    return Document(
        source=source,
        language=Found(value=language, how="letters"),
        date=Found(value=When.parse("2026-02-02"), how="a leading date line", start=0, end=10),
        title=Found(value="Перу — 智利", how="told"),
        topic=Found(value=("PER", "CHL"), how="the title"),
    )


def relations_of(document: str, text: str, parties: tuple[str, ...], date: str, **more: object) -> Claim:
    claim = Claim(
        roles=Relations(parties=parties, event="established"),
        document=document,
        evidence=Selector.of(text, 0, len(text)),
        when=When.parse(date),
    )
    return replace(claim, **more)


def fact_of(key: str, *claims: Claim) -> Fact:
    reading = Reading(
        when=claims[0].when,
        roles=claims[0].roles,
        claims=tuple(claim.id for claim in claims),
        documents=tuple(claim.document for claim in claims),
        rank=Rank.PREFERRED,
        rule="only-value",
        reason="The only value — единственное.",
    )
    return Fact(id=key, roles=claims[0].roles, modality="asserted", standing=Standing.SINGLE, readings=(reading,))


def inferred_of(key: str, claim: Claim) -> Fact:
    fact = fact_of(key, claim)
    reading = replace(fact.readings[0], claims=(), documents=())
    inference = Inference(rule="continued", reason="Chile continues it.", facts=("f1",))
    return replace(fact, readings=(reading,), standing=Standing.INFERRED, inference=inference)


PERU_PAPER = document_of("peru", PERU)
LIST_PAPER = document_of("list", LIST, "zh")
CLAIM = relations_of("peru", PERU, ("CHL", "PER"), "1861-03-12")
ROW = relations_of(
    "list", LIST, ("KAZ",), "1992-08-27", missing="party", place=RowPlace(table=1, row=5, heading="Азия")
)
FACT = fact_of("f1", CLAIM)
INFERRED = inferred_of("f2", CLAIM)
MISSING = MissingRow(
    claim=ROW.id,
    known="KAZ",
    when=ROW.when,
    candidates=(Candidate(party="AZE", score=0.75, reasons=("The day is theirs.",)),),
)
JUDGED = make_judgement(Verdict.ROW, by="Ayşe", on="2026-11-01", why="Протокол.", marks=(mark_claim(ROW),), party="AZE")
RULED = Ruling(judgement=JUDGED.id, state="applied", claims=(ROW.id,))
TROUBLE = Issue(code="row-without-party", severity=Severity.WARNING, place="list", message="row 5", start=0, end=4)


def fill(register: Register) -> None:
    register.put_document(PERU_PAPER, [CLAIM], [], "engine")
    register.put_document(LIST_PAPER, [ROW], [TROUBLE], "engine")
    register.put_facts([FACT, INFERRED], [MISSING], [], "engine")
