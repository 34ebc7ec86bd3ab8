"""A register held in memory for the tests of views: documents, claims and what they reconcile to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity.errors import NotRecorded
from comity.facts import reconcile
from comity.facts.origins import sketch_document
from comity.facts.voices import find_voices
from comity.model.claim import Claim, from_json
from comity.model.document import Document, Found, Source
from comity.model.fact import Fact, MissingRow, Standing
from comity.model.issue import Issue
from comity.model.roles import JSON, iter_parties
from comity.model.when import When
from comity.packs.sources import load_source_rules
from comity.parties.registry import load_registry
from comity.views.sentences import Speech, load_speech


class Memory:
    """A register's reading side over claims and documents that are in memory."""

    def __init__(self, claims: Sequence[Claim], documents: Mapping[str, Document]) -> None:
        found = reconcile(claims, documents, load_registry())
        self._claims = {claim.id: claim for claim in claims}
        self._documents = documents
        self._facts = {fact.id: fact for fact in found.facts}
        self._missing, self._issues = found.missing, found.issues

    def copies(self) -> Mapping[str, str]:
        sketches = {name: sketch_document(one) for name, one in self._documents.items()}
        return {one.document: one.first for one in find_voices(sketches, load_source_rules().alike)}

    def get_document(self, key: str) -> Document:
        return self._documents[key]

    def get_claims(self, keys: Iterable[str]) -> Mapping[str, Claim]:
        return {key: self._claims[key] for key in keys}

    def get_fact(self, key: str) -> Fact:
        found = [fact for name, fact in self._facts.items() if name.startswith(key)]
        if len(found) != 1:
            raise NotRecorded(f"the register holds no fact {key!r}")
        return found[0]

    def iter_documents(self) -> Iterator[Document]:
        return iter(self._documents.values())

    def iter_facts(
        self, *, parties: Iterable[str] = (), type: str | None = None, standing: Standing | None = None
    ) -> Iterator[Fact]:
        wanted = set(parties)
        for fact in self._facts.values():
            asked = wanted <= set(iter_parties(fact.roles)) and type in (None, fact.type)
            if asked and standing in (None, fact.standing):
                yield fact

    def iter_missing(self, *, known: str | None = None) -> Iterator[MissingRow]:
        return (row for row in self._missing if known in (None, row.known))

    def find_missing(self, keys: Iterable[str]) -> Mapping[str, MissingRow]:
        wanted = set(keys)
        return {row.claim: row for row in self._missing if row.claim in wanted}

    def iter_issues(self, *, place: str | None = None) -> Iterator[Issue]:
        return (issue for issue in self._issues if place in (None, issue.place))


def speech(language: str = "en") -> Speech:
    return load_speech(load_registry(), language)


def document(name: str, *, topic: tuple[str, ...] = (), date: str | None = None) -> Document:
    """A document of this id about these parties."""
    return Document(
        source=Source(id=name, place=f"{name}.txt", digest="", media_type="text/plain", text=name),
        language=Found(value="en", how="told"),
        topic=Found(value=topic, how="told") if topic else None,
        date=Found(value=When.parse(date), how="told") if date else None,
    )


def said(document: str, quote: str, **data: JSON) -> Claim:
    """A claim that this document makes in these words."""
    start = len(quote)
    evidence: JSON = {"document": document, "start": start, "end": start + len(quote), "quote": quote}
    return from_json({**{key.rstrip("_"): value for key, value in data.items()}, "evidence": evidence})


def small_register() -> Memory:
    """Kazakhstan with Türkiye, Serbia, Ukraine and others, as a few documents tell it."""
    documents = {
        "news": document("news", topic=("KAZ", "TUR"), date="2026-02-02"),
        "list": document("list", topic=("KAZ",)),
        "serbia": document("serbia", topic=("KAZ", "SRB")),
        "ukraine": document("ukraine", topic=("KAZ", "UKR")),
        "page": document("page", topic=("KAZ", "UKR"), date="2020"),
    }
    return Memory(tuple(_claims()), documents)


def _claims() -> Iterator[Claim]:
    pair: JSON = ["KAZ", "TUR"]
    yield said(
        "news", "Relations since 2 March 1992.", type="relations", parties=pair, event="established", date="1992-03-02"
    )
    yield said(
        "news",
        "Türkiye was the first.",
        type="recognition",
        subject="TUR",
        object="KAZ",
        event="recognised",
        order=1,
        date="1991-12-16",
    )
    for city, kind in (("Ankara", "embassy"), ("Izmir", "consulate-general"), ("Antalya", "consulate-general")):
        yield said(
            "news",
            f"{kind} {city}.",
            type="mission",
            sender="KAZ",
            receiver="TUR",
            kind=kind,
            city=city,
            event="exists",
            date="../2026-02-02",
        )
    yield said(
        "news",
        "29 visits.",
        type="quantity",
        indicator="visits",
        from_="KAZ",
        to="TUR",
        value=29,
        unit="count",
        date="../2026-02-02",
    )
    yield said(
        "news",
        "5.4 billion.",
        type="quantity",
        indicator="trade-turnover",
        parties=pair,
        value=5_400_000_000,
        unit="USD",
        change=8.9,
        date="2025",
    )
    for member in ("KAZ", "TUR"):
        yield said(
            "news", f"{member} OTS.", type="membership", member=member, organization="OTS", role="member", event="holds"
        )
    for number, (date, heading) in enumerate(
        (("1992-03-02", "Asia"), ("1992-05-27", "Europe"), ("2011-02-10", "Africa")), 1
    ):
        yield said(
            "list",
            f"| | {date} |",
            type="relations",
            parties=["KAZ"],
            event="established",
            missing="party",
            date=date,
            table=1,
            row=number,
            heading=heading,
        )
    yield said(
        "serbia",
        "With Yugoslavia in 1996.",
        type="relations",
        parties=["KAZ", "YUG"],
        event="established",
        date="1996-12-10",
    )
    yield said(
        "serbia",
        "Kosovo is not recognised.",
        type="recognition",
        subject="KAZ",
        object="XKX",
        event="refused",
        date="2008-12",
    )
    yield said(
        "serbia",
        "Nikolić visited.",
        type="visit",
        visitor="SRB",
        host="KAZ",
        office="head-of-state",
        person="Tomislav Nikolić",
        date="2015-08-27/2015-08-29",
    )
    yield said(
        "serbia",
        "An order for Nikolić.",
        type="honour",
        giver="KAZ",
        recipient="Nikolić",
        award="Order of Friendship",
        date="2016",
    )
    yield said(
        "serbia",
        "An embassy was asked for.",
        type="mission",
        sender="KAZ",
        receiver="SRB",
        kind="embassy",
        event="opened",
        modality="requested",
        date="2018-10",
    )
    yield said(
        "ukraine", "Relations since 1991.", type="relations", parties=["KAZ", "UKR"], event="established", date="1991"
    )
    yield said(
        "page",
        "Relations since 22 July 1992.",
        type="relations",
        parties=["KAZ", "UKR"],
        event="established",
        date="1992-07-22",
    )
    yield said(
        "page", "Serbia in 1999.", type="relations", parties=["MNG", "SRB"], event="established", date="1999-05-05"
    )
    for document, value in (("list", 155), ("page", 130)):
        yield said(
            document,
            f"{value} states.",
            type="quantity",
            indicator="relations-count",
            from_="TUR",
            value=value,
            unit="count",
        )
    yield said("page", "Relations with the Holy See.", type="relations", parties=["KAZ", "VAT"], event="established")
    yield said("page", "Cut in 2000.", type="relations", parties=["KAZ", "MLI"], event="severed", date="2000-05-01")
    yield said(
        "page", "Mali since 1993.", type="relations", parties=["KAZ", "MLI"], event="established", date="1993-02-02"
    )
