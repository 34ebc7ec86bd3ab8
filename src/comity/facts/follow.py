"""Facts kept in step with the claims of a register: those that a change touches, or all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from comity.facts.atlas import Parties
from comity.facts.origins import Origins
from comity.facts.part import Ledger, reconcile_part
from comity.facts.reconcile import Told, reconcile_told
from comity.facts.voices import Spot, find_voices, hear_voices
from comity.model.change import Change, Kept
from comity.model.judgement import Judgement
from comity.model.sketch import Sketch, Voice
from comity.packs.sources import SourceRules

FEW = 2000  # so many claims are followed whatever the size of the register


class Book(Ledger, Protocol):
    """A ledger that can be asked for everything, too."""

    def count_touched(self) -> int: ...

    def every(self) -> Iterator[Kept]: ...

    def unheard(self) -> tuple[str, ...]: ...

    def near(self, documents: Collection[str], /) -> frozenset[Spot]: ...

    def sketches(self) -> Mapping[str, Sequence[Sketch]]: ...

    def sketches_at(self, spots: Collection[Spot], /) -> Mapping[str, Sequence[Sketch]]: ...

    def origins(self, documents: Collection[str] | None = None, /) -> Origins: ...

    def voices(self, documents: Collection[str] | None = None, /) -> tuple[Voice, ...]: ...


class Keeper(Protocol):
    """Who keeps the voices that were found: `comity.register.store.Register`."""

    def put_voices(self, spots: Collection[Spot] | None, voices: Iterable[Voice], /) -> None: ...


def follow(
    book: Book, keeper: Keeper, registry: Parties, rules: SourceRules, judgements: Iterable[Judgement]
) -> Change:
    """What the claims that facts do not follow yet change; their voices are found first."""
    unheard = book.unheard()
    if unheard:
        spots = book.near(unheard)
        keeper.put_voices(spots, find_voices(book.sketches_at(spots), rules.alike))
    return reconcile_part(book, registry, rules, judgements)


def remake(
    book: Book, keeper: Keeper, registry: Parties, rules: SourceRules, judgements: Iterable[Judgement]
) -> Change:
    """The facts of all claims, in place of all before; voices are found anew as well."""
    keeper.put_voices(None, find_voices(book.sketches(), rules.alike))
    told = Told(rules=rules, origins=book.origins(), voices=hear_voices(book.voices()))
    return reconcile_told((kept.claim for kept in book.every()), told, registry, judgements).as_change()
