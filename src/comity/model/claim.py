"""What one passage says: a typed, dated statement tied to the characters that say it (docs/reference/claims.md).

A claim is a tagged union: ``Claim.roles`` is one of fourteen records, and the record's class is the claim's type.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from comity.errors import ModelError
from comity.model.passage import RowPlace
from comity.model.roles import JSON, Roles, iter_parties, roles_from_json, roles_json
from comity.model.selector import Selector
from comity.model.when import When

MODALITIES = ("asserted", "planned", "requested", "cancelled", "alleged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What a row whose party is missing still tells of it: the parties that its words may mean, and those words.

    ``kind``: ``link`` (a link's target, a picture's name), ``note`` (a name), ``people`` (an adjective), ``city`` (in
    that state), ``office`` (somebody of it).
    """

    kind: str
    parties: tuple[str, ...]
    quote: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of one passage.

    ``when`` is the date the text gives, as precise as the text; ``evidence`` the sentence, row or item that says it;
    ``context`` the stretches outside it without which it can't be read; ``rule`` the frame that read it;
    ``origin`` who read it (``comity``, or the name of a second witness). ``clues`` are kept where a party is missing.
    """

    roles: Roles
    document: str
    evidence: Selector
    when: When | None = None
    modality: str = "asserted"
    attributed_to: str | None = None
    context: tuple[Selector, ...] = ()
    missing: str | None = None
    place: RowPlace | None = None
    alternatives: tuple[When, ...] = ()
    rule: str = ""
    origin: str = "comity"
    clues: tuple[Clue, ...] = ()

    def __post_init__(self) -> None:
        if self.modality not in MODALITIES:
            raise ModelError(f"no modality {self.modality!r}: one of {', '.join(MODALITIES)}")

    @property
    def type(self) -> str:
        """The name of the claim's type, as in the contract."""
        return self.roles.TYPE

    @property
    def id(self) -> str:
        """A name that is the same on every run: type, place and content, hashed to 16 hex digits."""
        return hashlib.sha256(json.dumps(to_json(self), sort_keys=True).encode()).hexdigest()[:16]

    def parties(self) -> tuple[str, ...]:
        """All parties the claim names, sorted, each once (organizations included)."""
        return tuple(sorted(set(iter_parties(self.roles))))


def to_json(claim: Claim) -> dict[str, JSON]:
    """The claim as the contract writes it: one flat object, fields that do not apply left out, parties sorted."""
    out = roles_json(claim.roles)
    if claim.place is not None:
        out |= {"table": claim.place.table, "row": claim.place.row}
        if claim.place.heading:
            out["heading"] = claim.place.heading
    if claim.missing:
        out["missing"] = claim.missing
    if claim.when is not None:
        out["date"] = str(claim.when)
    if claim.alternatives:
        out["alternatives"] = [str(when) for when in claim.alternatives]
    out["modality"] = claim.modality
    if claim.attributed_to:
        out["attributed_to"] = claim.attributed_to
    out["evidence"] = {"document": claim.document, **_selector_json(claim.evidence)}
    if claim.context:
        out["context"] = [_selector_json(one) for one in claim.context]
    if claim.clues:
        out["clues"] = [
            {"kind": one.kind, "parties": list(one.parties), **_selector_json(one.quote)} for one in claim.clues
        ]
    if claim.rule:
        out["rule"] = claim.rule
    if claim.origin != "comity":
        out["origin"] = claim.origin
    return out


def _selector_json(selector: Selector) -> dict[str, JSON]:
    return {"start": selector.start, "end": selector.end, "quote": selector.quote}


def from_json(data: Mapping[str, JSON]) -> Claim:
    """The claim that ``to_json`` wrote; raises `ModelError` that names the field where it is not one."""
    place = None
    if "table" in data and "row" in data:
        heading = data.get("heading")
        place = RowPlace(
            table=_integer(data["table"]), row=_integer(data["row"]), heading=None if heading is None else str(heading)
        )
    evidence = data.get("evidence")
    if not isinstance(evidence, dict):
        raise ModelError("a claim without evidence is not a claim")
    context = data.get("context") or []
    alternatives = data.get("alternatives") or []
    clues = data.get("clues") or []
    if not isinstance(context, list) or not isinstance(alternatives, list) or not isinstance(clues, list):
        raise ModelError("context, alternatives and clues are lists")
    return Claim(
        roles=roles_from_json(data),
        document=str(evidence["document"]),
        evidence=_selector(evidence),
        when=When.parse(str(data["date"])) if "date" in data else None,
        modality=str(data.get("modality", "asserted")),
        attributed_to=None if data.get("attributed_to") is None else str(data["attributed_to"]),
        context=tuple(_selector(one) for one in context if isinstance(one, dict)),
        missing=None if data.get("missing") is None else str(data["missing"]),
        place=place,
        alternatives=tuple(When.parse(str(one)) for one in alternatives),
        rule=str(data.get("rule", "")),
        origin=str(data.get("origin", "comity")),
        clues=tuple(_clue(one) for one in clues if isinstance(one, dict)),
    )


def _clue(data: Mapping[str, JSON]) -> Clue:
    parties = data.get("parties")
    if not isinstance(parties, list):
        raise ModelError("the parties of a clue are a list")
    return Clue(kind=str(data["kind"]), parties=tuple(str(one) for one in parties), quote=_selector(data))


def _integer(value: JSON) -> int:
    if not isinstance(value, int):
        raise ModelError(f"{value!r} is not a whole number")
    return value


def _selector(data: Mapping[str, JSON]) -> Selector:
    return Selector(start=_integer(data["start"]), end=_integer(data["end"]), quote=str(data["quote"]))
