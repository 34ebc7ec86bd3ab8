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
from comity.model.fact import Fact, Rank, Reading, Standing
from comity.model.judgement import PAIRED, ClaimMark, FactMark, Judgement, Mark, Verdict
from comity.model.roles import Roles, roles_from_json
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
    names = _name_marks({mark for one in bench.force for mark in one.marks if isinstance(mark, FactMark)}, things)
    before = {thing.id: frozenset(said.id for said in thing.said) for thing in things}
    table = _Table(things)
    pairs = [
        (
            one,
            [
                heard.bound[mark] if isinstance(mark, ClaimMark) else before.get(names[mark], _NONE)
                for mark in one.marks
            ],
        )
        for one in _chosen_pairs(bench)
    ]
    for verdict, tie in ((Verdict.NOT_SAME, _part), (Verdict.SAME, _join)):
        for one, groups in pairs:
            if one.verdict is verdict:
                tie(table, groups, one, bench)
    by_thing: defaultdict[str, list[Judgement]] = defaultdict(list)
    for one, groups in pairs:
        if one.id in bench.applied:
            bench.facts[one.id] |= {table.of[name] for group in groups for name in group if name in table.of}
            for name in bench.facts[one.id]:
                by_thing[name].append(one)
    return Tied(
        things=tuple(table.things[name] for name in sorted(table.things)),
        names={mark: table.of[min(before[name])] for mark, name in names.items() if name},
        by_thing={name: tuple(ones) for name, ones in by_thing.items()},
    )


_NONE: frozenset[str] = frozenset()


class _Table:
    """The things by id, and for each claim the thing that it speaks of, while things are joined and parted."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.things: dict[str, Thing] = {}
        self.of: dict[str, str] = {}
        for thing in things:
            self.put(thing)

    def put(self, thing: Thing) -> None:
        self.things[thing.id] = thing
        for said in thing.said:
            self.of[said.id] = thing.id

    def holding(self, names: Iterable[str]) -> list[Thing]:
        """The things that these claims speak of, by id."""
        return [self.things[key] for key in sorted({self.of[name] for name in names if name in self.of})]


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


def _name_marks(marks: Iterable[FactMark], things: Sequence[Thing]) -> Mapping[FactMark, str]:
    """The thing that each mark names: by its id, else the only one that says what it said; else empty."""
    ids = {thing.id for thing in things}
    by_key: defaultdict[tuple[str, ...], list[Thing]] = defaultdict(list)
    if any(mark.id not in ids for mark in marks):
        for thing in things:
            by_key[coarse_key(thing.said[0].claim)].append(thing)
    return {mark: mark.id if mark.id in ids else _only_like(mark, by_key) for mark in sorted(marks)}


def roles_of_mark(mark: FactMark) -> Roles:
    """The roles of the fact as it was when it was judged."""
    return roles_from_json(json.loads(mark.said))


def _only_like(mark: FactMark, by_key: Mapping[tuple[str, ...], Sequence[Thing]]) -> str:
    said = json.loads(mark.said)
    roles, date = roles_from_json(said), str(said.get("date", ""))
    names = fold_names(roles, shape_of(roles))
    found = [
        thing.id
        for thing in by_key.get(coarse_key_of(roles, str(said.get("modality", "asserted"))), ())
        if any(
            str(one.claim.when or "") == date and fold_names(one.claim.roles, thing.shape) == names
            for one in thing.said
        )
    ]
    return found[0] if len(found) == 1 else ""


def _join(table: _Table, groups: Sequence[frozenset[str]], judgement: Judgement, bench: Bench) -> None:
    """Nothing; all things that hold a claim of either group are one, under the first of their ids."""
    if not all(table.holding(group) for group in groups):
        return
    meant = table.holding(frozenset().union(*groups))
    kinds = {(thing.said[0].claim.type, thing.said[0].claim.modality, thing.said[0].claim.parties()) for thing in meant}
    if len(kinds) > 1:
        bench.refused.add(judgement.id)
        return
    bench.applied.add(judgement.id)
    said = {one.id: one for thing in meant for one in thing.said}
    for thing in meant:
        del table.things[thing.id]
    table.put(replace(meant[0], said=tuple(said[name] for name in sorted(said))))


def _part(table: _Table, groups: Sequence[frozenset[str]], judgement: Judgement, bench: Bench) -> None:
    """Nothing; of each thing that holds claims of both groups, the second group's are a thing of their own."""
    one, other = groups
    if table.holding(one) and table.holding(other):
        bench.applied.add(judgement.id)
    for thing in table.holding(one):
        apart = {said.id for said in thing.said} & (other - one)
        if not apart:
            continue
        own = hashlib.sha256(f"{thing.id}\x1fapart\x1f{judgement.marks[1].said}".encode()).hexdigest()[:16]
        table.put(replace(thing, said=tuple(said for said in thing.said if said.id not in apart)))
        table.put(replace(thing, id=own, said=tuple(said for said in thing.said if said.id in apart)))


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
        confidence=None,
        kind=(),
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
    return replace(
        fact, standing=Standing.JUDGED, readings=(first, *rest), judgements=(one.id,), confidence=None, kind=()
    )


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
    rejected = [(one, mark) for one in bench.of(Verdict.REJECT) for mark in one.marks if isinstance(mark, FactMark)]
    concluded = [fact for fact in facts if fact.standing is Standing.INFERRED] if rejected else []
    by_value = {(coarse_key_of(fact.roles, fact.modality), str(fact.when or "")): fact.id for fact in concluded}
    ids = {fact.id for fact in concluded}
    gone: set[str] = set()
    for one, mark in rejected:
        said = json.loads(mark.said)
        key = coarse_key_of(roles_from_json(said), str(said.get("modality", "asserted")))
        name = mark.id if mark.id in ids else by_value.get((key, str(said.get("date", ""))))
        if name is not None:
            gone.add(name)
            bench.applied.add(one.id)
    while more := {fact.id for fact in concluded if fact.id not in gone and _rests_on(fact, gone)}:
        gone |= more
    return (fact for fact in facts if fact.id not in gone)


def _rests_on(fact: Fact, gone: set[str]) -> bool:
    return fact.standing is Standing.INFERRED and fact.inference is not None and bool(gone & set(fact.inference.facts))
