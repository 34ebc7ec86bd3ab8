"""A document → the question put to a model, passage by passage, and the claims among its proposals that hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from comity.errors import ModelError
from comity.model.claim import Claim, from_json
from comity.model.document import Document
from comity.model.issue import Issue, Severity
from comity.model.passage import Passage, PassageKind
from comity.model.roles import JSON
from comity.model.selector import Selector
from comity.witness.checks import Stretch, find_faults

Ask = Callable[[str, str], str]
"""An instruction and a text → what a model answers; raises `Unanswered` where it does not."""

_MOST = 200  # proposals of one passage: more than a passage can say is noise, or an attack


_OURS = frozenset({"evidence", "context", "origin", "rule", "quote"})  # what a model has no say in


class Unanswered(Exception):
    """The endpoint did not answer, or not in its protocol; the message says how."""


@cache
def load_instruction() -> str:
    """The instruction put to a model, ``data/witness.txt``."""
    return (files("comity") / "data" / "witness.txt").read_text(encoding="utf-8")


def propose_claims(
    document: Document, passages: Iterable[Passage], ask: Ask, *, origin: str
) -> Iterator[Claim | Issue]:
    """The claims that a model proposes of each passage and that hold, with this origin; the others as issues.

    A proposal counts only if its quote stands to the letter in the passage and each of its roles is found there, or in
    the headings and the title over it, by comity's own readers. What a model answers is never trusted: not its
    offsets (they are found anew), not its shape, not its length.
    """
    for passage in passages:
        if passage.kind in (PassageKind.HEADING, PassageKind.TITLE) or not passage.body.text.strip():
            continue
        text = document.source.text[passage.start : passage.end]
        try:
            proposals = _parse(ask(load_instruction(), f"{_context(document, passage)}\n\n{text}"))
        except Unanswered as fault:
            yield _issue("witness-unanswered", Severity.ERROR, passage, str(fault))
            continue
        except (ValueError, RecursionError) as fault:
            yield _issue("witness-malformed", Severity.WARNING, passage, f"no JSON of claims: {fault}")
            continue
        for number, proposal in enumerate(proposals[:_MOST], 1):
            yield _hold(proposal, number, document, passage, origin)
        if len(proposals) > _MOST:
            told = f"{len(proposals)} proposals, of which {_MOST} were looked at"
            yield _issue("witness-refused", Severity.NOTE, passage, told)


def _parse(answer: str) -> list[JSON]:
    """The proposals of an answer: a list, or the list under ``claims``."""
    said = json.loads(answer)
    found = said.get("claims") if isinstance(said, dict) else said
    if not isinstance(found, list):
        raise ValueError("a list under “claims” is wanted")
    return found


def _hold(proposal: JSON, number: int, document: Document, passage: Passage, origin: str) -> Claim | Issue:
    try:
        claim = _claim(proposal, document, passage)
    except (ModelError, ValueError, TypeError, KeyError, AttributeError) as fault:
        return _issue("witness-refused", Severity.NOTE, passage, f"proposal {number}: {fault}")
    stretch = Stretch(
        quote=claim.evidence.quote,
        context=_context(document, passage),
        language=passage.language,
        day=document.date.value if document.date is not None else None,
    )
    faults = list(find_faults(claim, stretch))
    if faults:
        return _issue("witness-refused", Severity.NOTE, passage, f"proposal {number}: {'; '.join(faults)}")
    return replace(claim, origin=origin, context=_over(document, passage), rule="witness")


def _claim(proposal: JSON, document: Document, passage: Passage) -> Claim:
    """The proposal as a claim of its quote, whose place is found in the passage; raises where it is none."""
    if not isinstance(proposal, Mapping):
        raise ValueError("a claim is an object")
    quote = proposal.get("quote")
    if not isinstance(quote, str) or not quote.strip():
        raise ValueError("a quote is wanted")
    start = document.source.text.find(quote, passage.start, passage.end)
    if start < 0:
        raise ValueError(f"“{quote[:60]}” does not stand in the passage")
    said = {key: value for key, value in proposal.items() if key not in _OURS}
    evidence: JSON = {"document": document.id, "start": start, "end": start + len(quote), "quote": quote}
    return from_json({**said, "evidence": evidence})


def _over(document: Document, passage: Passage) -> tuple[Selector, ...]:
    spots = [heading.selector for heading in passage.headings]
    title = document.title
    if title is not None and title.start is not None and title.end is not None:
        spots.append(Selector.of(document.source.text, title.start, title.end))
    return tuple(sorted(dict.fromkeys(spots), key=lambda spot: (spot.start, spot.end)))


def _context(document: Document, passage: Passage) -> str:
    """What the passage stands under: the title and the headings, a line each."""
    title = document.title.value if document.title is not None else ""
    lines = (title, *(heading.text for heading in passage.headings))
    return "\n".join(line for line in dict.fromkeys(lines) if line)


def _issue(code: str, severity: Severity, passage: Passage, message: str) -> Issue:
    return Issue(
        code=code, severity=severity, place=passage.document, message=message, start=passage.start, end=passage.end
    )
