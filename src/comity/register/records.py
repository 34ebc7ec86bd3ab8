"""Records as they are kept, and back: one JSON text a record, the same text for the same record."""

from __future__ import annotations

import json
import struct
from base64 import b85decode, b85encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from comity.errors import ModelError
from comity.model.change import Seat
from comity.model.claim import Claim, from_json, to_json
from comity.model.document import Document, Found, Source
from comity.model.fact import Candidate, Fact, Inference, MissingRow, Rank, Reading, Standing
from comity.model.judgement import Judgement, Ruling, from_json_judgement, to_json_judgement
from comity.model.origin import Origin, SourceGuess
from comity.model.roles import JSON, TYPES, Roles, iter_parties
from comity.model.when import When
from comity.register.cells import dict_in, list_in, place_in, share_in, strings_in, text_in, when_in, when_out

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the register knows of a document without its text: enough to tell whether it must be read again."""

    place: str
    digest: str
    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a register holds. ``conflicts`` are disputed facts, ``open_rows`` rows whose party nothing settles."""

    documents: int
    claims: int
    facts: int
    conflicts: int
    missing_rows: int
    open_rows: int
    issues: int


def write_json(value: Mapping[str, JSON]) -> str:
    """The one text of this value: sorted keys, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(text: str) -> dict[str, JSON]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ModelError(f"not a kept record: {text[:60]!r}")
    return value


def write_claim(claim: Claim) -> str:
    """The claim as the contract writes it, on one line."""
    return write_json(to_json(claim))


def parse_claim(text: str) -> Claim:
    """The claim that `write_claim` wrote."""
    return from_json(_read(text))


def write_document(document: Document) -> str:
    """What the document says of itself (its source is kept in columns of its own)."""
    found: dict[str, JSON] = {"language": _found(document.language, str)}
    if document.date:
        found["date"] = _found(document.date, str)
    if document.title:
        found["title"] = _found(document.title, str)
    if document.topic:
        found["topic"] = _found(document.topic, list)
    return write_json(found)


def parse_document(source: Source, text: str) -> Document:
    """The document of this source that `write_document` wrote."""
    found = _read(text)
    return Document(
        source=source,
        language=_parse_found(found["language"], str),
        date=_parse_found(found["date"], lambda value: When.parse(str(value))) if "date" in found else None,
        title=_parse_found(found["title"], str) if "title" in found else None,
        topic=_parse_found(found["topic"], strings_in) if "topic" in found else None,
    )


def parse_past_document(key: str, text: str) -> Document:
    """The document of this id as the past keeps it: its columns and its body in one text."""
    kept = {name: str(value) for name, value in _read(text).items()}
    source = Source(
        id=key, place=kept["place"], digest=kept["digest"], media_type=kept["media_type"], text=kept["text"]
    )
    return parse_document(source, kept["body"])


def write_origin(origin: Origin) -> str:
    """What facts ask of a document."""
    return write_json(
        {
            "language": origin.language,
            "date": when_out(origin.date),
            "kind": origin.source.kind,
            "party": origin.source.party,
            "how": origin.source.how,
        }
    )


def parse_origin(document: str, text: str) -> Origin:
    """The origin of this document that `write_origin` wrote."""
    data = _read(text)
    return Origin(
        document=document,
        language=str(data["language"]),
        date=when_in(data["date"]),
        source=SourceGuess(kind=str(data["kind"]), party=text_in(data["party"]), how=str(data["how"])),
    )


def write_pieces(pieces: Sequence[int]) -> str:
    """The hashes of a sketch, four bytes each, as letters."""
    return b85encode(struct.pack(f"<{len(pieces)}I", *pieces)).decode()


def parse_pieces(text: str) -> tuple[int, ...]:
    """The hashes that `write_pieces` wrote."""
    packed = b85decode(text)
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def write_seat(seat: Seat) -> str | None:
    """How a row without a party was settled; ``None`` where cell and pair say all."""
    if seat.party is None and seat.rule is None and not seat.either:
        return None
    return write_json({"party": seat.party, "rule": seat.rule, "either": list(seat.either)})


def parse_seat(cell: str | None, pair: str | None, text: str | None) -> Seat | None:
    """Where a claim is used; ``None`` where no facts were made of it yet."""
    if cell is None or pair is None:
        return None
    data = _read(text) if text else {"party": None, "rule": None, "either": []}
    return Seat(
        cell=cell,
        pair=pair,
        party=text_in(data["party"]),
        rule=text_in(data["rule"]),
        either=strings_in(data["either"]),
    )


def write_fact(fact: Fact) -> str:
    """The fact, with its readings in their order; the judgements it rests on only where there are some."""
    kept: dict[str, JSON] = {
        "id": fact.id,
        "roles": _roles(fact.roles),
        "modality": fact.modality,
        "standing": fact.standing.value,
        "readings": [_reading(reading) for reading in fact.readings],
        "inference": None if fact.inference is None else _inference(fact.inference),
    }
    if fact.judgements:
        kept["judgements"] = list(fact.judgements)
    if fact.confidence is not None:
        kept |= {"confidence": fact.confidence, "kind": list(fact.kind)}
    return write_json(kept)


def parse_fact(text: str) -> Fact:
    """The fact that `write_fact` wrote."""
    data = _read(text)
    inference = data["inference"]
    return Fact(
        id=str(data["id"]),
        roles=_parse_roles(data["roles"]),
        modality=str(data["modality"]),
        standing=Standing(str(data["standing"])),
        readings=tuple(_parse_reading(one) for one in list_in(data["readings"])),
        inference=None if inference is None else _parse_inference(inference),
        judgements=strings_in(data.get("judgements", [])),
        confidence=share_in(data.get("confidence")),
        kind=strings_in(data.get("kind", [])),
    )


def write_inference(inference: Inference | None) -> str | None:
    """The inference of a fact, or ``None`` where the fact rests on claims alone."""
    return None if inference is None else write_json(_inference(inference))


def fact_parties(fact: Fact) -> tuple[str, ...]:
    """All parties of the fact and of its readings, sorted, each once."""
    roles = (fact.roles, *(reading.roles for reading in fact.readings))
    return tuple(sorted({party for one in roles for party in iter_parties(one)}))


def write_missing(row: MissingRow) -> str:
    """The row whose party is missing, with its candidates in their order."""
    return write_json(
        {
            "claim": row.claim,
            "known": row.known,
            "when": when_out(row.when),
            "candidates": [
                {"party": one.party, "score": one.score, "reasons": list(one.reasons)} for one in row.candidates
            ],
            "settled": row.settled,
            "rule": row.rule,
            "reason": row.reason,
            "together": list(row.together),
        }
    )


def parse_missing(text: str) -> MissingRow:
    """The row that `write_missing` wrote."""
    data = _read(text)
    return MissingRow(
        claim=str(data["claim"]),
        known=str(data["known"]),
        when=when_in(data["when"]),
        candidates=tuple(_parse_candidate(one) for one in list_in(data["candidates"])),
        settled=text_in(data["settled"]),
        rule=text_in(data["rule"]),
        reason=text_in(data["reason"]),
        together=strings_in(data["together"]),
    )


def write_judgement(judgement: Judgement) -> str:
    """The judgement, on one line."""
    return write_json(to_json_judgement(judgement))


def parse_judgement(text: str) -> Judgement:
    """The judgement that `write_judgement` wrote."""
    return from_json_judgement(_read(text))


def write_ruling(ruling: Ruling) -> str:
    """What became of a judgement: the claims and facts it bears on."""
    return write_json({"claims": list(ruling.claims), "facts": list(ruling.facts)})


def parse_ruling(judgement: str, state: str, text: str) -> Ruling:
    """The ruling that `write_ruling` wrote, of this judgement and state."""
    data = _read(text)
    return Ruling(judgement=judgement, state=state, claims=strings_in(data["claims"]), facts=strings_in(data["facts"]))


def _found(found: Found[T], write: Callable[[T], JSON]) -> JSON:
    return {"value": write(found.value), "how": found.how, "start": found.start, "end": found.end}


def _parse_found(data: JSON, parse: Callable[[JSON], T]) -> Found[T]:
    data = dict_in(data)
    return Found(
        value=parse(data["value"]), how=str(data["how"]), start=place_in(data["start"]), end=place_in(data["end"])
    )


def _roles(roles: Roles) -> JSON:
    out: dict[str, JSON] = {"type": roles.TYPE}
    for item in fields(roles):
        value = getattr(roles, item.name)
        if value is not None and value != ():
            out[item.name.rstrip("_")] = list(value) if isinstance(value, tuple) else value
    return out


def _parse_roles(data: JSON) -> Roles:
    data = dict_in(data)
    kind = TYPES[str(data["type"])]
    values: dict[str, object] = {}
    for item in fields(kind):
        value = data.get(item.name.rstrip("_"))
        if value is not None:
            values[item.name] = tuple(value) if isinstance(value, list) else value
    if "parties" in kind.__dataclass_fields__:  # left out when empty
        values.setdefault("parties", ())
    make: Callable[..., Roles] = kind
    return make(**values)


def _reading(reading: Reading) -> JSON:
    return {
        "when": when_out(reading.when),
        "roles": _roles(reading.roles),
        "claims": list(reading.claims),
        "documents": list(reading.documents),
        "rank": reading.rank.value,
        "rule": reading.rule,
        "reason": reading.reason,
    }


def _parse_reading(data: JSON) -> Reading:
    data = dict_in(data)
    return Reading(
        when=when_in(data["when"]),
        roles=_parse_roles(data["roles"]),
        claims=strings_in(data["claims"]),
        documents=strings_in(data["documents"]),
        rank=Rank(str(data["rank"])),
        rule=str(data["rule"]),
        reason=str(data["reason"]),
    )


def _inference(inference: Inference) -> dict[str, JSON]:
    return {"rule": inference.rule, "reason": inference.reason, "facts": list(inference.facts)}


def _parse_inference(data: JSON) -> Inference:
    data = dict_in(data)
    return Inference(rule=str(data["rule"]), reason=str(data["reason"]), facts=strings_in(data["facts"]))


def _parse_candidate(data: JSON) -> Candidate:
    data = dict_in(data)
    score = data["score"]
    if not isinstance(score, int | float):
        raise ModelError(f"{score!r} is no score")
    return Candidate(party=str(data["party"]), score=float(score), reasons=strings_in(data["reasons"]))
