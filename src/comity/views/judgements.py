"""Persons' decisions to be read: who, when, why, about what, and what became of each; and what may be decided on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from comity.errors import NotRecorded, UsageError
from comity.facts.bench import show_mark
from comity.facts.judged import number_alike
from comity.model.claim import Claim
from comity.model.fact import Fact
from comity.model.judgement import (
    ClaimMark,
    FactMark,
    Judgement,
    Mark,
    Ruling,
    mark_claim,
    mark_fact,
    to_json_judgement,
)
from comity.model.roles import JSON
from comity.views.reads import Reads

SHORT_ID = 8
NEW = "new"  # not heard yet: made since the facts were


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement with what became of it; ``about`` says in a line each what it is about."""

    judgement: Judgement
    state: str
    about: tuple[str, ...]
    claims: tuple[str, ...]
    facts: tuple[str, ...]

    def to_json(self) -> dict[str, JSON]:
        """The judgement's own record, with its id and state, and the claims and facts it bears on."""
        return {
            "id": self.judgement.id,
            "state": self.state,
            **to_json_judgement(self.judgement),
            "about": list(self.about),
            "binds": list(self.claims),
            "bears_on": list(self.facts),
        }


def list_judgements(register: Reads, keys: Collection[str] | None = None) -> tuple[Judged, ...]:
    """All judgements, or those of these ids, in the order they were made, each with what became of it."""
    rulings = register.rulings()
    wanted = None if keys is None else set(keys)
    ones = [one for one in register.judgements() if wanted is None or one.id in wanted]
    return tuple(_judged(one, rulings) for one in ones)


def _judged(one: Judgement, rulings: Mapping[str, Ruling]) -> Judged:
    ruling = rulings.get(one.id) or Ruling(judgement=one.id, state=NEW)
    about = [show_mark(mark) for mark in one.marks] or [f"judgement {one.undoes}"]
    about += [f"{name} = {value}" for name, value in one.changes.items()]
    return Judged(judgement=one, state=ruling.state, about=tuple(about), claims=ruling.claims, facts=ruling.facts)


def render_judgements(judged: Iterable[Judged]) -> Iterator[str]:
    """The lines of judgements: id, verdict, who and when, what became of it; then the reason and what it is about."""
    for each in judged:
        one = each.judgement
        yield f"{one.id[:SHORT_ID]}  {one.verdict} · {one.by} · {one.on} · {each.state}"
        yield f"  {one.why}"
        yield from (f"    {line}" for line in each.about)
        yield f"  {len(each.claims)} claims, {len(each.facts)} facts"


def find_judgement(register: Reads, key: str) -> Judgement:
    """The judgement of this id, or the one whose id begins so; `NotRecorded` where there is none or several."""
    found = [one for one in register.judgements() if one.id.startswith(key)] if key else []
    if len(found) != 1:
        raise NotRecorded(f"the register holds no judgement {key!r}: `comity judge list` shows those there are")
    return found[0]


def find_mark(register: Reads, target: str, *, date: str | None = None, here: bool = False) -> Mark:
    """What is meant by a fact's or claim's id (or its beginning), or by a row's place, ``list:2:15``.

    ``date`` chooses the value of a fact where documents give several. With ``here`` only the claim's own document is
    meant, not every one that says the same in the same words; of a lost row it always is, with its copies.
    """
    found = _find_fact(register, target)
    if found is not None and not here:
        return _fact_mark(found, date)
    if date is not None:
        raise UsageError("date= chooses a value of a fact: name the fact, or the claim that says it")
    if found is not None:
        raise UsageError("--here is about the document of a claim: name the claim that it says")
    claim = _find_claim(register, target)
    alike = sorted(register.iter_claims(document=claim.document), key=lambda one: (one.evidence.start, one.id))
    keys = dict(zip((one.id for one in alike), number_alike(alike), strict=True))
    _, _, nth, of = keys[claim.id]
    return mark_claim(claim, nth=nth, of=of, document=claim.document if here or claim.missing else "")


def _find_fact(register: Reads, target: str) -> Fact | None:
    try:
        return register.get_fact(target)
    except NotRecorded:
        return None


def _fact_mark(fact: Fact, date: str | None) -> FactMark:
    if date is None:
        return mark_fact(fact)
    for reading in fact.readings:
        if str(reading.when or "") == date:
            return mark_fact(replace(fact, roles=reading.roles, readings=(reading,)))
    dates = ", ".join(dict.fromkeys(str(reading.when or "no date") for reading in fact.readings))
    raise UsageError(f"no document gives {date} for it, but {dates}: `comity judge correct` puts a date right")


def _find_claim(register: Reads, target: str) -> Claim:
    document, *place = target.rsplit(":", 2)
    if len(place) == 2 and all(one.isdigit() for one in place):
        at = tuple(map(int, place))
        claims = [
            claim
            for claim in register.iter_claims(document=document)
            if claim.place is not None and (claim.place.table, claim.place.row) == at
        ]
        lost = [claim for claim in claims if claim.missing] or claims
        if len(lost) == 1:
            return lost[0]
        raise NotRecorded(f"{len(lost)} claims stand at {target}: name one by its id (`comity rows --json` has it)")
    try:
        return register.get_claim(target)
    except NotRecorded:
        raise NotRecorded(
            f"the register holds no fact, claim or row {target!r}: `comity show`, `comity why`, `comity rows` have ids"
        ) from None


def rows_alike(register: Reads, claims: Iterable[Claim]) -> Mapping[ClaimMark, tuple[str, ...]]:
    """The ids of lost rows that one ruling settles, by the mark of the first: the same row in copies of a document."""
    ordered = sorted(claims, key=lambda one: (one.document, one.evidence.start, one.id))
    copies = register.copies()
    found: defaultdict[ClaimMark, list[str]] = defaultdict(list)
    for claim, (said, quote, nth, of) in zip(ordered, number_alike(ordered), strict=True):
        found[
            ClaimMark(said=said, quote=quote, nth=nth, of=of, document=copies.get(claim.document, claim.document))
        ].append(claim.id)
    return {mark: tuple(found[mark]) for mark in sorted(found)}
