"""Facts of predecessors → what goes on with the successor, only by a stated rule and as a conclusion that says so."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.facts.atlas import Atlas, Step
from comity.model.fact import Fact, Inference, Rank, Reading, Standing
from comity.model.roles import Relations
from comity.model.when import When
from comity.packs.reasons import say

ENDS = ("severed",)
Pair = tuple[str, ...]
Beside = Mapping[tuple[str, int, int], set[str]]
"""Place of a row or sentence (document, start, end) → the ids of the facts of relations that it gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A pair followed through the continuations of its parties: KAZ–YUG → KAZ–SCG → KAZ–SRB, step by step."""

    parties: Pair
    steps: tuple[Step, ...]


def infer_succession(facts: Iterable[Fact], atlas: Atlas) -> Iterator[Fact]:
    """The relations that go on with a party's continuation, as inferred facts; none where a document says it itself.

    KAZ–YUG of 1996-12-10 gives KAZ–SCG from 2003 and KAZ–SRB from 2006, because Serbia continued the one that
    continued Yugoslavia. A state that only came out of another (MNE, KAZ of SUN) inherits nothing by this rule.
    """
    pairs = _relations_by_pair(facts)
    found: dict[Pair, tuple[Fact, Chain]] = {}
    for pair in sorted(pairs):
        base = _base(pairs[pair])
        if base is None:
            continue
        for chain in find_chains(pair, base.when, atlas):
            if not _is_said(pairs.get(chain.parties, ())) and _lasts(pairs[pair], chain):
                known = found.get(chain.parties)  # KAZ–SRB follows from KAZ–SCG rather than, by two steps, KAZ–YUG
                if known is None or len(chain.steps) < len(known[1].steps):
                    found[chain.parties] = base, chain
    for pair in sorted(found):
        yield _inferred(*found[pair], atlas)


def _relations_by_pair(facts: Iterable[Fact]) -> Mapping[Pair, Sequence[Fact]]:
    found: defaultdict[Pair, list[Fact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.roles, Relations) and fact.modality == "asserted" and len(fact.roles.parties) == 2:
            found[fact.roles.parties].append(fact)
    return found


def _base(facts: Sequence[Fact]) -> Fact | None:
    """The fact that the pair had relations from a day on, the earliest one."""
    begun = [fact for fact in facts if _event(fact) == "established" and fact.when is not None]
    return min(begun, key=lambda fact: (_first(fact.when), fact.id), default=None)


def _event(fact: Fact) -> str:
    return fact.roles.event if isinstance(fact.roles, Relations) else ""


def _first(when: When | None) -> int:
    return when.first if when is not None and when.first is not None else 0


def _is_said(facts: Sequence[Fact]) -> bool:
    return any(_event(fact) in ("established", "absent") for fact in facts)


def _lasts(facts: Sequence[Fact], chain: Chain) -> bool:
    """Whether nothing here says that the relations ended before the continuation began."""
    ended = max((_first(fact.when) for fact in facts if _event(fact) in ENDS), default=0)
    restored = max((_first(fact.when) for fact in facts if _event(fact) in ("restored", "established")), default=0)
    return not ended or restored > ended or ended > _first(chain.steps[-1].when)


def find_chains(pair: Pair, when: When | None, atlas: Atlas) -> Iterator[Chain]:
    """The pairs that go on for this one after the given date, with the steps that lead there.

    A step counts only while the other party still is: SUN–YUG goes on as RUS–YUG, then as RUS–SCG, never as SUN–SCG.
    """
    yield from _follow(pair, _first(when), (), atlas)


def _follow(pair: Pair, after: int, steps: tuple[Step, ...], atlas: Atlas) -> Iterator[Chain]:
    for step in _next_steps(pair, after, atlas):
        other = pair[0] if pair[1] == step.predecessor else pair[1]
        parties = tuple(sorted((step.successor, other)))
        if other != step.successor and atlas.exists(other, step.when):
            chain = (*steps, step)
            yield Chain(parties=parties, steps=chain)
            yield from _follow(parties, _first(step.when), chain, atlas)


def _next_steps(pair: Pair, after: int, atlas: Atlas) -> tuple[Step, ...]:
    steps = [step for party in pair for step in atlas.continuations(party, after)]
    return tuple(sorted(steps, key=lambda step: (_first(step.when), step.predecessor, step.successor)))


def _inferred(base: Fact, chain: Chain, atlas: Atlas) -> Fact:
    assert isinstance(base.roles, Relations)
    roles = Relations(parties=chain.parties, event="exists")
    reason = say(
        "succession",
        parties=_names(base.roles.parties, atlas, base.when),
        act=f"{base.when}",
        steps=", ".join(_step(step, atlas) for step in chain.steps),
        successor=_names(chain.parties, atlas, None),
    )
    start = chain.steps[-1].when
    when = When.between(start, _end(chain, atlas))
    reading = Reading(
        when=when, roles=roles, claims=(), documents=(), rank=Rank.PREFERRED, rule="succession", reason=reason
    )
    return Fact(
        id=hashlib.sha256("\x1f".join(("succession", *chain.parties)).encode()).hexdigest()[:16],
        roles=roles,
        modality="asserted",
        standing=Standing.INFERRED,
        readings=(reading,),
        inference=Inference(rule="succession", reason=reason, facts=(base.id,)),
    )


def _end(chain: Chain, atlas: Atlas) -> When | None:
    """When one of the pair was itself continued by another, if it was."""
    later = _next_steps(chain.parties, _first(chain.steps[-1].when), atlas)
    return later[0].when if later else None


def _step(step: Step, atlas: Atlas) -> str:
    return say(
        "step_continues",
        successor=f"{atlas.name(step.successor)} ({step.successor})",
        predecessor=f"{atlas.name(step.predecessor)} ({step.predecessor})",
        date=str(step.when),
    )


def _names(parties: Iterable[str], atlas: Atlas, when: When | None) -> str:
    return " and ".join(f"{atlas.name(party, when)} ({party})" for party in parties)


def note_inherited(facts: Iterable[Fact], beside: Beside, atlas: Atlas) -> Iterator[Fact]:
    """The facts, those whose own row says that older relations go on with an inference that says which.

    ``beside`` gives for each row or sentence the facts of relations that it tells: the row of KAZ–NGA of 1991-12-16
    also says NGA–SUN of 1960-11-25.
    """
    facts = tuple(facts)
    by_id = {fact.id: fact for fact in facts}
    near: defaultdict[str, set[str]] = defaultdict(set)
    for names in beside.values():
        for name in names if len(names) > 1 else ():
            near[name] |= names - {name}
    for fact in facts:
        older = [by_id[name] for name in sorted(near.get(fact.id, ())) if _is_older(by_id[name], fact, atlas)]
        yield fact if not older or fact.inference else replace(fact, inference=_inheritance(older, atlas))


def _is_older(other: Fact, fact: Fact, atlas: Atlas) -> bool:
    """Whether the other fact is earlier relations of one of the parties with the other one's predecessor."""
    if not isinstance(other.roles, Relations) or not isinstance(fact.roles, Relations):
        return False
    if _event(other) != "established" or _event(fact) != "established" or other.when is None or fact.when is None:
        return False
    before, after = set(other.roles.parties), set(fact.roles.parties)
    if len(before & after) != 1 or _first(other.when) >= _first(fact.when):
        return False
    return (before - after).pop() in atlas.origins((after - before).pop())


def _inheritance(older: Sequence[Fact], atlas: Atlas) -> Inference:
    first = min(older, key=lambda fact: (_first(fact.when), fact.id))
    assert isinstance(first.roles, Relations)
    reason = say("inherited", date=str(first.when), others=_names(first.roles.parties, atlas, first.when))
    return Inference(rule="inherited", reason=reason, facts=tuple(sorted(fact.id for fact in older)))
