"""Things and facts as persons judged them: joined, parted, a value put first, a fact left out; each says by whom."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.facts.bench import Bench
from comity.facts.judged import Heard
from comity.facts.keys import Thing, coarse_key, coarse_key_of, fits_thing, fold_names
from comity.facts.shapes import shape_of
from comity.facts.values import show_number
from comity.model.claim import roles_from_json
from comity.model.fact import Fact, Rank, Reading, Standing
from comity.model.judgement import PAIRED, ClaimMark, FactMark, Judgement, Mark, Verdict
from comity.model.when import When
from comity.packs.reasons import say

ON_FACTS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT)
Effect = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """The things as persons joined and parted them; ``by_thing`` gives the judgements that made a thing what it is."""

    things: tuple[Thing, ...]
    names: Mapping[FactMark, str]
    by_thing: Mapping[str, tuple[Judgement, ...]]


def tie_things(things: Sequence[Thing], heard: Heard, bench: Bench) -> Tied:
    """The things, two that a person called the same made one, one of which a person said it is two parted.

    Both are bound by claims: of a quote those that say it, of a fact those that speak of it.
    """
    if not bench.force:
        return Tied(things=tuple(things), names={}, by_thing={})
    marks = {mark for one in bench.force for mark in one.marks if isinstance(mark, FactMark)}
    names = {mark: _find_thing(mark, things) for mark in sorted(marks)}
    by_thing: defaultdict[str, list[Judgement]] = defaultdict(list)
    tied = list(things)
    pairs = _chosen_pairs(bench)
    for verdict in (Verdict.NOT_SAME, Verdict.SAME):
        for one in pairs:
            if one.verdict is verdict:
                groups = [_claims_of(mark, tied, names, heard) for mark in one.marks]
                tied = (
                    _part(tied, groups, one, bench) if verdict is Verdict.NOT_SAME else _join(tied, groups, one, bench)
                )
    claims = {said.id: thing.id for thing in tied for said in thing.said}
    for one in pairs:
        if one.id in bench.applied:
            for mark in one.marks:
                for name in _claims_of(mark, things, names, heard):
                    if name in claims:
                        bench.facts[one.id].add(claims[name])
            for name in bench.facts[one.id]:
                by_thing[name].append(one)
    origin = {thing.id: claims[thing.said[0].id] for thing in things}
    return Tied(
        things=tuple(tied),
        names={mark: origin[name] for mark, name in names.items() if name},
        by_thing={name: tuple(ones) for name, ones in by_thing.items()},
    )


def _chosen_pairs(bench: Bench) -> list[Judgement]:
    """Of the judgements that two are one or are not, those that count, pair by pair."""
    pairs: defaultdict[tuple[Mark, ...], list[Judgement]] = defaultdict(list)
    for one in bench.of(*PAIRED):
        pairs[one.marks].append(one)
    found = []
    for ones in pairs.values():
        chosen = bench.choose((one, one.verdict) for one in ones)
        if chosen is not None:
            found.append(chosen)
            bench.applied -= {one.id for one in ones}  # applied when it has bound something
    return sorted(found, key=lambda one: one.order)


def _find_thing(mark: FactMark, things: Iterable[Thing]) -> str:
    """The thing that this mark names: by its id, else the only one that says what it said; else empty."""
    said = json.loads(mark.said)
    roles, date = roles_from_json(said), str(said.get("date", ""))
    key, names = coarse_key_of(roles, str(said.get("modality", "asserted"))), fold_names(roles, shape_of(roles))
    found = []
    for thing in things:
        if thing.id == mark.id:
            return thing.id
        claim = thing.said[0].claim
        if coarse_key(claim) == key and any(
            str(one.claim.when or "") == date and fold_names(one.claim.roles, thing.shape) == names
            for one in thing.said
        ):
            found.append(thing.id)
    return found[0] if len(found) == 1 else ""


def _claims_of(mark: Mark, things: Iterable[Thing], names: Mapping[FactMark, str], heard: Heard) -> frozenset[str]:
    if isinstance(mark, ClaimMark):
        return heard.bound[mark]
    return frozenset(said.id for thing in things if thing.id == names[mark] for said in thing.said)


def _join(things: Sequence[Thing], groups: Sequence[frozenset[str]], judgement: Judgement, bench: Bench) -> list[Thing]:
    """The things with all that hold a claim of either group made one, under the first of their ids."""
    meant = [thing for thing in things if any(said.id in group for group in groups for said in thing.said)]
    if not meant or not all(any(said.id in group for thing in meant for said in thing.said) for group in groups):
        return list(things)
    kinds = {(thing.said[0].claim.type, thing.said[0].claim.modality) for thing in meant}
    if len(kinds) > 1 or len({thing.said[0].claim.parties() for thing in meant}) > 1:
        bench.refused.add(judgement.id)
        return list(things)
    bench.applied.add(judgement.id)
    said = {one.id: one for thing in meant for one in thing.said}
    first = min(meant, key=lambda thing: thing.id)
    joined = replace(first, said=tuple(said[name] for name in sorted(said)))
    gone = {thing.id for thing in meant}
    return sorted([*(thing for thing in things if thing.id not in gone), joined], key=lambda thing: thing.id)


def _part(things: Sequence[Thing], groups: Sequence[frozenset[str]], judgement: Judgement, bench: Bench) -> list[Thing]:
    """The things, each that holds claims of both groups parted: the second group's go to a thing of their own."""
    one, other = groups
    if one and other:
        bench.applied.add(judgement.id)
    out: list[Thing] = []
    for thing in things:
        names = {said.id for said in thing.said}
        apart = names & (other - one)
        if not (names & one and apart):
            out.append(thing)
            continue
        own = hashlib.sha256(f"{thing.id}\x1fapart\x1f{judgement.marks[1].said}".encode()).hexdigest()[:16]
        out.append(replace(thing, said=tuple(said for said in thing.said if said.id not in apart)))
        out.append(replace(thing, id=own, said=tuple(said for said in thing.said if said.id in apart)))
    return sorted(out, key=lambda thing: thing.id)


def judge_facts(facts: Iterable[Fact], tied: Tied, heard: Heard, bench: Bench) -> list[Fact]:
    """The facts as persons decided: a value they accepted first, a date they put right, those rejected left out."""
    if not bench.force:
        return list(facts)
    marked: defaultdict[str, list[tuple[Judgement, FactMark]]] = defaultdict(list)
    for one in bench.of(*ON_FACTS):
        for mark in one.marks:
            if isinstance(mark, FactMark) and mark in tied.names:
                marked[tied.names[mark]].append((one, mark))
    beside = _rejected_beside(tied.things, heard, bench)
    out = []
    for fact in facts:
        judged = _judge(fact, marked.get(fact.id, []), heard, bench)
        if judged is not None:
            rests = (*beside.get(fact.id, ()), *tied.by_thing.get(fact.id, ()))
            out.append(_note_changes(judged, rests, heard, bench))
    return out


def _judge(fact: Fact, marked: Sequence[tuple[Judgement, FactMark]], heard: Heard, bench: Bench) -> Fact | None:
    effects: list[tuple[Judgement, Effect]] = []
    for one, mark in marked:
        effect = _effect(one, mark, fact)
        if effect is not None:
            effects.append((one, effect))
    for place, reading in enumerate(fact.readings):
        for name in reading.claims:
            effects += [(one, ("accept", str(place))) for one in heard.accepted.get(name, ())]
    chosen = bench.choose(effects)
    for one, _ in effects:
        bench.facts[one.id].add(fact.id)
    if chosen is None:
        return fact
    if chosen.verdict is Verdict.REJECT:
        return None
    kind, value = next(effect for one, effect in effects if one.id == chosen.id)
    return _accept(fact, int(value), chosen) if kind == "accept" else _redate(fact, When.parse(value), chosen)


def _effect(one: Judgement, mark: FactMark, fact: Fact) -> Effect | None:
    if one.verdict is Verdict.REJECT:
        return "reject", ""
    if one.verdict is Verdict.CORRECT:
        return "correct", str(one.changes["date"])
    said = json.loads(mark.said)
    number = show_number(roles_from_json(said))
    for place, reading in enumerate(fact.readings):
        if str(reading.when or "") == said.get("date", "") and show_number(reading.roles) == number:
            return "accept", str(place)
    return None


def _accept(fact: Fact, place: int, one: Judgement) -> Fact:
    first = fact.readings[place]
    reason = say("accepted", by=one.by, on=one.on, why=one.why)
    value = " ".join(text for text in (show_number(first.roles), str(first.when or "")) if text) or "—"
    rest = [
        replace(reading, rank=Rank.NORMAL, rule="set_back", reason=_set_back(reading, value, one))
        if reading.rank is Rank.PREFERRED
        else reading
        for number, reading in enumerate(fact.readings)
        if number != place
    ]
    roles = fact.roles if place == 0 else first.roles
    return replace(
        fact,
        roles=roles,
        standing=Standing.JUDGED,
        readings=(replace(first, rank=Rank.PREFERRED, rule="accepted", reason=reason), *rest),
        judgements=(one.id,),
    )


def _set_back(reading: Reading, value: str, one: Judgement) -> str:
    return say("set_back", by=one.by, on=one.on, preferred=value, before=reading.reason)


def _redate(fact: Fact, when: When, one: Judgement) -> Fact:
    """The fact with the date that a person gives, over the claims that speak of it; what they say stands behind."""
    said = ", ".join(str(reading.when or "—") for reading in fact.readings)
    first = replace(
        fact.readings[0],
        when=when,
        claims=fact.claims(),
        documents=tuple(sorted({name for reading in fact.readings for name in reading.documents})),
        rule="corrected",
        reason=say("date_corrected", by=one.by, on=one.on, why=one.why, before=said),
    )
    rest = [
        replace(reading, rank=Rank.NORMAL, rule="set_back", reason=_set_back(reading, str(when), one))
        if reading.rank is Rank.PREFERRED
        else reading
        for reading in fact.readings
    ]
    return replace(fact, standing=Standing.JUDGED, readings=(first, *rest), judgements=(one.id,))


def _rejected_beside(things: Sequence[Thing], heard: Heard, bench: Bench) -> Mapping[str, tuple[Judgement, ...]]:
    """For each thing the judgements that took a claim away from it: it stands as it does for want of that one."""
    by_key: defaultdict[tuple[str, ...], list[Thing]] = defaultdict(list)
    for thing in things if heard.rejected else ():
        by_key[coarse_key(thing.said[0].claim)].append(thing)
    found: defaultdict[str, dict[str, Judgement]] = defaultdict(dict)
    for said, one in heard.rejected.values():
        for thing in by_key.get(coarse_key(said.claim), ()):
            if any(fits_thing(said.claim, other.claim, thing.shape) for other in thing.said):
                found[thing.id][one.id] = one
                bench.facts[one.id].add(thing.id)
    return {name: tuple(ones[key] for key in sorted(ones)) for name, ones in found.items()}


def _note_changes(fact: Fact, rests: Iterable[Judgement], heard: Heard, bench: Bench) -> Fact:
    """The fact with the judgements it rests on, and each reading of a corrected claim saying who put it right."""
    ids = {*fact.judgements, *(one.id for one in rests)}
    readings = []
    for reading in fact.readings:
        changed = {heard.changed[name].id: heard.changed[name] for name in reading.claims if name in heard.changed}
        for name in changed:
            bench.facts[name].add(fact.id)
            ids.add(name)
        words = [_say_changed(changed[name]) for name in sorted(changed)]
        readings.append(replace(reading, reason="; ".join([reading.reason, *words])) if words else reading)
    return fact if not ids else replace(fact, readings=tuple(readings), judgements=tuple(sorted(ids)))


def _say_changed(one: Judgement) -> str:
    rule = "corrected" if one.verdict is Verdict.CORRECT else "ruled"
    return say(rule, by=one.by, on=one.on, why=one.why)


def reject_inferred(facts: Sequence[Fact], bench: Bench) -> Iterator[Fact]:
    """The facts without the conclusions that persons rejected, and without those that rest on these."""
    gone: set[str] = set()
    for one in bench.of(Verdict.REJECT):
        for mark in one.marks:
            for fact in facts:
                if isinstance(mark, FactMark) and fact.standing is Standing.INFERRED and _is_meant(mark, fact):
                    gone.add(fact.id)
                    bench.applied.add(one.id)
    while more := {fact.id for fact in facts if fact.id not in gone and _rests_on(fact, gone)}:
        gone |= more
    return (fact for fact in facts if fact.id not in gone)


def _is_meant(mark: FactMark, fact: Fact) -> bool:
    if fact.id == mark.id:
        return True
    said = json.loads(mark.said)
    key = coarse_key_of(roles_from_json(said), str(said.get("modality", "asserted")))
    return coarse_key_of(fact.roles, fact.modality) == key and str(fact.when or "") == said.get("date", "")


def _rests_on(fact: Fact, gone: set[str]) -> bool:
    return fact.standing is Standing.INFERRED and fact.inference is not None and bool(gone & set(fact.inference.facts))
