"""Sources → register → facts → register: what is new or changed is read, and the facts follow the claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias

from comity.documents import load_sources
from comity.errors import UsageError
from comity.facts import Reconciled, Told, reconcile_told
from comity.facts.follow import FEW, follow, remake
from comity.facts.origins import describe, sketch_document
from comity.facts.voices import find_voices, hear_voices
from comity.model.claim import Claim
from comity.model.document import Document, Source
from comity.model.issue import Issue, Severity
from comity.model.judgement import Judgement
from comity.packs.sources import load_source_rules
from comity.parties.registry import load_registry
from comity.pipeline.reading import Reading, find_sources, read_all
from comity.register.engine import reading_engine, reconciling_engine
from comity.register.records import State

if TYPE_CHECKING:
    from comity.register.store import Register

Progress: TypeAlias = Callable[[str, str], None]
"""Told what was done (``read``, ``unchanged``, ``unread``, ``reconciled``) and to which document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: documents read anew, left as they were, taken out; how many of the given could not be read."""

    read: int
    unchanged: int
    pruned: int
    unread: int
    reconciled: bool


@dataclass(slots=True)
class _Tally:
    """What a build has seen so far."""

    places: dict[str, str] = field(default_factory=dict)
    load_issues: dict[str, list[Issue]] = field(default_factory=dict)
    read: int = 0
    unchanged: int = 0

    def note(self, issue: Issue) -> None:
        self.load_issues.setdefault(issue.place, []).append(issue)


def build(
    paths: Sequence[str | Path],
    register: Register,
    *,
    progress: Progress | None = None,
    workers: int = 1,
    prune: bool = False,
) -> BuildReport:
    """What was done to bring the register up to these files and folders: only what is new or changed is read.

    Each document is recorded in a transaction of its own; facts follow in one at the end. With ``prune`` the documents
    recorded from these paths whose files are gone are taken out; without, they stay.
    """
    tell = progress or _say_nothing
    tally = _Tally()
    for reading in read_all(_iter_new(load_sources(paths), register.states(), tally, tell), workers):
        _record(reading, register, tally, tell)
    _record_load_issues(register, tally)
    pruned = _prune(paths, register, tally) if prune else 0
    reconciled = _reconcile(register, tell)
    return BuildReport(
        read=tally.read,
        unchanged=tally.unchanged,
        pruned=pruned,
        unread=_count_unread(register, tally),
        reconciled=reconciled,
    )


def judge(register: Register, judgements: Iterable[Judgement]) -> int:
    """How many of these judgements are new; they are recorded, and the facts follow them."""
    new = register.put_judgements(judgements)
    _reconcile(register, _say_nothing)
    return new


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What some files say together, kept nowhere: their documents by id, all claims, the facts; ``first`` comes first.

    Two files of one name would be one document: they are told apart as in a build.
    """

    first: str
    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    reconciled: Reconciled

    def claims_of(self, document: str) -> list[Claim]:
        """The claims of one document, in order of place."""
        return [claim for claim in self.claims if claim.document == document]


def read_together(paths: Sequence[str | Path], judgements: Iterable[Judgement] = ()) -> Together:
    """What these files and folders say together, touching no register; `UsageError` where the first is unread.

    ``judgements`` are heard as in a register.
    """
    tally = _Tally()
    readings = list(read_all(_iter_new(load_sources(paths), {}, tally, _say_nothing), 1))
    documents = {one.document.id: one.document for one in readings if one.document is not None}
    if not readings or readings[0].document is None:
        raise UsageError(f"{paths[0]} could not be read: `comity extract` says why")
    claims = tuple(claim for one in readings for claim in one.claims)
    return Together(
        first=readings[0].document.id,
        documents=documents,
        claims=claims,
        reconciled=reconcile_told(claims, _told(readings), load_registry(), judgements),
    )


def _told(readings: Iterable[Reading]) -> Told:
    """What these claims are weighed with, as a register would keep it."""
    rules = load_source_rules()
    read = [one for one in readings if one.origin is not None]
    found = find_voices({one.origin.document: one.sketches for one in read if one.origin}, rules.alike)
    origins = {one.origin.document: one.origin for one in read if one.origin is not None}
    return Told(rules=rules, origins=origins, voices=hear_voices(found))


def _iter_new(
    found: Iterable[Source | Issue], states: Mapping[str, State], tally: _Tally, tell: Progress
) -> Iterator[Source]:
    """The sources that the register does not hold as they are now, read by the engine as it is now."""
    engine = reading_engine()
    by_place = {state.place: key for key, state in states.items()}
    for one in find_sources(found, tally.note):
        source = replace(one, id=_own_id(one, states, by_place.get(one.place), tally.places))
        tally.places[source.id] = source.place
        if states.get(source.id) == State(place=source.place, digest=source.digest, engine=engine):
            tally.unchanged += 1
            tell("unchanged", source.id)
        else:
            yield source


def _own_id(source: Source, states: Mapping[str, State], known: str | None, taken: Collection[str]) -> str:
    """The document's id: the one its place has in the register, else the first that stands for no other document.

    A document recorded under the same id with the same content has moved; with other content it is another document.
    """
    if known is not None and known not in taken:
        return known
    stem = PurePath(source.place).stem
    for key in chain([source.id], (f"{stem}-{number}" for number in count(2))):
        if key not in taken and (key not in states or states[key].digest == source.digest):
            return key
    raise AssertionError("numbers do not end")


def _record(reading: Reading, register: Register, tally: _Tally, tell: Progress) -> None:
    if reading.document is None:
        for issue in reading.issues:
            tally.note(replace(issue, place=reading.source.place))
        tell("unread", reading.source.id)
        return
    register.put_document(
        reading.document,
        reading.claims,
        reading.issues,
        reading_engine(),
        origin=reading.origin,
        sketches=reading.sketches,
    )
    tally.read += 1
    tell("read", reading.source.id)


def _record_load_issues(register: Register, tally: _Tally) -> None:
    """Nothing; places whose trouble is over lose their issues, the others have those of this build."""
    over = set(register.load_places()) & set(tally.places.values())
    for place in sorted(over | set(tally.load_issues)):
        register.put_load_issues(place, tally.load_issues.get(place, ()))


def _prune(paths: Sequence[str | Path], register: Register, tally: _Tally) -> int:
    roots = [PurePath(path) for path in paths]

    def gone(place: str) -> bool:
        return any(PurePath(place).is_relative_to(root) for root in roots)

    keys = [key for key, state in register.states().items() if key not in tally.places and gone(state.place)]
    places = [place for place in register.load_places() if place not in tally.load_issues and gone(place)]
    register.drop_documents(sorted(keys), places)
    return len(keys)


def _reconcile(register: Register, tell: Progress) -> bool:
    """Whether the facts were behind the claims, and now follow them: those that a change touches, or all."""
    engine = reconciling_engine()
    if register.facts_engine() == engine:
        return False
    rules, ledger = load_source_rules(), register.ledger()
    for document in ledger.undescribed():  # an older comity recorded it
        register.put_described(describe(document, rules), sketch_document(document))
    touched = ledger.count_touched()
    little = touched <= FEW or touched <= register.counts().claims // 5
    make = follow if little and register.last_engine() == engine else remake
    change = make(ledger, register, load_registry(), rules, register.judgements())
    register.put_change(change, engine)
    tell("reconciled", "")
    return True


def _count_unread(register: Register, tally: _Tally) -> int:
    """How many of the files given could not be read, now or when they were recorded."""
    places = set(tally.places) | set(tally.load_issues)
    issues = (issue for issue in register.iter_issues() if issue.severity is Severity.ERROR)
    return len({issue.place for issue in issues} & places)


def _say_nothing(done: str, document: str) -> None:
    """The progress of those who want none."""
