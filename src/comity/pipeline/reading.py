"""A source → what it says: document, passages, claims, one source after the other or by several workers."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TypeVar

from comity.claims import Watch, Watched, extract_claims
from comity.documents import load_sources
from comity.facts.origins import describe, sketch_document
from comity.model.claim import Claim
from comity.model.document import Document, Source
from comity.model.issue import Issue, Severity
from comity.model.origin import Origin
from comity.model.passage import Passage
from comity.model.sketch import Sketch
from comity.packs.sources import load_source_rules
from comity.parties.index import load_index
from comity.passages import read_document, read_passages

T = TypeVar("T")

# A fault of ours in one document must not cost the others theirs: it becomes an issue of that document, saying where.
_OUR_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_AHEAD = 4  # documents handed out beyond the one waited for, per worker: enough that none idles, few enough to hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one source gave: its document (none where even that failed), claims in order of place, issues.

    ``origin`` and ``sketches`` are what facts ask of the document, and what copies of it are known by.
    """

    source: Source
    document: Document | None
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]
    origin: Origin | None = None
    sketches: tuple[Sketch, ...] = ()


def extract(paths: Iterable[str | Path], *, workers: int = 1) -> Iterator[Claim | Issue]:
    """The claims of these files and folders, document by document, in order of place; issues where they arise."""
    issues: list[Issue] = []
    for reading in read_all(find_sources(load_sources(paths), issues.append), workers, read_claims):
        yield from _drain(issues)
        yield from reading.issues
        yield from reading.claims
    yield from _drain(issues)


def survey(paths: Iterable[str | Path]) -> Iterator[tuple[Document, tuple[Passage, ...]] | Issue]:
    """The documents of these files and folders, each with its passages, no claim read; issues where they arise."""
    issues: list[Issue] = []
    for source in find_sources(load_sources(paths), issues.append):
        document = read_document(source, load_index())
        yield document, tuple(_keep_issues(read_passages(document), issues))
        yield from _drain(issues)
    yield from _drain(issues)


def watch(paths: Iterable[str | Path]) -> Iterator[Watched | Issue]:
    """Each sentence and row of these files as it was read, in order: what was found, tried and claimed; and issues."""
    issues: list[Issue] = []
    for source in find_sources(load_sources(paths), issues.append):
        watching = Watch()
        document = read_document(source, load_index())
        passages = tuple(_keep_issues(read_passages(document), issues))
        deque(_keep_issues(extract_claims(document, passages, watch=watching), issues), maxlen=0)
        yield from _drain(issues)
        yield from watching.seen
    yield from _drain(issues)


def read_source(source: Source) -> Reading:
    """What this source says, with what its facts are weighed by. Pure, and importable by a worker process."""
    reading, passages = _read(source)
    if reading.document is None:
        return reading
    sketches = sketch_document(reading.document, passages, (claim.evidence.start for claim in reading.claims))
    return replace(reading, origin=describe(reading.document, load_source_rules()), sketches=tuple(sketches))


def read_claims(source: Source) -> Reading:
    """What this source says, and no more: document, claims, issues."""
    return _read(source)[0]


def _read(source: Source) -> tuple[Reading, Sequence[Passage]]:
    claims: list[Claim] = []
    issues: list[Issue] = []
    document: Document | None = None
    passages: list[Passage] = []
    try:
        document = read_document(source, load_index())
        passages.extend(_keep_issues(read_passages(document), issues))
        claims.extend(_keep_issues(extract_claims(document, passages), issues))
    except _OUR_FAULTS as fault:
        issues.append(_own_fault(source, fault))
    claims.sort(key=lambda claim: (claim.evidence.start, claim.evidence.end))
    return Reading(source=source, document=document, claims=tuple(claims), issues=tuple(issues)), passages


def read_all(
    sources: Iterable[Source], workers: int, read: Callable[[Source], Reading] = read_source
) -> Iterator[Reading]:
    """The readings of these sources, in their order, whatever the number of workers."""
    if workers <= 1:
        yield from map(read, sources)
        return
    load_index()  # built and cached here once, so that no worker has to
    # started fresh, not forked: a fork would share open files, and locks held by threads of the caller
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts) as pool:
        yield from _read_ahead(sources, pool, workers * _AHEAD, read)


def _leave_interrupts() -> None:
    """Nothing; Ctrl-C is for the parent, who ends its workers in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_ahead(
    sources: Iterable[Source], pool: Executor, ahead: int, read: Callable[[Source], Reading]
) -> Iterator[Reading]:
    waiting: deque[Future[Reading]] = deque()
    try:
        for source in sources:
            waiting.append(pool.submit(read, source))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def find_sources(found: Iterable[Source | Issue], note: Callable[[Issue], None]) -> Iterator[Source]:
    """The sources found, each place once; the issues are noted."""
    places: set[str] = set()
    for one in found:
        if isinstance(one, Issue):
            note(one)
        elif one.place not in places:
            places.add(one.place)
            yield one


def _keep_issues(stream: Iterable[T | Issue], issues: list[Issue]) -> Iterator[T]:
    for one in stream:
        if isinstance(one, Issue):
            issues.append(one)
        else:
            yield one


def _own_fault(source: Source, fault: Exception) -> Issue:
    trace = fault.__traceback__
    where = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        where = f"{'/'.join(PurePath(code.co_filename).parts[-2:])}, line {trace.tb_lineno}"
        trace = trace.tb_next
    message = f"comity stumbled here, please report it: {type(fault).__name__}: {fault} ({where})"
    return Issue(code="reader-failed", severity=Severity.ERROR, place=source.id, message=message)


def _drain(issues: list[Issue]) -> Iterator[Issue]:
    while issues:
        yield issues.pop(0)
