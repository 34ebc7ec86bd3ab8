"""What the views ask of a register; `comity.register.store.Register` answers it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.fact import Fact, MissingRow, Standing
from comity.model.issue import Issue
from comity.model.judgement import Judgement, Ruling
from comity.register import Counts


class Reads(Protocol):
    """The reading side of a register."""

    def counts(self) -> Counts: ...

    def parties(self) -> Mapping[str, int]: ...

    def party_documents(self) -> Mapping[str, int]: ...

    def copies(self) -> Mapping[str, str]: ...

    def get_document(self, key: str, /) -> Document: ...

    def get_claim(self, key: str, /) -> Claim: ...

    def get_claims(self, keys: Collection[str], /) -> Mapping[str, Claim]: ...

    def get_fact(self, key: str, /) -> Fact: ...

    def iter_documents(self) -> Iterator[Document]: ...

    def iter_claims(
        self, *, document: str | None = None, parties: Iterable[str] = (), type: str | None = None
    ) -> Iterator[Claim]: ...

    def iter_facts(
        self,
        *,
        parties: Iterable[str] = (),
        type: str | None = None,
        standing: Standing | None = None,
        document: str | None = None,
    ) -> Iterator[Fact]: ...

    def iter_missing(self, *, known: str | None = None) -> Iterator[MissingRow]: ...

    def find_missing(self, keys: Collection[str], /) -> Mapping[str, MissingRow]: ...

    def iter_issues(self, *, place: str | None = None) -> Iterator[Issue]: ...

    def judgements(self) -> tuple[Judgement, ...]: ...

    def rulings(self) -> Mapping[str, Ruling]: ...
