"""A person's decision: who, when, why, and what it is about – in words that outlive the run it was made in.

A claim's id holds its place, which shifts when a line is put before it. A judgement is therefore bound to what is said
(type, roles, date, modality) and to the quote that says it, wherever that stands; of a fact, to its id and its value.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from comity.errors import ModelError
from comity.model.claim import Claim, to_json
from comity.model.fact import Fact
from comity.model.roles import JSON, roles_from_json, roles_json
from comity.model.when import When

_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", re.ASCII)
_TAG = re.compile(r"<[^<>]*>")
# what the claim does not say but its place, its reader or its neighbours do
_ASIDE = ("evidence", "context", "clues", "rule", "origin", "table", "row", "heading", "attributed_to", "alternatives")


class Verdict(StrEnum):
    """What was decided: ``row`` names the party of a row that lost it, ``not-row`` one that it is not; ``undo`` takes
    another judgement back."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME = "same"
    NOT_SAME = "not-same"
    ROW = "row"
    NOT_ROW = "not-row"
    UNDO = "undo"


PAIRED = (Verdict.SAME, Verdict.NOT_SAME)
ON_ROWS = (Verdict.ROW, Verdict.NOT_ROW)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ClaimMark:
    """What a claim says and the quote that says it, blanks folded: equal in every copy, and after every new reading.

    ``said`` is the contract's JSON of type, roles, date and modality (of a lost row also the heading); ``nth`` and
    ``of`` tell equal lost rows of one document apart: the second of three. With a ``document`` only its claims are
    meant (of a lost row, those of its copies too), else those of every document.
    """

    said: str
    quote: str
    nth: int = 1
    of: int = 1
    document: str = ""

    def to_json(self) -> dict[str, JSON]:
        """The mark as one flat object."""
        out: dict[str, JSON] = {**json.loads(self.said), "quote": self.quote}
        if self.of != 1:
            out |= {"nth": self.nth, "of": self.of}
        if self.document:
            out["document"] = self.document
        return out


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class FactMark:
    """A fact by its id, and by what it said when it was judged: found again by that where the id is no more."""

    said: str
    id: str

    def to_json(self) -> dict[str, JSON]:
        """The mark as one flat object."""
        return {"fact": self.id, **json.loads(self.said)}


Mark: TypeAlias = ClaimMark | FactMark


def write_canonical(value: Mapping[str, JSON]) -> str:
    """The one text of this value: sorted keys, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fold_quote(quote: str) -> str:
    """The quote with every run of blanks as one: copies break their lines elsewhere."""
    return " ".join(quote.split())


def quote_of(claim: Claim) -> str:
    """The words by which a claim is known again: its quote, of a row what stands in its cells but its number.

    A row put in before moves the numbers, and the stripes, of all below: ``<tr class="odd"><td>5</td><td>2 March 1992``
    is ``2 March 1992``.
    """
    if claim.place is None:
        return fold_quote(claim.evidence.quote)
    words = _TAG.sub(" ", claim.evidence.quote).replace("|", " ").split()
    numbered = len(words) > 1 and words[0].strip(".)").isdecimal()
    return " ".join(words[1:] if numbered else words) or fold_quote(claim.evidence.quote)


def mark_claim(claim: Claim, *, nth: int = 1, of: int = 1, document: str = "") -> ClaimMark:
    """What stays of this claim when its place, its document or the frame that read it change."""
    said = {name: value for name, value in to_json(claim).items() if name not in _ASIDE}
    if claim.missing and claim.place is not None and claim.place.heading:
        said["heading"] = claim.place.heading
    return ClaimMark(said=write_canonical(said), quote=quote_of(claim), nth=nth, of=of, document=document)


def mark_fact(fact: Fact) -> FactMark:
    """The fact's id, and the value that it had."""
    said = {**roles_json(fact.roles), "modality": fact.modality}
    if fact.when is not None:
        said["date"] = str(fact.when)
    return FactMark(said=write_canonical(said), id=fact.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of one person. ``on`` is a UTC time (or day); ``change`` the roles or date put right, or the party.

    ``marks`` is what it is about: one claim or fact, two for ``same`` and ``not-same`` (sorted), none for ``undo``,
    which names the judgement it ``undoes``. Refused without a name, a time and a reason.
    """

    verdict: Verdict
    by: str
    on: str
    why: str
    marks: tuple[Mark, ...] = ()
    change: str = ""
    undoes: str = ""

    def __post_init__(self) -> None:
        if faults := tuple(_iter_faults(self)):
            raise ModelError("; ".join(faults))

    @property
    def id(self) -> str:
        """A name that is the same wherever the judgement is kept: its content, hashed to 16 hex digits."""
        return hashlib.sha256(write_canonical(to_json_judgement(self)).encode()).hexdigest()[:16]

    @property
    def changes(self) -> Mapping[str, JSON]:
        """What is put right, by name (``{"date": "1992-03-02"}``; of a row ``{"party": "TUR"}``); "" takes away."""
        found = json.loads(self.change) if self.change else {}
        return dict(found)

    @property
    def order(self) -> tuple[str, str]:
        """The time it was made, then its id: what sorts judgements the same on every run."""
        return self.on, self.id


def _iter_faults(one: Judgement) -> list[str]:
    faults = [f"{name} is missing" for name in ("by", "on", "why") if not getattr(one, name).strip()]
    if one.on.strip() and not _is_time(one.on):
        faults.append(f"on is a day or a UTC time (2026-11-22T10:00:00Z), not {one.on!r}")
    count = {Verdict.UNDO: 0, Verdict.SAME: 2, Verdict.NOT_SAME: 2}.get(one.verdict, 1)
    if len(one.marks) != count:
        faults.append(f"{one.verdict} is about {count} claims or facts, not {len(one.marks)}")
    if len(set(one.marks)) != len(one.marks):
        faults.append("the two are one")
    if (one.verdict is Verdict.UNDO) != bool(one.undoes):
        faults.append("undo, and undo alone, names the judgement that it undoes")
    if bool(one.change) and one.verdict not in (Verdict.CORRECT, *ON_ROWS):
        faults.append(f"{one.verdict} changes nothing: correct does")
    return [*faults, *_change_faults(one)]


def _is_time(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and bool(datetime.fromisoformat(text.replace("Z", "+00:00")))
    except ValueError:
        return False


def _change_faults(one: Judgement) -> list[str]:
    if one.verdict in ON_ROWS:
        party = one.changes.get("party")
        lost = isinstance(one.marks[0], ClaimMark) and "missing" in json.loads(one.marks[0].said) if one.marks else True
        if not lost:
            return [f"{one.verdict} is about a claim whose party is missing"]
        return [] if isinstance(party, str) and party and len(one.changes) == 1 else [f"{one.verdict} names one party"]
    if one.verdict is not Verdict.CORRECT:
        return []
    if not one.changes:
        return ["correct says what is put right: date=1992-03-02, city=Ankara"]
    try:
        for mark in one.marks:
            check_change(mark, one.changes)
    except ModelError as fault:
        return [str(fault)]
    return []


def check_change(mark: Mark, changes: Mapping[str, JSON]) -> None:
    """Nothing; `ModelError` where what is put right is no date and no role of what the judgement is about."""
    said = json.loads(mark.said)
    if changes.get("date", "") != "":
        When.parse(str(changes["date"]))
    if isinstance(mark, FactMark) and (set(changes) != {"date"} or changes["date"] == ""):
        raise ModelError("of a fact the date can be corrected; roles are corrected on the claim that says them")
    roles = roles_from_json({**said, **{name: None if value == "" else value for name, value in changes.items()}})
    unknown = sorted(set(changes) - {"date"} - {name.rstrip("_") for name in type(roles).__dataclass_fields__})
    if unknown:
        raise ModelError(f"{roles.TYPE} has no role {', '.join(unknown)}")


def make_judgement(
    verdict: Verdict, *, by: str, on: str, why: str, marks: tuple[Mark, ...] = (), undoes: str = "", **changes: JSON
) -> Judgement:
    """A judgement with its marks in their order and its changes written in the one way."""
    return Judgement(
        verdict=verdict,
        by=by.strip(),
        on=on,
        why=why.strip(),
        marks=tuple(sorted(marks, key=lambda mark: (type(mark).__name__, write_canonical(mark.to_json())))),
        change=write_canonical(changes) if changes else "",
        undoes=undoes,
    )


def to_json_judgement(one: Judgement) -> dict[str, JSON]:
    """The judgement as one object: its marks under ``claims`` and ``facts``, what does not apply left out."""
    out: dict[str, JSON] = {"verdict": one.verdict.value, "by": one.by, "on": one.on, "why": one.why}
    if one.undoes:
        out["undoes"] = one.undoes
    if one.change:
        out["change"] = dict(one.changes)
    for name, kind in (("claims", ClaimMark), ("facts", FactMark)):
        marks: list[JSON] = [mark.to_json() for mark in one.marks if isinstance(mark, kind)]
        if marks:
            out[name] = marks
    return out


def from_json_judgement(data: Mapping[str, JSON]) -> Judgement:
    """The judgement that `to_json_judgement` wrote; `ModelError` names all that is wrong with it."""
    unknown = sorted(set(data) - {"verdict", "by", "on", "why", "undoes", "change", "claims", "facts", "id"})
    if unknown:
        raise ModelError(f"a judgement has no field {', '.join(unknown)}")
    verdict = str(data.get("verdict", ""))
    if verdict not in [one.value for one in Verdict]:
        raise ModelError(f"no verdict {verdict!r}: one of {', '.join(one.value for one in Verdict)}")
    change = data.get("change", {})
    if not isinstance(change, dict):
        raise ModelError("change is a table of what is put right")
    return make_judgement(
        Verdict(verdict),
        by=_text(data, "by"),
        on=_text(data, "on"),
        why=_text(data, "why"),
        marks=(*map(_parse_claim_mark, _tables(data, "claims")), *map(_parse_fact_mark, _tables(data, "facts"))),
        undoes=_text(data, "undoes"),
        **change,
    )


def _text(data: Mapping[str, JSON], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise ModelError(f"{name} is a text, not {value!r}")
    return value


def _tables(data: Mapping[str, JSON], name: str) -> list[Mapping[str, JSON]]:
    value = data.get(name, [])
    if not isinstance(value, list):
        raise ModelError(f"{name} is a list of tables")
    return [one if isinstance(one, dict) else {} for one in value]


def _parse_claim_mark(data: Mapping[str, JSON]) -> ClaimMark:
    said = {name: value for name, value in data.items() if name not in ("quote", "nth", "of", "document")}
    _check_said(said)
    quote, nth, of = fold_quote(_text(data, "quote")), data.get("nth", 1), data.get("of", 1)
    if not quote:
        raise ModelError("a claim is named by its quote")
    if not isinstance(nth, int) or not isinstance(of, int) or not 1 <= nth <= of:
        raise ModelError(f"nth and of say which of how many equal rows, not {nth!r} of {of!r}")
    return ClaimMark(said=write_canonical(said), quote=quote, nth=nth, of=of, document=_text(data, "document"))


def _parse_fact_mark(data: Mapping[str, JSON]) -> FactMark:
    said = {name: value for name, value in data.items() if name != "fact"}
    _check_said(said)
    if not (name := _text(data, "fact")):
        raise ModelError("a fact is named by its id, under fact")
    return FactMark(said=write_canonical(said), id=name)


def _check_said(said: Mapping[str, JSON]) -> None:
    roles = roles_from_json(said)
    known = {name.rstrip("_") for name in type(roles).__dataclass_fields__}
    unknown = sorted(set(said) - known - {"type", "date", "modality", "missing", "heading"})
    if unknown:
        raise ModelError(f"{roles.TYPE} has no role {', '.join(unknown)}")
    if "date" in said:
        When.parse(str(said["date"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a judgement does in the register as it stands: how it went, the claims it binds, the facts it bears on.

    ``state``: ``applied``, ``differs`` (another person decided otherwise: neither is applied), ``unbound`` (nothing
    says this any more), ``refused`` (it cannot hold here), ``overtaken`` (by a later one of the same person) or
    ``undone``.
    """

    judgement: str
    state: str
    claims: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
